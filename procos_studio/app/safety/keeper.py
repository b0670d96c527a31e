"""Keeper: keeps the copy of one document up to date with each edit and with what is typed, so that no frame waits."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from procos_studio.app.document import Document
from procos_studio.app.safety.copy import About, Copy
from procos_studio.app.safety.held import Held
from procos_studio.app.safety.shelf import Shelf
from procos_studio.app.safety.writing import Writing
from procos_studio.model.diff import Diff

_TYPING_MS = 300
"""So long after the first of some keys what was typed is kept, however fast others follow."""


class Typed(NamedTuple):
    """What the document does not have yet: the edit that leaving a field would make, and texts that may be none."""

    draft: Diff | None = None
    texts: Mapping[str, str] = MappingProxyType({})


_NOTHING = Typed()


class KeptCopy(QObject):
    """One copy on its thread: brought up to date while somebody types, left for the next start, or given up."""

    def __init__(self, shelf: Shelf, writer: Executor, parent: QObject | None) -> None:
        super().__init__(parent)
        self._shelf, self._copy = shelf, Copy(shelf.next_path())
        self._is_over = self._is_outdated = False
        self._writing = Writing(writer, self)
        self._writing.broken.connect(self._break)
        self._typing = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self.take_typed)

    def note_typing(self) -> None:
        """Something is being typed, or is no longer."""
        if not self._is_over and not self._typing.isActive():
            self._typing.start()

    def take_typed(self) -> None:
        """Keep what is being typed now."""
        self._typing.stop()

    def hold(self) -> None:
        """The studio must go at once: keep the copy as it is for the next start."""
        self.take_typed()
        self._is_over = True
        self._writing.do(self._copy.let_go)

    def replace(self, before: Held) -> None:
        """Throw a copy of an earlier studio away, once there is our own of the same."""
        self.take_typed()
        self._writing.do(_replace, before, self._copy)

    def _break(self) -> None:
        """The copy could not be written on: it may be there still, as of an earlier moment."""
        self._is_outdated = True

    def _drop(self) -> None:
        """There is nothing to keep any more."""
        self._is_outdated = False
        self._writing.do(self._copy.remove)


class Keeper(KeptCopy):
    """Has a copy as long as the document differs from its file, or something is typed.

    `failed` tells once that none can be written now. `typed` says what is being typed.
    """

    failed = Signal(str)

    def __init__(
        self,
        document: Document,
        shelf: Shelf,
        writer: Executor,
        typed: Callable[[], Typed],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(shelf, writer, parent)
        self._document, self._ask = document, typed
        self._written = -1
        self._typed = self._noted = _NOTHING
        self._writing.failed.connect(self.failed)
        self._writing.again.connect(self.follow)
        self._stops = (
            document.diagram.changed.connect(lambda _diff: self._follow_edit()),
            document.saved.connect(lambda _document: self._begin_anew()),
        )
        self.follow()

    def take_typed(self) -> None:
        """Keep what is being typed now."""
        super().take_typed()
        self._typed = self._ask()
        self.follow()

    def follow(self) -> None:
        """Bring the copy to where the document is."""
        history, typed = self._document.diagram.history, self._typed
        if self._is_over or self._writing.is_waiting:
            return
        if not history.is_modified and typed == _NOTHING:
            self._forget()
            return
        done, draft = history.done, typed.draft
        if self._written < 0:
            edits = done if draft is None else (*done, draft)
            path, about, base = self._shelf.next_path(), self._about(), self._document.base
            self._writing.do(self._copy.renew, path, about, base, edits, typed.texts)
        else:
            self._follow_edits(done, draft)
            if typed.texts != self._noted.texts:
                self._writing.do(self._copy.note, typed.texts)
        self._written, self._noted = len(done), typed

    def close(self) -> None:
        """The document goes, with nothing left to lose: so does the copy."""
        if not self._is_over:
            self._forget()
        self._is_over = True
        self._stop()

    def _follow_edits(self, done: Sequence[Diff], draft: Diff | None) -> None:
        if draft is not None:
            self._writing.do(self._copy.add, len(done) + 1, draft)
        elif len(done) > self._written:
            self._writing.do(self._copy.add, len(done), done[-1])
        elif len(done) < self._written or self._noted.draft is not None:
            self._writing.do(self._copy.cut, len(done))

    def _follow_edit(self) -> None:
        """What was being typed is an edit now, or is no longer the same edit."""
        if self._typed != _NOTHING:
            self._typed = self._typed._replace(draft=None)
            self.note_typing()
        self.follow()

    def _begin_anew(self) -> None:
        """What the copy says of the file is no longer so."""
        if not self._is_over:
            self._forget()
            self.follow()

    def _break(self) -> None:
        super()._break()
        self._written = -1

    def _forget(self) -> None:
        self._writing.forget()
        if self._written >= 0 or self._is_outdated:
            self._drop()
        self._written = -1

    def _stop(self) -> None:
        for stop in self._stops:
            stop()
        self._typing.stop()
        self._writing.stop()

    def _about(self) -> About:
        document = self._document
        path = str(document.path.absolute()) if document.path is not None else ""
        return About(path, document.title, document.on_disk, document.diagram.history.saved, time.time())


def _replace(before: Held, now: Copy) -> None:
    """Delete a copy of an earlier studio where there is another of the same now, else let others have it."""
    if now.path.exists():
        before.remove()
    else:
        before.let_go()
