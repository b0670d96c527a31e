"""Starts: where tokens appear when a process or a sub-process begins."""

from __future__ import annotations

from procos_studio.compiler.draft import Draft
from procos_studio.model.records import Association, FlowNode, SequenceFlow


def process_starts(draft: Draft) -> tuple[int, ...]:
    """Where an instance begins that nothing but a person or a caller starts."""
    nodes = draft.diagram.children(draft.process.id, FlowNode)
    if any(node.kind == "startEvent" or _instantiates(draft, node) for node in nodes):
        return tuple(draft.number(node.id) for node in nodes if _is_plain_start(node))
    return _without_way_in(draft, nodes)


def triggers(draft: Draft) -> tuple[int, ...]:
    """The events and receivers that start an instance of their own accord."""
    nodes = draft.diagram.children(draft.process.id, FlowNode)
    return tuple(
        draft.number(node.id)
        for node in nodes
        if (node.kind == "startEvent" and not _is_plain_start(node)) or _instantiates(draft, node)
    )


def inner_starts(draft: Draft, holder: FlowNode) -> tuple[int, ...]:
    """Where tokens appear inside a sub-process: at its start event, else at whatever has no way in."""
    nodes = draft.diagram.children(holder.id, FlowNode)
    events = tuple(draft.number(node.id) for node in nodes if node.kind == "startEvent")
    if holder.is_event_sub_process:
        return events
    return events[:1] or _without_way_in(draft, nodes)


def event_sub_processes(draft: Draft, holder: str) -> tuple[int, ...]:
    """The event sub-processes directly inside."""
    nodes = draft.diagram.children(holder, FlowNode)
    return tuple(draft.number(node.id) for node in nodes if node.is_event_sub_process)


def is_handler(draft: Draft, node: FlowNode) -> bool:
    """Whether the node undoes another one, and so is never reached over flows."""
    if node.flag("isForCompensation"):
        return True
    sources = (draft.diagram.find(flow.source, FlowNode) for flow in draft.diagram.incoming(node.id, Association))
    return any(source is not None and source.kind == "boundaryEvent" for source in sources)


def _without_way_in(draft: Draft, nodes: tuple[FlowNode, ...]) -> tuple[int, ...]:
    """BPMN 2.0, 13.2: without a start event, whatever has no incoming flow begins."""
    return tuple(
        draft.number(node.id)
        for node in nodes
        if not draft.diagram.incoming(node.id, SequenceFlow)
        and node.kind != "boundaryEvent"
        and node.event_kind != "link"
        and not node.is_event_sub_process
        and not is_handler(draft, node)
    )


def _is_plain_start(node: FlowNode) -> bool:
    return node.kind == "startEvent" and not node.event_definitions


def _instantiates(draft: Draft, node: FlowNode) -> bool:
    may = node.kind in ("receiveTask", "eventBasedGateway") and node.flag("instantiate")
    return may and not draft.diagram.incoming(node.id, SequenceFlow)
