"""A node that nothing leads to and that leads nowhere (bpmnlint: no-disconnected)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import has_flow_semantics, nodes
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Association, SequenceFlow
from procos_studio.problems import Problem, warning

CODE = "flow.disconnected"


def check(diagram: Diagram) -> Iterator[Problem]:
    """A process of a single step is fine; boundary events are joined to their activity."""
    for node in nodes(diagram):
        alone = not diagram.incoming(node.id, SequenceFlow) and not diagram.outgoing(node.id, SequenceFlow)
        riding = node.attached_to and diagram.outgoing(node.id, Association)
        if alone and len(diagram[node.parent].children) > 1 and not riding and has_flow_semantics(diagram, node):
            yield warning(CODE, f"“{node.label}” is not connected.", node.id, hint="Connect it, or delete it.")
