"""Durations: ISO 8601, as files hold them, from and to the words in which people say them."""

from __future__ import annotations

import re

from procos_studio.library.typed import DURATION

_ISO = re.compile(DURATION)
_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)\.?", re.UNICODE)
_BETWEEN = re.compile(r"(\s|,|;|\+|\band\b|\bund\b)*", re.IGNORECASE)
_UNITS = (
    ("Y", "date", "year", ("y", "yr", "yrs", "year", "years", "jahr", "jahre")),
    ("M", "date", "month", ("mo", "mon", "month", "months", "monat", "monate")),
    ("W", "date", "week", ("w", "wk", "week", "weeks", "woche", "wochen")),
    ("D", "date", "day", ("d", "day", "days", "tag", "tage")),
    ("H", "time", "hour", ("h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden")),
    ("M", "time", "minute", ("m", "min", "mins", "minute", "minutes", "minuten")),
    ("S", "time", "second", ("s", "sec", "secs", "second", "seconds", "sek", "sekunde", "sekunden")),
)
"""Letter, side of the T, what to call it, and what people write for it; the largest first."""

_SIGNS = {sign: number for number, unit in enumerate(_UNITS) for sign in unit[3]}
_THOUSANDTH = ("ms", "msec", "millisecond", "milliseconds", "millisekunden")


def from_words(text: str) -> str | None:
    """`PT1M30S` of `1 min 30 s`, of `90 s` `PT90S`; a number alone is seconds. None for what is no duration."""
    said = text.strip()
    if re.fullmatch(r"\d+", said):
        said = f"{said} s"
    amounts: dict[int, str] = {}
    at = 0
    while at < len(said):
        found = _PART.match(said, at)
        unit = _unit(found) if found else None
        if found is None or unit is None or unit[0] in amounts:
            return None
        amounts[unit[0]] = unit[1]
        gap = _BETWEEN.match(said, found.end())
        at = gap.end() if gap else found.end()
    iso = _spelled(amounts)
    return iso if _ISO.fullmatch(iso) else None


def _unit(found: re.Match[str]) -> tuple[int, str] | None:
    amount, sign = found[1].replace(",", "."), found[2]
    if sign.lower() in _THOUSANDTH:
        return len(_UNITS) - 1, f"{float(amount) / 1000:.6f}".rstrip("0").rstrip(".")
    number = 1 if sign == "M" else _SIGNS.get(sign.lower())
    return (number, amount) if number is not None else None


def _spelled(amounts: dict[int, str]) -> str:
    days = "".join(f"{amounts[number]}{unit[0]}" for number, unit in enumerate(_UNITS) if _is(amounts, number, "date"))
    time = "".join(f"{amounts[number]}{unit[0]}" for number, unit in enumerate(_UNITS) if _is(amounts, number, "time"))
    return f"P{days}{'T' if time else ''}{time}"


def _is(amounts: dict[int, str], number: int, side: str) -> bool:
    return number in amounts and _UNITS[number][1] == side


def in_words(iso: str) -> str:
    """`1 minute 30 seconds` of `PT1M30S`; `""` for what is no duration."""
    if not _ISO.fullmatch(iso.strip()):
        return ""
    date, _, time = iso.strip()[1:].partition("T")
    words = []
    for letter, side, name, _ in _UNITS:
        found = re.search(rf"(\d+(?:\.\d+)?){letter}", date if side == "date" else time)
        if found:
            words.append(f"{found[1]} {name}{'' if found[1] == '1' else 's'}")
    return " ".join(words)
