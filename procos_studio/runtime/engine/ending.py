"""Ending: executions are closed when they are done, and cancelled with all that is inside when they are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from procos_studio.runtime.engine import incidents
from procos_studio.runtime.engine.execution import Scope
from procos_studio.runtime.events import EventKind

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Execution
    from procos_studio.runtime.engine.instance import Instance

_SILENT = frozenset({"body", "undo", "process", "join"})


def close(execution: Execution) -> None:
    """Take an execution that is done out of the tree, with everything that it waited for."""
    engine = execution.instance.engine
    if execution.subscriptions:
        engine.subscriptions.close_all(execution)
    if execution._children:
        _drop(execution.inside)
    execution.leave_tree()


def _drop(executions: list[Execution]) -> None:
    """Joins that tokens no longer wait for may lie in a scope that is done; they leave without a word."""
    for execution in executions:
        execution.instance.pending.pop(execution.id, None)
        execution.leave_tree()


def cancel(execution: Execution, *, has_begun: bool = True) -> None:
    """End an execution and all inside it, called instances too, before it is done.

    Without `has_begun` its own element hears nothing of it.
    """
    _cancel([execution], has_begun=has_begun)


def clear(scope: Scope) -> None:
    """End everything inside a scope, but not the scope: its tokens, and its event sub-processes' waits."""
    engine = scope.instance.engine
    inner = set(scope.node.event_subs)
    for subscription in [item for item in scope.subscriptions if item.receiver in inner]:
        engine.subscriptions.close(subscription)
        scope.subscriptions.remove(subscription)
    _cancel(scope.inside)
    ready = scope.instance.ready
    if ready:
        kept = [entry for entry in ready if entry[1] is not scope]
        if len(kept) < len(ready):
            ready.clear()
            ready.extend(kept)
    scope.joins.clear()
    scope.quantities.clear()
    scope.live = 0


def _cancel(roots: list[Execution], *, has_begun: bool = True) -> None:
    gone: list[Execution] = []
    waiting = list(roots)
    while waiting:
        execution = waiting.pop()
        gone.append(execution)
        waiting.extend(execution.inside)
        called = _called(execution)
        if called is not None:
            waiting.append(called.root)
    for execution in reversed(gone):
        if has_begun and execution.role in ("activity", "scope"):
            execution.node.interrupted(execution)
        _end_one(execution)
    for instance in {execution.instance for execution in gone}:
        kept = [entry for entry in instance.ready if entry[1].is_open]
        instance.ready.clear()
        instance.ready.extend(kept)


def _called(execution: Execution) -> Instance | None:
    return execution.instance.engine.live.get(execution.memo.get("called", "")) if execution.memo else None


def _end_one(execution: Execution) -> None:
    instance = execution.instance
    engine = instance.engine
    engine.subscriptions.close_all(execution)
    instance.pending.pop(execution.id, None)
    engine.withdraw(execution)
    incidents.thaw(execution)
    if execution.role == "process":
        _instance_gone(instance)
    elif instance.emit is not None:
        tokens = [execution.id] if execution.role not in _SILENT else []
        for held in execution.memo.get("held", {}).values():
            tokens.extend(held)
        for token in tokens:
            instance.emit(EventKind.ELEMENT_CANCELLED, instance.id, execution.node.id, token, {})
    if execution.up is not None and isinstance(execution.up, Scope) and execution.role == "join":
        execution.up.joins.pop(execution.node.index, None)
    execution.leave_tree()


def _instance_gone(instance: Instance) -> None:
    """A called instance is cancelled with its caller, or a whole one by somebody."""
    if instance.emit is not None and "failed" not in instance.root.memo:
        data = {"reason": instance.root.memo.get("reason", "cancelled with its caller")}
        instance.emit(EventKind.INSTANCE_CANCELLED, instance.id, "", "", data)
    instance.engine.forget(instance)


def end(instance: Instance) -> None:
    """An instance is done; its caller goes on."""
    root = instance.root
    variables: dict[str, Any] = root.variables or {}
    if instance.emit is not None:
        instance.emit(EventKind.INSTANCE_COMPLETED, instance.id, "", "", {"variables": dict(variables)})
    close(root)
    instance.engine.forget(instance)
    caller = instance.caller
    if caller is not None and caller.is_open:
        instance.engine.give_back(caller, variables)


def cancel_instance(instance: Instance, reason: str) -> None:
    """Cancel a whole instance, and those that it called."""
    instance.root.memo["reason"] = reason
    cancel(instance.root)


def fail(instance: Instance, reason: str, code: str) -> None:
    """An error that nothing caught ends the instance and all that called it."""
    family: list[Instance] = [instance]
    while (caller := family[-1].caller) is not None:
        family.append(caller.instance)
    for member in family:
        member.root.memo["failed"] = True
    cancel(family[-1].root)
    for member in family:
        if member.emit is not None:
            data = {"reason": reason, "code": code}
            member.emit(EventKind.INSTANCE_FAILED, member.id, "", "", data)
