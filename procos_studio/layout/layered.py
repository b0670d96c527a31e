"""Layered: arranges a chart from left to right (Sugiyama, Tagawa and Toda 1981) and draws its lines orthogonally."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from procos_studio.layout import channels, corners, crossings, express, ports, rows, straight, turns
from procos_studio.layout.channels import Passage
from procos_studio.layout.chart import Block, Chart
from procos_studio.layout.picture import Picture
from procos_studio.layout.ports import End, Ends
from procos_studio.layout.ranks import Ranking, ranked
from procos_studio.layout.sizes import up_to_grid
from procos_studio.layout.slots import Columns, Slot, Unit, built
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.lines import simplified

GAP = 56.0
_STUB = 24.0
_TRACK = 16.0


@dataclass
class Arranged:
    """The picture, and where each band begins and ends (y)."""

    picture: Picture = field(default_factory=Picture)
    bands: list[tuple[float, float]] = field(default_factory=list)


def arrange(chart: Chart, ranking: Ranking | None = None) -> Arranged:
    """The chart as a picture near the origin. Blocks keep their sizes; no block lies on another or under a line.

    The `ranking` is found if none is given.
    """
    if not chart.blocks and not chart.bands:
        return Arranged()
    columns = built(chart, ranking or ranked(chart))
    crossings.order(columns, {block.key: block.at.y for block in chart.blocks if block.at is not None})
    borders = _with_borders(columns, chart)
    _place(columns, chart, borders)
    ends = ports.docked(columns)
    corners.turn(columns, ends)
    return _drawn(columns, chart, ends, borders)


def _with_borders(columns: Columns, chart: Chart) -> list[list[Slot]]:
    """A slot for every border of a band in every column."""
    if not chart.bands:
        return []
    if not columns.units:
        columns.units.append([])
    borders: list[list[Slot]] = []
    for number in range(len(chart.bands) + 1):
        up = chart.bands[number - 1].padding + chart.bands[number - 1].foot if number else 0.0
        down = chart.bands[number].padding + chart.bands[number].lead if number < len(chart.bands) else 0.0
        borders.append([Slot(i, number, up=up, down=down, is_border=True) for i in range(len(columns.units))])
    for index, column in enumerate(columns.units):
        mixed = [(unit.core.band, 1, unit) for unit in column]
        mixed += [(number, 0, Unit(border[index])) for number, border in enumerate(borders)]
        mixed.sort(key=lambda item: item[:2])
        columns.units[index] = [unit for _, _, unit in mixed]
        for _, _, unit in mixed:
            unit.core.unit = unit
    return borders


def _place(columns: Columns, chart: Chart, borders: list[list[Slot]]) -> None:
    offers = turns.offered(columns)
    _number(columns)
    groups = straight.levels(columns, borders)
    level = {id(slot): number for number, group in enumerate(groups) for slot in group}
    useless = [offer for offer in offers if level[id(offer.turn)] != level[id(offer.partner)]]
    for offer in useless:
        turns.withdraw(offer)
    if useless:
        _number(columns)
        groups = straight.levels(columns, borders)
    ladder = [
        (upper[0], lower[0], band.lead + band.height + band.foot)
        for upper, lower, band in zip(borders, borders[1:], chart.bands, strict=False)
    ]
    rows.place(columns, groups, ladder)


def _number(columns: Columns) -> None:
    for index in range(len(columns.units)):
        for place, slot in enumerate(columns.slots(index)):
            slot.place = place


@dataclass
class _Sheet:
    """The x of everything: the middle of each column, the tracks and edges of each gap (gap i is left of column i)."""

    middles: list[float] = field(default_factory=list)
    tracks: list[list[float]] = field(default_factory=list)
    edges: list[tuple[float, float]] = field(default_factory=list)


def _drawn(columns: Columns, chart: Chart, ends: list[Ends], borders: list[list[Slot]]) -> Arranged:
    gaps: list[list[Passage]] = [[] for _ in range(len(columns.units) + 1)]
    courses = [(item, _passages(item, gaps)) for item in ends]
    sheet = _columns_x(columns, ends, gaps)
    arranged = Arranged()
    boxes = arranged.picture.boxes
    for index in range(len(columns.units)):
        for slot in columns.slots(index):
            if slot.block is not None:
                _put(boxes, slot.block, sheet.middles[index], slot.y)
    for item, passages in courses:
        arranged.picture.lines[item.way.link.key] = _line(item, passages, sheet)
    arranged.picture.lines.update(_over(columns, chart, sheet, boxes))
    for band, upper, lower in zip(chart.bands, borders, borders[1:], strict=False):
        arranged.bands.append((upper[0].y + band.lead, lower[0].y))
    return arranged


def _over(columns: Columns, chart: Chart, sheet: _Sheet, boxes: dict[str, Bounds]) -> dict[str, tuple[Point, ...]]:
    if not columns.express:
        return {}
    slots = [slot for index in range(len(columns.units)) for slot in columns.slots(index)]
    gaps = {
        slot.block.key: (sheet.edges[slot.column][1], sheet.edges[slot.column + 1][0])
        for slot in slots
        if slot.block is not None
    }
    top = min(slot.y - slot.up for slot in slots)
    return express.over(columns.express, {block.key: block for block in chart.blocks}, boxes, gaps, top)


def _put(boxes: dict[str, Bounds], block: Block, x: float, y: float) -> None:
    box = Bounds(x - block.width / 2, y - block.height / 2, block.width, block.height)
    boxes[block.key] = box
    for rider in block.riders:
        size = 2 * rider.radius
        boxes[rider.key] = Bounds(box.x + rider.x - rider.radius, box.bottom - rider.radius, size, size)


@dataclass(eq=False)
class _Step:
    """A passage and the gap in which it is."""

    gap: int
    passage: Passage


def _passages(item: Ends, gaps: list[list[Passage]]) -> list[_Step]:
    """The passages of a way from left to right, noted in their gaps."""
    way = item.way
    steps: list[_Step] = []

    def note(gap: int, start: float, start_left: bool, end: float, end_left: bool) -> None:
        passage = Passage(start, start_left, end, end_left)
        gaps[gap].append(passage)
        steps.append(_Step(gap, passage))

    column = way.left_end.column
    if way.turns_left:
        if item.left.x is None:
            # round the side of the block, then along its turn
            side = column + (1 if item.left.right else 0)
            note(side, item.left.y, item.left.right, way.chain[0].y, item.left.right)
        levels = [slot.y for slot in way.chain]
        levels[0] = levels[0] if item.left.x is None else item.left.level
    else:
        levels = [item.left.y if item.left.x is None else item.left.level, *(slot.y for slot in way.chain)]
    if not way.turns_right:
        levels.append(item.right.y if item.right.x is None else item.right.level)
    elif item.right.x is not None:
        levels[-1] = item.right.level
    for number, (start, end) in enumerate(pairwise(levels)):
        note(column + 1 + number, start, True, end, False)
    if way.turns_right and item.right.x is None:
        side = way.right_end.column + (1 if item.right.right else 0)
        note(side, way.chain[-1].y, item.right.right, item.right.y, item.right.right)
    return steps


def _columns_x(columns: Columns, ends: list[Ends], gaps: list[list[Passage]]) -> _Sheet:
    counts = [channels.assign(passages) for passages in gaps]
    names = _name_rooms(ends, len(gaps))
    sheet = _Sheet()
    x = 0.0
    for index, count in enumerate(counts):
        inner = 0 < index < len(counts) - 1
        least = 2 * _STUB + max(0, count - 1) * _TRACK if count else 0.0
        width = up_to_grid(max(least + (names[index] if count else 0), GAP if inner else 0.0, names[index] + 16))
        last = x + width - _STUB - 4 if names[index] else x + width / 2 + max(0, count - 1) * _TRACK / 2
        first = last - max(0, count - 1) * _TRACK
        sheet.tracks.append([first + number * _TRACK for number in range(count)])
        sheet.edges.append((x, x + width))
        x += width
        if index < len(columns.units):
            wide = up_to_grid(_width(columns.slots(index)) / 2)
            sheet.middles.append(x + wide)
            x += 2 * wide
    return sheet


def _width(slots: Sequence[Slot]) -> float:
    return max((max(slot.block.width, slot.block.spread) for slot in slots if slot.block is not None), default=0.0)


def _name_rooms(ends: list[Ends], count: int) -> list[float]:
    """How wide the names are that stand at the beginning of a gap."""
    rooms = [0.0] * count
    for item in ends:
        link = item.way.link
        if link.width and not item.way.is_backward:
            gap = item.way.left_end.column + 1
            inside = _half(item.left) if item.left.x is not None else 0.0
            rooms[gap] = max(rooms[gap], link.width + 8 - inside)
    return rooms


def _half(end: End) -> float:
    return end.slot.block.width / 2 if end.slot.block is not None else 0.0


def _line(item: Ends, steps: list[_Step], sheet: _Sheet) -> tuple[Point, ...]:
    points = [*_dock(item.left, sheet)]
    for step in steps:
        if not step.passage.is_straight:
            x = sheet.tracks[step.gap][step.passage.track]
            points += [Point(x, step.passage.start), Point(x, step.passage.end)]
    points += reversed(_dock(item.right, sheet))
    line = simplified(points)
    return tuple(reversed(line)) if item.way.is_backward else line


def _dock(end: End, sheet: _Sheet) -> list[Point]:
    """The point on the block's border, and where the line turns if it leaves at the top or bottom."""
    block, middle = end.slot.block, sheet.middles[end.slot.column]
    if block is None:
        return []
    if end.x is None:
        reach = ports.border_x(block, end.y - end.slot.y)
        return [Point(middle + (reach if end.right else -reach), end.y)]
    is_below = end.level > end.slot.y
    edge, x = block.height / 2, middle + end.x
    if end.rider is not None:
        off = end.x - (end.rider.x - block.width / 2)
        edge += math.sqrt(max(0.0, end.rider.radius**2 - off**2))
    return [Point(x, end.slot.y + (edge if is_below else -edge)), Point(x, end.level)]
