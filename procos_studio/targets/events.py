"""What Camunda 7 demands of events: what they may wait for and throw, where, and what they must name."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.model.diagram import Diagram
from procos_studio.model.records import Association, FlowNode, Process
from procos_studio.targets.deployed import definition, is_expression, nodes, referenced, says
from procos_studio.targets.limits import Finding

_CATCHES = {
    "boundaryEvent": ("timer", "error", "signal", "cancel", "compensate", "message", "escalation", "conditional"),
    "intermediateCatchEvent": ("timer", "signal", "message", "link", "conditional"),
}
_THROWS = ("endEvent", "intermediateThrowEvent")
_RAISES_ESCALATIONS = ("subProcess", "transaction", "adHocSubProcess", "callActivity", "userTask")
_CHANGES = frozenset({"create", "update", "delete"})


def several_events(diagram: Diagram) -> Iterator[Finding]:
    """Of multiple and parallel multiple events one counts, the others are ignored."""
    for node in nodes(diagram):
        if len(node.event_definitions) > 1:
            yield Finding(
                f"“{node.label}” has several event definitions, of which one counts.",
                (node.id,),
                "Use one event for each.",
            )


def same_event_twice(diagram: Diagram) -> Iterator[Finding]:
    """Two definitions of one kind cannot be read."""
    for node in nodes(diagram):
        kinds = [found.kind for found in node.event_definitions]
        if len(set(kinds)) < len(kinds):
            yield Finding(f"“{node.label}” has two event definitions of one kind.", (node.id,), "Delete one of them.")


def unknown_event(diagram: Diagram) -> Iterator[Finding]:
    """Not every event may stand everywhere."""
    for node in nodes(diagram, *_CATCHES):
        known = (*_CATCHES[node.kind], "multiple")
        if node.event_kind not in known:
            what = "nothing" if node.event_kind == "none" else f"a {node.event_kind} event"
            yield Finding(
                f"“{node.label}” waits for {what}, which is not known there.", (node.id,), "Use another event."
            )


def unnamed(diagram: Diagram) -> Iterator[Finding]:
    """Message and signal events, and the ends that throw an error or escalation, name what they mean."""
    for node in nodes(diagram):
        throws = node.kind in _THROWS
        for kind, needed in (("message", not throws), ("signal", True), ("error", throws), ("escalation", throws)):
            found = definition(node, kind)
            if found is not None and needed and not found.get(f"{kind}Ref"):
                hint = f"Choose or create the {kind}."
                yield Finding(f"“{node.label}” names no {kind}.", (node.id,), hint)


def start_message(diagram: Diagram) -> Iterator[Finding]:
    """The name of a message that starts a process is fixed."""
    for node in nodes(diagram, "startEvent"):
        top = isinstance(diagram.get(node.parent), Process)
        if top and is_expression(referenced(diagram, node, "message", "name")):
            yield Finding(
                f"the message of the start “{node.label}” is an expression.", (node.id,), "Write a fixed name."
            )


def misplaced(diagram: Diagram) -> Iterator[Finding]:
    """Boundary events ride on an activity of their own scope; cancel belongs to transactions, escalation to callers."""
    for node in nodes(diagram, "boundaryEvent"):
        host = diagram.find(node.attached_to, FlowNode)
        if host is None or host.parent != node.parent:
            yield Finding(f"“{node.label}” rides on no activity of its scope.", (node.id,), "Attach it again.")
        elif node.event_kind == "cancel" and host.kind != "transaction":
            yield Finding(f"“{node.label}” catches cancel outside of a transaction.", (node.id,), "Use another event.")
        elif node.event_kind == "escalation" and host.kind not in _RAISES_ESCALATIONS:
            hint = "Attach it to a sub-process, call activity or user task."
            yield Finding(f"“{host.label}” cannot raise the escalation of “{node.label}”.", (node.id, host.id), hint)
    for node in nodes(diagram, "endEvent"):
        if definition(node, "cancel") and not _is(diagram, node.parent, "transaction"):
            yield Finding(f"“{node.label}” cancels outside of a transaction.", (node.id,), "Use another end.")


def _is(diagram: Diagram, key: str, kind: str) -> bool:
    found = diagram.get(key)
    return found is not None and found.kind == kind


def event_sub_process_start(diagram: Diagram) -> Iterator[Finding]:
    """An error start interrupts; compensation starts belong into embedded sub-processes."""
    for node in nodes(diagram, "startEvent"):
        holder = diagram.get(node.parent)
        if not isinstance(holder, FlowNode) or not holder.is_event_sub_process:
            continue
        if definition(node, "error") and not node.is_interrupting:
            yield Finding(f"the error start “{node.label}” must interrupt.", (node.id,), "Make it interrupting.")
        if definition(node, "compensate") and isinstance(diagram.get(holder.parent), Process):
            hint = "Put it into a sub-process."
            yield Finding(f"“{holder.label}” undoes a process as a whole.", (holder.id, node.id), hint)


def compensation(diagram: Diagram) -> Iterator[Finding]:
    """A compensation boundary leads to an activity that is marked so; a throw names an activity of its scope."""
    for node in nodes(diagram):
        found = definition(node, "compensate")
        if found is None:
            continue
        if node.kind == "boundaryEvent":
            handlers = [diagram.find(flow.target, FlowNode) for flow in diagram.outgoing(node.id, Association)]
            for handler in handlers:
                if handler is not None and not handler.flag("isForCompensation"):
                    hint = "Mark the activity as one that compensates."
                    yield Finding(f"“{handler.label}” is not marked for compensation.", (handler.id, node.id), hint)
        elif found.get("activityRef") and not _in_reach(diagram, node, found.get("activityRef")):
            hint = "Name an activity of the same scope."
            yield Finding(f"“{node.label}” undoes an activity of another scope.", (node.id,), hint)


def idle_compensation(diagram: Diagram) -> Iterator[Finding]:
    """A boundary event that leads to no activity undoes nothing; a throw always waits."""
    for node in nodes(diagram):
        found = definition(node, "compensate")
        if found is None:
            continue
        if node.kind == "boundaryEvent" and not diagram.outgoing(node.id, Association):
            hint = "Connect it to an activity that is marked for compensation."
            yield Finding(f"“{node.label}” undoes nothing.", (node.id,), hint)
        if found.get("waitForCompletion") == "false":
            yield Finding(f"“{node.label}” waits for the compensation all the same.", (node.id,), "Let it wait.")


def _in_reach(diagram: Diagram, node: FlowNode, key: str) -> bool:
    """In the same scope; a throw inside of an event sub-process also reaches the scope around that."""
    target, scope = diagram.get(key), diagram.get(node.parent)
    if target is None or scope is None or target.parent == scope.id:
        return target is None or scope is None or target.parent == scope.id
    return isinstance(scope, FlowNode) and scope.is_event_sub_process and target.parent == scope.parent


def condition_event(diagram: Diagram) -> Iterator[Finding]:
    """A conditional event listens to create, update and delete."""
    for node in nodes(diagram):
        found = definition(node, "conditional")
        changes = says(found, "variableEvents") if found else ""
        if changes and not {part.strip() for part in changes.split(",")} <= _CHANGES:
            hint = "Write create, update or delete."
            yield Finding(f"“{node.label}” listens to “{changes[:40]}”.", (node.id,), hint)


def sends_nothing(diagram: Diagram) -> Iterator[Finding]:
    """A message throw without an implementation passes through, and sends nothing."""
    for node in nodes(diagram, *_THROWS):
        found = definition(node, "message")
        if found is None or any(says(found, name) for name in ("type", "class", "expression", "delegateExpression")):
            continue
        yield Finding(f"“{node.label}” sends nothing there.", (node.id,), "Give it a topic (external task).")


def uncaught_error(diagram: Diagram) -> Iterator[Finding]:
    """An error end at the top that nothing catches: there the instance counts as completed, here as failed."""
    for node in nodes(diagram, "endEvent"):
        top = isinstance(diagram.get(node.parent), Process)
        if top and node.event_kind == "error" and not _catches(diagram, node.parent):
            yield Finding(f"the error of “{node.label}” is not caught, and ends as completed.", (node.id,), "Catch it.")


def _catches(diagram: Diagram, scope: str) -> bool:
    return any(node.is_event_sub_process for node in diagram.children(scope, FlowNode))
