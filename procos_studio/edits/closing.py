"""Closing: how far what lies beyond a line may come nearer to it, and which containers across it get shorter."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from procos_studio.edits.drawing import is_holder
from procos_studio.edits.framing import PADDING
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Bounds
from procos_studio.model.records import FlowNode, Shape

NEAR = 10.0
"""How near blocks may come."""
_SHORTEST = 100.0
"""The least length of a container that gets shorter."""
_ROW, _MOST_ROWS = 8.0, 4000
"""How finely it is looked which shapes lie beside one another, and at most how many rows that makes."""


class Closing(NamedTuple):
    """By how much at most a gap can be closed, and the keys of the shapes that get shorter by as much."""

    most: float
    shorter: frozenset[str]


class _Reach(NamedTuple):
    """From where to where a shape reaches along the way that things move, and across it."""

    low: float
    high: float
    start: float
    end: float

    def holds(self, other: _Reach) -> bool:
        """Whether another begins inside, and lies between the two sides."""
        return self.low <= other.low < self.high and self.start <= other.start and other.end <= self.end


def closing(diagram: Diagram, shapes: Iterable[Shape], line: float, *, level: bool) -> Closing:
    """For all that begins beyond a line (upright where `level`) and moves towards it, while the rest stays."""
    known = {shape.id: shape for shape in shapes if not _rides(diagram, shape)}
    reach = {key: _reach(shape.bounds, level) for key, shape in known.items()}
    moving = [item for item in reach.values() if item.low >= line]
    if not moving:
        return Closing(0.0, frozenset())
    holders = {key for key, shape in known.items() if reach[key].low < line and is_holder(diagram, shape)}
    steps = [item for key, item in reach.items() if item.low < line and key not in holders]
    room = _room({key: reach[key] for key in holders if reach[key].high > line}, steps)
    shorter = frozenset(key for key, spare in room.items() if spare > 0)
    limits = [room[key] for key in shorter]
    for key in holders - shorter:
        here = reach[key]
        limits += [other.low - here.high for other in moving if other.low >= here.high and _beside(here, other)]
    limits += _gaps(steps, moving)
    return Closing(max(0.0, min(limits, default=math.inf)), shorter)


def _room(crossing: Mapping[str, _Reach], steps: Sequence[_Reach]) -> dict[str, float]:
    """By how much each container can get shorter; those that end together, as lanes and their pool, do so together."""
    room: dict[str, float] = {}
    staying = list(steps)
    for key in sorted(crossing, key=lambda key: _area(crossing[key])):
        here = crossing[key]
        last = max((item.high for item in staying if here.holds(item)), default=here.low)
        room[key] = max(0.0, min(here.high - PADDING - last, here.high - here.low - _SHORTEST))
        if not room[key]:
            staying.append(here)
    groups: dict[str, list[str]] = {}
    for key, here in crossing.items():
        around = [other for other, outer in crossing.items() if abs(outer.high - here.high) < 1 and outer.holds(here)]
        groups.setdefault(max(around, key=lambda other: _area(crossing[other])), []).append(key)
    for keys in groups.values():
        room.update(dict.fromkeys(keys, min(room[key] for key in keys)))
    return room


def _gaps(staying: Sequence[_Reach], moving: Sequence[_Reach]) -> Iterator[float]:
    """What is left, in each row, between the last of what stays and the first of what moves."""
    every = [*staying, *moving]
    span = max(item.end for item in every) - min(item.start for item in every)
    height = max(_ROW, span / _MOST_ROWS)
    ends: dict[int, list[float]] = {}
    for item in staying:
        for row in range(int(item.start // height), int(item.end // height) + 1):
            ends.setdefault(row, []).append(item.high)
    first: dict[int, float] = {}
    for item in moving:
        for row in range(int(item.start // height), int(item.end // height) + 1):
            first[row] = min(item.low, first.get(row, math.inf))
    for row, low in first.items():
        before = [high for high in ends.get(row, ()) if high <= low]
        if before:
            yield low - max(before) - NEAR


def _rides(diagram: Diagram, shape: Shape) -> bool:
    node = diagram.find(shape.shows, FlowNode)
    return node is not None and bool(node.attached_to)


def _reach(box: Bounds, level: bool) -> _Reach:
    return _Reach(box.x, box.right, box.y, box.bottom) if level else _Reach(box.y, box.bottom, box.x, box.right)


def _beside(one: _Reach, other: _Reach) -> bool:
    return one.start < other.end and other.start < one.end


def _area(reach: _Reach) -> float:
    return (reach.high - reach.low) * (reach.end - reach.start)
