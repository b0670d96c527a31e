"""Enlarging: gives a step room for what it shows, about its middle, and lets what stands beside it make way."""

from __future__ import annotations

from collections.abc import Iterable

from procos_studio.edits.displacing import settle
from procos_studio.edits.framing import grow, on_border
from procos_studio.edits.spacing import push
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.records import Plane, Shape
from procos_studio.model.transaction import Transaction

_GAP = 30.0
"""How much of the space to the next step stays at least, so that the flow between them can be seen."""


def enlarge(diagram: Diagram, tx: Transaction, key: str, size: tuple[float, float]) -> None:
    """Let a step be at least so wide and high. What is drawn larger already stays as it is."""
    shape = diagram.shape(key)
    if shape is None:
        return
    old = shape.bounds
    box = about(old, (max(old.width, size[0]), max(old.height, size[1])))
    if box == old:
        return
    # first, for a flow with no room between its ends would be led around
    _make_way(diagram, tx, shape, box)
    moved = diagram.require(shape.id, Shape)
    settle(diagram, tx, with_riders(diagram, moved, about(moved.bounds, (box.width, box.height))))
    grow(diagram, tx, [key])


def about(old: Bounds, size: tuple[float, float]) -> Bounds:
    """A box of a size with the same middle."""
    (x, y), (width, height) = old.center, size
    return Bounds(x - width / 2, y - height / 2, width, height)


def with_riders(diagram: Diagram, shape: Shape, box: Bounds) -> dict[str, Bounds]:
    """The new bounds of a step and of its boundary events, by the key of their shapes."""
    placed = {shape.id: box}
    for event in diagram.boundary_events(shape.shows):
        rider = diagram.shape(event.id)
        if rider is not None:
            placed[rider.id] = on_border(rider.bounds, box)
    return placed


def _make_way(diagram: Diagram, tx: Transaction, shape: Shape, box: Bounds) -> None:
    """Push what would come too near: right and below that; left and above the step itself goes, with all that follows.

    Nothing is pushed further than the step grows on that side.
    """
    old, plane, scope = shape.bounds, diagram.require(shape.parent, Plane), diagram[shape.shows].parent
    near = [item for item in diagram.shapes_near(plane.id, box.grown(_GAP)) if diagram[item.shows].parent == scope]
    beside = [item.bounds for item in near if item.shows != shape.shows and not item.bounds.intersects(old)]
    left = _most((item.right + _GAP - box.x for item in beside if item.right <= old.x), old.x - box.x)
    right = _most((box.right + _GAP - item.x for item in beside if item.x >= old.right), box.right - old.right)
    across = [item for item in beside if item.x < old.right and item.right > old.x]
    above = _most((item.bottom + _GAP - box.y for item in across if item.bottom <= old.y), old.y - box.y)
    below = _most((box.bottom + _GAP - item.y for item in across if item.y >= old.bottom), box.bottom - old.bottom)
    push(diagram, tx, plane, Point(old.x, old.y), Point(left, above), within=scope)
    push(diagram, tx, plane, Point(old.right + left, old.bottom + above), Point(right, below), within=scope)


def _most(missing: Iterable[float], growth: float) -> float:
    return min(max(missing, default=0.0), growth)
