"""Recording: what happens in a run on its way: gathered, stored, added to the state, and told."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from math import inf
from time import perf_counter
from typing import Any, NamedTuple

from procos_studio.runtime.acknowledging import Acknowledging, Promises, fail, keep
from procos_studio.runtime.clock import Clock
from procos_studio.runtime.engine.rows import Changes
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.fold import Draft
from procos_studio.runtime.state import RunState
from procos_studio.runtime.store import Store
from procos_studio.runtime.transaction import Transaction
from procos_studio.runtime.writing import Writer
from procos_studio.signals import Signal

_new = tuple.__new__
_SLICE = 128
"""So many events are told between two looks at the time."""
_MOST = 5_000
"""So many events may be on their way into the store before the run waits for it."""


class _Page(NamedTuple):
    """What is told together, and what is acknowledged after it."""

    events: Sequence[RunEvent]
    promises: Promises


class Recording:
    """Everything that happened in a run, in order: into the store first, so that nobody hears of what could be lost.

    While a transaction is being written the next one is gathered. `changes` gives what of the engine's state has
    changed, `learned` what was learned about services; `wake` asks for a turn, `broke` is told why nothing can be
    stored any more. `is_in_turn` is true while whoever records will call `gather` anyway.
    """

    def __init__(
        self,
        store: Store | None,
        clock: Clock,
        changes: Callable[[], Changes],
        learned: Callable[[], Mapping[tuple[str, str], Any]],
        wake: Callable[[], None],
        broke: Callable[[BaseException], None],
    ) -> None:
        self.events: Signal[Sequence[RunEvent]] = Signal()
        self.state = RunState.empty()
        self.told = Acknowledging(is_stored=store is not None)
        self.is_in_turn = False
        self._store, self._clock, self._now = store, clock, clock.now
        self._changes, self._learned, self._wake, self._broke = changes, learned, wake, broke
        self._seq = store.last_seq() if store is not None else 0
        self._writer = Writer(store.write) if store is not None else None
        self._batch: list[RunEvent] = []
        self._gathered: list[RunEvent] = []
        self._transaction = Transaction()
        self._flight: _Page | None = None
        self._has_landed = asyncio.Event()
        self._failure: BaseException | None = None
        self._pages: deque[_Page] = deque()

    def add(self, kind: EventKind, instance: str, element: str, token: str, data: Mapping[str, Any]) -> None:
        """Something has happened now."""
        seq = self._seq = self._seq + 1
        # the way round RunEvent's own constructor, for this is done for each event
        self._batch.append(_new(RunEvent, (seq, instance, kind, element, token, self._now(), data)))
        if not self.is_in_turn:
            self._wake()

    def keep_sources(self, sources: Mapping[str, bytes]) -> None:
        """Store this XML, by its digest, with the next that happens."""
        self._transaction.sources.update(sources)

    @property
    def has_more(self) -> bool:
        """Whether another turn has something to pass on."""
        return bool(self._batch or self._pages)

    @property
    def is_done(self) -> bool:
        """Whether all that has happened is stored and told."""
        return not self.has_more and self._flight is None

    @property
    def is_behind(self) -> bool:
        """Whether nothing more should happen before the store has caught up."""
        return self._flight is not None and self._transaction.count > _MOST

    # into the store -----------------------------------------------------------------------------------------------

    def gather(self) -> None:
        """What has happened since the last time is to be passed on, with the engine's state as it is now.

        Raises Refused where the store cannot hold it.
        """
        batch, self._batch = self._batch, []
        if self._store is None:
            if batch:
                self._pages.append(_Page(batch, []))
            return
        self._store.add(self._transaction, batch, self._changes())
        self._transaction.learn(self._learned())
        self._gathered += batch
        self._write()

    def _write(self) -> None:
        """Let what was gathered be written, where nothing else is at the moment."""
        if self._writer is None or self._flight is not None:
            return
        if not self._transaction:
            self._answer()
            return
        self._flight = _Page(self._gathered, self.told.take())
        self._clock.enter()
        self._writer.write(self._transaction, self._landed)
        self._gathered, self._transaction = [], Transaction()

    def _answer(self) -> None:
        """Where nothing has changed, whoever asked waits for nothing but what is told before."""
        promises = self.told.take()
        if promises:
            self._pages.append(_Page([], promises))

    def _landed(self, failure: BaseException | None) -> None:
        page, self._flight = self._flight, None
        assert page is not None
        if failure is None:
            self._pages.append(page)
            self._write()
            self._wake()
        else:
            for future, _ in page.promises:
                fail(future, failure)
            self._failure = failure
            self._broke(failure)
        self._has_landed.set()
        self._clock.leave()

    # out to those who listen --------------------------------------------------------------------------------------

    def tell(self, deadline: float) -> bool:
        """Tell what is stored until `deadline` (perf_counter), at least a little; whether that was all."""
        while self._pages:
            self._tell(self._pages.popleft(), deadline)
            if self._pages and perf_counter() >= deadline:
                return False
        return True

    def _tell(self, page: _Page, deadline: float) -> None:
        events, at = page.events, 0
        draft = Draft(*self.state)
        while at < len(events):
            draft.add_all(events[at : at + _SLICE])
            at += _SLICE
            if perf_counter() >= deadline:
                break
        self.state = RunState(*draft.sums())
        if at < len(events):
            self._pages.appendleft(_Page(events[at:], page.promises))
        else:
            keep(page.promises)
        if events:
            self.events.emit(tuple(events[:at]))

    async def finish(self) -> None:
        """Store and tell all that has happened. Raises what goes wrong."""
        self.gather()
        while self._flight is not None:
            self._has_landed.clear()
            await self._has_landed.wait()
        if self._failure is not None:
            raise self._failure
        self.tell(inf)

    def close(self, reason: BaseException) -> None:
        """Nothing will be stored any more; what is stored already is acknowledged."""
        for page in self._pages:
            keep(page.promises)
        self.told.failed(reason)
        if self._writer is not None:
            self._writer.close()
