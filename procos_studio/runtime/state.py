"""RunState: everything a run's events add up to; the screen, the report and the replay are this same fold."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple

from procos_studio.runtime.events import RunEvent
from procos_studio.runtime.persistent import Map, Trail

STAGE_NAMES = ("start", "test", "gateway", "validation", "completion")


class Status(StrEnum):
    """Where an element or an instance stands."""

    RUNNING = "running"
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Light(NamedTuple):
    """One stage of the pipeline: verdict is `""` before it starts, `running`, `passed`, `failed` or `skipped`."""

    verdict: str = ""
    detail: str = ""
    duration: float = 0.0


_DARK = (Light(),) * len(STAGE_NAMES)


class ElementState(NamedTuple):
    """One element over all its passes. Times: epoch seconds; `seconds` is the sum over all finished passes.

    `stages` are the lights of the latest passage, `attempt` its number (0 without a pipeline), `pde` who carries it.
    """

    status: Status
    active: int = 0
    entered: int = 0
    completed: int = 0
    cancelled: int = 0
    attempt: int = 0
    stages: tuple[Light, ...] = _DARK
    pde: str = ""
    message: str = ""
    since: float = 0.0
    seconds: float = 0.0


class TokenState(NamedTuple):
    """A token inside an element."""

    element: str
    instance: str
    since: float


class Value(NamedTuple):
    """What a variable became, when, and by which event and element."""

    value: Any
    time: float
    seq: int
    element: str


class Incident(NamedTuple):
    """Work that failed for good and waits for somebody to retry it."""

    element: str
    instance: str
    message: str
    time: float


class UserTask(NamedTuple):
    """A task that waits for a person; `data` is what its event told (name, assignee, form)."""

    element: str
    instance: str
    data: Map[Any]
    time: float


class InstanceState(NamedTuple):
    """A process instance; `variables` are its last, `reason` says why it failed or was cancelled."""

    process: str
    status: Status
    parent: str = ""
    business_key: str = ""
    started: float = 0.0
    ended: float | None = None
    reason: str = ""
    variables: Map[Any] = Map()


class RunState(NamedTuple):
    """The sum of a run's events up to `seq`. It never changes; `after` gives the next one.

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

    @classmethod
    def empty(cls) -> RunState:
        """Before the first event."""
        return _EMPTY

    def after(self, event: RunEvent) -> RunState:
        """The state once `event` has happened."""
        from procos_studio.runtime.fold import fold
