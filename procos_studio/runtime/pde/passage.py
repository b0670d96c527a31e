"""One passage of a task through the pipeline, and how it can end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeVar

from procos_studio.runtime.adapters import Adapter, Config
from procos_studio.runtime.adapters.doors import Doors
from procos_studio.runtime.clock import Clock
from procos_studio.runtime.engine import Work
from procos_studio.runtime.events import EventKind
from procos_studio.runtime.pde.health import Health
from procos_studio.runtime.pde.learner import Learner
from procos_studio.runtime.pde.pools import Pool
from procos_studio.runtime.secrets import Secrets
from procos_studio.runtime.settings import PdeKind, Settings

T = TypeVar("T")
Steps = Generator[Callable[[], Awaitable[Any]], Any, T]
"""Something that is done in steps: it yields what has to be awaited and is sent the outcome. What yields nothing is
done at once, without a turn of the event loop; that is what makes small tasks quick."""


@dataclass(frozen=True, slots=True)
class Done:
    """The task is done; `variables` go into its scope."""

    variables: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Threw:
    """The task ended in a BPMN error that the diagram may catch."""

    code: str
    message: str
    variables: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failed:
    """The task failed and is not tried again: an incident."""

    message: str


Result = Done | Threw | Failed


@dataclass(frozen=True, slots=True)
class Services:
    """What the pipeline needs from the run around it.

    `emit` reports an event of a task; `person` waits until somebody has completed a user task, and gives the form's
    values by name. `world` tells the run's store apart from all others.
    """

    clock: Clock
    settings: Settings
    pools: Mapping[PdeKind, Pool]
    health: Health
    learner: Learner
    doors: Doors
    secrets: Secrets
    random: Random
    emit: Callable[[Work, EventKind, dict[str, Any]], None]
    person: Callable[[Work], Awaitable[Mapping[str, Any]]]
    world: str = ""


class StageFailure(Exception):
    """A stage did not pass; `retryable` says whether another passage may help, `threw` is a BPMN error."""

    def __init__(self, message: str, *, retryable: bool = False, threw: Threw | None = None) -> None:
        super().__init__(message)
        self.message, self.retryable, self.threw = message, retryable, threw


@dataclass(frozen=True, slots=True)
class Candidate:
    """An endpoint for one task: who serves it, with which parameters, and the place whose health counts (may be
    empty). `name` is what people read and what the learner remembers."""

    name: str
    adapter: Adapter
    config: Config
    place: str


@dataclass(slots=True)
class Passage:
    """What the stages of one passage hand on to one another.

    `attempt` counts from 1. `timeout` (seconds) and `schema` are what the task itself asks for. `candidates` passed the
    test stage; empty where the task needs nothing from outside. `chosen` served it, in `seconds`.
    """

    work: Work
    services: Services
    attempt: int
    pde: str
    timeout: float = 0.0
    schema: Mapping[str, Any] | None = None
    candidates: tuple[Candidate, ...] = ()
    chosen: Candidate | None = None
    seconds: float = 0.0
    result: Mapping[str, Any] = field(default_factory=dict)

    def now(self) -> float:
        """The moment by the run's clock."""
        return self.services.clock.now()
