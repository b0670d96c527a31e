"""Crossings: the order of the units within their columns, with few crossing lines."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Mapping
from itertools import pairwise

from procos_studio.layout.chart import Block
from procos_studio.layout.slots import Columns, Slot, Unit
from procos_studio.model.geometry import Point

Group = Callable[[Unit], int]


def order(columns: Columns, heights: Mapping[str, float]) -> None:
    """Sort the units of every column.

    `heights` are the y at which blocks stand now: where they are known, the search begins with that order and leaves it
    only for one with fewer crossings. Bands stay one below the other. The search is Sugiyama's (1981): barycentres in
    alternating sweeps, then exchanges of neighbours; the best order seen wins.
    """
    _begin(columns, heights)
    _flip(columns)
    best, fewest = _snapshot(columns), _count(columns)
    patience = 4 if sum(len(column) for column in columns.units) < 8000 else 2
    sweep = 0
    while fewest and patience:
        _sweep(columns, to_right=sweep % 2 == 0)
        _exchange(columns)
        _flip(columns)
        found = _count(columns)
        patience -= 1
        if found < fewest:
            best, fewest, patience = _snapshot(columns), found, patience + 2
        sweep += 1
    _restore(columns, best)


_Saved = list[list[tuple[Unit, list[Slot], list[Slot]]]]


def _snapshot(columns: Columns) -> _Saved:
    return [[(unit, list(unit.above), list(unit.below)) for unit in column] for column in columns.units]


def _restore(columns: Columns, saved: _Saved) -> None:
    columns.units = [[unit for unit, _, _ in column] for column in saved]
    for column in saved:
        for unit, above, below in column:
            unit.above, unit.below = above, below
    _number(columns)


def _number(columns: Columns) -> None:
    for index in range(len(columns.units)):
        _number_column(columns, index)


def _number_column(columns: Columns, index: int) -> None:
    for place, slot in enumerate(columns.slots(index)):
        slot.place = place


def _begin(columns: Columns, heights: Mapping[str, float]) -> None:
    if heights:
        known = _interpolated(columns, heights)
        for column in columns.units:
            column.sort(key=lambda unit: (unit.core.band, known.get(id(unit.core), 0.0)))
        _number(columns)
        return
    for index, column in enumerate(columns.units):
        column.sort(key=lambda unit: unit.core.band)
        if index:
            _sort(columns, index, to_right=True)
        _number_column(columns, index)


def _interpolated(columns: Columns, heights: Mapping[str, float]) -> dict[int, float]:
    """The y of every slot as it is now; of a passing line, on the straight way between its ends."""
    known: dict[int, float] = {}
    for column in columns.units:
        for unit in column:
            if unit.core.block is not None and unit.core.block.key in heights:
                known[id(unit.core)] = heights[unit.core.block.key]
    middles = _middles(columns)
    for way in columns.ways:
        start, end = known.get(id(way.left_end)), known.get(id(way.right_end))
        start, end = (start if start is not None else end or 0.0), (end if end is not None else start or 0.0)
        lift = 0.0
        if way.is_backward:
            at = way.left_end.unit
            lift = 60.0 if at is not None and way.chain[0] in at.below else -60.0
        span = max(1, len(way.chain) + 1)
        for number, slot in enumerate(way.chain, 1):
            now = _height(way.link.line, middles[slot.column])
            known[id(slot)] = now if now is not None else start + (end - start) * number / span + lift
    return known


def _middles(columns: Columns) -> list[float | None]:
    """The mean x at which the blocks of each column stand now."""
    found: list[float | None] = []
    for column in columns.units:
        xs = [unit.core.block.at.x for unit in column if unit.core.block is not None and unit.core.block.at is not None]
        found.append(sum(xs) / len(xs) if xs else None)
    return found


def _height(line: tuple[Point, ...], x: float | None) -> float | None:
    """The y at which a line passes an x now."""
    if x is None:
        return None
    for a, b in pairwise(line):
        if a.y == b.y and min(a.x, b.x) <= x <= max(a.x, b.x):
            return a.y
    return None


def _sweep(columns: Columns, *, to_right: bool) -> None:
    indices = range(1, len(columns.units)) if to_right else range(len(columns.units) - 2, -1, -1)
    for index in indices:
        _sort(columns, index, to_right=to_right)
        _number_column(columns, index)


def _sort(columns: Columns, index: int, *, to_right: bool) -> None:
    """By the mean place of the neighbours on one side; a unit without any keeps close to where it is."""
    column = columns.units[index]
    means: list[float | None] = [_mean(unit, to_right) for unit in column]
    last = -1.0
    keys: dict[int, tuple[int, float]] = {}
    for unit, mean in zip(column, means, strict=True):
        last = mean if mean is not None else last
        keys[id(unit)] = (unit.core.band, last)
    column.sort(key=lambda unit: keys[id(unit)])


def _mean(unit: Unit, to_right: bool) -> float | None:
    total = count = 0
    for slot in unit.slots:
        for other in slot.left if to_right else slot.right:
            total += other.place
            count += 1
    return total / count if count else None


def _count(columns: Columns) -> int:
    return sum(_between(columns.slots(index)) for index in range(len(columns.units) - 1))


def _between(left: list[Slot]) -> int:
    """Crossings between a column and the next: inversions of the ends (Barth, Mutzel, Jünger 2004)."""
    seen: list[int] = []
    crossings = 0
    for slot in left:
        ends = sorted(other.place for other in slot.right)
        for end in ends:
            crossings += len(seen) - bisect_right(seen, end)
        for end in ends:
            insort(seen, end)
    return crossings


def _exchange(columns: Columns) -> None:
    """Swap neighbours wherever that alone lowers the number of crossings."""
    for _ in range(4):
        swaps = sum(_exchange_in(columns, index) for index in range(len(columns.units)))
        if not swaps:
            return


def _exchange_in(columns: Columns, index: int) -> bool:
    column, swapped = columns.units[index], False
    for at in range(len(column) - 1):
        upper, lower = column[at], column[at + 1]
        if upper.core.band == lower.core.band and _crossed(upper, lower) > _crossed(lower, upper):
            column[at], column[at + 1], swapped = lower, upper, True
    if swapped:
        _number_column(columns, index)
    return swapped


def _flip(columns: Columns) -> None:
    """Let a backward line turn on the other side of its block wherever that alone lowers the number of crossings.

    Turns on one side keep the order of their links, so that it does not matter on which side they began.
    """
    order = {id(slot): number for number, way in enumerate(columns.ways) for slot in way.chain[:1] + way.chain[-1:]}
    for way in columns.ways:
        if not way.is_backward:
            continue
        for turn, at in ((way.chain[0], way.target), (way.chain[-1], way.source)):
            if at.unit is not None and at.block is not None and not (way.link.rider and at is way.source):
                _flip_at(columns, at.unit, turn, at.block, order)


def _flip_at(columns: Columns, unit: Unit, turn: Slot, block: Block, order: Mapping[int, int]) -> None:
    here, there = (unit.below, unit.above) if turn in unit.below else (unit.above, unit.below)
    if turn not in here or (block.is_roofed if here is unit.below else bool(block.riders)):
        return
    before = _near(columns, turn.column)
    at = here.index(turn)
    here.remove(turn)
    there.append(turn)
    there.sort(key=lambda slot: order[id(slot)])
    _number_column(columns, turn.column)
    if _near(columns, turn.column) >= before:
        there.remove(turn)
        here.insert(at, turn)
        _number_column(columns, turn.column)


def _near(columns: Columns, index: int) -> int:
    """Crossings on both sides of a column."""
    last = len(columns.units) - 1
    return sum(_between(columns.slots(i)) for i in (index - 1, index) if 0 <= i < last)


def _crossed(upper: Unit, lower: Unit) -> int:
    """Crossings of the lines of two units when `upper` stands above."""
    return sum(
        _inversions([o.place for s in upper.slots for o in side(s)], [o.place for s in lower.slots for o in side(s)])
        for side in (_left, _right)
    )


def _left(slot: Slot) -> list[Slot]:
    return slot.left


def _right(slot: Slot) -> list[Slot]:
    return slot.right


def _inversions(upper: list[int], lower: list[int]) -> int:
    ordered = sorted(lower)
    low = 0
    for place in upper:
        low += len([other for other in ordered if other < place]) if len(ordered) < 8 else _before(ordered, place)
    return low


def _before(ordered: list[int], place: int) -> int:
    return bisect_right(ordered, place - 1)
