"""Positions: which kinds of events may stand where (BPMN 2.0.2, table 10.93); `-beside` does not interrupt."""

from __future__ import annotations

from procos_studio.compiler.draft import Draft
from procos_studio.compiler.plan import Event
from procos_studio.model.records import FlowNode

_NONE = frozenset({"none"})
_CAUGHT = frozenset({"message", "signal", "timer", "conditional"})
_THROWN = frozenset({"none", "message", "signal", "escalation", "compensate", "link"})
_ALLOWED = {
    "process-start": _CAUGHT | _NONE,
    "inner-start": _NONE,
    "event-start": _CAUGHT | {"error", "escalation", "compensate"},
    "event-start-beside": _CAUGHT | {"escalation"},
    "catch": _CAUGHT | {"link"},
    "border": _CAUGHT | {"error", "escalation", "compensate"},
    "transaction-border": _CAUGHT | {"error", "escalation", "compensate", "cancel"},
    "border-beside": _CAUGHT | {"escalation", "compensate"},
    "throw": _THROWN,
    "end": _THROWN - {"link"} | {"error", "terminate"},
    "transaction-end": _THROWN - {"link"} | {"error", "terminate", "cancel"},
}
_WORDS = {"compensate": "compensation", "none": "plain"}


def check_position(draft: Draft, node: FlowNode, events: tuple[Event, ...]) -> None:
    """Note a fault for each kind of event that may not stand where the node stands.

    A node whose definitions could not be found has its fault already.
    """
    if not events and node.event_definitions:
        return
    position = _position(draft, node)
    allowed = _ALLOWED[position]
    interrupting = _ALLOWED[position.removesuffix("-beside")]
    for found in dict.fromkeys([event.kind for event in events] or ["none"]):
        if found not in allowed:
            kind = _WORDS.get(found, found)
            kinds = ", ".join(sorted(_WORDS.get(item, item) for item in allowed))
            hint = f"Choose another kind of event: {kinds}."
            if found in interrupting:
                hint = f"Let it interrupt, or choose another kind of event: {kinds}."
            draft.fault(node, "plan.event", f"“{node.label}” stands where there is no {kind} event.", hint=hint)


def _position(draft: Draft, node: FlowNode) -> str:
    beside = "" if node.is_interrupting else "-beside"
    match node.kind:
        case "startEvent":
            return _start(draft, node, beside)
        case "boundaryEvent":
            host = draft.diagram.find(node.attached_to, FlowNode)
            is_transaction = host is not None and host.kind == "transaction"
            return "transaction-border" if is_transaction and not beside else f"border{beside}"
        case "intermediateCatchEvent":
            return "catch"
        case "endEvent":
            return "transaction-end" if _is_in_transaction(draft, node) else "end"
    return "throw"


def _start(draft: Draft, node: FlowNode, beside: str) -> str:
    holder = draft.diagram.find(node.parent, FlowNode)
    if holder is None:
        return "process-start"
    return f"event-start{beside}" if holder.is_event_sub_process else "inner-start"


def _is_in_transaction(draft: Draft, node: FlowNode) -> bool:
    holder = draft.diagram.find(node.parent, FlowNode)
    while holder is not None:
        if holder.kind == "transaction":
            return True
        holder = draft.diagram.find(holder.parent, FlowNode)
    return False
