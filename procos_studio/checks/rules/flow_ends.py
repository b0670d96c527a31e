"""Sequence flows join nodes of one scope, never enter a start or leave an end (BPMN 2.0, 7.6.1 and 8.3.13)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode, SequenceFlow
from procos_studio.problems import Problem, error

CODE = "flow.ends"


def check(diagram: Diagram) -> Iterator[Problem]:
    """Looks at the flows that exist; `model/rules.py` keeps new ones from being drawn."""
    for node in nodes(diagram):
        entering, leaving = diagram.incoming(node.id, SequenceFlow), diagram.outgoing(node.id, SequenceFlow)
        if entering and node.kind in ("startEvent", "boundaryEvent"):
            yield _wrong(node, entering[0], "nothing may lead to")
        if leaving and node.kind == "endEvent":
            yield _wrong(node, leaving[0], "nothing may follow")
        if (entering or leaving) and node.is_event_sub_process:
            yield _wrong(node, (*entering, *leaving)[0], "no flow may touch the event sub-process")
        for flow in leaving:
            target = diagram.find(flow.target, FlowNode)
            if target is not None and target.parent != node.parent:
                yield error(
                    CODE,
                    f"The flow from “{node.label}” to “{target.label}” crosses the border of a sub-process or pool.",
                    flow.id,
                    hint="End it inside, and go on from the sub-process; between pools use a message flow.",
                )


def _wrong(node: FlowNode, flow: SequenceFlow, what: str) -> Problem:
    return error(CODE, f"A flow is wrong here: {what} “{node.label}”.", flow.id, node.id, hint="Delete the flow.")
