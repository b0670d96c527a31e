"""Views: which documents show their XML beside the canvas, and what is selected there and here."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from PySide6.QtCore import QObject, Signal

from procos_studio.app.session import Session
from procos_studio.app.workspace import Workspace
from procos_studio.app.xml.pane import XmlPane
from procos_studio.problems import Problem, error

_NEAREST = 200
"""So many tags before the cursor may be of elements that are drawn nowhere."""


class Views(QObject):
    """`refused` carries the Problem for which a typed text was not taken over, `drafted` a diagram and the Diff (or
    None) that what is being typed would be.
    """

    refused = Signal(object)
    drafted = Signal(object, object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._panes: dict[Session, XmlPane] = {}
        workspace.session_removed.connect(self._remove)

    def pane(self, session: Session) -> XmlPane | None:
        """The XML of a document, where it shows."""
        return self._panes.get(session)

    def toggle(self) -> None:
        """Show the XML of the document in front, or hide it."""
        session = self._workspace.current
        if session is None:
            return
        if session in self._panes:
            self._close(session)
        else:
            self._open(session)

    def commit(self) -> None:
        """Take over what was typed anywhere."""
        for pane in self._panes.values():
            pane.commit()

    def _open(self, session: Session) -> None:
        pane = self._panes[session] = XmlPane(session.document)
        pane.refused.connect(self._refuse)
        pane.closing.connect(partial(self._close, session))
        pane.drafted.connect(partial(self.drafted.emit, session.document.diagram))
        pane.element_chosen.connect(partial(self._select, session))
        session.tab.view.selection_changed.connect(pane.show_selection)
        session.tab.show_beside(pane)
        pane.show_selection(session.tab.view.selection)
        pane.edit.setFocus()

    def _close(self, session: Session) -> None:
        """Text that cannot be taken over stays; a person who wants it gone discards it."""
        if self._panes[session].commit():
            self._remove(session)
            session.tab.view.setFocus()

    def _remove(self, session: Session) -> None:
        pane = self._panes.pop(session, None)
        if pane is not None:
            pane.close_document()
            pane.hide()
            pane.deleteLater()

    def _select(self, session: Session, elements: Iterator[str]) -> None:
        """Select the nearest element that is drawn; the cursor stays in the text."""
        diagram = session.document.diagram
        found = next((key for key in islice(elements, _NEAREST) if diagram.drawn(key)), None)
        if found is not None and session.tab.view.selection != (found,):
            session.tab.reveal(found)

    def _refuse(self, problem: Problem) -> None:
        line = self.tr("The XML was not taken over, as line {line} is wrong.").format(line=problem.line or 1)
        self.refused.emit(error(problem.code, line, hint=problem.message))
