"""Keeper: keeps the copy of one document up to date with each edit, on a thread, so that no frame waits for it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from procos_studio.app.document import Document
from procos_studio.app.safety.copy import About, Copy
from procos_studio.app.safety.shelf import Shelf, throw_away
from procos_studio.model.diff import Diff

_LOOK_MS = 50
"""How often one looks whether the thread is done."""
_AGAIN_MS = 5_000
"""After a failure, such as a full disk, it is tried again this often."""


class Keeper(QObject):
    """Has a copy as long as the document differs from its file. `failed` tells once that none can be written now.

    `writer` must do one thing after the other. The thread gets frozen values; no Qt object may live or die on it.
    """

    failed = Signal(str)

    def __init__(self, document: Document, shelf: Shelf, writer: Executor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._writer = document, writer
        self._shelf = shelf
        self._copy = Copy(shelf.next_path())
        self._written = -1
        self._draft: Diff | None = None
        self._drafter: QObject | None = None
        self._is_failing = self._is_held = False
        self._pending: list[Future[Any]] = []
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._take)
        self._again = QTimer(self, interval=_AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self.follow)
        self._stops = (
            document.diagram.changed.connect(lambda _diff: self._follow_edit()),
            document.saved.connect(lambda _document: self._begin_anew()),
        )
        self.follow()

    def keep(self, draft: Diff | None, drafter: QObject) -> None:
        """Keep what is being typed, too, as the edit that it would be; None once it is nothing any more.

        A form in which nothing is typed does not take away what is typed in the XML beside it.
        """
        if draft is not None or drafter is self._drafter:
            self._draft, self._drafter = draft, drafter
            self.follow()

    def follow(self) -> None:
        """Bring the copy to where the document is."""
        history, draft = self._document.diagram.history, self._draft
        if self._is_held or self._again.isActive():
            return
        if not history.is_modified and draft is None:
            self._forget()
            return
        done = history.done
        if self._written < 0:
            before, self._copy = self._copy, Copy(self._shelf.next_path())
            edits = done if draft is None else (*done, draft)
            self._do(_renew, before, self._copy, self._about(), self._document.base, edits)
        elif draft is not None:
            self._do(self._copy.add, len(done) + 1, draft)
        elif len(done) > self._written:
            self._do(self._copy.add, len(done), done[-1])
        else:
            self._do(self._copy.cut, len(done))
        self._written = len(done)

    def close(self) -> None:
        """The document goes, with nothing left to lose: so does the copy."""
        if not self._is_held:
            self._forget()
        self._stop()

    def hold(self) -> None:
        """The studio must go at once: keep the copy as it is for the next start."""
        self._is_held = True
        self._do(self._copy.let_go)

    def replace(self, before: Path) -> None:
        """Throw a copy of an earlier studio away, once there is our own of the same."""
        self._do(_throw_away, before, self._copy.path)

    def _follow_edit(self) -> None:
        """What was being typed is an edit now."""
        self._draft = self._drafter = None
        self.follow()

    def _begin_anew(self) -> None:
        """What the copy says of the file is no longer so."""
        if not self._is_held:
            self._forget()
            self.follow()

    def _forget(self) -> None:
        self._is_failing = False
        self._again.stop()
        if self._written >= 0:
            self._do(self._copy.remove)
        self._written = -1

    def _stop(self) -> None:
        for stop in self._stops:
            stop()
        self._look.stop()
        self._again.stop()

    def _about(self) -> About:
        document = self._document
        path = str(document.path.absolute()) if document.path is not None else ""
        return About(path, document.title, document.on_disk, document.diagram.history.saved, time.time())

    def _do(self, work: Callable[..., None], *values: Any) -> None:
        self._pending.append(self._writer.submit(work, *values))
        self._look.start()

    def _take(self) -> None:
        ended = [future for future in self._pending if future.done()]
        self._pending = [future for future in self._pending if not future.done()]
        if not self._pending:
            self._look.stop()
        failures = [failure for future in ended if (failure := future.exception()) is not None]
        if failures:
            self._fail(failures[0])
        elif not self._pending and self._written >= 0:
            self._is_failing = False

    def _fail(self, failure: BaseException) -> None:
        if not isinstance(failure, (OSError, sqlite3.Error)):
            raise failure
        self._written = -1
        self._again.start()
        if not self._is_failing:
            self._is_failing = True
            self.failed.emit(getattr(failure, "strerror", None) or str(failure))


def _renew(before: Copy, now: Copy, about: About, base: bytes, edits: Sequence[Diff]) -> None:
    """An older copy goes only once there is a newer one."""
    now.begin(about, base, edits)
    before.remove()


def _throw_away(before: Path, now: Path) -> None:
    if now.exists():
        throw_away(before)
