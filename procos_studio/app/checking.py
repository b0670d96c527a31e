"""Checking: looks for problems in the background after edits, on a snapshot, so that no frame waits for it."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer, Signal

from procos_studio.app.aside import Aside
from procos_studio.app.document import Document
from procos_studio.app.findings import Findings, findings
from procos_studio.library import Library
from procos_studio.model.elements import Element
from procos_studio.model.records import FlowNode
from procos_studio.problems import Problem

PAUSE_MS = 300
"""How long a person must have stopped editing."""

_FIRST_MS = 50
"""After opening, the diagram is shown first."""
_LOOK_MS = 20
"""How often one looks whether the thread is done."""
_LARGE = 1_500
"""Elements from which a check takes so long that it would hold up the screen from a thread of the same process."""


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
        self._aside = Aside()
        self._pending: Future[Findings] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._check_by_itself)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._take)
        self._stops = (
            document.diagram.changed.connect(lambda _diff: self._timer.start(PAUSE_MS)),
            library.changed.connect(lambda _library: self._timer.start(PAUSE_MS)),
        )

    def check(self) -> None:
        """Check now; a check of an earlier revision that has not begun is dropped."""
        self._timer.stop()
        if self._pending is not None:
            self._pending.cancel()
        diagram = self.document.diagram
        elements = tuple(diagram.elements.values())
        self._pending = self._thread.submit(self._find, elements, diagram.revision, self.document.problems, self.target)
        self._look.start()

    def _check_by_itself(self) -> None:
        """Nobody is told what an empty page lacks before something stands on it."""
        if any(True for _ in self.document.diagram.all(FlowNode)) or self.found is not None:
            self.check()

    def check_soon(self) -> None:
        """Check once what was asked for before is on the screen."""
        self._timer.start(_FIRST_MS)

    def _find(self, elements: tuple[Element, ...], revision: int, read: tuple[Problem, ...], target: str) -> Findings:
        """On the thread: a large diagram is handed to another process, which holds nobody up."""
        shelves = (self.library.edition, self.library.path)
        aside = self._aside.ask(elements, revision, read, target, shelves) if len(elements) > _LARGE else None
        return aside or findings(elements, revision, read, self.library, target)

    def set_target(self, target: str) -> None:
        """Ask about another engine from now on."""
        self.target = target
        self.check()

    def close(self) -> None:
        """Stop listening, and wait for a check that is under way."""
        for stop in self._stops:
            stop()
        self._timer.stop()
        self._look.stop()
        self._aside.close()
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
