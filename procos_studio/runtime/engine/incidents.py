"""Incidents: a token that cannot go on waits with a reason until somebody lets it try again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from procos_studio.runtime.engine.execution import Execution
from procos_studio.runtime.events import EventKind

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Scope
    from procos_studio.runtime.engine.instance import Instance
    from procos_studio.runtime.engine.operations import Operation
    from procos_studio.runtime.engine.specs.node import Node


def stumble(node: Node, scope: Scope, operation: Operation, argument: Any, message: str, *, mark: str = "") -> None:
    """A token of `scope` cannot go on at `node`; a retry does `operation` with the scope and `argument`.

    `mark` says what stops with it until the retry: its instance (`freezes`), or whoever would begin one more of the
    instances that started each other (`holds`).
    """
    instance = scope.instance
    token = instance.engine.new_token()
    execution = Execution(instance, node, scope, token, "incident")
    execution.again = (operation, argument)
    if mark:
        execution.memo[mark] = True
    if instance.emit is not None:
        instance.emit(EventKind.ELEMENT_ENTERED, instance.id, node.id, token, {"scope": scope.id})
    _raise(execution, message)


def stall(execution: Execution, operation: Operation | None, message: str, *, mark: str = "") -> None:
    """An execution cannot go on; a retry does `operation` with it, None asks the outside again. `mark` as above."""
    execution.again = (operation, None) if operation is not None else None
    if mark:
        execution.memo[mark] = True
    _raise(execution, message)


def _raise(execution: Execution, message: str) -> None:
    instance = execution.instance
    execution.memo["incident"] = message
    if instance.notes is not None:
        instance.notes.touch(execution)
    instance.engine.held[execution.id] = execution
    if instance.emit is not None:
        data = {"message": message}
        instance.emit(EventKind.INCIDENT_RAISED, instance.id, execution.node.id, execution.id, data)


def resolve(execution: Execution) -> None:
    """The incident is over."""
    instance = execution.instance
    del execution.memo["incident"]
    if instance.notes is not None:
        instance.notes.touch(execution)
    if instance.emit is not None:
        instance.emit(EventKind.INCIDENT_RESOLVED, instance.id, execution.node.id, execution.id, {})


def retry(execution: Execution) -> None:
    """Try again what failed."""
    resolve(execution)
    instance, again = execution.instance, execution.again
    if again is None:
        execution.node.again(execution)
        return
    operation, argument = again
    execution.again = None
    thaw(execution)
    if execution.role != "incident":
        del instance.engine.held[execution.id]
        instance.engine.push(instance, (operation, execution, argument))
        return
    scope = execution.outer
    if instance.emit is not None:
        instance.emit(EventKind.ELEMENT_CANCELLED, instance.id, execution.node.id, execution.id, {})
    del instance.engine.held[execution.id]
    execution.leave_tree()
    instance.engine.push(instance, (operation, scope, argument))


def thaw(execution: Execution) -> None:
    """An incident that stopped more than its token is gone."""
    instance = execution.instance
    if execution.memo.pop("freezes", False):
        instance.is_frozen = False
    if execution.memo.pop("holds", False):
        instance.budget.is_held = False
        for other in instance.engine.live.values():
            if other.budget is instance.budget and other.is_frozen and not _has_frozen(other):
                other.is_frozen = False
                instance.engine.turns.queue(other)


def _has_frozen(instance: Instance) -> bool:
    """Whether an incident of its own has frozen it."""
    return any(execution.memo.get("freezes") for execution in instance.tasks.values())
