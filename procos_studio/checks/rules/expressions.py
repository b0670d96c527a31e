"""Expressions can be read, and conditions look like expressions."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.expressions import check as check_text
from procos_studio.expressions.text import is_literal
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import ENGINE_NAMESPACES, bpmn, clark, local_name, namespace_of
from procos_studio.model.records import FlowNode, SequenceFlow
from procos_studio.model.xml import Xml
from procos_studio.problems import Problem, warning

CODE = "expression.*"
_TIMES = frozenset({"timeDate", "timeDuration", "timeCycle"})
_FORMAL = frozenset({"condition", "conditionExpression", "completionCondition", "loopCondition", "loopCardinality"})
_IN_DETAILS = frozenset({"sourceExpression", "businessKey", "collection"})
_ATTRIBUTES = {
    clark(namespace, name)
    for namespace in ENGINE_NAMESPACES
    for name in ("expression", "assignee", "candidateUsers", "candidateGroups", "dueDate", "followUpDate", "collection")
}


def check(diagram: Diagram) -> Iterator[Problem]:
    """Conditions, loop texts, timers, parameters and the attributes in which Camunda 7 evaluates `${…}`."""
    for element in diagram.walk():
        if isinstance(element, SequenceFlow):
            yield from _condition(element)
    for node in nodes(diagram):
        for text in _texts(node):
            yield from check_text(text, node.id)


def _condition(flow: SequenceFlow) -> Iterator[Problem]:
    found = flow.detail(bpmn("conditionExpression"))
    if found is None:
        return
    language = found.get("language")
    if language:
        yield warning(
            "expression.language",
            f"The condition of “{flow.label}” is a script in “{language[:30]}”, not an expression.",
            flow.id,
            hint="Write it as ${…}; only a server that has the language could run it.",
        )
        return
    problems = check_text(found.text.strip(), flow.id)
    yield from problems
    if not problems and is_literal(found.text):
        yield warning(
            "expression.not-marked",
            f"The condition “{found.text.strip()[:40]}” is a text, neither true nor false.",
            flow.id,
            hint="Write it as ${…}.",
        )


def _texts(node: FlowNode) -> Iterator[str]:
    for name, value in node.attributes.items():
        if name in _ATTRIBUTES and "${" in value:
            yield value
    for detail in node.details:
        for part in detail.walk():
            yield from _passed(part)
            if part.kind in _FORMAL and not part.get("language"):
                yield part.text.strip()
            elif part.text and "${" in part.text and _evaluated(part):
                yield part.text


def _passed(part: Xml) -> Iterator[str]:
    """What goes in and out of a called process, and the collection of a multi-instance."""
    for name, value in part.attributes.items():
        if local_name(name) in _IN_DETAILS and "${" in value:
            yield value


def _evaluated(part: Xml) -> bool:
    if part.kind in _TIMES:
        return True
    ours = namespace_of(part.tag) in ENGINE_NAMESPACES
    return (
        ours and local_name(part.tag) in ("inputParameter", "outputParameter", "value", "entry") and not part.children
    )
