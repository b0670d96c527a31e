"""Snapping: pulls what is moved onto the grid, in line with what stands around, or to where gaps are equal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from procos_studio.canvas.gaps import Gap, Span, equal_gap
from procos_studio.canvas.theme import GRID
from procos_studio.model.geometry import Bounds, Point, united

REACH = 6.0
"""How near to a line in pixels something must be to be pulled onto it."""
_NEIGHBOURS = 200
_EXACT = 0.01


class Snapped(NamedTuple):
    """A corrected displacement, and the guide lines and equal gaps that explain it."""

    dx: float
    dy: float
    guides: tuple[tuple[Point, Point], ...] = ()
    gaps: tuple[Span, ...] = ()


class _Line(NamedTuple):
    """A place to which an edge or a middle is pulled; `box` is whose."""

    at: float
    box: Bounds


class Snapping:
    """Made at the start of a gesture, with what stands around; the nearest of them count."""

    def __init__(self, moved: Bounds, others: Iterable[Bounds]) -> None:
        self._moved = moved
        near = self._near = sorted(others, key=lambda box: _distance(box, moved))[:_NEIGHBOURS]
        self._columns = [line for box in near for line in _lines(box.x, box.width, box)]
        self._rows = [line for box in near for line in _lines(box.y, box.height, box)]

    def snap(self, dx: float, dy: float, reach: float = REACH) -> Snapped:
        """The displacement nearest to (dx, dy) that lies on a guide within `reach` units, else on the grid."""
        box = self._moved.moved(dx, dy)
        across = _pull(_stops(box.x, box.width), self._columns, reach)
        down = _pull(_stops(box.y, box.height), self._rows, reach)
        apart = _nearer(across, equal_gap(box, self._near, reach, level=True))
        below = _nearer(down, equal_gap(box, self._near, reach, level=False))
        x = dx + (apart if apart is not None else _to_grid(box.center.x))
        y = dy + (below if below is not None else _to_grid(box.center.y))
        there = self._moved.moved(x, y)
        return Snapped(x, y, tuple(self._guides(there, apart is not None, below is not None)), self._gaps(there))

    def _gaps(self, box: Bounds) -> tuple[Span, ...]:
        found = (equal_gap(box, self._near, _EXACT, level=level) for level in (True, False))
        return tuple(span for gap in found if gap is not None for span in gap.spans)

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


def _nearer(pull: float | None, gap: Gap | None) -> float | None:
    """The shorter of two ways; of equal ones the line wins, which one sees more often."""
    if gap is None or (pull is not None and abs(pull) <= abs(gap.by)):
        return pull
    return gap.by


def _to_grid(value: float) -> float:
    return round(value / GRID) * GRID - value


def _distance(box: Bounds, other: Bounds) -> float:
    across = max(box.x - other.right, other.x - box.right, 0)
    down = max(box.y - other.bottom, other.y - box.bottom, 0)
    return across + down
