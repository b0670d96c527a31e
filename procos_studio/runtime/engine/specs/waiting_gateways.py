"""Inclusive and complex gateways: joins that wait as long as another token can still come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from procos_studio.compiler import plan
from procos_studio.runtime.engine.execution import Execution
from procos_studio.runtime.engine.listening import hear
from procos_studio.runtime.engine.specs.gateways import Join
from procos_studio.runtime.engine.specs.node import TRIGGERED, consume
from procos_studio.runtime.engine.views import Over, view

if TYPE_CHECKING:
    from SpiffWorkflow.specs.WorkflowSpec import WorkflowSpec

    from procos_studio.runtime.engine.execution import Scope
    from procos_studio.runtime.engine.specs.node import Way


class InclusiveGateway(Join):
    """Waits as long as another token can bring it something new; then leaves over every flow whose condition is true.

    Source: BPMN 2.0, 13.3.3: it waits for a token that can come over a flow which has brought none, unless that token
    can as well come over one that has. As in Camunda, a flow without a condition is always taken. Whether a token can
    still come is looked at when its instance has come to rest; one that can is remembered, so that waiting stays cheap.
    """

    def __init__(self, workflow_spec: WorkflowSpec, made_of: plan.Node) -> None:
        super().__init__(workflow_spec, made_of)
        self._awaited: dict[frozenset[int], frozenset[int]] = {}

    def arrive(self, scope: Scope, way: Way | None) -> None:
        """Wait, unless all living tokens of the scope are here."""
        if self.listeners:
            hear(scope, self.plan, "start", "end")
        if way is None or way is TRIGGERED or len(self.plan.incoming) < 2:
            self.pass_through(scope)
            return
        join = self.hold(scope, way)
        if join.memo["count"] == scope.live:
            self.fire(join)
        else:
            scope.instance.pending[join.id] = join

    def at_rest(self, join: Execution) -> bool:
        """The instance has come to rest: go on where nothing can come any more. Whether it went on."""
        if self.can_grow(join):
            return False
        self.fire(join)
        return True

    def can_grow(self, join: Execution) -> bool:
        """Whether a waiting token of the scope can still reach this gateway."""
        scope = join.outer
        tasks, reaching = scope.instance.tasks, self.awaited(join)
        witness = join.memo.get("witness", "")
        if witness in tasks and tasks[witness].node.index in reaching:
            return True
        found = next((key for key in scope.inside_keys if tasks[key].node.index in reaching), "")
        join.memo["witness"] = found
        return bool(found)

    def awaited(self, join: Execution) -> frozenset[int]:
        """The nodes whose tokens can bring something new."""
        held = frozenset(join.memo["held"])
        found = self._awaited.get(held)
        if found is None:
            empty = [nodes for flow, nodes in self.plan.reaching.items() if flow not in held]
            filled = [nodes for flow, nodes in self.plan.leading.items() if flow in held]
            found = self._awaited[held] = frozenset().union(*empty).difference(*filled)
        return found

    def fire(self, join: Execution) -> None:
        """One token for all that came."""
        scope = join.outer
        scope.instance.pending.pop(join.id, None)
        self.release(join, each=False)
        self.leave(scope)

    def chosen(self, scope: Scope) -> list[Way]:
        """The flows to take; the default only where there is no other."""
        variables, default = view(scope), self.default
        found = [
            way
            for way in self.outgoing
            if way is not default and (way.condition is None or way.condition.evaluate(variables))
        ]
        return found or ([default] if default is not None else [])


class ComplexGateway(InclusiveGateway):
    """Goes on once its activation condition holds (`activationCount` tokens are here); later ones end in it.

    It is ready again when no further token can come (BPMN 2.0, 13.3.5). Without a condition it waits like an inclusive
    gateway.
    """

    def __init__(self, workflow_spec: WorkflowSpec, made_of: plan.Node) -> None:
        super().__init__(workflow_spec, made_of)
        self.activation = made_of.activation

    def arrive(self, scope: Scope, way: Way | None) -> None:
        """Count the token; go on where the condition holds for the first time."""
        if self.activation is None or way is None or way is TRIGGERED or len(self.plan.incoming) < 2:
            super().arrive(scope, way)
            return
        waiting = scope.joins.get(self.index)
        if waiting is not None and waiting.memo.get("fired"):
            self.complete(scope, self.enter(scope))
            consume(scope)
            return
        count = waiting.memo["count"] if waiting is not None else 0
        holds = bool(self.activation.evaluate(Over({"activationCount": count + 1}, view(scope))))
        join = self.hold(scope, way)
        scope.instance.pending[join.id] = join
        if holds:
            join.memo["fired"] = True
            self.release(join, each=False)
            self.leave(scope)

    def at_rest(self, join: Execution) -> bool:
        """Where nothing can come any more: be ready for the next round, or give up waiting for the condition."""
        scope = join.outer
        if self.activation is None:
            return super().at_rest(join)
        if not join.memo.get("fired") or self.can_grow(join):
            return False
        scope.instance.pending.pop(join.id, None)
        del scope.joins[self.index]
        join.leave_tree()
        return True
