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
    events = [node for node in nodes if node.kind == "startEvent"]
    if not holder.is_event_sub_process and len(events) > 1:
        _crowded(draft, holder, events)
    return tuple(draft.number(node.id) for node in events) or _without_way_in(draft, nodes)


def _crowded(draft: Draft, holder: FlowNode, events: list[FlowNode]) -> None:
    """BPMN 2.0, 10.5.2: a sub-process begins at its one start event; nobody could say at which of several."""
    names = ", ".join(f"“{event.label}”" for event in events)
    words = f"“{holder.label}” has {len(events)} start events, {names}, but a sub-process begins at one."
    hint = "Keep one of them, and split behind it with a gateway."
    draft.fault(holder, "plan.starts", words, *(event.id for event in events[1:]), holder.id, hint=hint)


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
