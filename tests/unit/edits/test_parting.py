"""Fresh lines run beside those of other flows, not on top of them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from procos_studio.edits.bend import bend
from procos_studio.edits.connect import connect
from procos_studio.model.geometry import Point


def _upright(line: tuple[Point, ...]) -> list[float]:
    """Where pieces run up or down."""
    return [a.x for a, b in pairwise(line) if a.x == b.x and a.y != b.y]


def test_a_line_between_others_takes_a_way_of_its_own(bench: Any) -> None:
    # given two pairs of tasks, whose lines would both turn half-way
    a, b = bench.put("task", 100, 100), bench.put("task", 400, 300)
    c, d = bench.put("task", 100, 220), bench.put("task", 400, 420)
    first = connect(bench.diagram, a, b)
    # when the second pair is connected
    with bench.sound_edit():
        second = connect(bench.diagram, c, d)
    # then its line turns elsewhere than the first, whose line is as it was
    (one,), (other,) = _upright(bench.line(first)), _upright(bench.line(second))
    assert one == 250
    assert abs(one - other) >= 10


def test_flows_of_one_block_share_a_way(bench: Any) -> None:
    # given a decision that leads to two tasks
    gate, a = bench.put("decision", 100, 300), bench.put("task", 400, 100)
    b = bench.put("task", 400, 200)
    # when both are connected
    flows = [connect(bench.diagram, gate, end) for end in (a, b)]
    # then their lines may run together, as one reads it
    assert len({tuple(_upright(bench.line(flow))) for flow in flows}) == 1


def test_a_line_goes_beside_one_that_was_bent_by_hand(bench: Any) -> None:
    # given a flow that a person has led through the middle between two columns
    a, b = bench.put("task", 100, 100), bench.put("task", 400, 500)
    bent = connect(bench.diagram, a, b)
    bend(bench.diagram, bent, [Point(150, 100), Point(250, 100), Point(250, 500), Point(350, 500)])
    c, d = bench.put("task", 100, 250), bench.put("task", 400, 370)
    # when another is drawn across the same gap
    flow = connect(bench.diagram, c, d)
    # then it runs beside it, and the bends stay
    assert bench.line(bent) == (Point(150, 100), Point(250, 100), Point(250, 500), Point(350, 500))
    assert all(abs(x - 250) >= 10 for x in _upright(bench.line(flow)))
