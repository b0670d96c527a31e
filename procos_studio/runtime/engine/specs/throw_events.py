"""Intermediate throw events and end events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from procos_studio.compiler import plan
from procos_studio.expressions import ExpressionError
from procos_studio.runtime.engine import compensating, ending, incidents, throwing
from procos_studio.runtime.engine.limits import Flood
from procos_studio.runtime.engine.listening import hear
from procos_studio.runtime.engine.operations import PERFORM
from procos_studio.runtime.engine.specs.activity import Activity
from procos_studio.runtime.engine.specs.node import Node, Way
from procos_studio.runtime.engine.specs.sub_process import Transaction
from procos_studio.runtime.events import EventKind

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Execution, Scope


class SendTask(Activity):
    """A send task without an implementation: sends its message to whoever waits for it."""

    def perform(self, execution: Execution) -> None:
        """Send and go on. Raises Flood where too many instances live already."""
        post = execution.instance.engine.post
        try:
            letters = [(event, post.write(self, execution, event)) for event in self.events]
        except Flood as flood:
            raise Flood(str(flood), (PERFORM, execution, None)) from flood
        except ExpressionError as failure:
            incidents.stall(execution, PERFORM, str(failure))
            return
        for event, letter in letters:
            if letter is not None and execution.is_open:
                post.throw(self, execution, execution.id, event, letter)
        if execution.is_open:
            self.finish(execution)


class ThrowEvent(Node):
    """Throws its events one after the other; then the token goes on, or ends where nothing follows."""

    def arrive(self, scope: Scope, way: Way | None) -> None:
        """Stop where an event took the token away, or where it waits for compensation."""
        if self.listeners:
            hear(scope, self.plan, "start", "end")
        post = scope.instance.engine.post
        letters = [post.write(self, scope, event) for event in self.events]
        token = self.enter(scope)
        for event, letter in zip(self.events, letters, strict=True):
            if letter is not None:
                post.throw(self, scope, token, event, letter)
            elif self.throw(scope, token, event):
                return
            if self.is_gone(scope, token):
                return
        self.complete(scope, token)
        self.move_on(scope)

    def throw(self, scope: Scope, token: str, event: plan.Event) -> bool:
        """Throw what is neither a message nor a signal; whether the token stays or is gone."""
        match event.kind:
            case "escalation":
                throwing.escalate(scope, self.id, token, event.code or "")
            case "compensate":
                return compensating.compensate(self, scope, token, event.activity, "leave")
            case "error":
                self._error(scope, token, event.code or "")
                return True
            case "terminate":
                self._terminate(scope, token)
                return True
            case "cancel":
                self._cancel(scope, token)
                return True
        return False

    def move_on(self, scope: Scope) -> None:
        """Over the flows, or to the other side of a link."""
        if self.plan.link >= 0:
            instance = scope.instance
            instance.ready.append((instance.process.nodes[self.plan.link], scope, None))
        else:
            self.leave(scope)

    def compensated(self, scope: Scope, token: str, then: str) -> None:
        """The compensation that this event threw is done."""
        self.complete(scope, token)
        if then == "cancel":
            Transaction.cancelled(scope)
        else:
            self.move_on(scope)

    def _error(self, scope: Scope, token: str, code: str) -> None:
        self.complete(scope, token)
        throwing.throw_error(scope, self.id, token, code, "")

    def _terminate(self, scope: Scope, token: str) -> None:
        self.complete(scope, token)
        ending.clear(scope)
        scope.instance.engine.drain(scope)

    def _cancel(self, scope: Scope, token: str) -> None:
        """Everything in the transaction ends and is undone; then its cancel event takes over."""
        transaction: Scope | None = scope
        while transaction is not None and not isinstance(transaction.node, Transaction):
            transaction = transaction.up
        if transaction is None:
            instance = scope.instance
            if instance.emit is not None:
                data = {"kind": "cancel", "code": ""}
                instance.emit(EventKind.EVENT_UNCAUGHT, instance.id, self.id, token, data)
            self.complete(scope, token)
            self.leave(scope)
            return
        ending.clear(transaction)
        transaction.memo["interrupted"] = True
        transaction.live = 1
        if not compensating.compensate(self, transaction, token, -1, "cancel"):
            self.compensated(transaction, token, "cancel")
