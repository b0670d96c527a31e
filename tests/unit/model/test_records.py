from __future__ import annotations

import pytest

from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Bounds, Point, number, united
from procos_studio.model.names import BPMNDI, DC, DI, bpmn, camunda, clark, local_reference, namespace_of
from procos_studio.model.records import FARTHEST, Artifact, Edge, FlowNode, Lane, RootElement, SequenceFlow, Shape
from procos_studio.model.xml import Xml, text_element


def _node(kind: str, *content: Xml, **attributes: str) -> FlowNode:
    return FlowNode("n", bpmn(kind), "p", attributes, content)


def test_a_flow_node_speaks_of_itself_in_words_of_bpmn() -> None:
    event = _node("boundaryEvent", Xml(bpmn("timerEventDefinition")), attachedToRef="t:task", cancelActivity="false")
    assert (event.event_kind, event.attached_to, event.is_interrupting) == ("timer", "task", False)
    assert event.is_event
    assert not event.is_activity
    assert _node("startEvent", isInterrupting="0").is_interrupting is False
    assert _node("exclusiveGateway", default="f").default_flow == "f"
    assert _node("subProcess", triggeredByEvent="true").is_event_sub_process
    assert _node("transaction").is_container
    assert _node("callActivity").is_activity


@pytest.mark.parametrize(
    ("definitions", "kind"),
    [
        ((), "none"),
        (("messageEventDefinition",), "message"),
        (("eventDefinitionRef",), "reference"),
        (("messageEventDefinition", "timerEventDefinition"), "multiple"),
    ],
)
def test_the_kind_of_an_event(definitions: tuple[str, ...], kind: str) -> None:
    assert _node("startEvent", *(Xml(bpmn(name)) for name in definitions)).event_kind == kind


def test_labels_are_one_line_and_never_empty() -> None:
    assert _node("task", name=" Check\n the order ").label == "Check the order"
    assert _node("task", id="t").label == "t"
    assert _node("task").label == "task"


def test_a_copy_changes_only_what_was_asked() -> None:
    task = _node("task", text_element("incoming", "f"), Xml("{urn:x}y"), name="A")
    changed = task.with_documentation("Why").with_attributes(name=None, id="t")
    assert changed.documentation == "Why"
    assert [item.kind for item in changed.details] == ["documentation", "incoming", "y"]
    assert changed.attributes == {"id": "t"}
    assert changed.with_documentation("").details == task.details
    assert task.name == "A"


def test_extensions_are_added_replaced_and_removed() -> None:
    task = _node("task", text_element("incoming", "f"))
    first, second = Xml(camunda("properties")), Xml(camunda("inputOutput"))
    both = task.with_extension(first).with_extension(second).with_extension(Xml(camunda("properties"), {"a": "b"}))
    assert [(item.kind, dict(item.attributes)) for item in both.extensions] == [
        ("properties", {"a": "b"}),
        ("inputOutput", {}),
    ]
    assert both.details[0].kind == "extensionElements"
    assert both.without_extension(first.tag).without_extension(second.tag).details == task.details
    assert both.without_detail(text_element("incoming", "f")).detail(bpmn("incoming")) is None


def test_conditions_annotations_and_references() -> None:
    condition = Xml(bpmn("conditionExpression"), text=" ${x} ")
    assert SequenceFlow("f", bpmn("sequenceFlow"), "p", {"sourceRef": "t:a"}, (condition,)).condition == "${x}"
    assert SequenceFlow("f", bpmn("sequenceFlow"), "p", {"sourceRef": "t:a"}).source == "a"
    assert SequenceFlow("f", bpmn("sequenceFlow")).condition is None
    association = SequenceFlow("f", bpmn("sequenceFlow"), content=(text_element("targetRef", " b "),))
    assert association.target == "b"
    assert Artifact("a", bpmn("textAnnotation"), content=(text_element("text", "Hm"),)).annotation == "Hm"
    assert Lane("l", bpmn("lane"), content=(text_element("flowNodeRef", " t:x "),)).flow_nodes == ("x",)
    assert RootElement("m", bpmn("message")).flag("anything", True)
    assert local_reference(" t:a ") == "a"
    assert namespace_of("plain") == ""


def test_wild_numbers_of_a_drawing_are_read_as_tame_ones() -> None:
    # given bounds that say NaN, infinity, nonsense and less than nothing
    bounds = Xml(clark(DC, "Bounds"), {"x": "NaN", "y": "inf", "width": "wide", "height": "-5"})
    assert Shape("s", clark(BPMNDI, "BPMNShape"), content=(bounds,)).bounds == Bounds(0, 0, 0, 0)
    far = Xml(clark(DI, "waypoint"), {"x": "1e9", "y": "-1e9"})
    assert Edge("e", clark(BPMNDI, "BPMNEdge"), content=(far,)).waypoints == (Point(FARTHEST, -FARTHEST),)


def test_moving_a_shape_keeps_what_else_its_bounds_carry(diagram: Diagram) -> None:
    shape = diagram.require("work_di", Shape)
    odd = shape.with_detail(Xml(clark(DC, "Bounds"), {"{urn:x}y": "z", "x": "1"}))
    moved = odd.with_bounds(Bounds(1.23456, 2, 3, 4))
    found = moved.detail(clark(DC, "Bounds"))
    assert found is not None
    assert dict(found.attributes) == {"{urn:x}y": "z", "x": "1.235", "y": "2", "width": "3", "height": "4"}
    assert shape.with_label_bounds(Bounds(1, 2, 3, 4)).label_bounds == Bounds(1, 2, 3, 4)
    assert shape.with_label_bounds(Bounds(1, 2, 3, 4)).with_label_bounds(None).label_bounds is None


def test_new_way_points_stand_where_the_old_ones_stood() -> None:
    way, label = Xml(clark(DI, "waypoint"), {"x": "0", "y": "0"}), Xml(clark(BPMNDI, "BPMNLabel"))
    edge = Edge("e", clark(BPMNDI, "BPMNEdge"), content=(way, way, label))
    bent = edge.with_waypoints((Point(1, 2), Point(3, 4), Point(5, 6)))
    assert [item.kind for item in bent.details] == ["waypoint"] * 3 + ["BPMNLabel"]
    assert bent.waypoints == (Point(1, 2), Point(3, 4), Point(5, 6))


def test_coordinates_are_spelled_short() -> None:
    assert [number(value) for value in (1.0, 0.1 + 0.2, -3.5, 100000.0)] == ["1", "0.3", "-3.5", "100000"]


def test_bounds_know_where_they_are() -> None:
    box = Bounds(0, 0, 10, 20)
    assert (box.right, box.bottom, box.center) == (10, 20, (5, 10))
    assert box.contains(Point(10, 20))
    assert not box.intersects(Bounds(10, 0, 5, 5))
    assert box.grown(1).encloses(box)
    assert united([box, Bounds(20, -5, 1, 1)]) == Bounds(0, -5, 21, 25)
    assert united([]) is None
