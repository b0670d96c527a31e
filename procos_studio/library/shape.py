"""Shape: whether JSON values have the keys and the JSON types that they should, and where not."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

UNSTORABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that XML cannot hold (XML 1.0, production 2)."""

Kinds = type | tuple[type, ...]


class Fault(NamedTuple):
    """One thing wrong: where (`properties[3].binding`, `""` for all of it), and what."""

    place: str
    message: str


Faults = Iterator[Fault]


def shaped(
    data: Mapping[str, Any],
    shape: Mapping[str, Kinds],
    place: str,
    needed: Collection[str] = (),
) -> Faults:
    """Unknown keys, missing keys, and values of the wrong JSON type."""
    for key, found in data.items():
        if key not in shape:
            yield Fault(below(place, key), "is not known")
        elif not is_kind(found, shape[key]):
            yield Fault(below(place, key), f"has to be {_named(shape[key])}")
    for key in needed:
        if key not in data:
            yield Fault(below(place, key), "is missing")


def is_kind(found: Any, wanted: Kinds) -> bool:
    """JSON's types: a boolean is no number."""
    kinds = wanted if isinstance(wanted, tuple) else (wanted,)
    if isinstance(found, bool):
        return bool in kinds
    return isinstance(found, kinds) and not (isinstance(found, float) and not math.isfinite(found))


def _named(wanted: Kinds) -> str:
    names = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}
    names |= {list: "a list", dict: "an object"}
    kinds = wanted if isinstance(wanted, tuple) else (wanted,)
    return " or ".join(dict.fromkeys(names[kind] for kind in kinds))


def below(place: str, key: str | int) -> str:
    """The place of a key or of a list's item, below another place."""
    if isinstance(key, int):
        return f"{place}[{key}]"
    return f"{place}.{key}" if place else key
