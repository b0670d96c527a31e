"""Labels: where the name beside a shape or along a flow stands, and how it is broken into lines."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import NamedTuple

from procos_studio.canvas.looks import EdgeLook, Look, ShapeLook
from procos_studio.canvas.text import SMALL, TextBlock, layout
from procos_studio.model.geometry import Bounds, Point

WIDTH = 90.0
"""How wide an outer label may be where the file does not say."""

GAP = 5.0
LINES = 4


class Placed(NamedTuple):
    """A label laid out, and the top left of its box on the plane."""

    block: TextBlock
    x: float
    y: float

    @property
    def bounds(self) -> Bounds:
        """What the text covers."""
        left = self.x + (self.block.width - self.block.used) / 2
        return Bounds(left, self.y, self.block.used, self.block.height)


def most_room(look: Look) -> Bounds:
    """A box that holds the label wherever it may stand, quicker to know than the label itself."""
    lines = (LINES + 2) * _LINE
    if look.label_bounds is not None:
        box = look.label_bounds
        width = max(box.width + 8, WIDTH) + 2 * _ROOM
        return Bounds(box.center.x - width / 2, box.y - _ROOM, width, lines + 2 * _ROOM)
    if isinstance(look, ShapeLook):
        return _room_below(look, lines)
    start, end = longest_segment(look.points)
    width = max(WIDTH, abs(end.x - start.x)) + 2 * _ROOM
    middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
    return Bounds(middle.x - width / 2, middle.y - lines - _ROOM, width + WIDTH, 2 * lines)


_LINE = 20.0
"""More than a line of small text is high."""
_ROOM = 8.0


def _room_below(look: ShapeLook, lines: float) -> Bounds:
    box = look.bounds
    if look.kind == "group":
        width = max(WIDTH, box.width) + 2 * _ROOM
        return Bounds(box.center.x - width / 2, box.y, width, _LINE + 2 * _ROOM)
    return Bounds(box.center.x - WIDTH / 2 - _ROOM, box.bottom, WIDTH + 2 * _ROOM, lines)


def place(look: Look) -> Placed:
    """The label of a look that has an outer one: where the file puts it, else below the shape or beside the flow."""
    if look.label_bounds is not None:
        return _as_drawn(look, look.label_bounds)
    return _below(look) if isinstance(look, ShapeLook) else _beside(look)


def _as_drawn(look: Look, box: Bounds) -> Placed:
    """Keeps the centre and the top of the file's box; fonts differ, so the box may have to be wider than it says."""
    width = max(box.width + 8, min(WIDTH, layout(look.name, WIDTH, LINES, SMALL).used + 2))
    return Placed(layout(look.name, width, LINES + 2, SMALL), box.center.x - width / 2, box.y)


def _below(look: ShapeLook) -> Placed:
    box = look.bounds
    if look.kind == "group":
        block = layout(look.name, max(WIDTH, box.width - 16), 1, SMALL)
        return Placed(block, box.center.x - block.width / 2, box.y + GAP)
    block = layout(look.name, WIDTH, LINES, SMALL)
    return Placed(block, box.center.x - WIDTH / 2, box.bottom + GAP)


def _beside(look: EdgeLook) -> Placed:
    """Above the longest horizontal segment, or to the right of a vertical one, in its middle."""
    start, end = longest_segment(look.points)
    middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
    if abs(end.x - start.x) >= abs(end.y - start.y):
        block = layout(look.name, max(WIDTH, abs(end.x - start.x) - 24), LINES, SMALL)
        return Placed(block, middle.x - block.width / 2, middle.y - block.height - 3)
    block = layout(look.name, WIDTH, LINES, SMALL)
    return Placed(block, middle.x + 5 - (block.width - block.used) / 2, middle.y - block.height / 2)


def longest_segment(points: tuple[Point, ...]) -> tuple[Point, Point]:
    """The longest of the segments; the first of equals. The points must be two at least."""
    return max(pairwise(points), key=lambda pair: math.hypot(pair[1].x - pair[0].x, pair[1].y - pair[0].y))
