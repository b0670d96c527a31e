from __future__ import annotations

from typing import Any

import pytest

from procos_studio.edits.place import place
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.names import camunda
from procos_studio.model.records import Collaboration, FlowNode, Lane, Participant, Plane, Process
from procos_studio.problems import Refused


def test_a_block_stands_with_its_middle_where_it_was_put(bench: Any) -> None:
    # given an empty diagram
    # when a task is placed
    with bench.sound_edit():
        task = bench.put("user-task", 200, 160)
    # then it is an element of the process with a shape around the point
    assert bench.diagram[task].kind == "userTask"
    assert isinstance(bench.diagram[bench.diagram[task].parent], Process)
    assert bench.box(task) == Bounds(150, 120, 100, 80)


def test_a_specialised_block_is_stamped_and_called_what_it_is(bench: Any) -> None:
    # given the block for web requests
    block = bench.library.blocks["integration/http-request"]
    # when it is placed
    with bench.sound_edit():
        key = place(bench.diagram, block, bench.plane, Point(200, 160))
    # then the file says which block it is, and its defaults are there
    element = bench.diagram[key]
    assert element.get(camunda("modelerTemplate")) == block.id
    assert element.name == block.name
    assert element.get(camunda("topic")) == block.topic


def test_every_placeable_block_makes_a_sound_file(bench: Any) -> None:
    # given a diagram with a pool and a task in it
    pool = bench.put("pool", 600, 300)
    task = bench.put("task", 500, 300, pool)
    transaction = bench.put("transaction", 800, 300, pool)
    # when one of each block is placed where it belongs
    for number, block in enumerate(bench.library.blocks.values()):
        if not block.placeable:
            continue
        host = {"boundaryEvent": task, "lane": pool, "participant": ""}.get(block.element, pool)
        host = transaction if block.event == "cancel" and block.element == "boundaryEvent" else host
        y = 2000 + 300 * number if block.element == "participant" else 300
        place(bench.diagram, block, bench.plane, Point(400 + 150 * number, y), host)
        # then the file is sound each time
        assert bench.problems() == [], block.id


def test_a_boundary_event_snaps_to_the_border_of_its_step(bench: Any) -> None:
    # given a task
    task = bench.put("task", 200, 200)
    # when a timer is dropped near its lower border
    with bench.sound_edit():
        event = bench.put("boundary-timer", 220, 235)
    # then it rides there
    assert bench.diagram.require(event, FlowNode).attached_to == task
    assert bench.box(event).center == Point(220, 240)


def test_a_boundary_event_in_the_open_is_refused(bench: Any) -> None:
    # given an empty diagram
    # when a boundary event is dropped
    with pytest.raises(Refused, match="rides on the border of a step"):
        bench.put("boundary-timer", 220, 235)
    # then nothing was made
    assert not list(bench.diagram.all(FlowNode))


def test_the_first_pool_goes_around_what_is_there(bench: Any) -> None:
    # given a process with a task
    task = bench.put("task", 200, 200)
    process = bench.diagram[task].parent
    # when a pool is placed
    with bench.sound_edit():
        pool = bench.put("pool", 200, 200)
    # then the page shows a collaboration, whose pool holds the process and encloses the task
    assert isinstance(bench.diagram[bench.diagram.require(bench.plane, Plane).shows], Collaboration)
    assert bench.diagram.require(pool, Participant).process == process
    assert bench.box(pool).encloses(bench.box(task).grown(20))


def test_a_second_pool_gets_a_process_of_its_own(bench: Any) -> None:
    # given a pool
    first = bench.put("pool", 400, 200)
    # when another one is placed below
    with bench.sound_edit():
        second = bench.put("pool", 400, 600)
    # then each has its process
    processes = {bench.diagram.require(pool, Participant).process for pool in (first, second)}
    assert len(processes) == 2


def test_steps_outside_any_pool_are_refused(bench: Any) -> None:
    # given a page of pools
    bench.put("pool", 400, 200)
    # when a task is dropped far from it
    with pytest.raises(Refused, match="inside a pool"):
        bench.put("task", 400, 2000)
    # then no step was made
    assert not list(bench.diagram.all(FlowNode))


def test_lanes_share_the_pool_and_take_in_what_stands_in_them(bench: Any) -> None:
    # given a pool with a task in its middle
    pool = bench.put("pool", 400, 200)
    task = bench.put("task", 400, 200, pool)
    # when two lanes are added
    with bench.sound_edit():
        upper = bench.put("lane", 400, 200, pool)
    with bench.sound_edit():
        lower = bench.put("lane", 400, 200, pool)
    # then the first covers what the pool was, the second is below, and the pool ends with it
    assert [lane.id for lane in bench.diagram.lanes(task)] == [upper]
    assert bench.box(lower).y == bench.box(upper).bottom
    assert bench.box(lower).bottom == bench.box(pool).bottom
    # and a task dropped into the lower one belongs to it
    other = bench.put("task", 500, bench.box(lower).center.y)
    assert [lane.id for lane in bench.diagram.lanes(other)] == [lower]
    assert not isinstance(bench.diagram[bench.diagram[other].parent], Lane)


def test_a_small_subsystem_has_a_page_of_its_own(bench: Any) -> None:
    # given an empty diagram
    # when a subsystem is placed and a task put on its page
    sub = bench.put("subsystem", 200, 200)
    page = bench.diagram.plane_of(sub)
    inner = bench.put("task", 100, 100, plane=page.id)
    # then the task stands inside the subsystem and is drawn there
    assert bench.diagram[inner].parent == sub
    assert bench.diagram.shape(inner).parent == page.id
    assert bench.problems() == []


def test_a_block_put_on_a_flow_is_inserted(bench: Any) -> None:
    # given two connected tasks
    a, b = bench.chain("task", "task")
    flow = bench.flow(a, b)
    # when a task is placed with the flow as its host
    with bench.sound_edit():
        middle = bench.put("task", 200, 100, host=flow)
    # then it stands between them
    assert bench.pairs() == {(a, middle), (middle, b)}
