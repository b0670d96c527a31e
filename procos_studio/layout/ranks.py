"""Ranks: which links run backwards, and in which column each block stands."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from procos_studio.layout.chart import Chart
from procos_studio.networks import nx

Graph: TypeAlias = "nx.MultiDiGraph[str]"
Forward: TypeAlias = "nx.DiGraph[str]"


@dataclass(frozen=True)
class Ranking:
    """The column of each block, from 0, and the keys of the links that run against the columns."""

    columns: dict[str, int]
    backward: frozenset[str]

    @property
    def count(self) -> int:
        """How many columns there are."""
        return max(self.columns.values(), default=-1) + 1


def ranked(chart: Chart) -> Ranking:
    """Every block as far left as its links allow; what only leads on is drawn towards what it leads to."""
    graph = _graph(chart)
    backward = frozenset(_backward(graph, [block.key for block in chart.blocks]))
    forward: Forward = nx.DiGraph()
    forward.add_nodes_from(graph)
    forward.add_edges_from((link.source, link.target, {"span": 1}) for link in chart.links if link.key not in backward)
    _add_waits(forward, chart)
    columns = _as_far_left(forward)
    _draw_right(forward, columns)
    _spread_loners(chart, forward, columns)
    return Ranking(columns, backward)


def _graph(chart: Chart) -> Graph:
    graph: Graph = nx.MultiDiGraph()
    graph.add_nodes_from(block.key for block in chart.blocks)
    for link in chart.links:
        graph.add_edge(link.source, link.target, link.key)
    return graph


def _backward(graph: Graph, order: list[str]) -> Iterator[str]:
    """The links that close a cycle in a depth-first walk (Gansner et al. 1993, section 2.1), without recursion."""
    done: set[str] = set()
    open_now: set[str] = set()
    entries = [key for key in order if graph.in_degree(key) == 0]
    for entry in (*entries, *order):
        if entry in done:
            continue
        open_now.add(entry)
        stack = [(entry, iter(list(graph.out_edges(entry, keys=True))))]
        while stack:
            here, edges = stack[-1]
            edge = next(edges, None)
            if edge is None:
                stack.pop()
                open_now.discard(here)
                done.add(here)
                continue
            _, target, key = edge
            if target in open_now:
                yield key
            elif target not in done:
                open_now.add(target)
                stack.append((target, iter(list(graph.out_edges(target, keys=True)))))


_MOST_WAITS = 300


def _add_waits(forward: Forward, chart: Chart) -> None:
    """A wait is a wish only: one that would close a cycle is left out, and one for what stands in no column."""
    known = (pair for pair in chart.waits if pair[0] in forward and pair[1] in forward)
    for first, second in islice(known, _MOST_WAITS):
        if first == second or forward.has_edge(first, second) or nx.has_path(forward, second, first):
            continue
        forward.add_edge(first, second, span=0)


def _as_far_left(forward: Forward) -> dict[str, int]:
    columns: dict[str, int] = {}
    for key in nx.topological_sort(forward):
        before = forward.pred[key].items()
        columns[key] = max((columns[other] + edge["span"] for other, edge in before), default=0)
    return columns


def _draw_right(forward: Forward, columns: dict[str, int]) -> None:
    """Shorten links: a block with more ways out than in moves towards what follows it."""
    for key in reversed(list(nx.topological_sort(forward))):
        after = forward.succ[key].items()
        if len(after) > forward.in_degree(key):
            columns[key] = max(columns[key], min(columns[other] - edge["span"] for other, edge in after))


def _spread_loners(chart: Chart, forward: Forward, columns: dict[str, int]) -> None:
    """Blocks without any link stand side by side, in about as many columns as the rest, not in one high column."""
    linked = {key for link in chart.links for key in (link.source, link.target)}
    for band in range(max(1, len(chart.bands))):
        alone = [b.key for b in chart.blocks if b.band == band and b.key not in linked and not forward.degree(b.key)]
        width = max(max(columns.values(), default=0) + 1, math.ceil(1.5 * math.sqrt(len(alone))))
        for number, key in enumerate(alone):
            columns[key] = number % width
