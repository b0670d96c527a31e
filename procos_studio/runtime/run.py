"""Runtime: drives the engine on asyncio in short turns, and tells everybody what happens in batches."""

from __future__ import annotations

import asyncio
from asyncio import Future
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from secrets import token_hex
from time import perf_counter
from typing import Any

from procos_studio.compiler import Plan
from procos_studio.problems import Refused, error
from procos_studio.runtime.alarm import Alarm
from procos_studio.runtime.breakpoints import Breakpoints, Step, Stop
from procos_studio.runtime.carrying import Carrying
from procos_studio.runtime.clock import Clock
from procos_studio.runtime.engine import Engine, Work
from procos_studio.runtime.events import EventKind
from procos_studio.runtime.pde.passage import Done, Result, Threw
from procos_studio.runtime.recording import Recording
from procos_studio.runtime.reopening import Reopened, compiled, counters, read
from procos_studio.runtime.secrets import Secrets
from procos_studio.runtime.settings import Settings
from procos_studio.runtime.state import RunState
from procos_studio.runtime.store import Store
from procos_studio.runtime.versions import bound
from procos_studio.runtime.waking import standing

_SAFE = 0.65
"""So much of a turn is planned; the rest is for what takes longer than it did before."""


class Runtime:
    """Instances of some plans, from their start to `stop`, which must be awaited in the end.

    `events` carries what happened in batches, in order, and none takes longer to add up than a turn may; `state` is the
    fold of all batches so far. What goes wrong inside a turn, in a listener or in the store comes out of `until_done`
    and `until_idle`, and no further turn happens.

    With a store whole turns are written in one transaction, on a thread of its own, and nothing is told before it is
    stored. What `stop` finds still alive stays alive in the store: `reopen` goes on with it. Instances of earlier runs
    sleep there until then. What is asked of a run is done at once; the future that comes back is for those who want to
    know when it is stored.
    """

    def __init__(
        self,
        plans: Sequence[Plan],
        *,
        clock: Clock,
        settings: Settings | None = None,
        store: Store | None = None,
        secrets: Secrets | None = None,
        reopened: Reopened | None = None,
    ) -> None:
        self._clock, self._store = clock, store
        self._settings = settings or Settings()
        secrets = secrets or Secrets()
        self._recording = Recording(
            store, clock, lambda: self._engine.changes(), lambda: self._carrying.learned(), self._wake, self._break
        )
        self.events, self._told = self._recording.events, self._recording.told
        record = self._recording.add
        find = partial(bound, store) if store is not None else None
        self._engine = Engine(
            plans, clock.now, record, secrets=secrets.stand_in, is_durable=store is not None, find=find
        )
        if store is not None:
            secrets.adopt(store.nonce)
            self._take_over(store, plans, reopened)
        self._overhead = 1.0
        self._handed: deque[Work] = deque()
        self._next_turn: asyncio.Handle | None = None
        self._turned = asyncio.Event()
        self._carrying = Carrying(
            clock,
            self._settings,
            secrets,
            self._record_of_work,
            self._told.gate,
            self._done,
            self._turned.set,
            self._break,
            store.id if store is not None else token_hex(8),
        )
        if store is not None:
            self._carrying.remember(store.learned())
        self._alarm = Alarm(clock, self._wake)
        self._has_more = self._is_paused = self._is_stopped = False
        self._failure: BaseException | None = None

    @classmethod
    async def reopen(
        cls,
        store: Store,
        *,
        clock: Clock,
        plans: Sequence[Plan] = (),
        settings: Settings | None = None,
        secrets: Secrets | None = None,
    ) -> Runtime:
        """Go on with all that lives in a store: timers, messages, people, retries, incidents, work in flight.

        `plans` are the latest versions of what may be started; instances keep the version that they began with.
        Raises Refused where the store is in use, or its state is damaged or newer.
        """
        store.own()
        reopened = read(store)
        old = await asyncio.to_thread(compiled, reopened.sources)
        found = cls([*old, *plans], clock=clock, settings=settings, store=store, secrets=secrets, reopened=reopened)
        found._recording.state = standing(store, reopened.rows, store.living())
        # at once, so that what waits for a person may be answered
        found._take_over_work()
        found._wake()
        return found

    def _take_over(self, store: Store, plans: Sequence[Plan], reopened: Reopened | None) -> None:
        if not all(plan.source for plan in plans):
            raise ValueError("a plan without its XML cannot be stored")
        store.own()
        self._recording.keep_sources({plan.digest: plan.source for plan in plans})
        self._engine.restore(reopened.rows if reopened is not None else counters(store), plans)

    @property
    def state(self) -> RunState:
        """The fold of all that was told; in a run that goes on with a store, from how things stood."""
        return self._recording.state

    async def start(
        self, process: str, variables: Mapping[str, Any], business_key: str = "", definition: str = ""
    ) -> str:
        """Start a process of the plans; gives the instance's id. Raises Refused where there is no such process.

        `definition` is the digest of the version to start, without which it is the latest.
        """
        instance = self._engine.start(process, variables, business_key, definition=definition)
        self._wake()
        return await self._told.of(instance)

    def arm_starts(self) -> Future[int]:
        """Set the timers of all timer start events, as a deployment does; gives how many there are."""
        count = self._engine.arm_starts()
        self._wake()
        return self._told.of(count)

    @property
    def start_timers(self) -> int:
        """How many timers are set that start instances by themselves."""
        return len(self._engine.starting.timers())

    def hold_starts(self) -> None:
        """Let no timer start an instance in this run; they stay set."""
        self._engine.starting.is_held = True

    async def until_done(self) -> None:
        """Return when every instance has ended."""
        await self._until(lambda: not self._engine.instances)

    async def until_idle(self) -> None:
        """Return when nothing more can happen without somebody outside: a person, a message, a retry."""
        await self._until(lambda: not self._carrying.busy and (self.stop_at is not None or self._is_idle()))

    def _is_idle(self) -> bool:
        return not self._has_more and self._engine.due() is None

    async def until_settled(self) -> None:
        """Return when nothing more can happen without somebody outside, before the next timer or attempt is due."""
        await self._until(lambda: not self._has_work_now() and (self.stop_at is not None or not self._has_more))

    def _has_work_now(self) -> bool:
        due, now = self._engine.due() if self.stop_at is None else None, self._clock.now()
        return self._carrying.busy_by(now) > 0 or (due is not None and due <= now)

    def pause(self) -> None:
        """Hold every token where it is; work that has been begun goes on, its results wait."""
        if not self._is_paused:
            self._is_paused = True
            self._clock.enter()

    def resume(self, step: Step | None = None) -> None:
        """Go on after a pause or a stop; with a step, until that ends."""
        self._engine.debugger.release(step)
        self._unpause()
        self._heed_stop()

    def _unpause(self) -> None:
        if self._is_paused:
            self._is_paused = False
            self._wake()
            self._clock.leave()

    def set_breakpoints(self, breakpoints: Breakpoints) -> None:
        """Stop at these from now on. A stop is a pause of all that runs, and no part of what is stored."""
        self._engine.debugger.set_breakpoints(breakpoints)

    @property
    def stop_at(self) -> Stop | None:
        """Where a breakpoint or a step has stopped the run; None where none has."""
        return self._engine.debugger.stop

    def _heed_stop(self) -> None:
        if self.stop_at is not None:
            self.pause()

    async def stop(self) -> None:
        """End every task and child of it; cancel what still runs, unless a store keeps it. May be called twice."""
        if self._is_stopped:
            return
        self._is_stopped = True
        self._unpause()
        if self._next_turn is not None:
            self._next_turn.cancel()
            self._clock.leave()
        self._alarm.cancel()
        try:
            if self._failure is None and self._store is None:
                for instance in tuple(self._engine.instances):
                    self._engine.cancel(instance, "stopped")
        finally:
            await self._carrying.stop()
            await self._alarm.gone()
            self._turned.set()
            try:
                if self._failure is None:
                    await self._recording.finish()
            finally:
                ended = _refused("run.stopped", "The run was stopped.", "Start it again.")
                self._recording.close(self._failure or ended)

    def complete_user_task(self, token: str, values: Mapping[str, Any]) -> Future[None]:
        """Give a user task's form its values. Raises Refused where no user task waits for this token."""
        if not self._carrying.answer(token, values):
            raise _too_late(token)
        return self._told.of_answer(token)

    def message(
        self,
        name: str,
        variables: Mapping[str, Any] | None = None,
        *,
        business_key: str | None = None,
        keys: Mapping[str, Any] | None = None,
        instance: str | None = None,
    ) -> Future[str]:
        """Deliver a message; gives the instance that took it, "" where nobody waited for it."""
        taken = self._engine.message(name, variables or {}, business_key, keys or {}, instance)
        self._wake()
        return self._told.of(taken)

    def signal(self, name: str, variables: Mapping[str, Any] | None = None) -> Future[int]:
        """Broadcast a signal; gives how many took it."""
        taken = self._engine.signal(name, variables or {})
        self._wake()
        return self._told.of(taken)

    def retry(self, token: str) -> Future[None]:
        """Let a token with an incident try again. Raises Refused where there is no incident at this token."""
        if not self._engine.has_incident(token):
            hint = "It may have been tried again or cancelled in the meantime."
            raise _refused("run.no-incident", f"No incident stands at the token {token!r}.", hint)
        self._engine.retry(token)
        self._wake()
        return self._told.of(None)

    def cancel(self, instance: str, reason: str = "cancelled") -> Future[None]:
        """End an instance that is no longer wanted; an unknown or ended one is ignored."""
        self._engine.cancel(instance, reason)
        self._wake()
        return self._told.of(None)

    async def _until(self, is_so: Callable[[], bool]) -> None:
        while True:
            if self._failure is not None:
                raise self._failure
            if self._is_stopped or (self._next_turn is None and self._recording.is_done and is_so()):
                return
            self._turned.clear()
            await self._turned.wait()

    def _wake(self, *, after_others: bool = False) -> None:
        """See to it that a turn comes; one after the other lets whatever became due in between come first."""
        if self._next_turn is None and not self._is_stopped and self._failure is None:
            self._clock.enter()
            self._next_turn = asyncio.get_running_loop().call_soon(self._step_aside if after_others else self._turn)

    def _step_aside(self) -> None:
        self._next_turn = asyncio.get_running_loop().call_soon(self._turn)

    def _turn(self) -> None:
        self._next_turn = None
        recording = self._recording
        recording.is_in_turn = True
        until = perf_counter() + self._settings.turn * _SAFE
        try:
            has_told = recording.tell(until)
            if has_told and not self._is_paused and not recording.is_behind:
                self._move(until)
            else:
                recording.gather()
            if not self._is_paused:
                self._alarm.set(self._engine.due())
        except Exception as exc:
            self._break(exc)
        finally:
            recording.is_in_turn = False
            if recording.has_more or (self._has_more and not self._is_paused and not recording.is_behind):
                self._wake(after_others=True)
            self._turned.set()
            self._clock.leave()

    def _move(self, until: float) -> None:
        """Move tokens for as long as leaves enough time to pass on what happens by it."""
        began = perf_counter()
        self._has_more = self._advance(began + max(until - began, 0.0) / (1 + self._overhead))
        moved = perf_counter()
        self._recording.gather()
        self._recording.tell(until)
        overhead = (perf_counter() - moved) / max(moved - began, 1e-6)
        # quickly to the worse, slowly to the better
        self._overhead = max(min(overhead, 10.0), self._overhead * 0.9 + overhead * 0.1)

    def _advance(self, deadline: float) -> bool:
        """Move tokens and begin work until `deadline`; whether there may be more to do."""
        engine, handed = self._engine, self._handed
        engine.fire_due()
        while (left := deadline - perf_counter()) > 0:
            more = engine.advance(left)
            self._heed_stop()
            self._take_work()
            if not handed and not more:
                return False
            while handed and perf_counter() < deadline:
                self._carrying.begin(handed.popleft())
        return True

    def _take_over_work(self) -> None:
        """What waits for a person was begun by an earlier run."""
        for work in self._engine.take_work():
            if work.kind == "user":
                self._carrying.let_sleep(work)
            else:
                self._handed.append(work)

    def _take_work(self) -> None:
        for work in self._engine.take_work():
            self._handed.append(work)
            if work.kind == "user":
                self._carrying.expect(work)
        cancelled = frozenset(self._engine.take_cancelled())
        if not cancelled:
            return
        for work_id in cancelled:
            self._carrying.cancel(work_id)
            self._told.lost(work_id, _too_late(work_id))
        wanted = [work for work in self._handed if work.id not in cancelled]
        self._handed.clear()
        self._handed.extend(wanted)

    def _done(self, work: Work, result: Result) -> None:
        match result:
            case Done(variables):
                self._engine.complete(work.id, variables)
            case Threw(code, message, variables):
                self._engine.throw(work.id, code, message, variables)
            case _:
                self._engine.fail(work.id, result.message)
        self._heed_stop()
        self._told.answered(work.id)
        if not self._recording.is_in_turn:
            self._wake()

    def _record_of_work(self, work: Work, kind: EventKind, data: Mapping[str, Any]) -> None:
        if self._is_stopped and self._store is not None:
            # only this run has let go of it
            return
        if kind is EventKind.RETRY_SCHEDULED:
            self._engine.put_off(work.id, data["attempt"], data["due"])
            self._carrying.put_off(work.id, data["due"])
        self._recording.add(kind, work.instance, work.element, work.token, data)

    def _break(self, failure: BaseException) -> None:
        self._failure = self._failure or failure
        self._told.failed(self._failure)
        # what was begun in a turn that could not be stored must not reach anybody
        self._carrying.give_up()
        self._turned.set()


def _too_late(token: str) -> Refused:
    hint = "It may have been completed or cancelled in the meantime."
    return _refused("run.no-user-task", f"No user task waits at the token {token!r}.", hint)


def _refused(code: str, message: str, hint: str) -> Refused:
    return Refused(error(code, message, hint=hint))
