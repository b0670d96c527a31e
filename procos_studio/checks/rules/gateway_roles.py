"""Gateways either join or split, and do one of both (bpmnlint: no-gateway-join-fork, superfluous-gateway)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import SequenceFlow
from procos_studio.problems import Problem, info

CODE = "style.gateway-role"


def check(diagram: Diagram) -> Iterator[Problem]:
    """Both at once is legal and hard to read; neither is clutter."""
    for node in nodes(diagram):
        if not node.is_gateway:
            continue
        entering = len(diagram.incoming(node.id, SequenceFlow))
        leaving = len(diagram.outgoing(node.id, SequenceFlow))
        if entering > 1 and leaving > 1:
            yield info(CODE, f"“{node.label}” joins and splits at once.", node.id, hint="Use two gateways.")
        elif entering == 1 and leaving == 1:
            yield info(CODE, f"“{node.label}” neither joins nor splits.", node.id, hint="Delete it and heal the flow.")
