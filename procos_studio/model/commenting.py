"""Commenting out: which blocks a run can be told to pass by, and which of them the file tells it to."""

from __future__ import annotations

from procos_studio.model.diagram import Diagram
from procos_studio.model.names import bpmn, camunda
from procos_studio.model.records import FlowNode, SequenceFlow
from procos_studio.model.rules import Verdict
from procos_studio.model.xml import Xml

PROPERTY = "procos.commentedOut"
"""The camunda:property whose value `true` comments a block out; any other tool keeps it and thinks nothing of it."""

_HOLDER, _ITEM = camunda("properties"), camunda("property")
_BETWEEN = frozenset({"intermediateCatchEvent", "intermediateThrowEvent"})


def may_comment_out(diagram: Diagram, key: str) -> Verdict:
    """Whether a run could go on without this: steps can be left out, and events between two steps."""
    node = diagram.find(key, FlowNode)
    if node is None or node.is_gateway or (node.is_event and node.kind not in _BETWEEN):
        return Verdict("", "Only steps, and events between them, can be commented out.")
    if node.is_event_sub_process:
        return Verdict("", "An event sub-process waits for its event; delete it, or its start event, instead.")
    if node.flag("isForCompensation"):
        return Verdict("", "A compensation step stands outside the flow, so nothing would pass it by.")
    if node.detail(bpmn("linkEventDefinition")) is not None:
        return Verdict("", "A link is a jump of the flow; nothing would be left to go on to.")
    if any(_waits_for_one(diagram, flow) for flow in diagram.incoming(key, SequenceFlow)):
        return Verdict("", "An event-based gateway waits for this to happen; take its flow away instead.")
    return Verdict("commentedOut")


def is_commented_out(diagram: Diagram, node: FlowNode) -> bool:
    """Whether a run passes it by: it is marked so, and is something that can be."""
    return is_marked(node) and bool(may_comment_out(diagram, node.id))


def is_marked(node: FlowNode) -> bool:
    """Whether the file says that it is commented out."""
    return any(_is_mark(item) for holder in node.extensions if holder.tag == _HOLDER for item in holder.children)


def with_mark(node: FlowNode) -> FlowNode:
    """The node with the mark."""
    holder = node.extension(_HOLDER) or Xml(_HOLDER)
    return node.with_extension(holder.with_children(*holder.children, Xml(_ITEM, {"name": PROPERTY, "value": "true"})))


def without_mark(node: FlowNode) -> FlowNode:
    """The node without any mark; a list of properties that has become empty goes too."""
    kept: list[Xml] = []
    for holder in node.extensions:
        if holder.tag != _HOLDER:
            kept.append(holder)
            continue
        rest = [item for item in holder.children if item.get("name") != PROPERTY]
        if rest or not holder.children:
            kept.append(holder.with_children(*rest))
    return node.with_extensions(*kept)


def _is_mark(item: Xml) -> bool:
    return item.tag == _ITEM and item.get("name") == PROPERTY and item.get("value") == "true"


def _waits_for_one(diagram: Diagram, flow: SequenceFlow) -> bool:
    source = diagram.find(flow.source, FlowNode)
    return source is not None and source.kind == "eventBasedGateway"
