from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from procos_studio.runtime.events import EventKind

Play = Callable[..., Any]


def many(inside: str, attributes: str = "") -> str:
    return f"<multiInstanceLoopCharacteristics {attributes}>{inside}</multiInstanceLoopCharacteristics>"


def test_parallel_over_a_collection_gives_each_its_item(play: Play) -> None:
    # given a task for each item
    loop = many("", 'camunda:collection="orders" camunda:elementVariable="order"')
    stage = play(f'<startEvent id="s"/><userTask id="u">{loop}</userTask><userTask id="after"/>', "s > u\n u > after")
    instance = stage.start(orders=["a", "b", "c"])
    # then all are open, each with its own
    assert [work.variables["order"] for work in stage.work] == ["a", "b", "c"]
    assert [work.variables["loopCounter"] for work in stage.work] == [0, 1, 2]
    assert stage.work[0].variables["nrOfInstances"] == 3
    # when they are done, what follows begins once
    for _ in range(3):
        assert "after" not in stage.open
        stage.do("u", last=stage.find("u").variables["order"])
    assert stage.open == ["after"]
    # and the item has not become a variable of the process
    assert stage.engine.variables(instance) == {"orders": ["a", "b", "c"], "last": "c"}


def test_sequential_runs_one_after_the_other_until_its_condition(play: Play) -> None:
    # given up to five, until two are done
    inside = (
        "<loopCardinality>5</loopCardinality><completionCondition>${nrOfCompletedInstances == 2}</completionCondition>"
    )
    loop = many(inside, 'isSequential="true"')
    stage = play(f'<startEvent id="s"/><userTask id="u">{loop}</userTask><userTask id="after"/>', "s > u\n u > after")
    stage.start()
    assert stage.open == ["u"]
    stage.do("u")
    assert stage.open == ["u"]
    assert stage.find("u").variables["loopCounter"] == 1
    # when the condition holds, then the rest is not needed
    stage.do("u")
    assert stage.open == ["after"]


def test_parallel_completion_condition_cancels_what_is_open(play: Play) -> None:
    # given three votes of which one is enough
    condition = "${nrOfCompletedInstances >= 1}"
    inside = f"<loopCardinality>${{n}}</loopCardinality><completionCondition>{condition}</completionCondition>"
    stage = play(
        f'<startEvent id="s"/><userTask id="u">{many(inside)}</userTask><userTask id="after"/>', "s > u\n u > after"
    )
    stage.start(n=3)
    assert stage.open == ["u", "u", "u"]
    # when one comes
    stage.do("u")
    # then the others are gone
    assert stage.open == ["after"]
    assert stage.path(EventKind.ELEMENT_CANCELLED) == ["u", "u"]
    assert stage.balance() == {"after": 1}


@pytest.mark.parametrize("sequential", ["true", "false"])
def test_no_items_pass_at_once(play: Play, sequential: str) -> None:
    # given an empty collection
    loop = many("", f'isSequential="{sequential}" camunda:collection="${{items}}"')
    stage = play(f'<startEvent id="s"/><userTask id="u">{loop}</userTask><endEvent id="e"/>', "s > u\n u > e")
    # when it is reached, then it is over
    instance = stage.start(items=[])
    assert stage.engine.is_ended(instance)
    assert "u" not in stage.path()


def test_a_multi_instance_without_items_is_an_incident(play: Play) -> None:
    # given a collection that is no list, and a cardinality that is no number
    for loop, start in (
        (many("", 'camunda:collection="n"'), 5),
        (many("<loopCardinality>${n}</loopCardinality>"), "x"),
    ):
        stage = play(f'<startEvent id="s"/><userTask id="u">{loop}</userTask>', "s > u")
        # when it is reached, then the token waits with the reason
        stage.start(n=start)
        assert stage.waits() == {"u": "incident"}


def test_a_multi_instance_sub_process_has_a_scope_for_each(play: Play) -> None:
    # given a sub-process for each item, with a boundary event around all of them
    loop = many("", 'camunda:collection="items" camunda:elementVariable="item"')
    nodes = (
        f'<startEvent id="s"/><subProcess id="sub">{loop}<userTask id="a"/></subProcess><userTask id="after"/>'
        '<userTask id="out"/><boundaryEvent id="b" attachedToRef="sub"><errorEventDefinition/></boundaryEvent>'
    )
    stage = play(nodes, "s > sub\n sub > after\n b > out")
    stage.start(items=[1, 2])
    assert [work.variables["item"] for work in stage.work] == [1, 2]
    # when one throws an error
    stage.throw("a", "E")
    # then all of it is left over the border
    assert stage.open == ["out"]
    assert stage.balance() == {"out": 1}


