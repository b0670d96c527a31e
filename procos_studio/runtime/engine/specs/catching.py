"""Start events, intermediate catch events, receive tasks and event-based gateways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from procos_studio.expressions import ExpressionError
from procos_studio.runtime.engine import ending, incidents
from procos_studio.runtime.engine.execution import Execution
from procos_studio.runtime.engine.listening import hear
from procos_studio.runtime.engine.operations import PERFORM
from procos_studio.runtime.engine.specs.activity import Activity
from procos_studio.runtime.engine.specs.boundary import all_happened
from procos_studio.runtime.engine.specs.node import TAKEN, TRIGGERED, Node, Way
from procos_studio.runtime.engine.subscribing import WAITED_FOR, listen

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Scope
    from procos_studio.runtime.engine.subscriptions import Subscription

_WAITS = {"conditional": "condition"}


class StartEvent(Node):
    """A token appears here and goes on."""


class CatchEvent(Activity):
    """An intermediate catch event or a receive task: a token waits until its event happens."""

    def arrive(self, scope: Scope, way: Way | None) -> None:
        """A link's catch event, and a start of an instance by this very event, let the token through."""
        if way is TRIGGERED or (self.events and self.events[0].kind == "link"):
            self.pass_through(scope)
        else:
            super().arrive(scope, way)

    def perform(self, execution: Execution) -> None:
        """Listen."""
        kinds = [event.kind for event in self.events if event.kind in WAITED_FOR]
        execution.memo["waits"] = _WAITS.get(kinds[0], kinds[0]) if kinds else "receive"
        if not kinds:
            execution.instance.engine.held[execution.id] = execution
            return
        try:
            listen(execution, self, self, True)
        except ExpressionError as failure:
            incidents.stall(execution, PERFORM, str(failure))

    def happened(self, subscription: Subscription, payload: dict[str, Any]) -> None:
        """Go on, once all that it waits for has happened."""
        execution = subscription.owner
        if all_happened(execution, subscription):
            self.conclude(execution, payload)
        else:
            self.results(execution, payload)

    def can_be_supplied(self, execution: Execution) -> bool:
        """Only where it listens to nothing."""
        return execution.memo.get("waits") == "receive"

    def supplied(self, execution: Execution, results: dict[str, Any]) -> None:
        """Somebody outside ends the wait of a receive task that names no message."""
        self.conclude(execution, results)

    def taken_over(self, scope: Scope, payload: dict[str, Any]) -> None:
        """The event has happened already, seen by an event-based gateway."""
        execution = self.open(scope, None)
        if execution.is_open:
            self.conclude(execution, payload)


class EventBasedGateway(Node):
    """A token waits for the first of the events behind the gateway."""

    def arrive(self, scope: Scope, way: Way | None) -> None:
        """Listen to all of them; a parallel one, which begins instances, waits for each of them."""
        if self.listeners:
            hear(scope, self.plan, "start", "end")
        if self.plan.parallel_events:
            self.pass_through(scope)
            return
        instance = scope.instance
        execution = Execution(instance, self, scope, self.enter(scope), "gateway")
        self.perform(execution)

    def perform(self, execution: Execution) -> None:
        """Listen; an event that has come already decides at once."""
        execution.memo["waits"] = "gateway"
        try:
            for way in self.outgoing:
                if execution.is_open:
                    listen(execution, self, way.target, True)
        except ExpressionError as failure:
            execution.instance.engine.subscriptions.close_all(execution)
            incidents.stall(execution, PERFORM, str(failure))

    def happened(self, subscription: Subscription, payload: dict[str, Any]) -> None:
        """This event decides."""
        execution = subscription.owner
        scope, target = execution.up, subscription.node
        if not all_happened(execution, subscription):
            return
        assert scope is not None
        assert isinstance(target, CatchEvent)
        self.complete(scope, execution.id)
        ending.close(execution)
        self.show_way(scope, target)
        target.taken_over(scope, payload)

    def show_way(self, scope: Scope, target: Node) -> None:
        """Report the flow to the event that decided."""
        instance = scope.instance
        way = next((way for way in self.outgoing if way.target is target), None)
        if instance.emit is not None and way is not None:
            instance.emit(TAKEN, instance.id, way.id, "", {})
