"""Target and Limit: the form of a target's table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from procos_studio.model.diagram import Diagram
from procos_studio.problems import Severity


class Finding(NamedTuple):
    """One place where a limit is met: a sentence that goes on after the target's name, and the remedy."""

    message: str
    elements: tuple[str, ...]
    hint: str


@dataclass(frozen=True)
class Limit:
    """One thing that a target does not do; `find` gives the places of a diagram that need it."""

    code: str
    severity: Severity
    find: Callable[[Diagram], Iterator[Finding]]


@dataclass(frozen=True)
class Target:
    """An engine: its id on the command line, its name in sentences, its limits.

    `platform_version` is what Camunda Modeler calls the execution platform version; `""` for our own engine.
    `also_runs` are codes of problems that stop our own engine, but not this one.
    """

    id: str
    name: str
    limits: tuple[Limit, ...]
    platform_version: str
    also_runs: frozenset[str] = frozenset()
