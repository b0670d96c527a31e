"""Ports: where each line touches its blocks: at which height on a side, or at which x at the top or bottom."""

from __future__ import annotations

import math
from dataclasses import dataclass

from procos_studio.layout.chart import Block, Rider
from procos_studio.layout.slots import Columns, Slot, Unit, Way
from procos_studio.model.docking import Outline

_STEP = 16.0
_CORNER = 12.0
_LEAST_STEP = 4.0
"""Where a side has less room than this for each of its lines, they share one point of it."""


@dataclass(eq=False, slots=True)
class End:
    """One end of a way at its block.

    `x` (from the block's middle) is set where it docks at the top or bottom; there it goes to the height `level` before
    it leaves the column. Else it docks on the `right` or left side at height `y`; with a turn but without `x` the line
    goes round by that side. An end with a `rider` leaves from that.
    """

    way: Way
    slot: Slot
    turn: Slot | None
    right: bool
    x: float | None = None
    y: float = 0.0
    level: float = 0.0
    rider: Rider | None = None

    @property
    def wish(self) -> float:
        """The height at which the line would like to dock."""
        if self.turn is not None:
            return self.turn.y
        chain = self.way.chain
        if self.slot is self.way.left_end:
            return chain[0].y if chain else self.way.right_end.y
        return chain[-1].y if chain else self.way.left_end.y


@dataclass(eq=False, slots=True)
class Ends:
    """Both ends of a way, from left to right."""

    way: Way
    left: End
    right: End

    @property
    def both(self) -> tuple[End, End]:
        """From left to right."""
        return self.left, self.right


def docked(columns: Columns) -> list[Ends]:
    """The ends of all ways, with their ports; the slots must have their y."""
    found: list[Ends] = []
    turns: dict[int, End] = {}
    for way in columns.ways:
        ends = _ends(way)
        found.append(ends)
        # A link of a block to itself has one turn for both ends: a boundary event needs it, else the entering end
        first, second = (ends.right, ends.left) if way.link.rider and ends.left.turn is ends.right.turn else ends.both
        for end in (first, second):
            if end.turn is not None:
                turns.setdefault(id(end.turn), end)
    for column in columns.units:
        for unit in column:
            _dock_turns(unit, turns)
    dock_sides(found)
    return found


def dock_sides(found: list[Ends]) -> None:
    """Spread the ends that use a side of their block along it."""
    sides: dict[tuple[int, bool], list[End]] = {}
    for ends in found:
        for end in ends.both:
            if end.x is None:
                sides.setdefault((id(end.slot), end.right), []).append(end)
    for group in sides.values():
        _dock_side(group)


def _ends(way: Way) -> Ends:
    first = way.chain[0] if way.turns_left else None
    last = way.chain[-1] if way.turns_right else None
    left = End(way, way.left_end, first, right=not (way.is_backward and first is not None))
    right = End(way, way.right_end, last, right=way.is_backward and last is not None)
    return Ends(way, left, right)


def _dock_turns(unit: Unit, turns: dict[int, End]) -> None:
    block = unit.core.block
    if block is None:
        return
    for side, is_below in ((unit.above, False), (unit.below, True)):
        free: list[End] = []
        riding: dict[str, list[End]] = {}
        for turn in side:
            end = turns[id(turn)]
            end.level = turn.y
            rider = next((r for r in block.riders if r.key == end.way.link.rider), None)
            if rider is not None and end.slot is end.way.source:
                end.rider = rider
                riding.setdefault(rider.key, []).append(end)
            elif not (is_below and block.riders):
                free.append(end)
        _dock_free(block, free)
        for group in riding.values():
            _dock_riding(block, group)


def _dock_riding(block: Block, ends: list[End]) -> None:
    """Lines from one boundary event stand side by side."""
    ordered = _nested(ends)
    step = min(10.0, 24.0 / len(ordered))
    for number, end in enumerate(ordered):
        if end.rider is not None:
            end.x = end.rider.x - block.width / 2 + (number - (len(ordered) - 1) / 2) * step


def _nested(ends: list[End]) -> list[End]:
    """From left to right, so that none crosses another: leftwards the nearest first, rightwards the nearest last."""
    leftwards = [end for end in ends if end.turn is not None and end.turn.left]
    rightwards = [end for end in ends if end not in leftwards]
    return leftwards + rightwards[::-1]


def _dock_free(block: Block, ends: list[End]) -> None:
    """Boxes have room for several, spread so that none crosses another; circles and diamonds for the nearest one."""
    if block.outline is not Outline.BOX:
        for end in ends[:1]:
            end.x = 0.0
        return
    ordered = _nested(ends)
    step = min(_STEP, (block.width - 2 * _CORNER) / max(1, len(ordered)))
    for number, end in enumerate(ordered):
        end.x = (number - (len(ordered) - 1) / 2) * step


def _dock_side(ends: list[End]) -> None:
    block = ends[0].slot.block
    if block is None:
        return
    middle = ends[0].slot.y
    ends.sort(key=lambda end: (end.wish, end.way.is_backward))
    level = next((i for i, end in enumerate(ends) if abs(end.wish - middle) < 0.5 and end.turn is None), None)
    reach = _reach(block)
    if len(ends) == 1:
        slide = ends[0].wish - middle
        may_slide = block.outline is Outline.BOX and abs(slide) <= reach and ends[0].turn is None
        ends[0].y = middle + (slide if may_slide else 0.0)
        return
    anchor = (len(ends) - 1) / 2 if level is None else level
    most = max(anchor, len(ends) - 1 - anchor)
    step = min(_STEP if block.outline is Outline.BOX else 12.0, reach / most)
    if step < _LEAST_STEP:
        step = 0.0
    for number, end in enumerate(ends):
        end.y = middle + (number - anchor) * step


def _reach(block: Block) -> float:
    """How far from the middle of a side a line may dock."""
    half = block.height / 2
    return {Outline.BOX: half - _CORNER, Outline.CIRCLE: half * 0.67, Outline.DIAMOND: half * 0.6}[block.outline]


def border_x(block: Block, dy: float) -> float:
    """How far right of the middle the border is at a height `dy` off the middle."""
    half, high = block.width / 2, block.height / 2
    if block.outline is Outline.CIRCLE:
        return half * math.sqrt(max(0.0, 1 - (dy / high) ** 2))
    if block.outline is Outline.DIAMOND:
        return half * max(0.0, 1 - abs(dy) / high)
    return half
