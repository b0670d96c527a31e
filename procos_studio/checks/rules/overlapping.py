"""Two nodes drawn over each other (bpmnlint: no-overlapping-elements)."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import scopes
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Bounds
from procos_studio.problems import Problem, info

CODE = "style.overlapping"


def check(diagram: Diagram) -> Iterator[Problem]:
    """Siblings on the same plane; boundary events lie on their activity by design. A sweep along x."""
    for scope in scopes(diagram):
        boxes: list[tuple[Bounds, str, str]] = []
        for node in scope.nodes:
            shape = None if node.attached_to else diagram.shape(node.id)
            if shape is not None:
                boxes.append((shape.bounds, node.id, shape.parent))
        boxes.sort()
        for number, (box, key, plane) in enumerate(boxes):
            for other, other_key, other_plane in boxes[number + 1 :]:
                if other.x >= box.right:
                    break
                if plane == other_plane and box.intersects(other):
                    names = f"“{diagram[key].label}” and “{diagram[other_key].label}”"
                    yield info(CODE, f"{names} overlap.", key, other_key, hint="Move them apart, or tidy.")
