"""Exclusive and parallel gateways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from procos_studio.expressions import ExpressionError
from procos_studio.runtime.engine import incidents
from procos_studio.runtime.engine.execution import Execution
from procos_studio.runtime.engine.listening import hear
from procos_studio.runtime.engine.operations import LEAVE
from procos_studio.runtime.engine.specs.node import TAKEN, TRIGGERED, Node, Way, tread
from procos_studio.runtime.engine.views import view

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Scope


class ExclusiveGateway(Node):
    """Takes the first flow whose condition is true, else the default."""

    def split(self, scope: Scope) -> None:
        """An incident where no flow can be taken."""
        if not self.outgoing:
            super().split(scope)
            return
        try:
            way = self._first(scope)
            if way is not None:
                tread(scope, (way,))
        except ExpressionError as failure:
            incidents.stumble(self, scope, LEAVE, self, str(failure))
            return
        if way is None:
            message = f"No flow that leaves “{self.plan.name or self.id}” can be taken: no condition is true."
            incidents.stumble(self, scope, LEAVE, self, message)
            return
        instance = scope.instance
        if instance.emit is not None:
            instance.emit(TAKEN, instance.id, way.id, "", {})
        instance.ready.append((way.target, scope, way))

    def _first(self, scope: Scope) -> Way | None:
        variables, default = view(scope), self.default
        for way in self.outgoing:
            if way is not default and (way.condition is None or way.condition.evaluate(variables)):
                return way
        return default


class Join(Node):
    """A gateway at which tokens wait for others: one execution of it in a scope holds them, by incoming flow."""

    def hold(self, scope: Scope, way: Way) -> Execution:
        """Keep a token that came over `way`; the execution that holds all of them."""
        instance = scope.instance
        join = scope.joins.get(self.index)
        if join is None:
            join = Execution(instance, self, scope, instance.engine.new_token(), "join")
            join.memo = {"held": {}, "count": 0}
            scope.joins[self.index] = join
        if instance.notes is not None:
            instance.notes.touch(join)
        join.memo["held"].setdefault(way.number, []).append(self.enter(scope))
        join.memo["count"] += 1
        return join

    def release(self, join: Execution, each: bool) -> int:
        """Let tokens go, one of each flow (`each`) or all; how many went. The empty join leaves the tree."""
        held: dict[int, list[str]] = join.memo["held"]
        scope, gone = join.up, 0
        if join.instance.notes is not None:
            join.instance.notes.touch(join)
        assert scope is not None
        for number in list(held):
            tokens = held[number]
            going = tokens[:1] if each else tokens
            for token in going:
                self.complete(scope, token)
            gone += len(going)
            held[number] = tokens[len(going) :]
            if not held[number]:
                del held[number]
        join.memo["count"] -= gone
        scope.live -= gone - 1
        if not held and not join.memo.get("fired"):
            del scope.joins[self.index]
            join.leave_tree()
        return gone


class ParallelGateway(Join):
    """Waits for one token on each incoming flow, keeping any excess; then leaves over all flows."""

    def arrive(self, scope: Scope, way: Way | None) -> None:
        """Go on when every flow has brought a token."""
        if self.listeners:
            hear(scope, self.plan, "start", "end")
        if way is None or way is TRIGGERED or len(self.plan.incoming) < 2:
            self.pass_through(scope)
            return
        self.settle(self.hold(scope, way))

    def settle(self, join: Execution) -> None:
        """Go on where all tokens are here: one has come, or another version of the process waits for fewer."""
        if len(join.memo["held"]) >= len(self.plan.incoming):
            scope = join.outer
            self.release(join, each=True)
            self.leave(scope)

    def split(self, scope: Scope) -> None:
        """Conditions do not count here."""
        if not self.outgoing:
            super().split(scope)
            return
        try:
            tread(scope, self.outgoing)
        except ExpressionError as failure:
            incidents.stumble(self, scope, LEAVE, self, str(failure))
            return
        self.take(scope, self.outgoing)
