"""Correlation properties: they tie the messages of one conversation together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import compile_plan


def test_correlation_properties_tell_conversations_apart(plan: Callable[..., Any], stage: Any) -> None:
    # given messages that carry an order number
    root = (
        '<message id="M" name="ask"/><correlationProperty id="order">'
        '<correlationPropertyRetrievalExpression messageRef="M">'
        "<messagePath>${number}</messagePath></correlationPropertyRetrievalExpression></correlationProperty>"
        '<process id="q" isExecutable="true"><correlationSubscription id="cs">'
        '<correlationPropertyBinding correlationPropertyRef="order"><dataPath>${mine}</dataPath>'
        "</correlationPropertyBinding>"
        '</correlationSubscription><startEvent id="s2"/><intermediateCatchEvent id="c2">'
        '<messageEventDefinition messageRef="M"/></intermediateCatchEvent><userTask id="w"/>'
        '<sequenceFlow id="q1" sourceRef="s2" targetRef="c2"/><sequenceFlow id="q2" sourceRef="c2" targetRef="w"/>'
        "</process>"
    )
    thrown = '<messageEventDefinition messageRef="M"/>'
    nodes = f'<startEvent id="s"/><intermediateThrowEvent id="t">{thrown}</intermediateThrowEvent>'
    play = stage(plan(nodes, "s > t", root))
    play.start("q", mine=1)
    second = play.start("q", mine=2)
    # when number 2 is sent
    play.start(number=2)
    # then the second receiver has it
    assert [work.instance for work in play.work] == [second]


@pytest.mark.parametrize("path", ["${number}", "number"])
def test_a_message_from_outside_goes_to_the_conversation_that_its_content_names(
    plan: Callable[..., Any], stage: Any, path: str
) -> None:
    # given instances that began with messages about different orders, and wait for another message about theirs
    retrieval = (
        '<correlationPropertyRetrievalExpression messageRef="?"><messagePath>'
        f"{path}</messagePath></correlationPropertyRetrievalExpression>"
    )
    root = (
        '<message id="M" name="ask"/><message id="N" name="pay"/><correlationProperty id="order">'
        f"{retrieval.replace('?', 'M')}{retrieval.replace('?', 'N')}</correlationProperty>"
    )
    nodes = (
        '<startEvent id="s"><messageEventDefinition messageRef="M"/></startEvent>'
        '<intermediateCatchEvent id="c"><messageEventDefinition messageRef="N"/></intermediateCatchEvent>'
        '<userTask id="u"/>'
    )
    scene = stage(plan(nodes, "s > c\n c > u", root))
    first, second = (scene.message("ask", variables={"number": number}) for number in (1, 2))
    # when the second order is paid, then what nobody ordered, then the first
    taken = [scene.message("pay", variables={"number": number, "paid": True}) for number in (2, 3, 1)]
    # then each reached its own conversation, and the stray one none
    assert taken == [second, "", first]
    assert [work.variables["number"] for work in scene.work] == [2, 1]


def test_who_begins_a_conversation_gets_the_answer_that_belongs_to_it(plan: Callable[..., Any], stage: Any) -> None:
    # given instances that ask about different orders, and wait for an answer
    retrieval = (
        '<correlationPropertyRetrievalExpression messageRef="?"><messagePath>'
        "${number}</messagePath></correlationPropertyRetrievalExpression>"
    )
    root = (
        '<message id="M" name="ask"/><message id="N" name="answer"/><correlationProperty id="order">'
        f"{retrieval.replace('?', 'M')}{retrieval.replace('?', 'N')}</correlationProperty>"
    )
    nodes = (
        '<startEvent id="s"/><intermediateThrowEvent id="t"><messageEventDefinition messageRef="M"/>'
        '</intermediateThrowEvent><intermediateCatchEvent id="c"><messageEventDefinition messageRef="N"/>'
        '</intermediateCatchEvent><userTask id="u"/>'
    )
    scene = stage(plan(nodes, "s > t\n t > c\n c > u", root))
    first, second = (scene.start(number=number) for number in (1, 2))
    # when the answers come the other way round, one for nobody among them
    taken = [scene.message("answer", variables={"number": number}) for number in (2, 3, 1)]
    # then each reaches who has asked
    assert taken == [second, "", first]


RETRIEVAL = (
    '<correlationPropertyRetrievalExpression messageRef="{}"><messagePath>{}</messagePath>'
    "</correlationPropertyRetrievalExpression>"
)


def keyed(*keys: str) -> str:
    """A message that starts, one that follows, three properties of both, and the keys that they make."""
    found = "".join(f'<correlationKey id="k{n}">{key}</correlationKey>' for n, key in enumerate(keys))
    root = f'<message id="M" name="ask"/><message id="N" name="pay"/><collaboration id="co">{found}</collaboration>'
    for name in ("order", "part", "shop"):
        paths = RETRIEVAL.format("M", name) + RETRIEVAL.format("N", name)
        root += f'<correlationProperty id="{name}">{paths}</correlationProperty>'
    return root


def of(*names: str) -> str:
    return "".join(f"<correlationPropertyRef>{name}</correlationPropertyRef>" for name in names)


NODES = (
    '<startEvent id="s"><messageEventDefinition messageRef="M"/></startEvent>'
    '<intermediateCatchEvent id="c"><messageEventDefinition messageRef="N"/></intermediateCatchEvent>'
)


def test_a_key_of_several_properties_counts_as_a_whole(plan: Callable[..., Any], stage: Any) -> None:
    # given instances that began with messages about the parts of an order
    scene = stage(plan(NODES, "s > c", keyed(of("order", "part"))))
    first, second = (scene.message("ask", variables={"order": 1, "part": part}) for part in (1, 2))
    # when messages name another part, then the second, then only the order
    assert scene.message("pay", variables={"order": 1, "part": 3}) == ""
    assert scene.message("pay", variables={"order": 1, "part": 2}) == second
    # then a part of a key says nothing, and who waits longest has it (BPMN 2.0, 8.3.2: valid only when it is whole)
    assert scene.message("pay", variables={"order": 7}) == first


def test_a_key_is_settled_by_the_first_message_that_has_it_whole(plan: Callable[..., Any], stage: Any) -> None:
    # given two keys that share a property, and an instance whose first message has one of them
    scene = stage(plan(NODES, "s > c", keyed(of("order", "part"), of("part", "shop"))))
    first = scene.message("ask", variables={"order": 1, "part": 2})
    # when a message has the other one whole, with another part, then it is a new key of the conversation
    assert scene.message("pay", variables={"part": 3, "shop": 9}) == first
    assert scene.engine.is_ended(first)


def test_a_key_that_names_no_property_is_told() -> None:
    text = (
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">'
        f'<collaboration id="co"><correlationKey id="k" name="Order">{of("nothing")}</correlationKey></collaboration>'
        '<process id="p" isExecutable="true"><startEvent id="s"/></process></definitions>'
    )
    compiled = compile_plan(read_bytes(text.encode()).diagram)
    assert compiled.plan is not None
    assert [problem.message for problem in compiled.problems] == [
        "The correlation key “Order” names “nothing”, which is no correlation property."
    ]


def test_a_sender_without_a_business_key_prefers_nobody_for_having_none(plan: Callable[..., Any], stage: Any) -> None:
    # given a receiver with a business key, and a later one without
    root = (
        '<message id="M" name="ask"/><process id="q" isExecutable="true"><startEvent id="s2"/>'
        '<intermediateCatchEvent id="c2"><messageEventDefinition messageRef="M"/></intermediateCatchEvent>'
        '<userTask id="w"/><sequenceFlow id="q1" sourceRef="s2" targetRef="c2"/>'
        '<sequenceFlow id="q2" sourceRef="c2" targetRef="w"/></process>'
    )
    thrown = '<messageEventDefinition messageRef="M"/>'
    nodes = f'<startEvent id="s"/><intermediateThrowEvent id="t">{thrown}</intermediateThrowEvent>'
    scene = stage(plan(nodes, "s > t", root))
    first = scene.engine.start("q", {}, "A-17")
    scene.go()
    scene.start("q")
    # when somebody without one sends
    scene.start()
    # then who waits longest has it
    assert [work.instance for work in scene.work] == [first]
