"""What may not be waited for twice in one place in Camunda 7."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.model.diagram import Diagram
from procos_studio.model.names import bpmn
from procos_studio.model.records import FlowNode, RootElement
from procos_studio.targets.deployed import definition, nodes, referenced, scopes
from procos_studio.targets.limits import Finding

Place = tuple[str, str]


def repeated(diagram: Diagram) -> Iterator[Finding]:
    """The starts of a scope, and the riders of an activity, each wait for something of their own.

    An escalation without a code catches all, so nothing else may stand beside it.
    """
    for waiting in _together(diagram):
        seen: dict[Place, FlowNode] = {}
        for node in waiting:
            place = _waits_for(diagram, node)
            if place is None:
                continue
            first = seen.setdefault(place, node)
            if first is not node:
                yield _twice(first, node, place[0])
        escalations = {code for kind, code in seen if kind == "escalation"}
        if "" in escalations and len(escalations) > 1:
            first, second = [node for (kind, _), node in seen.items() if kind == "escalation"][:2]
            yield _twice(first, second, "escalation")


def _twice(first: FlowNode, second: FlowNode, what: str) -> Finding:
    text = f"“{first.label}” and “{second.label}” wait for the same {what}."
    return Finding(text, (second.id, first.id), "Keep one of them, or let them wait for different things.")


def _together(diagram: Diagram) -> Iterator[list[FlowNode]]:
    """Events whose subscriptions belong to one thing."""
    for scope in scopes(diagram):
        inside = diagram.children(scope.id, FlowNode)
        yield [node for node in inside if node.kind == "startEvent"]
        handlers = [node for node in inside if node.is_event_sub_process]
        yield [start for holder in handlers for start in _starts(diagram, holder)]
    for node in nodes(diagram):
        yield list(diagram.boundary_events(node.id))


def _starts(diagram: Diagram, holder: FlowNode) -> list[FlowNode]:
    return [node for node in diagram.children(holder.id, FlowNode) if node.kind == "startEvent"]


def _waits_for(diagram: Diagram, node: FlowNode) -> Place | None:
    kind = node.event_kind
    if kind in ("message", "signal"):
        name = referenced(diagram, node, kind, "name")
        return (kind, name) if name else None
    if kind == "escalation":
        return kind, referenced(diagram, node, kind, "escalationCode")
    if kind in ("cancel", "compensate"):
        return kind, ""
    if kind == "conditional":
        found = definition(node, kind)
        condition = found.child(bpmn("condition")) if found else None
        return (kind, condition.text.strip()) if condition else None
    return None


def repeated_signal(diagram: Diagram) -> Iterator[Finding]:
    """Two signals of a file have different names."""
    seen: dict[str, str] = {}
    for signal in diagram.children(diagram.root.id, RootElement):
        if signal.kind == "signal" and signal.name and seen.setdefault(signal.name, signal.id) != signal.id:
            keys = (signal.id, seen[signal.name])
            yield Finding(f"two signals are called “{signal.name}”.", keys, "Use one of them.")
