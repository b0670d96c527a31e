"""Sub-processes: embedded, event, transaction and ad-hoc."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from procos_studio.expressions import ExpressionError
from procos_studio.runtime.engine import ending, incidents
from procos_studio.runtime.engine.execution import Scope
from procos_studio.runtime.engine.listening import hear
from procos_studio.runtime.engine.operations import DRAIN, PERFORM
from procos_studio.runtime.engine.specs.activity import Activity
from procos_studio.runtime.engine.specs.boundary import all_happened
from procos_studio.runtime.engine.specs.node import Node, Way
from procos_studio.runtime.engine.subscribing import listen_inside
from procos_studio.runtime.engine.variables import put
from procos_studio.runtime.engine.views import view
from procos_studio.runtime.events import EventKind

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Execution
    from procos_studio.runtime.engine.subscriptions import Subscription


class SubProcess(Activity):
    """A scope with a flow of its own."""

    def make(self, up: Scope) -> Scope:
        """A scope instead of a mere execution."""
        return Scope(up.instance, self, up, up.instance.engine.new_token(), "scope")

    def own_variables(self, up: Scope, local: dict[str, Any] | None) -> dict[str, Any]:
        """A sub-process always has room for variables of its own."""
        own = super().own_variables(up, local)
        return own if own is not None else {}

    def perform(self, execution: Execution) -> None:
        """Arm the event sub-processes, and put tokens at the starts."""
        assert isinstance(execution, Scope)
        scope = execution
        begin_inside(scope, self.first(scope))

    def first(self, scope: Scope) -> tuple[Node, ...]:
        """Where tokens appear first."""
        return self.starts

    def drained(self, scope: Scope) -> None:
        """The last token has ended: so does the sub-process."""
        self.finish(scope)


def begin_inside(scope: Scope, starts: tuple[Node, ...], way: Way | None = None) -> None:
    """Let the flow of a scope begin at `starts`; `way` is TRIGGERED where they have happened already."""
    instance = scope.instance
    scope.live = len(starts)
    is_heard = scope.up is None and bool(scope.node.listeners)
    if scope.node.event_subs or is_heard:
        try:
            if is_heard:
                hear(scope, scope.node.plan, "start")
            listen_inside(scope)
        except ExpressionError as failure:
            instance.engine.subscriptions.close_all(scope)
            incidents.stall(scope, PERFORM, str(failure))
            return
        if not scope.is_open or scope.memo.get("interrupted"):
            return
    if starts:
        instance.ready.extend([(node, scope, way) for node in reversed(starts)])
    elif not scope.live:
        instance.ready.append((DRAIN, scope, None))


class EventSubProcess(SubProcess):
    """Begins when its start event happens, and interrupts the scope around it or not."""

    def happened(self, subscription: Subscription, payload: dict[str, Any]) -> None:
        """Begin, once all that the start event waits for has happened."""
        scope, start = subscription.owner, subscription.node
        if all_happened(scope, subscription):
            self.caught(scope, start, payload, is_interrupting=start.plan.interrupting)

    def caught(self, level: Execution, node: Node, values: dict[str, Any], *, is_interrupting: bool) -> None:
        """Begin at the start event `node` in the scope `level`."""
        assert isinstance(level, Scope)
        if is_interrupting:
            ending.clear(level)
            level.memo["interrupted"] = True
        level.live += 1
        own = self.make(level)
        own.variables = dict.fromkeys(self.plan.locals)
        own.live = 1
        self.announce(own)
        if values:
            put(own, values)
        if own.is_open:
            level.instance.engine.push(level.instance, (node, own, None))
            listen_inside(own)


class Transaction(SubProcess):
    """A sub-process that can be cancelled from inside."""

    @staticmethod
    def cancelled(scope: Scope) -> None:
        """All is undone: the cancel event on the border takes over, or the transaction just ends."""
        node = scope.node
        host = scope.up if scope.up is not None and scope.up.role == "body" else scope
        for boundary in node.boundary:
            if any(event.kind == "cancel" for event in boundary.events):
                boundary.caught(host, boundary, {}, is_interrupting=True)
                return
        instance, up = scope.instance, scope.up
        if instance.emit is not None:
            data = {"kind": "cancel", "code": ""}
            instance.emit(EventKind.EVENT_UNCAUGHT, instance.id, node.id, scope.id, data)
        ending.cancel(scope)
        if up is not None:
            up.live -= 1
            if not up.live:
                instance.engine.drain(up)


class AdHocSubProcess(SubProcess):
    """Its activities run in any order: all at once, or in document order where it is sequential.

    After each of them the completion condition is looked at; without one, all of them run once.
    """

    def first(self, scope: Scope) -> tuple[Node, ...]:
        """All that has no way in, or only the first of them."""
        if not self.plan.sequential:
            return self.starts
        scope.memo["next"] = 1
        return self.starts[:1]

    def drained(self, scope: Scope) -> None:
        """The next activity, where they run one after the other."""
        place = scope.memo.get("next", len(self.starts))
        try:
            is_done = place >= len(self.starts) or self.is_satisfied(scope)
        except ExpressionError as failure:
            incidents.stall(scope, DRAIN, str(failure))
            return
        if not is_done:
            scope.memo["next"] = place + 1
            scope.live = 1
            scope.instance.ready.append((self.starts[place], scope, None))
        else:
            self.finish(scope)

    def is_satisfied(self, scope: Scope) -> bool:
        """Whether there is a completion condition, and it holds."""
        condition = self.plan.completion
        return condition is not None and bool(condition.evaluate(view(scope)))

    def inner_done(self, scope: Scope) -> bool:
        """The rest may not be needed any more; a condition that has no value yet does not hold."""
        if not self.plan.cancel_remaining:
            return False
        try:
            if not self.is_satisfied(scope):
                return False
        except ExpressionError:
            return False
        ending.clear(scope)
        scope.memo["next"] = len(self.starts)
        scope.instance.engine.drain(scope)
        return True
