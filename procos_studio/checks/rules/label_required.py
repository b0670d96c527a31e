"""Steps, events that say something, decisions and their flows carry names (bpmnlint: label-required)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import nodes, scopes
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.records import FlowNode, Participant, SequenceFlow
from procos_studio.problems import Problem, info

CODE = "style.label-required"


def check(diagram: Diagram) -> Iterator[Problem]:
    """Gateways that only join, and start and end events, may stay without one."""
    pools = sorted(diagram.all(Participant), key=lambda pool: pool.id)
    steps = (node for node in nodes(diagram) if _wants_label(diagram, node))
    choices = (flow for scope in scopes(diagram) for flow in scope.flows if _is_choice(diagram, flow))
    named: tuple[Element, ...] = (*steps, *choices, *pools)
    for element in named:
        if not element.name.strip():
            yield info(CODE, "This element has no name.", element.id, hint="Say in a few words what it is.")


def _is_choice(diagram: Diagram, flow: SequenceFlow) -> bool:
    source = diagram.find(flow.source, FlowNode)
    return flow.condition is not None and source is not None and source.is_gateway


def _wants_label(diagram: Diagram, node: FlowNode) -> bool:
    if node.is_gateway:
        splits = len(diagram.outgoing(node.id, SequenceFlow)) > 1
        return splits and node.kind in ("exclusiveGateway", "inclusiveGateway")
    if node.is_event:
        return bool(node.event_definitions) and node.event_kind not in ("link", "terminate")
    return not node.is_event_sub_process
