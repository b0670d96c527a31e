"""Resize, align, distribute, make space."""

from __future__ import annotations

from typing import Any

import pytest

from procos_studio.edits.align import align, distribute
from procos_studio.edits.closing import NEAR
from procos_studio.edits.framing import PADDING
from procos_studio.edits.make_space import make_space
from procos_studio.edits.resize import resize
from procos_studio.model.geometry import Bounds, Point
from procos_studio.problems import Refused


def test_a_larger_task_draws_its_flows_and_events_along(bench: Any) -> None:
    # given a task with a timer in the middle of its lower border and a flow to it
    a, b = bench.chain("task", "task")
    timer = bench.put("boundary-timer", 300, 140, b)
    # when it gets larger
    with bench.sound_edit():
        resize(bench.diagram, b, Bounds(240, 60, 200, 120))
    # then the timer is in the middle again, and the flow ends at the border
    assert bench.box(timer).center == Point(340, 180)
    assert bench.line(bench.flow(a, b))[-1].x == 240


def test_an_event_keeps_its_size(bench: Any) -> None:
    # given a start event
    start = bench.put("start", 100)
    # when it is to be larger
    with pytest.raises(Refused, match="cannot change its size"):
        resize(bench.diagram, start, Bounds(0, 0, 100, 100))
    # then it has its size
    assert bench.box(start).width == 36


def test_an_open_subsystem_does_not_get_smaller_than_its_content(bench: Any) -> None:
    # given an open subsystem with a task in it
    sub = bench.open_sub(100, 100)
    task = bench.put("task", *bench.box(sub).center, sub)
    # when it is to be tiny
    with bench.sound_edit():
        resize(bench.diagram, sub, Bounds(100, 100, 10, 10))
    # then it still encloses the task, with some room around it
    assert bench.box(sub).encloses(bench.box(task).grown(20))


def test_a_border_between_lanes_moves_for_both(bench: Any) -> None:
    # given a pool with two lanes
    pool = bench.put("pool", 400, 200)
    upper, lower = bench.put("lane", 400, 200, pool), bench.put("lane", 400, 200, pool)
    box, around = bench.box(upper), bench.box(pool)
    task = bench.put("task", 400, box.bottom - 50, upper)
    # when the lower border of the upper lane moves up past the task's middle
    with bench.sound_edit():
        resize(bench.diagram, upper, box._replace(height=box.height - 80))
    # then the lower lane begins there, the pool is as it was, and the task belongs to the lower one
    assert bench.box(lower).y == bench.box(upper).bottom == box.bottom - 80
    assert bench.box(pool) == around
    assert [lane.id for lane in bench.diagram.lanes(task)] == [lower]


def test_an_outer_border_of_a_lane_is_the_pools(bench: Any) -> None:
    # given a pool with two lanes
    pool = bench.put("pool", 400, 200)
    upper, lower = bench.put("lane", 400, 200, pool), bench.put("lane", 400, 200, pool)
    box = bench.box(lower)
    # when the lower one gets wider and higher
    with bench.sound_edit():
        resize(bench.diagram, lower, Bounds(box.x, box.y, box.width + 100, box.height + 60))
    # then the pool ends with it, and the upper lane is as wide
    assert bench.box(pool).right == bench.box(lower).right == bench.box(upper).right == box.right + 100
    assert bench.box(pool).bottom == bench.box(lower).bottom == box.bottom + 60


def test_a_wider_pool_has_wider_lanes(bench: Any) -> None:
    # given a pool with two lanes
    pool = bench.put("pool", 400, 200)
    upper, lower = bench.put("lane", 400, 200, pool), bench.put("lane", 400, 200, pool)
    box = bench.box(pool)
    # when it gets wider and higher
    with bench.sound_edit():
        resize(bench.diagram, pool, Bounds(box.x, box.y, box.width + 100, box.height + 50))
    # then the lanes fill it
    assert bench.box(upper).right == bench.box(lower).right == box.right + 100
    assert bench.box(lower).bottom == box.bottom + 50
    assert bench.box(upper).bottom == bench.box(lower).y


def test_aligned_blocks_have_one_middle(bench: Any) -> None:
    # given three blocks of several sizes
    keys = [bench.put("task", 100, 100), bench.put("start", 300, 130), bench.put("decision", 500, 80)]
    # when their middles are aligned
    with bench.sound_edit():
        align(bench.diagram, keys, "middle")
    # then they have one
    assert len({bench.box(key).center.y for key in keys}) == 1


