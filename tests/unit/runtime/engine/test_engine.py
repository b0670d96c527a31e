from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from procos_studio.problems import Refused
from procos_studio.runtime.engine import Engine, Limits
from procos_studio.runtime.events import EventKind

Play = Callable[..., Any]
SELF_CALL = '<startEvent id="s"/><callActivity id="c" calledElement="p"/><endEvent id="e"/>'


def test_an_unknown_process_or_start_is_refused_with_what_there_is(play: Play) -> None:
    # given an engine with one process
    stage = play('<startEvent id="s"/><task id="t"/>', "s > t")
    # when something else is asked for, then a problem says what there is
    with pytest.raises(Refused, match="Choose one of: p"):
        stage.start("q")
    with pytest.raises(Refused, match="has no start “t”"):
        stage.start(start_event="t")


def test_a_process_begins_at_its_only_start_or_at_the_one_named(play: Play) -> None:
    # given a process with two message starts
    root = '<message id="M" name="m"/><message id="N" name="n"/>'
    nodes = (
        '<startEvent id="a"><messageEventDefinition messageRef="M"/></startEvent><userTask id="u"/>'
        '<startEvent id="b"><messageEventDefinition messageRef="N"/></startEvent><userTask id="v"/>'
    )
    stage = play(nodes, "a > u\n b > v", root)
    # when none is named, then it is refused; when one is, it begins there
    with pytest.raises(Refused):
        stage.start()
    stage.start(start_event="b")
    assert stage.open == ["v"]


def test_events_tell_all_and_stay_away_when_nobody_listens(play: Play) -> None:
    # given a run with a listener
    stage = play('<startEvent id="s"/><task id="t"/><endEvent id="e"/>', "s > t\n t > e")
    instance = stage.start(business_key="K", x=1)
    # then everything is told in order, as JSON
    kinds = [str(kind) for kind, *_ in stage.events]
    assert kinds == [
        "InstanceStarted",
        *("ElementEntered", "ElementCompleted", "FlowTaken") * 2,
        "ElementEntered",
        "ElementCompleted",
        "InstanceCompleted",
    ]
    assert json.dumps([event[1:] for event in stage.events])
    assert stage.told(EventKind.INSTANCE_STARTED) == [
        {"process": "p", "business_key": "K", "parent": "", "variables": {"x": 1}}
    ]
    # and a run without one has the same end
    silent = Engine(stage.plans, lambda: 0.0)
    other = silent.start("p", {"x": 1})
    silent.advance()
    assert silent.is_ended(other)
    assert silent.variables(other) == stage.engine.variables(instance)


def test_advance_keeps_to_its_budget_and_instances_take_turns(play: Play) -> None:
    # given an endless loop and an ordinary instance
    nodes = (
        '<startEvent id="s"/><exclusiveGateway id="x" default="x-y"/><exclusiveGateway id="y"/><task id="t"/>'
        '<userTask id="u"/>'
    )
    stage = play(nodes, "s > x\n x > u ${good}\n x > y\n y > t\n t > x")
    stage.engine.emit = None
    stage.engine.start("p", {"good": False})
    stage.engine.start("p", {"good": True})
    # when it may only work for a moment
    more = stage.engine.advance(0.05)
    # then there is more to do, and the good one has come to its task
    assert more
    assert [work.element for work in stage.engine.take_work()] == ["u"]


def test_an_endless_loop_becomes_an_incident(play: Play) -> None:
    # given a loop without a wait, and few moves allowed
    nodes = '<startEvent id="s"/><exclusiveGateway id="m"/><task id="t"/>'
    stage = play(nodes, "s > m\n m > t\n t > m", limits=Limits(moves=5_000))
    # when it runs
    stage.start()
    # then it stops with a reason
    [incident] = stage.told(EventKind.INCIDENT_RAISED)
    assert "endless loop" in incident["message"]
    assert list(stage.waits().values()) == ["incident"]


def test_a_process_that_calls_itself_becomes_an_incident(play: Play) -> None:
    # given a call of the process itself
    stage = play(SELF_CALL, "s > c\n c > e")
    # when it runs
    first = stage.start()
    # then the deepest call waits with the reason
    [incident] = stage.told(EventKind.INCIDENT_RAISED)
    assert "call itself" in incident["message"]
    assert len(stage.engine.instances) == 201
    # and cancelling the first one ends them all
    stage.engine.cancel(first)
    assert not stage.engine.instances
    assert stage.balance() == {}


def test_deep_calls_return_without_recursion(plan: Callable[..., Any], stage: Any) -> None:
    # given 150 processes that call the next one
    count = 150
    plans = []
    for number in range(count):
        called = f'<callActivity id="c" calledElement="p{number + 1}"/>' if number < count - 1 else '<task id="c"/>'
        made = plan(f'<startEvent id="s"/>{called}', "s > c")
        plans.append(replace(made, processes=(replace(made.processes[0], id=f"p{number}"),)))
    play = stage(*plans)
    # when the first is started, then all complete
    play.start("p0")
    assert len(play.ended()) == count


def test_an_error_of_a_called_process_reaches_the_caller(plan: Callable[..., Any], stage: Any) -> None:
    # given a call with an error event on its border
    root = '<error id="E" errorCode="42"/>'
    called = plan(
        '<startEvent id="qs"/><endEvent id="qe"><errorEventDefinition errorRef="E"/></endEvent>', "qs > qe", root
    )
    called = replace(called, processes=(replace(called.processes[0], id="q"),))
    nodes = (
        '<startEvent id="s"/><callActivity id="c" calledElement="q"/><userTask id="u"/>'
        '<boundaryEvent id="b" attachedToRef="c"><errorEventDefinition errorRef="E"/></boundaryEvent>'
    )
    play = stage(plan(nodes, "s > c\n b > u", root), called)
    # when the called one throws
    play.start()
    # then the caller catches it, and the called one is over
    assert play.open == ["u"]
    assert play.ended(EventKind.INSTANCE_CANCELLED) == ["i2"]
    # and without the border both fail
    bare = stage(plan('<startEvent id="s"/><callActivity id="c" calledElement="q"/>', "s > c"), called)
    bare.start()
    assert bare.ended(EventKind.INSTANCE_FAILED) == ["i2", "i1"]
    assert not bare.engine.instances


def test_a_called_process_that_is_not_there_is_an_incident(play: Play) -> None:
    # given a call of nobody
    stage = play('<startEvent id="s"/><callActivity id="c" calledElement="nobody"/>', "s > c")
    # when it is reached, then it says so
    stage.start()
    [incident] = stage.told(EventKind.INCIDENT_RAISED)
    assert "nobody" in incident["message"]


def test_ids_of_the_file_do_not_collide_with_internal_ones(play: Play) -> None:
    # given elements called like SpiffWorkflow's own
    stage = play('<startEvent id="Start"/><task id="Root"/><endEvent id="End"/>', "Start > Root\n Root > End")
    # when it runs, then all of them are passed
    stage.start()
    assert stage.path() == ["Start", "Root", "End"]


def test_many_instances_wait_and_end(play: Play) -> None:
    # given many instances at a task
    stage = play('<startEvent id="s"/><userTask id="u"/>', "s > u")
    stage.engine.emit = None
    for _ in range(2_000):
        stage.engine.start("p", {})
    stage.go()
    assert len(stage.work) == 2_000
    # when all are done
    for work in stage.work:
        stage.engine.complete(work.id, {})
    stage.engine.advance()
    # then none is left
    assert not stage.engine.instances
    assert not stage.engine.held
