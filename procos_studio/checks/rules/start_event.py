"""Processes and sub-processes begin with a start event (bpmnlint: start-event-required, no-implicit-start)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import scopes
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Problem, warning

CODE = "flow.start-event-required"


def check(diagram: Diagram) -> Iterator[Problem]:
    """Ad-hoc sub-processes have none; without one, every node that nothing leads to would begin."""
    for scope in scopes(diagram):
        starters = [node for node in scope.nodes if node.kind == "startEvent" or node.flag("instantiate")]
        if scope.nodes and not starters and not scope.is_ad_hoc:
            yield warning(
                CODE,
                f"“{scope.holder.label}” has no start event.",
                scope.holder.id,
                hint="Place a start event and connect it to the first step.",
            )
