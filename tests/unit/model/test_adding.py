"""Many elements added at once stand where they would one by one."""

from __future__ import annotations

from random import Random

import pytest

from procos_studio.bpmn import new_diagram, write_bytes
from procos_studio.model.elements import Element
from procos_studio.model.names import bpmn
from procos_studio.model.records import RECORDS, Process, RootElement

TAGS = ("task", "laneSet", "association", "sequenceFlow", "textAnnotation", "startEvent", "message", "error", "process")


def _made(seed: int) -> list[Element]:
    random = Random(seed)
    made: list[Element] = []
    for number in range(12):
        tag = random.choice(TAGS)
        parent = "Definitions_1" if tag in ("message", "error", "process") else "order"
        made.append(RECORDS.get(bpmn(tag), RootElement)(f"new_{number}", bpmn(tag), parent, {"id": f"new_{number}"}))
    return made


@pytest.mark.parametrize("seed", range(20))
def test_all_at_once_stand_as_one_by_one(seed: int) -> None:
    # given two equal diagrams with something in them
    one, other = new_diagram("Order"), new_diagram("Order")
    for diagram in (one, other):
        with diagram.edit("First") as tx:
            for tag in ("task", "textAnnotation"):
                tx.create(bpmn(tag), diagram.require("order", Process).id, "First")
    # when the same elements are added, here one by one, there at once
    with one.edit("Add") as tx:
        for element in _made(seed):
            tx.add(element)
    with other.edit("Add") as tx:
        tx.add_all(_made(seed))
    # then both files say the same, and undo says what they said before
    assert write_bytes(one) == write_bytes(other)
    one.undo()
    other.undo()
    assert write_bytes(one) == write_bytes(other)


def test_what_exists_is_not_added_again() -> None:
    # given a diagram
    diagram = new_diagram("Order")
    # when an element of its own is added among others, then none is
    with pytest.raises(KeyError), diagram.edit("Add") as tx:
        tx.add_all([*_made(1), diagram["order"]])
    assert "new_0" not in diagram
