"""Nodes: one element of the diagram as a node of the plan."""

from __future__ import annotations

from procos_studio.compiler import mappings, starts, tasks
from procos_studio.compiler.draft import Draft
from procos_studio.compiler.events import events
from procos_studio.compiler.listeners import listeners
from procos_studio.compiler.loops import loop
from procos_studio.compiler.plan import Event, Node, Task
from procos_studio.compiler.reading import child_text, says
from procos_studio.expressions import Expression
from procos_studio.model.commenting import is_commented_out
from procos_studio.model.elements import Element
from procos_studio.model.names import bpmn
from procos_studio.model.records import Association, FlowNode, SequenceFlow

_WAITING = frozenset({"intermediateCatchEvent", "receiveTask", "eventBasedGateway"})
_DECIDING = frozenset({"intermediateCatchEvent", "receiveTask"})
_SPLITTING = frozenset({"parallelGateway", "inclusiveGateway", "complexGateway"})


def compile_node(draft: Draft, node: FlowNode) -> Node:
    """The node with everything that the engine wants to know; whatever is wrong with it becomes a fault of it."""
    incoming, outgoing = _flow_numbers(draft, node)
    if is_commented_out(draft.diagram, node):
        return _passed_by(draft, node, incoming, outgoing)
    asked = _task(draft, node)
    _choices(draft, node)
    return Node(
        draft.number(node.id),
        node.id,
        node.name,
        node.kind,
        parent=draft.number(node.parent),
        incoming=incoming,
        outgoing=outgoing,
        default=draft.flow_numbers.get(node.default_flow, -1) if node.kind not in ("parallelGateway",) else -1,
        events=_events(draft, node, asked),
        parallel_multiple=node.flag("parallelMultiple"),
        interrupting=node.is_interrupting,
        attached_to=_host(draft, node),
        boundary=tuple(draft.number(event.id) for event in draft.diagram.boundary_events(node.id)),
        children=tuple(draft.number(inner.id) for inner in draft.diagram.children(node.id, FlowNode)),
        starts=starts.inner_starts(draft, node) if node.is_container else (),
        event_subs=starts.event_sub_processes(draft, node.id) if node.is_container else (),
        by_event=node.is_event_sub_process,
        handler=_handler(draft, node),
        for_compensation=starts.is_handler(draft, node),
        link=_link(draft, node),
        loop=loop(draft, node),
        task=asked,
        call=mappings.call(draft, node) if node.kind == "callActivity" else None,
        inputs=mappings.parameters(draft, node, "inputParameter"),
        outputs=mappings.parameters(draft, node, "outputParameter"),
        data_in=mappings.data_moves(draft, node, "dataInputAssociation"),
        data_out=mappings.data_moves(draft, node, "dataOutputAssociation"),
        locals=mappings.local_names(draft, node),
        initiator=says(node, "initiator") if node.kind == "startEvent" else "",
        start_quantity=_quantity(draft, node, "startQuantity"),
        completion_quantity=_quantity(draft, node, "completionQuantity"),
        activation=draft.condition(node.id, child_text(node, "activationCondition")),
        instantiate=node.flag("instantiate"),
        parallel_events=node.get("eventGatewayType") == "Parallel",
        sequential=node.get("ordering") == "Sequential",
        cancel_remaining=node.flag("cancelRemainingInstances", True),
        completion=_completion(draft, node),
        properties=tasks.properties(node),
        listeners=listeners(draft, node),
    )


def _passed_by(draft: Draft, node: FlowNode, incoming: tuple[int, ...], outgoing: tuple[int, ...]) -> Node:
    """What is commented out: a step, or an event, that does nothing; nothing inside it or on its border happens."""
    return Node(
        draft.number(node.id),
        node.id,
        node.name,
        "intermediateThrowEvent" if node.is_event else "task",
        parent=draft.number(node.parent),
        incoming=incoming,
        outgoing=outgoing,
        default=draft.flow_numbers.get(node.default_flow, -1),
        task=None if node.is_event else Task("pass"),
    )


def global_task(draft: Draft, element: Element) -> Node:
    """A global task as the one node of a process of its own."""
    kind = element.kind.removeprefix("global")
    return Node(
        0,
        element.id,
        element.name,
        kind[0].lower() + kind[1:],
        task=tasks.task(draft, element),
        inputs=mappings.parameters(draft, element, "inputParameter"),
        outputs=mappings.parameters(draft, element, "outputParameter"),
        properties=tasks.properties(element),
    )


