from __future__ import annotations

from typing import Any

import pytest

from procos_studio.bpmn import new_diagram, references, schema, write_bytes
from procos_studio.edits.connect import connect
from procos_studio.edits.copy import copy
from procos_studio.edits.duplicate import duplicate
from procos_studio.edits.group import group
from procos_studio.edits.paste import paste
from procos_studio.edits.rename import rename
from procos_studio.edits.set_default_flow import set_default_flow
from procos_studio.edits.set_parameter import set_parameter
from procos_studio.model.geometry import Point
from procos_studio.model.names import bpmn
from procos_studio.model.records import (
    DataAssociation,
    FlowNode,
    Participant,
    Plane,
    Process,
    RootElement,
    SequenceFlow,
)
from procos_studio.problems import Refused


def test_a_copy_has_fresh_ids_the_same_names_and_its_own_flows(bench: Any) -> None:
    # given a decision with a default flow to a task, and a flow from elsewhere
    first, gate, task = bench.chain("task", "decision", "task")
    rename(bench.diagram, gate, "Ready?")
    set_default_flow(bench.diagram, bench.flow(gate, task))
    # when decision and task are copied and pasted
    clip = copy(bench.diagram, [gate, task])
    with bench.sound_edit():
        new_gate, new_task = paste(bench.diagram, clip, bench.plane, Point(400, 400))
    # then the copies are joined by a default flow of their own, and not with the first task
    flow = bench.flow(new_gate, new_task)
    assert bench.diagram.require(new_gate, FlowNode).default_flow == flow
    assert bench.diagram[new_gate].name == "Ready?"
    assert not bench.diagram.incoming(new_gate, SequenceFlow)
    assert not [item for item in bench.diagram[new_gate].details if item.tag == bpmn("incoming")]
    assert len(bench.diagram.outgoing(first, SequenceFlow)) == 1
    # and the middle of both is where it was asked to be
    boxes = bench.box(new_gate), bench.box(new_task)
    assert (min(box.x for box in boxes) + max(box.right for box in boxes)) / 2 == 400


def test_a_closed_subsystem_is_copied_with_its_page(bench: Any) -> None:
    # given a subsystem with a timer on it and a task inside
    (task,) = bench.chain("task")
    sub = group(bench.diagram, [task])
    bench.put("boundary-timer", *bench.box(sub).center, sub)
    # when it is duplicated
    with bench.sound_edit():
        made = duplicate(bench.diagram, [sub], 0, 200)
    # then the copy has a timer, a page and a task of its own
    twin = made[0]
    (inner,) = bench.diagram.children(twin, FlowNode)
    assert len(bench.diagram.boundary_events(twin)) == 1
    assert bench.diagram.shape(inner.id).parent == bench.diagram.plane_of(twin).id
    assert inner.id != task


def test_messages_come_along_into_another_file_and_are_shared_in_the_same(bench: Any) -> None:
    # given an event that catches a message
    catch = bench.put("catch-message", 100, 100)
    block = bench.library.of(bench.diagram[catch])
    parameter = next(item for item in block.properties if item.binding.name == "message.name")
    set_parameter(bench.diagram, catch, parameter, "Paid")
    clip = copy(bench.diagram, [catch])
    # when it is pasted here and twice into another file
    paste(bench.diagram, clip, bench.plane)
    other = new_diagram("Other")
    plane = next(other.all(Plane)).id
    paste(other, clip, plane)
    paste(other, clip, plane)
    # then each file has one message, to which all its events refer
    for diagram in (bench.diagram, other):
        (message,) = [root for root in diagram.all(RootElement) if root.kind == "message"]
        assert message.name == "Paid"
        assert {node.event_definitions[0].get("messageRef") for node in diagram.all(FlowNode)} == {message.id}
        assert not [*schema.validate(write_bytes(diagram)), *references.check(diagram)]


def test_data_keeps_flowing_into_the_copy(bench: Any) -> None:
    # given data that enters a task
    data, task = bench.put("data-object", 100, 300), bench.put("task", 300, 100)
    connect(bench.diagram, data, task)
    # when both are duplicated
    with bench.sound_edit():
        twin_data, _, twin_task = duplicate(bench.diagram, [data, task], 0, 300)
    # then the copy has an association with a placeholder of its own
    (flow,) = bench.diagram.children(twin_task, DataAssociation)
    assert flow.source == twin_data
    assert flow.target == bench.diagram[twin_task].detail(bpmn("property")).get("id")
    # and a copy of the task alone has neither
    (lone,) = duplicate(bench.diagram, [task], 0, 600)
    assert bench.diagram[lone].detail(bpmn("property")) is None
    assert bench.problems() == []


def test_a_pool_is_copied_with_its_process_and_lanes(bench: Any) -> None:
    # given a pool with a lane and a task
    pool = bench.put("pool", 400, 200)
    lane = bench.put("lane", 400, 200, pool)
    bench.put("task", 400, 200, lane)
    # when it is duplicated
    with bench.sound_edit():
        duplicate(bench.diagram, [pool], 0, 400)
    # then there are two pools with a process each, and two lanes with a task each
    assert len(list(bench.diagram.all(Process))) == len(list(bench.diagram.all(Participant))) == 2
    assert all(len(bench.diagram.lanes(node.id)) == 1 for node in bench.diagram.all(FlowNode))


def test_pools_pasted_beside_a_bare_process_stand_beside_its_new_pool(bench: Any) -> None:
    # given a file with a pool, and another with a task only
    clip = copy(bench.diagram, [bench.put("pool", 400, 200)])
    other = type(bench)(bench.library)
    task = other.put("task", 100, 600)
    # when the pool is pasted there
    with other.sound_edit():
        paste(other.diagram, clip, other.plane, Point(400, 100))
    # then the task stands in a pool too
    assert len(list(other.diagram.all(Participant))) == 2
    assert other.diagram.participant(other.diagram[task].parent) is not None


def test_a_boundary_event_alone_cannot_be_copied(bench: Any) -> None:
    # given a timer on a task
    task = bench.put("task", 200, 200)
    timer = bench.put("boundary-timer", 220, 240, task)
    # when it alone is copied
    # then that is refused
    with pytest.raises(Refused, match="nothing here to copy"):
        copy(bench.diagram, [timer])
