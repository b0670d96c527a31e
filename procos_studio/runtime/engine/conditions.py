"""Conditions: conditional events look at their condition when a variable that they can see changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from procos_studio.expressions import ExpressionError
from procos_studio.runtime.engine.in_order import InOrder
from procos_studio.runtime.engine.views import view

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Execution
    from procos_studio.runtime.engine.instance import Instance
    from procos_studio.runtime.engine.subscriptions import Subscription

Change = tuple["Execution", str, str]
"""Where a variable changed, its name, and how: `create` or `update`."""


def look(instance: Instance, changes: list[Change]) -> None:
    """Variables have changed; as in Camunda every change counts, also one to the same value."""
    order = InOrder()
    for level, name, how in changes:
        found = sorted(instance.conditions.values(), key=lambda item: (not item.is_interrupting, item.number))
        for subscription in found:
            event = subscription.event
            if event.variable not in ("", name) or (event.variable_events and how not in event.variable_events):
                continue
            if subscription.is_open and _sees(subscription.owner, level) and _holds(subscription):
                order.happen(instance, partial(instance.engine.tell, subscription, {}))


def look_at(subscription: Subscription) -> None:
    """Fire a conditional event whose condition holds."""
    if _holds(subscription):
        subscription.owner.instance.engine.tell(subscription, {})


def _holds(subscription: Subscription) -> bool:
    """Whether its condition is true; one that has no value is not."""
    condition = subscription.event.condition
    try:
        return condition is not None and bool(condition.evaluate(view(subscription.owner)))
    except ExpressionError:
        return False


def _sees(owner: Execution, level: Execution) -> bool:
    found: Execution | None = owner
    while found is not None and found is not level:
        found = found.up
    return found is level
