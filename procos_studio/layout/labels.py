"""Labels: puts the names of events, gateways, data and flows where they lie on no line, no shape and no other name."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from procos_studio.layout.bridges import holds
from procos_studio.layout.picture import Picture
from procos_studio.layout.sizes import label_size, outer_name
from procos_studio.layout.view import Size, View
from procos_studio.model.elements import Element
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.lines import length, segments
from procos_studio.model.records import DataElement, Flow

_GAP = 6.0
_LINE_GAP = 4.0
_CELL = 128.0
_MOST_CELLS = 1_000
"""What covers more cells than this, such as a slanting line across everything, is looked at for every label."""
_GROUP_NAME = (100.0, 22.0)
_ON_BOX, _ON_LINE, _ON_LABEL = 4.0, 2.0, 6.0
_FARTHER = (12.0, 24.0, 36.0, 48.0)
"""How much farther from its shape a name may stand where lines take all the room that is nearer."""
_WIDTHS = (90.0, 60.0, 150.0)
_GAP_FAR, _FARTHEST, _STEP_X, _STEP_Y = 8, 600, 16.0, 8.0
"""How a name is looked for room that found none beside its owner: the steps away from it, and along each ring."""
_PATIENCE = 200
_APART = 14.0
"""A flow's name so near to the line of another might be read as that one's."""

Cost = tuple[float, float]
_FREE = (0.0, 0.0)


@dataclass
class _Taken:
    """What labels must not cover, found by place."""

    cells: dict[tuple[int, int], list[tuple[Bounds, float, str]]] = field(default_factory=dict)
    large: list[tuple[Bounds, float, str]] = field(default_factory=list)

    def add(self, box: Bounds, weight: float, owner: str = "") -> None:
        """Keep labels off a box; with an owner it is beside that flow, where the names of others had better not be."""
        item = (box, weight, owner)
        if _count(box) > _MOST_CELLS:
            self.large.append(item)
            return
        for cell in _cells(box):
            self.cells.setdefault(cell, []).append(item)

    def cost(self, box: Bounds, flow: str) -> Cost:
        """How much a label here would cover, and for the name of a flow how near it is to the lines of others."""
        found = {id(item): item for item in self.large}
        for cell in _cells(box):
            for item in self.cells.get(cell, ()):
                found[id(item)] = item
        covered = beside = 0.0
        for other, weight, owner in found.values():
            if owner:
                if flow and owner != flow and box.intersects(other):
                    beside += 1 + _shared(box, other)
            elif box.intersects(other):
                covered += weight * (1 + _shared(box, other))
        return covered, beside

    def is_free(self, box: Bounds) -> bool:
        """Whether a label here would cover nothing."""
        if any(not owner and box.intersects(other) for other, _, owner in self.large):
            return False
        near = (item for cell in _cells(box) for item in self.cells.get(cell, ()))
        return not any(not owner and box.intersects(other) for other, _, owner in near)


def _count(box: Bounds) -> float:
    return (box.width / _CELL + 2) * (box.height / _CELL + 2)


def _cells(box: Bounds) -> Iterator[tuple[int, int]]:
    for column in range(int(box.x // _CELL), int(box.right // _CELL) + 1):
        for row in range(int(box.y // _CELL), int(box.bottom // _CELL) + 1):
            yield column, row


def _shared(one: Bounds, other: Bounds) -> float:
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return width * height / 100


def label(view: View, picture: Picture, only: Collection[str] | None = None) -> None:
    """Place the label of everything, or of `only` these, that has its name outside: nodes first, then short flows."""
    taken = _taken(view, picture)
    for box in picture.labels.values():
        taken.add(box, _ON_LABEL)
    for key, box in picture.boxes.items():
        element = view.diagram[key]
        name = outer_name(element)
        if name.strip() and (only is None or key in only):
            _put(picture, taken, key, "", _beside(element, name, box), _Around(name, [box]))
    for key, line in sorted(picture.lines.items(), key=lambda item: length(item[1])):
        name = view.diagram[key].name
        if name.strip() and isinstance(view.diagram[key], Flow) and (only is None or key in only):
            _put(picture, taken, key, key, _along(name, line), _Around(name, _spots(line)))


def _taken(view: View, picture: Picture) -> _Taken:
    taken = _Taken()
    for key, box in picture.boxes.items():
        element = view.diagram[key]
        if element.kind == "group":
            taken.add(Bounds(box.center.x - _GROUP_NAME[0] / 2, box.y, *_GROUP_NAME), _ON_LABEL)
        if holds(view, picture, element):
            for edge in _frame(box):
                taken.add(edge, _ON_LINE)
        else:
            taken.add(box, _ON_BOX)
    for key, line in picture.lines.items():
        for a, b in segments(line):
            stroke = _stroke(a, b)
            taken.add(stroke, _ON_LINE)
            taken.add(stroke.grown(_APART), 0.0, key)
    return taken


def _stroke(a: Point, b: Point) -> Bounds:
    return Bounds(min(a.x, b.x) - 1, min(a.y, b.y) - 1, abs(a.x - b.x) + 2, abs(a.y - b.y) + 2)


def _frame(box: Bounds) -> Iterable[Bounds]:
    corners = (Point(box.x, box.y), Point(box.right, box.y), Point(box.right, box.bottom), Point(box.x, box.bottom))
    return (_stroke(a, b) for a, b in zip(corners, (*corners[1:], corners[0]), strict=True))


class _Around(NamedTuple):
    """A name, and the boxes of what is named, around which it may stand."""

    name: str
    spots: list[Bounds]


def _put(picture: Picture, taken: _Taken, key: str, flow: str, near: Iterable[Bounds], around: _Around) -> None:
    """The first free candidate, else the best that covers nothing, else the first farther away that covers nothing."""
    best: tuple[Cost, Bounds] | None = None
    for box in near:
        cost = taken.cost(box, flow)
        if best is None or cost < best[0]:
            best = (cost, box)
        if cost == _FREE:
            break
    if best is None:
        return
    place = best[1]
    if best[0][0]:
        place = _farther(picture, taken, around) or place
    picture.labels[key] = place
    taken.add(place, _ON_LABEL)


def _farther(picture: Picture, taken: _Taken, around: _Around) -> Bounds | None:
    """The nearest free place in the same pool or sub-process, or the nearest at all where that is much nearer."""
    frames = [box for box in picture.boxes.values() if all(box.encloses(spot) for spot in around.spots)]
    frames = [box for box in frames if box not in around.spots]
    home = min(frames, key=lambda box: box.width * box.height, default=None)
    outside: Bounds | None = None
    patience = math.inf
    for number, box in enumerate(_rings(*around)):
        if (home is None or home.encloses(box)) and taken.is_free(box):
            return box
        if outside is None and taken.is_free(box):
            outside, patience = box, 4 * number + _PATIENCE
        if number > patience:
            break
    return outside


def _beside(element: Element, name: str, box: Bounds) -> Iterator[Bounds]:
    width, height = size = label_size(name)
    x, y = box.center
    below, above = box.bottom + _GAP, box.y - _GAP - height
    if element.kind == "boundaryEvent":
        yield _at(x + _GAP, below - _GAP + 2, size)
        yield _at(x - _GAP - width, below - _GAP + 2, size)
        yield _at(box.right + 2, below - _GAP, size)
    if isinstance(element, DataElement):
        yield _at(x - width / 2, above, size)
    yield _at(x - width / 2, below, size)
    yield _at(x - width / 2, above, size)
    for left in (x + _GAP, x - _GAP - width, box.right, box.x - width):
        for top in (below - 2, above + 2):
            yield _at(left, top, size)
    yield _at(box.right + _GAP, y - height - _LINE_GAP, size)
    yield _at(box.right + _GAP, y + _LINE_GAP, size)
    yield _at(box.x - _GAP - width, y - height - _LINE_GAP, size)
    for off in _FARTHER:
        for left in (x - width / 2, x + _GAP, x - _GAP - width):
            yield _at(left, above - off, size)
            yield _at(left, below + off, size)


def _along(name: str, line: tuple[Point, ...]) -> Iterator[Bounds]:
    """Beside the pieces of the line, from its beginning: above or below level ones, right or left of upright ones."""
    pieces = list(segments(line))
    for a, b in sorted(pieces[:3], key=lambda piece: _length(*piece) < 40):
        yield from _by(name, a, b)
    for a, b in pieces[3:]:
        yield from _by(name, a, b)


def _by(name: str, a: Point, b: Point) -> Iterator[Bounds]:
    span = _length(a, b)
    if abs(a.y - b.y) < 1:
        width, height = size = label_size(name, max(60.0, min(span - 12, 160.0)))
        sign = 1 if b.x > a.x else -1
        for way in (8.0, 20.0, max(8.0, span / 2 - width / 2), max(8.0, span - width - 16)):
            left = a.x + way if sign > 0 else a.x - way - width
            yield _at(left, a.y - height - _LINE_GAP, size)
            yield _at(left, a.y + _LINE_GAP, size)
    else:
        width, height = size = label_size(name)
        sign = 1 if b.y > a.y else -1
        near = 16.0 if span > 4 * height else 4.0
        for way in (near, 4.0, 12.0, max(4.0, span / 2 - height / 2), max(4.0, span - height - 12)):
            top = a.y + way if sign > 0 else a.y - way - height
            yield _at(a.x + _GAP, top, size)
            yield _at(a.x - _GAP - width, top, size)


def _rings(name: str, spots: Sequence[Bounds]) -> Iterator[Bounds]:
    """Farther and farther from what is named: where a name stands that found no room nearer, and covers nothing."""
    sizes = list(dict.fromkeys(label_size(name, width) for width in _WIDTHS))
    for far in range(_GAP_FAR, _FARTHEST, _GAP_FAR):
        for spot in spots:
            for width, height in sizes:
                left, right = spot.x - far - width, spot.right + far
                top, bottom = spot.y - far - height, spot.bottom + far
                for x in _sweep(left, right, _STEP_X):
                    yield _at(x, bottom, (width, height))
                    yield _at(x, top, (width, height))
                for y in _sweep(top, bottom, _STEP_Y):
                    yield _at(right, y, (width, height))
                    yield _at(left, y, (width, height))


def _sweep(low: float, high: float, step: float) -> Iterator[float]:
    """From the middle to both ends."""
    middle = (low + high) / 2
    for number in range(int((high - low) / 2 / step) + 1):
        yield middle + number * step
        if number:
            yield middle - number * step


def _spots(line: tuple[Point, ...]) -> list[Bounds]:
    """The middles of the pieces of a line."""
    return [Bounds((a.x + b.x) / 2, (a.y + b.y) / 2, 0, 0) for a, b in segments(line)]


def _length(a: Point, b: Point) -> float:
    return abs(a.x - b.x) + abs(a.y - b.y)


def _at(x: float, y: float, size: Size) -> Bounds:
    # Halves are common here and come out of a file a little off, so they must not be where rounding changes
    return Bounds(math.floor(x + 0.49), math.floor(y + 0.49), round(size[0]), size[1])
