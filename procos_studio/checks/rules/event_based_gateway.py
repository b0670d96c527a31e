"""An event-based gateway leads to two or more catching events, without conditions (bpmnlint: event-based-gateway)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode, SequenceFlow
from procos_studio.problems import Problem, error, warning

CODE = "event.event-based-gateway"


def check(diagram: Diagram) -> Iterator[Problem]:
    """BPMN 2.0, 10.6.6."""
    for gateway in nodes(diagram):
        if gateway.kind != "eventBasedGateway":
            continue
        flows = diagram.outgoing(gateway.id, SequenceFlow)
        if len(flows) < 2:
            yield warning(
                CODE, f"“{gateway.label}” leads to fewer than two events.", gateway.id, hint="Add another event."
            )
        for flow in flows:
            target = diagram.find(flow.target, FlowNode)
            if target is not None and target.kind not in ("intermediateCatchEvent", "receiveTask"):
                yield error(
                    CODE,
                    f"“{gateway.label}” waits for events, but “{target.label}” is not one.",
                    gateway.id,
                    target.id,
                    hint="Put a catching event (message, timer, signal, condition) between them.",
                )
