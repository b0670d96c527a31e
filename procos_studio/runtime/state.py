"""RunState: everything a run's events add up to; the screen, the report and the replay are this same fold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from procos_studio.runtime.events import RunEvent
from procos_studio.runtime.fold import Draft
from procos_studio.runtime.persistent import Map, Trail
from procos_studio.runtime.records import (
    STAGE_NAMES,
    ElementState,
    Incident,
    InstanceState,
    Light,
    Status,
    TokenState,
    UserTask,
    Value,
)

__all__ = [
    "STAGE_NAMES",
    "ElementState",
    "Incident",
    "InstanceState",
    "Light",
    "RunState",
    "Status",
    "TokenState",
    "UserTask",
    "Value",
]


class RunState(NamedTuple):
    """The sum of `events` events, up to number `seq`. It never changes; `after` gives the next one.

    `flows` counts how often each sequence flow was taken. `tokens`, `incidents` and `user_tasks` are by token id,
    `scopes` gives the history of each variable by scope and name. `uncaught` are errors, escalations and the like that
    nothing in the diagram caught.
    """

    seq: int = 0
    time: float = 0.0
    elements: Map[ElementState] = Map()
    flows: Map[int] = Map()
    tokens: Map[TokenState] = Map()
    scopes: Map[Map[Trail[Value]]] = Map()
    incidents: Map[Incident] = Map()
    user_tasks: Map[UserTask] = Map()
    instances: Map[InstanceState] = Map()
    uncaught: Trail[str] = Trail()
    events: int = 0

    @classmethod
    def empty(cls) -> RunState:
        """Before the first event."""
        return _EMPTY

    def after(self, event: RunEvent) -> RunState:
        """The state once `event` has happened."""
        return self.after_all((event,))

    def after_all(self, events: Iterable[RunEvent]) -> RunState:
        """The state once all of `events` have happened, in their order; cheaper than one by one."""
        draft = Draft(*self)
        draft.add_all(events)
        return RunState(*draft.sums())


_EMPTY = RunState()
