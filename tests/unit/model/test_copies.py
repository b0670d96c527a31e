"""Copies of records are what dataclasses would make, and what they know beforehand is what is read of them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from procos_studio.model.copies import changed
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.names import BPMNDI, bpmn, clark
from procos_studio.model.records import Edge, FlowNode, Shape

FAR = st.floats(-2e6, 2e6)
bounds = st.builds(Bounds, FAR, FAR, FAR, FAR)
ways = st.lists(st.builds(Point, FAR, FAR), max_size=5).map(tuple)


def test_a_changed_copy_is_that_of_dataclasses_and_forgets_what_was_worked_out() -> None:
    # given a record of which something was worked out
    task = FlowNode("a", bpmn("task"), "p", {"id": "a"}, ("b",), tail="t")
    assert task.kind == "task"
    assert task.children == ("b",)
    # when it is copied with other fields
    made = changed(task, tag=bpmn("userTask"), content=("c",))
    # then it is as dataclasses makes it, and the old one is as it was
    assert made == replace(task, tag=bpmn("userTask"), content=("c",))
    assert (type(made), made.kind, made.children) == (FlowNode, "userTask", ("c",))
    assert (task.kind, task.children) == ("task", ("b",))


@given(box=bounds)
def test_moved_bounds_are_those_that_are_read(box: Bounds) -> None:
    # given a shape that is moved, and the same as if read from a file
    moved = Shape("s", clark(BPMNDI, "BPMNShape")).with_bounds(box)
    read = Shape(moved.id, moved.tag, content=moved.content)
    # then both say the same
    assert moved.bounds == read.bounds


@given(points=ways, others=ways)
def test_new_way_points_are_those_that_are_read(points: tuple[Point, ...], others: tuple[Point, ...]) -> None:
    # given an edge that is led anew, and the same as if read from a file
    bent = Edge("e", clark(BPMNDI, "BPMNEdge")).with_waypoints(others).with_waypoints(points)
    read = Edge(bent.id, bent.tag, content=bent.content)
    # then both say the same, and nothing is left of the former way
    assert bent.waypoints == read.waypoints
    assert len(bent.content) == len(points)
