"""Express: lines so long that passing every column would cost too much go over the top of all columns instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from procos_studio.layout.chart import Block, Link
from procos_studio.layout.picture import Points
from procos_studio.layout.ports import border_x
from procos_studio.model.docking import Outline
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.lines import simplified

_TRACK = 16.0
_ASIDE = (8.0, 4.0, 12.0, 16.0)
"""How far inside a gap the lines run up and down, beside its tracks."""


def over(
    links: Sequence[Link],
    blocks: Mapping[str, Block],
    boxes: Mapping[str, Bounds],
    gaps: Mapping[str, tuple[float, float]],
    top: float,
) -> dict[str, Points]:
    """A line for each link, the longest outermost.

    `gaps` give, for each block, the right edge of the gap on its left and the left edge of the gap on its right; `top`
    is the y above which nothing stands.
    """
    lines: dict[str, Points] = {}
    used: dict[float, int] = {}
    ordered = sorted(links, key=lambda link: abs(boxes[link.source].x - boxes[link.target].x))
    for number, link in enumerate(ordered, 1):
        start = _dock(blocks[link.source], boxes[link.source], 1)
        end = _dock(blocks[link.target], boxes[link.target], -1)
        leave = gaps[link.source][1] + _aside(used, gaps[link.source][1])
        enter = gaps[link.target][0] - _aside(used, gaps[link.target][0])
        y = top - number * _TRACK
        corners = (Point(leave, start.y), Point(leave, y), Point(enter, y), Point(enter, end.y))
        lines[link.key] = simplified((start, *corners, end))
    return lines


def _aside(used: dict[float, int], edge: float) -> float:
    count = used[edge] = used.get(edge, -1) + 1
    return _ASIDE[count % len(_ASIDE)]


def _dock(block: Block, box: Bounds, side: int) -> Point:
    """High on the right or left side, above the lines that go through the columns."""
    up = block.height / 2 - 8 if block.outline is Outline.BOX else block.height / 3
    return Point(box.center.x + side * border_x(block, up), box.center.y - up)
