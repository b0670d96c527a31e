"""Views: the variables that are visible at an execution, found from the inside out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Execution


class View(Mapping[str, Any]):
    """The variables that are visible at an execution, without copying them."""

    __slots__ = ("_execution",)

    def __init__(self, execution: Execution) -> None:
        self._execution = execution

    def __getitem__(self, name: str) -> Any:
        level: Execution | None = self._execution
        while level is not None:
            own = level.variables
            if own is not None and name in own:
                return own[name]
            level = level.up
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(snapshot(self._execution))

    def __len__(self) -> int:
        return len(snapshot(self._execution))


class Over(Mapping[str, Any]):
    """Some variables laid over others; `first` may still grow."""

    __slots__ = ("first", "second")

    def __init__(self, first: Mapping[str, Any], second: Mapping[str, Any]) -> None:
        self.first, self.second = first, second

    def __getitem__(self, name: str) -> Any:
        return self.first[name] if name in self.first else self.second[name]

    def __iter__(self) -> Iterator[str]:
        return iter({**self.second, **self.first})

    def __len__(self) -> int:
        return len({**self.second, **self.first})


def view(execution: Execution) -> Mapping[str, Any]:
    """What an expression sees at an execution."""
    if execution.up is None:
        return execution.variables or {}
    if not execution.variables and execution.up.up is None:
        return execution.up.variables or {}
    return View(execution)


def snapshot(execution: Execution) -> dict[str, Any]:
    """A new dict of all visible variables."""
    levels: list[dict[str, Any]] = []
    level: Execution | None = execution
    while level is not None:
        if level.variables:
            levels.append(level.variables)
        level = level.up
    if len(levels) == 1:
        return levels[0].copy()
    found: dict[str, Any] = {}
    for own in reversed(levels):
        found.update(own)
    return found
