"""An ad-hoc sub-process holds activities, no start and no end (BPMN 2.0, 10.3.5; bpmnlint: ad-hoc-sub-process)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import scopes
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Problem, error, warning

CODE = "event.ad-hoc"


def check(diagram: Diagram) -> Iterator[Problem]:
    """The performer chooses what comes next, so there is nothing to start or end with."""
    for scope in scopes(diagram):
        if not scope.is_ad_hoc:
            continue
        if not any(node.is_activity for node in scope.nodes):
            yield warning(CODE, f"“{scope.holder.label}” holds no activity.", scope.holder.id, hint="Place one inside.")
        for node in scope.nodes:
            if node.kind in ("startEvent", "endEvent"):
                yield error(
                    CODE,
                    f"“{scope.holder.label}” is ad hoc and may not hold the {node.kind} “{node.label}”.",
                    node.id,
                    hint="Delete the event.",
                )
