"""What an adapter is: the leaf that serves one topic and talks to one kind of service."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from procos_studio.problems import Problem
from procos_studio.runtime.adapters.doors import Doors
from procos_studio.runtime.sandbox.script import Limits
from procos_studio.runtime.settings import PdeKind

Config = Mapping[str, Any]
"""A task's parameters by name: JSON values, every expression evaluated."""


class AdapterError(Exception):
    """A service did not do what was asked.

    `retryable` says whether another try may help. `bpmn_error_code` is set where the diagram is meant to handle the
    failure with an error boundary event.
    """

    def __init__(self, message: str, *, retryable: bool, bpmn_error_code: str | None = None) -> None:
        super().__init__(message)
        self.message, self.retryable, self.bpmn_error_code = message, retryable, bpmn_error_code


@dataclass(frozen=True, slots=True)
class Job:
    """One call: the parameters, the variables in scope, the longest it may take (seconds), and the run's doors.

    `log` takes text that a person may want to read, such as what a script printed. `key` stays the same when the same
    work is tried again, also by another run after a crash, so that a service can tell a repetition.
    """

    config: Config
    variables: Mapping[str, Any]
    timeout: float
    limits: Limits
    doors: Doors
    log: Callable[[str], None]
    key: str = ""


class Adapter(Protocol):
    """Serves one topic. An adapter keeps no state of its own; what is shared within a run comes from its doors."""

    topic: str
    kind: PdeKind
    is_immediate: bool
    """Whether `execute` only computes and never waits; such a task costs no turn of the event loop."""
    schema: Mapping[str, Any]
    """JSON schema (2020-12) of the parameters; empty where any will do."""

    def validate(self, config: Config) -> list[Problem]:
        """What is wrong with the parameters beyond the schema; fast, and without I/O."""
        ...

    def place(self, config: Config) -> str:
        """Which service these parameters reach, for example `http://localhost:11434`; its health is kept under this
        name. Empty where nothing outside is asked."""
        ...

    async def health(self, config: Config, doors: Doors) -> str:
        """Empty where the service answers, else one sentence that says what is wrong."""
        ...

    async def execute(self, job: Job) -> dict[str, Any]:
        """Do the work; gives the results by name (JSON values). Raises AdapterError."""
        ...
