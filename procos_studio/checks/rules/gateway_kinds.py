"""Gateways that readers and engines often get wrong (bpmnlint: no-complex-gateway, no-inclusive-gateway)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Problem, info

CODE = "style.gateway-kind"


def check(diagram: Diagram) -> Iterator[Problem]:
    """Both run here; Camunda 7 has no complex gateway."""
    for node in nodes(diagram):
        if node.kind == "complexGateway":
            yield info(CODE, f"“{node.label}” is a complex gateway; Camunda 7 cannot run it.", node.id)
        elif node.kind == "inclusiveGateway":
            yield info(
                CODE,
                f"“{node.label}” is an inclusive gateway; its join is hard to predict.",
                node.id,
                hint="Exclusive and parallel gateways are easier to read.",
            )
