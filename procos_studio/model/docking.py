"""Docking: where a line may touch a box, a circle or a diamond."""

from __future__ import annotations

import math
from collections.abc import Iterator
from enum import Enum, StrEnum
from typing import NamedTuple

from procos_studio.model.geometry import Bounds, Point

CORNER = 10.0
"""How far from a box's corners a line keeps when it docks beside the middle of a side."""
SLIDE = 16.0
"""How far from the middle of a box's side a line may dock so that it can run straight."""
_ON_BORDER = 1e-3
"""A point this little outside still counts as on the border: files round coordinates."""


class Side(Enum):
    """A side of a shape; the value is the direction outwards."""

    RIGHT = (1, 0)
    BOTTOM = (0, 1)
    TOP = (0, -1)
    LEFT = (-1, 0)

    @property
    def is_horizontal(self) -> bool:
        """Whether a line that leaves here runs to the left or right."""
        return self.value[1] == 0

    @property
    def opposite(self) -> Side:
        """The side across."""
        return Side((-self.value[0], -self.value[1]))


class Outline(StrEnum):
    """The form of a shape's border."""

    BOX = "box"
    CIRCLE = "circle"
    DIAMOND = "diamond"


class Dock(NamedTuple):
    """How one end of a line docks: on which form, on which side (None: the best), how far off the side's middle."""

    outline: Outline = Outline.BOX
    side: Side | None = None
    slide: float = SLIDE


BOX = Dock()
"""Any side of a box."""


class Port(NamedTuple):
    """A place on a border; a lower `cost` is preferred, in the unit of a line's length."""

    point: Point
    side: Side
    cost: float


def outline_of(kind: str) -> Outline:
    """The outline of a BPMN element by its local tag."""
    if kind.endswith("Event"):
        return Outline.CIRCLE
    return Outline.DIAMOND if kind.endswith("Gateway") else Outline.BOX


def middle(bounds: Bounds, side: Side) -> Point:
    """The middle of a side; on circles and diamonds that is their outermost point there."""
    x, y = bounds.center
    dx, dy = side.value
    return Point(x + dx * bounds.width / 2, y + dy * bounds.height / 2)


def side_towards(bounds: Bounds, point: Point) -> Side:
    """The side of a box that faces a point, measured against its diagonals."""
    x, y = bounds.center
    u = (point.x - x) / max(bounds.width, 1.0)
    v = (point.y - y) / max(bounds.height, 1.0)
    if abs(u) >= abs(v):
        return Side.RIGHT if u >= 0 else Side.LEFT
    return Side.BOTTOM if v >= 0 else Side.TOP


def crop(bounds: Bounds, outline: Outline, inside: Point, outside: Point) -> Point:
    """Where the straight line from `inside` to `outside` leaves a shape; `outside` if it never does.

    Where `inside` is not inside the shape the line is taken from its middle.
    """
    if not (bounds.width or bounds.height):
        return bounds.center
    unit = _to_unit(bounds, inside)
    if not _holds(outline, unit):
        inside, unit = bounds.center, Point(0.0, 0.0)
    end = _to_unit(bounds, outside)
    if _holds(outline, end):
        return outside
    share = _exit(outline, unit, Point(end.x - unit.x, end.y - unit.y))
    return Point(inside.x + share * (outside.x - inside.x), inside.y + share * (outside.y - inside.y))


def ports(bounds: Bounds, dock: Dock, other: Bounds, costs: dict[Side, float], sliding: float) -> list[Port]:
    """Where a line to `other` may dock: the middles of sides, and on boxes the points across from `other`'s middle.

    `sliding` is what it costs to leave the middle.
    """
    found: list[Port] = []
    for side in [dock.side] if dock.side else list(Side):
        found.append(Port(middle(bounds, side), side, costs[side]))
        if dock.outline is Outline.BOX:
            found.extend(_across(bounds, dock, side, other, costs[side] + sliding))
    return found


def _across(bounds: Bounds, dock: Dock, side: Side, other: Bounds, cost: float) -> Iterator[Port]:
    point, (x, y) = middle(bounds, side), other.center
    offset = y - point.y if side.is_horizontal else x - point.x
    length = bounds.height if side.is_horizontal else bounds.width
    if offset and abs(offset) <= min(dock.slide, length / 2 - CORNER):
        slid = point.moved(0, offset) if side.is_horizontal else point.moved(offset, 0)
        yield Port(slid, side, cost)


def _to_unit(bounds: Bounds, point: Point) -> Point:
    """The point in coordinates in which the shape reaches from -1 to 1."""
    x, y = bounds.center
    return Point((point.x - x) / max(bounds.width / 2, 0.5), (point.y - y) / max(bounds.height / 2, 0.5))


def _holds(outline: Outline, point: Point) -> bool:
    u, v = abs(point.x), abs(point.y)
    reach = {Outline.CIRCLE: math.hypot(u, v), Outline.DIAMOND: u + v, Outline.BOX: max(u, v)}[outline]
    return reach <= 1 + _ON_BORDER


def _exit(outline: Outline, start: Point, step: Point) -> float:
    """The share of `step` after which a ray from inside crosses the border of a unit shape."""
    if outline is Outline.CIRCLE:
        a = step.x**2 + step.y**2
        b = start.x * step.x + start.y * step.y
        return (math.sqrt(max(b * b - a * (start.x**2 + start.y**2 - 1), 0.0)) - b) / a
    walls = ((1, 1), (1, -1), (-1, 1), (-1, -1)) if outline is Outline.DIAMOND else ((1, 0), (-1, 0), (0, 1), (0, -1))
    shares = (
        (1 - u * start.x - v * start.y) / (u * step.x + v * step.y) for u, v in walls if u * step.x + v * step.y > 1e-12
    )
    return min(shares)
