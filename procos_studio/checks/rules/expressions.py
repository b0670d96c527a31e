"""Expressions can be read, and conditions look like expressions."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.expressions import check as check_text
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import CAMUNDA, OPERATON, clark, local_name, namespace_of
from procos_studio.model.records import FlowNode, SequenceFlow
from procos_studio.model.xml import Xml
from procos_studio.problems import Problem

CODE = "expression.*"
_TIMES = frozenset({"timeDate", "timeDuration", "timeCycle"})
_FORMAL = frozenset({"condition", "conditionExpression", "completionCondition", "loopCondition", "loopCardinality"})
_ATTRIBUTES = {
    clark(namespace, name)
    for namespace in (CAMUNDA, OPERATON)
    for name in ("expression", "assignee", "candidateUsers", "candidateGroups", "dueDate", "followUpDate", "collection")
}


def check(diagram: Diagram) -> Iterator[Problem]:
    """Conditions, loop texts, timers, parameters and the attributes in which Camunda 7 evaluates `${…}`."""
    for element in diagram.walk():
        if isinstance(element, SequenceFlow) and element.condition is not None:
            yield from check_text(element.condition, element.id)
    for node in nodes(diagram):
        for text in _texts(node):
            yield from check_text(text, node.id)


def _texts(node: FlowNode) -> Iterator[str]:
    for name, value in node.attributes.items():
        if name in _ATTRIBUTES and "${" in value:
            yield value
    for detail in node.details:
        for part in detail.walk():
            if part.kind in _FORMAL and not part.get("language"):
                yield part.text.strip()
            elif part.text and "${" in part.text and _evaluated(part):
                yield part.text


def _evaluated(part: Xml) -> bool:
    if part.kind in _TIMES:
        return True
    ours = namespace_of(part.tag) in (CAMUNDA, OPERATON)
    return (
        ours and local_name(part.tag) in ("inputParameter", "outputParameter", "value", "entry") and not part.children
    )
