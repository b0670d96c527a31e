"""Ending: what happens when the system, and not the person, ends the studio."""

from __future__ import annotations

import signal
from types import FrameType

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QSessionManager

from procos_studio.app.safety.safety import Safety
from procos_studio.app.window import MainWindow


class Ending(QObject):
    """Nothing that is not saved is lost: it is offered again at the next start."""

    def __init__(self, window: MainWindow, safety: Safety) -> None:
        super().__init__(window)
        self._window, self._safety = window, safety

    def watch(self) -> None:
        """Listen to the system."""
        signal.signal(signal.SIGTERM, self._leave)
        if hasattr(signal, "SIGHUP"):
            signal.signal(signal.SIGHUP, self._leave)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(self._commit)

    def _leave(self, _number: int, _frame: FrameType | None) -> None:
        """The process is told to end, and must not ask."""
        self._window.panes.finish_typing()
        self._safety.hold()
        self._window.leave()

    def _commit(self, manager: QSessionManager) -> None:
        """The desktop ends: ask where one may; a person who wants to stay keeps it from ending."""
        if not manager.allowsInteraction():
            self._window.panes.finish_typing()
            return
        if not self._window.closing.may_leave():
            manager.cancel()
        manager.release()
