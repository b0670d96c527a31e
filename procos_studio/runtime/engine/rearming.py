"""Rearming: an instance that came to another version of its process waits for what that version says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from procos_studio.runtime.engine.execution import Scope
from procos_studio.runtime.engine.operations import PERFORM
from procos_studio.runtime.engine.specs.catching import CatchEvent, EventBasedGateway
from procos_studio.runtime.engine.specs.gateways import ParallelGateway
from procos_studio.runtime.engine.specs.tasks import UserTask, WorkingTask
from procos_studio.runtime.engine.subscribing import Prepared, begin, prepare
from procos_studio.runtime.engine.variables import put_local
from procos_studio.runtime.engine.views import Over, view

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Execution
    from procos_studio.runtime.engine.instance import Instance
    from procos_studio.runtime.engine.specs.node import Node

Wait = tuple["Node", "Node", bool]
"""Who is told, the node of the event, and whether it interrupts."""


def rearm(instance: Instance) -> None:
    """Let every token wait for all that its element now waits for, and ask for work as it is now.

    What is waited for already stays as it is. Raises ExpressionError where something has no value; then the engine's
    changes must not be saved.
    """
    executions = list(instance.tasks.values())
    waits = [_missing(execution, wait) for execution in executions for wait in _waits(execution)]
    work = [(execution, *_asked(execution)) for execution in executions if "waits" in execution.memo]
    for execution, own, form in work:
        if execution.is_open and isinstance(execution.node, WorkingTask):
            _keep(execution, own)
        if execution.is_open and isinstance(execution.node, UserTask):
            execution.memo["form"] = form
            execution.node.show(execution)
    for wait in waits:
        if wait.owner.is_open:
            begin(wait)
    for execution in executions:
        if execution.is_open and isinstance(execution.node, ParallelGateway) and execution.role == "join":
            execution.node.settle(execution)
        if execution.is_open and instance.notes is not None:
            instance.notes.touch(execution)
    instance.engine.turns.queue(instance)


def _waits(execution: Execution) -> Iterator[Wait]:
    """All that an execution should wait for at its node."""
    node, again = execution.node, execution.again
    hosts = execution.role in ("activity", "scope", "body") and execution.outer.node is not node
    for boundary in node.boundary if hosts else ():
        yield boundary, boundary, boundary.plan.interrupting
    if again is not None and again[0] is PERFORM:
        # an incident: it has not begun to wait yet, and will when it tries again
        return
    if isinstance(execution, Scope) and execution.role in ("process", "scope"):
        if not execution.memo.get("interrupted"):
            for sub_process in node.event_subs:
                for start in sub_process.starts:
                    yield sub_process, start, start.plan.interrupting
    elif isinstance(node, CatchEvent) and execution.role == "activity":
        yield node, node, True
    elif isinstance(node, EventBasedGateway) and execution.role == "gateway":
        for way in node.outgoing:
            yield node, way.target, True


def _missing(execution: Execution, wait: Wait) -> Prepared:
    receiver, node, is_interrupting = wait
    there = {item.place for item in execution.subscriptions if item.node is node and item.receiver is receiver}
    return prepare(execution, receiver, node, is_interrupting, there)


def _asked(execution: Execution) -> tuple[dict[str, Any] | None, list[dict[str, Any]]]:
    """The variables and the form of work as they are now; what a person has before him stays, but for what is new."""
    node, before = execution.node, execution.variables
    if not isinstance(node, WorkingTask):
        return before, []
    if not isinstance(node, UserTask):
        parameters = {item.name for item in node.plan.inputs}
        others = {name: value for name, value in (before or {}).items() if name not in parameters}
        return node.own_variables(execution.outer, None if before is None else others), []
    own = node.own_variables(execution.outer, None if before is None else dict(before))
    own = {**own, **(before or {})} if own is not None else None
    return own, node.form(Over(own or {}, view(execution.outer)))


def _keep(execution: Execution, own: dict[str, Any] | None) -> None:
    before = execution.variables or {}
    news = {name: value for name, value in (own or {}).items() if name not in before or before[name] != value}
    execution.variables = None if own is None else {name: value for name, value in own.items() if name not in news}
    if news:
        put_local(execution, news)
