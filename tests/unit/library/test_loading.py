"""Loading: good folders become blocks, bad ones problems that say file and place."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procos_studio.library import load
from procos_studio.library.reading import read
from procos_studio.library.template import faults

GOOD: dict[str, Any] = {
    "name": "Shout",
    "id": "custom/shout",
    "version": 2,
    "description": "Says it loudly.",
    "keywords": ["loud"],
    "appliesTo": ["bpmn:Task"],
    "elementType": {"value": "bpmn:ServiceTask"},
    "groups": [{"id": "g", "label": "Voice"}],
    "properties": [
        {"type": "Hidden", "value": "shout", "binding": {"type": "property", "name": "camunda:topic"}},
        {
            "id": "text",
            "label": "Text",
            "type": "String",
            "value": "hey",
            "constraints": {"notEmpty": True, "maxLength": 9, "pattern": {"value": "[a-z]+", "message": "Small."}},
            "binding": {"type": "camunda:inputParameter", "name": "text"},
        },
        {
            "id": "voice",
            "type": "Dropdown",
            "group": "g",
            "choices": [{"name": "High", "value": "h"}],
            "binding": {"type": "camunda:inputParameter", "name": "voice"},
        },
    ],
    "metadata": {
        "procos": {
            "icon": "mdi6.bullhorn",
            "size": [120, 80],
            "face": ["text"],
            "parameters": [
                {"id": "text", "type": "text", "visibleIf": {"voice": ["h"]}},
                {"id": "times", "label": "Times", "type": "number", "minimum": 1, "binding": {"type": "procos:topic"}},
            ],
        }
    },
}


def put(folder: Path, text: str, name: str = "shout") -> Path:
    file = folder / "custom" / name / "block.json"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


def changed(change: Callable[[Any], object]) -> dict[str, Any]:
    data = copy.deepcopy(GOOD)
    change(data)
    return data


def test_a_folder_of_ones_own_joins_the_library(tmp_path: Path) -> None:
    # given
    put(tmp_path, json.dumps(GOOD))
    # when
    library = load([tmp_path])
    # then
    assert library.problems == ()
    block = library.blocks["custom/shout"]
    assert (block.family, block.version, block.element, block.topic) == ("custom", 2, "serviceTask", "shout")
    assert [parameter.id for parameter in block.properties] == ["times", "text", "voice"]
    text = block.properties[1]
    assert (text.type, text.default, text.required, text.max_length) == ("text", "hey", True, 9)
    assert block.properties[2].group == "Voice"
    assert library.families[-1] == "custom"
    assert library.search("loud")[0] is block


def test_a_plain_template_of_camunda_modeler_is_a_block(tmp_path: Path) -> None:
    # given a template without anything of ours
    plain = {"$schema": "x", "name": "Mail", "id": "com.example.mail", "appliesTo": ["bpmn:ServiceTask"]}
    put(tmp_path, json.dumps({**plain, "properties": []}))
    # when
    block = load([tmp_path]).blocks["com.example.mail"]
    # then
    assert (block.element, block.version, block.icon) == ("serviceTask", 0, "mdi6.cube-outline")


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("{", "library.json", "no JSON"),
        ("[]", "library.template", "has to be a JSON object"),
        ("{}", "library.template", "name is missing"),
        ('{"name": "x" "id"}', "library.json", "no JSON"),
        ('"\udcff"', "library.file", "cannot be read"),
        ("[" * 100_000, "library.file", "cannot be read"),
    ],
)
def test_a_bad_file_is_told_and_stops_no_other(tmp_path: Path, text: str, code: str, said: str) -> None:
    # given a bad folder before a good one
    bad = tmp_path / "custom" / "bad" / "block.json"
    bad.parent.mkdir(parents=True)
    bad.write_bytes(text.encode("utf-8", "surrogateescape"))
    put(tmp_path, json.dumps(GOOD))
    # when
    library = load([tmp_path])
    # then
    assert "custom/shout" in library.blocks
    assert {problem.code for problem in library.problems} == {code}
    assert any(said in problem.message for problem in library.problems)
    assert all(problem.file == str(bad) and problem.hint for problem in library.problems)


def test_bad_json_is_told_with_its_line(tmp_path: Path) -> None:
    file = put(tmp_path, '{\n "name": "x",\n oops\n}')
    problem = load([tmp_path]).problems[0]
    assert (problem.file, problem.line) == (str(file), 3)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda data: data.update(name=1), "name has to be a text"),
        (lambda data: data.update(nmae="x"), "nmae is not known"),
        (lambda data: data.update(appliesTo=[]), "appliesTo is empty"),
        (lambda data: data.update(appliesTo=["Task"]), "appliesTo has “Task”"),
        (lambda data: data.update(elementType={"value": "Task"}), "elementType.value has to be like"),
        (lambda data: data["properties"][1].pop("binding"), "properties[1].binding is missing"),
        (lambda data: data["properties"][1]["binding"].pop("name"), "properties[1].binding.name is missing"),
        (lambda data: data["properties"][1]["binding"].update(type="zeebe:input"), "properties[1].binding.type"),
        (lambda data: data["properties"][1].update(type="Number"), "properties[1].type is “Number”"),
        (lambda data: data["properties"][1].update(type="Boolean"), "properties[1].type is “Boolean”"),
        (lambda data: data["properties"][1].update(group="nowhere"), "properties[1].group"),
        (lambda data: data["properties"][1]["constraints"].update(pattern="("), "properties[1].constraints.pattern"),
        (lambda data: data["properties"][2].pop("choices"), "properties[2].choices is missing"),
        (lambda data: data["properties"][2]["choices"].append({"name": "x"}), "properties[2].choices[1].value"),
        (lambda data: data["properties"][2].update(placeholder="x"), "properties[2].placeholder"),
        (
            lambda data: data["properties"].append({"binding": {"type": "procos:topic"}}),
            "properties[3].binding belongs",
        ),
        (lambda data: data["metadata"]["procos"].update(icn="x"), "metadata.procos.icn is not known"),
        (lambda data: data["metadata"]["procos"].update(size=[1]), "metadata.procos.size"),
        (lambda data: data["metadata"]["procos"].update(pdeKind="huge"), "metadata.procos.pdeKind"),
        (lambda data: data["metadata"]["procos"].update(face=["nobody"]), "“nobody”"),
        (lambda data: data["metadata"]["procos"]["parameters"][0].update(type="int"), "parameters[0].type"),
        (lambda data: data["metadata"]["procos"]["parameters"][0].update(visibleIf={"voice": "h"}), "visibleIf.voice"),
        (lambda data: data["metadata"]["procos"]["parameters"][0].update(visibleIf={"x": ["h"]}), "“x”"),
        (lambda data: data["metadata"]["procos"]["parameters"][1].pop("binding"), "parameters[1].binding is missing"),
        (lambda data: data["metadata"]["procos"]["parameters"].append({}), "parameters[2] has to be an object"),
        (lambda data: data["properties"].append(data["properties"][1]), "stands twice"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, change: Callable[[Any], object], place: str) -> None:
    # given
    put(tmp_path, json.dumps(changed(change)))
    # when
    library = load([tmp_path])
    # then
    assert "custom/shout" not in library.blocks
    assert [place in problem.message for problem in library.problems] == [True]


def test_a_shipped_id_cannot_be_taken(tmp_path: Path) -> None:
    put(tmp_path, json.dumps({**GOOD, "id": "standard/task"}))
    library = load([tmp_path])
    assert library.blocks["standard/task"].name == "Task"
    assert [problem.code for problem in library.problems] == ["library.duplicate"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    library = load([tmp_path / "nowhere"])
    assert [problem.code for problem in library.problems] == ["library.folder"]
    assert library.blocks


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["type", "id", "name"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_stands_in_a_template_is_read_or_told(data: st.DataObject) -> None:
    """One value anywhere in a good template replaced by any JSON: never a crash."""
    # given
    template: Any = copy.deepcopy(GOOD)
    holder, key = template, data.draw(st.sampled_from(sorted(template)))
    while isinstance(holder[key], (dict, list)) and holder[key] and data.draw(st.booleans()):
        holder = holder[key]
        key = data.draw(st.sampled_from(sorted(holder) if isinstance(holder, dict) else range(len(holder))))
    holder[key] = data.draw(_JSON)
    # when
    wrong = faults(template)
    # then
    if not wrong:
        read(template, "custom")
