"""Node: what all elements share: a token arrives, passes or waits, and leaves over flows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from SpiffWorkflow.specs.base import TaskSpec
from SpiffWorkflow.specs.WorkflowSpec import WorkflowSpec

from procos_studio.compiler import plan
from procos_studio.expressions import Expression, ExpressionError
from procos_studio.runtime.engine import incidents
from procos_studio.runtime.engine.listening import hear
from procos_studio.runtime.engine.operations import DRAIN, LEAVE
from procos_studio.runtime.engine.views import view
from procos_studio.runtime.events import EventKind

if TYPE_CHECKING:
    from procos_studio.runtime.engine.conditions import Change
    from procos_studio.runtime.engine.execution import Execution, Scope
    from procos_studio.runtime.engine.subscriptions import Subscription

ENTERED, COMPLETED, TAKEN = EventKind.ELEMENT_ENTERED, EventKind.ELEMENT_COMPLETED, EventKind.FLOW_TAKEN


class Way:
    """A sequence flow as its source sees it; `listened` is its plan where it has listeners."""

    __slots__ = ("condition", "id", "listened", "number", "target")

    def __init__(self, number: int, key: str, condition: Expression | None, listened: plan.Flow | None = None) -> None:
        self.number, self.id, self.condition, self.listened = number, key, condition, listened
        self.target: Node


TRIGGERED = Way(-1, "", None)
"""The way on which a token comes to a start that has already happened."""


class Node(TaskSpec):
    """The spec of one element. Specs hold no state: executions do.

    `only` is its single unconditioned flow where it has no other. The name is made of number and id, so no id of a
    file can collide with another.
    """

    def __init__(self, workflow_spec: WorkflowSpec, made_of: plan.Node) -> None:
        super().__init__(workflow_spec, f"{made_of.index}:{made_of.id}")
        self.plan = made_of
        self.index = made_of.index
        self.id = made_of.id
        self.events = made_of.events
        self.listeners = made_of.listeners
        self.outgoing: tuple[Way, ...] = ()
        self.default: Way | None = None
        self.only: Way | None = None
        self.boundary: tuple[Node, ...] = ()
        self.event_subs: tuple[Node, ...] = ()
        self.starts: tuple[Node, ...] = ()
        self.children: tuple[Node, ...] = ()
        self.handler: Node | None = None

    def link(self, nodes: list[Node], ways: list[Way]) -> None:
        """Join this node with the others of its process, once all of them exist."""
        made_of = self.plan
        self.outgoing = tuple(ways[number] for number in made_of.outgoing)
        if made_of.default >= 0:
            self.default = ways[made_of.default]
        if len(self.outgoing) == 1 and self.outgoing[0].condition is None and self.outgoing[0].listened is None:
            self.only = self.outgoing[0]
        self.boundary = tuple(nodes[number] for number in made_of.boundary)
        self.event_subs = tuple(nodes[number] for number in made_of.event_subs)
        self.starts = tuple(nodes[number] for number in made_of.starts)
        self.children = tuple(nodes[number] for number in made_of.children)
        self.handler = nodes[made_of.handler] if made_of.handler >= 0 else None

    # a token's way ------------------------------------------------------------------------------------------------

    def arrive(self, scope: Scope, way: Way | None) -> None:
        """A token of `scope` comes in over `way` (None at a start). What raises ExpressionError must change nothing."""
        if self.listeners:
            hear(scope, self.plan, "start", "end")
        self.pass_through(scope)

    def pass_through(self, scope: Scope) -> None:
        """Enter, complete and leave at once."""
        instance = scope.instance
        if instance.emit is not None:
            token = instance.engine.new_token()
            instance.emit(ENTERED, instance.id, self.id, token, {"scope": scope.id})
            instance.emit(COMPLETED, instance.id, self.id, token, {})
        self.leave(scope)

    def enter(self, scope: Scope) -> str:
        """Report that a token has come in; the token's id."""
        instance = scope.instance
        token = instance.engine.new_token()
        if instance.emit is not None:
            instance.emit(ENTERED, instance.id, self.id, token, {"scope": scope.id})
        return token

    def complete(self, scope: Scope, token: str) -> None:
        """Report that a token has done here."""
        instance = scope.instance
        if instance.emit is not None:
            instance.emit(COMPLETED, instance.id, self.id, token, {})

    def is_gone(self, scope: Scope, token: str) -> bool:
        """Whether what a token has just done took it away itself; then that is reported."""
        if scope.is_open and not scope.memo.get("interrupted"):
            return False
        instance = scope.instance
        if instance.emit is not None:
            instance.emit(EventKind.ELEMENT_CANCELLED, instance.id, self.id, token, {})
        return True

    def leave(self, scope: Scope) -> None:
        """The token goes on over the outgoing flows; where there are none it ends."""
        way = self.only
        if way is None:
            self.split(scope)
            return
        instance = scope.instance
        if instance.emit is not None:
            instance.emit(TAKEN, instance.id, way.id, "", {})
        instance.ready.append((way.target, scope, way))

    def split(self, scope: Scope) -> None:
        """Leave over every flow whose condition holds; an incident where none does."""
        if not self.outgoing:
            consume(scope)
            return
        try:
            chosen = self.chosen(scope)
            tread(scope, chosen)
        except ExpressionError as failure:
            incidents.stumble(self, scope, LEAVE, self, str(failure))
            return
        if chosen:
            self.take(scope, chosen)
        else:
            message = f"No flow that leaves “{self.plan.name or self.id}” can be taken: no condition is true."
            incidents.stumble(self, scope, LEAVE, self, message)

    def chosen(self, scope: Scope) -> list[Way]:
        """All flows whose condition is true and those without one; the default where no condition is true.

        Source: BPMN 2.0, 13.2.1: a flow without a condition does not keep the default from being taken.
        """
        variables = view(scope)
        default, found, held = self.default, [], False
        for way in self.outgoing:
            if way is default:
                continue
            if way.condition is None:
                found.append(way)
            elif way.condition.evaluate(variables):
                found.append(way)
                held = True
        if default is not None and not held:
            found.append(default)
        return found

    def take(self, scope: Scope, ways: list[Way] | tuple[Way, ...]) -> None:
        """One token becomes one on each of these flows; the first of them goes on first."""
        instance = scope.instance
        if instance.emit is not None:
            for way in ways:
                instance.emit(TAKEN, instance.id, way.id, "", {})
        scope.live += len(ways) - 1
        instance.ready.extend([(way.target, scope, way) for way in reversed(ways)])

    # what only some nodes do --------------------------------------------------------------------------------------

    def perform(self, execution: Execution) -> None:
        """Do, or try again to do, what an open execution is there for."""
        raise NotImplementedError(f"{type(self).__name__} performs nothing")

    def begin(self, up: Scope, local: dict[str, Any] | None) -> None:
        """Begin one pass of an activity in `up`, with these local variables."""
        raise NotImplementedError(f"{type(self).__name__} has no passes")

    def finish(self, execution: Execution) -> None:
        """Map the results of an execution of this node, and go on."""
        raise NotImplementedError(f"{type(self).__name__} has nothing to finish")

    def drained(self, scope: Scope) -> None:
        """All tokens of a scope of this node have ended."""
        raise NotImplementedError(f"{type(self).__name__} has no scope")

    def returned(self, execution: Execution, variables: dict[str, Any]) -> None:
        """The called instance has ended with these variables."""
        raise NotImplementedError(f"{type(self).__name__} calls nothing")

    def supplied(self, execution: Execution, results: dict[str, Any]) -> None:
        """The outside has done what was asked."""
        raise NotImplementedError(f"{type(self).__name__} asks for nothing")

    def can_be_supplied(self, execution: Execution) -> bool:
        """Whether an answer from outside ends this execution's wait."""
        return False

    def meant(self, execution: Execution, failure: str | None, results: dict[str, Any]) -> str | None:
        """The code of the BPMN error that a failure, or these results, mean; None for none."""
        return None

    def keep(self, execution: Execution, results: dict[str, Any]) -> list[Change]:
        """Keep the results that come with an error; what conditions have to look at afterwards."""
        return []

    def interrupted(self, execution: Execution) -> None:
        """An execution of this node ends before it is done."""

    def at_rest(self, join: Execution) -> bool:
        """The instance has come to rest; whether the tokens waiting in `join` went on."""
        return False

    def again(self, execution: Execution) -> None:
        """Ask the outside once more."""
        raise NotImplementedError(f"{type(self).__name__} asks for nothing")

    def caught(self, level: Execution, node: Node, values: dict[str, Any], *, is_interrupting: bool) -> None:
        """The event `node` of this node catches something at `level`, which brings these values."""
        raise NotImplementedError(f"{type(self).__name__} catches nothing")

    def compensated(self, scope: Scope, token: str, then: str) -> None:
        """The compensation that this node's token has thrown is done."""
        raise NotImplementedError(f"{type(self).__name__} throws no compensation")

    def inner_done(self, scope: Scope) -> bool:
        """An activity directly inside a scope of this node has ended; whether that ends the scope."""
        return False

    def happened(self, subscription: Subscription, payload: dict[str, Any]) -> None:
        """What one of this node's subscriptions waited for has happened."""
        raise NotImplementedError(f"{type(self).__name__} waits for nothing")


def tread(scope: Scope, ways: list[Way] | tuple[Way, ...]) -> None:
    """Evaluate the listeners of flows that are about to be taken."""
    for way in ways:
        if way.listened is not None:
            hear(scope, way.listened, "take")


def consume(scope: Scope) -> None:
    """A token of the scope ends; with the last one, the scope does."""
    scope.live -= 1
    if not scope.live:
        scope.instance.ready.append((DRAIN, scope, None))
