"""Conditions: conditional events look at their condition when a variable that they can see changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from procos_studio.expressions import ExpressionError
from procos_studio.runtime.engine.views import view

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Execution
    from procos_studio.runtime.engine.instance import Instance
    from procos_studio.runtime.engine.subscriptions import Subscription

Change = tuple["Execution", str, str]
"""Where a variable changed, its name, and how: `create` or `update`."""


def look(instance: Instance, changes: list[Change]) -> None:
    """Variables have changed; as in Camunda every change counts, also one to the same value."""
    for level, name, how in changes:
        found = sorted(instance.conditions.values(), key=lambda item: (not item.is_interrupting, item.number))
        for subscription in found:
            event = subscription.event
            if event.variable not in ("", name) or (event.variable_events and how not in event.variable_events):
                continue
            if subscription.is_open and _sees(subscription.owner, level):
                look_at(subscription)


def look_at(subscription: Subscription) -> None:
    """Fire a conditional event whose condition holds; one that has no value does not hold."""
    condition = subscription.event.condition
    try:
        holds = condition is not None and condition.evaluate(view(subscription.owner))
    except ExpressionError:
        return
    if holds:
        subscription.owner.instance.engine.tell(subscription, {})


def _sees(owner: Execution, level: Execution) -> bool:
    found: Execution | None = owner
    while found is not None and found is not level:
        found = found.up
    return found is level
