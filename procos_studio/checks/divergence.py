"""Where two ways that meet again have parted, and whether a token takes one of them or both.

After van der Aalst, "Structural Characterizations of Sound Workflow Nets" (1996): a join must match the split that
dominates it. Dominators come from networkx (Cooper, Harvey, Kennedy 2001).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import combinations
from typing import NamedTuple

import networkx as nx

from procos_studio.checks.graph import START, Graph
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode, SequenceFlow


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
    dominators = nx.immediate_dominators(graph, START)
    loops = {vertex for part in nx.strongly_connected_components(graph) if len(part) > 1 for vertex in part}
    for join in graph.nodes:
        entering = [flow for flow in graph.predecessors(join) if isinstance(diagram.get(flow), SequenceFlow)]
        paths = {flow: _path(flow, dominators) for flow in entering if flow in dominators}
        forward = [flow for flow, path in paths.items() if join not in path]
        seen: set[str] = set()
        for first, second in combinations(forward, 2):
            split, one, other = _parting(paths[first], paths[second])
            if split not in seen and split != START:
                seen.add(split)
                yield Meeting(join, split, _how(diagram, split, one, other), split in loops)


def _path(vertex: str, dominators: dict[str, str]) -> list[str]:
    """The dominators of a vertex from the start down to itself."""
    path = [vertex]
    while (above := dominators.get(path[-1])) is not None and above != path[-1]:
        path.append(above)
    return path[::-1]


def _parting(first: list[str], second: list[str]) -> tuple[str, str, str]:
    """The last common dominator of two paths, and the next vertex of each (itself where a path ends there)."""
    depth = 0
    while depth < min(len(first), len(second)) and first[depth] == second[depth]:
        depth += 1
    return first[depth - 1], *((path[depth] if depth < len(path) else path[-1]) for path in (first, second))


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
