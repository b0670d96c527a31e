"""Positions: which kinds of events may stand where (BPMN 2.0.2, table 10.93)."""

from __future__ import annotations

from procos_studio.compiler.draft import Draft
from procos_studio.compiler.plan import Event
from procos_studio.model.records import FlowNode

_NONE = frozenset({"none"})
_CAUGHT = frozenset({"message", "signal", "timer", "conditional"})
_THROWN = frozenset({"none", "message", "signal", "escalation", "compensate", "link"})
_ALLOWED = {
    "starts a process": _CAUGHT | _NONE,
    "starts a sub-process": _NONE,
    "starts an event sub-process": _CAUGHT | {"error", "escalation", "compensate"},
    "starts an event sub-process without interrupting": _CAUGHT | {"escalation"},
    "is waited for": _CAUGHT | {"link"},
    "stands on a border": _CAUGHT | {"error", "escalation", "compensate"},
    "stands on the border of a transaction": _CAUGHT | {"error", "escalation", "compensate", "cancel"},
    "stands on a border without interrupting": _CAUGHT | {"escalation", "compensate"},
    "is thrown on the way": _THROWN,
    "ends a process or sub-process": _THROWN - {"link"} | {"error", "terminate"},
    "ends a transaction": _THROWN - {"link"} | {"error", "terminate", "cancel"},
}
_WORDS = {"compensate": "compensation", "none": "plain"}


def check_position(draft: Draft, node: FlowNode, events: tuple[Event, ...]) -> None:
    """Note a fault for each kind of event that may not stand where the node stands.

    A node whose definitions could not be found has its fault already.
    """
    if not events and node.event_definitions:
        return
    position = _position(draft, node)
    for kind in dict.fromkeys([event.kind for event in events] or ["none"]):
        if kind not in _ALLOWED[position]:
            word = _WORDS.get(kind, kind)
            others = sorted(_WORDS.get(item, item) for item in _ALLOWED[position])
            draft.fault(
                node,
                "plan.event",
                f"“{node.label}” {position}: no {word} event may stand there.",
                hint=f"Choose another kind: {', '.join(others)}.",
            )


def _position(draft: Draft, node: FlowNode) -> str:
    silent = "" if node.is_interrupting else " without interrupting"
    match node.kind:
        case "startEvent":
            return _start(draft, node, silent)
        case "boundaryEvent":
            host = draft.diagram.find(node.attached_to, FlowNode)
            is_transaction = host is not None and host.kind == "transaction"
            return f"stands on {'the border of a transaction' if is_transaction and not silent else 'a border'}{silent}"
        case "intermediateCatchEvent":
            return "is waited for"
        case "endEvent":
            return "ends a transaction" if _is_in_transaction(draft, node) else "ends a process or sub-process"
    return "is thrown on the way"


def _start(draft: Draft, node: FlowNode, silent: str) -> str:
    holder = draft.diagram.find(node.parent, FlowNode)
    if holder is None:
        return "starts a process"
    return f"starts an event sub-process{silent}" if holder.is_event_sub_process else "starts a sub-process"


def _is_in_transaction(draft: Draft, node: FlowNode) -> bool:
    holder = draft.diagram.find(node.parent, FlowNode)
    while holder is not None:
        if holder.kind == "transaction":
            return True
        holder = draft.diagram.find(holder.parent, FlowNode)
    return False
