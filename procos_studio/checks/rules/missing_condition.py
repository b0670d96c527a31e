"""A decision with a flow that has neither a condition nor is the default (bpmnlint: conditional-flows)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode, SequenceFlow
from procos_studio.problems import Problem, error, warning

CODE = "flow.missing-condition"


def check(diagram: Diagram) -> Iterator[Problem]:
    """One such flow of a decision serves as its default; beside a default, or another one, nobody can choose.

    An inclusive gateway always takes the flow, and so does an activity that has conditions on others.
    """
    for node in nodes(diagram):
        flows = diagram.outgoing(node.id, SequenceFlow)
        plain = [flow for flow in flows if flow.condition is None and flow.id != node.default_flow]
        if len(flows) < 2 or not _decides(node, flows):
            continue
        unclear = node.kind == "exclusiveGateway" and (bool(node.default_flow) or len(plain) > 1)
        for flow in plain:
            yield _problem(diagram, node, flow, error if unclear else warning)


def _decides(node: FlowNode, flows: tuple[SequenceFlow, ...]) -> bool:
    if node.is_gateway:
        return node.kind in ("exclusiveGateway", "inclusiveGateway")
    return any(flow.condition is not None for flow in flows)


def _problem(diagram: Diagram, node: FlowNode, flow: SequenceFlow, report: Callable[..., Problem]) -> Problem:
    target = diagram.get(flow.target)
    return report(
        CODE,
        f"The flow from “{node.label}” to “{target.label if target else ''}” has no condition and is not the default.",
        flow.id,
        node.id,
        hint="Give it a condition such as ${x > 1}, or make it the default flow.",
    )
