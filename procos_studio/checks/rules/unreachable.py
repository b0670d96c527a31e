"""A node that no token can reach."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.graph import START, Graph, flow_graph
from procos_studio.checks.scopes import has_flow_semantics, scopes
from procos_studio.model.diagram import Diagram
from procos_studio.networks import nx
from procos_studio.problems import Problem, warning

CODE = "flow.unreachable"


def check(diagram: Diagram) -> Iterator[Problem]:
    """Reachability from the start of each scope; only the first nodes of an unreachable part are named."""
    for scope in scopes(diagram):
        if scope.is_ad_hoc:
            continue
        heads = _heads(flow_graph(diagram, scope))
        for node in scope.nodes:
            if node.id in heads and has_flow_semantics(diagram, node):
                yield warning(
                    CODE,
                    f"No way leads from a start to “{node.label}”.",
                    node.id,
                    hint="Connect it to the flow, or delete it.",
                )


def _heads(graph: Graph) -> set[str]:
    """Of every part that cannot be reached, the vertices with which it begins; in a closed loop any one."""
    reached = nx.descendants(graph, START)
    lost = graph.subgraph(vertex for vertex in graph if vertex != START and vertex not in reached)
    heads: set[str] = set()
    for part in nx.connected_components(lost.to_undirected(as_view=True)):
        first = {vertex for vertex in part if lost.in_degree(vertex) == 0}
        heads |= first or {min(part)}
    return heads
