"""RunHistory: the events of one run with states in between, so that any earlier moment is quick to look at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from procos_studio.runtime.events import RunEvent
from procos_studio.runtime.state import RunState

STRIDE = 256
"""At most this many events are folded to reach an earlier state."""

MOST = 200_000
"""Of a longer run the oldest quarter is forgotten; the state goes on from what it added up to."""


class RunHistory:
    """A run's events in order. Positions count events from the beginning of the run: position n is after event n."""

    def __init__(self) -> None:
        self.events: list[RunEvent] = []
        self.first = 0
        self._states: list[RunState] = [RunState.empty()]
        self._positions: list[int] = [0]

    @property
    def position(self) -> int:
        """How many events there were."""
        return self.first + len(self.events)

    @property
    def state(self) -> RunState:
        """The sum of all events."""
        return self._states[-1]

    @property
    def began(self) -> float:
        """The time of the oldest event kept, in epoch seconds; 0 without any."""
        return self.events[0].time if self.events else 0.0

    def add(self, events: Sequence[RunEvent]) -> None:
        """Take in the next events."""
        for start in range(0, len(events), STRIDE):
            chunk = events[start : start + STRIDE]
            state = self._states[-1].after_all(chunk)
            self.events.extend(chunk)
            self._note(state)
        if len(self.events) > MOST:
            self._forget(MOST // 4)

    def at(self, position: int) -> RunState:
        """The state after `position` events; a position outside is moved to the nearest there is."""
        wanted = max(self.first, min(self.position, position))
        index = bisect_right(self._positions, wanted) - 1
        between = self.events[self._positions[index] - self.first : wanted - self.first]
        return self._states[index].after_all(between)

    def _note(self, state: RunState) -> None:
        """Keep the newest state; states closer together than the stride are not worth their memory."""
        if len(self._positions) > 2 and self.position - self._positions[-2] <= STRIDE:
            self._states.pop()
            self._positions.pop()
        self._states.append(state)
        self._positions.append(self.position)

    def _forget(self, count: int) -> None:
        index = bisect_right(self._positions, self.first + count) - 1
        gone = self._positions[index] - self.first
        del self.events[:gone]
        del self._states[:index]
        del self._positions[:index]
        self.first += gone
