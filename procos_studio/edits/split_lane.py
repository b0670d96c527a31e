"""Split lane: divides a lane into lanes of its own."""

from __future__ import annotations

from procos_studio.edits.dividing import ACROSS, first_lanes, lane_beside
from procos_studio.edits.drawing import plane_of_drawing
from procos_studio.edits.framing import HEADER, PADDING, lane_shapes
from procos_studio.edits.identifying import label_of
from procos_studio.edits.lanes import standing_in
from procos_studio.edits.refusing import known, refused
from procos_studio.edits.spacing import push
from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import scope_of
from procos_studio.model.geometry import Point, united
from procos_studio.model.records import Lane, Shape
from procos_studio.model.transaction import Transaction


def split_lane(diagram: Diagram, key: str) -> tuple[str, ...]:
    """The two lanes that divide a lane from now on, or the one more of a lane that is divided already.

    Raises Refused where the lane is not drawn.
    """
    known(diagram, key, Lane, "lane")
    shape = diagram.shape(key)
    if shape is None:
        raise refused("The lane is not drawn.", key, hint="Tidy the diagram first.")
    with diagram.edit(f"Split {label_of(diagram, key)}") as tx:
        inner = lane_shapes(diagram, key)
        if inner:
            return (lane_beside(diagram, tx, inner[-1], before=False),)
        _make_room(diagram, tx, shape)
        return first_lanes(diagram, tx, diagram.require(shape.id, Shape), 2)


def _make_room(diagram: Diagram, tx: Transaction, shape: Shape) -> None:
    """Let the lane be roomy enough for two, and its content leave room for their names."""
    box, horizontal, plane = shape.bounds, shape.is_horizontal, plane_of_drawing(diagram, shape.shows)
    missing = 2 * ACROSS - (box.height if horizontal else box.width)
    content = united(inner.bounds for inner in standing_in(diagram, shape))
    if plane is None:
        return
    if missing > 0:
        at = Point(box.right - 1, box.bottom - 1)
        push(diagram, tx, plane, at, Point(0, missing) if horizontal else Point(missing, 0))
    lacking = 0.0
    if content is not None:
        lacking = HEADER + PADDING - (content.x - box.x if horizontal else content.y - box.y)
    if lacking > 0:
        by = Point(lacking, 0) if horizontal else Point(0, lacking)
        push(diagram, tx, plane, Point(box.x + 1, box.y + 1), by, scope_of(diagram, shape.shows))
