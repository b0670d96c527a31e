"""Authoring: what the commands for a person's own blocks do to the document in front, and which files bring blocks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from procos_studio.app import asking
from procos_studio.app.authoring import source
from procos_studio.app.authoring.author import Author
from procos_studio.app.authoring.shelves import Shelves
from procos_studio.app.authoring.source import Source
from procos_studio.app.authoring.upgrading import UpgradeBar, UpgradeDialog, outdated
from procos_studio.app.document import Document
from procos_studio.app.files import Files
from procos_studio.app.panes import Panes
from procos_studio.app.session import Session
from procos_studio.app.workspace import Workspace
from procos_studio.canvas.theme import Theme
from procos_studio.edits.break_link import break_link
from procos_studio.library import BlockDefinition, Library, mask
from procos_studio.library.drafting import issued
from procos_studio.library.keeping import keep, remember
from procos_studio.problems import Problem, Refused, error


class Authoring(QObject):
    """`refused` carries the Problem of what was not allowed, `said` a word on what was done, `opened` an Author."""

    refused = Signal(object)
    said = Signal(str)
    opened = Signal(object)

    def __init__(
        self, window: QWidget, workspace: Workspace, files: Files, panes: Panes, library: Library, theme: Theme
    ) -> None:
        super().__init__(window)
        self.theme = theme
        self._window, self._workspace, self._files, self._panes = window, workspace, files, panes
        self._library = library
        self._authors: list[Author] = []
        self._raised: set[Path] = set()
        self.shelves = Shelves(library, self)
        self.destroyed.connect(library.changed.connect(lambda _library: self._follow_library()))
        panes.palette.troubles_asked.connect(self._tell_troubles)

    @property
    def handlers(self) -> dict[str, Callable[[], object]]:
        """By command id."""
        return {
            "make-block": partial(self._attempt, self._make_block),
            "edit-definition": partial(self._attempt, self._edit_definition),
            "break-link": partial(self._attempt, self._break_link),
            "upgrade-blocks": self.upgrade,
        }

    def welcome(self, session: Session) -> None:
        """A document was opened: say what of it can be upgraded, and read the blocks of its project."""
        bar = UpgradeBar()
        session.tab.show_notice(bar)
        bar.asked.connect(self.upgrade)
        session.checker.checked.connect(lambda found: bar.show_outdated(outdated(found)))
        session.destroyed.connect(session.document.saved.connect(self._follow_save))
        self.follow_files()

    def follow_files(self) -> None:
        """Other files are open now."""
        paths = (session.document.path for session in self._workspace.sessions())
        self.shelves.follow(path for path in paths if path is not None)

    def upgrade(self) -> None:
        """Show what an upgrade of all older blocks of the document in front would change."""
        session = self._workspace.current
        if session is None:
            return
        diagram = session.document.diagram
        stamped = [element.id for element in diagram.walk() if element.get(mask.STAMP)]
        dialog = UpgradeDialog(self._window, diagram, stamped, self._library)
        if dialog.ticked:
            dialog.open()
        else:
            dialog.deleteLater()
            self.said.emit(self.tr("All blocks are of the version that the library holds."))

    def open_author(self, block: BlockDefinition, origin: Source) -> Author:
        """Open the window in which a block is made."""
        author = Author(self._window, block, origin, self.shelves, self.theme)
        author.kept.connect(partial(self._take, origin))
        author.inside_asked.connect(self._open_inside)
        author.destroyed.connect(lambda: self._authors.remove(author))
        self._authors.append(author)
        author.show()
        self.opened.emit(author)
        return author

    def bring(self, draft: BlockDefinition, origin: Source) -> Author:
        """Open the window of a block again that was being made at an earlier time. Raises Refused."""
        blocks = self._library.blocks.values()
        kept = next((block for block in blocks if draft.file is not None and block.file == draft.file), None)
        if kept is None and origin.diagram is not None:
            first, _ = source.of_subsystem(origin.diagram, origin.key)
            author = self.open_author(first, origin)
            author.take(replace(draft, file=None, inside=None))
            return author
        author = self.open_author(kept or draft, origin)
        author.take(draft)
        return author

    def may_go(self) -> bool:
        """Whether every block that is being made may be closed."""
        return all(author.may_go() for author in tuple(self._authors))

    @property
    def has_authors(self) -> bool:
        """Whether a block is being made."""
        return bool(self._authors)

    async def closed(self) -> None:
        """End the trials, and wait until nothing of them is left."""
        await asyncio.gather(*(author.trial.closed() for author in self._authors))

    # commands ---------------------------------------------------------------------------------------------------------

    def _make_block(self, session: Session, key: str) -> None:
        self.open_author(*source.of_subsystem(session.document.diagram, key))

    def _edit_definition(self, session: Session, key: str) -> None:
        stamp = session.document.diagram[key].get(mask.STAMP)
        block = self._library.get(stamp)
        if block is None or not self._library.owns(block):
            raise Refused(self._no_definition(stamp, block))
        self.open_author(block, source.of_block(block))

    def _no_definition(self, stamp: str, block: BlockDefinition | None) -> Problem:
        if not stamp:
            hint = self.tr("Make a block of it first.")
            return error("block.plain", self.tr("This is plain BPMN: no block of a library."), hint=hint)
        if block is None:
            message = self.tr("The library does not hold the block “{id}”.").format(id=stamp)
            return error("block.unknown", message, hint=self.tr("Add its folder to the library."))
        message = self.tr("“{name}” comes with the studio and cannot be changed.").format(name=block.name)
        return error("block.shipped", message, hint=self.tr("Put it into a subsystem and make a block of that."))

    def _break_link(self, session: Session, key: str) -> None:
        break_link(session.document.diagram, key)
        self.said.emit(self.tr("It is an ordinary element now."))

    def _attempt(self, work: Callable[[Session, str], object]) -> None:
        session = self._workspace.current
        selected = session.tab.view.selection if session is not None else ()
        if session is None or len(selected) != 1:
            self.said.emit(self.tr("Select one block first."))
            return
        self._panes.finish_typing()
        try:
            work(session, selected[0])
        except Refused as refused:
            self.refused.emit(refused.problems[0])

    # following --------------------------------------------------------------------------------------------------------

    def _take(self, origin: Source, block: BlockDefinition) -> None:
        """A block was kept: it is in the palette at once, and the subsystem that it was made of is the first of it."""
        self.shelves.reload()
        try:
            source.become(origin, block)
        except Refused as refused:
            self.refused.emit(refused.problems[0])
            return
        text = self.tr("“{name}” is in the palette, as version {version}.")
        self.said.emit(text.format(name=block.name, version=block.version))

    def _open_inside(self, block: BlockDefinition) -> None:
        if block.inside is not None:
            self._remember(block)
        if block.inside is not None and self._files.open_path(block.inside):
            self._raised.discard(block.inside)
            self._window.activateWindow()

    def _remember(self, block: BlockDefinition) -> None:
        """What is inside now is what the blocks that were placed began with."""
        try:
            remember(block)
        except Refused as refused:
            self.refused.emit(refused.problems[0])

    def _follow_save(self, document: Document) -> None:
        """The inside of a block was saved: its version goes up once, so that placed ones hear of it."""
        self.follow_files()
        block = next((item for item in self._library.blocks.values() if _is_inside(item, document.path)), None)
        if block is None or block.file is None or document.path is None:
            return
        made = block if document.path in self._raised else issued(block, block)
        self._raised.add(document.path)
        try:
            block = keep(made, block.file.parent.parent.parent)
        except Refused as refused:
            self.refused.emit(refused.problems[0])
        self.shelves.reload()
        self.said.emit(self.tr("“{name}” is version {version} now.").format(name=block.name, version=block.version))

    def _follow_library(self) -> None:
        self._panes.inspector.form.forget_pages()
        for session in self._workspace.sessions():
            chosen = session.tab.view.selection
            session.tab.show_plane(session.tab.plane)
            session.tab.view.select(chosen)

    def _tell_troubles(self) -> None:
        title = self.tr("These blocks cannot be read; all others work.")
        asking.tell(self._window, title, self._library.problems)


def _is_inside(block: BlockDefinition, path: Path | None) -> bool:
    return path is not None and block.inside is not None and block.inside.resolve() == path.resolve()
