"""Parting: puts the pieces of a fresh line beside those of other flows that they would run on top of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import Ends, ends_of, flows_at
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.lines import Points, crosses, is_horizontal, is_vertical, segments
from procos_studio.model.records import Edge

_BESIDE = 10.0
_OFFSETS = tuple(sign * step * _BESIDE for step in (1, 2, 3) for sign in (1, -1))
_NEAR = 4.0
"""Pieces nearer than this look like one."""
_SHORTEST = 8.0
"""The least length that a neighbouring piece keeps."""

Piece = tuple[Point, Point]


def parted(diagram: Diagram, plane: str, ends: Ends, window: Bounds, line: Points, around: Sequence[Bounds]) -> Points:
    """The line with its inner pieces off those of flows between other elements, where there is room.

    Flows that begin or end together may share a way: that is how they are read. `around` is what no piece may cross.
    """
    if len(line) < 4:
        return line
    others = [piece for edge in _edges(diagram, plane, ends, window) for piece in segments(edge.waypoints)]
    for number in range(1, len(line) - 2):
        if _covered(line[number], line[number + 1], others):
            line = next((made for made in _shifted(line, number) if _is_free(made, number, others, around)), line)
    return line


def _edges(diagram: Diagram, plane: str, ends: Ends, window: Bounds) -> Iterator[Edge]:
    """The lines of the flows of what stands near, each once."""
    seen: set[str] = set()
    for shape in diagram.shapes_near(plane, window):
        for flow in flows_at(diagram, shape.shows):
            if flow.id in seen or set(ends_of(flow)) & set(ends):
                continue
            seen.add(flow.id)
            yield from (item for item in diagram.drawn(flow.id) if isinstance(item, Edge) and item.parent == plane)


def _shifted(line: Points, number: int) -> Iterator[Points]:
    """The line with one piece beside its place, the nearest first; its neighbours get longer or shorter, not turned."""
    first, last = line[number], line[number + 1]
    for offset in _OFFSETS:
        dx, dy = (0.0, offset) if is_horizontal(first, last) else (offset, 0.0)
        made = (*line[:number], first.moved(dx, dy), last.moved(dx, dy), *line[number + 2 :])
        neighbours = ((number - 1, number), (number + 1, number + 2))
        if all(_keeps(line[a], line[b], made[a], made[b]) for a, b in neighbours):
            yield made


def _keeps(a: Point, b: Point, c: Point, d: Point) -> bool:
    before, after = (b.x - a.x, b.y - a.y), (d.x - c.x, d.y - c.y)
    ahead = before[0] * after[0] + before[1] * after[1] > 0
    return ahead and abs(after[0]) + abs(after[1]) >= _SHORTEST


def _is_free(line: Points, number: int, others: Sequence[Piece], around: Sequence[Bounds]) -> bool:
    piece = line[number], line[number + 1]
    return not _covered(*piece, others) and not any(crosses(line, box) for box in around)


def _covered(a: Point, b: Point, others: Sequence[Piece]) -> bool:
    return any(_run_together(a, b, c, d) for c, d in others)


def _run_together(a: Point, b: Point, c: Point, d: Point) -> bool:
    if is_horizontal(a, b) and is_horizontal(c, d):
        return abs(a.y - c.y) < _NEAR and min(max(a.x, b.x), max(c.x, d.x)) - max(min(a.x, b.x), min(c.x, d.x)) > _NEAR
    if is_vertical(a, b) and is_vertical(c, d):
        return abs(a.x - c.x) < _NEAR and min(max(a.y, b.y), max(c.y, d.y)) - max(min(a.y, b.y), min(c.y, d.y)) > _NEAR
    return False
