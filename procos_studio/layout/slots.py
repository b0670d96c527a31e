"""Slots: the places in the columns, one for each block and one for each line that passes a column."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from procos_studio.layout.chart import Block, Chart, Link
from procos_studio.layout.ranks import Ranking

NODE_GAP = 32.0
LINE_GAP = 16.0
NODE_LINE_GAP = 24.0
MOST_LINE_SLOTS = 40_000


@dataclass(eq=False, slots=True)
class Slot:
    """A place in a column. A block's slot holds its `block`; another is where a `link` passes.

    `y` is the middle (of a block without the room it keeps), `up` and `down` reach from there to the ends of its room.
    `left` and `right` are what it is joined to in the neighbouring columns.
    """

    column: int
    band: int
    block: Block | None = None
    link: Link | None = None
    up: float = 0.0
    down: float = 0.0
    y: float = 0.0
    place: int = 0
    left: list[Slot] = field(default_factory=list)
    right: list[Slot] = field(default_factory=list)
    unit: Unit | None = None
    is_border: bool = False


@dataclass(eq=False, slots=True)
class Unit:
    """What stays together in a column: a block, the turns of lines directly above and below it; or one passing line."""

    core: Slot
    above: list[Slot] = field(default_factory=list)
    below: list[Slot] = field(default_factory=list)

    @property
    def slots(self) -> list[Slot]:
        """From top to bottom."""
        return [*reversed(self.above), self.core, *self.below]


@dataclass(eq=False, slots=True)
class Way:
    """The slots that one link passes, from left to right, between the slots of its source and its target.

    A link whose end turns up or down at its block has a turn there: the first slot of the chain for a forward link's
    source, and so on; without turns the chain begins and ends beside the blocks.
    """

    link: Link
    source: Slot
    target: Slot
    chain: list[Slot]
    is_backward: bool

    @property
    def left_end(self) -> Slot:
        """The block's slot at the left end."""
        return self.target if self.is_backward else self.source

    @property
    def right_end(self) -> Slot:
        """The block's slot at the right end."""
        return self.source if self.is_backward else self.target

    @property
    def turns_left(self) -> bool:
        """Whether the chain begins in the column of the left end."""
        return bool(self.chain) and self.chain[0].column == self.left_end.column

    @property
    def turns_right(self) -> bool:
        """Whether the chain ends in the column of the right end."""
        return bool(self.chain) and self.chain[-1].column == self.right_end.column


@dataclass(eq=False, slots=True)
class Columns:
    """The columns with their units from top to bottom, and the ways through them; `express` are links left out."""

    units: list[list[Unit]]
    ways: list[Way]
    express: list[Link]

    def slots(self, column: int) -> list[Slot]:
        """The slots of a column from top to bottom."""
        return [slot for unit in self.units[column] for slot in unit.slots]


def built(chart: Chart, ranking: Ranking) -> Columns:
    """The columns in the order of the chart; lines that would pass too many columns altogether are left out."""
    units: list[list[Unit]] = [[] for _ in range(ranking.count)]
    places: dict[str, Slot] = {}
    for block in chart.blocks:
        half = block.height / 2
        slot = Slot(ranking.columns[block.key], block.band, block, None, half + block.above, half + block.below)
        slot.unit = Unit(slot)
        units[slot.column].append(slot.unit)
        places[block.key] = slot
    taken, express = _affordable(chart, ranking)
    columns = Columns(units, [], express)
    branches = _branch_counts(taken, ranking)
    for link in taken:
        source, target = places[link.source], places[link.target]
        backward = link.key in ranking.backward
        columns.ways.append(_way(columns, link, source, target, backward, branches.get(link.source, 0)))
    return columns


def _affordable(chart: Chart, ranking: Ranking) -> tuple[list[Link], list[Link]]:
    """Links with and without slots of their own; the longest go without where there would be too many slots."""
    spans = {k.key: abs(ranking.columns[k.source] - ranking.columns[k.target]) for k in chart.links}
    left, refused = MOST_LINE_SLOTS, set[str]()
    for link in sorted(chart.links, key=lambda item: spans[item.key]):
        left -= spans[link.key]
        if left < 0 and spans[link.key] > 1 and not link.rider:
            refused.add(link.key)
    taken = [link for link in chart.links if link.key not in refused]
    return taken, [link for link in chart.links if link.key in refused]


def _branch_counts(links: list[Link], ranking: Ranking) -> dict[str, int]:
    """How many links leave each block forwards."""
    counts: dict[str, int] = {}
    for link in links:
        if link.key not in ranking.backward and not link.rider:
            counts[link.source] = counts.get(link.source, 0) + 1
    return counts


def _way(columns: Columns, link: Link, source: Slot, target: Slot, backward: bool, branches: int) -> Way:
    left, right = (target, source) if backward else (source, target)
    chain: list[Slot] = []
    if backward:
        own = left is right and bool(link.rider)
        chain.append(_turn(target, link, own or _turns_below(target, link, source, branches, is_end=True)))
    elif link.rider:
        chain.append(_turn(source, link, True))
    _pass(columns, chain, link, left.column + 1, right.column, target.band)
    if backward and right is not left:
        below = bool(link.rider) or _turns_below(source, link, target, branches, is_end=False)
        chain.append(_turn(source, link, below))
    way = Way(link, source, target, chain, backward)
    path = chain if way.turns_left else [left, *chain]
    path = path if way.turns_right else [*path, right]
    for before, after in pairwise(path):
        before.right.append(after)
        after.left.append(before)
    return way


def _turns_below(slot: Slot, link: Link, other: Slot, branches: int, *, is_end: bool) -> bool:
    """On which side of a block a backward line turns: where it does now, else towards its other end.

    In one band it turns below, unless there are boundary events or other branches, which go there.
    """
    block = slot.block
    if block is None or block.is_roofed:
        return True
    if block.riders:
        return False
    if block.at is not None:
        points = reversed(link.line) if is_end else link.line
        outside = (point.y for point in points if abs(point.y - block.at.y) > block.height / 2 + 1)
        now = next(outside, None)
        if now is not None:
            return now > block.at.y
    if slot.band != other.band:
        return other.band > slot.band
    riding = other.block is not None and bool(other.block.riders)
    return branches < 2 and not riding


def _turn(at: Slot, link: Link, below: bool) -> Slot:
    slot = Slot(at.column, at.band, None, link, unit=at.unit)
    if at.unit is not None:
        (at.unit.below if below else at.unit.above).append(slot)
    return slot


def _pass(columns: Columns, chain: list[Slot], link: Link, first: int, end: int, band: int) -> None:
    for column in range(first, end):
        slot = Slot(column, band, None, link)
        slot.unit = Unit(slot)
        columns.units[column].append(slot.unit)
        chain.append(slot)


def gap_between(upper: Slot, lower: Slot) -> float:
    """The room to keep between two neighbours of a column."""
    if upper.block is None and lower.block is None:
        return LINE_GAP
    if upper.block is None or lower.block is None:
        return NODE_LINE_GAP
    return NODE_GAP