def _task(draft: Draft, node: FlowNode) -> Task | None:
    if node.kind in ("intermediateThrowEvent", "endEvent"):
        definition = node.detail(bpmn("messageEventDefinition"))
        return tasks.message_task(draft, node, definition) if definition is not None else None
    return tasks.task(draft, node) if node.is_activity else None


def _events(draft: Draft, node: FlowNode, asked: Task | None) -> tuple[Event, ...]:
    if node.is_event:
        return events(draft, node)
    if node.kind == "receiveTask":
        return tasks.receive(draft, node)
    return tasks.send(draft, node, asked) if node.kind == "sendTask" and asked is not None else ()


def _flow_numbers(draft: Draft, node: FlowNode) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where a node splits, the branches that begin by waiting come first: they listen before the others speak."""
    numbers = draft.flow_numbers
    incoming = [flow.id for flow in draft.diagram.incoming(node.id, SequenceFlow)]
    flows = [flow for flow in draft.diagram.outgoing(node.id, SequenceFlow) if flow.id in numbers]
    if node.kind in _SPLITTING or not node.is_gateway:
        flows.sort(key=lambda flow: draft.nodes[draft.number(flow.target)].kind not in _WAITING)
    return tuple(numbers[key] for key in incoming if key in numbers), tuple(numbers[flow.id] for flow in flows)


def _host(draft: Draft, node: FlowNode) -> int:
    if node.kind != "boundaryEvent":
        return -1
    host = draft.number(node.attached_to)
    if host < 0 or not draft.nodes[host].is_activity:
        hint = "Drop it on the border of a task or a sub-process."
        draft.fault(node, "plan.boundary", f"“{node.label}” is attached to no activity.", hint=hint)
        return -1
    return host


def _handler(draft: Draft, node: FlowNode) -> int:
    """What undoes this node: the activity associated with its compensation boundary event."""
    for event in draft.diagram.boundary_events(node.id):
        if event.event_kind != "compensate":
            continue
        for association in draft.diagram.outgoing(event.id, Association):
            if (number := draft.number(association.target)) >= 0:
                return number
        for flow in draft.diagram.outgoing(event.id, SequenceFlow):
            if (number := draft.number(flow.target)) >= 0:
                return number
    return -1


def _link(draft: Draft, node: FlowNode) -> int:
    name = _link_name(node)
    if node.kind not in ("intermediateThrowEvent", "endEvent") or not name:
        return -1
    for other in draft.diagram.children(node.parent, FlowNode):
        if other.kind == "intermediateCatchEvent" and _link_name(other) == name:
            return draft.number(other.id)
    hint = "Place a link catch event of the same name beside it."
    draft.fault(node, "plan.link", f"The link “{name}” leads nowhere.", hint=hint)
    return -1


def _link_name(node: FlowNode) -> str:
    found = node.detail(bpmn("linkEventDefinition"))
    return (found.get("name") or node.name) if found is not None else ""


def _quantity(draft: Draft, node: FlowNode, attribute: str) -> int:
    text = node.get(attribute, "1").strip()
    if text.isdigit() and 1 <= int(text) <= 1_000:
        return int(text)
    draft.fault(node, "plan.quantity", f"“{node.label}” has a {attribute} of “{text[:20]}”.", hint="Write 1 or more.")
    return 1


def _completion(draft: Draft, node: FlowNode) -> Expression | None:
    return draft.condition(node.id, child_text(node, "completionCondition")) if node.kind == "adHocSubProcess" else None


def _choices(draft: Draft, node: FlowNode) -> None:
    """Behind an event-based gateway stand events, or receive tasks with a message; nothing else can decide."""
    if node.kind != "eventBasedGateway":
        return
    for flow in draft.diagram.outgoing(node.id, SequenceFlow):
        target = draft.diagram.find(flow.target, FlowNode)
        if target is not None and (target.kind not in _DECIDING or target.event_kind == "link"):
            hint = "Place a message, signal, timer or conditional event there."
            words = f"“{target.label}” stands behind an event-based gateway, but nothing can be waited for there."
            draft.fault(node, "plan.event", words, node.id, target.id, hint=hint)
