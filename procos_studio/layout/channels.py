"""Channels: the vertical pieces of lines in the gap between two columns, each on a track of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from procos_studio.networks import nx

Wishes: TypeAlias = "nx.DiGraph[int]"
_CLEAR = 8.0
"""Vertical pieces on one track keep at least this apart."""
_OVERLAP = 10_000
_MOST_PAIRS = 160_000


@dataclass(eq=False, slots=True)
class Passage:
    """A line through a gap: it comes in at one height and goes out at another, each on the left or right side."""

    start: float
    start_left: bool
    end: float
    end_left: bool
    track: int = 0

    @property
    def is_straight(self) -> bool:
        """Whether it needs no track."""
        return self.start == self.end and self.start_left != self.end_left

    @property
    def low(self) -> float:
        """The upper end of the vertical piece."""
        return min(self.start, self.end)

    @property
    def high(self) -> float:
        """The lower end of the vertical piece."""
        return max(self.start, self.end)

    def lefts(self) -> tuple[float, ...]:
        """The heights at which it touches the left side."""
        ends = ((self.start, self.start_left), (self.end, self.end_left))
        return tuple(y for y, is_left in ends if is_left)

    def rights(self) -> tuple[float, ...]:
        """The heights at which it touches the right side."""
        ends = ((self.start, self.start_left), (self.end, self.end_left))
        return tuple(y for y, is_left in ends if not is_left)


def assign(passages: list[Passage]) -> int:
    """Number the tracks of all passages that bend, from the left; how many there are.

    Of two that meet, the one goes left that makes for fewer crossings and no overlap (Sander 1996, section 5).
    """
    bent = [passage for passage in passages if not passage.is_straight]
    bent.sort(key=lambda passage: (passage.low, passage.high))
    order = _ordered(bent) if len(bent) ** 2 <= _MOST_PAIRS else bent
    before: dict[int, list[Passage]] = {}
    if order is not bent:
        before = _forced(bent)
    count = 0
    tracks: list[list[Passage]] = []
    for passage in order:
        first = max((other.track + 1 for other in before.get(id(passage), ())), default=0)
        track = first
        while track < len(tracks) and any(_meet(passage, other) for other in tracks[track]):
            track += 1
        while track >= len(tracks):
            tracks.append([])
        tracks[track].append(passage)
        passage.track = track
        count = max(count, track + 1)
    return count


def _meet(one: Passage, other: Passage) -> bool:
    return one.low < other.high + _CLEAR and other.low < one.high + _CLEAR


def _cost(left: Passage, right: Passage) -> int:
    """Crossings, and overlaps at a high price, if the first stands left of the second."""
    cost = 0
    for y in left.rights():
        if right.low < y < right.high:
            cost += 1
        if any(y == other for other in right.lefts()):
            cost += _OVERLAP
    return cost + sum(1 for y in right.lefts() if left.low < y < left.high)


def _wishes(bent: list[Passage]) -> Wishes:
    """An edge from each passage to those that had better stand right of it."""
    graph: Wishes = nx.DiGraph()
    graph.add_nodes_from(range(len(bent)))
    for a, one in enumerate(bent):
        for b in range(a + 1, len(bent)):
            other = bent[b]
            if other.low > one.high + _CLEAR:
                break
            gain = _cost(other, one) - _cost(one, other)
            if gain > 0:
                graph.add_edge(a, b, gain=gain)
            elif gain < 0:
                graph.add_edge(b, a, gain=-gain)
    return graph


def _ordered(bent: list[Passage]) -> list[Passage]:
    graph = _acyclic(_wishes(bent))
    return [bent[number] for number in nx.lexicographical_topological_sort(graph)]


def _forced(bent: list[Passage]) -> dict[int, list[Passage]]:
    graph = _acyclic(_wishes(bent))
    return {id(bent[number]): [bent[before] for before in graph.pred[number]] for number in graph}


def _acyclic(graph: Wishes) -> Wishes:
    """Drop the cheapest wish of each cycle."""
    for component in list(nx.strongly_connected_components(graph)):
        while len(component) > 1:
            inner = graph.subgraph(component)
            edges = ((data["gain"], a, b) for a, b, data in inner.edges(data=True))
            _, a, b = min(edges)
            graph.remove_edge(a, b)
            rest = [part for part in nx.strongly_connected_components(graph.subgraph(component)) if len(part) > 1]
            if not rest:
                break
            component = set().union(*rest)
    return graph
