"""When a failed task is tried again: the settings' exponential backoff, or a retry cycle of the diagram."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from procos_studio.runtime.settings import Backoff

_MOST = 1_000
_CYCLE = re.compile(r"R(\d{1,4})/(P.+)")
_DURATION = re.compile(
    r"P(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,6})?)S)?)?"
)


@dataclass(frozen=True, slots=True)
class Plan:
    """How often a task is tried in all, and the fixed waits between (seconds); none means exponential ones."""

    attempts: int
    waits: tuple[float, ...] = ()


def seconds(text: str) -> float | None:
    """An ISO 8601 duration (weeks to seconds) or a plain number as seconds; None for anything else."""
    text = text.strip()
    if re.fullmatch(r"\d{1,9}(\.\d{1,6})?", text):
        return float(text)
    match = _DURATION.fullmatch(text)
    if match is None or not any(match.groups()):
        return None
    return sum(
        float(part or 0) * size for part, size in zip(match.groups(), (604_800, 86_400, 3_600, 60, 1), strict=True)
    )


def plan(text: str, default: Backoff) -> Plan | None:
    """What `text` asks for, as Camunda 7 reads `failedJobRetryTimeCycle`; None where it is not understood.

    `R3/PT10S`: three attempts, ten seconds apart. `PT10S,PT1M`: one attempt more than there are waits. A plain
    number: so many attempts with the exponential waits of `default`. Empty: `default`.
    """
    text = text.strip()
    if not text:
        return _usual(default.attempts)
    if text.isascii() and text.isdigit():
        return Plan(min(max(int(text), 1), _MOST))
    if match := _CYCLE.fullmatch(text):
        wait = seconds(match[2])
        return None if wait is None else Plan(min(max(int(match[1]), 1), _MOST), (wait,))
    waits = [seconds(part) for part in text.split(",")]
    known = tuple(wait for wait in waits if wait is not None)
    return Plan(len(known) + 1, known) if len(known) == len(waits) else None


@lru_cache(maxsize=8)
def _usual(attempts: int) -> Plan:
    return Plan(attempts)


def wait(plan: Plan, attempt: int, default: Backoff, random: Random) -> float | None:
    """Seconds to wait after failed attempt number `attempt` (1-based); None where it was the last."""
    if attempt >= plan.attempts:
        return None
    if plan.waits:
        return plan.waits[min(attempt, len(plan.waits)) - 1]
    steady = min(default.first * default.factor ** min(attempt - 1, 60), default.longest)
    return steady * (1 + default.jitter * random.uniform(-1, 1))
