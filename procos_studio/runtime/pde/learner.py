"""What a run has learned about its endpoints: success and time, with the prior in plain sight."""

from __future__ import annotations

from dataclasses import dataclass

PRIOR_SUCCESSES = 4.0
PRIOR_FAILURES = 1.0
"""Before the first call an endpoint counts as one that went well 4 times of 5: a Beta(4, 1) prior. So one failure does
not ruin a new endpoint, and one success does not put it above a proven one."""

MOST = 1_000
"""So many endpoints are known at a time."""


@dataclass(frozen=True, slots=True)
class Record:
    """The calls of one endpoint so far; `seconds` is the sum of the successful ones' times."""

    successes: int = 0
    failures: int = 0
    seconds: float = 0.0

    @property
    def calls(self) -> int:
        """How often it was called."""
        return self.successes + self.failures

    @property
    def success(self) -> float:
        """The expected share of calls that go well: the mean of the posterior."""
        return (self.successes + PRIOR_SUCCESSES) / (self.calls + PRIOR_SUCCESSES + PRIOR_FAILURES)

    @property
    def latency(self) -> float:
        """The mean time of a successful call in seconds; 0 where there was none."""
        return self.seconds / self.successes if self.successes else 0.0

    def __str__(self) -> str:
        return f"{100 * self.successes / self.calls:.0f} % of {self.calls} ok" if self.calls else "not called yet"


class Learner:
    """One record for each endpoint name. It never explores: the best-known endpoint comes first.

    Of more than a thousand endpoints the one that was met first is forgotten. `changed` names the records that are not
    saved yet, for whoever saves them to clear.
    """

    def __init__(self) -> None:
        self.records: dict[str, Record] = {}
        self.changed: set[str] = set()

    def record(self, endpoint: str) -> Record:
        """What is known about an endpoint."""
        return self.records.get(endpoint, Record())

    def observe(self, endpoint: str, *, ok: bool, seconds: float) -> None:
        """Add one call."""
        old = self.record(endpoint)
        self.changed.add(endpoint)
        if len(self.records) >= MOST and endpoint not in self.records:
            del self.records[next(iter(self.records))]
        if ok:
            self.records[endpoint] = Record(old.successes + 1, old.failures, old.seconds + seconds)
        else:
            self.records[endpoint] = Record(old.successes, old.failures + 1, old.seconds)

    def rank(self, endpoint: str) -> float:
        """What to sort endpoints by, the best first: expected failures; equals keep the order they were given in."""
        return -self.record(endpoint).success
