"""RunState: everything a run's events add up to; the screen, the report and the replay are this same fold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from procos_studio.runtime.events import RunEvent
from procos_studio.runtime.fold import Draft
from procos_studio.runtime.persistent import Map, Trail
from procos_studio.runtime.records import (
    STAGE_NAMES,
    DiagramState,
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
    "DiagramState",
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

    `diagrams` tell what has happened on each, by the digest of the definition; two of them may well use the same ids.
    `home` is that of the instance that began first. `tokens`, `incidents` and `user_tasks` are by token id, `scopes`
    gives the latest history of each variable by scope and name. `uncaught` are errors, escalations and the like that
    nothing in the diagram caught. `ended` says when instances and scopes have ended; the last thousand are remembered.
    """

    seq: int = 0
    time: float = 0.0
    home: str = ""
    diagrams: Map[DiagramState] = Map()
    tokens: Map[TokenState] = Map()
    scopes: Map[Map[Trail[Value]]] = Map()
    incidents: Map[Incident] = Map()
    user_tasks: Map[UserTask] = Map()
    instances: Map[InstanceState] = Map()
    ended: Map[float] = Map()
    uncaught: Trail[str] = Trail()
    events: int = 0

    @classmethod
    def empty(cls) -> RunState:
        """Before the first event."""
        return _EMPTY

    @property
    def elements(self) -> Map[ElementState]:
        """The elements of the diagram that the run began with."""
        return self.diagrams.get_or(self.home, _NOTHING).elements

    @property
    def flows(self) -> Map[int]:
        """How often each sequence flow of the diagram that the run began with was taken."""
        return self.diagrams.get_or(self.home, _NOTHING).flows

    def is_at_home(self, instance: str) -> bool:
        """Whether an instance is one of the diagram that the run began with."""
        found = self.instances.get(instance)
        return (found.definition if found is not None else "") == self.home

    def after(self, event: RunEvent) -> RunState:
        """The state once `event` has happened."""
        return self.after_all((event,))

    def after_all(self, events: Iterable[RunEvent]) -> RunState:
        """The state once all of `events` have happened, in their order; cheaper than one by one."""
        draft = Draft(*self)
        draft.add_all(events)
        return RunState(*draft.sums())


_NOTHING = DiagramState()
_EMPTY = RunState()
