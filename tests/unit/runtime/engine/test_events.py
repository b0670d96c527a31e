from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from procos_studio.runtime.events import EventKind

Play = Callable[..., Any]
ROOT = (
    '<message id="M" name="hello"/><signal id="S" name="alarm"/><error id="E" errorCode="42"/>'
    '<error id="E2" errorCode="43"/><escalation id="X" escalationCode="up"/>'
)


def timer(form: str, text: str) -> str:
    return f"<timerEventDefinition><{form}>{text}</{form}></timerEventDefinition>"


def catch(key: str, definition: str, attributes: str = "") -> str:
    return f'<intermediateCatchEvent id="{key}" {attributes}>{definition}</intermediateCatchEvent>'


def boundary(key: str, host: str, definition: str, cancels: bool = True) -> str:
    attributes = f'attachedToRef="{host}" cancelActivity="{str(cancels).lower()}"'
    return f'<boundaryEvent id="{key}" {attributes}>{definition}</boundaryEvent>'


MESSAGE = '<messageEventDefinition messageRef="M"/>'
SIGNAL = '<signalEventDefinition signalRef="S"/>'


# timers ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "text", "after"),
    [
        ("timeDuration", "PT10S", 10),
        ("timeDuration", "${wait}", 10),
        ("timeDate", "1970-01-01T00:16:50Z", 10),
        ("timeCycle", "R3/PT10S", 10),
    ],
)
def test_a_timer_fires_when_it_is_due_and_not_before(play: Play, form: str, text: str, after: int) -> None:
    # given a token at a timer
    stage = play(f'<startEvent id="s"/>{catch("t", timer(form, text))}<endEvent id="e"/>', "s > t\n t > e")
    instance = stage.start(wait="PT10S")
    assert stage.told(EventKind.TIMER_SCHEDULED) == [{"due": 1_000.0 + after}]
    # when almost enough time passes
    stage.pass_time(after - 0.5)
    assert not stage.engine.is_ended(instance)
    # then it goes on at the right moment
    stage.pass_time(0.5)
    assert stage.engine.is_ended(instance)
    assert stage.engine.due() is None


def test_of_the_times_that_a_cycle_beside_a_task_has_missed_one_is_made_up_for(play: Play) -> None:
    # given a reminder every ten seconds, and nobody who looks at the clock for a thousand of them
    reminder = boundary("b", "u", timer("timeCycle", "R/PT10S"), cancels=False)
    stage = play(f'<startEvent id="s"/><userTask id="u"/><userTask id="v"/>{reminder}', "s > u\n b > v")
    stage.start()
    began = stage.now
    stage.now += 10_005
    # when somebody does, then it comes once, and next at its time (Camunda 7.24 does the same)
    while (due := stage.engine.due()) is not None and due <= stage.now:
        stage.engine.fire_due()
        stage.go()
    assert stage.open == ["u", "v"]
    assert stage.engine.due() == began + 10_010


def test_a_time_that_cannot_be_read_is_an_incident(play: Play) -> None:
    # given a duration that turns out to be nonsense
    stage = play(
        f'<startEvent id="s"/>{catch("t", timer("timeDuration", "${wait}"))}<endEvent id="e"/>', "s > t\n t > e"
    )
    instance = stage.start(wait="soon")
    assert stage.waits() == {"t": "incident"}
    # when it is mended
    stage.engine.instances[instance].root.variables["wait"] = "PT1S"
    stage.engine.retry(stage.engine.waiting()[0].token)
    stage.go()
    stage.pass_time(1)
    # then the process goes on
    assert stage.engine.is_ended(instance)


def test_a_repeating_boundary_timer_fires_as_often_as_it_says(play: Play) -> None:
    # given a timer that repeats beside a task
    nodes = '<startEvent id="s"/><userTask id="u"/><task id="n"/><endEvent id="e"/>' + boundary(
        "t", "u", timer("timeCycle", "R3/PT10S"), cancels=False
    )
    stage = play(nodes, "s > u\n u > e\n t > n")
    instance = stage.start()
    # when much time passes
    stage.pass_time(100)
    # then it has fired three times, and the task is still there
    assert stage.path().count("n") == 3
    assert stage.open == ["u"]
    stage.do("u")
    assert stage.engine.is_ended(instance)


