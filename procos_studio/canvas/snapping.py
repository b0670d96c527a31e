"""Snapping: pulls what is moved onto the grid, in line with what stands around, or to where gaps are equal."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
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

    def snap_along(self, dx: float, dy: float, reach: float = REACH) -> Snapped:
        """As `snap`, straight on only: sideways, or up and down, whichever is farther."""
        level = abs(dx) >= abs(dy)
        found = self.snap(dx if level else 0, 0 if level else dy, reach)
        x, y = (found.dx, 0.0) if level else (0.0, found.dy)
        there = self._moved.moved(x, y)
        gap = equal_gap(there, self._near, _EXACT, level=level)
        guides = [line for line in found.guides if (line[0].x == line[1].x) is level]
        return Snapped(x, y, tuple(guides), gap.spans if gap is not None else ())

    def snap_sides(self, sides: Collection[int], dx: float, dy: float, reach: float = REACH) -> Point:
        """How far sides (0 left, 1 top, 2 right, 3 bottom) go instead of (dx, dy): onto a line, else onto the grid."""
        box = self._moved
        across = _side_pull(box.x if 0 in sides else box.right, dx, self._columns, reach)
        down = _side_pull(box.y if 1 in sides else box.bottom, dy, self._rows, reach)
        return Point(across, down)

    def lines_at(self, sides: Collection[int], box: Bounds) -> tuple[Span, ...]:
        """The guides on which sides of a box lie."""
        columns = [(box.x, box.right)[side // 2] for side in sides if side % 2 == 0]
        rows = [(box.y, box.bottom)[side // 2] for side in sides if side % 2]
        return (*self._upright(columns, box), *self._level(rows, box))

    def _gaps(self, box: Bounds) -> tuple[Span, ...]:
        found = (equal_gap(box, self._near, _EXACT, level=level) for level in (True, False))
        return tuple(span for gap in found if gap is not None for span in gap.spans)

    def _guides(self, box: Bounds, across: bool, down: bool) -> Iterable[Span]:
        if across:
            yield from self._upright(_stops(box.x, box.width), box)
        if down:
            yield from self._level(_stops(box.y, box.height), box)

    def _upright(self, places: Iterable[float], box: Bounds) -> Iterable[Span]:
        for at in places:
            whole = united([box, *(line.box for line in self._columns if abs(line.at - at) < _EXACT)])
            if whole is not None and whole != box:
                yield Point(at, whole.y - GRID), Point(at, whole.bottom + GRID)

    def _level(self, places: Iterable[float], box: Bounds) -> Iterable[Span]:
        for at in places:
            whole = united([box, *(line.box for line in self._rows if abs(line.at - at) < _EXACT)])
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


def _side_pull(at: float, by: float, lines: Sequence[_Line], reach: float) -> float:
    pull = _pull((at + by,), lines, reach)
    return by + (pull if pull is not None else _to_grid(at + by))


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
