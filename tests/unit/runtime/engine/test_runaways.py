from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from procos_studio.runtime.engine import Limits
from procos_studio.runtime.engine.limits import DEFAULT_LIMITS
from procos_studio.runtime.events import EventKind

Play = Callable[..., Any]
FEW = Limits(moves=20_000, depth=20, alive=500, instances=100)


def reasons(stage: Any) -> list[str]:
    return [data["message"] for data in stage.told(EventKind.INCIDENT_RAISED)]


def test_a_loop_that_only_forks_is_stopped_and_can_be_cancelled(play: Play) -> None:
    # given a fork that leads back to itself, twice
    nodes = '<startEvent id="s"/><exclusiveGateway id="m"/><parallelGateway id="f"/><task id="a"/><task id="b"/>'
    stage = play(nodes, "s > m\n m > f\n f > a\n f > b\n a > m\n b > m", limits=FEW)
    # when it runs
    instance = stage.start()
    # then one incident stops it, and nothing moves any more
    [reason] = reasons(stage)
    assert "500 tokens" in reason
    moved = len(stage.events)
    stage.go()
    assert len(stage.events) == moved
    # and it can be cancelled
    stage.engine.cancel(instance)
    assert not stage.engine.instances
    assert stage.balance() == {}


def test_waits_without_end_are_stopped(play: Play) -> None:
    # given a loop that leaves a waiting token behind at each round
    nodes = '<startEvent id="s"/><exclusiveGateway id="m"/><parallelGateway id="f"/><userTask id="u"/><task id="t"/>'
    stage = play(nodes, "s > m\n m > f\n f > u\n f > t\n t > m", limits=FEW)
    # when it runs, then it stops
    stage.start()
    assert "500 tokens" in reasons(stage)[0]
    assert len(stage.work) < 1_000


def test_a_stopped_loop_goes_on_when_it_is_tried_again(play: Play) -> None:
    # given a long loop that needs more moves than allowed at a stretch
    nodes = (
        '<startEvent id="s"/><exclusiveGateway id="m"/>'
        '<serviceTask id="w" camunda:expression="${n + 1}" camunda:resultVariable="n"/>'
        '<exclusiveGateway id="x" default="x-e"/><endEvent id="e"/>'
    )
    stage = play(nodes, "s > m\n m > w\n w > x\n x > m ${n < 10000}\n x > e", limits=FEW)
    instance = stage.start(n=0)
    assert "20,000 moves" in reasons(stage)[0]
    # when somebody lets it go on
    while not stage.engine.is_ended(instance):
        [waiting] = stage.engine.waiting()
        stage.engine.retry(waiting.token)
        stage.go()
    # then it comes to its end
    assert stage.engine.variables(instance) == {"n": 10_000}


def test_a_signal_that_starts_its_own_thrower_is_stopped(play: Play) -> None:
    # given a process that a signal starts, and that throws it at its end
    root = '<signal id="S" name="again"/>'
    definition = '<signalEventDefinition signalRef="S"/>'
    nodes = f'<startEvent id="s">{definition}</startEvent><endEvent id="e">{definition}</endEvent>'
    stage = play(nodes, "s > e", root, limits=FEW)
    # when it is thrown once
    stage.signal("again")
    # then it is stopped after a while
    assert len(reasons(stage)) == 1
    assert len(stage.engine.instances) == 1


def test_messages_that_start_more_and_more_instances_are_stopped(play: Play) -> None:
    # given a process whose instances wait, each having started another one
    root = '<message id="M" name="again"/>'
    definition = '<messageEventDefinition messageRef="M"/>'
    nodes = (
        f'<startEvent id="s">{definition}</startEvent><userTask id="u"/>'
        f'<intermediateThrowEvent id="t">{definition}</intermediateThrowEvent>'
    )
    stage = play(nodes, "s > t\n t > u", root, limits=FEW)
    # when it is sent once, then so many live and no more
    stage.message("again")
    assert len(stage.engine.instances) == 100
    assert ["instances live at once" in reason for reason in reasons(stage)] == [True]


