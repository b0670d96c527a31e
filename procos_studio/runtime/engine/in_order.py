"""In order: events that come one after the other go on in that order, though what is ready lies on a stack."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from procos_studio.runtime.engine.instance import Instance
    from procos_studio.runtime.engine.operations import Ready


class InOrder:
    """Events that happen between two moves of some instances.

    As in Camunda, the first one goes as far as it can before the next; so what it made ready stays above.
    """

    def __init__(self) -> None:
        self._below: dict[str, Ready | None] = {}
        self._earlier: dict[str, list[Ready]] = {}

    def happen(self, instance: Instance, event: Callable[[], None]) -> None:
        """Let an event of an instance happen."""
        ready, key = instance.ready, instance.id
        below = self._below.setdefault(key, ready[-1] if ready else None)
        event()
        earlier = self._earlier.get(key, [])
        known = {id(entry) for entry in earlier}
        fresh: list[Ready] = []
        while ready and ready[-1] is not below and id(ready[-1]) not in known:
            fresh.append(ready.pop())
        # what an event ends is gone from the stack by now
        kept: list[Ready] = []
        while ready and id(ready[-1]) in known:
            kept.append(ready.pop())
        ready.extend([*reversed(fresh), *reversed(kept)])
        self._earlier[key] = [*reversed(fresh), *reversed(kept)]