def test_timers_of_what_is_done_do_not_pile_up(play: Play) -> None:
    # given a loop of tasks with a timeout each
    nodes = (
        '<startEvent id="s"/><exclusiveGateway id="m"/><userTask id="u"/><exclusiveGateway id="x" default="x-e"/>'
        '<endEvent id="e"/>' + boundary("t", "u", timer("timeDuration", "PT1H"))
    )
    stage = play(nodes, "s > m\n m > u\n u > x\n x > m ${again}\n x > e\n t > e")
    stage.start(again=True)
    # when it goes round often
    for _ in range(500):
        stage.do("u")
    # then only a few timers are kept
    assert len(stage.engine.subscriptions._timers) < 200


def test_conditions_of_what_is_done_are_not_asked_any_more(play: Play) -> None:
    # given a loop of tasks that a condition can interrupt
    condition = "<conditionalEventDefinition><condition>${stop}</condition></conditionalEventDefinition>"
    nodes = (
        '<startEvent id="s"/><exclusiveGateway id="m"/><userTask id="u"/><exclusiveGateway id="x" default="x-e"/>'
        '<endEvent id="e"/>' + boundary("c", "u", condition)
    )
    stage = play(nodes, "s > m\n m > u\n u > x\n x > m ${again}\n x > e\n c > e")
    instance = stage.start(again=True, stop=False)
    # when it goes round
    for _ in range(5):
        stage.do("u")
    # then only the task that waits is asked about
    assert len(stage.engine.instances[instance].conditions) == 1


# messages and signals -------------------------------------------------------------------------------------------------


def test_a_message_is_taken_by_the_right_instance(play: Play) -> None:
    # given three instances that wait
    stage = play(f'<startEvent id="s"/>{catch("m", MESSAGE)}<userTask id="u"/>', "s > m\n m > u", ROOT)
    first = stage.start(business_key="A", n=1)
    second = stage.start(business_key="B", n=2)
    third = stage.start(business_key="B", n=3)
    # when messages with a key, with correlation keys and for an instance come
    assert stage.message("hello", business_key="B", variables={"got": 1}) == second
    assert stage.message("hello", keys={"n": 4}) == ""
    assert stage.message("hello", keys={"n": 3}) == third
    assert stage.message("hello", instance=first) == first
    # then each went where it should, and nobody waits any more
    assert stage.engine.variables(second)["got"] == 1
    assert stage.message("hello") == ""


def test_a_message_starts_a_process_where_nobody_waits(play: Play) -> None:
    # given a process with a message start
    stage = play(f'<startEvent id="s">{MESSAGE}</startEvent><userTask id="u"/>', "s > u", ROOT)
    # when the message comes
    instance = stage.message("hello", variables={"x": 1}, business_key="K")
    # then it runs
    assert stage.engine.instances[instance].business_key == "K"
    assert stage.find("u").variables == {"x": 1}


def test_a_signal_reaches_all_who_wait_and_starts_processes(play: Play) -> None:
    # given two instances that wait for a signal
    nodes = (
        f'<startEvent id="s"/>{catch("c", SIGNAL)}<userTask id="u"/>'
        f'<startEvent id="by">{SIGNAL}</startEvent><userTask id="v"/>'
    )
    stage = play(nodes, "s > c\n c > u\n by > v", ROOT)
    stage.start()
    stage.start()
    # when it is thrown
    count = stage.signal("alarm", level=3)
    # then both go on, and a third instance has begun
    assert count == 3
    assert stage.open == ["u", "u", "v"]


