from __future__ import annotations

from typing import Any

import pytest

from procos_studio.edits.connect import connect
from procos_studio.model.geometry import Point
from procos_studio.model.names import bpmn
from procos_studio.model.records import Association, Collaboration, DataAssociation, FlowNode, MessageFlow
from procos_studio.model.xml import Xml
from procos_studio.problems import Refused


def test_a_sequence_flow_is_listed_at_both_ends_and_drawn(bench: Any) -> None:
    # given two tasks side by side
    a, b = bench.put("task", 100), bench.put("task", 300)
    # when they are connected
    with bench.sound_edit():
        flow = connect(bench.diagram, a, b)
    # then both list the flow, and its line runs straight from border to border
    assert [item.text for item in bench.diagram[a].details if item.tag == bpmn("outgoing")] == [flow]
    assert [item.text for item in bench.diagram[b].details if item.tag == bpmn("incoming")] == [flow]
    assert bench.line(flow) == (Point(150, 100), Point(250, 100))


def test_way_points_of_a_hand_are_kept_and_docked(bench: Any) -> None:
    # given two tasks
    a, b = bench.put("task", 100), bench.put("task", 300)
    # when they are connected along a line that begins and ends in their middles
    flow = connect(bench.diagram, a, b, [Point(100, 100), Point(100, 250), Point(300, 250), Point(300, 100)])
    # then the bends stay and the ends stand on the borders
    assert bench.line(flow) == (Point(100, 140), Point(100, 250), Point(300, 250), Point(300, 140))


def test_a_forbidden_connection_is_refused_and_leaves_no_trace(bench: Any) -> None:
    # given an end event and a task
    end, task = bench.put("end", 100), bench.put("task", 300)
    count = len(bench.diagram.history.labels)
    # when the end is to lead on
    with pytest.raises(Refused) as refused:
        connect(bench.diagram, end, task)
    # then the reason is said and nothing has changed
    assert refused.value.problems[0].message == "Nothing can follow an end event."
    assert len(bench.diagram.history.labels) == count


def test_tasks_in_two_pools_exchange_a_message(bench: Any) -> None:
    # given two pools, each with a task
    first = bench.put("pool", 400, 125)
    second = bench.put("pool", 400, 500)
    a, b = bench.put("task", 300, 125, first), bench.put("task", 300, 500, second)
    # when the tasks are connected
    with bench.sound_edit():
        flow = connect(bench.diagram, a, b)
    # then a message flow of the collaboration runs down between them
    assert isinstance(bench.diagram[flow], MessageFlow)
    assert isinstance(bench.diagram[bench.diagram[flow].parent], Collaboration)
    assert bench.line(flow) == (Point(300, 165), Point(300, 460))


def test_a_pool_receives_a_message_at_the_place_across_from_its_sender(bench: Any) -> None:
    # given a task in one pool, and another pool
    first, second = bench.put("pool", 400, 125), bench.put("pool", 400, 500)
    task = bench.put("task", 250, 125, first)
    # when the task is connected with the other pool
    flow = connect(bench.diagram, task, second)
    # then the line runs straight down
    assert bench.line(flow) == (Point(250, 165), Point(250, bench.box(second).y))


def test_data_that_enters_a_step_gets_a_target_as_camunda_modeler_writes_it(bench: Any) -> None:
    # given a data object and a task
    data, task = bench.put("data-object", 100, 300), bench.put("task", 300, 100)
    # when the data leads to the task
    with bench.sound_edit():
        flow = connect(bench.diagram, data, task)
    # then the association is the task's and ends at a property of it
    made = bench.diagram.require(flow, DataAssociation)
    holder = bench.diagram[task].detail(bpmn("property"))
    assert (made.parent, made.source, made.target) == (task, data, holder.get("id"))
    # and the other way round it is the task's too, and ends at the data
    with bench.sound_edit():
        back = connect(bench.diagram, task, data)
    assert (bench.diagram[back].kind, bench.diagram[back].parent) == ("dataOutputAssociation", task)


def test_an_annotation_may_point_at_a_flow(bench: Any) -> None:
    # given a flow and an annotation
    a, b = bench.chain("task", "task")
    note = bench.put("text-annotation", 200, 300)
    # when they are connected
    with bench.sound_edit():
        made = connect(bench.diagram, note, bench.flow(a, b))
    # then an association ends half-way along the flow
    assert isinstance(bench.diagram[made], Association)
    assert bench.line(made)[-1] == Point(200, 100)


def test_a_compensation_event_marks_the_step_that_undoes(bench: Any) -> None:
    # given a task with a compensation event, and another task
    task, undo = bench.put("task", 100, 100), bench.put("task", 300, 300)
    event = bench.put("boundary-compensation", 100, 140, task)
    # when the event leads to the other task
    with bench.sound_edit():
        flow = connect(bench.diagram, event, undo)
    # then it is an association, and the task is one for compensation
    assert isinstance(bench.diagram[flow], Association)
    assert bench.diagram.require(undo, FlowNode).flag("isForCompensation")


def test_a_repeated_step_may_read_data(bench: Any) -> None:
    # given a task that reads data
    data, task = bench.put("data-object", 100, 300), bench.put("task", 300, 100)
    connect(bench.diagram, data, task)
    # when it is made to repeat, which the schema wants said after its data
    with bench.sound_edit(), bench.diagram.edit("Repeat") as tx:
        loop = Xml(bpmn("standardLoopCharacteristics"))
        tx.put(bench.diagram[task].with_added(loop))
    # then the file is sound, and a flow is still listed before both
    end = bench.put("end", 500, 100)
    with bench.sound_edit():
        connect(bench.diagram, task, end)
