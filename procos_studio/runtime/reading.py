"""Reading: the rows of a store's tables, taken with distrust, for a file may be damaged or forged."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

_LATEST = 2.5e11
"""Nothing happens later than that (epoch seconds, in the year 9892): no calendar goes on much longer."""


class DamagedRow(ValueError):
    """A row holds what nobody has written there; the text says where."""


def checked(row: Sequence[Any], kinds: str, where: str) -> Sequence[Any]:
    """The row, where each value is of its kind: `s` a text, `n` a whole number, `t` a time, `?` a time or none.

    Raises DamagedRow.
    """
    for value, kind in zip(row, kinds, strict=True):
        if not _KINDS[kind](value):
            raise DamagedRow(f"a row of {where} holds {str(value)[:40]!r}")
    return row


def parsed(text: object, where: str) -> Any:
    """The value that a JSON text stands for. Raises DamagedRow."""
    try:
        return json.loads(text) if isinstance(text, str) else _none(text)
    except (ValueError, RecursionError) as failure:
        raise DamagedRow(f"a row of {where} holds no JSON") from failure


def parsed_map(text: object, where: str) -> dict[str, Any]:
    """The same, where it is a map. Raises DamagedRow."""
    found = parsed(text, where)
    if not isinstance(found, dict):
        raise DamagedRow(f"a row of {where} holds no map")
    return found


def _none(value: object) -> None:
    raise ValueError(f"{type(value).__name__} is no text")


def _is_whole(value: object) -> bool:
    return type(value) is int


def _is_text(value: object) -> bool:
    return type(value) is str


def _is_time(value: object) -> bool:
    return isinstance(value, int | float) and 0 <= value < _LATEST


def _is_time_or_none(value: object) -> bool:
    return value is None or _is_time(value)


_KINDS = {"s": _is_text, "n": _is_whole, "t": _is_time, "?": _is_time_or_none}