def test_several_who_wait_for_one_signal_go_on_in_the_order_in_which_they_began_to_wait(play: Play) -> None:
    # given three branches that wait for a signal, one after the other, each of which adds its number
    nodes = '<startEvent id="s"/><parallelGateway id="g"/><parallelGateway id="j"/><userTask id="u"/>'
    for number in (1, 2, 3):
        calculation = f'camunda:expression="${{n * 10 + {number}}}" camunda:resultVariable="n"'
        nodes += catch(f"c{number}", SIGNAL) + f'<serviceTask id="t{number}" {calculation}/>'
    wires = "\n".join(f"g > c{number}\n c{number} > t{number}\n t{number} > j" for number in (1, 2, 3))
    stage = play(nodes, f"s > g\n j > u\n {wires}", ROOT)
    instance = stage.start(n=0)
    # when it comes, then they go on in that order
    stage.signal("alarm")
    assert stage.engine.variables(instance) == {"n": 123}


def test_a_thrown_signal_is_heard_by_the_branch_that_waits_beside_it(play: Play) -> None:
    # given a fork into a thrower and a catcher, the thrower first
    nodes = (
        f'<startEvent id="s"/><parallelGateway id="f"/><intermediateThrowEvent id="t">{SIGNAL}</intermediateThrowEvent>'
        f'<endEvent id="e"/>{catch("c", SIGNAL)}<userTask id="u"/>'
    )
    stage = play(nodes, "s > f\n f > t\n f > c\n t > e\n c > u", ROOT)
    # when it runs
    stage.start()
    # then the catcher has heard it
    assert stage.open == ["u"]
    assert stage.told(EventKind.SIGNAL_THROWN) == [{"name": "alarm"}]


def test_pools_talk_over_message_flows_even_when_the_receiver_is_late(plan: Callable[..., Any], stage: Any) -> None:
    # given a pool that sends twice to one that listens twice, with work in between
    root = (
        '<message id="M" name="one"/><message id="N" name="two"/>'
        '<collaboration id="co"><participant id="P1" processRef="p"/><participant id="P2" processRef="q"/>'
        '<messageFlow id="f1" sourceRef="t1" targetRef="s2"/><messageFlow id="f2" sourceRef="t2" targetRef="c2"/>'
        "</collaboration>"
        '<process id="q" isExecutable="true"><startEvent id="s2"><messageEventDefinition messageRef="M"/></startEvent>'
        '<userTask id="w"/><intermediateCatchEvent id="c2"><messageEventDefinition messageRef="N"/>'
        "</intermediateCatchEvent>"
        '<endEvent id="e2"/><sequenceFlow id="q1" sourceRef="s2" targetRef="w"/>'
        '<sequenceFlow id="q2" sourceRef="w" targetRef="c2"/><sequenceFlow id="q3" sourceRef="c2" targetRef="e2"/>'
        "</process>"
    )
    nodes = (
        '<startEvent id="s"/><intermediateThrowEvent id="t1"><extensionElements><camunda:inputOutput>'
        '<camunda:inputParameter name="order">${n + 1}</camunda:inputParameter></camunda:inputOutput>'
        "</extensionElements>"
        '<messageEventDefinition messageRef="M"/></intermediateThrowEvent>'
        '<sendTask id="t2" messageRef="N"/><endEvent id="e"/>'
    )
    play = stage(plan(nodes, "s > t1\n t1 > t2\n t2 > e", root))
    play.start(business_key="K", n=1)
    # then the second message waits for its receiver
    assert [data["delivered"] for data in play.told(EventKind.MESSAGE_SENT)] == [True, False]
    assert play.find("w").variables == {"order": 2}
    # when the receiver comes so far
    play.do("w")
    # then it has it
    assert sorted(play.ended()) == ["i1", "i2"]
    assert play.engine.post.kept == []


# boundary events ------------------------------------------------------------------------------------------------------


