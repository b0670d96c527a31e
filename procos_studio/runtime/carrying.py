"""The tasks that are on their way through the pipeline: those that wait for something each have an asyncio task."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from random import Random
from typing import Any

from procos_studio.runtime.adapters.doors import Doors
from procos_studio.runtime.clock import Clock
from procos_studio.runtime.engine import Work
from procos_studio.runtime.events import EventKind
from procos_studio.runtime.pde import lessons
from procos_studio.runtime.pde.health import Health
from procos_studio.runtime.pde.learner import Learner
from procos_studio.runtime.pde.lessons import Lessons
from procos_studio.runtime.pde.passage import Result, Services, Steps
from procos_studio.runtime.pde.pipeline import carry, finish
from procos_studio.runtime.pde.pools import pools
from procos_studio.runtime.secrets import Secrets
from procos_studio.runtime.settings import Settings


class Carrying:
    """Carries work and hands each outcome to `done`; `rests` is called when one begins to wait for a person, and an
    exception that is a bug goes to `broke`. `gate` gives what must be awaited before the outside may hear of what was
    just begun. `world` begins the key of every call."""

    def __init__(
        self,
        clock: Clock,
        settings: Settings,
        secrets: Secrets,
        emit: Callable[[Work, EventKind, dict[str, Any]], None],
        gate: Callable[[], Awaitable[None] | None],
        done: Callable[[Work, Result], None],
        rests: Callable[[], object],
        broke: Callable[[BaseException], None],
        world: str = "",
    ) -> None:
        self._clock, self._gate, self._done, self._rests, self._broke = clock, gate, done, rests, broke
        self._doors = Doors()
        self._tasks: dict[str, asyncio.Task[Result]] = {}
        self._answers: dict[str, asyncio.Future[Mapping[str, Any]]] = {}
        self._resting: set[str] = set()
        self._asleep: dict[str, Work] = {}
        self._put_off: dict[str, float] = {}
        self._services = Services(
            clock=clock,
            settings=settings,
            pools=pools(settings.pools),
            health=Health(settings.breaker, settings.health_age),
            learner=Learner(),
            doors=self._doors,
            secrets=secrets,
            random=Random(settings.seed),
            emit=emit,
            person=self._person,
            world=world,
        )

    def learned(self) -> Lessons:
        """What has been learned about services since the last call."""
        return lessons.take(self._services.learner, self._services.health)

    def remember(self, learned: Lessons) -> None:
        """Go on with what an earlier run has learned. Raises Refused where it is damaged."""
        lessons.give(learned, self._services.learner, self._services.health, self._clock.now())

    @property
    def busy(self) -> int:
        """How many tasks are on their way, without those that wait for a person."""
        return len(self._tasks) - len(self._resting)

    def busy_by(self, moment: float) -> int:
        """The same, without those that wait for their next attempt and are not due by `moment` (epoch seconds)."""
        rest = self._tasks.keys() - self._resting
        return sum(self._put_off.get(work_id, moment) <= moment for work_id in rest)

    def put_off(self, work_id: str, due: float) -> None:
        """The next attempt of this work comes at `due` (epoch seconds)."""
        self._put_off[work_id] = due

    def expect(self, work: Work) -> None:
        """From now on `work`, a user task that is not yet begun, may be answered."""
        self._answers[work.token] = asyncio.get_running_loop().create_future()

    def let_sleep(self, work: Work) -> None:
        """`work`, a user task that an earlier run has begun, may be answered, and goes on only then."""
        self.expect(work)
        self._asleep[work.id] = work

    def begin(self, work: Work) -> None:
        """Carry `work`; to its end before returning, where it waits for nothing.

        What reaches the outside does so behind the gate. So it has been stored that the work is under way before
        anybody outside hears of it.
        """
        steps = carry(work, self._services)
        try:
            waiting = next(steps)
        except StopIteration as end:
            self._done(work, end.value)
            return
        if work.due:
            self.put_off(work.id, work.due)
        self._clock.enter()
        rest = _behind(self._gate(), steps, waiting)
        task = asyncio.get_running_loop().create_task(rest, name=f"carry {work.element}")
        self._tasks[work.id] = task
        task.add_done_callback(partial(self._ended, work, steps))

    def cancel(self, work_id: str) -> None:
        """The outcome of this work is no longer wanted: stop what is done for it."""
        task = self._tasks.get(work_id)
        if task is not None:
            task.cancel()
        self._asleep.pop(work_id, None)
        if work_id not in self._resting:
            self._answers.pop(work_id, None)

    def answer(self, token: str, values: Mapping[str, Any]) -> bool:
        """Complete the user task of a token; whether there was one."""
        answer = self._answers.get(token)
        if answer is None or answer.done():
            return False
        self._back_to_work(token)
        answer.set_result(values)
        if (work := self._asleep.pop(token, None)) is not None:
            self.begin(work)
        return True

    def give_up(self) -> None:
        """Stop all work; what has just begun has not reached the outside yet, and now never will."""
        for task in self._tasks.values():
            task.cancel()

    async def stop(self) -> None:
        """Stop all work, and close what it has opened to the outside."""
        tasks = tuple(self._tasks.values())
        self.give_up()
        if tasks:
            await asyncio.wait(tasks)
        await self._doors.close()

    async def _person(self, work: Work) -> Mapping[str, Any]:
        """Wait for a person's answer; who waits for that is not at work by the clock."""
        answer = self._answers[work.token]
        if not answer.done():
            self._resting.add(work.token)
            self._clock.leave()
            self._rests()
        try:
            return await answer
        finally:
            self._back_to_work(work.token)
            self._answers.pop(work.token, None)

    def _back_to_work(self, token: str) -> None:
        """Let the clock know at the moment of the answer, before time can jump."""
        if token in self._resting:
            self._resting.remove(token)
            self._clock.enter()

    def _ended(self, work: Work, steps: Steps[Result], task: asyncio.Task[Result]) -> None:
        if self._tasks.get(work.id) is task:
            del self._tasks[work.id]
            self._put_off.pop(work.id, None)
        # A task that was cancelled before its first turn has not closed its steps.
        steps.close()
        try:
            if not task.cancelled():
                self._done(work, task.result())
        except Exception as failure:
            self._broke(failure)
        finally:
            self._clock.leave()


async def _behind(gate: Awaitable[None] | None, steps: Steps[Result], waiting: Callable[[], Awaitable[Any]]) -> Result:
    """The rest of the steps, behind a gate that all work begun since the last transaction waits at."""
    if gate is not None:
        await asyncio.shield(gate)
    return await finish(steps, waiting)
