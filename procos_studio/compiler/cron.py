"""Cron lines as Camunda 7.24's timers read them (Spring's CronExpression): six fields, seconds first, perhaps years."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import datetime, timedelta

_MONTHS = {name: number for number, name in enumerate("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), 1)}
_DAYS = {name: number for number, name in enumerate("SUN MON TUE WED THU FRI SAT".split())}
_RANGES = ((0, 59), (0, 59), (0, 23), (1, 31), (1, 12), (0, 7), (1970, 2199))
_NO_NAMES: dict[str, int] = {}
_NAMES = (_NO_NAMES, _NO_NAMES, _NO_NAMES, _NO_NAMES, _MONTHS, _DAYS, _NO_NAMES)
_FARTHEST_DAYS = 366 * 30
_DAY, _WEEKDAY = 3, 5
_LAST = re.compile(r"LW|L(?:-(\d{1,2}))?")
_NEAREST = re.compile(r"(\d{1,2})W")
_LAST_WEEKDAY = re.compile(r"([0-7]|[A-Z]{3})L")
_NTH_WEEKDAY = re.compile(r"([0-7]|[A-Z]{3})#([1-5])")
_NICKNAMES = {
    "@YEARLY": "0 0 0 1 1 *",
    "@ANNUALLY": "0 0 0 1 1 *",
    "@MONTHLY": "0 0 0 1 * *",
    "@WEEKLY": "0 0 0 * * 0",
    "@DAILY": "0 0 0 * * *",
    "@MIDNIGHT": "0 0 0 * * *",
    "@HOURLY": "0 0 * * * *",
}

Fits = Callable[[datetime], bool]
"""Whether a day is meant."""


def following(line: str, moment: float) -> float:
    """The first time after `moment` (epoch seconds) that the line names, in local time. Raises ValueError."""
    text = line.strip().upper()
    fields = _NICKNAMES.get(text, text).split()
    if len(fields) == 6:
        fields.append("*")
    if len(fields) != 7:
        raise ValueError(line)
    is_day, is_weekday = _day(fields[_DAY]), _weekday(fields[_WEEKDAY])
    seconds, minutes, hours, months, years = (_values(fields[number], number) for number in (0, 1, 2, 4, 6))
    start = datetime.fromtimestamp(moment).replace(microsecond=0) + timedelta(seconds=1)
    day = start.replace(hour=0, minute=0, second=0)
    for _ in range(_FARTHEST_DAYS):
        if day.month in months and day.year in years and is_day(day) and is_weekday(day):
            found = _time(day, start, sorted(hours), sorted(minutes), sorted(seconds))
            if found is not None:
                return found.timestamp()
        day += timedelta(days=1)
    raise ValueError(line)


def _day(text: str) -> Fits:
    """`L` is the last day of the month, `L-3` three days before, `15W` the nearest day from Monday to Friday."""
    if last := _LAST.fullmatch(text):
        before, to_weekday = int(last.group(1) or 0), text == "LW"
        return lambda day: _is_near(day, _length(day) - before, to_weekday)
    if nearest := _NEAREST.fullmatch(text):
        wanted = int(nearest.group(1))
        if not 1 <= wanted <= 31:
            raise ValueError(text)
        return lambda day: wanted <= _length(day) and _is_near(day, wanted, True)
    days = _values(text, _DAY)
    return lambda day: day.day in days


def _weekday(text: str) -> Fits:
    """`5L` is the last Friday of the month, `5#3` the third; `L` alone is Sunday, which is 0 and 7."""
    if last := _LAST_WEEKDAY.fullmatch(text):
        wanted = _number(last.group(1), _WEEKDAY) % 7
        return lambda day: day.isoweekday() % 7 == wanted and day.day + 7 > _length(day)
    if nth := _NTH_WEEKDAY.fullmatch(text):
        wanted, place = _number(nth.group(1), _WEEKDAY) % 7, int(nth.group(2))
        return lambda day: day.isoweekday() % 7 == wanted and (day.day - 1) // 7 + 1 == place
    weekdays = {number % 7 for number in _values("0" if text == "L" else text, _WEEKDAY)}
    return lambda day: day.isoweekday() % 7 in weekdays


def _is_near(day: datetime, wanted: int, to_weekday: bool) -> bool:
    """Whether `day` is the `wanted` day of its month, or the nearest weekday to it without leaving the month."""
    if wanted < 1:
        return False
    target = day.replace(day=wanted)
    if to_weekday and target.isoweekday() == 6:
        target += timedelta(days=-1 if wanted > 1 else 2)
    elif to_weekday and target.isoweekday() == 7:
        target += timedelta(days=1 if wanted < _length(day) else -2)
    return day.day == target.day


def _length(day: datetime) -> int:
    return monthrange(day.year, day.month)[1]


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
