"""Collapse: hides the inside of an open sub-process on a page of its own."""

from __future__ import annotations

from procos_studio.edits.displacing import carried, settle
from procos_studio.edits.drawing import add_plane, drawn_on, plane_of_drawing
from procos_studio.edits.framing import carried_along
from procos_studio.edits.identifying import identified, label_of
from procos_studio.edits.laying import follow_inside
from procos_studio.edits.refusing import known, refused
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Bounds
from procos_studio.model.records import Drawn, Flow, FlowNode, Shape
from procos_studio.model.transaction import Transaction

CLOSED = (100.0, 80.0)
"""Width and height of a closed sub-process."""


def collapse(diagram: Diagram, key: str) -> None:
    """Close an open sub-process, its upper left corner stays; its inside goes to a page of its own."""
    node = known(diagram, key, FlowNode, "sub-process")
    shape, outer = diagram.shape(key), plane_of_drawing(diagram, key)
    if not node.is_container or shape is None or outer is None or not shape.is_expanded:
        raise refused(f"“{node.label}” is not open.", key)
    with diagram.edit(f"Collapse {label_of(diagram, key)}") as tx:
        plane = diagram.plane_of(key) or add_plane(diagram, tx, identified(diagram, tx, key))
        for item in _inside(diagram, key, outer.id):
            tx.move(item.id, plane.id)
        follow_inside(diagram, tx, key)
        tx.update(shape.id, Shape, lambda item: item.with_attributes(isExpanded="false"))
        _shrink(diagram, tx, key, shape)


def _inside(diagram: Diagram, key: str, plane: str) -> list[Drawn]:
    """What draws the inside on the outer page: steps with their events, data, artifacts and the flows among them."""
    below = {item.id for item in diagram.walk(key)} - {key}
    riders = carried(diagram, [key]).keys() & below
    flows = {item for item in below if isinstance(diagram[item], Flow)}
    drawn = [drawn_on(diagram, item, plane) for item in sorted(riders | flows)]
    return [item for item in drawn if item is not None]


def _shrink(diagram: Diagram, tx: Transaction, key: str, shape: Shape) -> None:
    old = shape.bounds
    box = Bounds(old.x, old.y, *CLOSED)
    events = [diagram.shape(event.id) for event in diagram.boundary_events(key)]
    riding = {item.id: carried_along(item.bounds, old, box) for item in events if item is not None}
    settle(diagram, tx, {shape.id: box, **riding})
