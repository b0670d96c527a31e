"""The engine: takes plans, starts instances, moves their tokens, and is told what the outside has done."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from time import perf_counter
from types import MappingProxyType
from typing import Any

from procos_studio.compiler.plan import Plan
from procos_studio.compiler.timing import following
from procos_studio.expressions import ExpressionError
from procos_studio.expressions.closures import Secrets
from procos_studio.problems import Refused, error
from procos_studio.runtime.engine import ending, incidents, throwing
from procos_studio.runtime.engine.execution import Execution, Scope
from procos_studio.runtime.engine.instance import Instance
from procos_studio.runtime.engine.limits import DEFAULT_LIMITS, Limits
from procos_studio.runtime.engine.operations import DRAIN, RETURN, Emit, Ready
from procos_studio.runtime.engine.post import Letter, Post
from procos_studio.runtime.engine.specs.node import Node
from procos_studio.runtime.engine.specs.process import ProcessSpec
from procos_studio.runtime.engine.subscriptions import Subscription, Subscriptions
from procos_studio.runtime.engine.variables import view
from procos_studio.runtime.engine.waiting import Waiting
from procos_studio.runtime.engine.waiting import waiting as waiting_of
from procos_studio.runtime.engine.work import Work
from procos_studio.runtime.events import EventKind

_TURN = 1_000
_KEPT = 1_000


class Engine:
    """All instances of some plans.

    Where two plans hold a process of one id, the later one counts. `clock` gives epoch seconds. `emit`, if there is
    one, is told everything that happens. `prefix` begins the id of every instance and token. `secrets`
    gives what `${secret("name")}` stands for in input parameters, the only place where secrets are known. Everything
    is synchronous; nothing here does I/O, and one thread at a time may use it.
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
    ) -> None:
        self.clock, self.emit, self.limits, self._prefix = clock, emit, limits, prefix
        self.secrets = secrets
        self.processes = {process.id: ProcessSpec(process, plan.name) for plan in plans for process in plan.processes}
        self.subscriptions = Subscriptions()
        self.post = Post(self)
        self.live: dict[str, Instance] = {}
        self.held: dict[str, Execution] = {}
        self._ended: dict[str, dict[str, Any]] = {}
        self._tokens = 0
        self._started = 0
        self._busy: deque[Instance] = deque()
        self._work: dict[str, Work] = {}
        self._cancelled: list[str] = []

    # starting -----------------------------------------------------------------------------------------------------

    def start(self, process: str, variables: Mapping[str, Any], business_key: str = "", start_event: str = "") -> str:
        """Start an instance; its id. Raises Refused where there is no such process or start.

        Without `start_event` it begins at the plain start event, or at the only start there is.
        """
        spec = self.processes.get(process)
        if spec is None:
            known = ", ".join(sorted(self.processes)[:5])
            hint = f"Choose one of: {known}." if known else "Open a file that holds it."
            raise Refused(error("run.unknown-process", f"There is no process “{process}”.", process, hint=hint))
        return self.open_instance(spec, variables, business_key, None, self._starts(spec, start_event)).id

    def _starts(self, spec: ProcessSpec, start_event: str) -> tuple[Node, ...]:
        if start_event:
            found = next((node for node in (*spec.starts, *spec.triggers) if node.id == start_event), None)
            if found is not None:
                return (found,)
        elif spec.starts:
            return spec.starts[:1] if spec.starts[0].plan.kind == "startEvent" else spec.starts
        elif len(spec.triggers) == 1:
            return spec.triggers
        words = (
            f"“{spec.name or spec.id}” does not say where to start." if not start_event else "There is no such start."
        )
        hint = "Name one of its start events."
        raise Refused(error("run.unknown-start", words, start_event or spec.id, hint=hint))

    def open_instance(
        self,
        spec: ProcessSpec,
        variables: Mapping[str, Any],
        business_key: str,
        caller: Execution | None,
        starts: tuple[Node, ...],
    ) -> Instance:
        """A new instance with tokens at `starts`."""
        self._started += 1
        instance = Instance(self, spec, f"{self._prefix}i{self._started}", business_key, caller)
        instance.top.family += 1
        self.live[instance.id] = instance
        instance.root.variables = dict(variables)
        if self.emit is not None:
            parent = caller.instance.id if caller is not None else ""
            data = {"process": spec.id, "business_key": business_key, "parent": parent, "variables": dict(variables)}
            self.emit(EventKind.INSTANCE_STARTED, instance.id, "", "", data)
        instance.root.memo["starts"] = [node.index for node in starts]
        spec.node.perform(instance.root)
        self._queue(instance)
        return instance

    def starters(self, kind: str, name: str) -> Iterator[tuple[ProcessSpec, Node]]:
        """The processes that a message or signal of this name starts, and where."""
        for spec in self.processes.values():
            for trigger in spec.triggers:
                targets = [way.target for way in trigger.outgoing] if trigger.plan.kind == "eventBasedGateway" else []
                for node in (trigger, *targets):
                    if any(event.kind == kind and _says(event.name, name) for event in node.events):
                        yield spec, node

    def knows(self, target: str) -> bool:
        """Whether an element or process of this id is among the plans."""
        if not target:
            return False
        return target in self.processes or any(spec.node_of(target) is not None for spec in self.processes.values())

    # moving -------------------------------------------------------------------------------------------------------

    def advance(self, budget: float = math.inf) -> bool:
        """Move ready tokens until none is ready or `budget` seconds have passed; whether more is ready.

        Instances take turns, so that an endless one does not hold up the others.
        """
        until = perf_counter() + budget
        busy = self._busy
        while busy:
            instance = busy.popleft()
            instance.is_queued = False
            self._turn(instance)
            if instance.ready:
                self._queue(instance)
            if busy and perf_counter() >= until:
                return True
        return False

    def _turn(self, instance: Instance) -> None:
        ready, left = instance.ready, _TURN
        pop = ready.pop
        while left > 0:
            operation, execution, argument = None, None, None
            try:
                while ready and left > 0:
                    left -= 1
                    operation, execution, argument = pop()
                    operation.arrive(execution, argument)
            except ExpressionError as failure:
                assert operation is not None
                assert execution is not None
                _stumble(operation, execution, argument, str(failure))
            if not ready and not self._rest(instance):
                break
        self._count(instance, _TURN - left)

    def _rest(self, instance: Instance) -> bool:
        """The instance has come to rest: joins that waited for others may go on. Whether one did."""
        for join in list(instance.pending.values()):
            node = join.node
            if join.is_open and node.at_rest(join) and instance.ready:
                return True
        return False

    def _count(self, instance: Instance, moves: int) -> None:
        top = instance.top
        top.moves += moves
        if top.moves > self.limits.moves or len(instance.tasks) > self.limits.alive:
            self._stop_runaway(instance)

    def _stop_runaway(self, instance: Instance) -> None:
        """Every ready token becomes an incident, so that a person decides; a retry gives it as many moves again."""
        limits = self.limits
        reason = f"after {limits.moves:,} moves without a wait"
        if len(instance.tasks) > limits.alive:
            reason = f"with more than {limits.alive:,} waiting tokens"
        ready = list(instance.ready)
        instance.ready.clear()
        instance.top.moves = 0
        for operation, execution, argument in ready:
            if isinstance(operation, Node):
                message = f"The process seems to run in an endless loop: stopped {reason}."
                _stumble(operation, execution, argument, message)
            else:
                instance.ready.append((operation, execution, argument))

    def _queue(self, instance: Instance) -> None:
        if not instance.is_queued and instance.ready:
            instance.is_queued = True
            self._busy.append(instance)

    def push(self, instance: Instance, ready: Ready) -> None:
        """Let something of an instance go on next."""
        instance.ready.append(ready)
        if not instance.is_queued:
            instance.is_queued = True
            self._busy.append(instance)

    def drain(self, scope: Scope) -> None:
        """The last token of a scope has gone."""
        self.push(scope.instance, (DRAIN, scope, None))

    def give_back(self, caller: Execution, variables: dict[str, Any]) -> None:
        """A called instance has ended."""
        self.push(caller.instance, (RETURN, caller, variables))

    def new_token(self) -> str:
        """The id of the next token."""
        self._tokens += 1
        return f"{self._prefix}t{self._tokens}"

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
        """The work is done, with these results; an unknown or cancelled id is ignored."""
        execution = self._answered(work_id)
        if execution is not None:
            execution.node.supplied(execution, dict(variables))
            self._queue(execution.instance)

    def throw(self, work_id: str, code: str, message: str, variables: Mapping[str, Any] | None = None) -> None:
        """The work ended in a BPMN error; an unknown or cancelled id is ignored."""
        execution = self._answered(work_id)
        if execution is None:
            return
        instance = execution.instance
        if variables:
            execution.node.keep(execution, dict(variables))
        if execution.is_open:
            throwing.throw_error(execution, execution.node.id, execution.id, code, message)
        self._queue(instance)

    def fail(self, work_id: str, message: str) -> None:
        """The work failed for good: an incident; an unknown or cancelled id is ignored."""
        execution = self.held.get(work_id)
        if execution is not None and execution.role == "activity":
            incidents.stall(execution, None, message)

    def retry(self, work_id: str) -> None:
        """Let a token with an incident try again; anything else is ignored."""
        execution = self.held.get(work_id)
        if execution is not None and "incident" in execution.memo:
            execution.instance.top.moves = 0
            incidents.retry(execution)
            self._queue(execution.instance)

    def _answered(self, work_id: str) -> Execution | None:
        execution = self.held.get(work_id)
        if execution is None or not execution.node.can_be_supplied(execution):
            return None
        del self.held[work_id]
        self._work.pop(work_id, None)
        if "incident" in execution.memo:
            incidents.resolve(execution)
        execution.instance.top.moves = 0
        return execution

    # events -------------------------------------------------------------------------------------------------------

    def due(self) -> float | None:
        """When the next timer is due (epoch seconds); None without one."""
        return self.subscriptions.next_due()

    def fire_due(self) -> int:
        """Fire every timer that is due now, once; how many."""
        count = 0
        for subscription in self.subscriptions.due_by(self.clock()):
            self._fire(subscription)
            count += 1
        return count

    def _fire(self, subscription: Subscription) -> None:
        owner, due = subscription.owner, subscription.due
        instance = owner.instance
        if instance.emit is not None:
            instance.emit(EventKind.TIMER_FIRED, instance.id, subscription.node.id, owner.id, {})
        self.tell(subscription, {})
        again = following(due) if due is not None else None
        if subscription.is_open and again is not None and owner.is_open:
            self.subscriptions.again(subscription, again)
            if instance.emit is not None:
                data = {"due": again.at}
                instance.emit(EventKind.TIMER_SCHEDULED, instance.id, subscription.node.id, owner.id, data)

    def tell(self, subscription: Subscription, payload: dict[str, Any]) -> None:
        """What somebody waits for has happened."""
        instance = subscription.owner.instance
        instance.top.moves = 0
        subscription.receiver.happened(subscription, payload)
        self._queue(instance)

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

    def check_conditions(self, instance: Instance, changed: list[tuple[Execution, str, str]]) -> None:
        """Variables have changed: conditional events that see them look at their condition, once per variable."""
        for level, name, how in changed:
            found = sorted(instance.conditions.values(), key=lambda item: (not item.is_interrupting, item.number))
            for subscription in found:
                event = subscription.event
                if event.variable not in ("", name) or (event.variable_events and how not in event.variable_events):
                    continue
                if subscription.is_open and _sees(subscription.owner, level):
                    self.check_condition(subscription)

    def check_condition(self, subscription: Subscription) -> None:
        """Fire a conditional event whose condition holds; one that has no value does not hold."""
        condition = subscription.event.condition
        try:
            holds = condition is not None and condition.evaluate(view(subscription.owner))
        except ExpressionError:
            return
        if holds:
            self.tell(subscription, {})

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
        instance.top.family -= 1
        del self.live[instance.id]
        self._ended[instance.id] = instance.root.variables or {}
        if len(self._ended) > _KEPT:
            del self._ended[next(iter(self._ended))]

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
    return [item for item in instance.tasks.values() if item.memo.get("waits") or "incident" in item.memo]


def _sees(owner: Execution, level: Execution) -> bool:
    found: Execution | None = owner
    while found is not None and found is not level:
        found = found.up
    return found is level


def _says(name: Any, wanted: str) -> bool:
    try:
        return name is not None and name.evaluate({}) == wanted
    except ExpressionError:
        return False


def _stumble(operation: Any, execution: Execution, argument: Any, message: str) -> None:
    """What could not be done becomes an incident: of the node for a token, of the loop's node for a pass."""
    node = operation if isinstance(operation, Node) else execution.node
    assert isinstance(execution, Scope)
    incidents.stumble(node, execution, operation, argument, message)
