"""Element templates as Camunda Modeler has them: each of their bindings, conditions, and lists of one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from procos_studio.bpmn import write_bytes
from procos_studio.library import BlockDefinition, load, mask
from procos_studio.library.reading import read
from procos_studio.library.writing import template_of
from tests.unit.library.conftest import Placed

HEAD = {"name": "Book", "id": "com.example.book", "appliesTo": ["bpmn:CallActivity"]}


def block_of(folder: Path, *properties: dict[str, Any], **more: Any) -> BlockDefinition:
    """The block of a template with these properties."""
    file = folder / "theirs" / "book" / "block.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps([{**HEAD, **more, "properties": properties}]), encoding="utf-8")
    library = load([folder])
    assert not library.problems, [problem.message for problem in library.problems]
    return library.blocks["com.example.book"]


def xml(placed: Placed) -> str:
    return write_bytes(placed.diagram).decode()


@pytest.mark.parametrize(
    ("binding", "kind", "text", "written"),
    [
        ({"type": "camunda:in", "target": "card"}, "String", "number", '<camunda:in source="number" target="card"/>'),
        (
            {"type": "camunda:in", "target": "card", "expression": True, "variables": "local"},
            "String",
            "${a.b}",
            '<camunda:in sourceExpression="${a.b}" target="card" local="true"/>',
        ),
        ({"type": "camunda:out", "source": "paid"}, "String", "done", '<camunda:out source="paid" target="done"/>'),
        (
            {"type": "camunda:out", "sourceExpression": "${paid.at}"},
            "String",
            "when",
            '<camunda:out sourceExpression="${paid.at}" target="when"/>',
        ),
        (
            {"type": "camunda:field", "name": "subject"},
            "Text",
            "Hello",
            '<camunda:field name="subject"><camunda:string>Hello</camunda:string></camunda:field>',
        ),
        (
            {"type": "camunda:field", "name": "to", "expression": True},
            "String",
            "${who}",
            '<camunda:field name="to"><camunda:expression>${who}</camunda:expression></camunda:field>',
        ),
    ],
)
def test_a_value_stands_where_the_template_binds_it(
    tmp_path: Path, binding: dict[str, Any], kind: str, text: str, written: str
) -> None:
    # given a placed block with one property
    placed = Placed(block_of(tmp_path, {"id": "x", "label": "X", "type": kind, "binding": binding}))
    before = xml(placed)
    # when it is set, set again and taken out
    placed.write("x", "other")
    placed.write("x", text)
    # then it stands there once, comes back, and leaves nothing behind
    assert written in "".join(line.strip() for line in xml(placed).splitlines())
    assert placed.values["x"] == text
    placed.write("x", "")
    assert xml(placed) == before


def test_what_is_hidden_is_there_from_the_beginning_and_once(tmp_path: Path) -> None:
    # given
    listener = {"type": "camunda:executionListener", "event": "start"}
    block = block_of(
        tmp_path,
        {"type": "Hidden", "value": "a.B", "binding": {**listener, "implementationType": "class"}},
        {"type": "Hidden", "value": "${c}", "binding": {**listener, "implementationType": "expression"}},
        {
            "type": "Hidden",
            "value": "x = 1",
            "binding": {**listener, "implementationType": "script", "scriptFormat": "groovy"},
        },
        {"type": "Hidden", "binding": {"type": "camunda:in", "variables": "all"}},
        {"type": "Hidden", "binding": {"type": "camunda:out", "variables": "local"}},
    )
    # when it is placed, and stamped once more
    placed = Placed(block)
    first = xml(placed)
    with placed.diagram.edit("Again") as tx:
        mask.stamp(placed.diagram, tx, placed.key, block)
    # then
    assert xml(placed) == first
    for part in (
        '<camunda:executionListener event="start" class="a.B"/>',
        '<camunda:executionListener event="start" expression="${c}"/>',
        '<camunda:script scriptFormat="groovy">x = 1</camunda:script>',
        '<camunda:in variables="all"/>',
        '<camunda:out variables="all" local="true"/>',
    ):
        assert first.count(part) == 1, part


def test_a_condition_says_when_a_property_counts(tmp_path: Path) -> None:
    how = [{"name": "Card", "value": "card"}, {"name": "Bank", "value": "bank"}]
    block = block_of(
        tmp_path,
        {"id": "how", "label": "How", "type": "Dropdown", "choices": how, "value": "card", "binding": _named("how")},
        {"id": "a", "binding": _named("a"), "condition": {"property": "how", "equals": "card"}},
        {"id": "b", "binding": _named("b"), "condition": {"property": "how", "oneOf": ["bank", "other"]}},
        {
            "id": "c",
            "binding": _named("c"),
            "condition": {"allMatch": [{"property": "how", "equals": "bank"}, {"property": "b", "equals": "x"}]},
        },
    )
    assert [item.id for item in mask.visible(block, {"how": "card"})] == ["how", "a"]
    assert [item.id for item in mask.visible(block, {"how": "bank"})] == ["how", "b"]
    assert [item.id for item in mask.visible(block, {"how": "bank", "b": "x"})] == ["how", "b", "c"]
    assert read(template_of(block), block.family).properties == block.properties


def test_a_template_of_another_engine_is_told_as_such(tmp_path: Path) -> None:
    file = tmp_path / "theirs" / "new" / "block.json"
    file.parent.mkdir(parents=True)
    binding = {"type": "zeebe:input", "name": "x"}
    file.write_text(json.dumps({**HEAD, "properties": [{"binding": binding}]}), encoding="utf-8")
    assert "Camunda 8" in load([tmp_path]).problems[0].message


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"condition": {"property": "nobody", "equals": "x"}}, "there is no property “nobody”"),
        ({"condition": {"property": "x"}}, "either equals or oneOf"),
        ({"condition": {"property": "x", "isActive": True}}, "is not known"),
        ({"type": "Hidden", "condition": {"property": "x", "equals": "1"}}, "always counts"),
        ({"binding": {"type": "camunda:in"}}, "one of target, variables"),
        ({"binding": {"type": "camunda:executionListener", "event": "start"}}, "has to be one of Hidden"),
    ],
)
def test_what_cannot_be_meant_is_told(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    file = tmp_path / "theirs" / "odd" / "block.json"
    file.parent.mkdir(parents=True)
    item = {"id": "x", "label": "X", "type": "String", "binding": _named("x")} | change
    file.write_text(json.dumps({**HEAD, "properties": [item]}), encoding="utf-8")
    assert any(said in problem.message for problem in load([tmp_path]).problems)


def _named(name: str) -> dict[str, str]:
    return {"type": "camunda:inputParameter", "name": name}
