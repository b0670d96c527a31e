"""Acknowledging: whoever asks a run for something is told once it is stored."""

from __future__ import annotations

import asyncio
from typing import Any, TypeVar

T = TypeVar("T")

Promises = list[tuple[asyncio.Future[Any], Any]]
"""Futures, each with what it will give."""


class Acknowledging:
    """The futures of what was asked for and is not on its way into the store yet.

    Without a store there is nothing to wait for. A future that nobody awaits is no mistake: its failure also comes out
    of the run.
    """

    def __init__(self, *, is_stored: bool) -> None:
        self._is_stored = is_stored
        self._waiting: Promises = []
        self._answers: dict[str, asyncio.Future[None]] = {}
        self._gate: asyncio.Future[None] | None = None

    def of(self, value: T) -> asyncio.Future[T]:
        """Done with `value` when what has happened up to now is stored."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        if self._is_stored:
            self._waiting.append((future, value))
        else:
            future.set_result(value)
        return future

    def gate(self) -> asyncio.Future[None] | None:
        """What to wait for before anybody outside may hear of what has happened up to now; None without a store."""
        if self._is_stored and self._gate is None:
            self._gate = self.of(None)
        return self._gate

    def of_answer(self, work_id: str) -> asyncio.Future[None]:
        """Done when what the answer to this work has led to is stored."""
        if not self._is_stored:
            return self.of(None)
        future = self._answers[work_id] = asyncio.get_running_loop().create_future()
        return future

    def answered(self, work_id: str) -> None:
        """The answer to this work has reached the engine."""
        future = self._answers.pop(work_id, None)
        if future is not None:
            self._waiting.append((future, None))

    def lost(self, work_id: str, reason: Exception) -> None:
        """The answer to this work came too late."""
        future = self._answers.pop(work_id, None)
        if future is not None:
            fail(future, reason)

    def take(self) -> Promises:
        """The futures of all that has happened up to now, which are the caller's to keep from here on."""
        found, self._waiting, self._gate = self._waiting, [], None
        return found

    def failed(self, reason: BaseException) -> None:
        """Nothing will be stored any more."""
        futures = [*(future for future, _ in self.take()), *self._answers.values()]
        self._answers.clear()
        for future in futures:
            fail(future, reason)


def keep(promises: Promises) -> None:
    """What was asked for is stored."""
    for future, value in promises:
        if not future.done():
            future.set_result(value)


def fail(future: asyncio.Future[Any], reason: BaseException) -> None:
    """What was asked for will not be stored."""
    if not future.done():
        future.set_exception(reason)
        # looked at here, so that asyncio does not complain where nobody waits
        future.exception()
