"""Safety: each open diagram has a copy of what is not saved, and what an earlier studio left is offered again."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from procos_studio.app import asking
from procos_studio.app.safety.copy import read
from procos_studio.app.safety.keeper import Keeper
from procos_studio.app.safety.offer import Offer
from procos_studio.app.safety.restoring import restored
from procos_studio.app.safety.shelf import Left, Shelf, throw_away
from procos_studio.app.session import Session
from procos_studio.app.window import MainWindow
from procos_studio.model.diagram import Diagram
from procos_studio.model.diff import Diff
from procos_studio.problems import Refused, error


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
        self.offer: Offer | None = None
        window.workspace.session_added.connect(self._add)
        window.workspace.session_removed.connect(self._remove)
        for typing in (window.panes.inspector.form, window.xml):
            typing.drafted.connect(partial(self._keep, typing))
        self.said.connect(window.status.say)
        self.compare_asked.connect(window.comparing.with_own_file)

    def look_back(self) -> None:
        """Offer what studios that did not end well have left."""
        lefts = self._shelf.left()
        if not lefts:
            return
        self.offer = Offer(lefts)
        self.offer.recovered.connect(self._recover)
        self.offer.compared.connect(self._compare)
        self.offer.discarded.connect(self._discard)
        self._window.column.show_above(self.offer)

    def bring_back(self) -> None:
        """Do so without a question, as after a restart that a person asked for."""
        if self.offer is not None:
            self.offer.recover_all()

    def hold(self) -> None:
        """Nobody can be asked any more: keep every copy for the next start, and wait until all are written."""
        for keeper in self._keepers.values():
            keeper.hold()
        self._writer.shutdown()

    def close(self) -> None:
        """Wait until what is no longer needed is gone."""
        self._writer.shutdown()

    # copies -------------------------------------------------------------------------------------------------------

    def _add(self, session: Session) -> None:
        keeper = self._keepers[session] = Keeper(session.document, self._shelf, self._writer, self)
        keeper.failed.connect(lambda reason: self._tell(session, reason))

    def _remove(self, session: Session) -> None:
        keeper = self._keepers.pop(session)
        keeper.close()
        keeper.deleteLater()

    def _keep(self, drafter: QObject, diagram: Diagram, draft: Diff | None) -> None:
        keeper = next((found for session, found in self._keepers.items() if session.document.diagram is diagram), None)
        if keeper is not None:
            keeper.keep(draft, drafter)

    def _tell(self, session: Session, reason: str) -> None:
        text = self.tr("{name} cannot be kept safe from a crash ({reason}). Save it yourself meanwhile.")
        self.said.emit(f"⚠ {text.format(name=session.document.title, reason=reason)}")

    # offers -------------------------------------------------------------------------------------------------------

    def _recover(self, left: Left) -> Session | None:
        try:
            unsaved = read(left.path)
            if unsaved is None:
                self.said.emit(self.tr("This was brought back by another studio, or given up."))
                return None
            session = self._files.bring(restored(unsaved))
        except (Refused, sqlite3.Error, ValueError, OSError) as failure:
            self._damaged(left, failure)
            return None
        finally:
            if self.offer is not None:
                self.offer.settle(left)
        self._keepers[session].replace(left.path)
        return session

    def _damaged(self, left: Left, failure: Exception) -> None:
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
        name = left.unsaved.about.title if left.unsaved is not None else left.path.name
        if not asking.may_discard(self._window, name):
            return
        try:
            throw_away(left.path)
        except OSError as failure:
            self.said.emit(f"⚠ {failure.strerror}: {left.path}")
        if self.offer is not None:
            self.offer.settle(left)
