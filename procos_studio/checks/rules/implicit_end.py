"""A step after which nothing comes, and which is not an end event (bpmnlint: no-implicit-end)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.graph import link_name
from procos_studio.checks.scopes import has_flow_semantics, nodes
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Association, FlowNode, SequenceFlow
from procos_studio.problems import Problem, info

CODE = "flow.implicit-end"


def check(diagram: Diagram) -> Iterator[Problem]:
    """Link throws go on elsewhere; a compensation boundary event goes on along its association."""
    for node in nodes(diagram):
        if diagram.outgoing(node.id, SequenceFlow) or not _may_end_silently(diagram, node):
            continue
        yield info(
            CODE,
            f"“{node.label}” ends its way without an end event.",
            node.id,
            hint="Connect it to an end event, so that a reader sees that this is meant.",
        )


def _may_end_silently(diagram: Diagram, node: FlowNode) -> bool:
    if node.kind == "endEvent" or not has_flow_semantics(diagram, node):
        return False
    if node.kind == "intermediateThrowEvent" and link_name(node):
        return False
    return not (node.event_kind == "compensate" and diagram.outgoing(node.id, Association))
