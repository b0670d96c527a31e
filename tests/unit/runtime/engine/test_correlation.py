"""Correlation properties: they tie the messages of one conversation together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


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
