"""Corners: lines that can run straight between the top or bottom of a block and a distant row do so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from procos_studio.layout import ports
from procos_studio.layout.ports import End, Ends
from procos_studio.layout.slots import Columns, Slot
from procos_studio.model.docking import Outline

_ROOM = 8.0
_APART = 12.0


@dataclass
class _Column:
    """What stands in a column, the heights at which lines turned there, and the ends that go up or down in it."""

    slots: list[Slot]
    taken: list[float] = field(default_factory=list)
    upright: list[End] = field(default_factory=list)


def turn(columns: Columns, found: list[Ends]) -> None:
    """Let lines use the free corners of gateways and events, and reach straight to where they go on.

    A line that leaves a gateway's side and bends to another row leaves its top or bottom instead, where nothing stands
    between; so it has one bend less and the side is left to the line that runs straight on.
    """
    known = [_Column(columns.slots(index)) for index in range(len(columns.units))]
    for ends in found:
        for end in ends.both:
            if end.x is not None:
                known[end.slot.column].upright.append(end)
    sides: dict[int, list[tuple[End, End]]] = {}
    corners: list[tuple[End, End]] = []
    for ends in found:
        for end, other in ((ends.left, ends.right), (ends.right, ends.left)):
            if end.x is not None:
                corners.append((end, other))
                _reach(end, known[end.slot.column], _beyond(end, other))
            elif end.turn is None and _has_corners(end.slot):
                sides.setdefault(id(end.slot), []).append((end, other))
    for group in sides.values():
        corners.extend(_use_corners(group, known[group[0][0].slot.column]))
    ports.dock_sides(found)
    for end, other in corners:
        _reach(end, known[end.slot.column], _beyond(end, other))


def _has_corners(slot: Slot) -> bool:
    return slot.block is not None and slot.block.outline is not Outline.BOX and not slot.block.riders


def _beyond(end: End, other: End) -> float:
    """The height at which the line goes on in the next column."""
    chain = [slot for slot in end.way.chain if slot is not end.turn]
    if chain:
        return chain[0].y if end.slot is end.way.left_end else chain[-1].y
    return other.y if other.x is None else other.level


def _reach(end: End, column: _Column, goal: float) -> None:
    """Turn at the height of the goal rather than at the turn's own, if nothing stands between."""
    block = end.slot.block
    if block is None or goal == end.level:
        return
    upwards = end.level < end.slot.y
    edge = block.height / 2 + _ROOM + (end.rider.radius if end.rider is not None else 0.0)
    if (upwards and goal > end.slot.y - edge) or (not upwards and goal < end.slot.y + edge):
        return
    if end.level in column.taken:
        column.taken.remove(end.level)
    if _is_free(end, column, goal, end.x or 0.0):
        end.level = goal
    if end.level != (end.turn.y if end.turn is not None else None):
        column.taken.append(end.level)


def _use_corners(group: list[tuple[End, End]], column: _Column) -> Iterator[tuple[End, End]]:
    """Lines that go up or down turn at the top or the bottom, where the way is free; those of one corner share a trunk.

    A corner is for lines that leave or for lines that arrive, not for both.
    """
    slot = group[0][0].slot
    block, unit = slot.block, slot.unit
    if block is None or unit is None or len(group) < 2:
        return
    for is_above in (True, False):
        kinds = {_leaves(end) for end in column.upright if end.slot is slot and (end.level < slot.y) is is_above}
        if len(kinds) < bool(unit.above if is_above else unit.below) or (is_above and block.is_roofed):
            continue
        wanted = [(end, other) for end, other in group if (_beyond(end, other) < slot.y) is is_above and end.x is None]
        wanted.sort(key=lambda pair: -abs(_beyond(*pair) - slot.y))
        for end, other in wanted:
            goal = _beyond(end, other)
            is_far = abs(goal - slot.y) > block.height / 2 + _ROOM
            if is_far and kinds <= {_leaves(end)} and _is_free(end, column, goal, 0.0):
                kinds.add(_leaves(end))
                end.x, end.level = 0.0, goal
                column.taken.append(goal)
                column.upright.append(end)
                yield end, other


def _leaves(end: End) -> bool:
    return end.slot is end.way.source


def _is_free(end: End, column: _Column, goal: float, x: float) -> bool:
    low, high = min(end.slot.y, goal) - _ROOM, max(end.slot.y, goal) + _ROOM
    for slot in column.slots:
        if slot is end.slot or slot is end.turn:
            continue
        if slot.block is not None:
            if slot.y - slot.up < high and low < slot.y + slot.down:
                return False
        elif abs(slot.y - goal) < _APART and not slot.is_border:
            return False
    beside = (other for other in column.upright if other.slot is not end.slot and abs((other.x or 0.0) - x) < _ROOM)
    if any(min(other.slot.y, other.level) < high and low < max(other.slot.y, other.level) for other in beside):
        return False
    return all(abs(y - goal) >= _APART for y in column.taken)
