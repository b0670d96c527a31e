"""Alarm: has somebody called when the next timer is due."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from procos_studio.runtime.clock import Clock


class Alarm:
    """Rings once for each time that it is set to; while it is set, the clock knows that somebody sleeps."""

    def __init__(self, clock: Clock, ring: Callable[[], None]) -> None:
        self._clock, self._ring = clock, ring
        self._task: asyncio.Task[None] | None = None
        self._at: float | None = None

    def set(self, due: float | None) -> None:
        """Ring at this moment (epoch seconds) instead of that before; None for never."""
        if due == self._at:
            return
        if self._task is not None:
            self._task.cancel()
        self._at, self._task = due, None
        if due is not None:
            self._clock.enter()
            self._task = asyncio.get_running_loop().create_task(self._sleep(due), name="timer")
            self._task.add_done_callback(lambda _: self._clock.leave())

    def cancel(self) -> None:
        """Ring no more."""
        if self._task is not None:
            self._task.cancel()

    async def gone(self) -> None:
        """Wait until nothing of it is left, after `cancel`."""
        if self._task is not None:
            await asyncio.gather(self._task, return_exceptions=True)

    async def _sleep(self, due: float) -> None:
        await self._clock.sleep_until(due)
        # Forgotten, so that it is set again where a clock on the wall was put back and nothing is due yet.
        self._task = self._at = None
        self._ring()
