"""Editing: what the commands of the Edit and View menus do to the document in front."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from procos_studio.app.chooser import Choice, Chooser
from procos_studio.app.icons import block_icon, glyph
from procos_studio.app.session import FOUND, Session
from procos_studio.app.workspace import Workspace
from procos_studio.canvas.marks import Mark
from procos_studio.canvas.theme import Theme
from procos_studio.canvas.view import CanvasView
from procos_studio.edits.group import group
from procos_studio.edits.replace import replace
from procos_studio.layout.tidy import tidy
from procos_studio.library import BlockDefinition, Library
from procos_studio.model.elements import Element
from procos_studio.model.records import DataElement, FlowNode, Lane, Participant, SequenceFlow
from procos_studio.problems import Refused

_MOST = 60
_ICON = 20


class Editing(QObject):
    """`refused` carries the Problem of what was not allowed."""

    refused = Signal(object)

    def __init__(self, window: QWidget, workspace: Workspace, library: Library, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._workspace, self._library = window, workspace, library
        self.theme = theme

    @property
    def session(self) -> Session | None:
        """The document in front."""
        return self._workspace.current

    @property
    def view(self) -> CanvasView | None:
        """The canvas in front."""
        return self.session.tab.view if self.session else None

    def on_canvas(self, command: str) -> None:
        """Run a command of the canvas."""
        if self.view is not None:
            self.view.run(command)

    def focus_canvas(self) -> None:
        """Go to the canvas with the keyboard."""
        if self.view is not None:
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def undo(self) -> None:
        """Take the last edit back."""
        if self.session is not None:
            self.session.document.diagram.undo()

    def redo(self) -> None:
        """Do the last undone edit again."""
        if self.session is not None:
            self.session.document.diagram.redo()

    def tidy(self) -> None:
        """Lay out the selection, else the whole plane."""
        if self.session is not None and self.view is not None:
            chosen = self.view.selection
            self._try(lambda one: tidy(one.document.diagram, one.tab.plane, chosen if len(chosen) > 1 else None))

    def group(self) -> None:
        """Make a subsystem of the selection."""
        if self.view is not None and self.view.selection:
            chosen = self.view.selection
            self._try(lambda one: one.tab.view.select((group(one.document.diagram, chosen),)))

    def to_parent(self) -> None:
        """Go up one level."""
        if self.session is not None:
            self.session.tab.to_parent()

    # choosers -----------------------------------------------------------------------------------------------------

    def insert_at(self, place: QPointF, screen: QPoint) -> None:
        """Ask for a block and place it there (scene); `screen` is the same point in pixels of the screen."""
        session = self.session
        if session is not None:
            self._choose_block(
                screen, self.tr("Insert a block"), lambda block: session.tab.view.insert_block(block, place)
            )

    def replace(self) -> None:
        """Ask for a block to stand in place of the selected one."""
        chosen = self._selected_node()
        if chosen:

            def work(block: BlockDefinition) -> None:
                self._try(lambda one: replace(one.document.diagram, chosen, block))

            self._choose_block(self._beside(chosen), self.tr("Replace by"), work)

    def find(self) -> None:
        """Ask for an element of this document; hits are marked while typing."""
        session = self.session
        if session is None:
            return
        chooser = Chooser(self._window, self.tr("Find a block by name, kind, id or parameter"), self._found)
        chooser.destroyed.connect(lambda: _unmark(session))
        chooser.open_at(session.tab.view.mapToGlobal(QPoint(16, 48)))

    def _found(self, text: str) -> list[Choice]:
        session = self.session
        if session is None:
            return []
        hits = [item for item in session.document.diagram.walk() if _is_findable(item) and _matches(item, text)]
        session.tab.set_marks(FOUND, {item.id: Mark(found=True) for item in hits} if text.strip() else {})
        return [self._hit(session, item) for item in hits[:_MOST]]

    def _hit(self, session: Session, item: Element) -> Choice:
        block = self._library.of(item)
        icon = block_icon(block, self.theme, _ICON) if block else glyph("mdi6.vector-line", self.theme)
        return Choice(item.label, block.name if block else item.kind, icon, lambda: session.tab.reveal(item.id))

    def _choose_block(self, place: QPoint, hint: str, work: Callable[[BlockDefinition], object]) -> None:
        def find(text: str) -> list[Choice]:
            blocks = self._library.search(text) if text.strip() else self._library.palette
            return [self._block_choice(block, work) for block in blocks[:_MOST]]

        Chooser(self._window, hint, find).open_at(place)

    def _block_choice(self, block: BlockDefinition, work: Callable[[BlockDefinition], object]) -> Choice:
        return Choice(block.name, block.family, block_icon(block, self.theme, _ICON), lambda: work(block))

    # small --------------------------------------------------------------------------------------------------------

    def _selected_node(self) -> str:
        session = self.session
        if session is None or len(session.tab.view.selection) != 1:
            return ""
        chosen = session.tab.view.selection[0]
        return chosen if session.document.diagram.find(chosen, FlowNode) else ""

    def _beside(self, element: str) -> QPoint:
        session = self.session
        shape = session.document.diagram.shape(element) if session else None
        if session is None or shape is None:
            return QCursor.pos()
        view = session.tab.view
        return view.viewport().mapToGlobal(view.mapFromScene(shape.bounds.right + 16, shape.bounds.y))

    def _try(self, work: Callable[[Session], object]) -> None:
        session = self.session
        if session is None:
            return
        try:
            work(session)
        except Refused as refused:
            self.refused.emit(refused.problems[0])


def _is_findable(item: Element) -> bool:
    return isinstance(item, FlowNode | SequenceFlow | Participant | Lane | DataElement)


def _matches(item: Element, text: str) -> bool:
    """Whether every word stands somewhere in the element: name, id, kind, attributes or details."""
    if not text.strip():
        return isinstance(item, FlowNode)
    parts = [item.id, item.kind, *item.attributes.values()]
    for detail in item.details:
        for part in detail.walk():
            parts += [part.text, *part.attributes.values()]
    haystack = "\n".join(parts).casefold()
    return all(word in haystack for word in text.casefold().split())


def _unmark(session: Session) -> None:
    session.tab.set_marks(FOUND, {})
