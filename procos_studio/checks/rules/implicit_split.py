"""A step with several unconditioned ways out splits like a parallel gateway (bpmnlint: no-implicit-split)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import SequenceFlow
from procos_studio.problems import Problem, info

CODE = "style.implicit-split"


def check(diagram: Diagram) -> Iterator[Problem]:
    """Legal, but often drawn where a decision was meant."""
    for node in nodes(diagram):
        flows = diagram.outgoing(node.id, SequenceFlow)
        plain = [flow for flow in flows if flow.condition is None and flow.id != node.default_flow]
        if not node.is_gateway and len(plain) > 1:
            yield info(
                CODE,
                f"All {len(plain)} flows from “{node.label}” are taken at once.",
                node.id,
                hint="Use a parallel gateway to show it, or a decision if one of them is meant.",
            )
