from __future__ import annotations

from typing import Any

import pytest

from procos_studio.bpmn import write_bytes
from procos_studio.edits import displacing
from procos_studio.edits.connect import connect
from procos_studio.edits.drawing import draw_shape
from procos_studio.edits.move import move
from procos_studio.edits.move_label import move_label
from procos_studio.model.ends import process_of
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.lines import crosses, is_orthogonal
from procos_studio.model.records import FlowNode, SequenceFlow
from procos_studio.problems import Refused


def test_a_moved_task_draws_its_flows_along(bench: Any) -> None:
    # given three tasks in a row
    a, b, c = bench.chain("task", "task", "task")
    # when the middle one moves down
    with bench.sound_edit():
        move(bench.diagram, [b], 0, 150)
    # then its shape moved and its flows end at it, still with corners
    assert bench.box(b) == Bounds(250, 210, 100, 80)
    assert bench.line(bench.flow(a, b))[-1] == Point(250, 250)
    assert bench.line(bench.flow(b, c))[0] == Point(350, 250)
    assert is_orthogonal(bench.line(bench.flow(a, b)))


def test_lines_of_others_go_round_a_block_that_is_put_on_them(bench: Any) -> None:
    # given a flow from one task to a distant one, and a third task below it that has flows of its own
    a, b = bench.put("task", 100), bench.put("task", 600)
    c, d = bench.put("task", 350, 400), bench.put("task", 600, 400)
    flow, own = connect(bench.diagram, a, b), connect(bench.diagram, c, d)
    straight = bench.line(flow)
    # when the third is put onto the line
    with bench.sound_edit():
        move(bench.diagram, [c], 0, -300)
    # then the line goes round it, and is as it was after one undo
    assert not crosses(bench.line(flow), bench.box(c))
    assert is_orthogonal(bench.line(flow))
    assert bench.line(own)[0].y <= bench.box(c).bottom
    bench.diagram.undo()
    assert bench.line(flow) == straight


def test_lines_that_ran_behind_a_block_before_stay(bench: Any) -> None:
    # given a line that a person led behind a block
    a, b = bench.put("task", 100), bench.put("task", 600)
    c = bench.put("task", 350, 100)
    flow = connect(bench.diagram, a, b, [Point(150, 100), Point(550, 100)])
    line = bench.line(flow)
    assert crosses(line, bench.box(c))
    # when the block moves a little, then the line stays
    move(bench.diagram, [c], 8, 8)
    assert bench.line(flow) == line


def test_lines_stay_where_very_many_blocks_are_put_on_them(bench: Any) -> None:
    # given a long flow, and below it more blocks than are got out of the way of single lines
    a, b = bench.put("task", 100), bench.put("task", 2500)
    many = [bench.put("task", 300 + 150 * number, 400) for number in range(13)]
    flow = connect(bench.diagram, a, b)
    straight = bench.line(flow)
    # when all of them are moved onto it, then it stays; and when one is, it gives way
    move(bench.diagram, many, 0, -300)
    assert bench.line(flow) == straight
    bench.diagram.undo()
    move(bench.diagram, many[:1], 0, -300)
    assert bench.line(flow) != straight


def test_a_block_moves_beside_a_shape_whose_element_the_file_lacks(bench: Any) -> None:
    # given a task, and below it a shape of something that is not there, as other tools leave it behind
    task = bench.put("task", 100)
    with bench.diagram.edit("Leave behind") as tx:
        draw_shape(bench.diagram, tx, bench.plane, "Gone", Bounds(100, 250, 100, 80))
    # when the task moves near to it, then it stands there
    move(bench.diagram, [task], 0, 50)
    assert bench.box(task) == Bounds(50, 110, 100, 80)


def test_flows_between_moved_blocks_keep_their_shape(bench: Any) -> None:
    # given two tasks with a bent flow between them
    a, b = bench.put("task", 100), bench.put("task", 300)
    bend = [Point(100, 140), Point(100, 250), Point(300, 250), Point(300, 140)]
    flow = connect(bench.diagram, a, b, bend)
    # when both move
    move(bench.diagram, [a, b], 10, 20)
    # then every bend moved with them
    assert bench.line(flow) == tuple(point.moved(10, 20) for point in bend)


def test_boundary_events_and_labels_ride_along(bench: Any) -> None:
    # given a task with a timer on it whose label was placed
    task = bench.put("task", 200, 200)
    timer = bench.put("boundary-timer", 220, 240, task)
    move_label(bench.diagram, timer, Bounds(240, 260, 60, 14))
    # when the task moves
    with bench.sound_edit():
        move(bench.diagram, [task], 30, -50)
    # then event and label moved by the same
    assert bench.box(timer).center == Point(250, 190)
    assert bench.diagram.shape(timer).label_bounds == Bounds(270, 210, 60, 14)


def test_a_boundary_event_moves_along_the_border_only(bench: Any) -> None:
    # given a timer on a task
    task = bench.put("task", 200, 200)
    timer = bench.put("boundary-timer", 220, 240, task)
    # when it is dragged to the upper right
    with bench.sound_edit():
        move(bench.diagram, [timer], 35, -60)
    # then it stands on the nearest point of the border
    assert bench.box(timer).center == Point(250, 180)


def test_a_boundary_event_can_change_its_step(bench: Any) -> None:
    # given a timer on one of two tasks
    first, second = bench.put("task", 200, 200), bench.put("task", 500, 200)
    timer = bench.put("boundary-timer", 220, 240, first)
    # when it is dragged onto the other
    with bench.sound_edit():
        move(bench.diagram, [timer], 300, 0, second)
    # then it rides there
    assert bench.diagram.require(timer, FlowNode).attached_to == second
    assert bench.box(timer).center == Point(520, 240)


