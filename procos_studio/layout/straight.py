"""Straightening: which slots of neighbouring columns stand on one level, so that their lines run without a bend."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from itertools import pairwise

from procos_studio.layout.slots import Columns, Slot

Pair = tuple[Slot, Slot]


def levels(columns: Columns, borders: list[list[Slot]]) -> list[list[Slot]]:
    """All slots in groups, each from left to right through adjoining columns; a group stands on one level.

    `borders` are the groups that must be: the borders of bands. Then the main links come, passing lines, the rest;
    a pair that would cross another that came before is left out (as in Brandes and Köpf 2001, with priorities instead
    of medians).
    """
    joined = _Joined(len(columns.units))
    for border in borders:
        for left, right in pairwise(border):
            joined.join(left, right)
    for left, right in _by_priority(columns):
        joined.join(left, right)
    every = [slot for index in range(len(columns.units)) for slot in columns.slots(index)]
    every.extend(slot for border in borders for slot in border)
    return joined.groups(every)


def _by_priority(columns: Columns) -> Iterator[Pair]:
    pairs: list[tuple[tuple[int, int, int], int, Pair]] = []
    for way in columns.ways:
        path = [way.left_end, *way.chain, way.right_end]
        if way.turns_left:
            path = path[1:]
        if way.turns_right:
            path = path[:-1]
        for left, right in pairwise(path):
            pairs.append((_priority(way.link.main and not way.is_backward, left, right), len(pairs), (left, right)))
    pairs.sort(key=lambda item: item[:2])
    return (pair for _, _, pair in pairs)


def _priority(main: bool, left: Slot, right: Slot) -> tuple[int, int, int]:
    """Small comes first: main links, then lines that pass, then others by how few their ends can choose from."""
    passing = left.block is None and right.block is None
    kind = 0 if main else 1 if passing else 2
    return (kind, max(len(left.right), len(right.left)), abs(left.place - right.place))


class _Joined:
    """Accepted pairs, between every two columns in their order."""

    def __init__(self, columns: int) -> None:
        self._places: list[list[tuple[int, int]]] = [[] for _ in range(columns)]
        self._next: dict[int, Slot] = {}
        self._has_before: set[int] = set()

    def join(self, left: Slot, right: Slot) -> None:
        """Put both on one level, unless one of them is joined already on that side or the pair crosses another."""
        if id(left) in self._next or id(right) in self._has_before:
            return
        taken = self._places[left.column]
        at = bisect_left(taken, (left.place, right.place))
        if at > 0 and taken[at - 1][1] >= right.place:
            return
        if at < len(taken) and taken[at][1] <= right.place:
            return
        insort(taken, (left.place, right.place))
        self._next[id(left)] = right
        self._has_before.add(id(right))

    def groups(self, slots: list[Slot]) -> list[list[Slot]]:
        """The slots along the accepted pairs."""
        found: list[list[Slot]] = []
        for slot in slots:
            if id(slot) in self._has_before:
                continue
            group = [slot]
            while (after := self._next.get(id(group[-1]))) is not None:
                group.append(after)
            found.append(group)
        return found
