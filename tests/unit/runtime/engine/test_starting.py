from __future__ import annotations

from collections.abc import Callable
from typing import Any

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