def test_an_interrupting_boundary_event_cancels_its_host_with_all_inside(play: Play) -> None:
    # given a sub-process with two open tasks
    nodes = (
        '<startEvent id="s"/><subProcess id="sub"><userTask id="a"/><userTask id="b"/></subProcess>'
        '<userTask id="u"/><endEvent id="e"/>' + boundary("m", "sub", MESSAGE)
    )
    stage = play(nodes, "s > sub\n sub > e\n m > u", ROOT)
    stage.start()
    assert stage.open == ["a", "b"]
    # when the message comes
    stage.message("hello", variables={"why": "x"})
    # then only the way over the border is left
    assert stage.open == ["u"]
    assert stage.find("u").variables == {"why": "x"}
    assert sorted(stage.path(EventKind.ELEMENT_CANCELLED)) == ["a", "b", "sub"]
    assert stage.balance() == {"u": 1}


def test_a_non_interrupting_boundary_event_fires_beside_its_host(play: Play) -> None:
    # given a task with a signal on its border
    nodes = '<startEvent id="s"/><userTask id="u"/><task id="n"/><endEvent id="e"/>'
    stage = play(nodes + boundary("b", "u", SIGNAL, cancels=False), "s > u\n u > e\n b > n", ROOT)
    instance = stage.start()
    # when the signal comes twice
    stage.signal("alarm")
    stage.signal("alarm")
    # then it was noticed twice, and the task goes on
    assert stage.path().count("n") == 2
    stage.do("u")
    assert stage.engine.is_ended(instance)


def test_an_error_of_work_is_caught_by_its_code_before_a_catch_all(play: Play) -> None:
    # given a task with events for one code and for all
    nodes = (
        '<startEvent id="s"/><serviceTask id="w" camunda:type="external" camunda:topic="t"/>'
        '<userTask id="one"/><userTask id="all"/>'
        + boundary("a", "w", "<errorEventDefinition/>")
        + boundary(
            "b",
            "w",
            '<errorEventDefinition errorRef="E" camunda:errorCodeVariable="c" camunda:errorMessageVariable="m"/>',
        )
    )
    for code, expected in (("42", "one"), ("7", "all")):
        stage = play(nodes, "s > w\n a > all\n b > one", ROOT)
        stage.start()
        # when it throws
        stage.throw("w", code, "why")
        # then the right one takes it
        assert stage.open == [expected]
        if code == "42":
            assert stage.find("one").variables == {"c": "42", "m": "why"}
        assert stage.told(EventKind.ERROR_THROWN) == [{"code": code, "message": "why"}]


def test_an_uncaught_error_fails_the_instance_visibly(play: Play) -> None:
    # given an error end at the top, and a branch beside it
    nodes = (
        '<startEvent id="s"/><parallelGateway id="f"/><userTask id="u"/><userTask id="v"/>'
        '<endEvent id="e"><errorEventDefinition errorRef="E"/></endEvent>'
    )
    stage = play(nodes, "s > f\n f > u\n f > v\n u > e", ROOT)
    instance = stage.start()
    # when it is reached
    stage.do("u")
    # then the instance has failed, with the code
    assert stage.engine.is_ended(instance)
    [failed] = stage.told(EventKind.INSTANCE_FAILED)
    assert failed["code"] == "42"
    assert stage.told(EventKind.EVENT_UNCAUGHT) == [{"kind": "error", "code": "42"}]
    assert stage.work == []
    assert stage.balance() == {}


def test_escalation_is_caught_further_out_and_needs_no_catcher(play: Play) -> None:
    # given an escalation two levels down, that does not interrupt
    inner = (
        '<startEvent id="s2"/><intermediateThrowEvent id="t"><escalationEventDefinition escalationRef="X"/>'
        '</intermediateThrowEvent><userTask id="u"/><sequenceFlow id="g1" sourceRef="s2" targetRef="t"/>'
        '<sequenceFlow id="g2" sourceRef="t" targetRef="u"/>'
    )
    nodes = (
        f'<startEvent id="s"/><subProcess id="o"><subProcess id="i">{inner}</subProcess></subProcess><userTask id="n"/>'
    )
    stage = play(
        nodes + boundary("b", "o", '<escalationEventDefinition escalationRef="X"/>', cancels=False),
        "s > o\n b > n",
        ROOT,
    )
    # when it is thrown
    stage.start()
    # then both go on
    assert stage.open == ["n", "u"]
    # and where nobody catches it, it is told and passes
    alone = play(nodes, "s > o", ROOT)
    alone.start()
    assert alone.open == ["u"]
    assert alone.told(EventKind.EVENT_UNCAUGHT) == [{"kind": "escalation", "code": "up"}]


