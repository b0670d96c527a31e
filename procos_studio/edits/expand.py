"""Expand: shows the inside of a sub-process in place, and what lies beside it makes way."""

from __future__ import annotations

from procos_studio.edits.displacing import displace, settle
from procos_studio.edits.drawing import drawn_on, erase_page, plane_of_drawing
from procos_studio.edits.framing import PADDING, grow
from procos_studio.edits.identifying import label_of
from procos_studio.edits.laying import follow_inside
from procos_studio.edits.refusing import known, refused
from procos_studio.edits.spacing import push
from procos_studio.edits.widening import widen
from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import pool_of, scope_of
from procos_studio.model.geometry import Bounds, Point, united
from procos_studio.model.records import Drawn, Edge, FlowNode, Participant, Plane, Shape
from procos_studio.model.transaction import Transaction

SMALLEST = Bounds(0, 0, 350, 200)
"""An open sub-process is at least this large."""


def expand(diagram: Diagram, key: str) -> None:
    """Open a collapsed sub-process on the page it stands on; its own page goes. Raises Refused for anything else."""
    node = known(diagram, key, FlowNode, "sub-process")
    shape, outer = diagram.shape(key), plane_of_drawing(diagram, key)
    if not node.is_container or shape is None or outer is None:
        raise refused(f"“{node.label}” has no inside to show.", key)
    if shape.is_expanded:
        raise refused(f"“{node.label}” is open already.", key)
    pool = diagram.shape(pool_of(diagram, key))
    with diagram.edit(f"Expand {label_of(diagram, key)}") as tx:
        inside = page_box(diagram, key)
        size = inside.grown(PADDING * 2) if inside else SMALLEST
        width, height = max(size.width, SMALLEST.width), max(size.height, SMALLEST.height)
        old = shape.bounds
        _make_way(diagram, tx, outer, key, Point(width - old.width, height - old.height))
        box = diagram.require(shape.id, Shape).bounds
        settle(diagram, tx, {shape.id: Bounds(box.x, box.y, width, height)})
        tx.update(shape.id, Shape, lambda item: item.with_attributes(isExpanded="true"))
        if inside is not None:
            shift = Point(
                box.x + (width - inside.width) / 2 - inside.x, box.y + (height - inside.height) / 2 - inside.y
            )
            bring_page(diagram, tx, key, outer.id, shift)
        erase_page(diagram, tx, key)
        follow_inside(diagram, tx, key)
        widen(diagram, tx, [key])
        grow(diagram, tx, [key])
        if pool is not None:
            _part_pools(diagram, tx, pool)


def page_box(diagram: Diagram, key: str) -> Bounds | None:
    """The box around what a sub-process's own page shows."""
    page = diagram.plane_of(key)
    return united(shape.bounds for shape in diagram.children(page.id, Shape)) if page is not None else None


def bring_page(diagram: Diagram, tx: Transaction, key: str, plane: str, shift: Point) -> None:
    """Move what a sub-process's own page shows onto another page, displaced."""
    page = diagram.plane_of(key)
    for item in diagram.children(page.id, Drawn) if page is not None else ():
        tx.put(displaced(item, shift))
        tx.move(item.id, plane)


def displaced(item: Drawn, by: Point) -> Drawn:
    """A shape or an edge with its label somewhere else."""
    label = item.label_bounds
    if label is not None:
        item = item.with_label_bounds(label.moved(by.x, by.y))
    if isinstance(item, Shape):
        return item.with_bounds(item.bounds.moved(by.x, by.y))
    return item.with_waypoints(tuple(p.moved(by.x, by.y) for p in item.waypoints)) if isinstance(item, Edge) else item


def _make_way(diagram: Diagram, tx: Transaction, plane: Plane, key: str, by: Point) -> None:
    """Push what lies right of it or below it away, where the larger box, or one around it, would run into any of it."""
    shape = diagram.shape(key)
    if shape is None:
        return
    around: Drawn | None = shape
    box, within, right, down = shape.bounds, scope_of(diagram, key), 0.0, 0.0
    while isinstance(around, Shape):
        scope = scope_of(diagram, around.shows)
        is_right, is_below = _hits(diagram, plane, around.bounds, by)
        right, down = max(by.x, 0) if is_right else right, max(by.y, 0) if is_below else down
        within = scope if is_right or is_below else within
        around = drawn_on(diagram, scope, plane.id) if diagram.find(scope, FlowNode) else None
    push(diagram, tx, plane, Point(box.right, box.bottom), Point(right, down), within=within)


def _hits(diagram: Diagram, plane: Plane, box: Bounds, by: Point) -> tuple[bool, bool]:
    """Whether a box that gets longer by so much runs into anything right of it, and below it."""
    wide = Bounds(box.x, box.y, box.width + max(by.x, 0), box.height + max(by.y, 0)).grown(PADDING)
    hit = [other.bounds for other in diagram.shapes_near(plane.id, wide) if other.bounds.intersects(wide)]
    return any(other.x >= box.right for other in hit), any(other.y >= box.bottom for other in hit)


def _part_pools(diagram: Diagram, tx: Transaction, before: Shape) -> None:
    """Where a pool that got larger would run into others, these go as far as its side went."""
    old, new = before.bounds, diagram.require(before.id, Shape).bounds
    shapes = [shape for shape in diagram.children(before.parent, Shape) if shape.id != before.id]
    others = {shape.shows: shape.bounds for shape in shapes if isinstance(diagram.get(shape.shows), Participant)}
    if any(box.intersects(new.grown(PADDING)) for box in others.values()):
        displace(diagram, tx, {key: _shift(box, old, new) for key, box in others.items()})


def _shift(box: Bounds, old: Bounds, new: Bounds) -> Point:
    """How far something goes that lies above, below, or beside a box which becomes another."""
    if box.y >= old.bottom or box.bottom <= old.y:
        return Point(0, new.bottom - old.bottom if box.y >= old.bottom else new.y - old.y)
    if box.x >= old.right or box.right <= old.x:
        return Point(new.right - old.right if box.x >= old.right else new.x - old.x, 0)
    return Point(0, 0)
