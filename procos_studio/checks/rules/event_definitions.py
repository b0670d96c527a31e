"""Events say what they wait for or throw, and say one thing (bpmnlint: single-event-definition)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import bpmn
from procos_studio.model.records import FlowNode
from procos_studio.model.xml import Xml
from procos_studio.problems import Problem, error, info, warning

CODE = "event.definition"
_REFERENCES = {
    "messageEventDefinition": "messageRef",
    "signalEventDefinition": "signalRef",
    "errorEventDefinition": "errorRef",
    "escalationEventDefinition": "escalationRef",
}
_CATCHES_ANY = frozenset({"errorEventDefinition", "escalationEventDefinition"})
_NEEDS_TRIGGER = frozenset({"intermediateCatchEvent", "boundaryEvent"})


def check(diagram: Diagram) -> Iterator[Problem]:
    """Error and escalation catches without a reference catch all; every other definition must name its thing."""
    for node in nodes(diagram):
        if not node.is_event:
            continue
        if not node.event_definitions and node.kind in _NEEDS_TRIGGER:
            yield error(CODE, f"“{node.label}” waits for nothing.", node.id, hint="Choose what it waits for.")
        if len(node.event_definitions) > 1:
            yield info(CODE, f"“{node.label}” has several events at once; Camunda 7 cannot run it.", node.id)
        for definition in node.event_definitions:
            yield from _definition(node, definition)


def _definition(node: FlowNode, definition: Xml) -> Iterator[Problem]:
    attribute = _REFERENCES.get(definition.kind)
    catching = node.kind in ("startEvent", "boundaryEvent", "intermediateCatchEvent")
    optional = catching and definition.kind in _CATCHES_ANY
    if attribute and not definition.get(attribute) and not optional:
        what = definition.kind.removesuffix("EventDefinition")
        yield warning(CODE, f"“{node.label}” names no {what}.", node.id, hint=f"Choose or create a {what}.")
    if definition.kind == "conditionalEventDefinition" and not _text(definition, "condition"):
        yield error(CODE, f"“{node.label}” has no condition.", node.id, hint="Write one such as ${stock < 10}.")


def _text(definition: Xml, local: str) -> str:
    found = definition.child(bpmn(local))
    return found.text.strip() if found else ""
