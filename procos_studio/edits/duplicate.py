"""Duplicate: puts a copy beside the original, or into what is drawn there."""

from __future__ import annotations

from collections.abc import Iterable

from procos_studio.edits.copy import copy
from procos_studio.edits.drawing import holder_at, plane_of_drawing
from procos_studio.edits.inserting import insert
from procos_studio.edits.refusing import refused
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Point
from procos_studio.model.rules import may_contain


def duplicate(diagram: Diagram, keys: Iterable[str], dx: float, dy: float) -> tuple[str, ...]:
    """The keys of the copies, which stand (dx, dy) away from the originals. Raises Refused as `copy` does."""
    clip = copy(diagram, keys)
    first = diagram[clip.tops[0]]
    plane = plane_of_drawing(diagram, first.id)
    if plane is None:
        raise refused("What is to be copied is not drawn.", first.id)
    holder = holder_at(diagram, plane, clip.box.moved(dx, dy))
    if not may_contain(diagram, holder, first.kind):
        holder = first.parent
    with diagram.edit("Duplicate") as tx:
        return insert(diagram, tx, clip, plane, Point(dx, dy), holder)
