"""Outside: notices what other programs do to the files of open diagrams, and asks what shall count now."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from procos_studio.app.safety.notice import Notice
from procos_studio.app.session import Session
from procos_studio.app.settings import Settings
from procos_studio.app.workspace import Workspace
from procos_studio.bpmn import read_data
from procos_studio.canvas.translating import advice
from procos_studio.problems import Refused

_PAUSE_MS = 250
"""Programs write in steps, or rename a new file over the old one; one looks when they are done."""
_MOST_TRIES = 8
"""So often a file that cannot be read is looked at again before that is told."""


class Outside(QObject):
    """`said` carries a sentence, `compare_asked` the session to compare with its file, `save_as_asked` one to save."""

    said = Signal(str)
    compare_asked = Signal(object)
    save_asked = Signal(object)
    save_as_asked = Signal(object)

    def __init__(self, window: QWidget, workspace: Workspace, settings: Settings) -> None:
        super().__init__(window)
        self._workspace, self._settings = workspace, settings
        self._notices: dict[Session, Notice] = {}
        self._tries: dict[Session, int] = {}
        self._watcher = QFileSystemWatcher(self)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.look)
        self._watcher.fileChanged.connect(lambda _path: self._pause.start())
        self._watcher.directoryChanged.connect(lambda _path: self._pause.start())
        workspace.session_added.connect(self._add)
        workspace.session_removed.connect(self._remove)
        workspace.current_changed.connect(self._pause.start)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look when the person comes back: not every file system tells of changes."""
        if event.type() is QEvent.Type.WindowActivate:
            self._pause.start()
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """Look at the files of all open diagrams."""
        for session in self._workspace.sessions():
            self._look_at(session)
        self._watch()

    def _look_at(self, session: Session) -> None:
        document = session.document
        try:
            data = document.seen()
        except OSError as failure:
            self._tell_unreachable(session, failure.strerror or str(failure))
            return
        if data is None:
            self._quiet(session)
        elif not data:
            document.keep(b"")
            self._tell_gone(session)
        elif not document.is_modified and self._settings.reloads():
            self._reload_by_itself(session, data)
        else:
            self._tell_changed(session)

    # what is told -------------------------------------------------------------------------------------------------

    def _tell_changed(self, session: Session, note: str = "") -> None:
        document = session.document
        answers = {
            self.tr("Reload"): partial(self._reload, session),
            self.tr("Compare"): partial(self.compare_asked.emit, session),
            self.tr("Keep mine"): partial(self._keep, session),
        }
        if document.is_modified:
            note = note or self.tr("Here it has changes that are not saved. Reloading can be undone.")
        else:
            note = note or self.tr("Here nothing was changed since it was opened or saved.")
            answers[self.tr("Always reload such files")] = partial(self._reload_always, session)
        self._notice(session).say(self.tr("Another program changed {name}.").format(name=document.title), note, answers)

    def _tell_gone(self, session: Session) -> None:
        title = self.tr("{name} was deleted or moved.").format(name=session.document.title)
        answers = {
            self.tr("Save it again"): partial(self.save_asked.emit, session),
            self.tr("Save as…"): partial(self.save_as_asked.emit, session),
            self.tr("Close"): partial(self._quiet, session),
        }
        self._notice(session).say(title, self.tr("The diagram is still open here."), answers)

    def _tell_unreachable(self, session: Session, reason: str) -> None:
        """Perhaps a network is down, or a disk was taken out: once the file can be read again, nothing is said."""
        title = self.tr("{name} cannot be read any more: {reason}.")
        answers: dict[str, Callable[[], object]] = {
            self.tr("Save as…"): partial(self.save_as_asked.emit, session),
            self.tr("Look again"): self.look,
            self.tr("Close"): partial(self._quiet, session),
        }
        note = self.tr("The diagram is still open here.")
        self._notice(session).say(title.format(name=session.document.title, reason=reason), note, answers)

    def _notice(self, session: Session) -> Notice:
        if session not in self._notices:
            self._notices[session] = Notice(bar=True)
            session.tab.show_notice(self._notices[session])
        return self._notices[session]

    def _quiet(self, session: Session) -> None:
        notice = self._notices.pop(session, None)
        if notice is not None:
            notice.hide()
            notice.deleteLater()
        self._tries.pop(session, None)

    # answers ------------------------------------------------------------------------------------------------------

    def _reload(self, session: Session) -> None:
        document = session.document
        try:
            data = read_data(document.path) if document.path is not None else b""
            document.reload(data)
        except OSError as failure:
            self._tell_changed(session, f"{failure.strerror}.")
        except Refused as refused:
            self._tell_changed(session, advice(refused.problems[0]))
        else:
            self._quiet(session)
            self.said.emit(self.tr("{name} was read again. Undo brings back yours.").format(name=document.title))

    def _reload_by_itself(self, session: Session, data: bytes) -> None:
        try:
            session.document.reload(data)
        except Refused as refused:
            # perhaps it is being written at this very moment
            tries = self._tries[session] = self._tries.get(session, 0) + 1
            if tries < _MOST_TRIES:
                self._pause.start()
            else:
                self._tell_changed(session, advice(refused.problems[0]))
        else:
            self._quiet(session)
            self.said.emit(self.tr("{name} was changed outside and read again.").format(name=session.document.title))

    def _reload_always(self, session: Session) -> None:
        self._settings.set_reloads()
        self._reload(session)

    def _keep(self, session: Session) -> None:
        document = session.document
        try:
            document.keep(read_data(document.path) if document.path is not None else b"")
        except OSError:
            document.keep(b"")
        self._quiet(session)

    # watching -----------------------------------------------------------------------------------------------------

    def _add(self, session: Session) -> None:
        stop = session.document.saved.connect(lambda _document: self._settle(session))
        session.tab.changed.connect(lambda _diff: self._follow(session))
        session.destroyed.connect(lambda _gone=None: stop())
        self._watch()

    def _remove(self, session: Session) -> None:
        self._quiet(session)
        self._watch()

    def _follow(self, session: Session) -> None:
        """What is offered depends on whether something was changed here."""
        if session in self._notices and len(session.document.diagram.history.done) <= 1:
            self._pause.start()

    def _settle(self, session: Session) -> None:
        """The file was just written or read here: what was said of it no longer holds, unless it is gone."""
        if session.document.on_disk:
            self._quiet(session)
        self._watch()

    def _watch(self) -> None:
        """Files that were replaced have to be named again; their folders tell when one comes back.

        Of os.path, as Path raises where a folder on the way may not be looked into.
        """
        opened = [path for session in self._workspace.sessions() if (path := session.document.path) is not None]
        wanted = {str(path) for path in opened if os.path.exists(path)}
        wanted |= {str(path.absolute().parent) for path in opened if os.path.isdir(path.absolute().parent)}
        known = {*self._watcher.files(), *self._watcher.directories()}
        if known - wanted:
            self._watcher.removePaths(sorted(known - wanted))
        if wanted - known:
            self._watcher.addPaths(sorted(wanted - known))
