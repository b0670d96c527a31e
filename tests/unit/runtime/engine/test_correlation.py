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
