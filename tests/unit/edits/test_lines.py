"""Bend, reconnect, reroute and labels along lines."""

from __future__ import annotations

from typing import Any

import pytest

from procos_studio.edits.bend import bend
from procos_studio.edits.connect import connect
from procos_studio.edits.move import move
from procos_studio.edits.move_label import move_label
from procos_studio.edits.reconnect import reconnect
from procos_studio.edits.rename import rename
from procos_studio.edits.reroute import reroute
from procos_studio.edits.set_default_flow import set_default_flow
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.records import FlowNode, MessageFlow
from procos_studio.problems import Refused


def test_a_bent_flow_keeps_its_bends_when_an_end_moves_a_little(bench: Any) -> None:
    # given a flow bent round by hand, with slightly slanted pieces
    a, b = bench.chain("task", "task")
    flow = bench.flow(a, b)
    with bench.sound_edit():
        bend(bench.diagram, flow, [Point(100, 140), Point(101, 250), Point(299, 250), Point(300, 140)])
    # then the pieces were straightened
    assert bench.line(flow) == (Point(100, 140), Point(100, 250), Point(300, 250), Point(300, 140))
    # when its target moves to the right
    move(bench.diagram, [b], 40, 10)
    # then the bends follow
    assert bench.line(flow) == (Point(100, 140), Point(100, 250), Point(340, 250), Point(340, 150))


def test_a_label_stays_beside_its_line(bench: Any) -> None:
    # given a named flow with its label above the middle
    a, b = bench.chain("task", "task")
    flow = bench.flow(a, b)
    rename(bench.diagram, flow, "yes")
    move_label(bench.diagram, flow, Bounds(190, 80, 20, 14))
    # when both ends move
    move(bench.diagram, [a, b], 0, 50)
    # then the label moved too
    assert bench.diagram.edge(flow).label_bounds == Bounds(190, 130, 20, 14)


def test_a_reconnected_flow_keeps_name_and_default(bench: Any) -> None:
    # given a default flow with a name
    gate, a = bench.chain("decision", "task")
    b = bench.put("task", 300, 300)
    flow = bench.flow(gate, a)
    rename(bench.diagram, flow, "else")
    set_default_flow(bench.diagram, flow)
    # when its end is drawn to the other task
    with bench.sound_edit():
        assert reconnect(bench.diagram, flow, target=b) == flow
    # then it ends there, and is still the default
    assert bench.pairs() == {(gate, b)}
    assert bench.diagram[flow].name == "else"
    assert bench.diagram.require(gate, FlowNode).default_flow == flow
    # and with another beginning it is not
    with bench.sound_edit():
        reconnect(bench.diagram, flow, source=a)
    assert bench.diagram.require(gate, FlowNode).default_flow == ""


def test_a_flow_drawn_to_another_pool_becomes_a_message(bench: Any) -> None:
    # given a flow in one of two pools
    first, second = bench.put("pool", 400, 125), bench.put("pool", 400, 500)
    a, b = bench.put("task", 300, 125, first), bench.put("task", 500, 125, first)
    other = bench.put("task", 300, 500, second)
    flow = connect(bench.diagram, a, b)
    rename(bench.diagram, flow, "order")
    # when its end is drawn to a task of the other
    with bench.sound_edit():
        made = reconnect(bench.diagram, flow, target=other)
    # then a message flow of the same name is there instead
    assert isinstance(bench.diagram[made], MessageFlow)
    assert bench.diagram[made].name == "order"
    assert bench.pairs() == {(a, other)}


def test_a_flow_is_not_reconnected_to_a_start(bench: Any) -> None:
    # given a flow and a start event
    a, b = bench.chain("task", "task")
    start = bench.put("start", 100, 300)
    # when its end is drawn to the start
    with pytest.raises(Refused, match="Nothing can lead to a start event"):
        reconnect(bench.diagram, bench.flow(a, b), target=start)
    # then it ends where it did
    assert bench.pairs() == {(a, b)}


def test_rerouting_forgets_the_bends(bench: Any) -> None:
    # given a bent flow
    a, b = bench.put("task", 100), bench.put("task", 300)
    flow = connect(bench.diagram, a, b, [Point(100, 140), Point(100, 250), Point(300, 250), Point(300, 140)])
    # when it is drawn anew
    with bench.sound_edit():
        reroute(bench.diagram, [a])
    # then it is straight
    assert bench.line(flow) == (Point(150, 100), Point(250, 100))


def test_a_line_of_one_point_is_refused(bench: Any) -> None:
    # given a flow
    a, b = bench.chain("task", "task")
    # when it is to run through a single point
    # then that is refused
    with pytest.raises(Refused):
        bend(bench.diagram, bench.flow(a, b), [Point(1, 1)])


@pytest.mark.parametrize(
    ("end", "at", "touches"),
    [
        ("source", Point(100, 139), Point(100, 140)),
        ("source", Point(51, 100), Point(50, 100)),
        ("target", Point(300, 61), Point(300, 60)),
        ("target", Point(349, 100), Point(350, 100)),
    ],
)
def test_an_end_put_back_on_its_block_touches_another_side(bench: Any, end: str, at: Point, touches: Point) -> None:
    # given a flow between two tasks
    a, b = bench.chain("task", "task")
    flow = bench.flow(a, b)
    # when one of its ends is let go at another side of its own block
    with bench.sound_edit():
        reconnect(bench.diagram, flow, **{end: {"source": a, "target": b}[end]}, at=at)
    # then it touches that side
    assert bench.line(flow)[0 if end == "source" else -1] == touches
