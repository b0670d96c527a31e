"""Problem marks: the marks that findings put on elements; a pure function without Qt."""

from __future__ import annotations

from collections.abc import Iterable

from procos_studio.canvas.marks import Mark
from procos_studio.problems import Problem, Severity

_MOST = 8
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def marks(problems: Iterable[Problem]) -> dict[str, Mark]:
    """For each element that problems name: its worst severity and all of them. Infos are not shown.

    Of a problem that names many, the first eight are marked, so that a finding about everything hides nothing else.
    """
    by_element: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.severity is not Severity.INFO:
            for element in problem.elements[:_MOST]:
                by_element.setdefault(element, []).append(problem)
    return {element: _mark(found) for element, found in by_element.items()}


def _mark(found: list[Problem]) -> Mark:
    worst = min((problem.severity for problem in found), key=_WEIGHT.__getitem__)
    return Mark(severity=worst, problems=tuple(found))
