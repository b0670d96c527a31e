from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from procos_studio.edits.append import append
from procos_studio.edits.connect import connect
from procos_studio.edits.insert_on_flow import insert_on_flow
from procos_studio.edits.rename import rename
from procos_studio.edits.set_condition import set_condition
from procos_studio.model.records import SequenceFlow
from procos_studio.problems import Refused


def _block(bench: Any, name: str) -> Any:
    return bench.library.blocks[f"standard/{name}"]


def test_a_new_block_on_a_flow_goes_between_and_makes_room(bench: Any) -> None:
    # given two tasks with little room between them, and a third
    a, b, c = bench.chain("task", "task", "task")
    flow = bench.flow(a, b)
    set_condition(bench.diagram, flow, "${x}")
    rename(bench.diagram, flow, "yes")
    # when a task is put on their flow
    with bench.sound_edit():
        new = insert_on_flow(bench.diagram, flow, _block(bench, "task"))
    # then the flow keeps its beginning, name and condition, and a plain one goes on
    kept = bench.diagram.require(flow, SequenceFlow)
    assert (kept.source, kept.target, kept.name, kept.condition) == (a, new, "yes", "${x}")
    assert bench.diagram.require(bench.flow(new, b), SequenceFlow).condition is None
    # and what follows made way, so that nothing touches
    boxes = [bench.box(key) for key in (a, new, b, c)]
    assert all(right.x - left.right >= 50 for left, right in pairwise(boxes))
    assert len({box.center.y for box in boxes}) == 1


def test_a_wide_block_between_near_neighbours_covers_neither(bench: Any) -> None:
    # given a start 50 before a task, which leads on
    start = bench.put("start", 100)
    task = append(bench.diagram, start, _block(bench, "task"))
    after = append(bench.diagram, task, _block(bench, "decision"))
    # when a block wider than the task is put on the flow
    with bench.sound_edit():
        wide = insert_on_flow(bench.diagram, bench.flow(start, task), bench.library.blocks["integration/http-request"])
    # then all four stand apart, in the order of the flow
    boxes = [bench.box(key) for key in (start, wide, task, after)]
    assert all(right.x - left.right >= 50 for left, right in pairwise(boxes))


def test_a_loose_block_moves_onto_the_flow(bench: Any) -> None:
    # given a flow with room, and a gateway apart
    a, b = bench.put("task", 100), bench.put("task", 600)
    flow = connect(bench.diagram, a, b)
    gate = bench.put("decision", 300, 400)
    # when the gateway is dropped on the flow
    with bench.sound_edit():
        insert_on_flow(bench.diagram, flow, gate)
    # then it is between the tasks, half-way
    assert bench.pairs() == {(a, gate), (gate, b)}
    assert bench.box(gate).center == (350, 100)


def test_what_cannot_lead_on_is_not_inserted(bench: Any) -> None:
    # given a flow
    a, b = bench.chain("task", "task")
    # when an end event is put on it
    with pytest.raises(Refused, match="Nothing can follow an end event"):
        insert_on_flow(bench.diagram, bench.flow(a, b), _block(bench, "end"))
    # then the flow is as before, and there is no end event
    assert bench.pairs() == {(a, b)}
    assert bench.problems() == []


def test_appended_blocks_stand_beside_and_below_one_another(bench: Any) -> None:
    # given a decision
    gate = bench.put("decision", 100)
    # when two tasks are appended
    with bench.sound_edit():
        first = append(bench.diagram, gate, _block(bench, "task"))
    with bench.sound_edit():
        second = append(bench.diagram, gate, _block(bench, "task"))
    # then the first is level with it, the second below, and both are connected
    assert bench.box(first).center.y == 100
    assert bench.box(second).x == bench.box(first).x
    assert bench.box(second).y > bench.box(first).bottom
    assert bench.pairs() == {(gate, first), (gate, second)}


def test_what_follows_a_boundary_event_stands_below_its_step(bench: Any) -> None:
    # given a timer on a task
    task = bench.put("task", 200, 200)
    timer = bench.put("boundary-timer", 220, 240, task)
    # when a task is appended to the timer
    with bench.sound_edit():
        late = append(bench.diagram, timer, _block(bench, "task"))
    # then it stands below, and the flow leaves downwards
    assert bench.box(late).y > bench.box(task).bottom
    line = bench.line(bench.flow(timer, late))
    assert line[0] == (220, 258)
    assert line[1].y > line[0].y


def test_nothing_is_appended_to_an_end(bench: Any) -> None:
    # given an end event
    end = bench.put("end", 100)
    # when a task is appended
    with pytest.raises(Refused):
        append(bench.diagram, end, _block(bench, "task"))
    # then there is still one element
    assert len(bench.diagram.children(bench.diagram[end].parent, type(bench.diagram[end]))) == 1


def test_only_what_follows_or_is_run_into_makes_way(bench: Any) -> None:
    # given two rows of tasks, and a loose task right behind the first row
    a, b, c = bench.chain("task", "task", "task")
    d, e = bench.chain("task", "task", y=400)
    loose = bench.put("task", 630, 100)
    before = {key: bench.box(key) for key in (d, e)}
    # when a task is put on the first flow
    with bench.sound_edit():
        insert_on_flow(bench.diagram, bench.flow(a, b), _block(bench, "task"))
    # then the other row stands where it stood, and the loose task was pushed on
    assert {key: bench.box(key) for key in (d, e)} == before
    assert bench.box(loose).x > bench.box(c).right


@pytest.mark.parametrize(("x", "y"), [(0, 120), (0, -120), (-200, 0)])
def test_room_is_made_the_way_that_the_flow_runs(bench: Any, x: int, y: int) -> None:
    # given two near blocks below, above or left of one another, and a third further that way
    keys = [bench.put("task", 600 + number * x, 600 + number * y) for number in range(3)]
    for first, second in pairwise(keys):
        connect(bench.diagram, first, second)
    # when a block is put on the flow between the first two
    with bench.sound_edit():
        new = insert_on_flow(bench.diagram, bench.flow(keys[0], keys[1]), _block(bench, "task"))
    # then all stand apart, in the order of the flow
    boxes = [bench.box(key) for key in (keys[0], new, *keys[1:])]
    assert not any(first.grown(20).intersects(second) for first, second in pairwise(boxes))
    assert [box.center for box in boxes] == sorted((box.center for box in boxes), key=lambda at: at.x * x + at.y * y)


def test_a_block_on_a_flow_down_into_the_next_lane_pushes_that_lane_down(bench: Any) -> None:
    # given steps in two lanes, one right above the other
    pool = bench.put("pool", 500, 200)
    lanes = [bench.put("lane", 500, 200, pool), bench.put("lane", 500, 200, pool)]
    border = bench.box(lanes[0]).bottom
    steps = [bench.put("task", 500, border - 50, lanes[0]), bench.put("task", 500, border + 50, lanes[1])]
    flow = connect(bench.diagram, *steps)
    # when a block is put between them
    with bench.sound_edit():
        new = insert_on_flow(bench.diagram, flow, _block(bench, "task"))
    # then nothing covers another, and each step is in its own lane still
    boxes = [bench.box(key) for key in (steps[0], new, steps[1])]
    assert all(upper.bottom < lower.y for upper, lower in pairwise(boxes))
    assert [bench.diagram.lanes(step)[0].id for step in steps] == lanes
    assert all(bench.box(lane).contains(bench.box(step).center) for lane, step in zip(lanes, steps, strict=True))
