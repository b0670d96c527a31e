"""Frame: the picture of the view, kept so that panning paints strips only, and zooming a scaled copy until it rests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, QRect, QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion, QTransform
from PySide6.QtWidgets import QGraphicsView

REST = 90
"""Milliseconds without another zoom step after which the picture is painted sharp."""
_BAND = 96
"""The height in pixels of the bands in which that is done, one a turn of the event loop."""
_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


class Frame(QObject):
    """The pixels of a view's viewport. `backdrop` paints, quickly, what no kept picture covers while one zooms."""

    def __init__(self, view: QGraphicsView, backdrop: Callable[[QPainter], None]) -> None:
        super().__init__(view)
        self._view, self._backdrop = view, backdrop
        self._shown = QPixmap()
        self._transform = QTransform()
        self._sharper = QPixmap()
        self._done = 0
        self._zooming = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._sharpen)

    def forget(self) -> None:
        """What is kept shows something else; the next picture is painted anew."""
        self._shown, self._zooming = QPixmap(), False
        self._timer.stop()

    def zoom(self, by_step: bool) -> None:
        """The zoom is about to change: by a step, what there is is shown scaled until it rests; else it is new."""
        if not by_step:
            self.forget()
        elif not self._shown.isNull():
            self._zooming = True
            self._begin_again()

    def scroll(self, dx: int, dy: int) -> None:
        """The view is scrolled by pixels; what is exposed will be painted."""
        if self._zooming:
            self._begin_again()
        elif not self._shown.isNull():
            ratio = self._shown.devicePixelRatio()
            if ratio != round(ratio):
                self.forget()
                self._view.viewport().update()
            else:
                self._shown.scroll(round(dx * ratio), round(dy * ratio), self._shown.rect())

    def paint(self, region: QRegion) -> None:
        """Paint the viewport; `region` is what changed or was exposed."""
        if self._zooming:
            self._paint_scaled()
            return
        port = self._view.viewport()
        if self._shown.size() != port.size() * port.devicePixelRatio():
            self._shown, region = self._blank(), QRegion(port.rect())
        self._transform = self._view.viewportTransform()
        for area in _areas(region):
            self._render(self._shown, area)
        painter = QPainter(port)
        painter.setClipRegion(region)
        painter.drawPixmap(0, 0, self._shown)
        painter.end()

    def _paint_scaled(self) -> None:
        painter = QPainter(self._view.viewport())
        self._backdrop(painter)
        there, _ = self._transform.inverted()
        painter.setTransform(there * self._view.viewportTransform())
        painter.drawPixmap(0, 0, self._shown)
        painter.end()

    def _begin_again(self) -> None:
        self._sharper, self._done = QPixmap(), 0
        self._timer.start(REST)

    def _sharpen(self) -> None:
        """Paint one band of the sharp picture; after the last one it is shown."""
        port = self._view.viewport()
        if self._sharper.size() != port.size() * port.devicePixelRatio():
            self._sharper, self._done = self._blank(), 0
        self._render(self._sharper, QRect(0, self._done, port.width(), _BAND))
        self._done += _BAND
        if self._done < port.height():
            self._timer.start(0)
            return
        self._shown, self._sharper, self._zooming = self._sharper, QPixmap(), False
        self._transform = self._view.viewportTransform()
        port.update()

    def _blank(self) -> QPixmap:
        port = self._view.viewport()
        made = QPixmap(port.size() * port.devicePixelRatio())
        made.setDevicePixelRatio(port.devicePixelRatio())
        made.fill(QColor(0, 0, 0))
        return made

    def _render(self, target: QPixmap, area: QRect) -> None:
        painter = QPainter(target)
        painter.setRenderHints(_HINTS)
        self._view.render(painter, QRectF(area), area)
        painter.end()


def _areas(region: Any) -> Iterator[QRect]:
    """The rectangles of a QRegion; its stubs leave out that it can be iterated over."""
    return iter(region)
