"""Wiring: flows as records, and the lists of incoming and outgoing flows that nodes carry."""

from __future__ import annotations

from procos_studio.model.diagram import Diagram
from procos_studio.model.names import bpmn, local_reference
from procos_studio.model.records import FlowNode, SequenceFlow
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import Xml, text_element

_LISTS = (bpmn("incoming"), bpmn("outgoing"))


def add_sequence_flow(diagram: Diagram, tx: Transaction, source: str, target: str, **attributes: str) -> SequenceFlow:
    """A new flow in the scope of its source, listed at both ends."""
    made = tx.create(
        bpmn("sequenceFlow"), diagram[source].parent, "Flow", **attributes, sourceRef=source, targetRef=target
    )
    flow = diagram.require(made.id, SequenceFlow)
    enlist(diagram, tx, flow)
    return flow


def rewire(diagram: Diagram, tx: Transaction, flow: SequenceFlow, source: str = "", target: str = "") -> SequenceFlow:
    """Let a sequence flow leave or reach another node; it moves into the scope of its source.

    It stays the default flow only where its source stays.
    """
    new_source, new_target = source or flow.source, target or flow.target
    node = diagram.find(new_source, FlowNode)
    stays_default = node is not None and new_source == flow.source and node.default_flow == flow.id
    unlist(diagram, tx, flow)
    tx.update(flow.id, SequenceFlow, lambda item: item.with_attributes(sourceRef=new_source, targetRef=new_target))
    if diagram[new_source].parent != flow.parent:
        tx.move(flow.id, diagram[new_source].parent)
    enlist(diagram, tx, diagram.require(flow.id, SequenceFlow))
    if stays_default:
        tx.update(new_source, FlowNode, lambda item: item.with_attributes(default=flow.id))
    return diagram.require(flow.id, SequenceFlow)


def enlist(diagram: Diagram, tx: Transaction, flow: SequenceFlow) -> None:
    """Note a flow at both its nodes, where the file keeps such notes."""
    for key, local in ((flow.target, "incoming"), (flow.source, "outgoing")):
        node = diagram.find(key, FlowNode)
        if node is not None and flow.get("id") == flow.id and _keeps_lists(diagram, node, flow.id):
            tx.put(node.with_added(text_element(local, flow.id)))


def unlist(diagram: Diagram, tx: Transaction, flow: SequenceFlow) -> None:
    """Take a flow's notes from both its nodes, and its mark as default."""
    for key in dict.fromkeys((flow.source, flow.target)):
        node = diagram.find(key, FlowNode)
        if node is not None:
            tx.put(without_notes(node, {flow.get("id")}))


def without_notes(node: FlowNode, flows: set[str]) -> FlowNode:
    """The node with no word of these flows."""
    for detail in node.details:
        if detail.tag in _LISTS and local_reference(detail.text) in flows:
            node = node.without_detail(detail)
    return node.with_attributes(default=None) if node.default_flow and node.default_flow in flows else node


def is_note(detail: Xml) -> bool:
    """Whether a detail of a node is a note of one of its flows."""
    return detail.tag in _LISTS


def _keeps_lists(diagram: Diagram, node: FlowNode, new: str) -> bool:
    """A file that lists no flows at its nodes is left so; nodes without any other flow start a list."""
    if any(is_note(detail) for detail in node.details):
        return True
    flows = (*diagram.incoming(node.id, SequenceFlow), *diagram.outgoing(node.id, SequenceFlow))
    return not any(flow.id != new for flow in flows)
