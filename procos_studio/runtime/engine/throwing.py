"""Throwing: errors and escalations look for their catcher from the inside out, through call activities too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from procos_studio.runtime.engine import ending
from procos_studio.runtime.engine.specs.boundary import BoundaryEvent
from procos_studio.runtime.events import EventKind

if TYPE_CHECKING:
    from procos_studio.compiler import plan
    from procos_studio.runtime.engine.execution import Execution
    from procos_studio.runtime.engine.specs.node import Node

Catcher = tuple["Execution", "Node", "Node", "plan.Event"]


def throw_error(start: Execution, element: str, token: str, code: str, message: str) -> None:
    """Throw a BPMN error from `start`, the execution of the task or the scope of the end event that throws it."""
    _tell(start, EventKind.ERROR_THROWN, element, token, {"code": code, "message": message})
    found = _catcher(start, "error", code)
    if found is None:
        _tell(start, EventKind.EVENT_UNCAUGHT, element, token, {"kind": "error", "code": code})
        reason = f"The error “{code}” was not caught" + (f": {message}" if message else ".")
        ending.fail(start.instance, reason, code)
        return
    level, receiver, node, event = found
    values: dict[str, Any] = {}
    if event.code_variable:
        values[event.code_variable] = code
    if event.message_variable:
        values[event.message_variable] = message or None
    receiver.caught(level, node, values, is_interrupting=True)


def escalate(start: Execution, element: str, token: str, code: str) -> None:
    """Throw an escalation; where nothing catches it, nothing happens."""
    _tell(start, EventKind.ESCALATION_THROWN, element, token, {"code": code})
    found = _catcher(start, "escalation", code)
    if found is None:
        _tell(start, EventKind.EVENT_UNCAUGHT, element, token, {"kind": "escalation", "code": code})
        return
    level, receiver, node, event = found
    values = {event.code_variable: code} if event.code_variable else {}
    receiver.caught(level, node, values, is_interrupting=node.plan.interrupting)


def _tell(start: Execution, kind: EventKind, element: str, token: str, data: dict[str, Any]) -> None:
    instance = start.instance
    if instance.emit is not None:
        instance.emit(kind, instance.id, element, token, data)


def _catcher(start: Execution, kind: str, code: str) -> Catcher | None:
    """The nearest event that catches; at one level event sub-processes come before boundary events."""
    level: Execution | None = start
    came_from: Execution | None = None
    while level is not None:
        found = _best(_at(level, came_from, kind), code)
        if found is not None:
            return found
        came_from = level
        level = level.up if level.up is not None else level.instance.caller
    return None


def _at(level: Execution, came_from: Execution | None, kind: str) -> Iterator[Catcher]:
    """The events of this kind at one level. An event sub-process does not catch what comes from a sibling or itself."""
    from_handler = came_from is not None and came_from.node.plan.by_event and came_from.up is level
    if level.role in ("process", "scope") and not from_handler and not level.memo.get("interrupted"):
        for sub_process in level.node.event_subs:
            for start in sub_process.starts:
                for event in start.events:
                    if event.kind == kind:
                        yield level, sub_process, start, event
    hosts = level.role not in ("process", "compensation", "undo") and not _is_inner(level)
    for boundary in level.node.boundary if hosts else ():
        for event in boundary.events:
            if event.kind == kind and isinstance(boundary, BoundaryEvent):
                yield level, boundary, boundary, event


def _is_inner(level: Execution) -> bool:
    """Inside a loop the boundary events belong to the body."""
    return level.up is not None and level.up.role == "body"


def _best(catchers: Iterator[Catcher], code: str) -> Catcher | None:
    every = None
    for catcher in catchers:
        if catcher[3].code == code:
            return catcher
        if catcher[3].code is None and every is None:
            every = catcher
    return every
