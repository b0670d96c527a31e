"""Snapping: pulls what is moved onto the grid, or in line with the middles and edges of what stands around."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from procos_studio.canvas.theme import GRID
from procos_studio.model.geometry import Bounds, Point, united

REACH = 6.0
"""How near to a line in pixels something must be to be pulled onto it."""
_NEIGHBOURS = 200


class Snapped(NamedTuple):
    """A corrected displacement, and the guide lines that explain it."""

    dx: float
    dy: float
    guides: tuple[tuple[Point, Point], ...] = ()


class _Line(NamedTuple):
    """A place to which an edge or a middle is pulled; `box` is whose."""

    at: float
    box: Bounds


class Snapping:
    """Made at the start of a gesture, with what stands around; the nearest of them count."""

    def __init__(self, moved: Bounds, others: Iterable[Bounds]) -> None:
        self._moved = moved
        near = sorted(others, key=lambda box: _distance(box, moved))[:_NEIGHBOURS]
        self._columns = [line for box in near for line in _lines(box.x, box.width, box)]
        self._rows = [line for box in near for line in _lines(box.y, box.height, box)]

    def snap(self, dx: float, dy: float, reach: float = REACH) -> Snapped:
        """The displacement nearest to (dx, dy) that lies on a guide within `reach` units, else on the grid."""
        box = self._moved.moved(dx, dy)
        across = _pull(_stops(box.x, box.width), self._columns, reach)
        down = _pull(_stops(box.y, box.height), self._rows, reach)
        x = dx + (across if across is not None else _to_grid(box.center.x))
        y = dy + (down if down is not None else _to_grid(box.center.y))
        return Snapped(x, y, tuple(self._guides(self._moved.moved(x, y), across is not None, down is not None)))

    def _guides(self, box: Bounds, across: bool, down: bool) -> Iterable[tuple[Point, Point]]:
        if across:
            for at in _stops(box.x, box.width):
                whole = united([box, *(line.box for line in self._columns if abs(line.at - at) < 0.01)])
                if whole is not None and whole != box:
                    yield Point(at, whole.y - GRID), Point(at, whole.bottom + GRID)
        if down:
            for at in _stops(box.y, box.height):
                whole = united([box, *(line.box for line in self._rows if abs(line.at - at) < 0.01)])
                if whole is not None and whole != box:
                    yield Point(whole.x - GRID, at), Point(whole.right + GRID, at)


def _stops(start: float, length: float) -> tuple[float, float, float]:
    """The middle first: of equally near lines it wins."""
    return start + length / 2, start, start + length


def _lines(start: float, length: float, box: Bounds) -> Iterable[_Line]:
    return (_Line(at, box) for at in _stops(start, length))


def _pull(stops: Sequence[float], lines: Sequence[_Line], reach: float) -> float | None:
    """The smallest correction that brings a stop onto a line; a middle goes to middles before an edge to edges."""
    best = min((line.at - stop for stop in stops for line in lines), key=abs, default=None)
    return best if best is not None and abs(best) <= reach else None


def _to_grid(value: float) -> float:
    return round(value / GRID) * GRID - value


def _distance(box: Bounds, other: Bounds) -> float:
    across = max(box.x - other.right, other.x - box.right, 0)
    down = max(box.y - other.bottom, other.y - box.bottom, 0)
    return across + down
