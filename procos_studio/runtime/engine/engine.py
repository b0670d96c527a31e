"""The engine: takes plans, starts instances, moves their tokens, and is told what the outside has done."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

from procos_studio.compiler.plan import Plan
from procos_studio.compiler.timing import next_after
from procos_studio.expressions import ExpressionError
from procos_studio.expressions.closures import Secrets
from procos_studio.runtime.engine import conditions, ending, incidents, rearming, throwing
from procos_studio.runtime.engine.catalog import Catalog, Find
from procos_studio.runtime.engine.debugging import Debugger
from procos_studio.runtime.engine.execution import Execution, Scope
from procos_studio.runtime.engine.in_order import InOrder
from procos_studio.runtime.engine.instance import Instance
from procos_studio.runtime.engine.limits import DEFAULT_LIMITS, Limits
from procos_studio.runtime.engine.notes import Notes
from procos_studio.runtime.engine.operations import DRAIN, RETURN, Emit, Ready
from procos_studio.runtime.engine.post import Letter, Post
from procos_studio.runtime.engine.rows import NOTHING, Changes, Key
from procos_studio.runtime.engine.saved import restoring, saving
from procos_studio.runtime.engine.starting import Starting
from procos_studio.runtime.engine.subscriptions import Subscription, Subscriptions
from procos_studio.runtime.engine.turns import Turns
from procos_studio.runtime.engine.waiting import Waiting
from procos_studio.runtime.engine.waiting import waiting as waiting_of
from procos_studio.runtime.engine.work import Work
from procos_studio.runtime.events import EventKind

_KEPT = 1_000


class Engine:
    """All instances of some plans.

    Where two plans hold a process of one id, the later one counts. `clock` gives epoch seconds. `emit`, if there is
    one, is told everything that happens. `prefix` begins the id of every instance and token. `secrets`
    gives what `${secret("name")}` stands for in input parameters, the only place where secrets are known. Everything
    is synchronous; nothing here does I/O, and one thread at a time may use it. Where it `is_durable`, `changes` gives
    what has to be saved, and `restore` takes it back. `find` looks for the versions that calls are bound to.
    """

    def __init__(
        self,
        plans: Sequence[Plan],
        clock: Callable[[], float],
        emit: Emit | None = None,
        *,
        limits: Limits = DEFAULT_LIMITS,
        prefix: str = "",
        secrets: Secrets = None,
        is_durable: bool = False,
        find: Find | None = None,
    ) -> None:
        self.clock, self.emit, self.limits, self.prefix = clock, emit, limits, prefix
        self.secrets = secrets
        self.notes = Notes() if is_durable else None
        self.catalog = Catalog(plans, find)
        self.processes, self.versions = self.catalog.processes, self.catalog.versions
        self.subscriptions = Subscriptions()
        self.post = Post(self)
        self.live: dict[str, Instance] = {}
        self.held: dict[str, Execution] = {}
        self._ended: dict[str, dict[str, Any]] = {}
        self.starting = Starting(self)
        self.turns = Turns(limits)
        self.debugger = Debugger(self)
        self.tokens = 0
        self._work: dict[str, Work] = {}
        self._cancelled: list[str] = []

    # starting -----------------------------------------------------------------------------------------------------

    def start(
        self,
        process: str,
        variables: Mapping[str, Any],
        business_key: str = "",
        start_event: str = "",
        definition: str = "",
    ) -> str:
        """Start an instance; its id. Raises Refused where there is no such process or start.

        Without `start_event` it begins at the plain start event, or at the only start there is. `definition` is the
        digest of the version to start, without which it is the latest.
        """
        spec, starts = self.starting.starts(process, start_event, definition)
        return self.starting.open(spec, starts, variables, business_key).id

    def arm_starts(self) -> int:
        """Set the timers of all timer start events, as a deployment does; how many there are."""
        return self.starting.arm()

    def arm_again(self, processes: Collection[str]) -> int:
        """Let start timers of these processes be those of their latest versions only; how many there are."""
        return self.starting.arm_again(processes)

    # moving -------------------------------------------------------------------------------------------------------

    def advance(self, budget: float = math.inf) -> bool:
        """Move ready tokens until none is ready or `budget` seconds have passed; whether more is ready."""
        return self.turns.advance(budget)

    def push(self, instance: Instance, ready: Ready) -> None:
        """Let something of an instance go on next."""
        self.turns.push(instance, ready)

    def drain(self, scope: Scope) -> None:
        """The last token of a scope has gone."""
        self.turns.push(scope.instance, (DRAIN, scope, None))

    def give_back(self, caller: Execution, variables: dict[str, Any]) -> None:
        """A called instance has ended."""
        self.turns.push(caller.instance, (RETURN, caller, variables))

    def new_token(self) -> str:
        """The id of the next token."""
        self.tokens += 1
        return f"{self.prefix}t{self.tokens}"

    # work ---------------------------------------------------------------------------------------------------------

    def hand_out(self, execution: Execution, work: Work) -> None:
        """Ask the outside for something."""
        self.held[execution.id] = execution
        self._work[execution.id] = work

    def take_work(self) -> list[Work]:
        """The work handed out since the last call, in order."""
        found = list(self._work.values())
        self._work.clear()
        return found

    def take_cancelled(self) -> list[str]:
        """The ids of work whose result is no longer wanted, since the last call."""
        found, self._cancelled = self._cancelled, []
        return found

    def withdraw(self, execution: Execution) -> None:
        """An execution ends before the outside has answered."""
        if self.held.pop(execution.id, None) is not None and self._work.pop(execution.id, None) is None:
            self._cancelled.append(execution.id)

    def complete(self, work_id: str, variables: Mapping[str, Any]) -> None:
        """The work is done, with these results; an unknown or cancelled id is ignored.

        As in Camunda, a rule of the task may make a BPMN error of results, and of a failure.
        """
        execution = self.held.get(work_id)
        results = dict(variables)
        try:
            code = execution.node.meant(execution, None, results) if execution is not None else None
        except ExpressionError as failure:
            self._stall(work_id, str(failure))
            return
        if code is not None:
            self.throw(work_id, code, "", results)
        elif (answered := self._answered(work_id)) is not None:
            answered.node.supplied(answered, results)
            self.turns.queue(answered.instance)

    def throw(self, work_id: str, code: str, message: str, variables: Mapping[str, Any] | None = None) -> None:
        """The work ended in a BPMN error; an unknown or cancelled id is ignored."""
        again = partial(self.throw, work_id, code, message, variables)
        if self.debugger.withholds(self.held.get(work_id), code, again):
            return
        execution = self._answered(work_id)
        if execution is None:
            return
        instance = execution.instance
        changed = execution.node.keep(execution, dict(variables or {}))
        throwing.throw_error(execution, execution.node.id, execution.id, code, message)
        # the error comes first; what it ends does not look at conditions any more
        if changed and not instance.is_ended:
            conditions.look(instance, changed)
        self.turns.queue(instance)

    def fail(self, work_id: str, message: str) -> None:
        """The work failed for good: an incident; an unknown or cancelled id is ignored."""
        execution = self.held.get(work_id)
        try:
            code = execution.node.meant(execution, message, {}) if execution is not None else None
        except ExpressionError:
            code = None
        if code is not None:
            self.throw(work_id, code, message)
        else:
            self._stall(work_id, message)

    def _stall(self, work_id: str, message: str) -> None:
        execution = self.held.get(work_id)
        if execution is not None and execution.role == "activity":
            incidents.stall(execution, None, message)

    def put_off(self, work_id: str, attempt: int, due: float) -> None:
        """Whoever carries the work tries it again, for the `attempt`-th time and not before `due` (epoch seconds)."""
        execution = self.held.get(work_id)
        if execution is not None:
            execution.memo["attempt"] = [attempt, due]
            self._touch(execution)

    def retry(self, work_id: str) -> None:
        """Let a token with an incident try again; anything else is ignored."""
        execution = self.held.get(work_id)
        if execution is not None and "incident" in execution.memo:
            execution.instance.budget.moves = 0
            incidents.retry(execution)
            self.turns.queue(execution.instance)

    def has_incident(self, token: str) -> bool:
        """Whether this token waits with an incident."""
        execution = self.held.get(token)
        return execution is not None and "incident" in execution.memo

    def _answered(self, work_id: str) -> Execution | None:
        execution = self.held.get(work_id)
        if execution is None or not execution.node.can_be_supplied(execution):
            return None
        del self.held[work_id]
        self._work.pop(work_id, None)
        if self.notes is not None:
            self.notes.touch(execution)
        if "incident" in execution.memo:
            incidents.resolve(execution)
        execution.instance.budget.moves = 0
        return execution

    # events -------------------------------------------------------------------------------------------------------

    def due(self) -> float | None:
        """When the next timer is due (epoch seconds); None without one."""
        found = [at for at in (self.subscriptions.next_due(), self.starting.next_due()) if at is not None]
        return min(found, default=None)

    def fire_due(self) -> int:
        """Fire every timer that is due now, once; how many. Of the times that a cycle has missed one is made up for.

        None fires while the debugger has stopped the engine.
        """
        if self.debugger.stop is not None:
            return 0
        now = self.clock()
        count, order = self.starting.fire_due(now), InOrder()
        for subscription in self.subscriptions.due_by(now):
            order.happen(subscription.owner.instance, partial(self._fire, subscription))
            count += 1
        return count

    def _fire(self, subscription: Subscription) -> None:
        owner, due = subscription.owner, subscription.due
        instance = owner.instance
        instance.budget.moves = 0
        if instance.emit is not None:
            instance.emit(EventKind.TIMER_FIRED, instance.id, subscription.node.id, owner.id, {})
        self.tell(subscription, {})
        again = next_after(due, self.clock()) if due is not None else None
        if subscription.is_open and again is not None and owner.is_open:
            self.subscriptions.again(subscription, again)
            if instance.emit is not None:
                data = {"due": again.at}
                instance.emit(EventKind.TIMER_SCHEDULED, instance.id, subscription.node.id, owner.id, data)

    def tell(self, subscription: Subscription, payload: dict[str, Any]) -> None:
        """What somebody waits for has happened."""
        if self.debugger.keeps_back(subscription, payload):
            return
        instance = subscription.owner.instance
        self._touch(subscription.owner)
        subscription.receiver.happened(subscription, payload)
        self.turns.queue(instance)

    def message(
        self,
        name: str,
        variables: Mapping[str, Any] | None = None,
        business_key: str | None = None,
        keys: Mapping[str, Any] | None = None,
        instance: str | None = None,
    ) -> str:
        """Deliver a message: to the one who waits for it, else it starts a process; the instance's id, `""` for none.

        `keys` are variables that the receiver must have with these values (correlation keys).
        """
        letter = Letter(name, dict(variables or {}), "", business_key, dict(keys or {}), instance)
        return self.post.deliver(letter)

    def signal(self, name: str, variables: Mapping[str, Any] | None = None) -> int:
        """Broadcast a signal; how many waits ended and instances began by it."""
        return self.post.broadcast(name, dict(variables or {}))

    # ending -------------------------------------------------------------------------------------------------------

    def cancel(self, instance: str, reason: str = "") -> None:
        """Cancel an instance and all that it called; an unknown or ended one is ignored."""
        found = self.live.get(instance)
        if found is not None:
            ending.cancel_instance(found, reason)

    def forget(self, instance: Instance) -> None:
        """An instance has ended; its variables are kept for a while."""
        instance.is_ended = True
        instance.ready.clear()
        instance.budget.instances -= 1
        if self.notes is not None:
            self.notes.ended.append(instance)
        del self.live[instance.id]
        self._ended[instance.id] = instance.root.variables or {}
        if len(self._ended) > _KEPT:
            del self._ended[next(iter(self._ended))]

    # saving -------------------------------------------------------------------------------------------------------

    def changes(self) -> Changes:
        """The rows that have changed since the last call; nothing where the engine is not durable."""
        return saving.changes(self, self.notes) if self.notes is not None else NOTHING

    def restore(self, rows: Iterable[tuple[Key, Any]], pinned: Sequence[Plan] = ()) -> None:
        """Go on from saved rows; work in flight is handed out again.

        `pinned` are the plans of the versions that instances began with, where they are not among the engine's own.
        Only for a new, durable engine. Raises Refused for damaged, forged or newer rows; then it must not be used.
        """
        if self.notes is None:
            raise ValueError("only a durable engine can be restored")
        for plan in pinned:
            self.catalog.add(plan)
        restoring.restore(self, self.notes, rows, self.versions)

    def rearm(self, instance: str) -> None:
        """Let an instance that came to another version wait for what that says.

        Raises ExpressionError, after which changes must not be saved; KeyError for an instance that does not live.
        """
        rearming.rearm(self.live[instance])

    def _touch(self, execution: Execution) -> None:
        if self.notes is not None:
            self.notes.touch(execution)

    # looking ------------------------------------------------------------------------------------------------------

    def is_ended(self, instance: str) -> bool:
        """Whether an instance that was started has ended, in whatever way."""
        return instance not in self.live

    @property
    def instances(self) -> Mapping[str, Instance]:
        """The live instances by id."""
        return MappingProxyType(self.live)

    def variables(self, instance: str) -> dict[str, Any]:
        """The variables of an instance, live or among the last 1,000 that ended; KeyError for any other."""
        found = self.live.get(instance)
        return dict((found.root.variables or {}) if found is not None else self._ended[instance])

    def waiting(self) -> list[Waiting]:
        """What every token waits for that does not move by itself."""
        return [waiting_of(execution) for instance in self.live.values() for execution in _waiters(instance)]


def _waiters(instance: Instance) -> list[Execution]:
    found = instance.tasks.values()
    return [item for item in found if item.role == "join" or item.memo.get("waits") or "incident" in item.memo]
