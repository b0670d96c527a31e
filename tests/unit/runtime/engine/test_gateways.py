from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from procos_studio.runtime.events import EventKind

Play = Callable[..., Any]
TASKS = "".join(f'<userTask id="{key}"/>' for key in "abcd")


def test_exclusive_takes_the_first_true_flow_then_the_default(play: Play) -> None:
    # given a decision with two conditions and a default
    nodes = f'<startEvent id="s"/><exclusiveGateway id="x" default="x-c"/>{TASKS}'
    wires = "s > x\n x > a ${n > 10}\n x > b ${n > 5}\n x > c"
    for value, expected in ((20, "a"), (7, "b"), (1, "c")):
        stage = play(nodes, wires)
        # when it is reached
        stage.start(n=value)
        # then one branch goes on
        assert stage.open == [expected]


def test_exclusive_without_a_way_is_an_incident_that_a_retry_ends(play: Play) -> None:
    # given a decision of which no condition is true
    stage = play(f'<startEvent id="s"/><exclusiveGateway id="x"/>{TASKS}', "s > x\n x > a ${n > 10}\n x > b ${n > 5}")
    instance = stage.start(n=1)
    assert stage.waits() == {"x": "incident"}
    [waiting] = stage.engine.waiting()
    # when the variable is mended and the token tries again
    stage.engine.instances[instance].root.variables["n"] = 7
    stage.engine.retry(waiting.token)
    stage.go()
    # then it goes on
    assert stage.open == ["b"]
    assert len(stage.told(EventKind.INCIDENT_RESOLVED)) == 1


def test_parallel_join_waits_for_each_flow_and_keeps_what_is_too_much(play: Play) -> None:
    # given a join of two flows, one of which is fed twice
    nodes = (
        f'<startEvent id="s"/><parallelGateway id="f"/><exclusiveGateway id="m"/>{TASKS}'
        '<parallelGateway id="j"/><userTask id="after"/><endEvent id="e"/>'
    )
    wires = "s > f\n f > a\n f > b\n f > c\n a > m\n b > m\n m > j\n c > d\n d > j\n j > after\n after > e"
    stage = play(nodes, wires)
    stage.start()
    # when both tokens come over one flow
    stage.do("a")
    stage.do("b")
    # then the join does not go on
    assert stage.open == ["c"]
    # when the other flow brings one
    stage.do("c")
    stage.do("d")
    # then it goes on once, and keeps the second token
    assert stage.open == ["after"]
    assert stage.balance() == {"after": 1, "j": 1}


def test_parallel_join_that_lacks_a_token_waits_for_ever(play: Play) -> None:
    # given a decision before a parallel join
    nodes = f'<startEvent id="s"/><exclusiveGateway id="x" default="x-b"/>{TASKS}<parallelGateway id="j"/>'
    nodes += '<endEvent id="e"/>'
    stage = play(nodes, "s > x\n x > a ${n > 1}\n x > b\n a > j\n b > j\n j > e")
    instance = stage.start(n=2)
    # when the only token arrives
    stage.do("a")
    # then the instance does not end
    assert not stage.engine.is_ended(instance)


@pytest.mark.parametrize(("n", "expected"), [(1, ["a"]), (2, ["a", "b"]), (0, ["c"])])
def test_inclusive_takes_all_true_flows_and_joins_them_once(play: Play, n: int, expected: list[str]) -> None:
    # given an inclusive split and join
    nodes = (
        f'<startEvent id="s"/><inclusiveGateway id="x" default="x-c"/>{TASKS}<inclusiveGateway id="j"/>'
        '<endEvent id="e"/>'
    )
    wires = "s > x\n x > a ${n >= 1}\n x > b ${n >= 2}\n x > c\n a > j\n b > j\n c > j\n j > d\n d > e"
    stage = play(nodes, wires)
    stage.start(n=n)
    assert stage.open == expected
    # when all that was begun is done
    for element in expected:
        assert "d" not in stage.open
        stage.do(element)
    # then what follows happens once
    assert stage.open == ["d"]
    stage.do("d")
    assert stage.ended()
    assert stage.balance() == {}


def test_inclusive_join_goes_on_when_the_last_that_could_come_has_gone_elsewhere(play: Play) -> None:
    # given two branches, of which one may leave before the join
    nodes = (
        f'<startEvent id="s"/><parallelGateway id="f"/>{TASKS}<exclusiveGateway id="x" default="x-j"/>'
        '<inclusiveGateway id="j"/><endEvent id="e"/>'
    )
    wires = "s > f\n f > a\n f > b\n a > j\n b > x\n x > c ${leaves}\n x > j\n j > d\n c > e\n d > e"
    stage = play(nodes, wires)
    stage.start(leaves=True)
    stage.do("a")
    assert stage.open == ["b"]
    # when the other one leaves
    stage.do("b")
    # then the join waits no longer
    assert stage.open == ["c", "d"]


