from __future__ import annotations

from typing import Any

import pytest

from procos_studio.edits.rename import rename
from procos_studio.edits.replace import replace
from procos_studio.edits.set_attribute import set_attribute
from procos_studio.edits.set_condition import set_condition
from procos_studio.edits.set_documentation import set_documentation
from procos_studio.model.names import camunda
from procos_studio.model.records import SequenceFlow
from procos_studio.problems import Refused


def _replace(bench: Any, key: str, block: str) -> None:
    replace(bench.diagram, key, bench.library.blocks[block])


def test_a_task_becomes_a_block_and_keeps_what_is_its_own(bench: Any) -> None:
    # given a named, described task between two others, with a timer on it
    a, b, c = bench.chain("task", "user-task", "task")
    rename(bench.diagram, b, "Ask")
    set_documentation(bench.diagram, b, "Why")
    set_attribute(bench.diagram, b, "camunda:assignee", "mary")
    set_attribute(bench.diagram, b, "camunda:asyncBefore", "true")
    timer = bench.put("boundary-timer", 320, 140, b)
    flows, middle = bench.pairs(), bench.box(b).center
    # when it becomes a web request
    with bench.sound_edit():
        _replace(bench, b, "integration/http-request")
    # then name, words, flows, timer, place and async stay, and the assignee is gone
    made = bench.diagram[b]
    assert (made.kind, made.name, made.documentation) == ("serviceTask", "Ask", "Why")
    assert made.get(camunda("asyncBefore")) == "true"
    assert made.get(camunda("assignee")) == ""
    assert bench.pairs() == flows
    assert bench.box(b).center == middle
    assert bench.box(timer).center.y == bench.box(b).bottom
    # and its flows end on its new borders
    assert bench.line(bench.flow(a, b))[-1].x == bench.box(b).x
    assert bench.line(bench.flow(b, c))[0].x == bench.box(b).right


def test_a_block_becomes_plain_again(bench: Any) -> None:
    # given a web request
    (task,) = bench.chain("task")
    _replace(bench, task, "integration/http-request")
    # when it becomes a plain task
    with bench.sound_edit():
        _replace(bench, task, "standard/task")
    # then nothing of the block is left
    made = bench.diagram[task]
    assert made.kind == "task"
    assert not made.extensions
    assert set(made.attributes) == {"id"}


def test_a_decision_that_becomes_parallel_loses_its_conditions(bench: Any) -> None:
    # given a decision with a condition
    gate, task = bench.chain("decision", "task")
    flow = bench.flow(gate, task)
    set_condition(bench.diagram, flow, "${x}")
    # when it becomes parallel
    with bench.sound_edit():
        _replace(bench, gate, "standard/parallel")
    # then the flow has no condition
    assert bench.diagram.require(flow, SequenceFlow).condition is None


def test_an_end_cannot_take_the_place_of_what_leads_on(bench: Any) -> None:
    # given a task that leads on
    a, _ = bench.chain("task", "task")
    # when it is to become an end
    with pytest.raises(Refused, match="Nothing can follow an end event"):
        _replace(bench, a, "standard/end")
    # then it is still a task
    assert bench.diagram[a].kind == "task"


def test_a_filled_subsystem_does_not_become_a_task(bench: Any) -> None:
    # given a subsystem with a task inside, and an empty one
    sub, empty = bench.put("subsystem", 200, 200), bench.put("subsystem", 400, 200)
    bench.put("task", 100, 100, plane=bench.diagram.plane_of(sub).id)
    # when they are to become tasks
    with pytest.raises(Refused, match="holds blocks"):
        _replace(bench, sub, "standard/task")
    with bench.sound_edit():
        _replace(bench, empty, "standard/task")
    # then the empty one did, and its page is gone
    assert bench.diagram.plane_of(empty) is None


def test_a_task_becomes_a_subsystem_with_a_page(bench: Any) -> None:
    # given a task
    (task,) = bench.chain("task")
    # when it becomes a subsystem
    with bench.sound_edit():
        _replace(bench, task, "standard/subsystem")
    # then it has a page
    assert bench.diagram.plane_of(task) is not None


def test_an_event_changes_what_it_waits_for(bench: Any) -> None:
    # given a timer on a task
    task = bench.put("task", 200, 200)
    timer = bench.put("boundary-timer", 220, 240, task)
    # when it becomes an error event
    with bench.sound_edit():
        _replace(bench, timer, "standard/boundary-error")
    # then it still rides there
    assert bench.diagram[timer].event_kind == "error"
    assert bench.diagram[timer].attached_to == task
