"""The flow graph of a scope, on which soundness is judged: nodes and sequence flows alike are its vertices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from procos_studio.checks.scopes import Scope, has_flow_semantics
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import bpmn
from procos_studio.model.records import FlowNode
from procos_studio.networks import nx

Graph: TypeAlias = "nx.DiGraph[str]"

START = ""
"""The vertex before all entries; no element has this key."""


def flow_graph(diagram: Diagram, scope: Scope) -> Graph:
    """Vertices are node and flow ids; a boundary event follows its activity, a link catch its throw.

    `START` leads to every node at which a token can appear: start events and nodes without a way in.
    """
    graph: Graph = nx.DiGraph()
    graph.add_node(START)
    members = {node.id: node for node in scope.nodes}
    graph.add_nodes_from(members)
    for flow in scope.flows:
        if flow.source in members and flow.target in members:
            graph.add_edge(flow.source, flow.id)
            graph.add_edge(flow.id, flow.target)
    for node in scope.nodes:
        if node.attached_to in members:
            graph.add_edge(node.attached_to, node.id)
    graph.add_edges_from(_links(scope))
    graph.add_edges_from((START, node.id) for node in _entries(diagram, scope, graph))
    return graph


def _entries(diagram: Diagram, scope: Scope, graph: Graph) -> Iterator[FlowNode]:
    for node in scope.nodes:
        if node.kind == "startEvent" or (
            graph.in_degree(node.id) == 0 and has_flow_semantics(diagram, node) and _may_begin(scope, node)
        ):
            yield node


def _may_begin(scope: Scope, node: FlowNode) -> bool:
    """Without a start event, whatever has no incoming flow begins (BPMN 2.0, 13.2); with one, only receivers do."""
    if any(other.kind == "startEvent" for other in scope.nodes):
        return node.flag("instantiate")
    return node.kind != "boundaryEvent"


def _links(scope: Scope) -> Iterator[tuple[str, str]]:
    catches = {link_name(node): node.id for node in scope.nodes if node.kind == "intermediateCatchEvent"}
    for node in scope.nodes:
        name = link_name(node)
        if node.kind == "intermediateThrowEvent" and name and name in catches:
            yield node.id, catches[name]


def link_name(node: FlowNode) -> str:
    """The name of a link event's link; `""` for any other node."""
    found = node.detail(bpmn("linkEventDefinition"))
    return (found.get("name") or node.name) if found else ""
