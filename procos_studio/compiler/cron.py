"""Cron lines as Camunda's timers read them: six or seven fields, seconds first (Quartz's CronExpression)."""

from __future__ import annotations

from datetime import datetime, timedelta

_MONTHS = {name: number for number, name in enumerate("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), 1)}
_DAYS = {name: number for number, name in enumerate("SUN MON TUE WED THU FRI SAT".split(), 1)}
_RANGES = ((0, 59), (0, 59), (0, 23), (1, 31), (1, 12), (1, 7), (1970, 2199))
_NO_NAMES: dict[str, int] = {}
_NAMES = (_NO_NAMES, _NO_NAMES, _NO_NAMES, _NO_NAMES, _MONTHS, _DAYS, _NO_NAMES)
_FARTHEST_DAYS = 366 * 30


def following(line: str, moment: float) -> float:
    """The first time after `moment` (epoch seconds) that the line names, in local time. Raises ValueError."""
    fields = line.upper().split()
    if len(fields) == 6:
        fields.append("*")
    if len(fields) != 7:
        raise ValueError(line)
    sets = [_values(text, number) for number, text in enumerate(fields)]
    seconds, minutes, hours, days, months, weekdays, years = sets
    start = datetime.fromtimestamp(moment).replace(microsecond=0) + timedelta(seconds=1)
    day = start.replace(hour=0, minute=0, second=0)
    for _ in range(_FARTHEST_DAYS):
        quartz_weekday = day.isoweekday() % 7 + 1
        if day.month in months and day.year in years and day.day in days and quartz_weekday in weekdays:
            found = _time(day, start, sorted(hours), sorted(minutes), sorted(seconds))
            if found is not None:
                return found.timestamp()
        day += timedelta(days=1)
    raise ValueError(line)


def _time(day: datetime, start: datetime, hours: list[int], minutes: list[int], seconds: list[int]) -> datetime | None:
    for hour in hours:
        if day.replace(hour=hour, minute=59, second=59) < start:
            continue
        for minute in minutes:
            if day.replace(hour=hour, minute=minute, second=59) < start:
                continue
            for second in seconds:
                found = day.replace(hour=hour, minute=minute, second=second)
                if found >= start:
                    return found
    return None


def _values(text: str, number: int) -> frozenset[int]:
    low, high = _RANGES[number]
    found: set[int] = set()
    for part in text.split(","):
        span, _, step = part.partition("/")
        if span in ("*", "?", ""):
            first, last = low, high
        else:
            begin, _, end = span.partition("-")
            first = _number(begin, number)
            last = _number(end, number) if end else (high if step else first)
        if not low <= first <= high or not low <= last <= high:
            raise ValueError(text)
        found.update(range(first, last + 1, int(step or 1)) if first <= last else (*range(first, high + 1),))
        if first > last:
            found.update(range(low, last + 1))
    return frozenset(found)


def _number(text: str, number: int) -> int:
    return _NAMES[number][text] if text in _NAMES[number] else int(text)
