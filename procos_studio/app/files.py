"""Files: opens, saves and closes documents, asks before changes are lost, and remembers what was open last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from procos_studio.app import asking, garbage
from procos_studio.app.asking import Overtaken, Unsaved
from procos_studio.app.document import Document
from procos_studio.app.session import Session
from procos_studio.app.settings import Settings
from procos_studio.app.workspace import Workspace
from procos_studio.problems import Refused, error
from procos_studio.resources import shipped

translate = QCoreApplication.translate

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
        self, window: QWidget, workspace: Workspace, settings: Settings, make: Callable[[Document], Session]
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._settings, self._make = window, workspace, settings, make
        self._count = 0

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
        """Open a file, or bring its tab to the front; False, and a word on why, where it cannot be read."""
        known = self._session_of(path)
        if known is not None:
            self._workspace.show_session(known)
            return True
        try:
            document = Document.open(path)
        except Refused as refused:
            self._tell(translate("Files", "{name} cannot be opened.").format(name=path.name), refused)
            return False
        except OSError as failure:
            self._tell(translate("Files", "{name} cannot be opened.").format(name=path.name), _refused(failure))
            return False
        self._workspace.add(self._make(document))
        garbage.keep()
        self._note(path)
        return True

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
        if known is not None and known.document.is_modified:
            document.path, document.on_disk = None, ""
        elif known is not None:
            self._workspace.close_asked.emit(known)
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
        return path is not None and self._write(one, path)

    def may_go(self, session: Session) -> bool:
        """Whether a document may be closed: unsaved changes are saved or given up first, as the person says."""
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
        wanted = path.resolve()
        opened = ((session, session.document.path) for session in self._workspace.sessions())
        return next((session for session, known in opened if known is not None and known.resolve() == wanted), None)

    def _note(self, path: Path) -> None:
        self._settings.note_recent(path)
        self.recent_changed.emit()

    def _tell(self, title: str, refused: Refused) -> None:
        asking.tell(self._window, title, refused.problems)


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
