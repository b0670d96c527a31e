"""Processes and sub-processes end with an end event (bpmnlint: end-event-required)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import scopes
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Problem, warning

CODE = "flow.end-event-required"


def check(diagram: Diagram) -> Iterator[Problem]:
    """Ad-hoc sub-processes have none."""
    for scope in scopes(diagram):
        if scope.nodes and not scope.is_ad_hoc and not any(node.kind == "endEvent" for node in scope.nodes):
            yield warning(
                CODE,
                f"“{scope.holder.label}” has no end event.",
                scope.holder.id,
                hint="Place an end event after the last step.",
            )
