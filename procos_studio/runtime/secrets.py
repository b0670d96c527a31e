"""The run's secrets: tasks carry stand-ins for them, and only an adapter gets what they stand for."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from secrets import token_hex
from typing import Any

from procos_studio.expressions import ExpressionError

PREFIX = "PROCOS_SECRET_"
"""`${secret("mail")}` is the environment variable PROCOS_SECRET_MAIL; other signs than letters and digits are `_`."""

_HIDDEN = "•••"
_SHORTEST = 4


class Secrets:
    """Gives each secret a stand-in that nobody can guess, so that text which only looks like one stays text.

    What tasks, variables and events hold is the stand-in. `reveal` is called for an adapter's parameters alone, and
    `hide` for everything that comes back from there.
    """

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._environment = environment
        self._nonce = token_hex(8)
        self._stand_in = re.compile(rf"⟨secret ([^⟨⟩]*) {self._nonce}⟩")
        self._has_given = False
        self._revealed: set[str] = set()

    def adopt(self, nonce: str) -> None:
        """Take over the stand-ins that an earlier run gave, which it and its store tell apart from text by `nonce`."""
        self._nonce = nonce
        self._stand_in = re.compile(rf"⟨secret ([^⟨⟩]*) {re.escape(nonce)}⟩")
        self._has_given = True

    def stand_in(self, name: str) -> str:
        """What a diagram's `${secret("name")}` evaluates to. Raises ExpressionError where there is no such secret."""
        self._look_up(name)
        self._has_given = True
        return f"⟨secret {name} {self._nonce}⟩"

    def reveal(self, value: Any) -> Any:
        """`value` (JSON) with every stand-in replaced by its secret."""
        return _mapped(value, self._open) if self._has_given else value

    def hide(self, value: Any) -> Any:
        """`value` (JSON) with every secret that was revealed replaced by dots.

        Secrets of fewer than four characters stay: hiding them would garble ordinary text.
        """
        return _mapped(value, self._close) if self._revealed else value

    def _look_up(self, name: str) -> str:
        variable = PREFIX + re.sub(r"[^A-Z0-9]", "_", name.upper())
        try:
            return self._environment[variable]
        except KeyError:
            raise ExpressionError(f"there is no secret “{name}”; set the environment variable {variable}") from None

    def _open(self, text: str) -> str:
        return self._stand_in.sub(self._shown, text) if self._nonce in text else text

    def _shown(self, found: re.Match[str]) -> str:
        value = self._look_up(found[1])
        if len(value) >= _SHORTEST:
            self._revealed.add(value)
        return value

    def _close(self, text: str) -> str:
        for value in self._revealed:
            text = text.replace(value, _HIDDEN)
        return text


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    """A copy of a JSON value with every text in it changed, also the names in its maps."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {_mapped(name, change): _mapped(item, change) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_mapped(item, change) for item in value]
    return value