def test_inclusive_join_waits_for_a_token_inside_a_sub_process_and_on_its_border(play: Play) -> None:
    # given a sub-process before the join, with a boundary event that leads there too
    nodes = (
        f'<startEvent id="s"/><parallelGateway id="f"/>{TASKS}'
        '<subProcess id="sub"><userTask id="inner"/></subProcess>'
        '<boundaryEvent id="t" attachedToRef="sub"><timerEventDefinition><timeDuration>PT5S</timeDuration>'
        '</timerEventDefinition></boundaryEvent><inclusiveGateway id="j"/>'
    )
    stage = play(nodes, "s > f\n f > a\n f > sub\n a > j\n sub > b\n t > j\n j > d")
    stage.start()
    stage.do("a")
    assert stage.open == ["inner"]
    # when the sub-process is left over its border
    stage.pass_time(5)
    # then both tokens are one
    assert stage.open == ["d"]
    assert stage.balance() == {"d": 1}


def test_complex_join_goes_on_at_its_condition_and_swallows_the_rest(play: Play) -> None:
    # given two of three
    nodes = (
        f'<startEvent id="s"/><parallelGateway id="f"/>{TASKS}<complexGateway id="j">'
        "<activationCondition>${activationCount >= 2}</activationCondition></complexGateway>"
    )
    stage = play(nodes, "s > f\n f > a\n f > b\n f > c\n a > j\n b > j\n c > j\n j > d")
    stage.start()
    stage.do("a")
    assert stage.open == ["b", "c"]
    # when the second comes
    stage.do("b")
    # then it goes on
    assert stage.open == ["c", "d"]
    # and the third ends there
    stage.do("c")
    assert stage.open == ["d"]
    stage.do("d")
    assert stage.ended()
    assert stage.balance() == {}


def test_event_based_gateway_lets_the_first_event_win(play: Play) -> None:
    # given a message and a timer behind a gateway
    nodes = (
        f'<startEvent id="s"/><eventBasedGateway id="g"/>{TASKS}'
        '<intermediateCatchEvent id="m"><messageEventDefinition messageRef="M"/></intermediateCatchEvent>'
        '<intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>PT10S</timeDuration></timerEventDefinition>'
        "</intermediateCatchEvent>"
    )
    wires = "s > g\n g > m\n g > t\n m > a\n t > b"
    root = '<message id="M" name="hello"/>'
    # when the message comes
    stage = play(nodes, wires, root)
    stage.start()
    assert stage.message("hello", variables={"x": 1})
    # then its branch goes on, with what it brought, and the timer is off
    assert stage.open == ["a"]
    assert stage.find("a").variables == {"x": 1}
    assert stage.engine.due() is None
    assert "g-m" in stage.path(EventKind.FLOW_TAKEN)
    # when the time comes first
    late = play(nodes, wires, root)
    late.start()
    late.pass_time(10)
    # then the other one does
    assert late.open == ["b"]
    assert late.message("hello") == ""


def test_activity_flows_split_with_conditions_and_default(play: Play) -> None:
    # given a task with a condition, an unconditioned flow and a default
    nodes = f'<startEvent id="s"/><task id="t" default="t-c"/>{TASKS}'
    for value, expected in ((True, ["a", "b"]), (False, ["b", "c"])):
        stage = play(nodes, "s > t\n t > a ${go}\n t > b\n t > c")
        # when it completes
        stage.start(go=value)
        # then the default is taken where no condition holds
        assert stage.open == expected


def test_a_wide_fork_of_waits_joins_without_recursion(play: Play) -> None:
    # given a fork of 500 waiting tasks into an inclusive join
    count = 500
    tasks = "".join(f'<userTask id="t{number}"/>' for number in range(count))
    nodes = f'<startEvent id="s"/><parallelGateway id="f"/>{tasks}<inclusiveGateway id="j"/><endEvent id="e"/>'
    wires = "s > f\n j > e\n" + "".join(f"f > t{number}\n t{number} > j\n" for number in range(count))
    stage = play(nodes, wires)
    instance = stage.start()
    # when all of them complete, one by one
    for work in list(stage.work):
        stage.engine.complete(work.id, {})
        stage.engine.advance()
    # then the instance is done
    assert stage.engine.is_ended(instance)
    assert stage.path().count("e") == 1
