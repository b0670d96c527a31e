"""Rows: the y of every group of slots, apart from its neighbours and near to what it is joined to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from procos_studio.layout.sizes import to_grid, up_to_grid
from procos_studio.layout.slots import Columns, Slot, gap_between
from procos_studio.networks import nx

_ROUNDS = 40
_STILL = 1.0
_IN_LINE = 24.0


@dataclass(eq=False)
class _Level:
    """A group of slots that moves as one. `below` are the levels that must keep their distance under it."""

    slots: list[Slot]
    is_fixed: bool = False
    y: float = 0.0
    above: dict[int, float] = field(default_factory=dict)
    below: dict[int, float] = field(default_factory=dict)
    pulls: list[int] = field(default_factory=list)


def place(columns: Columns, groups: Sequence[Sequence[Slot]], ladder: Sequence[tuple[Slot, Slot, float]]) -> None:
    """Set `y` of every slot, on the grid.

    `ladder` are further distances: (upper, lower, at least). Everything begins as high up as it can; then what is
    joined pulls at each other, and neighbours that lean on each other move together (Sander 1996, linear segments).
    """
    levels = [_Level(list(group), group[0].is_border) for group in groups]
    of = {id(slot): number for number, level in enumerate(levels) for slot in level.slots}
    for index in range(len(columns.units)):
        _keep_apart(levels, of, columns.slots(index))
    for upper, lower, least in ladder:
        _part(levels, of[id(upper)], of[id(lower)], least)
    _join(levels, of)
    ordered = _from_top(levels)
    for number in ordered:
        levels[number].y = max((levels[a].y + least for a, least in levels[number].above.items()), default=0.0)
    for _ in range(_ROUNDS):
        if _settle(levels, ordered) < _STILL:
            break
    _line_up(levels)
    _snap(levels, ordered)


def _keep_apart(levels: list[_Level], of: dict[int, int], column: list[Slot]) -> None:
    for upper, lower in pairwise(column):
        least = up_to_grid(upper.down + gap_between(upper, lower) + lower.up)
        _part(levels, of[id(upper)], of[id(lower)], least)


def _part(levels: list[_Level], upper: int, lower: int, least: float) -> None:
    if upper != lower:
        known = levels[upper].below.get(lower, 0.0)
        levels[upper].below[lower] = levels[lower].above[upper] = max(known, least)


def _join(levels: list[_Level], of: dict[int, int]) -> None:
    for number, level in enumerate(levels):
        for slot in level.slots:
            # A turn keeps near its block; the block does not follow its turns
            core = [slot.unit.core] if slot.unit is not None and slot.unit.core is not slot else []
            for other in (*slot.left, *slot.right, *core):
                if of[id(other)] != number and other.band == slot.band:
                    level.pulls.append(of[id(other)])


def _from_top(levels: list[_Level]) -> list[int]:
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(levels)))
    graph.add_edges_from((number, below) for number, level in enumerate(levels) for below in level.below)
    return list(nx.topological_sort(graph))


def _settle(levels: list[_Level], ordered: list[int]) -> float:
    """One round; how far the farthest level moved."""
    wishes = [_wish(levels, level) for level in levels]
    regions = _regions(levels, ordered, wishes)
    farthest = 0.0
    for numbers, wish in regions:
        members = set(numbers)
        step = _allowed(levels, numbers, members, wish)
        if step:
            for number in numbers:
                levels[number].y += step
            farthest = max(farthest, abs(step))
    return farthest


def _wish(levels: list[_Level], level: _Level) -> float:
    """How far it would like to move: the median of the ways to what it is joined to."""
    if level.is_fixed or not level.pulls:
        return 0.0
    ways = sorted(levels[other].y - level.y for other in level.pulls)
    middle = len(ways) // 2
    return ways[middle] if len(ways) % 2 else (ways[middle - 1] + ways[middle]) / 2


def _regions(levels: list[_Level], ordered: list[int], wishes: list[float]) -> list[tuple[list[int], float]]:
    """Levels that lean on each other, with the mean of what they wish; those that move down come from the bottom."""
    region = list(range(len(levels)))
    total = {number: wishes[number] * _weight(levels[number]) for number in region}
    weight = {number: _weight(levels[number]) for number in region}
    members: dict[int, list[int]] = {number: [number] for number in region}
    merged = True
    while merged:
        merged = False
        for number in ordered:
            level = levels[number]
            for below, least in level.below.items():
                a, b = region[number], region[below]
                if a == b or levels[below].y - level.y - least > 0.5:
                    continue
                if total[a] / weight[a] > total[b] / weight[b] + 1e-6:
                    small, large = (a, b) if len(members[a]) < len(members[b]) else (b, a)
                    for item in members[small]:
                        region[item] = large
                    members[large] += members.pop(small)
                    total[large] += total.pop(small)
                    weight[large] += weight.pop(small)
                    merged = True
    found = [(numbers, total[key] / weight[key]) for key, numbers in members.items()]
    place_of = {number: place for place, number in enumerate(ordered)}
    down = [item for item in found if item[1] > 0]
    up = [item for item in found if item[1] < 0]
    down.sort(key=lambda item: -max(place_of[number] for number in item[0]))
    up.sort(key=lambda item: min(place_of[number] for number in item[0]))
    return down + up


def _weight(level: _Level) -> float:
    return 1e6 if level.is_fixed else float(max(1, len(level.pulls)))


def _allowed(levels: list[_Level], numbers: list[int], members: set[int], wish: float) -> float:
    """The part of the wish that brings no level too near to one outside."""
    if abs(wish) < 0.5 or any(levels[number].is_fixed for number in numbers):
        return 0.0
    room = abs(wish)
    for number in numbers:
        level = levels[number]
        near = level.below if wish > 0 else level.above
        for other, least in near.items():
            if other not in members:
                room = min(room, abs(levels[other].y - level.y) - least)
    return max(0.0, room) * (1 if wish > 0 else -1)


def _line_up(levels: list[_Level]) -> None:
    """Levels of a band that are nearly in line stand in line with the largest of them, if nothing is in the way."""
    blocks = [(sum(slot.block is not None for slot in level.slots), number) for number, level in enumerate(levels)]
    ordered = [number for count, number in sorted(blocks, key=lambda item: (-item[0], item[1])) if count]
    by_height = sorted(ordered, key=lambda number: levels[number].y)
    heights = [levels[number].y for number in by_height]
    settled: set[int] = set()
    for number in ordered:
        level = levels[number]
        settled.add(number)
        near = by_height[bisect_left(heights, level.y - _IN_LINE) : bisect_right(heights, level.y + _IN_LINE)]
        for other in near:
            way = level.y - levels[other].y
            same_band = level.slots[0].band == levels[other].slots[0].band
            if other not in settled and way and same_band and abs(_allowed(levels, [other], {other}, way)) >= abs(way):
                levels[other].y = level.y
                settled.add(other)


def _snap(levels: list[_Level], ordered: list[int]) -> None:
    for number in ordered:
        level = levels[number]
        lowest = max((levels[a].y + least for a, least in level.above.items()), default=None)
        y = to_grid(level.y)
        level.y = y if lowest is None else max(y, lowest)
        for slot in level.slots:
            slot.y = level.y
