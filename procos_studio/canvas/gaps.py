"""Gaps: where a box would stand as far from its neighbour as the neighbours stand from one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from procos_studio.model.geometry import Bounds, Point

Span = tuple[Point, Point]
"""An empty stretch between two boxes, from border to border."""


class Gap(NamedTuple):
    """How far the box is to be moved along the axis, and the two equal stretches that there are then."""

    by: float
    spans: tuple[Span, Span]


def equal_gap(box: Bounds, others: Iterable[Bounds], reach: float, *, level: bool) -> Gap | None:
    """The smallest move within `reach`, sideways (`level`) or up and down, that leaves two equal gaps."""
    if not level:
        found = equal_gap(_turned(box), map(_turned, others), reach, level=True)
        return Gap(found.by, (_turned_span(found.spans[0]), _turned_span(found.spans[1]))) if found else None
    row = [other for other in others if other.y < box.bottom and box.y < other.bottom]
    before, after = _chain(box, row, ahead=False), _chain(box, row, ahead=True)
    best = min(_candidates(box, before, after), key=lambda gap: abs(gap.by), default=None)
    return best if best is not None and abs(best.by) <= reach else None


def _chain(box: Bounds, row: Sequence[Bounds], *, ahead: bool) -> list[Bounds]:
    """The nearest box on one side, and the one behind it."""
    found: list[Bounds] = []
    here = box
    for _ in range(2):
        middle = here.center.x
        beyond = [other for other in row if (other.x >= middle if ahead else other.right <= middle)]
        if not beyond:
            break
        here = min(beyond, key=lambda other: other.x) if ahead else max(beyond, key=lambda other: other.right)
        found.append(here)
    return found


def _candidates(box: Bounds, before: Sequence[Bounds], after: Sequence[Bounds]) -> Iterator[Gap]:
    y, width = box.center.y, box.width
    if before and after:
        left, right = before[0].right, after[0].x
        x = (left + right - width) / 2
        if x > left:
            yield Gap(x - box.x, (_span(left, x, y), _span(x + width, right, y)))
    if len(before) == 2 and (gap := before[0].x - before[1].right) > 0:
        x = before[0].right + gap
        yield Gap(x - box.x, (_span(before[1].right, before[0].x, y), _span(before[0].right, x, y)))
    if len(after) == 2 and (gap := after[1].x - after[0].right) > 0:
        x = after[0].x - gap - width
        yield Gap(x - box.x, (_span(x + width, after[0].x, y), _span(after[0].right, after[1].x, y)))


def _span(start: float, end: float, y: float) -> Span:
    return Point(start, y), Point(end, y)


def _turned(box: Bounds) -> Bounds:
    return Bounds(box.y, box.x, box.height, box.width)


def _turned_span(span: Span) -> Span:
    return Point(span[0].y, span[0].x), Point(span[1].y, span[1].x)
