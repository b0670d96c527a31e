"""Restarting: begins the studio anew for a choice that it takes at its start only, with everything open again."""

from __future__ import annotations

from PySide6.QtCore import QObject

from procos_studio.app.safety.safety import Safety
from procos_studio.app.window import MainWindow


class Restarting(QObject):
    """`wanted` are the arguments of the studio that comes after this one; None while nobody has asked for one."""

    def __init__(self, window: MainWindow, safety: Safety) -> None:
        super().__init__(window)
        self._window, self._safety = window, safety
        self.wanted: list[str] | None = None
        window.speaking.restart_asked.connect(self._leave)

    def _leave(self) -> None:
        """Close without a question: what is not saved is kept, and brought back by the next one."""
        self._window.panes.finish_typing()
        workspace = self._window.workspace
        front = workspace.current.document.path if workspace.current is not None else None
        read = (session.document.path for session in workspace.sessions())
        files = (*(path for path in read if path is not None), *self._window.files.being_read())
        self.wanted = ["--again", str(front or ""), *map(str, files)]
        self._safety.hold()
        self._window.leave()
