"""Subscribing: an execution begins to wait for events; what is true or has already come happens at once."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from procos_studio.compiler import plan
from procos_studio.compiler.timing import Due
from procos_studio.expressions import ExpressionError
from procos_studio.runtime.engine import conditions
from procos_studio.runtime.engine.views import view
from procos_studio.runtime.events import EventKind

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Execution, Scope
    from procos_studio.runtime.engine.specs.node import Node
    from procos_studio.runtime.engine.subscriptions import Subscription

WAITED_FOR = frozenset({"message", "signal", "timer", "conditional"})
"""The kinds that are subscribed to; errors and the like find their catcher by looking up the scopes."""


def listen_at_border(host: Execution) -> None:
    """Arm the boundary events of an activity; one whose condition is true already may interrupt it at once."""
    for event in host.node.boundary:
        listen(host, event, event, event.plan.interrupting)
        if not host.is_open:
            return


def listen_inside(scope: Scope) -> None:
    """Arm the event sub-processes of a scope."""
    for sub_process in scope.node.event_subs:
        for start in sub_process.starts:
            listen(scope, sub_process, start, start.plan.interrupting)
            if not scope.is_open or scope.memo.get("interrupted"):
                return


def listen(owner: Execution, receiver: Node, node: Node, is_interrupting: bool) -> None:
    """Wait for every event of `node`. Raises ExpressionError where a name or a time has no value."""
    begin(prepare(owner, receiver, node, is_interrupting))


class Prepared(NamedTuple):
    """Waits that may begin; `waits` are the places of the events, their names and their times."""

    owner: Execution
    receiver: Node
    node: Node
    is_interrupting: bool
    waits: list[tuple[int, str, Due | None]]


def prepare(
    owner: Execution, receiver: Node, node: Node, is_interrupting: bool, without: Collection[int] = ()
) -> Prepared:
    """What `listen` would wait for, but for the events in some places; nothing is changed. Raises ExpressionError."""
    if node.plan.obstacle is not None:
        raise ExpressionError(node.plan.obstacle.message)
    wanted = [(place, event) for place, event in enumerate(node.events) if event.kind in WAITED_FOR]
    waits = [(place, *_prepared(owner, event)) for place, event in wanted if place not in without]
    return Prepared(owner, receiver, node, is_interrupting, waits)


def begin(prepared: Prepared) -> None:
    """Wait; what is true or has come already happens at once."""
    owner, receiver, node, is_interrupting, waits = prepared
    table = owner.instance.engine.subscriptions
    opened = [table.open(owner, receiver, node, place, name, is_interrupting, due) for place, name, due in waits]
    for subscription in opened:
        _report(owner, subscription)
    for subscription in opened:
        if subscription.is_open:
            _already(owner, subscription)


def _prepared(owner: Execution, event: plan.Event) -> tuple[str, Due | None]:
    name = str(event.name.evaluate(view(owner))) if event.name is not None else ""
    due = event.timer.first(view(owner), owner.instance.engine.clock()) if event.timer is not None else None
    return name, due


def _report(owner: Execution, subscription: Subscription) -> None:
    instance = owner.instance
    if instance.emit is None:
        return
    if subscription.due is not None:
        data = {"due": subscription.due.at}
        instance.emit(EventKind.TIMER_SCHEDULED, instance.id, subscription.node.id, owner.id, data)
    elif subscription.kind == "message":
        told = {"name": subscription.name}
        instance.emit(EventKind.MESSAGE_AWAITED, instance.id, subscription.node.id, owner.id, told)


def _already(owner: Execution, subscription: Subscription) -> None:
    engine = owner.instance.engine
    if subscription.kind == "conditional":
        conditions.look_at(subscription)
    elif subscription.kind == "message":
        engine.post.collect(subscription)
