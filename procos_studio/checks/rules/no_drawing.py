"""A node that the file does not draw (bpmnlint: no-bpmndi)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Shape
from procos_studio.problems import Problem, info

CODE = "style.no-drawing"


def check(diagram: Diagram) -> Iterator[Problem]:
    """One finding for a file without any drawing; otherwise one for each node that lacks one."""
    if next(diagram.all(Shape), None) is None:
        if next(nodes(diagram), None) is not None:
            yield info(CODE, "The file has no drawing; it gets one when it is opened.", diagram.root.id)
        return
    for node in nodes(diagram):
        if not diagram.drawn(node.id):
            yield info(CODE, f"“{node.label}” is not drawn.", node.id, hint="Open and save it in the studio.")
