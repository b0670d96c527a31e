"""Breakpoints: where a run is to stop, how far a step goes, and where a run has stopped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from procos_studio.expressions import Expression, check, condition
from procos_studio.problems import Problem, Refused, error


class Step(StrEnum):
    """How far a stopped token goes: `OVER` its element, `INTO` what is inside of it, or `OUT` of its scope."""

    OVER = "over"
    INTO = "into"
    OUT = "out"


class Why(StrEnum):
    """What stopped a run."""

    BREAKPOINT = "breakpoint"
    STEP = "step"
    ERROR = "error"
    VARIABLE = "variable"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Breakpoint:
    """Stop before an element; with a `condition` (`${…}` over the token's variables) only where it is true."""

    element: str
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Breakpoints:
    """All that stops a run: breakpoints, any error or incident, and changes of these variables."""

    at: tuple[Breakpoint, ...] = ()
    on_error: bool = False
    variables: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.at or self.on_error or self.variables)


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a run stands: nothing has been done at `element` yet, unless `why` is an incident or a variable.

    `scopes` are the ids of the scopes that the token sees, the innermost first; `local` are variables that it brings
    along. `detail` is the error's code, the incident's message or the variable's name; `problem` says why a condition
    has no value.
    """

    instance: str
    element: str
    why: Why
    scopes: tuple[str, ...] = ()
    local: Mapping[str, Any] = field(default_factory=dict)
    detail: str = ""
    problem: Problem | None = None


def condition_of(breakpoint: Breakpoint) -> Expression | None:
    """The condition, None where it stops always. Raises Refused where it is no condition."""
    text = breakpoint.condition.strip()
    if not text:
        return None
    if text in ("true", "false"):
        text = f"${{{text}}}"
    if "{" not in text:
        hint = "Write it as ${…}, for example ${amount > 100}."
        words = f"The condition “{text[:60]}” is a plain text, not an expression."
        raise Refused(error("run.breakpoint-condition", words, breakpoint.element, hint=hint))
    if found := check(text, breakpoint.element):
        raise Refused(found)
    return condition(text)


def failed(breakpoint: str, reason: str) -> Problem:
    """The condition of a breakpoint has no value, for this reason."""
    words = f"The condition of the breakpoint has no value: {reason}."
    return error("run.breakpoint-condition", words, breakpoint, hint="Correct it, or take it away.")
