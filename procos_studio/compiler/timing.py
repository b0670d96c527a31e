"""Timer: when a timer event is due, from ISO 8601 dates, durations and repeats, or a cron line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from procos_studio.compiler import cron
from procos_studio.compiler.values import Value
from procos_studio.expressions import ExpressionError

_DURATION = re.compile(
    r"(?P<sign>[-+]?)P(?!$)(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+(?:\.\d+)?)W)?"
    r"(?:(?P<days>\d+(?:\.\d+)?)D)?"
    r"(?:T(?=\d)(?:(?P<hours>\d+(?:\.\d+)?)H)?(?:(?P<minutes>\d+(?:\.\d+)?)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?)?"
)
_REPEAT = re.compile(r"R(\d*)")
_FRACTION = re.compile(r"\.(\d+)")
FARTHEST = datetime(9999, 1, 1, tzinfo=UTC).timestamp()


class Due(NamedTuple):
    """When a timer fires next (epoch seconds), how often after that (-1: for ever), and the text that says when.

    The text is a cron line, or a duration, which may have a last date behind a slash.
    """

    at: float
    left: int
    cycle: str


@dataclass(frozen=True, slots=True)
class Timer:
    """`form` is `date`, `duration` or `cycle`; `text` gives the ISO text when the timer is set."""

    form: str
    text: Value

    def first(self, variables: Mapping[str, Any], now: float) -> Due:
        """The first time. Raises ExpressionError where the text says none."""
        value = self.text.evaluate(variables)
        if self.form == "date" and isinstance(value, int | float) and not isinstance(value, bool):
            return Due(float(value), 0, "")
        return first(self.form, str(value).strip(), now)


def first(form: str, text: str, now: float) -> Due:
    """The first time for a text of this form, seen from `now` (epoch seconds). Raises ExpressionError."""
    try:
        if form == "cycle":
            return _cycle(text, now)
        # Camunda reads a duration where a date should stand, and the other way round
        return Due(_date(text) if _looks_like_date(text) else _after(text, now), 0, "")
    except (ValueError, OverflowError) as failure:
        raise ExpressionError(f"“{text[:60]}” is no time that a timer can be set to") from failure


def next_after(due: Due, moment: float) -> Due | None:
    """The first time of a repeating timer after `due` and after `moment`; None where it does not fire again.

    As in Camunda's calendar the times in between have passed, and count.
    """
    if due.left == 0 or not due.cycle:
        return None
    try:
        if not due.cycle.startswith("P"):
            return Due(cron.following(due.cycle, max(due.at, moment)), -1, due.cycle)
        duration, _, last = due.cycle.partition("/")
        at, passed = _first_after(duration, due.at, moment)
        if (last and at > _date(last)) or (0 <= due.left < passed):
            return None
    except (ValueError, OverflowError):
        return None
    return Due(at, due.left - passed if due.left > 0 else -1, due.cycle)


def _first_after(duration: str, begin: float, moment: float) -> tuple[float, int]:
    """The first time after `moment` in steps from `begin`, and how many that is, at least one. Raises ValueError."""
    at, passed = _after(duration, begin), 1
    months, seconds = _span(duration)
    if at <= moment and not months and seconds > 0:
        # without a calendar all steps are of one length, and there may be very many
        passed = int((moment - begin) // seconds)
        at = begin + passed * seconds
    while at <= moment:
        later = _after(duration, at)
        if later <= at:
            raise ValueError(duration)
        at, passed = later, passed + 1
    return at, passed


def _cycle(text: str, now: float) -> Due:
    parts = text.split("/")
    repeat = _REPEAT.fullmatch(parts[0])
    if repeat is None:
        if len(parts) == 1 and _DURATION.fullmatch(text):
            return Due(_after(text, now), 0, "")
        return Due(cron.following(text, now), -1, text)
    times = int(repeat.group(1)) if repeat.group(1) else -1
    durations = [part for part in parts[1:] if _DURATION.fullmatch(part)]
    if len(durations) != 1 or len(parts) > 3:
        raise ValueError(text)
    begins = parts[1] if parts[1] != durations[0] else ""
    last = parts[2] if len(parts) > 2 and not begins else ""
    if _after(durations[0], now) <= now:
        raise ValueError(text)
    at = _date(begins) if begins else _after(durations[0], now)
    if last and at > _date(last):
        raise ValueError(text)
    return Due(at, times - 1 if times > 0 else times, f"{durations[0]}/{last}" if last else durations[0])


def _looks_like_date(text: str) -> bool:
    return text[:4].isdigit() and text[4:5] == "-"


def _date(text: str) -> float:
    """Without a zone it is the machine's local time, as in Camunda."""
    padded = _FRACTION.sub(lambda found: "." + found.group(1)[:6].ljust(6, "0"), text.replace("Z", "+00:00"))
    return datetime.fromisoformat(padded).timestamp()


def _after(text: str, moment: float) -> float:
    """`moment` plus an ISO duration; years and months follow the calendar."""
    months, seconds = _span(text)
    at = (_months_later(moment, months) if months else moment) + seconds
    if not 0 <= at <= FARTHEST:
        raise ValueError(text)
    return at


def _span(text: str) -> tuple[int, float]:
    """The months of an ISO duration, and its seconds. Raises ValueError."""
    found = _DURATION.fullmatch(text)
    if found is None:
        raise ValueError(text)
    numbers = {name: float(value or 0) for name, value in found.groupdict().items() if name != "sign"}
    sign = -1 if found.group("sign") == "-" else 1
    rest = {name: numbers[name] for name in ("weeks", "days", "hours", "minutes", "seconds")}
    return sign * int(numbers["years"] * 12 + numbers["months"]), sign * timedelta(**rest).total_seconds()


def _months_later(moment: float, months: int) -> float:
    start = datetime.fromtimestamp(moment, UTC)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = (datetime(year + (month == 11), (month + 1) % 12 + 1, 1, tzinfo=UTC) - timedelta(days=1)).day
    return start.replace(year=year, month=month + 1, day=min(start.day, last)).timestamp()
