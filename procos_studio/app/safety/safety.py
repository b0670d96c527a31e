"""Safety: each open diagram has a copy of what is not saved, and what an earlier studio left is offered again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from procos_studio.app import asking
from procos_studio.app.authoring.author import Author
from procos_studio.app.safety.blocks import BLOCK, Blocks
from procos_studio.app.safety.keeper import Keeper, Typed
from procos_studio.app.safety.offer import Offer
from procos_studio.app.safety.restoring import is_saved, restored
from procos_studio.app.safety.shelf import Left, Shelf
from procos_studio.app.session import Session
from procos_studio.app.window import MainWindow
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Refused, error

XML = "xml"
"""What a text is called that was typed beside the canvas and is not taken over."""


class Safety(QObject):
    """`said` carries a sentence, `compare_asked` a session to compare with its file."""

    said = Signal(str)
    compare_asked = Signal(object)

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._files = window, window.files
        self._shelf = Shelf(folder)
        self._writer = ThreadPoolExecutor(1, "unsaved")
        self._keepers: dict[Session, Keeper] = {}
        self._blocks = Blocks(window.authoring, window.workspace, self._shelf, self._writer, self)
        self._blocks.failed.connect(self._tell)
        self._is_over = False
        self._lefts: list[Left] = []
        self.offer: Offer | None = None
        window.workspace.session_added.connect(self._add)
        window.workspace.session_removed.connect(self._remove)
        window.panes.inspector.form.typing.connect(self._note_typing)
        window.xml.typing.connect(lambda session: self._note_typing(session.document.diagram))
        window.authoring.opened.connect(self._follow_author)
        self.said.connect(window.status.say)
        self.compare_asked.connect(window.comparing.with_own_file)

    def look_back(self) -> None:
        """Offer what studios that did not end well have left."""
        self._lefts.clear()
        for left in self._shelf.left():
            if left.held is not None and is_saved(left.held.unsaved):
                # what cannot be deleted is looked at again at the next start
                with suppress(OSError):
                    left.held.remove()
            else:
                self._lefts.append(left)
        if not self._lefts:
            return
        self.offer = Offer(self._lefts)
        self.offer.recovered.connect(self._recover)
        self.offer.compared.connect(self._compare)
        self.offer.discarded.connect(self._discard)
        self.offer.put_off.connect(self._let_go)
        self._window.column.show_above(self.offer)

    def bring_back(self) -> None:
        """Do so without a question, as after a restart that a person asked for."""
        if self.offer is not None:
            self.offer.recover_all()

    def hold(self) -> None:
        """Nobody can be asked any more: keep every copy for the next start, and wait until all are written."""
        if self._is_over:
            return
        self._is_over = True
        for keeper in self._keepers.values():
            keeper.hold()
        self._blocks.hold()
        self._writer.shutdown()

    def close(self) -> None:
        """Wait until what is no longer needed is gone."""
        self._blocks.close()
        self._let_go()
        self._writer.shutdown()

    # copies -------------------------------------------------------------------------------------------------------

    def _add(self, session: Session) -> None:
        if self._is_over:
            return
        typed = partial(self._typed, session)
        keeper = self._keepers[session] = Keeper(session.document, self._shelf, self._writer, typed, self)
        keeper.failed.connect(lambda reason: self._tell(session.document.title, reason))
        session.tab.view.typing.connect(keeper.note_typing)

    def _remove(self, session: Session) -> None:
        keeper = self._keepers.pop(session, None)
        if keeper is None:
            return
        session.tab.view.typing.disconnect(keeper.note_typing)
        keeper.close()
        keeper.deleteLater()

    def _follow_author(self, author: Author) -> None:
        if not self._is_over:
            self._blocks.follow(author)

    def _note_typing(self, diagram: Diagram) -> None:
        keeper = next((found for session, found in self._keepers.items() if session.document.diagram is diagram), None)
        if keeper is not None:
            keeper.note_typing()

    def _typed(self, session: Session) -> Typed:
        diagram, text = session.document.diagram, self._window.xml.typed(session)
        draft = session.tab.view.tools.active.draft() or self._window.panes.inspector.form.draft(diagram)
        return Typed(draft, {XML: text} if text else {})

    def _tell(self, name: str, reason: str) -> None:
        text = self.tr("{name} cannot be kept safe from a crash ({reason}). Save it yourself meanwhile.")
        self.said.emit(f"⚠ {text.format(name=name, reason=reason)}")

    # offers -------------------------------------------------------------------------------------------------------

    def _let_go(self) -> None:
        """What is not dealt with may be offered by other studios, and at the next start."""
        for left in self._lefts:
            left.let_go()
        self._lefts.clear()

    def _settle(self, left: Left) -> None:
        self._lefts = [other for other in self._lefts if other is not left]
        if self.offer is not None:
            self.offer.settle(left)

    def _recover(self, left: Left) -> Session | None:
        if left.held is None:
            return None
        self._settle(left)
        try:
            if BLOCK in left.held.unsaved.typed:
                self._blocks.recover(left.held)
                return None
            session = self._files.bring(restored(left.held.unsaved))
        except (Refused, ValueError) as failure:
            self._damaged(left, failure)
            return None
        text = left.held.unsaved.typed.get(XML)
        if text:
            self._window.xml.show_typed(session, text)
        self._keepers[session].replace(left.held)
        return session

    def _damaged(self, left: Left, failure: Exception) -> None:
        left.let_go()
        aside = self._shelf.put_aside(left.path)
        hint = self.tr("It is kept as {path}.").format(path=aside.path)
        said = failure.problems if isinstance(failure, Refused) else (error("recovery.damaged", f"{failure}."),)
        title = self.tr("This copy of unsaved work is damaged.")
        asking.tell(self._window, title, (*said, error("recovery.kept", hint)))

    def _compare(self, left: Left) -> None:
        session = self._recover(left)
        if session is not None:
            self.compare_asked.emit(session)

    def _discard(self, left: Left) -> None:
        if left.held is None or not asking.may_discard(self._window, left.held.unsaved.about.title):
            return
        try:
            left.held.remove()
        except OSError as failure:
            self.said.emit(f"⚠ {failure.strerror}: {left.path}")
        self._settle(left)
