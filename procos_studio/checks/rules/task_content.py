"""Tasks say what they do: a script has code, a service task an implementation, a call activity a process."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import ENGINE_NAMESPACES, bpmn, clark
from procos_studio.model.records import FlowNode
from procos_studio.problems import Problem, warning

CODE = "task.content"
_IMPLEMENTATIONS = ("type", "topic", "class", "expression", "delegateExpression", "decisionRef", "resource")


def check(diagram: Diagram) -> Iterator[Problem]:
    """Only what would leave the engine with nothing to do."""
    for node in nodes(diagram):
        lacking = _lacking(node)
        if lacking:
            yield warning(CODE, f"“{node.label}” {lacking[0]}.", node.id, hint=lacking[1])


def _lacking(node: FlowNode) -> tuple[str, str] | None:
    if node.kind == "scriptTask":
        script = node.detail(bpmn("script"))
        if not (script and script.text.strip()) and not _says(node, "resource"):
            return "has no script", "Write the script in its form."
        if not node.get("scriptFormat"):
            return "does not say the language of its script", "Choose Python."
    if node.kind == "serviceTask" and not any(_says(node, name) for name in _IMPLEMENTATIONS):
        return "has no implementation", "Replace it with a block from the library, or give it a topic."
    if node.kind == "callActivity" and not (node.get("calledElement") or _says(node, "calledElement")):
        return "calls no process", "Choose the process it calls."
    return None


def _says(node: FlowNode, name: str) -> bool:
    """Attribute or nested element of Camunda or its kin."""
    tags = [clark(namespace, name) for namespace in ENGINE_NAMESPACES]
    return any(node.get(tag) or node.extension(tag) for tag in tags)
