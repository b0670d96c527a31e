"""A decision that stops with an error when none of its conditions holds."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import SequenceFlow
from procos_studio.problems import Problem, warning

CODE = "flow.missing-default"


def check(diagram: Diagram) -> Iterator[Problem]:
    """Exclusive and inclusive gateways all of whose several flows have conditions."""
    for node in nodes(diagram):
        flows = diagram.outgoing(node.id, SequenceFlow)
        if node.kind not in ("exclusiveGateway", "inclusiveGateway") or len(flows) < 2 or node.default_flow:
            continue
        if all(flow.condition is not None for flow in flows):
            yield warning(
                CODE,
                f"“{node.label}” has no default flow: when no condition holds, the process fails here.",
                node.id,
                hint="Make one of its flows the default.",
            )
