"""Resize, align, distribute, make space."""

from __future__ import annotations

from typing import Any

import pytest

from procos_studio.edits.align import align, distribute
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
    # then it still encloses the task
    assert bench.box(sub).encloses(bench.box(task))


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
