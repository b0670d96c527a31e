"""Raster: which looks of a plane lie where, found by the cells of a coarse grid."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Mapping

from procos_studio.canvas.labels import most_room
from procos_studio.canvas.looks import Look, ShapeLook
from procos_studio.canvas.painting.badges import NOTE_HEIGHT, NOTE_WIDTH, REACH

_CELL = 512.0
_MOST = 400
"""What covers more cells than this, such as a wide pool, is near to everything."""
_AT_ONCE = 100
"""So many are filed between two looks at the clock."""
_ROOM = 8.0
"""How far heads and hops reach beyond a line."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""
Cell = tuple[int, int]
Keys = dict[str, None]


class Raster:
    """Looks are noted at once and filed when one first asks where they are: opening a plane far out asks nothing."""

    def __init__(self) -> None:
        self._noted: dict[str, Look] = {}
        self._boxes: dict[str, Box] = {}
        self._cells: dict[Cell, Keys] = {}
        self._large: Keys = {}

    def note(self, look: Look) -> None:
        """A look has come, or is another than before."""
        self.forget(look.key)
        self._noted[look.key] = look

    def note_all(self, looks: Mapping[str, Look]) -> None:
        """Looks have come, none of which was here."""
        self._noted.update(looks)

    def note_anew(self, looks: Mapping[str, Look]) -> None:
        """These are all the looks there are, whatever was here."""
        self._boxes, self._cells, self._large = {}, {}, {}
        self._noted = dict(looks)

    def forget(self, key: str) -> None:
        """A look has gone."""
        self._noted.pop(key, None)
        box = self._boxes.pop(key, None)
        if box is None:
            return
        cells = _cells(box)
        if cells is None:
            del self._large[key]
            return
        for cell in cells:
            del self._cells[cell][key]
            if not self._cells[cell]:
                del self._cells[cell]

    def file(self, until: float = math.inf) -> bool:
        """File what was noted, until a time (of `perf_counter`) at most; whether nothing is left."""
        while self._noted:
            for _ in range(min(_AT_ONCE, len(self._noted))):
                self._file(*self._noted.popitem())
            if time.perf_counter() >= until:
                return not self._noted
        return True

    def near(self, area: Box) -> list[str]:
        """The keys of all looks of which something may be painted in an area, in no promised order."""
        self.file()
        cells = _cells(area)
        left, top, right, bottom = area
        found: Iterable[str] = self._boxes
        if cells is not None:
            found = dict(self._large)
            for cell in cells:
                found |= self._cells.get(cell, _NONE)
        boxes = ((key, self._boxes[key]) for key in found)
        return [key for key, box in boxes if box[0] <= right and box[2] >= left and box[1] <= bottom and box[3] >= top]

    def _file(self, key: str, look: Look) -> None:
        box = self._boxes[key] = reach(look)
        cells = _cells(box)
        if cells is None:
            self._large[key] = None
            return
        for cell in cells:
            self._cells.setdefault(cell, {})[key] = None


_NONE: Keys = {}


def reach(look: Look) -> Box:
    """A box that holds everything that is ever painted for a look: badges, a note, heads, its label."""
    if isinstance(look, ShapeLook):
        x, y, width, height = look.bounds
        left, right = x - REACH, x + max(width + REACH, NOTE_WIDTH)
        top, bottom = y - max(REACH, NOTE_HEIGHT), y + height + REACH
    elif look.points:
        xs, ys = [point[0] for point in look.points], [point[1] for point in look.points]
        left, right, top, bottom = min(xs) - _ROOM, max(xs) + _ROOM, min(ys) - _ROOM, max(ys) + _ROOM
    else:
        left = right = top = bottom = 0.0
    if look.has_outer_label:
        label = most_room(look)
        left, top = min(left, label.x), min(top, label.y)
        right, bottom = max(right, label.right), max(bottom, label.bottom)
    return left, top, right, bottom


def _cells(box: Box) -> list[Cell] | None:
    """The cells in which a box has a part; None for one that covers very many."""
    left, right = int(box[0] // _CELL), int(box[2] // _CELL)
    top, bottom = int(box[1] // _CELL), int(box[3] // _CELL)
    if (right - left + 1) * (bottom - top + 1) > _MOST:
        return None
    return [(column, row) for column in range(left, right + 1) for row in range(top, bottom + 1)]
