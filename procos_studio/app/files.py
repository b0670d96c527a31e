"""Files: opens, saves and closes documents, asks before changes are lost, and remembers what was open last."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from procos_studio.app import asking, garbage
from procos_studio.app.asking import Overtaken, Unsaved
from procos_studio.app.document import Document
from procos_studio.app.opening import Opening
from procos_studio.app.session import Session
from procos_studio.app.settings import Settings
from procos_studio.app.workspace import Workspace
from procos_studio.library import Library
from procos_studio.problems import Refused, error
from procos_studio.resources import shipped

translate = QCoreApplication.translate

LARGE = 1_000_000
"""Bytes from which a file is read aside."""
_LOOK = 0.01
"""Seconds between two looks whether one is read."""

SAMPLES = ("order_check.bpmn",)
"""What “Open the sample” opens: the first of these templates that is shipped, else any."""


def sample() -> Path | None:
    """The file of the sample; None where the installation ships no template."""
    folder = shipped("processes") / "templates"
    named = [folder / name for name in SAMPLES]
    return next((path for path in (*named, *sorted(folder.rglob("*.bpmn"))) if path.is_file()), None)


class Files(QObject):
    """`make` turns a document into a session. `recent_changed` tells that the list of recent files may differ."""

    recent_changed = Signal()

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        library: Library,
        settings: Settings,
        make: Callable[[Document], Session],
    ) -> None:
        super().__init__(window)
        self._library = library
        self._openings: dict[str, Opening] = {}
        self._window, self._workspace, self._settings, self._make = window, workspace, settings, make
        self._count = 0
        self.also_ask: list[Callable[[Session], bool]] = []
        """Who else may keep a document from being closed."""

    def new(self) -> None:
        """Open a tab with an empty process."""
        self._count += 1
        name = translate("Files", "Process {number}").format(number=self._count)
        self._workspace.add(self._make(Document.new(name)))

    def open(self) -> None:
        """Ask for files and open them."""
        recent = self._settings.recent()
        for path in asking.paths_to_open(self._window, str(recent[0].parent) if recent else ""):
            self.open_path(path)

    def open_path(self, path: Path) -> bool:
        """Open a file, or bring its tab to the front; False, and a word on why, where it cannot be read.

        A large one is read aside: its tab comes at once, and what is drawn when it is read.
        """
        known, opening = self._session_of(path), self._openings.get(os.path.realpath(path))
        if known is not None:
            self._workspace.show_session(known)
        elif opening is not None:
            self._workspace.tabs.setCurrentWidget(opening.page)
        elif _is_large(path):
            self._begin(path)
        else:
            document = self._read(path, lambda: Document.open(path))
            if document is None:
                return False
            self._show(document, path)
        return True

    def _read(self, path: Path, read: Callable[[], Document]) -> Document | None:
        """The document; None, and a word on why, where it cannot be read."""
        title = translate("Files", "{name} cannot be opened.").format(name=path.name)
        try:
            return read()
        except Refused as refused:
            self._tell(title, refused)
        except OSError as failure:
            self._tell(title, _refused(failure))
        return None

    def _show(self, document: Document, path: Path, page: QWidget | None = None) -> None:
        self._workspace.add(self._make(document), page)
        garbage.keep()
        self._note(path)

    def _begin(self, path: Path) -> None:
        opening = self._openings[os.path.realpath(path)] = Opening(path, self._library, self)
        opening.done.connect(self._end)
        opening.page.cancelled.connect(lambda: self._drop(opening))
        self._workspace.show_page(opening.page, path.name)

    def _end(self, opening: Opening) -> None:
        """A large file is read."""
        document = self._read(opening.path, opening.document)
        if document is None:
            self._drop(opening)
            return
        del self._openings[os.path.realpath(opening.path)]
        self._show(document, opening.path, opening.page)
        opening.deleteLater()

    def _drop(self, opening: Opening) -> None:
        del self._openings[os.path.realpath(opening.path)]
        opening.give_up()
        self._workspace.remove_page(opening.page)
        opening.deleteLater()

    def let_be(self) -> None:
        """Open what is in front no longer, where that is still being read."""
        front = self._workspace.tabs.currentWidget()
        opening = next((one for one in self._openings.values() if one.page is front), None)
        if opening is not None:
            self._drop(opening)

    def being_read(self) -> list[Path]:
        """The files that are open only in part yet."""
        return [opening.path for opening in self._openings.values()]

    async def opened(self) -> None:
        """Return when no file is being read."""
        while self._openings:
            await asyncio.sleep(_LOOK)

    def give_up(self) -> None:
        """Read nothing any more."""
        for opening in list(self._openings.values()):
            self._drop(opening)

    def open_sample(self) -> None:
        """Open the sample as a new document, so that trying things out does not touch the shipped file."""
        path = sample()
        if path is None:
            self.new()
            return
        document = Document.open(path)
        document.path = None
        self._workspace.add(self._make(document))

    def bring(self, document: Document) -> Session:
        """Open a tab with a document that was brought back; its file's own tab goes where nothing was changed in it."""
        known = self._session_of(document.path) if document.path is not None else None
        opening = self._openings.get(os.path.realpath(document.path)) if document.path is not None else None
        if opening is not None:
            self._drop(opening)
        if known is not None and not known.document.is_modified:
            self._workspace.close_asked.emit(known)
        if document.path is not None and self._session_of(document.path) is not None:
            document.path, document.on_disk = None, ""
        session = self._make(document)
        self._workspace.add(session)
        return session

    def save(self, session: Session | None = None) -> bool:
        """Save to the document's file, asking where if it has none; whether it is saved now."""
        one = session or self._workspace.current
        if one is None:
            return False
        return self._write(one, one.document.path) if one.document.path else self.save_as(one)

    def save_as(self, session: Session | None = None) -> bool:
        """Ask where, and save there; whether it is saved now."""
        one = session or self._workspace.current
        if one is None:
            return False
        proposal = str(one.document.path or f"{one.document.title}.bpmn")
        path = asking.path_to_save(self._window, proposal, ".bpmn")
        if path is None:
            return False
        other = self._session_of(path)
        if (other is not None and other is not one) or os.path.realpath(path) in self._openings:
            self._tell_open(path)
            return False
        return self._write(one, path)

    def may_go(self, session: Session) -> bool:
        """Whether a document may be closed: unsaved changes are saved or given up first, as the person says."""
        if not all(ask(session) for ask in self.also_ask):
            return False
        if not session.document.is_modified:
            return True
        self._workspace.show_session(session)
        answer = asking.about_unsaved(self._window, session.document.title)
        return answer is Unsaved.DISCARD or (answer is Unsaved.SAVE and self.save(session))

    def may_all_go(self) -> bool:
        """Whether every open document may be closed."""
        return all(self.may_go(session) for session in list(self._workspace.sessions()))

    def _write(self, session: Session, path: Path) -> bool:
        if path == session.document.path and _is_overtaken(session.document):
            answer = asking.about_overtaken(self._window, session.document.title)
            if answer is not Overtaken.OVERWRITE:
                return answer is Overtaken.SAVE_AS and self.save_as(session)
        try:
            session.document.save(path)
        except OSError as failure:
            reason = failure.strerror or str(failure)
            return asking.about_failed_save(self._window, path, reason) and self.save_as(session)
        self._note(path)
        return True

    def _session_of(self, path: Path) -> Session | None:
        opened = ((session, session.document.path) for session in self._workspace.sessions())
        return next((session for session, known in opened if known is not None and _is_one_file(known, path)), None)

    def _note(self, path: Path) -> None:
        self._settings.note_recent(path)
        self.recent_changed.emit()

    def _tell_open(self, path: Path) -> None:
        hint = translate("Files", "Close that tab first, or choose another name.")
        problem = error("file.open", translate("Files", "It is open in another tab."), hint=hint)
        self._tell(translate("Files", "{name} cannot be saved over.").format(name=path.name), Refused(problem))

    def _tell(self, title: str, refused: Refused) -> None:
        asking.tell(self._window, title, refused.problems)


def _is_one_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same file, through links or not."""
    try:
        return one.samefile(other)
    except OSError:
        return os.path.realpath(one) == os.path.realpath(other)


def _is_large(path: Path) -> bool:
    """Whether one would see that it takes a while to be read."""
    try:
        return path.stat().st_size > LARGE
    except OSError:
        return False


def _is_overtaken(document: Document) -> bool:
    """Whether another program changed the file since it was read or written here."""
    try:
        return bool(document.seen())
    except OSError:
        return False


def _refused(failure: OSError) -> Refused:
    reason = failure.strerror or str(failure)
    hint = translate("Files", "Check the path and your rights, or choose another place.")
    return Refused(error("file.failed", f"{reason}.", hint=hint))
