"""The methods that expressions may call on texts, lists and maps: a fixed list, with Java's meaning.

Source: Java SE API, java.lang.String, java.util.List and java.util.Map. Nothing else is reachable from an expression.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from procos_studio.expressions.operators import identical
from procos_studio.expressions.values import ExpressionError, kind, limited, to_number, to_text

Method = Callable[..., Any]


def _index(value: Any, size: int) -> int:
    number = to_number(value)
    place = int(number)
    if not 0 <= place <= size:
        raise ExpressionError(f"{place} is outside of 0 to {size}")
    return place


def _substring(text: str, start: Any, end: Any = None) -> str:
    begin = _index(start, len(text))
    stop = len(text) if end is None else _index(end, len(text))
    if begin > stop:
        raise ExpressionError(f"a part cannot begin at {begin} and end at {stop}")
    return text[begin:stop]


def _text(value: Any) -> str:
    """An argument that Java does not convert: it must be a text."""
    if not isinstance(value, str):
        raise ExpressionError(f"a text is needed here, not {kind(value)}")
    return value


def _replace(text: str, old: Any, new: Any) -> str:
    search, put = _text(old), _text(new)
    grown = len(text) + text.count(search) * (len(put) - len(search))
    limited(" " * min(grown, 20_000) if grown > 0 else "")
    return text.replace(search, put)


def _character(text: str, at: Any) -> str:
    place = _index(at, len(text) - 1)
    return text[place]


def _split(text: str, separator: Any) -> list[str]:
    """Java splits by a regular expression; here only one that means itself (a backslash makes it so) is allowed."""
    pattern = to_text(separator)
    if not _PLAIN_PATTERN.fullmatch(pattern):
        raise ExpressionError(f"split cannot use “{pattern[:40]}”: put a backslash before special characters")
    parts = text.split(re.sub(r"\\(.)", r"\1", pattern))
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return [] if parts == [""] and text else parts


_PLAIN_PATTERN = re.compile(r"([^\\.\[\]{}()*+?^$|]|\\[^\w\s])+")


def _item(items: list[Any], at: Any) -> Any:
    return items[_index(at, len(items) - 1)]


def _find(items: list[Any], wanted: Any) -> int:
    return next((place for place, item in enumerate(items) if identical(item, wanted)), -1)


def _find_last(items: list[Any], wanted: Any) -> int:
    return next((place for place in reversed(range(len(items))) if identical(items[place], wanted)), -1)


def _entry(entries: dict[str, Any], key: Any, default: Any = None) -> Any:
    """Keys are texts, and 1 is not "1"."""
    return entries.get(key, default) if isinstance(key, str) else default


_TEXT: dict[str, tuple[int, int, Method]] = {
    "length": (0, 0, len),
    "isEmpty": (0, 0, lambda text: not text),
    "toUpperCase": (0, 0, lambda text: limited(text.upper())),
    "toLowerCase": (0, 0, lambda text: limited(text.lower())),
    "trim": (0, 0, lambda text: text.strip("".join(map(chr, range(33))))),
    "contains": (1, 1, lambda text, part: _text(part) in text),
    "startsWith": (1, 1, lambda text, part: text.startswith(to_text(part))),
    "endsWith": (1, 1, lambda text, part: text.endswith(to_text(part))),
    "indexOf": (1, 1, lambda text, part: text.find(_text(part))),
    "lastIndexOf": (1, 1, lambda text, part: text.rfind(_text(part))),
    "equals": (1, 1, identical),
    "equalsIgnoreCase": (1, 1, lambda text, other: text.lower() == to_text(other).lower()),
    "concat": (1, 1, lambda text, other: limited(text + to_text(other))),
    "substring": (1, 2, _substring),
    "charAt": (1, 1, _character),
    "replace": (2, 2, _replace),
    "split": (1, 1, _split),
    "toString": (0, 0, lambda text: text),
}
_LIST: dict[str, tuple[int, int, Method]] = {
    "size": (0, 0, len),
    "isEmpty": (0, 0, lambda items: not items),
    "get": (1, 1, _item),
    "contains": (1, 1, lambda items, wanted: _find(items, wanted) >= 0),
    "indexOf": (1, 1, _find),
    "lastIndexOf": (1, 1, _find_last),
    "equals": (1, 1, identical),
    "toString": (0, 0, to_text),
}
_MAP: dict[str, tuple[int, int, Method]] = {
    "size": (0, 0, len),
    "isEmpty": (0, 0, lambda entries: not entries),
    "get": (1, 1, _entry),
    "getOrDefault": (2, 2, _entry),
    "containsKey": (1, 1, lambda entries, key: isinstance(key, str) and key in entries),
    "containsValue": (1, 1, lambda entries, wanted: _find(list(entries.values()), wanted) >= 0),
    "keySet": (0, 0, lambda entries: list(entries)),
    "values": (0, 0, lambda entries: list(entries.values())),
    "equals": (1, 1, identical),
    "toString": (0, 0, to_text),
}
_NUMBER: dict[str, tuple[int, int, Method]] = {
    # No equals: Java's says that the Integer 7 of a variable is not the Long 7 of an expression
    "toString": (0, 0, to_text),
}
_TRUTH: dict[str, tuple[int, int, Method]] = {
    "toString": (0, 0, to_text),
    "equals": (1, 1, identical),
}
METHODS: dict[type, dict[str, tuple[int, int, Method]]] = {
    str: _TEXT,
    list: _LIST,
    dict: _MAP,
    int: _NUMBER,
    float: _NUMBER,
    bool: _TRUTH,
}
"""By type of the value: name -> fewest and most arguments, and the function."""

NAMES = frozenset(name for table in METHODS.values() for name in table)


def call(base: Any, name: str, arguments: tuple[Any, ...]) -> Any:
    """`base.name(arguments)`."""
    found = METHODS.get(type(base), {}).get(name)
    if found is None:
        raise ExpressionError(f"{kind(base)} has no method “{name}”")
    fewest, most, method = found
    if not fewest <= len(arguments) <= most:
        wanted = f"{fewest}" if fewest == most else f"{fewest} to {most}"
        raise ExpressionError(f"{name} takes {wanted} arguments, not {len(arguments)}")
    return method(base, *arguments)


def item(base: Any, key: Any) -> Any:
    """`base[key]` and `base.key`: null of null, of a missing key, and of a place outside of a list (EL 2.2, 1.6)."""
    if base is None or key is None:
        return None
    if isinstance(base, dict):
        return _entry(base, key)
    if isinstance(base, list):
        place = _place(key)
        return base[place] if 0 <= place < len(base) else None
    raise ExpressionError(f"{kind(base)} has no property “{to_text(key)[:40]}”")


def _place(key: Any) -> int:
    if isinstance(key, str) and not _DIGITS.fullmatch(key):
        raise ExpressionError(f"a list has no property “{key[:40]}”")
    return int(to_number(key))


_DIGITS = re.compile(r"[+-]?\d{1,9}")
