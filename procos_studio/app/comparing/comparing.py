"""Comparing: holds what a document is compared with, marks the differences on its canvas and lists them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from procos_studio.app import asking
from procos_studio.app.comparing.comparison import Comparison, Difference, Kind, order
from procos_studio.app.comparing.panel import WORDS, DifferencesPanel
from procos_studio.app.session import Session
from procos_studio.app.workspace import Workspace
from procos_studio.bpmn import read_file
from procos_studio.canvas.marks import NONE, Mark
from procos_studio.canvas.translating import advice, translated
from procos_studio.layout import draw_missing
from procos_studio.model.diff import Diff
from procos_studio.problems import Refused

_LAYER = "differences"
_PAUSE_MS = 200


class Comparing(QObject):
    """`said` carries a sentence; `shown` tells that there is something to see in the panel."""

    said = Signal(str)
    shown = Signal()

    def __init__(self, window: QWidget, workspace: Workspace, panel: DifferencesPanel) -> None:
        super().__init__(window)
        self._window, self._workspace, self._panel = window, workspace, panel
        self._known: dict[Session, tuple[str, Comparison]] = {}
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._list)
        panel.element_chosen.connect(self._reveal)
        panel.ended.connect(self.end)
        workspace.current_changed.connect(self._list)
        workspace.session_added.connect(self._add)
        workspace.session_removed.connect(lambda session: self._known.pop(session, None))

    def with_own_file(self, session: Session | None = None) -> None:
        """Compare a document (default: the one in front) with what its file holds now."""
        one = session or self._workspace.current
        if one is None:
            return
        if one.document.path is None:
            self.said.emit(self.tr("This diagram has no file yet: there is nothing to compare it with."))
        else:
            self.with_file(one, one.document.path)

    def with_another(self) -> None:
        """Ask for a file, and compare the document in front with it."""
        session = self._workspace.current
        if session is None:
            return
        folder = str(session.document.path.parent) if session.document.path is not None else ""
        for path in asking.paths_to_open(self._window, folder)[:1]:
            self.with_file(session, path)

    def with_file(self, session: Session, path: Path) -> None:
        """Compare a document with a file."""
        try:
            other = draw_missing(read_file(path).diagram)
        except OSError as failure:
            self.said.emit(f"⚠ {path.name}: {failure.strerror}.")
            return
        except Refused as refused:
            self.said.emit(f"⚠ {path.name}: {advice(refused.problems[0])}")
            return
        comparison = Comparison(session.document.diagram, other)
        self._known[session] = path.name, comparison
        marks = {key: _mark(one) for key, one in comparison.differences.items()}
        session.tab.set_marks(_LAYER, marks)
        self._workspace.show_session(session)
        self._list()
        self.shown.emit()

    def end(self) -> None:
        """Compare the document in front no longer."""
        session = self._workspace.current
        if session is not None and self._known.pop(session, None) is not None:
            session.tab.set_marks(_LAYER, {})
        self._list()

    def _add(self, session: Session) -> None:
        session.tab.changed.connect(lambda diff: self._follow(session, diff))

    def _follow(self, session: Session, diff: Diff) -> None:
        if session in self._known:
            comparison = self._known[session][1]
            touched = comparison.follow(diff)
            found = comparison.differences
            session.tab.update_marks(_LAYER, {key: _mark(found[key]) if key in found else NONE for key in touched})
            self._pause.start()

    def _list(self) -> None:
        known = self._known.get(self._workspace.current) if self._workspace.current is not None else None
        if known is None:
            self._panel.show_nothing()
            return
        name, comparison = known
        self._panel.show_differences(name, sorted(comparison.differences.values(), key=order))

    def _reveal(self, element: str) -> None:
        """Show the element; of one that is not here the nearest around it that is."""
        session = self._workspace.current
        known = self._known.get(session) if session is not None else None
        if session is None or known is None:
            return
        diagram = session.document.diagram
        gone = known[1].differences.get(element)
        while element not in diagram and gone is not None:
            element = gone.element.parent
            gone = known[1].differences.get(element)
        if element in diagram:
            session.tab.reveal(element)


def _mark(difference: Difference) -> Mark:
    if difference.kind is Kind.REMOVED:
        return NONE
    return Mark(note=f"{difference.kind} {translated(WORDS[difference.kind])}", found=True)
