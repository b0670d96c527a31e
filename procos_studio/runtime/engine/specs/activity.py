"""Activity: what tasks, sub-processes, call activities and waiting events share: one pass from begin to finish."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from procos_studio.compiler import plan
from procos_studio.expressions import ExpressionError
from procos_studio.runtime.engine import compensating, ending, incidents, variables
from procos_studio.runtime.engine.execution import Execution
from procos_studio.runtime.engine.listening import hear
from procos_studio.runtime.engine.operations import FINISH
from procos_studio.runtime.engine.specs.node import ENTERED, Node, Way
from procos_studio.runtime.engine.subscribing import listen_at_border
from procos_studio.runtime.engine.variables import put, put_local
from procos_studio.runtime.engine.views import Over, view

if TYPE_CHECKING:
    from SpiffWorkflow.specs.WorkflowSpec import WorkflowSpec

    from procos_studio.runtime.engine.execution import Scope
    from procos_studio.runtime.engine.specs.loops import LoopSpec


class Activity(Node):
    """An element with a life of its own: `begin` opens an execution, `perform` does its work, `finish` closes it.

    `is_bare` says that nothing can be noticed between begin and finish but the work itself, so that work done in the
    engine needs no execution.
    """

    loop: LoopSpec | None = None
    in_ad_hoc = False

    def __init__(self, workflow_spec: WorkflowSpec, made_of: plan.Node) -> None:
        super().__init__(workflow_spec, made_of)
        mapped = made_of.inputs or made_of.outputs or made_of.data_in or made_of.data_out or made_of.locals
        self.is_bare = not (
            mapped
            or made_of.boundary
            or made_of.loop is not None
            or made_of.for_compensation
            or made_of.start_quantity > 1
            or made_of.completion_quantity > 1
            or made_of.listeners
        )

    def link(self, nodes: list[Node], ways: list[Way]) -> None:
        """An ad-hoc sub-process looks at its condition after each activity."""
        super().link(nodes, ways)
        parent = self.plan.parent
        self.in_ad_hoc = parent >= 0 and nodes[parent].plan.kind == "adHocSubProcess"
        self.is_bare = self.is_bare and not self.in_ad_hoc and self.handler is None

    def arrive(self, scope: Scope, way: Way | None) -> None:
        """Begin, as often as the loop says, once enough tokens have come."""
        if self.plan.start_quantity > 1 and not self._enough(scope):
            return
        if self.loop is not None:
            self.loop.arrive(self, scope)
        else:
            self.begin(scope, None)

    def _enough(self, scope: Scope) -> bool:
        """BPMN's start quantity: tokens gather until there are enough; they become one."""
        have, wanted = scope.quantities.get(self.index, 0) + 1, self.plan.start_quantity
        if have < wanted:
            scope.quantities[self.index] = have
            return False
        scope.quantities.pop(self.index, None)
        scope.live -= wanted - 1
        return True

    def begin(self, up: Scope, local: dict[str, Any] | None) -> None:
        """One pass, with the local variables that a loop gives."""
        execution = self.open(up, local)
        if execution.is_open:
            self.perform(execution)

    def open(self, up: Scope, local: dict[str, Any] | None) -> Execution:
        """The execution of one pass; already closed again where a boundary event interrupted it at once."""
        own = self.own_variables(up, local)
        execution = self.make(up)
        execution.variables = own
        if local is not None:
            execution.memo["pass"] = local["loopCounter"]
        self.announce(execution)
        try:
            if self.boundary and up.node is not self:
                listen_at_border(execution)
            if self.listeners and execution.is_open:
                hear(execution, self.plan, "start")
        except ExpressionError:
            ending.cancel(execution, has_begun=False)
            raise
        return execution

    def own_variables(self, up: Scope, local: dict[str, Any] | None) -> dict[str, Any] | None:
        """What the pass has for itself: the loop's variables, data and properties, then the input parameters."""
        made_of = self.plan
        if not (made_of.inputs or made_of.data_in or made_of.locals or made_of.outputs):
            return local
        own: dict[str, Any] = dict.fromkeys(made_of.locals)
        own.update(local or {})
        outside = view(up)
        seen = Over(own, outside)
        for move in made_of.data_in:
            if move.expression is not None:
                own[move.target] = move.expression.evaluate(seen)
            elif (source := next((name for name in move.sources if name in seen), None)) is not None:
                own[move.target] = seen[source]
        # as in Camunda, no input parameter sees another one
        secrets = up.instance.engine.secrets
        own.update({item.name: item.value.evaluate(seen, secrets) for item in made_of.inputs})
        return own

    def make(self, up: Scope) -> Execution:
        """A new execution in `up`."""
        instance = up.instance
        return Execution(instance, self, up, instance.engine.new_token(), "activity")

    def announce(self, execution: Execution) -> None:
        """Report the pass and its variables."""
        instance = execution.instance
        up = execution.up
        if instance.emit is not None and up is not None:
            from_where = {"scope": up.id}
            instance.emit(ENTERED, instance.id, self.id, execution.id, from_where)
            for name, value in (execution.variables or {}).items():
                variables.tell(execution, name, value, self.id)

    @property
    def hides_results(self) -> bool:
        """Whether only the outputs of what it does shall be known outside."""
        return bool(self.plan.outputs)

    def perform(self, execution: Execution) -> None:
        """Do the work of one pass; here, nothing."""
        self.finish(execution)

    def results(self, execution: Execution, values: dict[str, Any]) -> None:
        """Keep results: local where the outputs alone shall be known, else where they exist, else in the process."""
        if not values:
            return
        if self.hides_results:
            put_local(execution, values)
        else:
            put(execution, values)

    def conclude(self, execution: Execution, results: dict[str, Any]) -> None:
        """Keep the results and finish; as in Camunda, what these results set off goes as far as it can before."""
        ready = execution.instance.ready
        before = len(ready)
        self.results(execution, results)
        if len(ready) > before and execution.is_open:
            ready.insert(before, (FINISH, execution, None))
        elif execution.is_open:
            self.finish(execution)

    def finish(self, execution: Execution) -> None:
        """Map the results out, close the execution, and go on; an incident where the mapping fails."""
        up = execution.outer
        looped = up.node is self and up.role == "body" and self.loop is not None
        try:
            if self.listeners:
                hear(execution, self.plan, "complete", "end")
            if execution.is_open:
                self._give(execution, up)
            if not execution.is_open:
                return
            is_done = looped and self.loop is not None and self.loop.one_done(self, up, execution)
        except ExpressionError as failure:
            incidents.stall(execution, FINISH, str(failure))
            return
        self.complete(up, execution.id)
        compensating.remember(execution, up)
        ending.close(execution)
        if looped and self.loop is not None:
            self.loop.go_on(self, up, is_done)
        else:
            self.go_on(up)

    def interrupted(self, execution: Execution) -> None:
        """As in Camunda, end listeners are heard and outputs mapped, here as far as they have values already.

        Conditions do not look at what they set: the scopes around may be ending too.
        """
        if not (self.listeners or self.plan.outputs):
            return
        instance = execution.instance
        looking, instance.conditions = instance.conditions, {}
        try:
            with suppress(ExpressionError):
                hear(execution, self.plan, "end")
            for assignment in self.plan.outputs:
                with suppress(ExpressionError):
                    put(execution.outer, {assignment.name: assignment.value.evaluate(view(execution))}, self.id)
        finally:
            instance.conditions = looking

    def throw_at_border(self, body: Scope, event: plan.Event) -> None:
        """Throw an event of a multi-instance's behaviour: caught on its own border, without interrupting it.

        A signal that is not caught there is broadcast. Source: BPMN 2.0, table 10.30 (behavior).
        """
        name = str(event.name.evaluate(view(body))) if event.name is not None else ""
        for boundary in self.boundary:
            for caught in boundary.events:
                named = str(caught.name.evaluate(view(body))) if caught.name is not None else ""
                if caught.kind == event.kind and named == name and caught.code in (None, event.code):
                    boundary.caught(body, boundary, {}, is_interrupting=False)
                    return
        if event.kind == "signal":
            body.instance.engine.post.broadcast(name, {})

    def _give(self, execution: Execution, up: Scope) -> None:
        made_of = self.plan
        if self.plan.outputs:
            seen = view(execution)
            put(up, {assignment.name: assignment.value.evaluate(seen) for assignment in self.plan.outputs})
        for move in made_of.data_out:
            seen = view(execution)
            if move.expression is not None:
                put(up, {move.target: move.expression.evaluate(seen)})
            elif (source := next((name for name in move.sources if name in seen), None)) is not None:
                put(up, {move.target: seen[source]})

    def go_on(self, scope: Scope) -> None:
        """Leave, with as many tokens as the completion quantity says; an ad-hoc scope may end instead."""
        if self.in_ad_hoc and scope.node.inner_done(scope):
            return
        quantity = self.plan.completion_quantity
        if quantity > 1:
            scope.live += quantity - 1
            for _ in range(quantity - 1):
                self.leave(scope)
        self.leave(scope)
