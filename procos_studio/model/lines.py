"""Lines: what can be said about a chain of points, and how to clean one up."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from procos_studio.model.geometry import Bounds, Point

Points = tuple[Point, ...]
_SAME = 0.01
"""Coordinates nearer than this are the same; the file keeps three decimals."""


def segments(points: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """The pieces between successive points."""
    return pairwise(points)


def length(points: Sequence[Point]) -> float:
    """The way along the line."""
    return sum(math.dist(a, b) for a, b in pairwise(points))


def is_horizontal(a: Point, b: Point) -> bool:
    """Whether both points have one y."""
    return abs(a.y - b.y) <= _SAME


def is_vertical(a: Point, b: Point) -> bool:
    """Whether both points have one x."""
    return abs(a.x - b.x) <= _SAME


def is_orthogonal(points: Sequence[Point]) -> bool:
    """Whether every piece runs along an axis."""
    return all(is_horizontal(a, b) or is_vertical(a, b) for a, b in pairwise(points))


def simplified(points: Sequence[Point]) -> Points:
    """The line without repeated points and without points on the straight way between their neighbours.

    Both ends stay, so a line of two or more points keeps at least two.
    """
    kept: list[Point] = []
    for point in points:
        if kept and math.dist(kept[-1], point) <= _SAME:
            continue
        while len(kept) > 1 and _is_between(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    if len(kept) == 1 and len(points) > 1:
        kept.append(points[-1])
    return tuple(kept)


def straightened(points: Sequence[Point], tolerance: float = 6.0) -> Points:
    """The line with inner pieces that are nearly along an axis put on it; ends stay, real slants stay.

    A bend follows the end it is nearly level with, and else the point before it.
    """
    made = list(points)
    for i in range(1, len(made) - 1):
        made[i] = _level(made[i - 1], made[i], tolerance)
    for i in range(len(made) - 2, 0, -1):
        made[i] = _level(made[i + 1], made[i], tolerance)
    return simplified(made)


def crosses(points: Sequence[Point], box: Bounds) -> bool:
    """Whether any piece of the line runs through the inside of a box; touching its border is not crossing."""
    return any(_cuts(a, b, box) for a, b in pairwise(points))


def moved(points: Sequence[Point], dx: float, dy: float) -> Points:
    """The line displaced."""
    return tuple(point.moved(dx, dy) for point in points)


def at(points: Sequence[Point], way: float) -> Point:
    """The point after `way` along the line from its beginning; its ends where `way` is out of range."""
    for a, b in pairwise(points):
        piece = math.dist(a, b)
        if way <= piece and piece > 0:
            share = max(way, 0.0) / piece
            return Point(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
        way -= piece
    return points[-1]


def nearest(points: Sequence[Point], point: Point) -> tuple[float, float]:
    """The way along the line to its point nearest to `point`, and the distance between the two."""
    best, passed = (0.0, math.inf), 0.0
    for a, b in pairwise(points):
        piece = math.dist(a, b)
        along = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / piece if piece else 0.0
        along = min(max(along, 0.0), piece)
        share = along / piece if piece else 0.0
        distance = math.dist(point, (a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)))
        if distance < best[1]:
            best = (passed + along, distance)
        passed += piece
    return best


def _is_between(a: Point, b: Point, c: Point) -> bool:
    """Whether b lies on the straight way from a to c, and the way does not turn back there."""
    across = abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x))
    ahead = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y)
    return across <= _SAME * max(math.dist(a, c), 1.0) and ahead >= 0


def _level(fixed: Point, point: Point, tolerance: float) -> Point:
    x, y = abs(fixed.x - point.x), abs(fixed.y - point.y)
    if x <= tolerance and y > tolerance:
        return Point(fixed.x, point.y)
    return Point(point.x, fixed.y) if y <= tolerance and x > tolerance else point


def _cuts(a: Point, b: Point, box: Bounds) -> bool:
    """Whether some of the piece lies strictly inside."""
    left, right, top, bottom = box.x + _SAME, box.x + box.width - _SAME, box.y + _SAME, box.y + box.height - _SAME
    if max(a.x, b.x) <= left or min(a.x, b.x) >= right or max(a.y, b.y) <= top or min(a.y, b.y) >= bottom:
        return False
    if a.x == b.x or a.y == b.y:
        return left < right and top < bottom
    # Liang-Barsky for slanted pieces
    low, high = 0.0, 1.0
    for start, step, near, far in ((a.x, b.x - a.x, left, right), (a.y, b.y - a.y, top, bottom)):
        enter, leave = sorted(((near - start) / step, (far - start) / step))
        low, high = max(low, enter), min(high, leave)
    return low < high
