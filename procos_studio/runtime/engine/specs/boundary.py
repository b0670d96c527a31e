"""Boundary events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from procos_studio.runtime.engine import conditions, ending
from procos_studio.runtime.engine.specs.node import Node
from procos_studio.runtime.engine.variables import write

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Execution
    from procos_studio.runtime.engine.subscriptions import Subscription


class BoundaryEvent(Node):
    """Rides on an activity; what it waits for is subscribed to by the activity's execution, its host."""

    def happened(self, subscription: Subscription, payload: dict[str, Any]) -> None:
        """Fire, once all that it waits for has happened."""
        host = subscription.owner
        if all_happened(host, subscription):
            self.caught(host, self, payload, is_interrupting=self.plan.interrupting)

    def caught(self, level: Execution, node: Node, values: dict[str, Any], *, is_interrupting: bool) -> None:
        """Take the host's token, or a new one beside it, on from here; the host sees first what the event brings."""
        scope = level.outer
        changed = write(level, values, self.id)
        if is_interrupting:
            ending.cancel(level)
        else:
            scope.live += 1
        scope.instance.engine.push(scope.instance, (self, scope, None))
        # the event comes first; what it ends does not look at conditions any more
        if changed:
            conditions.look(scope.instance, changed)


def all_happened(owner: Execution, subscription: Subscription) -> bool:
    """Whether a parallel multiple event has now seen all of its events; any other needs only one."""
    node = subscription.node
    if not node.plan.parallel_multiple or len(node.events) < 2:
        return True
    seen: list[int] = owner.memo.setdefault("seen", {}).setdefault(str(node.index), [])
    if subscription.place not in seen:
        seen.append(subscription.place)
    if len(seen) < len(node.events):
        return False
    del owner.memo["seen"][str(node.index)]
    return True
