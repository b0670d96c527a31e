from __future__ import annotations

from typing import Any

import pytest

from procos_studio.edits.connect import connect
from procos_studio.edits.delete import delete
from procos_studio.edits.set_condition import set_condition
from procos_studio.edits.set_default_flow import set_default_flow
from procos_studio.edits.set_parameter import set_parameter
from procos_studio.model.geometry import Point
from procos_studio.model.names import bpmn
from procos_studio.model.records import (
    Collaboration,
    DataElement,
    Drawn,
    Flow,
    FlowNode,
    LaneSet,
    Plane,
    Process,
    RootElement,
    SequenceFlow,
)
from procos_studio.problems import Refused


def test_flows_boundary_events_and_drawings_go_with_a_task(bench: Any) -> None:
    # given a task between two others, with a timer that leads to a fourth
    a, b, c = bench.chain("task", "task", "task")
    timer, late = bench.put("boundary-timer", 320, 140, b), bench.put("task", 500, 300)
    connect(bench.diagram, timer, late)
    # when it is deleted
    with bench.sound_edit():
        delete(bench.diagram, [b])
    # then nothing of it is left
    assert {node.id for node in bench.diagram.all(FlowNode)} == {a, c, late}
    assert not list(bench.diagram.all(Flow))
    assert {item.shows for item in bench.diagram.all(Drawn)} == {a, c, late}
    assert not [item for item in bench.diagram[a].details if item.tag == bpmn("outgoing")]


def test_healing_joins_predecessor_and_successor(bench: Any) -> None:
    # given three tasks in a row
    a, b, c = bench.chain("task", "task", "task")
    first = bench.flow(a, b)
    # when the middle one is deleted and healed
    with bench.sound_edit():
        delete(bench.diagram, [b], heal=True)
    # then the flow that led to it leads on
    assert bench.flow(a, c) == first
    assert bench.line(first) == (Point(150, 100), Point(450, 100))


def test_healing_keeps_the_condition_and_the_default(bench: Any) -> None:
    # given a decision with a conditional and a default flow, each to a task before an end
    gate = bench.put("decision", 100)
    yes, no, end = bench.put("task", 300), bench.put("task", 300, 300), bench.put("end", 500)
    for target in (yes, no):
        connect(bench.diagram, gate, target)
        connect(bench.diagram, target, end)
    set_condition(bench.diagram, bench.flow(gate, yes), "${ok}")
    set_default_flow(bench.diagram, bench.flow(gate, no))
    default = bench.flow(gate, no)
    # when the default way's task is deleted and healed
    with bench.sound_edit():
        delete(bench.diagram, [no], heal=True)
    # then the default flow leads to the end
    assert bench.diagram.require(gate, FlowNode).default_flow == default
    assert bench.diagram.require(default, SequenceFlow).target == end


def test_healing_a_split_leads_its_ways_from_the_predecessor(bench: Any) -> None:
    # given a decision after a task, with two ways out
    task, gate = bench.chain("task", "decision")
    a, b = bench.put("task", 500, 0), bench.put("task", 500, 200)
    connect(bench.diagram, gate, a)
    connect(bench.diagram, gate, b)
    # when the decision is deleted and healed
    with bench.sound_edit():
        delete(bench.diagram, [gate], heal=True)
    # then both ways begin at the task
    assert bench.pairs() == {(task, a), (task, b)}


def test_the_last_pool_leaves_an_empty_process(bench: Any) -> None:
    # given a pool with lanes and a task
    pool = bench.put("pool", 400, 200)
    lane = bench.put("lane", 400, 200, pool)
    bench.put("task", 400, 200, lane)
    # when it is deleted
    with bench.sound_edit():
        delete(bench.diagram, [pool])
    # then the page shows the process again, and nothing is in it
    process = bench.diagram[bench.diagram.require(bench.plane, Plane).shows]
    assert isinstance(process, Process)
    assert not process.children
    assert not list(bench.diagram.all(Collaboration))


def test_another_pool_goes_with_its_process_and_messages(bench: Any) -> None:
    # given two pools that exchange a message
    first, second = bench.put("pool", 400, 125), bench.put("pool", 400, 500)
    a, b = bench.put("task", 300, 125, first), bench.put("task", 300, 500, second)
    connect(bench.diagram, a, b)
    # when one is deleted
    with bench.sound_edit():
        delete(bench.diagram, [second])
    # then its process and the message flow are gone, and the other stands
    assert len(list(bench.diagram.all(Process))) == 1
    assert not list(bench.diagram.all(Flow))
    assert a in bench.diagram


def test_the_neighbour_takes_a_lanes_room(bench: Any) -> None:
    # given a pool with two lanes, and a task in the lower one
    pool = bench.put("pool", 400, 200)
    upper, lower = bench.put("lane", 400, 200, pool), bench.put("lane", 400, 200, pool)
    task = bench.put("task", 400, bench.box(lower).center.y, lower)
    bottom = bench.box(lower).bottom
    # when the lower lane is deleted
    with bench.sound_edit():
        delete(bench.diagram, [lower])
    # then the upper one reaches down, and the task stays
    assert bench.box(upper).bottom == bottom
    assert task in bench.diagram
    # and with the last lane the lane set goes
    with bench.sound_edit():
        delete(bench.diagram, [upper])
    assert not list(bench.diagram.all(LaneSet))


def test_a_subsystem_goes_with_its_page(bench: Any) -> None:
    # given a subsystem with a task on its own page
    sub = bench.put("subsystem", 200, 200)
    bench.put("task", 100, 100, plane=bench.diagram.plane_of(sub).id)
    # when it is deleted
    with bench.sound_edit():
        delete(bench.diagram, [sub])
    # then only the page of the process is left
    assert [plane.id for plane in bench.diagram.all(Plane)] == [bench.plane]
    assert not list(bench.diagram.all(FlowNode))


def test_a_data_object_goes_with_its_last_reference(bench: Any) -> None:
    # given data that enters a task
    data, task = bench.put("data-object", 100, 300), bench.put("task", 300, 100)
    connect(bench.diagram, data, task)
    # when the data is deleted
    with bench.sound_edit():
        delete(bench.diagram, [data])
    # then the object behind it, the association and its placeholder are gone
    assert not list(bench.diagram.all(DataElement))
    assert bench.diagram[task].detail(bpmn("property")) is None


def test_messages_at_the_root_stay(bench: Any) -> None:
    # given a message catch that names a message
    catch = bench.put("catch-message", 100, 100)
    block = bench.library.of(bench.diagram[catch])
    name = next(item for item in block.properties if item.binding.name == "message.name")
    set_parameter(bench.diagram, catch, name, "Paid")
    # when the event is deleted
    delete(bench.diagram, [catch])
    # then the message is still there for others
    assert [root.name for root in bench.diagram.all(RootElement) if root.kind == "message"] == ["Paid"]


def test_nothing_to_delete_is_said(bench: Any) -> None:
    # given an empty diagram
    # when something unknown is deleted
    with pytest.raises(Refused, match="nothing here to delete"):
        delete(bench.diagram, ["Nobody"])
    # then nothing was noted for undo
    assert bench.diagram.history.undo_label is None


def test_what_belongs_to_a_process_or_to_the_file_is_not_deleted(bench: Any) -> None:
    # given a data store at the root of the file, which other processes may use too
    with bench.diagram.edit("Add a store") as tx:
        tx.add(DataElement("store", bpmn("dataStore"), bench.diagram.root.id, {"id": "store"}))
    # when it is to be deleted, then that is refused, and it stays
    with pytest.raises(Refused):
        delete(bench.diagram, ["store"])
    assert "store" in bench.diagram
