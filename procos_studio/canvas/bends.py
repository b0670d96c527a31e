"""Bends: how a line changes when one of its pieces is dragged sideways."""

from __future__ import annotations

from collections.abc import Sequence

from procos_studio.model.geometry import Point
from procos_studio.model.lines import Points, is_horizontal, is_vertical, nearest, simplified

_STUB = 0.35
"""Where a piece at an end is dragged off, the share of it that stays in place as the way to its shape."""


def dragged(points: Sequence[Point], piece: int, dx: float, dy: float) -> Points:
    """The line with a piece (its number from 0) displaced: level ones up or down, upright ones sideways.

    A piece at an end leaves a stub and its shape keeps its dock. A slanted piece gets a corner in its middle.
    """
    start, end = points[piece], points[piece + 1]
    if not (is_horizontal(start, end) or is_vertical(start, end)):
        corner = Point((start.x + end.x) / 2 + dx, (start.y + end.y) / 2 + dy)
        return (*points[: piece + 1], corner, *points[piece + 1 :])
    across = (0.0, dy) if is_horizontal(start, end) else (dx, 0.0)
    before = list(points[:piece])
    after = list(points[piece + 2 :])
    if not before:
        before, start = [start, _between(start, end, _STUB)], _between(start, end, _STUB)
    if not after:
        after, end = [_between(end, start, _STUB), end], _between(end, start, _STUB)
    return simplified((*before, start.moved(*across), end.moved(*across), *after))


def nearest_piece(points: Sequence[Point], point: Point) -> int:
    """The number of the piece of a line (two points at least) that comes nearest to a point."""
    return min(range(len(points) - 1), key=lambda number: nearest(points[number : number + 2], point)[1])


def _between(start: Point, end: Point, share: float) -> Point:
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
