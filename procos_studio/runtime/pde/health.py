"""Which endpoints may be called: a circuit breaker for each, and its last known health."""

from __future__ import annotations

from dataclasses import dataclass

from procos_studio.runtime.settings import Breaker

MOST = 1_000
"""So many places are known at a time."""


@dataclass(slots=True)
class State:
    """A place: failures in a row, until when it rests, when it was last looked at, and what was wrong then."""

    failures: int = 0
    resting_until: float = 0.0
    checked: float = float("-inf")
    fault: str = ""


class Health:
    """Times are epoch seconds of the run's clock.

    Of more than a thousand places the one that was met first is forgotten. `changed` names the places whose breaker is
    not saved yet, for whoever saves them to clear.
    """

    def __init__(self, breaker: Breaker, age: float) -> None:
        self._breaker, self._age = breaker, age
        self.states: dict[str, State] = {}
        self.changed: set[str] = set()

    def _of(self, endpoint: str) -> State:
        found = self.states.get(endpoint)
        if found is None:
            if len(self.states) >= MOST:
                del self.states[next(iter(self.states))]
            found = self.states[endpoint] = State()
        return found

    def remember(self, endpoint: str, failures: int, resting_until: float, now: float) -> None:
        """Go on with the breaker of an earlier run; nobody rests longer than a cooldown from `now`."""
        state = self._of(endpoint)
        state.failures, state.resting_until = failures, min(resting_until, now + self._breaker.cooldown)

    def resting(self, endpoint: str, now: float) -> float:
        """Seconds for which the breaker still keeps the endpoint out; 0 where it may be called.

        When the rest is over one call is let through: another failure sends the endpoint back to rest at once.
        """
        return max(0.0, self._of(endpoint).resting_until - now)

    def succeeded(self, endpoint: str) -> None:
        """A call went well: past failures are forgotten."""
        state = self._of(endpoint)
        if state.failures:
            self.changed.add(endpoint)
        state.failures, state.resting_until = 0, 0.0

    def failed(self, endpoint: str, now: float) -> None:
        """A call failed for a reason of the endpoint's."""
        state = self._of(endpoint)
        state.failures += 1
        self.changed.add(endpoint)
        state.checked = float("-inf")
        if state.failures >= self._breaker.failures:
            state.resting_until = now + self._breaker.cooldown

    def is_fresh(self, endpoint: str, now: float) -> bool:
        """Whether the last look at the endpoint's health is recent enough and was good."""
        state = self._of(endpoint)
        return not state.fault and now - state.checked < self._age

    def looked(self, endpoint: str, now: float, fault: str) -> None:
        """Note what a look at the endpoint's health has shown; an empty `fault` is health."""
        state = self._of(endpoint)
        state.checked, state.fault = now, fault
