"""Late: a mapping whose values are made when somebody first asks for them, which nobody can tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


class Late(Mapping[str, T]):
    """`keys` gives the keys that have a value, `make` the value of one of them, made anew or known; else KeyError."""

    def __init__(self, keys: Callable[[], Iterator[str]], make: Callable[[str], T]) -> None:
        self._keys, self._make = keys, make

    def __getitem__(self, key: str) -> T:
        return self._make(key)

    def __iter__(self) -> Iterator[str]:
        return self._keys()

    def __len__(self) -> int:
        return sum(1 for _ in self._keys())
