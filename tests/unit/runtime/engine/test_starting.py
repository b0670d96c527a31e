from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Play = Callable[..., Any]
ROOT = '<message id="M" name="one"/><message id="N" name="two"/>'


def test_timer_starts_begin_instances_once_they_are_armed(play: Play) -> None:
    # given a process that a timer starts, three times
    definition = "<timerEventDefinition><timeCycle>R3/PT1H</timeCycle></timerEventDefinition>"
    stage = play(f'<startEvent id="s">{definition}</startEvent><userTask id="u"/>', "s > u")
    assert stage.engine.due() is None
    # when the starts are armed and time passes
    assert stage.engine.arm_starts() == 1
    stage.pass_time(3_600)
    assert stage.open == ["u"]
    stage.pass_time(36_000)
    # then there are three instances
    assert stage.open == ["u"] * 3


def test_a_receive_task_that_instantiates_begins_with_its_message(play: Play) -> None:
    # given a receive task without a way in
    stage = play('<receiveTask id="r" instantiate="true" messageRef="M"/><userTask id="u"/>', "r > u", ROOT)
    # when its message comes, then the instance is past it
    assert stage.message("one", variables={"x": 1})
    assert stage.open == ["u"]
    assert stage.find("u").variables == {"x": 1}


def test_an_event_based_gateway_that_instantiates_begins_behind_it(play: Play) -> None:
    # given a choice of two messages at the very start
    nodes = (
        '<eventBasedGateway id="g" instantiate="true"/><userTask id="u"/><userTask id="v"/>'
        '<intermediateCatchEvent id="a"><messageEventDefinition messageRef="M"/></intermediateCatchEvent>'
        '<intermediateCatchEvent id="b"><messageEventDefinition messageRef="N"/></intermediateCatchEvent>'
    )
    stage = play(nodes, "g > a\n g > b\n a > u\n b > v", ROOT)
    # when one of them comes, then its branch begins
    stage.message("two")
    assert stage.open == ["v"]


def test_the_initiator_is_a_variable_that_exists(play: Play) -> None:
    # given a start that names a variable for whoever starts it
    nodes = '<startEvent id="s" camunda:initiator="who"/><userTask id="u" camunda:assignee="${who}"/>'
    stage = play(nodes, "s > u")
    # when nobody is known, then it is empty; when it is given, it counts
    stage.start()
    assert stage.work[0].assignee == ""
    stage.start(who="Eva")
    assert stage.work[1].assignee == "Eva"


@pytest.mark.parametrize(("passed", "next_due"), [(3_630.0, 3_660.0), (7_200.0, 7_260.0)])
def test_of_the_times_that_a_timer_has_missed_one_is_made_up_for(play: Play, passed: float, next_due: float) -> None:
    # given a timer that starts an instance every minute, and nobody who looks for an hour
    definition = "<timerEventDefinition><timeCycle>R/PT1M</timeCycle></timerEventDefinition>"
    stage = play(f'<startEvent id="s">{definition}</startEvent><userTask id="u"/>', "s > u")
    began = stage.now
    stage.engine.arm_starts()
    stage.now = began + passed
    # when somebody does, then one instance begins, and the next comes at its minute
    assert stage.engine.fire_due() == 1
    assert stage.engine.due() == began + next_due


def test_a_timer_that_has_missed_its_last_time_has_ended(play: Play) -> None:
    definition = "<timerEventDefinition><timeCycle>R3/PT1M</timeCycle></timerEventDefinition>"
    stage = play(f'<startEvent id="s">{definition}</startEvent><userTask id="u"/>', "s > u")
    stage.engine.arm_starts()
    stage.now += 3_600
    assert (stage.engine.fire_due(), stage.engine.due()) == (1, None)


def test_a_timer_that_has_missed_millions_of_times_goes_on_at_once(play: Play) -> None:
    definition = "<timerEventDefinition><timeCycle>R/PT0.001S</timeCycle></timerEventDefinition>"
    stage = play(f'<startEvent id="s">{definition}</startEvent><userTask id="u"/>', "s > u")
    stage.engine.arm_starts()
    stage.now += 86_400
    assert stage.engine.fire_due() == 1
    assert stage.now < stage.engine.due() < stage.now + 0.01


def test_a_parallel_event_based_gateway_begins_one_instance_that_waits_for_all_events(
    plan: Callable[..., Any], stage: Any
) -> None:
    # given a process that begins by either of two messages, and goes on after both
    event = '<messageEventDefinition messageRef="{}"/>'
    nodes = (
        '<eventBasedGateway id="g" instantiate="true" eventGatewayType="Parallel"/>'
        f'<intermediateCatchEvent id="a">{event.format("M")}</intermediateCatchEvent>'
        f'<intermediateCatchEvent id="b">{event.format("N")}</intermediateCatchEvent>'
        '<parallelGateway id="j"/><userTask id="u"/>'
    )
    root = '<message id="M" name="ask"/><message id="N" name="pay"/>'
    scene = stage(plan(nodes, "g > a\n g > b\n a > j\n b > j\n j > u", root))
    # when the second comes first
    first = scene.message("pay")
    assert scene.waits() == {"a": "message", "j": "join"}
    # then the other goes to the same instance
    assert scene.message("ask") == first
    assert scene.open == ["u"]
