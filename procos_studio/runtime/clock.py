"""The time of a run: the wall's, or a virtual one that jumps to the next timer when no work is running."""

from __future__ import annotations

import asyncio
import heapq
import time
from itertools import count
from typing import Protocol

VIRTUAL_START = 1_767_225_600.0
"""2026-01-01T00:00:00Z, where a virtual clock starts unless told otherwise (epoch seconds)."""


class Clock(Protocol):
    """Epoch seconds, and waiting for a moment.

    An *actor* is something that is at work: as long as one is, virtual time stands still. An actor that sleeps on the
    clock is not at work; when it wakes it is again.
    """

    def now(self) -> float:
        """The moment, in epoch seconds."""
        ...

    async def sleep_until(self, moment: float) -> None:
        """Return once `moment` (epoch seconds) has come; at once where it is past."""
        ...

    def enter(self) -> None:
        """One more actor is at work."""
        ...

    def leave(self) -> None:
        """One actor fewer is at work."""
        ...


class WallClock:
    """The time on the wall; actors do not matter to it."""

    def now(self) -> float:
        """The moment, in epoch seconds."""
        return time.time()

    async def sleep_until(self, moment: float) -> None:
        """Sleep, looking at the wall again at least every minute, so that a changed system time is noticed."""
        while (remaining := moment - time.time()) > 0:
            await asyncio.sleep(min(remaining, 60.0))

    def enter(self) -> None:
        """Wall time runs on whoever works."""

    def leave(self) -> None:
        """Wall time runs on whoever works."""


class VirtualClock:
    """Time that costs nothing: when nobody is at work it jumps to the earliest sleeper and wakes it.

    Sleepers of one moment wake one after the other in the order in which they lay down, so a run is deterministic.
    """

    def __init__(self, start: float = VIRTUAL_START) -> None:
        self._now = start
        self._actors = 0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = count()

    def now(self) -> float:
        """The moment, in epoch seconds."""
        return self._now

    def enter(self) -> None:
        """One more actor is at work: time stands still."""
        self._actors += 1

    def leave(self) -> None:
        """One actor fewer is at work; the last one lets time jump."""
        self._actors -= 1
        if self._actors < 0:
            raise RuntimeError("more actors left the clock than entered it")
        self._let_jump()

    async def sleep_until(self, moment: float) -> None:
        """Lie down until the clock has jumped to `moment`. The caller must be an actor."""
        loop = asyncio.get_running_loop()
        awake: asyncio.Future[None] = loop.create_future()
        heapq.heappush(self._sleepers, (moment, next(self._order), awake))
        self.leave()
        try:
            await awake
        finally:
            if awake.cancelled() or not awake.done():
                self.enter()

    def _let_jump(self) -> None:
        if self._actors == 0 and self._sleepers:
            asyncio.get_running_loop().call_soon(self._jump)

    def _jump(self) -> None:
        while self._actors == 0 and self._sleepers:
            moment, _, awake = heapq.heappop(self._sleepers)
            if awake.done():
                continue
            self._now = max(self._now, moment)
            self.enter()
            awake.set_result(None)
