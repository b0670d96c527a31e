"""A decision with a flow that has neither a condition nor is the default (bpmnlint: conditional-flows)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import SequenceFlow
from procos_studio.problems import Problem, error, warning

CODE = "flow.missing-condition"


def check(diagram: Diagram) -> Iterator[Problem]:
    """An exclusive gateway cannot choose (an error); an inclusive one always takes the flow (a warning)."""
    for node in nodes(diagram):
        flows = diagram.outgoing(node.id, SequenceFlow)
        if node.kind not in ("exclusiveGateway", "inclusiveGateway") or len(flows) < 2:
            continue
        report = error if node.kind == "exclusiveGateway" else warning
        for flow in flows:
            if flow.condition is None and flow.id != node.default_flow:
                yield report(
                    CODE,
                    f"The flow from “{node.label}” to “{diagram[flow.target].label if flow.target in diagram else ''}”"
                    " has no condition and is not the default.",
                    flow.id,
                    node.id,
                    hint="Give it a condition such as ${x > 1}, or make it the default flow.",
                )
