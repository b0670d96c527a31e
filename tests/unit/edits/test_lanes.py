"""Lanes beside and inside of lanes, and how they change places; pools that are black boxes."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from procos_studio.edits.add_lane import add_lane
from procos_studio.edits.black_box import black_box
from procos_studio.edits.connect import connect
from procos_studio.edits.delete import delete
from procos_studio.edits.move import move
from procos_studio.edits.move_lane import move_lane
from procos_studio.edits.resize import resize
from procos_studio.edits.split_lane import split_lane
from procos_studio.model.records import Lane, LaneSet, MessageFlow, Participant
from procos_studio.problems import Refused


@pytest.fixture
def pool(bench: Any) -> str:
    """A pool with two lanes, a task in each, connected, and another pool below."""
    return bench.put("pool", 400, 200)


@pytest.fixture
def lanes(bench: Any, pool: str) -> list[str]:
    return [add_lane(bench.diagram, pool), add_lane(bench.diagram, pool)]


@pytest.fixture
def tasks(bench: Any, lanes: list[str]) -> list[str]:
    made = [bench.put("task", 300, bench.box(lane).center.y, lane) for lane in lanes]
    connect(bench.diagram, *made)
    return made


def _covers(bench: Any, holder: str, lanes: list[str]) -> bool:
    """Whether lanes share a holder without gap and overlap, from the first to the last."""
    boxes, around = [bench.box(lane) for lane in lanes], bench.box(holder)
    touching = all(one.bottom == other.y for one, other in pairwise(boxes))
    return touching and boxes[0].y == around.y and boxes[-1].bottom == around.bottom


def _in_file(bench: Any, lane: str) -> list[str]:
    """A lane and those beside it, as the file has them."""
    return [item.id for item in bench.diagram.children(bench.diagram[lane].parent, Lane)]


def _names(bench: Any, key: str) -> list[str]:
    return sorted(lane.id for lane in bench.diagram.lanes(key))


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("number", [0, 1])
def test_a_lane_is_added_beside_another_and_pushes_what_lies_behind(
    bench: Any, pool: str, lanes: list[str], tasks: list[str], number: int, before: bool
) -> None:
    # given a pool below
    below = bench.put("pool", 400, 700)
    far = bench.box(below).y - bench.box(pool).bottom
    sizes = [bench.box(lane).height for lane in lanes]
    # when a lane is added
    with bench.sound_edit():
        made = add_lane(bench.diagram, lanes[number], before)
    # then it stands there, the others keep their size and their steps, and the pool below its distance
    order = [*lanes[: number + (not before)], made, *lanes[number + (not before) :]]
    assert _covers(bench, pool, order)
    assert _in_file(bench, made) == order
    assert [bench.box(lane).height for lane in lanes] == sizes
    assert [_names(bench, task) for task in tasks] == [[lane] for lane in lanes]
    assert bench.box(below).y - bench.box(pool).bottom == far


def test_a_lane_is_split_into_two_and_further(bench: Any, pool: str, lanes: list[str], tasks: list[str]) -> None:
    # given a lane with a task
    # when it is split twice
    with bench.sound_edit():
        inner = split_lane(bench.diagram, lanes[0])
    with bench.sound_edit():
        more = split_lane(bench.diagram, lanes[0])
    # then three lanes share it beside its name, and the task is in it and in one of them
    assert _covers(bench, lanes[0], [*inner, *more])
    assert _covers(bench, pool, lanes)
    assert all(bench.box(lane).x == bench.box(lanes[0]).x + 30 for lane in (*inner, *more))
    (named,) = set(_names(bench, tasks[0])) - {lanes[0]}
    assert bench.box(named).contains(bench.box(tasks[0]).center)
    assert bench.box(tasks[0]).x >= bench.box(named).x


def test_a_deleted_lane_gives_its_room_to_its_neighbour_within_the_lane(bench: Any, lanes: list[str]) -> None:
    # given a lane with two lanes of its own
    inner = split_lane(bench.diagram, lanes[0])
    room = bench.box(lanes[0])
    # when the first of them goes, and then the other
    with bench.sound_edit():
        delete(bench.diagram, [inner[0]])
    # then the second has all of the room
    assert bench.box(inner[1]) == room._replace(x=room.x + 30, width=room.width - 30)
    with bench.sound_edit():
        delete(bench.diagram, [inner[1]])
    # and without the last the lane is whole again
    assert not bench.diagram.children(lanes[0], LaneSet)


def test_lanes_change_places_with_all_that_stands_in_them(
    bench: Any, pool: str, lanes: list[str], tasks: list[str]
) -> None:
    # given the second lane split, so that both have another height
    split_lane(bench.diagram, lanes[1])
    split_lane(bench.diagram, lanes[1])
    around = bench.box(pool)
    # when it goes up
    with bench.sound_edit():
        move_lane(bench.diagram, lanes[1], back=True)
    # then both have changed places, in the file too, and kept their steps
    assert _covers(bench, pool, [lanes[1], lanes[0]])
    assert bench.box(pool) == around
    assert _in_file(bench, lanes[0]) == [lanes[1], lanes[0]]
    assert all(lane in _names(bench, task) for lane, task in zip(lanes, tasks, strict=True))
    # when it should go up again, then a sentence says that there is nothing above
    with pytest.raises(Refused, match="no lane on that side"):
        move_lane(bench.diagram, lanes[1], back=True)


def test_an_empty_pool_becomes_a_black_box_and_keeps_its_messages(bench: Any, pool: str, tasks: list[str]) -> None:
    # given another pool that gets a message
    other = bench.put("pool", 400, 700)
    flow = connect(bench.diagram, tasks[0], other)
    # when it becomes a black box
    with bench.sound_edit():
        assert black_box(bench.diagram, other)
    # then it has no process, still gets the message, and takes no steps
    assert not bench.diagram.require(other, Participant).process
    assert bench.diagram.require(flow, MessageFlow).target == other
    with pytest.raises(Refused):
        bench.put("task", *bench.box(other).center, other)
    # when it is opened again
    with bench.sound_edit():
        assert not black_box(bench.diagram, other)
    # then it does
    bench.put("task", *bench.box(other).center, other)
    # and is no black box any more while that stands in it
    with pytest.raises(Refused, match="not empty"):
        black_box(bench.diagram, other)


@pytest.mark.parametrize("number", [0, 1])
def test_a_lane_grows_when_a_tall_step_is_dropped_in_it(
    bench: Any, pool: str, lanes: list[str], tasks: list[str], number: int
) -> None:
    # given two lanes with a task in each, a pool below, and a subsystem that is taller than a lane
    below = bench.put("pool", 400, 900)
    tall = bench.open_sub(400, 900)
    height = bench.box(lanes[number]).height
    resize(bench.diagram, tall, bench.box(tall)._replace(height=height + 60))
    inner = bench.put("task", 300, bench.box(tall).bottom - 40, tall)
    kept = bench.box(inner).y - bench.box(tall).y
    far = bench.box(below).y - bench.box(pool).bottom
    other = bench.box(lanes[1 - number]).height
    aside = bench.box(tasks[1 - number]).y - bench.box(lanes[1 - number]).y
    inner = bench.put("task", 400, bench.box(tall).y + 50, tall)
    size, kept = bench.box(tall).height, bench.box(inner).y - bench.box(tall).y
    # when it is dropped into one of the lanes
    start, middle = bench.box(tall).center, bench.box(lanes[number]).center
    with bench.sound_edit():
        move(bench.diagram, [tall], middle.x + 100 - start.x, middle.y - start.y, lanes[number])
    # then that lane holds it, and the other keeps its size and its task's place in it
    assert bench.box(lanes[number]).encloses(bench.box(tall).grown(10))
    assert bench.box(lanes[1 - number]).height == other
    assert bench.box(tasks[1 - number]).y - bench.box(lanes[1 - number]).y == aside
    assert [_names(bench, key) for key in (*tasks, tall)] == [[lanes[0]], [lanes[1]], [lanes[number]]]
    # and what stands in it keeps its place there
    assert (bench.box(tall).height, bench.box(inner).y - bench.box(tall).y) == (size, kept)
    # and the lanes cover the pool as before, and the other pool keeps its distance
    assert _covers(bench, pool, lanes)
    assert bench.box(below).y - bench.box(pool).bottom == far


def test_a_lane_stays_as_it_is_for_a_step_that_has_room(
    bench: Any, pool: str, lanes: list[str], tasks: list[str]
) -> None:
    # given a task in a lane
    before = [bench.box(lane) for lane in lanes]
    # when it is moved so that it stands over the border
    box = bench.box(tasks[0])
    move(bench.diagram, [tasks[0]], 0, before[0].bottom - box.bottom + 10, lanes[0])
    # then no lane changes
    assert [bench.box(lane) for lane in lanes] == before
