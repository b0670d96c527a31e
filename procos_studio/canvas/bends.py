"""Bends: how a line changes when one of its pieces is dragged sideways, or one of its corners anywhere."""

from __future__ import annotations

from collections.abc import Sequence

from procos_studio.model.geometry import Point
from procos_studio.model.lines import Points, is_horizontal, is_vertical, nearest, simplified

_STUB = 0.35
"""Where a piece at an end is dragged off, the share of it that stays in place as the way to its shape."""


def dragged(
    points: Sequence[Point], piece: int, dx: float, dy: float, *, slides: tuple[bool, bool] = (False, False)
) -> Points:
    """The line with a piece (its number from 0) displaced: level ones up or down, upright ones sideways.

    A piece at an end leaves a stub and its shape keeps its dock; with `slides`, for the first end and the last, the
    dock goes along. A slanted piece gets a corner in its middle.
    """
    start, end = points[piece], points[piece + 1]
    if not is_straight(start, end):
        corner = Point((start.x + end.x) / 2 + dx, (start.y + end.y) / 2 + dy)
        return (*points[: piece + 1], corner, *points[piece + 1 :])
    across = (0.0, dy) if is_horizontal(start, end) else (dx, 0.0)
    before = list(points[:piece])
    after = list(points[piece + 2 :])
    if not before and not slides[0]:
        before, start = [start, _between(start, end, _STUB)], _between(start, end, _STUB)
    if not after and not slides[1]:
        after, end = [_between(end, start, _STUB), end], _between(end, start, _STUB)
    return simplified((*before, start.moved(*across), end.moved(*across), *after))


def pulled(points: Sequence[Point], corner: int, dx: float, dy: float) -> Points:
    """The line with a corner (the number of its point, neither the first nor the last) displaced.

    The pieces that meet there stay level or upright; those at an end leave a stub.
    """
    here = points[corner].moved(dx, dy)
    before = _followed(points[: corner + 1], here)
    after = _followed(points[: corner - 1 : -1], here)
    return simplified((*before, here, *reversed(after)))


def _followed(points: Sequence[Point], there: Point) -> list[Point]:
    """The way up to the last of the points, which is now `there`, without it."""
    *before, near, last = points
    if not is_straight(near, last):
        return [*before, near]
    stub = [] if before else [near, _between(near, last, _STUB)]
    near = stub[-1] if stub else near
    follows = Point(near.x, there.y) if is_horizontal(near, last) else Point(there.x, near.y)
    return [*before, *stub, follows]


def is_straight(start: Point, end: Point) -> bool:
    """Whether a piece is level or upright."""
    return is_horizontal(start, end) or is_vertical(start, end)


def nearest_piece(points: Sequence[Point], point: Point) -> int:
    """The number of the piece of a line (two points at least) that comes nearest to a point."""
    return min(range(len(points) - 1), key=lambda number: nearest(points[number : number + 2], point)[1])


def _between(start: Point, end: Point, share: float) -> Point:
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
