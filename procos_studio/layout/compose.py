"""Compose: the picture of a process, a sub-process or a collaboration with all that is open inside."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from procos_studio.layout import level as levels
from procos_studio.layout.bands import Hall, hall_of
from procos_studio.layout.chart import Band, Block, Chart
from procos_studio.layout.layered import Arranged, arrange
from procos_studio.layout.level import ARTIFACT_GAP, Level
from procos_studio.layout.picture import Picture
from procos_studio.layout.ranks import Ranking
from procos_studio.layout.sizes import up_to_grid
from procos_studio.layout.turning import stands, turned, turned_view
from procos_studio.layout.view import Size, View
from procos_studio.model.geometry import Bounds, united
from procos_studio.model.records import DataElement
from procos_studio.networks import nx

PADDING = 32.0
TITLE = 16.0
"""More room at the top of an opened sub-process, for its name."""
_PART_GAP = 40.0


def inside(view: View, holder: str) -> Picture:
    """What stands in a process or sub-process, near the origin; the innermost sub-processes are arranged first."""
    if not view.is_turned and stands(view, holder):
        return turned(view, inside(turned_view(view), holder))
    inner: dict[str, Picture] = {}
    for node in reversed(view.opened(holder)):
        inner[node.id] = _normal(_level(view, node.id, inner))
    return _filled(_normal(_level(view, holder, inner)), inner)


def collaboration(view: View, key: str) -> Picture:
    """Pools one below the other, their columns shared, so that messages run down rather than across.

    Pools that stand are put side by side.
    """
    if not view.is_turned and stands(view, key):
        return turned(view, collaboration(turned_view(view), key))
    hall = hall_of(view, key)
    inner: dict[str, Picture] = {}
    for holder in hall.holders:
        for node in reversed(view.opened(holder)):
            inner[node.id] = _normal(_level(view, node.id, inner))
    return _filled(_hall(view, hall, inner), inner)


def _level(view: View, holder: str, inner: dict[str, Picture]) -> Picture:
    hall = hall_of(view, holder)
    if hall.bands:
        return _hall(view, hall, inner)
    level = levels.read(view, holder, _sizes(inner), {})
    picture = Picture()
    rooms: list[Bounds] = []
    top = 0.0
    for chart, ranking in _parts(level):
        part = _decorated(arrange(chart, ranking), level, view).picture
        extent = _reach(part, chart)
        picture.add(part.moved(-extent.x, top - extent.y))
        rooms.append(extent.moved(-extent.x, top - extent.y))
        top += up_to_grid(extent.height) + _PART_GAP
    picture.room = united(rooms)
    _add_foot(picture, level.foot, view, 0.0, top, max(640.0, picture.extent.right))
    return picture


def _sizes(inner: dict[str, Picture]) -> dict[str, Size]:
    return {key: _size(picture) for key, picture in inner.items()}


def _size(picture: Picture) -> Size:
    extent = picture.extent
    width = max(100.0, extent.width + 2 * PADDING)
    return up_to_grid(width), up_to_grid(max(80.0, extent.height + 2 * PADDING + TITLE))


def _parts(level: Level) -> Iterable[tuple[Chart, Ranking | None]]:
    """One chart for each connected part, and one in rows for all that is joined to nothing."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(block.key for block in level.blocks)
    graph.add_edges_from((link.source, link.target) for link in level.links)
    part_of = {key: number for number, part in enumerate(nx.connected_components(graph)) for key in part}
    sizes = [0] * (max(part_of.values(), default=-1) + 1)
    for number in part_of.values():
        sizes[number] += 1
    linked = {key for link in level.links for key in (link.source, link.target)}
    placed = sorted(level.blocks, key=lambda block: block.at.y if block.at is not None else 0.0)
    order = dict.fromkeys(part_of[block.key] for block in placed if block.key in linked)
    for number in order:
        chart = Chart(
            tuple(block for block in level.blocks if part_of[block.key] == number),
            tuple(link for link in level.links if part_of[link.source] == number),
        )
        yield chart, None
    alone = [block for block in level.blocks if block.key not in linked]
    if alone:
        yield _in_rows(_rows(alone))


def _in_rows(rows: list[list[Block]]) -> tuple[Chart, Ranking]:
    blocks = tuple(replace(block, band=number) for number, row in enumerate(rows) for block in row)
    columns = {block.key: place for row in rows for place, block in enumerate(row)}
    return Chart(blocks, (), (Band(padding=0.0, height=0.0),) * len(rows)), Ranking(columns, frozenset())


