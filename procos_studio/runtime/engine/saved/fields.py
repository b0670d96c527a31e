"""Fields: reading saved rows with distrust, for a file may be damaged or forged."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import NoneType
from typing import Any

LARGEST = 2**53
_NONE = object()


class Damaged(ValueError):
    """Saved state is not as it should be; the text says where."""


class Fields:
    """A JSON map whose entries are taken one by one, each with the type that it must have."""

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, dict):
            raise Damaged(f"{where} is no map")
        self._value, self.where, self._taken = value, where, set[str]()

    def __contains__(self, name: str) -> bool:
        return name in self._value

    def _take(self, name: str, kind: type | tuple[type, ...], default: object = _NONE) -> Any:
        self._taken.add(name)
        found = self._value.get(name, default)
        if found is default and default is not _NONE:
            return found
        if not isinstance(found, kind) or (isinstance(found, bool) and kind is not bool):
            raise Damaged(f"{name} of {self.where}")
        return found

    def text(self, name: str, default: object = _NONE) -> str:
        """A text."""
        found: str = self._take(name, str, default)
        return found

    def flag(self, name: str, default: object = _NONE) -> bool:
        """Yes or no."""
        found: bool = self._take(name, bool, default)
        return found

    def whole(self, name: str, default: object = _NONE) -> int:
        """A whole number from 0."""
        found: int = self._take(name, int, default)
        if not 0 <= found <= LARGEST:
            raise Damaged(f"{name} of {self.where}")
        return found

    def number(self, name: str) -> float:
        """A number."""
        found: float = self._take(name, (int, float))
        return found

    def items(self, name: str, default: object = _NONE) -> list[Any]:
        """A list."""
        found: list[Any] = self._take(name, list, default)
        return found

    def texts(self, name: str, default: object = _NONE) -> list[str]:
        """A list of texts."""
        found = self.items(name, default)
        if not all(isinstance(item, str) for item in found):
            raise Damaged(f"{name} of {self.where}")
        return found

    def map(self, name: str, default: object = _NONE) -> dict[str, Any]:
        """A map."""
        found: dict[str, Any] = self._take(name, dict, default)
        return found

    def optional(self, name: str, kind: type) -> Any:
        """A value of this type, or None."""
        return self._take(name, (kind, NoneType))

    def done(self) -> None:
        """Nothing else may be there: it would be lost."""
        if len(self._taken) < len(self._value) and (more := self._value.keys() - self._taken):
            raise Damaged(f"unknown {', '.join(sorted(map(str, more)))[:60]} in {self.where}")


def moment(value: object, where: str) -> float:
    """Epoch seconds."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise Damaged(f"a time of {where}")
    return value


def number(text: str, where: str) -> int:
    """The whole number that a name stands for."""
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise Damaged(f"a number of {where}")
    return int(text)


def known(table: Mapping[str, Any], name: object, where: str) -> Any:
    """What has this name."""
    if not isinstance(name, str) or name not in table:
        raise Damaged(f"{where}: {str(name)[:60]}")
    return table[name]
