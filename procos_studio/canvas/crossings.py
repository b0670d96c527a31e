"""Crossings: where flows cross, so that the level piece of one can hop over the upright piece of the other."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from procos_studio.model.geometry import Point

Hops = tuple[tuple[float, ...], ...]
"""For each piece of a flow the x of its hops, in the order in which the flow passes them."""

_CELL = 256.0
_CLEAR = 14.0
"""No hop nearer than this to the ends of its piece: corners and arrow heads stand there."""
_INSIDE = 2.0
"""An upright piece must reach this far beyond the crossing; less is a touch."""
_MOST = 40
"""A piece that crosses more than this many is drawn without hops; they would be all that one sees."""

_AT_ONCE = 100
"""So many are filed between two looks at the clock."""


class _Piece(NamedTuple):
    """A level or upright piece: `at` is its y or x, `low` and `high` its extent along the other axis."""

    key: str
    at: float
    low: float
    high: float


Cell = tuple[int, int]


class Crossings:
    """The pieces of all flows of a plane, by cells of a coarse grid."""

    def __init__(self) -> None:
        self._points: dict[str, tuple[Point, ...]] = {}
        self._level: dict[Cell, dict[_Piece, None]] = {}
        self._upright: dict[Cell, dict[_Piece, None]] = {}
        self._noted: dict[str, tuple[Point, ...]] = {}

    def note(self, ways: Mapping[str, tuple[Point, ...]]) -> None:
        """Take the ways of flows, none of which is here yet; where they cross is found out when somebody asks."""
        self._noted.update(ways)

    def note_anew(self, ways: Mapping[str, tuple[Point, ...]]) -> None:
        """These are the ways of all flows there are, whatever was here."""
        self._points, self._level, self._upright = {}, {}, {}
        self._noted = dict(ways)

    def file(self, until: float = math.inf) -> bool:
        """Find out where those lie that were noted, until a time (of `perf_counter`) at most; whether none is left."""
        while self._noted:
            for _ in range(min(_AT_ONCE, len(self._noted))):
                self._note(*self._noted.popitem())
            if time.perf_counter() >= until:
                return not self._noted
        return True

    def put(self, key: str, points: tuple[Point, ...]) -> set[str]:
        """Note the way of a flow instead of its former one; the keys of the flows whose hops may differ now."""
        self.file()
        before = self._points.get(key, ())
        if before == points:
            return set()
        affected = self._over(key, before) | self._over(key, points)
        self._unnote(key, before)
        self._note(key, points)
        return affected

    def drop(self, key: str) -> set[str]:
        """Forget a flow; the keys of the flows whose hops may differ now."""
        self.file()
        before = self._points.get(key, ())
        self._unnote(key, before)
        return self._over(key, before)

    def hops(self, key: str) -> Hops:
        """Where a flow hops; empty for one that never does."""
        self.file()
        found = [self._hops_of(key, start, end) for start, end in pairwise(self._points.get(key, ()))]
        return tuple(found) if any(found) else ()

    def _hops_of(self, key: str, start: Point, end: Point) -> tuple[float, ...]:
        if start.y != end.y:
            return ()
        low, high = min(start.x, end.x) + _CLEAR, max(start.x, end.x) - _CLEAR
        crossed = {
            piece.at
            for piece in _near(self._upright, start.x, end.x, start.y, start.y)
            if piece.key != key and low <= piece.at <= high and _passes(piece, start.y)
        }
        if len(crossed) > _MOST:
            return ()
        return tuple(sorted(crossed, reverse=end.x < start.x))

    def _over(self, key: str, points: Sequence[Point]) -> set[str]:
        """The flows with a level piece across an upright one of these."""
        return {
            piece.key
            for start, end in pairwise(points)
            if start.x == end.x
            for piece in _near(self._level, start.x, start.x, start.y, end.y)
            if piece.key != key and piece.low < start.x < piece.high
        }

    def _note(self, key: str, points: tuple[Point, ...]) -> None:
        self._points[key] = points
        for table, piece, cell in self._entries(key, points):
            table.setdefault(cell, {})[piece] = None

    def _unnote(self, key: str, points: tuple[Point, ...]) -> None:
        self._points.pop(key, None)
        for table, piece, cell in self._entries(key, points):
            table.get(cell, {}).pop(piece, None)

    def _entries(
        self, key: str, points: Sequence[Point]
    ) -> Iterator[tuple[dict[Cell, dict[_Piece, None]], _Piece, Cell]]:
        for start, end in pairwise(points):
            if start.y == end.y:
                table, piece = self._level, _Piece(key, start.y, min(start.x, end.x), max(start.x, end.x))
            elif start.x == end.x:
                table, piece = self._upright, _Piece(key, start.x, min(start.y, end.y), max(start.y, end.y))
            else:
                continue
            for cell in _cells(start.x, end.x, start.y, end.y):
                yield table, piece, cell


def _passes(piece: _Piece, at: float) -> bool:
    return piece.low + _INSIDE <= at <= piece.high - _INSIDE


def _near(table: dict[Cell, dict[_Piece, None]], x: float, x2: float, y: float, y2: float) -> Iterable[_Piece]:
    return (piece for cell in _cells(x, x2, y, y2) for piece in table.get(cell, ()))


def _cells(x: float, x2: float, y: float, y2: float) -> Iterable[Cell]:
    left, right = int(min(x, x2) // _CELL), int(max(x, x2) // _CELL)
    top, bottom = int(min(y, y2) // _CELL), int(max(y, y2) // _CELL)
    return ((column, row) for column in range(left, right + 1) for row in range(top, bottom + 1))
