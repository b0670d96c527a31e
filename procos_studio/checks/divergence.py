"""Where two ways that meet again have parted, and whether a token takes one of them or both.

After van der Aalst, "Structural Characterizations of Sound Workflow Nets" (1996): a join must match the split that
dominates it. Dominators come from networkx (Cooper, Harvey, Kennedy 2001).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import combinations
from typing import NamedTuple

from procos_studio.checks.graph import START, Graph
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode, SequenceFlow
from procos_studio.networks import nx


class Split(Enum):
    """How tokens leave the place where two ways part."""

    ONE = "one"
    ALL = "all"
    UNKNOWN = "unknown"


class Meeting(NamedTuple):
    """Two flows into `join` whose ways parted at `split`; `repeats` where the split lies on a loop."""

    join: str
    split: str
    how: Split
    repeats: bool


def meetings(diagram: Diagram, graph: Graph) -> Iterator[Meeting]:
    """For every node with several reachable incoming flows: each place where two of their ways part, once."""
    tree = _Dominators(graph)
    loops = {vertex for part in nx.strongly_connected_components(graph) if len(part) > 1 for vertex in part}
    for join in graph.nodes:
        entering = [flow for flow in graph.predecessors(join) if isinstance(diagram.get(flow), SequenceFlow)]
        forward = [flow for flow in entering if flow in tree and not tree.dominates(join, flow)]
        seen: set[str] = set()
        for first, second in combinations(forward, 2):
            split, one, other = tree.parting(first, second)
            if split not in seen and split != START:
                seen.add(split)
                yield Meeting(join, split, _how(diagram, split, one, other), split in loops)


class _Dominators:
    """The tree in which the vertex above another lies on every way to it."""

    def __init__(self, graph: Graph) -> None:
        found = nx.immediate_dominators(graph, START)
        self._above = {vertex: above for vertex, above in found.items() if vertex != START and above is not None}
        below: dict[str, list[str]] = {}
        for vertex, above in self._above.items():
            below.setdefault(above, []).append(vertex)
        self._depth = {START: 0}
        self._entered: dict[str, int] = {}
        self._left: dict[str, int] = {}
        self._number(below)

    def __contains__(self, vertex: str) -> bool:
        return vertex in self._depth

    def _number(self, below: dict[str, list[str]]) -> None:
        stack = [(START, False)]
        while stack:
            vertex, done = stack.pop()
            if done:
                self._left[vertex] = len(self._entered)
                continue
            self._entered[vertex] = len(self._entered)
            stack.append((vertex, True))
            for child in below.get(vertex, ()):
                self._depth[child] = self._depth[vertex] + 1
                stack.append((child, False))

    def dominates(self, upper: str, lower: str) -> bool:
        """Whether every way to `lower` leads through `upper`."""
        return upper in self._entered and self._entered[upper] <= self._entered[lower] < self._left[upper]

    def parting(self, first: str, second: str) -> tuple[str, str, str]:
        """The last vertex on all ways to both, and the next towards each (itself where a way ends there)."""
        one, other = first, second
        while first != second:
            if self._depth[first] >= self._depth[second]:
                one, first = first, self._above[first]
            else:
                other, second = second, self._above[second]
        return first, one, other


def _how(diagram: Diagram, split: str, one: str, other: str) -> Split:
    node = diagram.find(split, FlowNode)
    if node is None:
        return Split.UNKNOWN
    if node.kind in ("exclusiveGateway", "eventBasedGateway"):
        return Split.ONE
    leaving = [diagram.find(vertex, SequenceFlow) for vertex in (one, other)]
    riders = [diagram.find(vertex, FlowNode) for vertex in (one, other)]
    if any(rider is not None and rider.attached_to == split for rider in riders):
        interrupts = any(rider is not None and rider.attached_to and rider.is_interrupting for rider in riders)
        return Split.ONE if interrupts else Split.UNKNOWN
    if node.kind in ("inclusiveGateway", "complexGateway"):
        return Split.UNKNOWN
    conditional = any(flow is None or flow.condition is not None for flow in leaving)
    return Split.UNKNOWN if conditional else Split.ALL
