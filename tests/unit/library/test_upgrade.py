"""Upgrades: what a newer version of a block changes, and that it changes just that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from procos_studio.bpmn import new_diagram, write_bytes
from procos_studio.bpmn.schema import validate
from procos_studio.library import Binding, BlockDefinition, Parameter, mask, upgrade
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import bpmn, camunda


def at_input(name: str, **more: object) -> Parameter:
    return replace(Parameter(name, name.title(), Binding("camunda:inputParameter", name)), **more)  # type: ignore[arg-type]


def at_topic(topic: str) -> Parameter:
    return Parameter("topic", "Topic", Binding("property", "camunda:topic"), default=topic)


OLD = BlockDefinition(
    "x/mail", "Mail", "x", 1, "serviceTask", properties=(at_input("server"), at_input("to")), fixed=(at_topic("old"),)
)
NEW = replace(
    OLD,
    version=3,
    fixed=(at_topic("new"),),
    properties=(
        at_input("host", formerly="server"),
        at_input("port", since=2, default="25"),
        at_input("later", since=2),
        at_input("account", since=3, required=True),
    ),
)


@pytest.fixture
def diagram() -> Diagram:
    made = new_diagram("p")
    with made.edit("Place") as tx:
        key = tx.create(bpmn("serviceTask"), "p", "Task").id
        mask.stamp(made, tx, key, OLD)
        mask.write(made, tx, key, OLD.properties[0], "mail.example.org")
        mask.write(made, tx, key, OLD.properties[1], "a@example.org")
    return made


def test_the_plan_tells_every_change(diagram: Diagram) -> None:
    told = [change.message for change in upgrade.plan(diagram, "Task_1", NEW)]
    assert told == [
        "“Mail” goes from version 1 to 3.",
        "Topic becomes “new”.",
        "“server” is called “Host” now.",
        "“Port” is new.",
        "“Later” is new.",
        "“Account” is new, and has to be filled in.",
        "“to” is no parameter of the block; it stays.",
    ]


def test_planning_changes_nothing(diagram: Diagram) -> None:
    before = write_bytes(diagram)
    upgrade.plan(diagram, "Task_1", NEW)
    assert write_bytes(diagram) == before


def test_applying_does_what_was_told(diagram: Diagram) -> None:
    # when
    told = upgrade.plan(diagram, "Task_1", NEW)
    with diagram.edit("Upgrade") as tx:
        assert upgrade.apply(diagram, tx, "Task_1", NEW) == told
    # then
    element = diagram["Task_1"]
    assert element.get(camunda("topic")) == "new"
    assert element.get(mask.STAMP_VERSION) == "3"
    values = {"host": "mail.example.org", "port": "25", "later": "", "account": ""}
    assert mask.values(diagram, "Task_1", NEW) == values
    assert 'name="to"' in write_bytes(diagram).decode()
    assert validate(write_bytes(diagram)) == []
    # and there is nothing left to do
    assert upgrade.plan(diagram, "Task_1", NEW) == ()


def test_a_value_that_stands_is_not_overwritten(diagram: Diagram) -> None:
    # given somebody set the new parameter by hand
    with diagram.edit("Set") as tx:
        mask.write(diagram, tx, "Task_1", NEW.properties[1], "587")
    # when
    with diagram.edit("Upgrade") as tx:
        upgrade.apply(diagram, tx, "Task_1", NEW)
    # then
    assert mask.values(diagram, "Task_1", NEW)["port"] == "587"


def test_a_current_a_newer_and_a_strange_block_are_not_due(diagram: Diagram) -> None:
    assert not upgrade.is_due(diagram["Task_1"], OLD)
    assert not upgrade.is_due(diagram["Task_1"], replace(NEW, id="x/other"))
    with diagram.edit("Upgrade") as tx:
        assert upgrade.apply(diagram, tx, "Task_1", OLD) == ()
