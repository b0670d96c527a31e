"""A node that no token can reach."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from procos_studio.checks.graph import START, flow_graph
from procos_studio.checks.scopes import has_flow_semantics, scopes
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Problem, warning

CODE = "flow.unreachable"


def check(diagram: Diagram) -> Iterator[Problem]:
    """Reachability from the start of each scope; only the first nodes of an unreachable part are named."""
    for scope in scopes(diagram):
        if scope.is_ad_hoc:
            continue
        graph = flow_graph(diagram, scope)
        reached = nx.descendants(graph, START)
        for node in scope.nodes:
            if node.id not in reached and has_flow_semantics(diagram, node):
                yield warning(
                    CODE,
                    f"No way leads from a start to “{node.label}”.",
                    node.id,
                    hint="Connect it to the flow, or delete it.",
                )
