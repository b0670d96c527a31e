"""Dropped: diagrams that are dragged into the window from a file manager are opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

_SUFFIXES = frozenset({".bpmn", ".xml"})


class Dropped(QObject):
    """Works in all of `window` but where something else is dropped, such as text into a field."""

    def __init__(self, window: QWidget, open_path: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._open_path = open_path
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what holds diagrams; anything else shows by the pointer that it is not taken."""
        if not isinstance(event, QDropEvent):
            return False
        paths = _diagrams(event.mimeData())
        event.setAccepted(bool(paths))
        if paths:
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                # later, as a question that opening may ask would keep the program waiting that was dragged from
                QTimer.singleShot(0, self, lambda: self._open(paths))
        return True

    def _open(self, paths: list[Path]) -> None:
        for path in paths:
            self._open_path(path)


def _diagrams(data: QMimeData) -> list[Path]:
    files = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return [path for path in files if path.suffix.lower() in _SUFFIXES]
