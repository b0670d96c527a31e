"""The parts of a run's state: elements with their lights, tokens, variables, incidents, user tasks, instances."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple

from procos_studio.runtime.persistent import Map

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


DARK = (Light(),) * len(STAGE_NAMES)


class ElementState(NamedTuple):
    """One element over all its passes. Times: epoch seconds; `seconds` is the sum over all finished passes.

    `stages` are the lights of the latest passage, `attempt` its number (0 without a pipeline), `pde` who carries it.
    `attempts` is how often it may be tried in all (0 while nothing had to be tried again).
    """

    status: Status
    active: int = 0
    entered: int = 0
    completed: int = 0
    cancelled: int = 0
    attempt: int = 0
    stages: tuple[Light, ...] = DARK
    pde: str = ""
    message: str = ""
    since: float = 0.0
    seconds: float = 0.0
    attempts: int = 0


class DiagramState(NamedTuple):
    """What has happened on one diagram; `flows` counts how often each sequence flow was taken."""

    elements: Map[ElementState] = Map()
    flows: Map[int] = Map()


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
    """A process instance; `variables` are its last, `reason` says why it failed or was cancelled. `definition` is the
    digest of its diagram, empty where nobody needs to tell it from others."""

    process: str
    status: Status
    parent: str = ""
    business_key: str = ""
    started: float = 0.0
    ended: float | None = None
    reason: str = ""
    variables: Map[Any] = Map()
    definition: str = ""
