"""Message flows: which message an element sends or takes, and where a message flow leads."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.compiler.reading import referred
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import bpmn, local_reference
from procos_studio.model.records import FlowNode, MessageFlow, Participant, RootElement
from procos_studio.model.xml import Xml


def message_name(diagram: Diagram, node: FlowNode, holder: Element | Xml) -> str:
    """The name of the message that `holder` (the node or its definition) means.

    Its own reference counts first, then its operation's, then those on and beyond its message flows. A message flow
    between two elements that name no message is a message of its own.
    """
    own = _named(diagram, holder) or _of_operation(diagram, holder)
    if own:
        return own
    for flow, far in _flows(diagram, node):
        name = _named(diagram, flow) or (_own_of(diagram, far) if far is not None else "")
        if name or far is not None:
            return name or f"~{flow.id}"
    return ""


def flow_target(diagram: Diagram, node: FlowNode) -> str:
    """The id of the element at the end of a node's message flow, or of the process of the pool there; `""`."""
    for flow in diagram.outgoing(node.id, MessageFlow):
        target = diagram.get(flow.target)
        if isinstance(target, Participant):
            return target.process
        if isinstance(target, FlowNode):
            return target.id
    return ""


def _flows(diagram: Diagram, node: FlowNode) -> Iterator[tuple[MessageFlow, FlowNode | None]]:
    for flow in (*diagram.outgoing(node.id, MessageFlow), *diagram.incoming(node.id, MessageFlow)):
        other = flow.target if flow.source == node.id else flow.source
        yield flow, diagram.find(other, FlowNode)


def _own_of(diagram: Diagram, node: FlowNode) -> str:
    holders: list[Element | Xml] = [item for item in node.event_definitions if item.kind == "messageEventDefinition"]
    return next((name for holder in (*holders, node) if (name := _named(diagram, holder))), "")


def _named(diagram: Diagram, holder: Element | Xml) -> str:
    message = referred(diagram, holder, "messageRef")
    if message is not None:
        return message.name or message.id
    return local_reference(holder.get("messageRef"))


def _of_operation(diagram: Diagram, holder: Element | Xml) -> str:
    wanted = local_reference(holder.get("operationRef"))
    if not wanted:
        return ""
    for interface in diagram.children(diagram.root.id, RootElement):
        for operation in interface.details:
            if operation.tag == bpmn("operation") and operation.get("id") == wanted:
                return _in_message(diagram, operation)
    return ""


def _in_message(diagram: Diagram, operation: Xml) -> str:
    found = operation.child(bpmn("inMessageRef"))
    message = diagram.get(local_reference(found.text)) if found else None
    return (message.name or message.id) if message is not None else ""
