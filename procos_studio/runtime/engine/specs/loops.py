"""Loops: standard loops and multi-instances; a body scope holds the passes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from procos_studio.compiler import plan
from procos_studio.expressions import ExpressionError
from procos_studio.runtime.engine import ending
from procos_studio.runtime.engine.execution import Scope
from procos_studio.runtime.engine.operations import BEGIN
from procos_studio.runtime.engine.subscribing import listen_at_border
from procos_studio.runtime.engine.variables import put
from procos_studio.runtime.engine.views import Over, view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from procos_studio.runtime.engine.execution import Execution
    from procos_studio.runtime.engine.specs.activity import Activity

MOST = 10_000_000
"""No multi-instance may have more instances than this, not even one after the other."""


def loop_spec(made_of: plan.Loop | None) -> LoopSpec | None:
    """How an activity repeats; None where it runs once."""
    if made_of is None:
        return None
    return StandardLoop(made_of) if made_of.kind == "standard" else MultiInstance(made_of)


class LoopSpec:
    """A way to repeat an activity. Without a single pass, the activity is neither entered nor completed."""

    def __init__(self, made_of: plan.Loop) -> None:
        self.plan = made_of

    def arrive(self, node: Activity, scope: Scope) -> None:
        """A token has come to the activity."""
        raise NotImplementedError

    def one_done(self, node: Activity, body: Scope, inner: Execution) -> bool:
        """A pass is done, but not closed; whether the whole is. Raises ExpressionError without having counted."""
        raise NotImplementedError

    def go_on(self, node: Activity, body: Scope, is_done: bool) -> None:
        """The pass is closed: end the body, or begin the next pass."""
        raise NotImplementedError

    @staticmethod
    def open_body(node: Activity, scope: Scope, values: dict[str, Any]) -> Scope:
        """The scope around all passes; it carries the boundary events."""
        instance = scope.instance
        body = Scope(instance, node, scope, instance.engine.new_token(), "body")
        body.variables = values
        if node.boundary:
            try:
                listen_at_border(body)
            except ExpressionError:
                ending.cancel(body)
                raise
        return body

    @staticmethod
    def end_body(node: Activity, body: Scope) -> None:
        """All is done: what still runs is cancelled, and the token goes on."""
        scope = body.outer
        ending.clear(body)
        ending.close(body)
        node.go_on(scope)


class StandardLoop(LoopSpec):
    """Repeats while its condition holds, at most `maximum` times; `loopCounter` counts the passes from 0."""

    def arrive(self, node: Activity, scope: Scope) -> None:
        """The first pass, unless the condition is looked at before and does not hold."""
        loop = self.plan
        held = loop.condition is None or not loop.test_before or loop.condition.evaluate(view(scope))
        if loop.maximum == 0 or not held:
            node.go_on(scope)
            return
        body = self.open_body(node, scope, {"loopCounter": 0})
        body.memo["counter"] = 0
        if body.is_open:
            body.live = 1
            scope.instance.ready.append((BEGIN, body, None))

    def one_done(self, node: Activity, body: Scope, inner: Execution) -> bool:
        """Whether the maximum is reached or the condition does not hold any more."""
        loop, counter = self.plan, body.memo["counter"] + 1
        if 0 <= loop.maximum <= counter:
            return True
        done = loop.condition is not None and not loop.condition.evaluate(Over({"loopCounter": counter}, view(inner)))
        body.memo["counter"] = counter
        (body.variables or {})["loopCounter"] = counter
        return done

    def go_on(self, node: Activity, body: Scope, is_done: bool) -> None:
        """The next pass, or the end."""
        if is_done:
            self.end_body(node, body)
        else:
            body.instance.ready.append((BEGIN, body, None))


class MultiInstance(LoopSpec):
    """Runs once per item or number, all at once or one after the other.

    Its body has Camunda's variables nrOfInstances, nrOfActiveInstances and nrOfCompletedInstances, each pass has
    loopCounter and the item.
    """

    def __init__(self, made_of: plan.Loop) -> None:
        super().__init__(made_of)
        self.is_parallel = made_of.kind == "parallel"

    def arrive(self, node: Activity, scope: Scope) -> None:
        """Begin all passes, or the first."""
        count, items = self._extent(scope)
        if count == 0:
            node.go_on(scope)
            return
        active = count if self.is_parallel else 1
        if active > scope.instance.engine.limits.alive:
            raise ExpressionError(f"{count:,} instances at once are more than the engine holds")
        numbers = {"nrOfInstances": count, "nrOfActiveInstances": active, "nrOfCompletedInstances": 0}
        body = self.open_body(node, scope, numbers)
        if not body.is_open:
            return
        body.live = active
        # the process may overwrite its variables, so what the loop needs is kept apart from them
        body.memo.update({"count": count, "completed": 0, "active": active})
        if items is not None:
            body.memo["items"] = items
        ready = scope.instance.ready
        ready.extend([(BEGIN, body, self._local(items, number)) for number in range(active - 1, -1, -1)])

    def _extent(self, scope: Scope) -> tuple[int, list[Any] | None]:
        seen, loop = view(scope), self.plan
        items: list[Any] | None = None
        if loop.collection is not None:
            found = loop.collection.evaluate(seen)
            if not isinstance(found, list | dict):
                raise ExpressionError("the collection of the multi-instance is no list")
            items = list(found.values()) if isinstance(found, dict) else found
        if loop.cardinality is None:
            return len(items or ()), items
        count = _whole(loop.cardinality.evaluate(seen))
        return (min(count, len(items)) if items is not None else count), items

    def _local(self, items: list[Any] | None, number: int) -> dict[str, Any]:
        local: dict[str, Any] = {"loopCounter": number}
        if items is not None and self.plan.element:
            local[self.plan.element] = items[number]
        return local

    def one_done(self, node: Activity, body: Scope, inner: Execution) -> bool:
        """Count, gather, throw what the behaviour says, and look at the completion condition."""
        loop, memo = self.plan, body.memo
        completed = memo["completed"] + 1
        left = memo["count"] - completed
        active = memo["active"] - 1 if self.is_parallel else min(left, 1)
        now = {"nrOfCompletedInstances": completed, "nrOfActiveInstances": active}
        satisfied = loop.condition is not None and bool(loop.condition.evaluate(Over(now, self._around(body, inner))))
        thrown = [item for item in loop.thrown if self._throws(item, completed, Over(now, view(inner)))]
        memo.update({"completed": completed, "active": active})
        (body.variables or {}).update(now)
        if loop.gathers:
            self._gather(body, inner)
        for item in thrown:
            node.throw_at_border(body, item.event)
        return satisfied or left == 0

    def _around(self, body: Scope, inner: Execution) -> Mapping[str, Any]:
        """What the completion condition sees (Camunda): the loop's variables of the pass, but not the pass's own."""
        own = inner.variables or {}
        return Over({name: own[name] for name in ("loopCounter", self.plan.element) if name in own}, view(body))

    def _throws(self, item: plan.Thrown, completed: int, seen: Over) -> bool:
        if self.plan.behaviour == "One" and completed != 1:
            return False
        return item.condition is None or bool(item.condition.evaluate(seen))

    def _gather(self, body: Scope, inner: Execution) -> None:
        seen, place = view(inner), inner.memo.get("pass", 0)
        gathered: dict[str, Any] = body.memo.setdefault("gathered", {})
        gathered[str(place)] = seen.get(self.plan.gathered, None)

    def go_on(self, node: Activity, body: Scope, is_done: bool) -> None:
        """End, or begin the next pass of a sequential one."""
        if not body.is_open:
            return
        if is_done:
            self._give(body)
            if body.is_open:
                self.end_body(node, body)
        elif self.is_parallel:
            body.live -= 1
        else:
            local = self._local(body.memo.get("items"), body.memo["completed"])
            body.instance.ready.append((BEGIN, body, local))

    def _give(self, body: Scope) -> None:
        if self.plan.gathers and body.up is not None:
            gathered: dict[str, Any] = body.memo.get("gathered", {})
            put(body.up, {self.plan.gathers: [gathered[place] for place in sorted(gathered, key=int)]})


def _whole(value: Any) -> int:
    try:
        count = int(value)
    except (TypeError, ValueError, OverflowError):
        raise ExpressionError("the cardinality of the multi-instance is no whole number") from None
    if not 0 <= count <= MOST:
        raise ExpressionError(f"the multi-instance cannot have {count} instances")
    return count
