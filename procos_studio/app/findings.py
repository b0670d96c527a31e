"""Findings: everything that checks, compiler and target find wrong with one revision of a diagram; without Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from procos_studio.checks import check
from procos_studio.compiler import compile_plan
from procos_studio.compiler.export import export
from procos_studio.library import Library
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.problems import Problem, Severity
from procos_studio.targets import TARGETS


@dataclass(frozen=True)
class Findings:
    """What was found in one revision: about the process itself, about sending it to a target, and all of it once."""

    revision: int
    problems: tuple[Problem, ...]
    target: str
    refusals: tuple[Problem, ...]
    listed: tuple[Problem, ...]

    def count(self, severity: Severity) -> int:
        """How many problems weigh this much."""
        return sum(1 for problem in self.problems if problem.severity is severity)

    @property
    def is_valid(self) -> bool:
        """Whether the target would take the file."""
        return not any(problem.severity is Severity.ERROR for problem in self.refusals)


def findings(
    elements: Iterable[Element], revision: int, read: Sequence[Problem], library: Library, target: str
) -> Findings:
    """Check a snapshot; `read` are the problems that reading the file found."""
    diagram = Diagram(elements)
    compiled = compile_plan(diagram)
    own = dict.fromkeys((*read, *check(diagram, library=library), *compiled.problems))
    weight = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
    problems = sorted(_distinct(own), key=lambda problem: weight[problem.severity])
    refusals = () if target == "embedded" else export(diagram, TARGETS[target]).problems
    listed = dict.fromkeys((*problems, *refusals))
    return Findings(revision, tuple(problems), target, tuple(refusals), tuple(listed))


def _distinct(problems: Sequence[Problem] | dict[Problem, None]) -> list[Problem]:
    """Each finding once: the checks and the compiler may say the same of an element in the same words."""
    seen: dict[tuple[str, tuple[str, ...]], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.message, problem.elements[:1]), problem)
    return list(seen.values())
