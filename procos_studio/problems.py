"""The one way to say "this is wrong": a Problem names the place, the reason and the remedy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a problem weighs; an error stops compiling, a warning and an info do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding.

    `code` is stable and lower-case, `room.what-is-wrong` (for example `bpmn.duplicate-id`, `flow.dead-end`).
    `message` is one plain sentence for a person; `hint` says what to do about it.
    `elements` are ids of the diagram's elements, the most important first.
    `file`, `line` and `column` (from 1) say where in a text the problem stands, where that is known.
    """

    code: str
    severity: Severity
    message: str
    elements: tuple[str, ...] = ()
    hint: str = ""
    file: str = ""
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " if self.file and self.line else f"{self.file}: " if self.file else ""
        where = f" ({', '.join(self.elements[:3])})" if self.elements else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{place}{self.severity}: {self.message}{where} [{self.code}]{hint}"

    def to_json(self) -> dict[str, Any]:
        """The problem as JSON values; `elements` becomes a list."""
        return asdict(self) | {"severity": str(self.severity), "elements": list(self.elements)}


def error(code: str, message: str, *elements: str, hint: str = "", file: str = "", line: int | None = None) -> Problem:
    """An error Problem about `elements`."""
    return Problem(code, Severity.ERROR, message, elements, hint, file, line)


def warning(code: str, message: str, *elements: str, hint: str = "") -> Problem:
    """A warning Problem about `elements`."""
    return Problem(code, Severity.WARNING, message, elements, hint)


def info(code: str, message: str, *elements: str, hint: str = "") -> Problem:
    """An info Problem about `elements`."""
    return Problem(code, Severity.INFO, message, elements, hint)


class Refused(Exception):
    """What was asked cannot be done; the problems say why. Raised where no value can be returned."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
