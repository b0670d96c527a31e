"""Editing: what the commands of the Edit and View menus do to the document in front."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from procos_studio.app.block_help import BlockHelp
from procos_studio.app.chooser import Choice, Chooser
from procos_studio.app.icons import block_icon
from procos_studio.app.language import family_name
from procos_studio.app.session import Session
from procos_studio.app.workspace import Workspace
from procos_studio.canvas.theme import Theme
from procos_studio.canvas.view import CanvasView
from procos_studio.edits.black_box import black_box
from procos_studio.edits.collapse import collapse
from procos_studio.edits.expand import expand
from procos_studio.edits.offering import may_replace
from procos_studio.edits.replace import replace
from procos_studio.library import BlockDefinition, Library
from procos_studio.model.elements import Element
from procos_studio.model.records import FlowNode, Participant
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

    def finish_typing(self) -> None:
        """Take over the names that are being typed in their places."""
        for session in self._workspace.sessions():
            session.tab.view.tools.active.finish()

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

    def expand(self) -> None:
        """Show or hide the inside of the selected subsystem in place; an empty pool becomes a black box, or none."""
        pool = self._selected(Participant)
        if pool:
            self.attempt(lambda session: black_box(session.document.diagram, pool))
            return
        chosen = self._selected(FlowNode)
        shape = self.session.document.diagram.shape(chosen) if self.session and chosen else None
        if shape is not None:
            work = collapse if shape.is_expanded else expand
            self.attempt(lambda session: work(session.document.diagram, chosen))

    def next_page(self) -> None:
        """Show the next page of the file."""
        if self.session is not None:
            self.session.tab.show_next_page()

    def help_on_block(self) -> None:
        """Say what the selected block is for, and what its parameters mean."""
        session = self.session
        element = session.document.diagram.get(self._selected(FlowNode)) if session else None
        if element is not None:
            BlockHelp(self._window, self._library.of(element), element).open()

    # choosers -----------------------------------------------------------------------------------------------------

    def insert_at(self, place: QPointF, screen: QPoint) -> None:
        """Ask for a block and place it there (scene); `screen` is the same point in pixels of the screen."""
        view = self.view
        if view is not None:
            self._choose_block(
                screen,
                self.tr("Insert a block"),
                lambda text: filter(view.may_insert, self._found(text)),
                lambda block: view.insert_block(block, place),
            )

    def replace(self, element: str) -> None:
        """Ask for a block to stand in place of an element, among those that can."""
        session = self.session
        if session is None:
            return
        diagram = session.document.diagram
        now = self._library.of(diagram[element])

        def find(text: str) -> Iterable[BlockDefinition]:
            others = () if text.strip() else (block for block in self._library.blocks.values() if block.placeable)
            found = {block.id: block for block in (*self._found(text), *others)}
            return (block for block in found.values() if block is not now and may_replace(diagram, element, block))

        self._choose_block(
            self._beside(element),
            self.tr("Replace by"),
            find,
            lambda block: self.attempt(lambda _session: replace(diagram, element, block)),
        )

    def _found(self, text: str) -> Sequence[BlockDefinition]:
        """Without a word the short palette, else all that fit the word, the best first."""
        return self._library.search(text) if text.strip() else self._library.palette

    def _choose_block(
        self,
        place: QPoint,
        hint: str,
        find: Callable[[str], Iterable[BlockDefinition]],
        work: Callable[[BlockDefinition], object],
    ) -> None:
        def choices(text: str) -> list[Choice]:
            return [self._block_choice(block, work) for block in islice(find(text), _MOST)]

        Chooser(self._window, hint, choices).open_at(place)

    def _block_choice(self, block: BlockDefinition, work: Callable[[BlockDefinition], object]) -> Choice:
        return Choice(block.name, family_name(block.family), block_icon(block, self.theme, _ICON), lambda: work(block))

    # small --------------------------------------------------------------------------------------------------------

    def _selected(self, kind: type[Element]) -> str:
        """The only selected element, if it is of this record class; else `""`."""
        session = self.session
        if session is None or len(session.tab.view.selection) != 1:
            return ""
        chosen = session.tab.view.selection[0]
        return chosen if session.document.diagram.find(chosen, kind) else ""

    def _beside(self, element: str) -> QPoint:
        session = self.session
        shape = session.document.diagram.shape(element) if session else None
        if session is None or shape is None:
            return QCursor.pos()
        view = session.tab.view
        return view.viewport().mapToGlobal(view.mapFromScene(shape.bounds.right + 16, shape.bounds.y))

    def attempt(self, work: Callable[[Session], object]) -> None:
        """Do something to the document in front; what it refuses is told."""
        session = self.session
        if session is None:
            return
        try:
            work(session)
        except Refused as refused:
            self.refused.emit(refused.problems[0])