def _rows(blocks: list[Block]) -> list[list[Block]]:
    """The rows in which blocks stand now, or else rows of equal lengths."""
    placed = [(at.y - block.height / 2, at.x, block) for block in blocks if (at := block.at) is not None]
    if len(placed) < len(blocks):
        count = math.ceil(1.5 * math.sqrt(len(blocks)))
        return [blocks[first : first + count] for first in range(0, len(blocks), count)]
    rows: list[list[tuple[float, Block]]] = []
    bottom = -math.inf
    for top, x, block in sorted(placed, key=lambda item: item[:2]):
        if top >= bottom:
            rows.append([])
            bottom = math.inf
        rows[-1].append((x, block))
        bottom = min(bottom, top + block.height)
    return [[block for _, block in sorted(row, key=lambda item: item[0])] for row in rows]


def _reach(picture: Picture, chart: Chart) -> Bounds:
    """The extent with the room that names below blocks take."""
    extent = picture.extent
    top = min((picture.boxes[b.key].y - b.above for b in chart.blocks), default=0.0)
    bottom = max((picture.boxes[b.key].bottom + b.below for b in chart.blocks), default=0.0)
    left = min((picture.boxes[b.key].center.x - b.name / 2 for b in chart.blocks), default=0.0)
    right = max((picture.boxes[b.key].center.x + b.name / 2 for b in chart.blocks), default=0.0)
    left, top = min(left, extent.x), min(top, extent.y)
    return Bounds(left, top, max(right, extent.right) - left, max(bottom, extent.bottom) - top)


def _decorated(arranged: Arranged, level: Level, view: View) -> Arranged:
    """With the artifacts above their blocks."""
    boxes = arranged.picture.boxes
    for key, items in level.attached.items():
        if key not in boxes:
            continue
        host = boxes[key]
        x = host.center.x - levels.row_width(items) / 2
        for artifact, room in items:
            boxes[artifact] = _in_room(view, artifact, room, x, host.y - ARTIFACT_GAP - room[1])
            x += room[0] + ARTIFACT_GAP
    return arranged


def _in_room(view: View, key: str, room: Size, x: float, y: float) -> Bounds:
    """An artifact in the middle of the bottom of its room; its name stands above it."""
    width, height = view.size(view.diagram[key]) if isinstance(view.diagram[key], DataElement) else room
    return Bounds(x + (room[0] - width) / 2, y + room[1] - height, width, height)


def _add_foot(picture: Picture, foot: list[tuple[str, Size]], view: View, x: float, y: float, width: float) -> None:
    """Rows of what nothing leads to, no wider than `width` if that can be."""
    left, height = x, 0.0
    for key, size in foot:
        if left > x and left + size[0] > x + width:
            left, y, height = x, y + height + ARTIFACT_GAP, 0.0
        picture.boxes[key] = _in_room(view, key, size, left, y)
        left += size[0] + ARTIFACT_GAP
        height = max(height, size[1])


def _hall(view: View, hall: Hall, inner: dict[str, Picture]) -> Picture:
    """The pools and lanes with what they hold."""
    sizes = _sizes(inner)
    level = Level()
    feet: dict[int, list[tuple[str, Size]]] = {}
    for holder in hall.holders:
        found = levels.read(view, holder, sizes, hall.band_of, hall.last_of[holder])
        level.blocks += found.blocks
        level.links += found.links
        level.attached.update(found.attached)
        for item in found.foot:
            feet.setdefault(hall.last_of[holder], []).append(item)
    feet_heights = {band: max(size[1] for _, size in items) + ARTIFACT_GAP for band, items in feet.items()}
    chart = Chart(tuple(level.blocks), tuple(level.links), hall.charted(feet_heights), hall.waits)
    arranged = _decorated(arrange(chart), level, view)
    picture = arranged.picture
    content = _reach(picture, chart)
    widest = max((levels.row_width(items) for items in feet.values()), default=0.0)
    right = max(content.right, content.x + widest, content.x + 600.0)
    for band, items in feet.items():
        y = arranged.bands[band][1] - PADDING / 2 - max(size[1] for _, size in items)
        _add_foot(picture, items, view, content.x, y, right - content.x)
    hall.draw(picture, arranged.bands, content.x - PADDING, right + PADDING)
    return picture


def _normal(picture: Picture) -> Picture:
    extent = picture.extent
    return picture.moved(-extent.x, -extent.y)


def _filled(picture: Picture, inner: dict[str, Picture]) -> Picture:
    """The picture with the inside of every opened sub-process put into it, the outer ones first."""
    waiting = list(picture.boxes)
    while waiting:
        key = waiting.pop()
        content = inner.get(key)
        if content is None:
            continue
        box = picture.boxes[key]
        spare = box.width - 2 * PADDING - content.extent.width
        picture.add(content.moved(box.x + PADDING + max(0.0, spare) / 2, box.y + PADDING + TITLE))
        waiting.extend(content.boxes)
    return picture
