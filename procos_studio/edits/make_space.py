"""Make space: pushes what lies right of or below a point away."""

from __future__ import annotations

from procos_studio.edits.drawing import known_plane
from procos_studio.edits.refusing import refused
from procos_studio.edits.spacing import push
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Point


def make_space(diagram: Diagram, plane: str, at: Point, dx: float, dy: float) -> None:
    """Move what begins right of `at` by dx and what begins below it by dy; containers in between get longer.

    Negative values close a gap as far as there is room. Raises Refused where that moves nothing.
    """
    page = known_plane(diagram, plane)
    revision = diagram.revision
    with diagram.edit("Make space") as tx:
        push(diagram, tx, page, at, Point(dx, dy))
    if diagram.revision == revision:
        if dx < 0 or dy < 0:
            raise refused("Nothing can come nearer: what stands on both sides of the line leaves no room.")
        raise refused("Nothing lies there that could make way.", hint="Begin left of or above some blocks.")