def test_outputs_are_gathered_in_the_order_of_the_items(play: Play) -> None:
    # given a multi-instance that gives a list
    inside = (
        "<loopDataInputRef>items</loopDataInputRef><loopDataOutputRef>results</loopDataOutputRef>"
        '<inputDataItem id="item"/><outputDataItem id="result"/>'
    )
    task = (
        '<serviceTask id="w" camunda:type="external" camunda:topic="t"><extensionElements><camunda:inputOutput>'
        '<camunda:inputParameter name="result">${null}</camunda:inputParameter></camunda:inputOutput>'
        f"</extensionElements>{many(inside)}</serviceTask>"
    )
    stage = play(f'<startEvent id="s"/>{task}<userTask id="u"/>', "s > w\n w > u")
    instance = stage.start(items=["a", "b"])
    # when they end in another order
    for work in reversed(list(stage.work)):
        stage.engine.complete(work.id, {"result": work.variables["item"] * 2})
    stage.go()
    # then the list is in the order of the items
    assert stage.engine.variables(instance)["results"] == ["aa", "bb"]


def test_standard_loop_counts_and_stops(play: Play) -> None:
    # given a loop with a condition and one with a maximum
    for attributes, condition, rounds in (
        ("", "<loopCondition>${n &lt; 3}</loopCondition>", 3),
        ('loopMaximum="2"', "<loopCondition>${true}</loopCondition>", 2),
        ('testBefore="true"', "<loopCondition>${false}</loopCondition>", 0),
    ):
        loop = f"<standardLoopCharacteristics {attributes}>{condition}</standardLoopCharacteristics>"
        stage = play(
            f'<startEvent id="s"/><userTask id="u">{loop}</userTask><userTask id="after"/>', "s > u\n u > after"
        )
        stage.start(n=0)
        done = 0
        # when it is done again and again
        while "u" in stage.open:
            done += 1
            stage.do("u", n=done)
        # then it has run that often
        assert (done, stage.open) == (rounds, ["after"])


def test_a_hundred_thousand_rounds_leave_nothing_behind(play: Play) -> None:
    # given a loop of a gateway and an expression, without events
    nodes = (
        '<startEvent id="s"/><exclusiveGateway id="m"/>'
        '<serviceTask id="w" camunda:expression="${n + 1}" camunda:resultVariable="n"/>'
        '<exclusiveGateway id="x" default="x-u"/><userTask id="u"/>'
    )
    stage = play(nodes, "s > m\n m > w\n w > x\n x > m ${n < 100000}\n x > u")
    stage.engine.emit = None
    # when it runs
    instance = stage.start(n=0)
    # then it has come through, and only what lives is kept
    assert stage.engine.variables(instance) == {"n": 100_000}
    assert stage.open == ["u"]
    assert len(stage.engine.instances[instance].tasks) == 2


def test_behaviour_none_throws_for_each_instance(play: Play) -> None:
    # given a multi-instance whose instances each throw a signal that is caught on its border
    root = '<signal id="S" name="one"/><signalEventDefinition id="sd" signalRef="S"/>'
    loop = many("<loopCardinality>2</loopCardinality>", 'behavior="None" noneBehaviorEventRef="sd"')
    nodes = (
        f'<startEvent id="s"/><task id="w">{loop}</task><userTask id="after"/><userTask id="n"/>'
        '<boundaryEvent id="b" attachedToRef="w"><signalEventDefinition signalRef="S"/></boundaryEvent>'
    )
    stage = play(nodes, "s > w\n w > after\n b > n", root)
    # when it runs
    stage.start()
    # then each was noticed, and the activity completed all the same
    assert stage.open == ["after", "n", "n"]


def test_a_data_input_that_is_associated_gives_the_items(play: Play) -> None:
    # given a multi-instance over a data input of its own, which a data object fills
    nodes = (
        '<dataObject id="d" isCollection="true"/><dataObjectReference id="dr" dataObjectRef="d"/><startEvent id="s"/>'
        '<userTask id="t"><ioSpecification><dataInput id="di"/><inputSet/><outputSet/></ioSpecification>'
        "<dataInputAssociation><sourceRef>dr</sourceRef><targetRef>di</targetRef></dataInputAssociation>"
        "<multiInstanceLoopCharacteristics><loopDataInputRef>di</loopDataInputRef>"
        '<inputDataItem id="it"/></multiInstanceLoopCharacteristics></userTask>'
    )
    # when it runs, then there is a task for each item
    stage = play(nodes, "s > t")
    stage.start(d=[1, 2])
    assert [work.variables["it"] for work in stage.work] == [1, 2]
