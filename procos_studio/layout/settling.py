"""Settling: the place nearest to where it was at which an arranged part lies on nothing that stays."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations

from procos_studio.layout.picture import Picture, Points
from procos_studio.model.geometry import Bounds, Point, united
from procos_studio.model.lines import segments

Way = tuple[float, float]
_ROOM = 16.0
"""What a block keeps from others."""
_STEP, _REACH = 8.0, 480.0
"""How finely and how far around a place is looked for; less finely for very many blocks."""
_WORK = 200_000
_CELL = 160.0


@dataclass
class Ground:
    """What stays: boxes and lines that a part should not lie on, and the frame that it should not leave."""

    frame: Bounds | None = None
    _boxes: dict[tuple[int, int], list[Bounds]] = field(default_factory=dict)
    _strokes: dict[tuple[int, int], list[Bounds]] = field(default_factory=dict)

    @classmethod
    def of(cls, boxes: Iterable[Bounds], lines: Iterable[Points], frame: Bounds | None) -> Ground:
        """The ground with these boxes and lines on it."""
        ground = cls(frame)
        for box in boxes:
            _note(ground._boxes, box)
        for stroke in chain.from_iterable(map(_strokes, lines)):
            _note(ground._strokes, stroke)
        return ground

    def covered(self, boxes: Collection[Bounds], lines: Collection[Bounds]) -> tuple[int, int]:
        """How many of a part lie on boxes or leave the frame, and how many of its boxes lie on lines."""
        hits = sum(_hits(self._boxes, box) for box in boxes) + sum(_hits(self._boxes, line) for line in lines)
        if self.frame is not None:
            hits += sum(not self.frame.encloses(box) for box in boxes)
        return hits, sum(_hits(self._strokes, box) for box in boxes)


def settled(ground: Ground, part: Picture, wished: Way) -> tuple[Way, int]:
    """The way to move a part, as near as can be to the wished one, and how much it then lies on others."""
    boxes = [box.grown(_ROOM) for box in part.boxes.values()]
    lines = [stroke for line in part.lines.values() for stroke in _strokes(line)]
    best: tuple[tuple[int, int], Way] | None = None
    for dx, dy in _around(wished, len(boxes) + len(lines)):
        covered = ground.covered([box.moved(dx, dy) for box in boxes], [line.moved(dx, dy) for line in lines])
        if best is None or covered < best[0]:
            best = covered, (dx, dy)
        if covered == (0, 0):
            break
    return (best[1], best[0][0]) if best is not None else (wished, 0)


def unsettled(ground: Ground, boxes: Sequence[Bounds]) -> int:
    """How many boxes lie on others, on each other or outside, where they are."""
    return ground.covered(boxes, ())[0] + sum(one.intersects(other) for one, other in combinations(boxes, 2))


def _around(middle: Way, weight: int) -> Iterator[Way]:
    """Ways around one, the nearest first; fewer where each takes long to try."""
    tries = max(50.0, _WORK / max(1, weight))
    step = max(_STEP, math.ceil(2 * _REACH / math.sqrt(tries) / _STEP) * _STEP)
    count = int(_REACH // step)
    offsets = [(x * step, y * step) for x in range(-count, count + 1) for y in range(-count, count + 1)]
    offsets.sort(key=lambda way: (abs(way[0]) + abs(way[1]), way))
    return ((middle[0] + dx, middle[1] + dy) for dx, dy in offsets)


def _strokes(line: Points) -> list[Bounds]:
    return [_stroke(a, b) for a, b in segments(line)]


def _stroke(a: Point, b: Point) -> Bounds:
    return Bounds(min(a.x, b.x) - 1, min(a.y, b.y) - 1, abs(a.x - b.x) + 2, abs(a.y - b.y) + 2)


def _note(cells: dict[tuple[int, int], list[Bounds]], box: Bounds) -> None:
    for cell in _cells(box):
        cells.setdefault(cell, []).append(box)


def _hits(cells: dict[tuple[int, int], list[Bounds]], box: Bounds) -> bool:
    return any(box.intersects(other) for cell in _cells(box) for other in cells.get(cell, ()))


def _cells(box: Bounds) -> Iterator[tuple[int, int]]:
    for column in range(int(box.x // _CELL), int(box.right // _CELL) + 1):
        for row in range(int(box.y // _CELL), int(box.bottom // _CELL) + 1):
            yield column, row


def hit_labels(labels: Mapping[str, Bounds], boxes: Iterable[Bounds], lines: Iterable[Points]) -> set[str]:
    """The labels on which boxes or lines lie."""
    ground = Ground.of(chain(boxes, chain.from_iterable(map(_strokes, lines))), (), None)
    return {key for key, label in labels.items() if ground.covered([label], ())[0]}


def hit_lines(lines: Mapping[str, Points], boxes: Iterable[Bounds]) -> set[str]:
    """The lines that run through any of the boxes."""
    ground: dict[tuple[int, int], list[Bounds]] = {}
    for box in boxes:
        _note(ground, box)
    return {key for key, line in lines.items() if any(_hits(ground, stroke) for stroke in _strokes(line))}


def inside_of(frame: Bounds, header: Way, room: float) -> Bounds:
    """The inside of a frame without its header (width on the left, height at the top)."""
    x, y = frame.x + header[0] + room, frame.y + header[1] + room
    return Bounds(x, y, max(0.0, frame.right - room - x), max(0.0, frame.bottom - room - y))


def corner_way(part: Picture, was: Bounds) -> Way:
    """The way that brings the upper left corner of a part to where it was."""
    now = united(part.boxes.values())
    return (was.x - now.x, was.y - now.y) if now is not None else (0.0, 0.0)
