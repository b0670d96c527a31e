"""The shipped blocks: each is a template that Camunda Modeler takes, and keeps every value that its mask offers."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from procos_studio.bpmn import read_bytes, write_bytes
from procos_studio.bpmn.references import check as check_references
from procos_studio.bpmn.schema import validate
from procos_studio.library import BlockDefinition, Library, Parameter, load, mask
from procos_studio.library.bindings import BINDINGS
from procos_studio.library.definition import TYPES
from procos_studio.library.typed import check
from procos_studio.resources import shipped
from procos_studio.runtime.adapters import ADAPTERS, adapter

BLOCKS = tuple(load().blocks.values())
FILES = sorted(shipped("blocks").glob("*/*/block.json"))
Place = Callable[[str], Any]

SAMPLES = {
    "string": "some “text” with <&> and 'é'",
    "text": "first line\n  second line: ${amount}\n",
    "expression": '${amount > 100 && name == "x"}',
    "number": "3",
    "duration": "PT5M",
    "date": "2027-01-31T06:00:00",
    "cycle": "R3/PT10M",
    "retries": "R3/PT10S",
    "variable": "outcome",
    "secret": '${secret("key")}',
    "list": '["a", "${b}", ["c", 5]]',
    "map": '{"a": "x < y", "b": "${y}", "c": {"d": [1, true, null]}}',
    "fields": '[{"id": "amount", "label": "Amount", "type": "long", "default": "5", "required": true}]',
}
OF_PARAMETER = {
    "historyTimeToLive": "P30D",
    "activity": "order",
    "calledElement": "invoice",
    "temperature": "0.7",
    "variableEvents": "create, update",
    "loopMaximum": "7",
    "variablesIn": '{"inside": "outside", "sum": "${a + b}"}',
    "variablesOut": '{"outside": "inside"}',
    "inputs": '{"first": "${a}", "second": "text", "third": ["x"]}',
    "outputs": '{"first": "${a}"}',
}
NEEDS = {"errorMessage": ("error", "E1")}


def samples(parameter: Parameter) -> list[str]:
    if parameter.type == "choice":
        return [choice.value for choice in parameter.choices]
    if parameter.type == "flag":
        return ["true", "false", "true"]
    if parameter.type == "code":
        return ['{"type": "object"}' if parameter.language == "json" else "x = 1\nif x < 2:\n    y = 'ä'\n"]
    return [OF_PARAMETER.get(parameter.id, SAMPLES[parameter.type])]


def show(placed: Any, parameter: Parameter) -> None:
    """Give the other parameters the values at which this one counts."""
    for name, wanted in parameter.visible_if.items():
        if placed.values[name] not in wanted:
            placed.write(name, wanted[0])
    if parameter.id in NEEDS:
        placed.write(*NEEDS[parameter.id])


EVERY_PARAMETER = [
    pytest.param(block, parameter, id=f"{block.id}:{parameter.id}")
    for block in BLOCKS
    for parameter in block.properties
]


def test_all_of_them_load(library: Library) -> None:
    assert library.problems == ()
    assert len(library.blocks) == len(FILES)
    assert set(library.families) == {"standard", "integration", "ai", "compute", "people"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: "/".join(file.parts[-3:-1]))
def test_is_a_template_for_camunda_7(file: Path) -> None:
    rules = json.loads(Path(__file__).with_name("camunda_template.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(rules).validate(json.loads(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("file", FILES, ids=lambda file: "/".join(file.parts[-3:-1]))
def test_id_is_the_folder(file: Path) -> None:
    assert json.loads(file.read_text(encoding="utf-8"))["id"] == "/".join(file.parts[-3:-1])


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_says_what_it_is(block: BlockDefinition) -> None:
    assert block.description.endswith(".")
    assert block.keywords or not block.placeable
    assert block.documentation or block.is_standard
    assert all(parameter.description for parameter in block.properties if parameter.group != "When")
    assert set(block.face) <= {parameter.id for parameter in block.properties}


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_icon_and_hue_exist(block: BlockDefinition) -> None:
    found = find_spec("qtawesome")
    assert found is not None
    assert found.origin is not None
    fonts = Path(found.origin).parent / "fonts"
    glyphs = json.loads(next(fonts.glob("materialdesignicons6-webfont-charmap-*.json")).read_text(encoding="utf-8"))
    for theme in ("light", "dark"):
        hues = json.loads((shipped("resources") / "themes" / f"{theme}.json").read_text(encoding="utf-8"))["hues"]
        assert block.hue in hues
    assert block.icon.partition("mdi6.")[2] in glyphs


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_placed_it_is_valid_and_known_again(library: Library, place: Place, block: BlockDefinition) -> None:
    # when
    placed = place(block.id)
    # then the file is valid
    data = write_bytes(placed.diagram)
    assert validate(data) == []
    assert check_references(placed.diagram) == []
    # and a library finds the block again, after saving and opening too
    again = read_bytes(data).diagram
    found = library.of(again[placed.key])
    assert found is library.get(block.id if block.describes else "standard/subsystem")
    assert mask.values(again, placed.key, block) == placed.values


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_defaults_are_right_as_they_stand(block: BlockDefinition) -> None:
    for parameter in (*block.properties, *block.fixed):
        assert parameter.type in TYPES
        assert parameter.binding.type in BINDINGS
        assert not parameter.default or check(parameter, parameter.default) == []


@pytest.mark.parametrize(("block", "parameter"), EVERY_PARAMETER)
def test_a_value_comes_back(place: Place, block: BlockDefinition, parameter: Parameter) -> None:
    # given
    placed = place(block.id)
    show(placed, parameter)
    for text in samples(parameter):
        # when
        placed.write(parameter.id, text)
        # then the mask reads it
        assert placed.values[parameter.id] == text
        assert parameter in mask.visible(block, placed.values)
        assert [problem for problem in check(parameter, text) if problem.severity == "error"] == []
        # and the file holds it
        data = write_bytes(placed.diagram)
        assert validate(data) == []
        assert check_references(placed.diagram) == []
        assert mask.values(read_bytes(data).diagram, placed.key, block) == placed.values


@pytest.mark.parametrize(("block", "parameter"), EVERY_PARAMETER)
def test_a_value_can_be_taken_out(place: Place, block: BlockDefinition, parameter: Parameter) -> None:
    # given
    placed = place(block.id)
    show(placed, parameter)
    before = placed.values
    placed.write(parameter.id, samples(parameter)[0])
    # when
    placed.write(parameter.id, "false" if parameter.type == "flag" else "")
    # then
    meant = "false" if parameter.type == "flag" else parameter.absent
    assert placed.values[parameter.id] == meant
    assert validate(write_bytes(placed.diagram)) == []
    whole = {other.id for other in block.properties if parameter.id in other.visible_if}
    assert {name for name in before if before[name] != placed.values[name]} <= {parameter.id, *whole}


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.id)
def test_a_cleared_block_leaves_no_trace_of_its_own(place: Place, block: BlockDefinition) -> None:
    # given
    placed = place(block.id)
    for parameter in block.properties:
        show(placed, parameter)
        placed.write(parameter.id, samples(parameter)[-1])
    # when
    with placed.diagram.edit("Clear") as tx:
        mask.clear(placed.diagram, tx, placed.key, block)
    # then
    assert validate(write_bytes(placed.diagram)) == []
    assert placed.diagram[placed.key].extensions == ()
    stays = {"procos:documentation", "procos:loop", "procos:loopOption", "procos:defaultFlow", "procos:process"}
    own = [parameter for parameter in block.properties if parameter.binding.type not in stays]
    left = {parameter.id: placed.values[parameter.id] for parameter in own}
    assert left == {
        parameter.id: "false" if parameter.type == "flag" and not parameter.absent else parameter.absent
        for parameter in own
    }


@pytest.mark.parametrize("topic", sorted(ADAPTERS))
def test_parameters_suit_the_adapter(place: Place, topic: str) -> None:
    """Names and texts that the mask writes are what the adapter of the topic takes."""
    serving = adapter(topic)
    known = {*serving.schema.get("properties", {}), "body"}
    for block in (block for block in BLOCKS if topic in topics(block)):
        placed = place(block.id)
        if block.topic != topic:
            placed.write("provider", topic)
        for parameter in mask.visible(block, placed.values):
            if not placed.values[parameter.id] and parameter.type not in ("choice", "map"):
                placed.write(parameter.id, suitable(parameter))
        config = {
            parameter.binding.name: placed.values[parameter.id]
            for parameter in mask.visible(block, placed.values)
            if parameter.binding.type == "camunda:inputParameter" and placed.values[parameter.id]
        }
        assert set(config) <= known or not serving.schema
        jsonschema.Draft202012Validator(serving.schema).validate(config)
        assert serving.validate(config) == []


def topics(block: BlockDefinition) -> set[str]:
    provider = block.parameter("provider")
    return {block.topic, *(choice.value for choice in provider.choices)} if provider else {block.topic}


def suitable(parameter: Parameter) -> str:
    by_name = {"url": "http://localhost/x", "baseUrl": "http://localhost:1", "port": "25"}
    return by_name.get(parameter.id) or ("a@example.org" if parameter.type == "string" else samples(parameter)[0])


def test_the_same_word_means_the_same_everywhere() -> None:
    """Loops, documentation and retries are told in every block in the same words."""
    shared: dict[tuple[str, str], tuple[str, str, str]] = {}
    for block in BLOCKS:
        for parameter in block.properties:
            if parameter.binding.type in (
                "procos:loop",
                "procos:loopOption",
                "procos:documentation",
                "procos:extension",
            ):
                said = (parameter.label, parameter.type, parameter.description)
                assert shared.setdefault((parameter.binding.type, parameter.binding.name), said) == said
