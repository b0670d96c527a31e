"""A node from which no end can be reached: a loop without a way out."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.graph import START, flow_graph
from procos_studio.checks.scopes import scopes
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode
from procos_studio.networks import nx
from procos_studio.problems import Problem, warning

CODE = "flow.dead-end"


def check(diagram: Diagram) -> Iterator[Problem]:
    """A node without outgoing flows ends its token (BPMN 2.0, 13.2), so only closed loops are dead ends."""
    for scope in scopes(diagram):
        graph = flow_graph(diagram, scope)
        backward = graph.reverse(copy=False)
        ends = [vertex for vertex in graph if vertex != START and graph.out_degree(vertex) == 0]
        finishing = {vertex for layer in nx.bfs_layers(backward, ends) for vertex in layer}
        stuck = [vertex for vertex in nx.descendants(graph, START) if vertex not in finishing]
        for key in sorted(stuck):
            node = diagram.find(key, FlowNode)
            if node is not None:
                yield warning(
                    CODE,
                    f"From “{node.label}” no end can be reached.",
                    node.id,
                    hint="Give the loop a way out: a decision, a boundary event or an end.",
                )