def test_distributed_blocks_have_equal_gaps(bench: Any) -> None:
    # given three blocks in a row
    keys = [bench.put("task", 100), bench.put("start", 210), bench.put("task", 700)]
    # when they are distributed
    with bench.sound_edit():
        distribute(bench.diagram, keys)
    # then the gaps are equal and the outer ones stayed
    a, b, c = (bench.box(key) for key in keys)
    assert b.x - a.right == c.x - b.right
    assert (a.x, c.x) == (50, 650)
    # and two blocks have nothing to distribute
    with pytest.raises(Refused, match="at least three"):
        distribute(bench.diagram, keys[:2])


def test_space_opens_right_of_a_point(bench: Any) -> None:
    # given two tasks with a flow, and an open subsystem across the line
    a, b = bench.chain("task", "task")
    sub = bench.open_sub(100, 300)
    width = bench.box(sub).width
    # when space is made between the tasks
    with bench.sound_edit():
        make_space(bench.diagram, bench.plane, Point(200, 0), 60, 0)
    # then the right one moved, the flow got longer, and so did the subsystem
    assert bench.box(a).x == 50
    assert bench.box(b).x == 310
    assert bench.line(bench.flow(a, b)) == (Point(150, 100), Point(310, 100))
    assert bench.box(sub).width == width + 60
    # and where nothing lies there is nothing to move
    with pytest.raises(Refused, match="could make way"):
        make_space(bench.diagram, bench.plane, Point(5000, 5000), 60, 60)


def test_a_gap_closes_as_far_as_there_is_room(bench: Any) -> None:
    # given two tasks with a gap of 100 between them, and an open subsystem across the same line
    a, b = bench.chain("task", "task")
    sub = bench.open_sub(100, 200)
    width, middle = bench.box(sub).width, (bench.box(a).right + bench.box(b).x) / 2
    # when what lies right of the gap comes much nearer than it can
    with bench.sound_edit():
        make_space(bench.diagram, bench.plane, Point(middle, 0), -500, 0)
    # then nothing covers another, and the subsystem got shorter by as much
    assert bench.box(b).x == bench.box(a).right + NEAR
    assert bench.box(sub).width == width - (100 - NEAR)
    # and once more there is no room
    with pytest.raises(Refused, match="no room"):
        make_space(bench.diagram, bench.plane, Point(bench.box(a).right + 5, 0), -50, 0)


def test_lanes_and_their_pool_get_shorter_together(bench: Any) -> None:
    # given a pool with two lanes, of which one holds a task near its left
    pool = bench.put("pool", 500, 200)
    lanes = [bench.put("lane", 500, 200, pool), bench.put("lane", 500, 200, pool)]
    around = bench.box(pool)
    task = bench.put("task", around.x + 150, bench.box(lanes[0]).center.y, lanes[0])
    beside = bench.put("pool", around.right + 400, 200)
    # when what lies right of the task comes as near as it can
    with bench.sound_edit():
        make_space(bench.diagram, bench.plane, Point(bench.box(task).right + 30, 0), -1000, 0)
    # then the task has room in its lane, and all end together
    assert bench.box(pool).right == bench.box(task).right + PADDING
    assert {bench.box(lane).right for lane in lanes} == {bench.box(pool).right}
    # and what stood beside the pool still does
    assert bench.box(beside).x > bench.box(pool).right


def test_a_gap_between_steps_of_a_lane_closes_downwards(bench: Any) -> None:
    # given a pool whose upper lane is full and whose lower one is wide
    pool = bench.put("pool", 500, 200)
    upper, lower = bench.put("lane", 500, 200, pool), bench.put("lane", 500, 200, pool)
    task = bench.put("task", 500, bench.box(upper).bottom - 60, upper)
    box, height = bench.box(lower), bench.box(pool).height
    # when what begins below the middle of the lower lane comes nearer
    below = bench.put("pool", 500, bench.box(pool).bottom + 300)
    with bench.sound_edit():
        make_space(bench.diagram, bench.plane, Point(0, box.center.y), 0, -20)
    # then that lane and its pool got lower, the other lane and its task stayed, and the next pool came along
    assert bench.box(lower) == box._replace(height=box.height - 20)
    assert bench.box(pool).height == height - 20
    assert bench.box(task).bottom == bench.box(upper).bottom - 20
    assert bench.box(below).y > bench.box(pool).bottom