def test_a_condition_that_makes_itself_true_is_stopped(play: Play) -> None:
    # given a conditional event whose path changes the variable that it looks at
    condition = "<conditionalEventDefinition><condition>${n > 0}</condition></conditionalEventDefinition>"
    nodes = (
        '<startEvent id="s"/><userTask id="u"/>'
        '<serviceTask id="w" camunda:expression="${n + 1}" camunda:resultVariable="n"/>'
        f'<boundaryEvent id="b" attachedToRef="u" cancelActivity="false">{condition}</boundaryEvent>'
    )
    stage = play(nodes, "s > u\n b > w", limits=FEW)
    # when it is true, then it is stopped
    stage.start(n=1)
    assert len(reasons(stage)) == 1


def test_nested_multi_instances_of_calls_are_stopped(play: Play) -> None:
    # given a process that calls itself twice, in parallel
    nodes = (
        '<startEvent id="s"/><callActivity id="c" calledElement="p"><multiInstanceLoopCharacteristics>'
        "<loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></callActivity>"
    )
    stage = play(nodes, "s > c", limits=FEW)
    # when it runs, then so many instances live, and one incident says where that came from
    first = stage.start()
    assert len(stage.engine.instances) == 100
    assert stage.told(EventKind.INCIDENT_RAISED, "c") == [
        {"message": "More than 100 instances live at once: “p” seems to call itself."}
    ]
    assert len(reasons(stage)) == 1
    # and trying again brings one more, wherever the next call is
    [token] = [item.token for item in stage.engine.waiting() if item.kind == "incident"]
    stage.engine.retry(token)
    stage.go()
    assert len(reasons(stage)) == 2
    assert list(stage.waits().values()).count("incident") == 1
    # and whoever cancels the first one cancels them all
    stage.engine.cancel(first)
    assert not stage.engine.instances
    assert stage.balance() == {}


CALLED = '<process id="q" isExecutable="true"><startEvent id="qs"/><userTask id="u"/>{}</process>'


def many_calls(play: Play, count: int, more: str = "") -> Any:
    """A process that calls another one so often, in parallel."""
    loop = f"<multiInstanceLoopCharacteristics><loopCardinality>{count}</loopCardinality>"
    called = CALLED.format('<sequenceFlow id="qf" sourceRef="qs" targetRef="u"/>')
    nodes = repeated(f"{loop}</multiInstanceLoopCharacteristics>", "callActivity", 'calledElement="q"')
    return play(f'{nodes}{more}<endEvent id="e"/>', "s > t\n t > e", called, limits=FEW)


def test_calls_that_are_too_many_at_once_wait_with_one_incident_until_others_have_ended(play: Play) -> None:
    # given two hundred calls at once, where a hundred instances may live
    stage = many_calls(play, 200)
    instance = stage.start()
    assert len(stage.work) == 99
    assert len(reasons(stage)) == 1
    # when those that have begun end, and somebody lets the rest try
    for _ in range(3):
        while stage.work:
            stage.do("u")
        for item in stage.engine.waiting():
            if item.kind == "incident":
                stage.engine.retry(item.token)
        stage.go()
    # then all are done
    assert stage.engine.is_ended(instance)
    assert len(stage.ended()) == 201
    assert stage.balance() == {}


def test_an_incident_that_ends_with_its_instance_holds_nobody_any_longer(play: Play) -> None:
    # given a process that calls itself twice, stopped at a call
    loop = "<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>"
    stage = play(repeated(loop, "callActivity", 'calledElement="p"'), "s > t", limits=FEW)
    stage.start()
    [before] = [item.instance for item in stage.engine.waiting() if item.kind == "incident"]
    # when the instance with the incident is cancelled
    stage.engine.cancel(before)
    stage.go()
    # then the others go on, to the next one
    [after] = [item.instance for item in stage.engine.waiting() if item.kind == "incident"]
    assert after != before
    assert len(stage.engine.instances) == 100


def test_send_tasks_that_start_too_many_instances_are_stopped_once(play: Play) -> None:
    # given a process that a message starts, and that sends it twice before it waits
    root = '<message id="M" name="again"/>'
    nodes = (
        '<startEvent id="s"><messageEventDefinition messageRef="M"/></startEvent><parallelGateway id="g"/>'
        '<sendTask id="a" messageRef="M"/><sendTask id="b" messageRef="M"/><userTask id="u"/>'
    )
    stage = play(nodes, "s > g\n g > a\n g > b\n a > u\n b > u", root, limits=FEW)
    # when it is sent once, then so many live, and one incident is at a send task
    stage.message("again")
    assert len(stage.engine.instances) == 100
    assert len(reasons(stage)) == 1
    assert [element for element, kind in stage.waits().items() if kind == "incident"] in (["a"], ["b"])
    # and messages that start nothing are no reason to stop anybody
    assert stage.message("other") == ""


