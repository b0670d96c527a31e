"""Debugging: stops an engine before what a breakpoint or a step names; while there is neither, nobody asks it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from procos_studio.expressions import Expression, ExpressionError
from procos_studio.problems import Problem, Refused
from procos_studio.runtime.breakpoints import Breakpoint, Breakpoints, Step, Stop, Why, condition_of, failed
from procos_studio.runtime.engine.execution import Execution, Scope
from procos_studio.runtime.engine.operations import BEGIN
from procos_studio.runtime.engine.stepping import Goal, arrival
from procos_studio.runtime.engine.views import Over, view
from procos_studio.runtime.events import EventKind

if TYPE_CHECKING:
    from procos_studio.runtime.engine.engine import Engine
    from procos_studio.runtime.engine.instance import Instance
    from procos_studio.runtime.engine.operations import Ready
    from procos_studio.runtime.engine.specs.node import Node
    from procos_studio.runtime.engine.subscriptions import Subscription

Move = Callable[["Instance", int], int]


class Debugger:
    """Where `stop` says that the engine stands, no token of any instance moves and no timer fires until `release`.

    What the outside answers meanwhile is taken over, and its token waits to go on; an error that a task throws is
    withheld, where errors stop, so that one can look before it ends anything. None of this is saved: a killed run goes
    on from before the element.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._told = engine.emit
        self.stop: Stop | None = None
        self._breakpoints = Breakpoints()
        self._conditions: dict[str, Expression | Problem | None] = {}
        self._goal: Goal | None = None
        self._before: Ready | None = None
        self._withheld: deque[Callable[[], None]] = deque()
        self._let: Ready | None = None
        self._lets_go = False

    def set_breakpoints(self, breakpoints: Breakpoints) -> None:
        """Stop at these from now on."""
        self._breakpoints = breakpoints
        self._conditions = {one.element: _understood(one) for one in breakpoints.at}
        emit = self._hear if breakpoints.on_error or breakpoints.variables else self._told
        self._engine.emit = emit
        for instance in self._engine.live.values():
            instance.emit = emit
        self._engage()

    def release(self, step: Step | None = None) -> None:
        """Go on; with a step, as far as that goes. Where nothing stood, any step ends before the next element."""
        before, self.stop, self._before = self._before, None, None
        if before is not None:
            instance = before[1].instance
            instance.budget.moves = 0
            _put_on_top(instance, before)
            self._engine.turns.prefer(instance)
        self._goal = Goal(step, before) if step is not None else None
        self._let = before
        self._lets_go = True
        try:
            while self._withheld:
                self._withheld.popleft()()
        finally:
            self._lets_go = False
        self._engage()

    def _engage(self) -> None:
        is_needed = self._breakpoints or self._goal is not None or self.stop is not None or self._withheld
        self._engine.turns.debugger = self if is_needed else None

    # looking ------------------------------------------------------------------------------------------------------

    def move(self, move: Move, instance: Instance, left: int) -> int:
        """Do up to `left` ready things of an instance, looking before each; how many more may be done."""
        ready = instance.ready
        while ready and left > 0 and not instance.is_frozen:
            entry = ready[-1]
            if self._stops_before(entry):
                return 0
            goal = self._goal if self._goal is not None and self._goal.ready is entry else None
            if goal is not None:
                goal.goes()
            left -= 1
            move(instance, 1)
            if goal is not None:
                goal.went()
            if self.stop is not None:
                return 0
        return left

    def _stops_before(self, ready: Ready) -> bool:
        if ready is self._let:
            self._let = None
            return False
        found = arrival(ready)
        if found is None:
            return False
        why, problem = self._why(ready, *found)
        if why is None:
            return False
        node, scope = found
        local = ready[2] if ready[0] is BEGIN and ready[2] else {}
        detail = next((event.code or "" for event in node.events if event.kind == "error"), "")
        self._halt(Stop(scope.instance.id, node.id, why, _levels(scope), dict(local), detail, problem), ready)
        return True

    def _halt(self, stop: Stop, ready: Ready | None = None) -> None:
        self.stop, self._before, self._goal = stop, ready, None
        self._engage()

    def _why(self, ready: Ready, node: Node, scope: Scope) -> tuple[Why | None, Problem | None]:
        """Whether to stop before this; a looped activity is asked about pass by pass."""
        is_pass = ready[0] is BEGIN
        if node.plan.loop is None or is_pass:
            why, problem = self._breaks(node.id, ready, scope)
            if why is None and node.plan.kind == "startEvent" and scope.node.plan.by_event:
                why, problem = self._breaks(scope.node.id, ready, scope)
            if why is not None:
                return why, problem
        if self._goal is not None and self._goal.is_met_by(ready):
            return Why.STEP, None
        throws = node.plan.kind == "endEvent" and any(event.kind == "error" for event in node.events)
        return (Why.ERROR if throws and self._breakpoints.on_error else None), None

    def _breaks(self, element: str, ready: Ready, scope: Scope) -> tuple[Why | None, Problem | None]:
        if element not in self._conditions:
            return None, None
        condition = self._conditions[element]
        if isinstance(condition, Problem):
            return Why.CONDITION, condition
        seen: Mapping[str, Any] = view(scope)
        if ready[0] is BEGIN and ready[2]:
            seen = Over(ready[2], seen)
        try:
            return (Why.BREAKPOINT if condition is None or condition.evaluate(seen) else None), None
        except ExpressionError as failure:
            return Why.CONDITION, failed(element, str(failure))

    # errors and variables -----------------------------------------------------------------------------------------

    def withholds(self, execution: Execution | None, code: str, again: Callable[[], None]) -> bool:
        """Whether a task's error must wait, because errors stop; `again` throws it once the run goes on."""
        if execution is None or self._lets_go or not self._breakpoints.on_error:
            return False
        self._withheld.append(again)
        if self.stop is None:
            found = (execution.instance.id, execution.node.id, Why.ERROR, _levels(execution))
            self._halt(Stop(*found, detail=code))
        return True

    def keeps_back(self, subscription: Subscription, payload: dict[str, Any]) -> bool:
        """Whether what decides an event-based gateway must wait, because its event has a breakpoint.

        Not where the engine is saved: whoever sent it is told that it has arrived.
        """
        owner, node = subscription.owner, subscription.node
        if node.id not in self._conditions or owner.role != "gateway" or self._lets_go or owner.instance.notes:
            return False
        why, problem = self._breaks(node.id, (node, owner, None), owner.outer)
        if why is None:
            return False
        self._withheld.append(lambda: self._engine.tell(subscription, payload) if subscription.is_open else None)
        if self.stop is None:
            self._halt(Stop(owner.instance.id, node.id, why, _levels(owner.outer), problem=problem))
        return True

    def _hear(self, kind: EventKind, instance: str, element: str, token: str, data: dict[str, Any]) -> None:
        if self._told is not None:
            self._told(kind, instance, element, token, data)
        if self.stop is not None:
            return
        if kind is EventKind.INCIDENT_RAISED and self._breakpoints.on_error:
            self._halt(Stop(instance, element, Why.ERROR, self._seen(instance, token), detail=data["message"]))
        elif kind is EventKind.VARIABLE_CHANGED and data["name"] in self._breakpoints.variables:
            self._halt(Stop(instance, element, Why.VARIABLE, self._seen(instance, token), detail=data["name"]))

    def _seen(self, instance: str, token: str) -> tuple[str, ...]:
        live = self._engine.live.get(instance)
        return _levels(live.tasks.get(token, live.root)) if live is not None else ()


def _understood(breakpoint: Breakpoint) -> Expression | Problem | None:
    try:
        return condition_of(breakpoint)
    except Refused as refused:
        return refused.problems[0]


def _levels(execution: Execution) -> tuple[str, ...]:
    """The ids of an execution and the scopes around it in its instance."""
    found, level = [execution.id], execution.up
    while level is not None:
        found.append(level.id)
        level = level.up
    return tuple(found)


def _put_on_top(instance: Instance, ready: Ready) -> None:
    """What stood goes first, though others may have become ready since; unless it was ended."""
    kept = [entry for entry in instance.ready if entry is not ready]
    if len(kept) < len(instance.ready):
        instance.ready.clear()
        instance.ready.extend([*kept, ready])
