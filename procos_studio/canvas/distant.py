"""Distant: the picture of a plane far out, painted whole but not more often than one can see."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsView

APART = 0.03
"""Seconds at least from one picture of the same place to the next; what changes in between waits for that."""


class Distant(QObject):
    """Keeps the last picture. `paint` paints all of it with a painter of the viewport."""

    def __init__(self, view: QGraphicsView, paint: Callable[[QPainter], None]) -> None:
        super().__init__(view)
        self._view, self._paint = view, paint
        self._kept = QPixmap()
        self._transform = QTransform()
        self._made = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(view.viewport().update)

    def paint(self) -> None:
        """Paint the viewport: anew where it shows another place or enough time has passed, else as it was."""
        port = self._view.viewport()
        since = time.perf_counter() - self._made
        same = self._transform == self._view.viewportTransform()
        if same and self._kept.size() == port.size() * port.devicePixelRatio() and since < APART:
            if not self._timer.isActive():
                self._timer.start(round((APART - since) * 1000) + 1)
        else:
            self._make()
        painter = QPainter(port)
        painter.drawPixmap(0, 0, self._kept)
        painter.end()

    def forget(self) -> None:
        """The plane is shown near; the next picture is painted anew."""
        self._kept = QPixmap()
        self._timer.stop()

    def _make(self) -> None:
        port = self._view.viewport()
        size = port.size() * port.devicePixelRatio()
        if self._kept.size() != size:
            self._kept = QPixmap(size)
            self._kept.setDevicePixelRatio(port.devicePixelRatio())
        painter = QPainter(self._kept)
        self._paint(painter)
        painter.end()
        self._transform = self._view.viewportTransform()
        self._made = time.perf_counter()
