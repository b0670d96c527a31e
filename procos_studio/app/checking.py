"""Checking: looks for problems in the background after edits, on a snapshot, so that no frame waits for it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from procos_studio.app.document import Document
from procos_studio.checks import check
from procos_studio.compiler import compile_plan
from procos_studio.compiler.export import export
from procos_studio.library import Library
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.problems import Problem, Severity
from procos_studio.targets import TARGETS

PAUSE_MS = 300
"""How long a person must have stopped editing."""

_LOOK_MS = 20
"""How often one looks whether the thread is done."""


@dataclass(frozen=True)
class Findings:
    """What was found in one revision: about the process itself, and about sending it to a target."""

    revision: int
    problems: tuple[Problem, ...]
    target: str
    refusals: tuple[Problem, ...]

    def count(self, severity: Severity) -> int:
        """How many problems weigh this much."""
        return sum(1 for problem in self.problems if problem.severity is severity)

    @property
    def is_valid(self) -> bool:
        """Whether the target would take the file."""
        return not any(problem.severity is Severity.ERROR for problem in self.refusals)


def findings(
    elements: Sequence[Element], revision: int, read: Sequence[Problem], library: Library, target: str
) -> Findings:
    """Check a snapshot; `read` are the problems that reading the file found."""
    diagram = Diagram(elements)
    compiled = compile_plan(diagram)
    own = dict.fromkeys((*read, *check(diagram, library=library), *compiled.problems))
    weight = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
    problems = sorted(_distinct(own), key=lambda problem: weight[problem.severity])
    refusals = () if target == "embedded" else export(diagram, TARGETS[target]).problems
    return Findings(revision, tuple(problems), target, tuple(refusals))


def _distinct(problems: Sequence[Problem] | dict[Problem, None]) -> list[Problem]:
    """Each finding once: the checks and the compiler may say the same of an element in the same words."""
    seen: dict[tuple[str, tuple[str, ...]], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.message, problem.elements[:1]), problem)
    return list(seen.values())


class Checker(QObject):
    """Follows one document. `checked` carries the Findings of its newest revision.

    The thread gets plain values and gives plain values; no Qt object may live or die on it.
    """

    checked = Signal(object)

    def __init__(self, document: Document, library: Library, target: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document, self.library, self.target = document, library, target
        self.found: Findings | None = None
        self._thread = ThreadPoolExecutor(1, "check")
        self._pending: Future[Findings] | None = None
        self._timer = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self.check)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._take)
        self._stop_listening = document.diagram.changed.connect(lambda _diff: self._timer.start())

    def check(self) -> None:
        """Check now; a check of an earlier revision that has not begun is dropped."""
        self._timer.stop()
        if self._pending is not None:
            self._pending.cancel()
        diagram = self.document.diagram
        elements = tuple(diagram.elements.values())
        self._pending = self._thread.submit(
            findings, elements, diagram.revision, self.document.problems, self.library, self.target
        )
        self._look.start()

    def set_target(self, target: str) -> None:
        """Ask about another engine from now on."""
        self.target = target
        self.check()

    def close(self) -> None:
        """Stop listening, and wait for a check that is under way."""
        self._stop_listening()
        self._timer.stop()
        self._look.stop()
        self._thread.shutdown(cancel_futures=True)

    def _take(self) -> None:
        if self._pending is None or not self._pending.done():
            return
        self._look.stop()
        found = self._pending.result()
        self._pending = None
        if found.revision == self.document.diagram.revision:
            self.found = found
            self.checked.emit(found)