def test_conditional_events_fire_when_a_variable_makes_them_true(play: Play) -> None:
    # given a conditional catch, and a conditional boundary that does not interrupt
    condition = "<conditionalEventDefinition><condition>${n > 3}</condition></conditionalEventDefinition>"
    nodes = (
        f'<startEvent id="s"/><parallelGateway id="f"/>{catch("c", condition)}<userTask id="after"/>'
        '<userTask id="u"/><userTask id="w"/><task id="n"/>' + boundary("b", "w", condition, cancels=False)
    )
    stage = play(nodes, "s > f\n f > c\n f > u\n f > w\n c > after\n b > n")
    stage.start(n=1)
    assert stage.open == ["u", "w"]
    # when a result makes the condition true
    stage.do("u", n=5)
    # then both fire
    assert stage.open == ["after", "w"]
    assert stage.path().count("n") == 1


def test_a_condition_that_holds_at_once_interrupts_before_anything_is_done(play: Play) -> None:
    # given a boundary condition that is true when its host begins
    condition = "<conditionalEventDefinition><condition>${n > 3}</condition></conditionalEventDefinition>"
    nodes = '<startEvent id="s"/><userTask id="u"/><userTask id="v"/>' + boundary("b", "u", condition)
    stage = play(nodes, "s > u\n b > v")
    # when it begins
    stage.start(n=5)
    # then its work was never handed out
    assert stage.open == ["v"]


def test_multiple_and_parallel_multiple_events(play: Play) -> None:
    # given an event of two kinds, once any and once all
    for attributes, needed in (("", 1), ('parallelMultiple="true"', 2)):
        nodes = f'<startEvent id="s"/>{catch("c", MESSAGE + SIGNAL, attributes)}<userTask id="u"/>'
        stage = play(nodes, "s > c\n c > u", ROOT)
        stage.start()
        # when they come one after the other
        stage.signal("alarm")
        assert stage.open == (["u"] if needed == 1 else [])
        stage.message("hello")
        # then it has gone on when enough came
        assert stage.open == ["u"]


def test_link_events_jump(play: Play) -> None:
    # given a link
    nodes = (
        '<startEvent id="s"/><intermediateThrowEvent id="t"><linkEventDefinition name="L"/></intermediateThrowEvent>'
        '<intermediateCatchEvent id="c"><linkEventDefinition name="L"/></intermediateCatchEvent><userTask id="u"/>'
    )
    stage = play(nodes, "s > t\n c > u")
    # when it is thrown, then the token is on the other side
    stage.start()
    assert stage.path() == ["s", "t", "c"]
    assert stage.open == ["u"]


def test_terminate_ends_its_scope_only(play: Play) -> None:
    # given a terminate end in a sub-process
    inner = (
        '<startEvent id="s2"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/>'
        '<endEvent id="t"><terminateEventDefinition/></endEvent>'
        '<sequenceFlow id="g1" sourceRef="s2" targetRef="f"/><sequenceFlow id="g2" sourceRef="f" targetRef="a"/>'
        '<sequenceFlow id="g3" sourceRef="f" targetRef="b"/><sequenceFlow id="g4" sourceRef="a" targetRef="t"/>'
    )
    stage = play(
        f'<startEvent id="s"/><subProcess id="sub">{inner}</subProcess><userTask id="u"/>', "s > sub\n sub > u"
    )
    stage.start()
    # when it is reached
    stage.do("a")
    # then what follows the sub-process begins
    assert stage.open == ["u"]
    assert stage.balance() == {"u": 1}
