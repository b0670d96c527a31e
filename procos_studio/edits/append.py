"""Append: puts a block right of another and leads a flow to it."""

from __future__ import annotations

from procos_studio.edits.connect import connect
from procos_studio.edits.drawing import plane_of_drawing
from procos_studio.edits.laying import dock_at
from procos_studio.edits.placing import put_block
from procos_studio.edits.refusing import known, refused
from procos_studio.library import BlockDefinition
from procos_studio.model.diagram import Diagram
from procos_studio.model.docking import Side
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.records import FlowNode, Shape

GAP = 50.0
"""Between a block and the one appended to it, and between appended ones."""


def append(diagram: Diagram, source: str, block: BlockDefinition) -> str:
    """The key of a new block, in the scope of `source`, at the nearest free place right of it.

    What follows a boundary event stands below its step. Raises Refused where nothing may follow.
    """
    node = known(diagram, source, FlowNode, "step")
    shape, plane = diagram.shape(source), plane_of_drawing(diagram, source)
    if shape is None or plane is None:
        raise refused(f"“{node.label}” is not drawn, so nothing can be put beside it.", source, hint="Tidy first.")
    if block.element in ("boundaryEvent", "participant", "lane"):
        raise refused(f"A {block.name.lower()} does not follow a step.", source)
    with diagram.edit(f"Append {block.name}") as tx:
        at = free_place(diagram, shape, block.size)
        made = put_block(diagram, tx, block, plane, at, node.parent)
        connect(diagram, source, made)
        return made


def free_place(diagram: Diagram, shape: Shape, size: tuple[float, float]) -> Point:
    """The middle of the first free place for a block of a size: level with the source, else further down."""
    box, (width, height) = shape.bounds, size
    side = dock_at(diagram, shape.parent, shape.shows, box).side
    top = box.center.y - height / 2
    if side is Side.BOTTOM:
        top = box.bottom + GAP
    elif side is Side.TOP:
        top = box.y - GAP - height
    wished = Bounds(box.right + GAP, top, width, height)
    around = {shape.shows, *(item.id for item in diagram.ancestors(shape.shows))}
    while hit := _standing(diagram, shape.parent, wished.grown(GAP / 5), around):
        lowest = max(other.bottom for other in hit)
        wished = wished._replace(y=lowest + GAP / 2)
    return wished.center


def _standing(diagram: Diagram, plane: str, wished: Bounds, around: set[str]) -> list[Bounds]:
    """What takes the place: steps and events, but not the source and the containers around it."""
    return [
        other.bounds
        for other in diagram.shapes_near(plane, wished)
        if other.bounds.intersects(wished) and other.shows not in around and diagram.find(other.shows, FlowNode)
    ]
