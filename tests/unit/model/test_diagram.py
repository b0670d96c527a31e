from __future__ import annotations

import pytest

from procos_studio.bpmn import read_bytes
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import bpmn
from procos_studio.model.records import Drawn, FlowNode, Process, SequenceFlow, Shape


def test_flows_riders_lanes_and_drawings_are_found_by_element(diagram: Diagram) -> None:
    assert [flow.id for flow in diagram.outgoing("work", SequenceFlow)] == ["two"]
    assert [flow.id for flow in diagram.incoming("end", SequenceFlow)] == ["two", "three"]
    assert [event.id for event in diagram.boundary_events("work")] == ["late"]
    assert [lane.id for lane in diagram.lanes("work")] == ["lane"]
    shape, plane = diagram.shape("work"), diagram.plane_of("order")
    assert shape is not None
    assert shape.bounds == (100, 80, 100, 80)
    assert plane is not None
    assert plane.id == "plane"
    assert diagram.shape("end") is None


def test_indexes_follow_every_change(diagram: Diagram) -> None:
    with diagram.edit("Reconnect") as tx:
        tx.update("two", SequenceFlow, lambda flow: flow.with_attributes(sourceRef="start"))
        tx.update("work_di", Shape, lambda shape: shape.with_attributes(bpmnElement="end"))
        tx.update("late", FlowNode, lambda event: event.with_attributes(attachedToRef=None))
    assert [flow.id for flow in diagram.outgoing("start", SequenceFlow)] == ["one", "two"]
    assert not diagram.outgoing("work", SequenceFlow)
    assert diagram.shape("end") is not None
    assert not diagram.boundary_events("work")


def test_answers_are_in_document_order_after_edits(diagram: Diagram) -> None:
    with diagram.edit("Two more") as tx:
        last = tx.create(bpmn("sequenceFlow"), "order", "Flow", sourceRef="work", targetRef="end")
        first = diagram["order"].content.index("start")
        tx.move("two", "order", first)
    assert [flow.id for flow in diagram.outgoing("work", SequenceFlow)] == ["two", last.id]


def test_walk_is_in_document_order_and_needs_no_recursion() -> None:
    # given 80 sub-processes in each other
    inner = b"".join(b'<subProcess id="s%d">' % n for n in range(80)) + b"</subProcess>" * 80
    data = b'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><process id="p">%s</process>'
    diagram = read_bytes(data % inner + b"</definitions>").diagram
    # then walking gives them from the outside in
    assert [element.id for element in diagram.walk("p")] == ["p", *(f"s{n}" for n in range(80))]
    assert len(list(diagram.ancestors("s79"))) == 81


def test_find_require_and_get_differ_in_what_they_say_of_nothing(diagram: Diagram) -> None:
    assert diagram.get("nothing") is None
    assert diagram.find("work", Shape) is None
    with pytest.raises(KeyError):
        diagram.require("work", Shape)
    with pytest.raises(KeyError):
        diagram["nothing"]
    assert "work" in diagram
    assert "nothing" not in diagram


def test_all_gives_subclasses_too(diagram: Diagram) -> None:
    assert {drawn.id for drawn in diagram.all(Drawn)} == {"work_di"}
    assert {process.id for process in diagram.all(Process)} == {"order"}
    assert {node.id for node in diagram.all(FlowNode)} == {"start", "work", "late", "end"}


def test_a_diagram_needs_a_root() -> None:
    with pytest.raises(ValueError, match="definitions"):
        Diagram(())
