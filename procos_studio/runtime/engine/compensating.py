"""Compensating: finished activities are remembered, and undone in reverse order when compensation is thrown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from procos_studio.runtime.engine import ending
from procos_studio.runtime.engine.execution import Scope
from procos_studio.runtime.events import EventKind

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Execution
    from procos_studio.runtime.engine.specs.node import Node

Record = dict[str, Any]


def remember(execution: Execution, up: Scope) -> None:
    """Note a finished activity that something can undo: a handler, or what is inside it."""
    node = execution.node
    inside = execution.records if isinstance(execution, Scope) else []
    if node.handler is None and not inside and undo_of(node) is None:
        return
    scope = up
    while scope.role == "body" and scope.up is not None:
        scope = scope.up
    scope.records.append({"node": node.index, "variables": _kept(execution), "records": inside})


def _kept(execution: Execution) -> dict[str, Any] | None:
    """The variables that undoing sees as they were: a sub-process's own; of any other activity only its loop's.

    As in Camunda, what a task had for itself (input parameters) has ended with it.
    """
    own = execution.variables or {}
    if not isinstance(execution, Scope):
        loop = execution.node.plan.loop
        looped = ("loopCounter", loop.element) if loop is not None else ()
        own = {name: own[name] for name in looped if name in own}
    return dict(own) or None


def undo_of(node: Node) -> Node | None:
    """The compensation event sub-process inside a sub-process."""
    for sub_process in node.event_subs:
        if any(event.kind == "compensate" for start in sub_process.starts for event in start.events):
            return sub_process
    return None


def compensate(node: Node, scope: Scope, token: str, activity: int, then: str) -> bool:
    """Undo what was finished in the scope of a throwing event, all or one activity; whether there is anything to do.

    The token waits in an execution of its own; `then` is what its node is told afterwards (`leave` or `cancel`).
    """
    _tell(node, scope, token, activity)
    records = _taken(scope, activity)
    if not records:
        return False
    waiting = Scope(scope.instance, node, scope, token, "compensation")
    waiting.memo["then"] = then
    _undo_all(waiting, records)
    return True


def _tell(node: Node, scope: Scope, token: str, activity: int) -> None:
    instance = scope.instance
    if instance.emit is not None:
        undone = instance.process.nodes[activity].id if activity >= 0 else ""
        instance.emit(EventKind.COMPENSATION_THROWN, instance.id, node.id, token, {"activity": undone})


def _taken(scope: Scope, activity: int) -> list[Record]:
    level: Scope | None = scope
    while level is not None and level.node.plan.by_event:
        level = level.up
    while level is not None:
        found = [record for record in level.records if activity in (-1, record["node"])]
        if found or activity < 0:
            level.records = [record for record in level.records if record not in found]
            return found
        level = level.up
    return []


def _undo_all(waiting: Scope, records: list[Record]) -> None:
    """Start all undoing; the last finished comes first."""
    nodes, instance = waiting.instance.process.nodes, waiting.instance
    todo = [(waiting, record) for record in records]
    begun: list[tuple[Any, Scope, Any]] = []
    while todo:
        up, record = todo.pop()
        node = nodes[record["node"]]
        up.live += 1
        if record["variables"] is None and node.handler is not None:
            begun.append((node.handler, up, None))
            continue
        inner = Scope(instance, node, up, instance.engine.new_token(), "undo")
        inner.variables = record["variables"] or {}
        undo = undo_of(node)
        if node.handler is not None:
            inner.live = 1
            begun.append((node.handler, inner, None))
        elif undo is not None:
            inner.records = record["records"]
            undo.caught(inner, undo.starts[0], {}, is_interrupting=False)
        else:
            todo.extend((inner, nested) for nested in record["records"])
    instance.ready.extend(reversed(begun))


def drained(scope: Scope) -> None:
    """All undoing in this scope is done."""
    engine = scope.instance.engine
    up = scope.outer
    ending.close(scope)
    if scope.role == "compensation":
        scope.node.compensated(up, scope.id, scope.memo["then"])
        return
    up.live -= 1
    if not up.live:
        engine.drain(up)
