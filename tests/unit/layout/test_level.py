"""Events on borders."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from procos_studio.layout import draw_missing
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Bounds, Point
from tests.benchmarks.bench_layout import score

Read = Callable[..., Diagram]
Box = Callable[[Diagram, str], Bounds]


def test_events_on_a_border_leave_the_sign_of_their_step_free(process: Read, box: Box) -> None:
    # given a call with one event on its border, and a loop with two
    nodes = (
        '<callActivity id="call"/><boundaryEvent id="x" attachedToRef="call"/>'
        '<task id="loop"><standardLoopCharacteristics/></task>'
        '<boundaryEvent id="y" attachedToRef="loop"/><boundaryEvent id="z" attachedToRef="loop"/>'
    )
    # when they are drawn
    drawn = draw_missing(process(nodes, "call>loop"))
    # then no event covers the middle of the lower border, where the signs are
    for host, events in (("call", "x"), ("loop", "yz")):
        sign = Bounds(box(drawn, host).center.x - 7, box(drawn, host).bottom - 18, 14, 14)
        assert not any(box(drawn, event).intersects(sign) for event in events)


def test_lines_from_the_events_of_one_step_do_not_cross(process: Read) -> None:
    # given a step with three events on its border, each with a way of its own
    events = "".join(f'<boundaryEvent id="x{i}" attachedToRef="a"/><task id="t{i}"/>' for i in range(3))
    # when it is drawn, then no line crosses another
    drawn = draw_missing(process(f'<task id="a"/>{events}', "x0>t0", "x1>t1", "x2>t2"))
    assert score(drawn).crossings == 0


def test_the_branches_of_a_gateway_share_a_trunk(process: Read, box: Box) -> None:
    # given a gateway with five branches that join again
    tasks = "".join(f'<task id="t{i}"/>' for i in range(5))
    nodes = f'<parallelGateway id="g"/>{tasks}<parallelGateway id="j"/>'
    flows = [f"{a}>{b}" for i in range(5) for a, b in (("g", f"t{i}"), (f"t{i}", "j"))]
    # when it is drawn
    drawn = draw_missing(process(nodes, *flows))
    # then one branch is straight, and all others leave and arrive at a corner, with one bend
    lines = {key: tuple(edge.waypoints) for key in ("g_t0", "t0_j") if (edge := drawn.edge(key)) is not None}
    assert [len(line) for line in lines.values()] == [2, 2]
    for i in range(1, 5):
        edge = drawn.edge(f"g_t{i}")
        assert edge is not None
        assert edge.waypoints == (
            Point(box(drawn, "g").center.x, box(drawn, "g").bottom),
            Point(box(drawn, "g").center.x, box(drawn, f"t{i}").center.y),
            Point(box(drawn, f"t{i}").x, box(drawn, f"t{i}").center.y),
        )


def test_a_step_that_only_an_outer_lane_names_stands_in_it(process: Read, box: Box) -> None:
    # given two lanes, of which the second has lanes inside and names a step that those do not
    lanes = (
        '<laneSet id="s"><lane id="one"/><lane id="two"><flowNodeRef>a</flowNodeRef>'
        '<childLaneSet id="c"><lane id="inner"/><lane id="other"/></childLaneSet></lane></laneSet>'
    )
    # when it is drawn
    drawn = draw_missing(process(f'{lanes}<task id="a"/>'))
    # then the step is in the second lane
    assert box(drawn, "two").encloses(box(drawn, "a"))


def test_steps_that_nothing_joins_keep_their_rows(process: Read, box: Box) -> None:
    # given events and tasks without any flow, drawn in rows
    nodes = "".join(f'<startEvent id="e{i}"/><task id="t{i}"/>' for i in range(4))
    drawn = draw_missing(process(nodes))
    rows: dict[float, list[float]] = {}
    for key in (f"{kind}{i}" for i in range(4) for kind in "et"):
        rows.setdefault(box(drawn, key).center.y, []).append(box(drawn, key).x)
    # then no two of a row stand on each other, and there are fewer rows than steps
    assert len(rows) < 8
    assert all(one < other for row in rows.values() for one, other in pairwise(sorted(row)))