def test_a_pool_takes_all_inside_along(bench: Any) -> None:
    # given a pool with two lanes and a chain in it
    pool = bench.put("pool", 400, 200)
    upper, lower = bench.put("lane", 400, 200, pool), bench.put("lane", 400, 200, pool)
    a, b = bench.put("task", 300, 200, upper), bench.put("task", 500, 200, upper)
    flow = connect(bench.diagram, a, b)
    before = {key: bench.box(key) for key in (pool, upper, lower, a, b)}
    line = bench.line(flow)
    # when the pool moves
    with bench.sound_edit():
        move(bench.diagram, [pool], 40, 60)
    # then everything moved by the same
    assert {key: bench.box(key) for key in before} == {key: box.moved(40, 60) for key, box in before.items()}
    assert bench.line(flow) == tuple(point.moved(40, 60) for point in line)


def test_moving_into_another_lane_changes_who_is_responsible(bench: Any) -> None:
    # given a task in the upper of two lanes
    pool = bench.put("pool", 400, 200)
    upper, lower = bench.put("lane", 400, 200, pool), bench.put("lane", 400, 200, pool)
    task = bench.put("task", 300, 200, upper)
    down = bench.box(lower).center.y - 200
    # when it moves down
    with bench.sound_edit():
        move(bench.diagram, [task], 0, down)
    # then the lower lane names it
    assert [lane.id for lane in bench.diagram.lanes(task)] == [lower]


def test_a_block_taken_out_of_its_scope_is_cut_out_of_the_flow(bench: Any) -> None:
    # given three tasks in a row and an open subsystem below
    a, b, c = bench.chain("task", "task", "task")
    sub = bench.open_sub(350, 420)
    timer = bench.put("boundary-timer", 320, 140, b)
    # when the middle one moves into the subsystem
    with bench.sound_edit():
        move(bench.diagram, [b], 200, 400, sub)
    # then it stands there with its timer, and the others are joined
    assert bench.diagram[b].parent == bench.diagram[timer].parent == sub
    assert (a, c) in bench.pairs()
    assert not bench.diagram.incoming(b, SequenceFlow)
    assert bench.line(bench.flow(a, c)) == (Point(150, 100), Point(450, 100))


def test_blocks_that_move_into_a_scope_together_stay_connected(bench: Any) -> None:
    # given two connected tasks and an open subsystem
    a, b = bench.chain("task", "task")
    sub = bench.open_sub(350, 420)
    flow = bench.flow(a, b)
    # when both move in
    with bench.sound_edit():
        move(bench.diagram, [a, b], 250, 400, sub)
    # then their flow is inside too
    assert bench.diagram[flow].parent == sub


def test_moving_into_a_pool_of_another_process(bench: Any) -> None:
    # given a task in one pool, and another pool
    first, second = bench.put("pool", 400, 125), bench.put("pool", 400, 500)
    a, b = bench.put("task", 300, 125, first), bench.put("task", 500, 125, first)
    connect(bench.diagram, a, b)
    # when one task moves to the other pool
    with bench.sound_edit():
        move(bench.diagram, [b], 0, 375, second)
    # then it is part of that process, and the flow is gone
    assert process_of(bench.diagram, b) == process_of(bench.diagram, second)
    assert not bench.diagram.outgoing(a, SequenceFlow)


def test_a_container_gives_way_to_what_moves_against_its_border(bench: Any) -> None:
    # given a task in an open subsystem
    sub = bench.open_sub(225, 200)
    task = bench.put("task", 400, 300, sub)
    # when the task moves half-way out on the right
    with bench.sound_edit():
        move(bench.diagram, [task], bench.box(sub).width / 2, 0)
    # then the subsystem still encloses it
    assert bench.box(sub).encloses(bench.box(task).grown(10))


def test_a_subsystem_cannot_move_into_itself(bench: Any) -> None:
    # given an open subsystem in another one
    outer = bench.open_sub(225, 200)
    # when it is dropped into itself
    with pytest.raises(Refused, match="into itself"):
        move(bench.diagram, [outer], 10, 10, outer)
    # then it has not moved
    assert bench.box(outer).center == Point(400, 300)


@pytest.mark.parametrize("by", [(10, 20), (0.1, -0.2), (-0.3333, 7)])
def test_blocks_moved_together_end_up_as_with_each_flow_led_after_them(
    bench: Any, monkeypatch: pytest.MonkeyPatch, by: tuple[float, float]
) -> None:
    # given a chain with a boundary event, a flow that leads out of it, and a note on a flow
    a, b, c, _ = bench.chain("task", "task", "task", "task")
    timer = bench.put("boundary-timer", 300, 140, b)
    connect(bench.diagram, timer, c)
    note = bench.put("text-annotation", 200, 300)
    connect(bench.diagram, note, bench.flow(a, b))
    before = write_bytes(bench.diagram)
    # when all but its end moves, once with the short way for flows whose two ends go together and once without
    move(bench.diagram, [a, b, c, note], *by)
    quick = write_bytes(bench.diagram)
    bench.diagram.undo()
    assert write_bytes(bench.diagram) == before
    monkeypatch.setattr(displacing, "shift", lambda *_: False)
    move(bench.diagram, [a, b, c, note], *by)
    # then both are the same
    assert quick == write_bytes(bench.diagram) != before
