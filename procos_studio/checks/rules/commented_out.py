"""Blocks that are commented out, so that nobody wonders why their work is not done."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.model.commenting import is_commented_out, is_marked
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Problem, warning

CODE = "flow.commented-out"


def check(diagram: Diagram) -> Iterator[Problem]:
    """A run passes them by; where it cannot, the mark does nothing."""
    for node in nodes(diagram):
        if not is_marked(node):
            continue
        if is_commented_out(diagram, node):
            yield warning(
                CODE,
                f"“{node.label}” is commented out: a run passes it by.",
                node.id,
                hint="Bring it back, or delete it.",
            )
        else:
            yield warning(
                CODE,
                f"“{node.label}” is marked as commented out, but a run cannot pass it by.",
                node.id,
                hint="Take the mark away.",
            )
