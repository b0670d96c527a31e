"""Session: one open document with everything that belongs to it: its tab, its checks, its last run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from procos_studio.app import problem_marks
from procos_studio.app.checking import Checker
from procos_studio.app.debugging.stops import Stops
from procos_studio.app.document import Document
from procos_studio.app.findings import Findings
from procos_studio.app.runs import Run
from procos_studio.app.tab import DocumentTab
from procos_studio.app.watch import Watch
from procos_studio.canvas.marks import Mark
from procos_studio.canvas.theme import Theme
from procos_studio.canvas.turns import Turn
from procos_studio.library import Library

PROBLEMS, RUN, FOUND = "problems", "run", "found"
BREAKPOINTS, STOPPED = "breakpoints", "stopped"
"""The layers of marks on a canvas."""
_MANY = 200
"""From so many findings on it takes long to mark them."""


class Session(QObject):
    """Lives as long as its tab. `changed` tells that title, history, findings or run may differ, `halted` that its run
    has stopped somewhere, or goes on."""

    changed = Signal()
    halted = Signal()

    def __init__(
        self, document: Document, library: Library, theme: Theme, target: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.tab = DocumentTab(document, library, theme)
        self.checker = Checker(document, library, target, self)
        self.watch = Watch(self.tab, self)
        self.stops = Stops(document.diagram, self)
        self.stops.changed.connect(self._take_stops)
        self.tab.changed.connect(self.stops.follow)
        self.process = ""
        self.inputs: Mapping[str, Any] = {}
        self.run: Run | None = None
        self._marking = Turn(self, self._mark)
        self.checker.checked.connect(self._show_findings)
        self.tab.changed.connect(lambda _diff: self._follow_edit())
        self.tab.title_changed.connect(self.changed)
        self.checker.check_soon()

    @property
    def is_running(self) -> bool:
        """Whether its run is under way."""
        return self.run is not None and self.run.is_running

    def take_run(self, run: Run) -> None:
        """Show this run from now on."""
        self.forget_run()
        self.run = run
        self.watch.show_run(run)
        run.ended.connect(self.changed)
        run.halted.connect(self._show_stop)
        self.changed.emit()

    def forget_run(self) -> None:
        """Show no run; a finished one is gone."""
        self.watch.show_run(None)
        if self.run is not None:
            self.run.deleteLater()
        self.run = None

    def close(self) -> None:
        """Let go of everything; the run must have ended."""
        self._marking.stop()
        self.checker.close()
        self.forget_run()
        self.tab.close_document()
        self.tab.deleteLater()
        self.deleteLater()

    def _take_stops(self) -> None:
        self.tab.set_marks(BREAKPOINTS, self.stops.marks())
        if self.run is not None:
            self.run.set_breakpoints(self.stops.for_run())
        self.changed.emit()

    def _show_stop(self) -> None:
        """Show where the run stands, wherever in the diagram that is drawn."""
        stop = self.run.stop_at if self.run is not None else None
        self.tab.set_marks(STOPPED, {stop.element: Mark(is_now=True)} if stop is not None else {})
        if stop is not None:
            self.watch.go_to(None)
            self.tab.reveal(stop.element)
        self.halted.emit()
        self.changed.emit()

    def _show_findings(self, found: Findings) -> None:
        """List what a check found, and mark it: of thousands in two turns."""
        if len(found.problems) > _MANY:
            self._marking.ask()
        else:
            self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        found = self.checker.found
        if found is not None:
            self.tab.set_marks(PROBLEMS, problem_marks.marks(found.problems))

    def _follow_edit(self) -> None:
        """An edit makes a finished run history; one under way goes on, marked as stale. The tab's title tells of it."""
        if self.run is not None and not self.is_running:
            self.forget_run()
