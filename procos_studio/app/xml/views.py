"""Views: which documents show their XML beside the canvas, and what is selected there and here."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from PySide6.QtCore import QObject, Signal

from procos_studio.app import asking
from procos_studio.app.session import Session
from procos_studio.app.workspace import Workspace
from procos_studio.app.xml.pane import XmlPane
from procos_studio.problems import Problem, error

_NEAREST = 200
"""So many tags before the cursor may be of elements that are drawn nowhere."""


class Views(QObject):
    """`refused` carries the Problem for which a typed text was not taken over, `typing` the session in whose XML
    something is typed, or no longer is.
    """

    refused = Signal(object)
    typing = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._panes: dict[Session, XmlPane] = {}
        workspace.session_removed.connect(self._remove)

    def pane(self, session: Session) -> XmlPane | None:
        """The XML of a document, where it shows."""
        return self._panes.get(session)

    def typed(self, session: Session) -> str:
        """What is typed in the XML of a document, and that it does not have yet; `""` for nothing."""
        pane = self._panes.get(session)
        return pane.typed if pane is not None else ""

    def show_typed(self, session: Session, text: str) -> None:
        """Go on with a text that was typed before and not taken over."""
        pane = self._panes.get(session) or self._open(session)
        pane.show_typed(text)

    def may_go(self, session: Session) -> bool:
        """Whether a document may be closed: a text that cannot be taken over is given up first, or mended."""
        pane = self._panes.get(session)
        if pane is None or pane.commit():
            return True
        self._workspace.show_session(session)
        name = self.tr("the XML of {name}").format(name=session.document.title)
        if not asking.may_discard(session.tab.window(), name):
            pane.edit.setFocus()
            return False
        pane.discard()
        return True

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

    def _open(self, session: Session) -> XmlPane:
        pane = self._panes[session] = XmlPane(session.document)
        pane.refused.connect(self._refuse)
        pane.closing.connect(partial(self._close, session))
        pane.typing.connect(partial(self.typing.emit, session))
        pane.element_chosen.connect(partial(self._select, session))
        session.tab.view.selection_changed.connect(pane.show_selection)
        session.tab.show_beside(pane)
        pane.show_selection(session.tab.view.selection)
        pane.edit.setFocus()
        return pane

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
