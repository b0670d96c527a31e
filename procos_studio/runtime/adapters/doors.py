"""The doors of one run to the outside: connections and sandboxes that its tasks share and that end with it."""

from __future__ import annotations

from typing import Protocol, TypeVar


class Door(Protocol):
    """Something open that has to be closed. Made without arguments."""

    def __init__(self) -> None: ...

    async def close(self) -> None:
        """End it; may be called twice."""
        ...


D = TypeVar("D", bound=Door)


class Doors:
    """One door of each kind, opened when first asked for."""

    def __init__(self) -> None:
        self._open: list[Door] = []

    def one(self, kind: type[D]) -> D:
        """The run's door of this kind."""
        for door in self._open:
            if isinstance(door, kind):
                return door
        fresh = kind()
        self._open.append(fresh)
        return fresh

    async def close(self) -> None:
        """Close every door, the last opened first."""
        while self._open:
            await self._open.pop().close()
