"""A process or sub-process has at most one plain start event (bpmnlint: single-blank-start-event)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import scopes
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Problem, error

CODE = "event.single-blank-start"


def check(diagram: Diagram) -> Iterator[Problem]:
    """With two, starting by hand cannot know where to begin."""
    for scope in scopes(diagram):
        blank = [node for node in scope.nodes if node.kind == "startEvent" and not node.event_definitions]
        if len(blank) > 1:
            yield error(
                CODE,
                f"“{scope.holder.label}” has {len(blank)} plain start events.",
                *(node.id for node in blank),
                hint="Keep one; give the others a message, timer or signal.",
            )
