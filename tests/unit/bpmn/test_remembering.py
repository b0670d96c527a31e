"""What was read of a record is kept as long as the record lives, and never told of another one."""

from __future__ import annotations

import gc

import pytest

from procos_studio.bpmn import read_bytes
from procos_studio.bpmn.remembering import per_record
from procos_studio.bpmn.variables import sets
from procos_studio.edits.set_attribute import set_attribute
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element

FILE = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
  <process id="p"><scriptTask id="work" camunda:resultVariable="net"><script>1</script></scriptTask></process>
</definitions>"""


@pytest.fixture
def diagram() -> Diagram:
    return read_bytes(FILE).diagram


def test_a_record_is_read_once(diagram: Diagram) -> None:
    # given a function that counts its calls
    calls = list[str]()

    @per_record
    def read(element: Element) -> str:
        calls.append(element.id)
        return element.name

    # when the same record is read twice, and another one once
    read(diagram["work"])
    read(diagram["work"])
    read(diagram["p"])
    # then each was read once
    assert calls == ["work", "p"]


def test_an_edit_is_seen_at_once_and_its_undo_too(diagram: Diagram) -> None:
    # given what a step sets
    assert "net" in sets(diagram["work"])
    # when its result goes to another variable
    set_attribute(diagram, "work", "camunda:resultVariable", "gross")
    # then the new one is told
    assert "gross" in sets(diagram["work"])
    assert "net" not in sets(diagram["work"])
    # and after an undo the old one
    diagram.undo()
    assert "net" in sets(diagram["work"])


def test_records_that_nobody_holds_are_forgotten() -> None:
    # given a function that remembers many records in turn, which take each other's place in memory
    @per_record
    def read(element: Element) -> str:
        return element.id

    # when each is let go before the next is made
    said = [read(Element(f"e{number}", "tag", "")) for number in range(100)]
    gc.collect()
    # then each was told its own
    assert said == [f"e{number}" for number in range(100)]