def test_a_list_that_holds_itself_twice_is_stopped_before_it_is_huge(play: Play) -> None:
    # given a loop without a wait that lays a list twice into a new one
    twice = "<camunda:list><camunda:value>${x}</camunda:value><camunda:value>${x}</camunda:value></camunda:list>"
    nodes = (
        '<startEvent id="s"/><exclusiveGateway id="g"/><task id="t"><extensionElements><camunda:inputOutput>'
        f'<camunda:outputParameter name="x">{twice}</camunda:outputParameter></camunda:inputOutput>'
        "</extensionElements></task>"
    )
    stage = play(nodes, "s > g\n g > t\n t > g")
    # when it runs, then it stops at the task with a reason, and the value can still be shown
    instance = stage.start(x=[1])
    assert stage.waits() == {"t": "incident"}
    assert stage.engine.waiting()[0].detail.endswith("the value has more than 1,000,000 parts")
    assert len(str(stage.engine.variables(instance)["x"])) < 10_000_000


@pytest.mark.parametrize("is_sequential", ["true", "false"])
def test_a_multi_instance_of_a_thousand_millions_is_an_incident_at_once(play: Play, is_sequential: str) -> None:
    # given one, when it is reached, then it says so before it makes anything
    loop = f'<multiInstanceLoopCharacteristics isSequential="{is_sequential}">'
    count = "<loopCardinality>1000000000</loopCardinality></multiInstanceLoopCharacteristics>"
    stage = play(f'<startEvent id="s"/><task id="t">{loop}{count}</task>', "s > t")
    stage.start()
    assert stage.engine.waiting()[0].detail == "the multi-instance cannot have 1000000000 instances"


def repeated(loop: str, activity: str = "task", more: str = "") -> str:
    """A process that does one activity, in a loop."""
    return f'<startEvent id="s"/><{activity} id="t" {more}>{loop}</{activity}>'


ENDLESS = (
    "<standardLoopCharacteristics><loopCondition>${true}</loopCondition></standardLoopCharacteristics>",
    '<multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>10000000</loopCardinality>'
    "</multiInstanceLoopCharacteristics>",
)


@pytest.mark.parametrize("loop", ENDLESS)
@pytest.mark.parametrize("activity", ["task", "subProcess", "callActivity"])
def test_passes_without_end_are_stopped_once_and_leave_nothing_behind(play: Play, loop: str, activity: str) -> None:
    # given an activity that repeats without a wait
    quick = '<process id="q" isExecutable="true"><startEvent id="qs"/></process>'
    stage = play(repeated(loop, activity, 'calledElement="q"'), "s > t", quick, limits=FEW)
    # when it runs, then one incident stops it, and only the last pass is there
    stage.start()
    assert ["20,000 moves without a wait" in reason for reason in reasons(stage)] == [True]
    assert len(stage.engine.instances) <= 2
    assert sum(len(instance.tasks) for instance in stage.engine.instances.values()) <= 5


@pytest.mark.parametrize("called", ["p", "q"])
def test_processes_that_call_themselves_or_each_other_are_stopped_at_a_depth(play: Play, called: str) -> None:
    # given a process that calls itself, or one that calls it back
    back = '<process id="q" isExecutable="true"><startEvent id="qs"/><callActivity id="c2" calledElement="p"/>'
    back += '<sequenceFlow id="qf" sourceRef="qs" targetRef="c2"/></process>'
    stage = play(repeated("", "callActivity", f'calledElement="{called}"'), "s > t", back, limits=FEW)
    # when it runs, then the deepest call is an incident that says why
    first = stage.start()
    [reason] = reasons(stage)
    assert reason.startswith("Calls are nested 20 deep")
    assert len(stage.engine.instances) == 21
    # and whoever cancels the first one cancels them all
    stage.engine.cancel(first)
    assert not stage.engine.instances


def test_the_shipped_limits_are_those_that_the_documentation_names() -> None:
    # given the limits of every engine, then the documentation says the same
    text = (Path(__file__).parents[4] / "docs" / "semantics.md").read_text(encoding="utf-8")
    numbers = (DEFAULT_LIMITS.moves, DEFAULT_LIMITS.depth, DEFAULT_LIMITS.alive, DEFAULT_LIMITS.instances)
    assert [number for number in numbers if f"| {number:,} |" not in text] == []
