"""What can be tuned about a run: pools, retries, limits, endpoints. Frozen; a configuration file fills it later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from procos_studio.runtime.sandbox.script import Limits


class PdeKind(StrEnum):
    """The kinds of process definition executors; a task's topic decides which kind carries it."""

    GENERAL = "general"
    AI = "ai"
    INTEGRATION = "integration"
    META = "meta"


@dataclass(frozen=True, slots=True)
class Backoff:
    """How often and when a failed task is tried again. Times in seconds.

    `attempts` counts the first one too. The wait before attempt n+1 is `first * factor ** (n - 1)`, at most `longest`,
    and then spread by ± `jitter` (a share of it), so that many tasks do not come back in the same moment.
    """

    attempts: int = 3
    first: float = 1.0
    factor: float = 2.0
    longest: float = 60.0
    jitter: float = 0.2


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One way to serve a topic: an adapter (`adapter`, a topic of `adapters.ADAPTERS`) and what `config` says over the
    task's own parameters, for example another `baseUrl`."""

    name: str
    adapter: str
    config: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Breaker:
    """When an endpoint is left alone: after `failures` in a row, for `cooldown` seconds."""

    failures: int = 5
    cooldown: float = 30.0


_POOLS = MappingProxyType({PdeKind.GENERAL: 8, PdeKind.AI: 4, PdeKind.INTEGRATION: 16, PdeKind.META: 2})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a run can be tuned by. Times in seconds.

    `pools` says how many PDEs of each kind may work at once. `endpoints` names the candidates of a topic in order of
    preference; a topic without any is served by the adapter of the same name. `health_age` is how long an endpoint's
    health is believed. `turn` is the longest the runtime keeps the event loop. `seed` makes jitter repeatable. `limits`
    are those of a script; its time, though, is the task's: `task_timeout`, unless the task names another.
    """

    pools: Mapping[PdeKind, int] = field(default_factory=lambda: _POOLS)
    backoff: Backoff = Backoff()
    breaker: Breaker = Breaker()
    limits: Limits = field(default_factory=Limits)
    task_timeout: float = 60.0
    health_age: float = 30.0
    endpoints: Mapping[str, tuple[Endpoint, ...]] = field(default_factory=dict)
    turn: float = 0.008
    seed: int = 0
