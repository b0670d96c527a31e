"""Minimap: the whole plane in a corner, with the visible part framed; click or drag to go there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from procos_studio.canvas.theme import Theme
from procos_studio.canvas.view import CanvasView

_SIZE = QSize(168, 104)
_INSET = 8


class Minimap(QWidget):
    """Repaints at most ten times a second, from the bounds of the nodes alone."""

    def __init__(self, view: CanvasView, theme: Theme) -> None:
        # Not a child of the viewport: that scrolls its children along.
        super().__init__(view)
        self._view, self._theme = view, theme
        self.setFixedSize(_SIZE)
        self.setAccessibleName(self.tr("Minimap"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._timer = QTimer(self, interval=100, singleShot=True)
        self._timer.timeout.connect(self.update)
        view.viewport_changed.connect(self.refresh)

    def set_theme(self, theme: Theme) -> None:
        """Redraw in other colours."""
        self._theme = theme
        self.update()

    def refresh(self) -> None:
        """Repaint soon."""
        if not self._timer.isActive():
            self._timer.start()

    def _world(self) -> QRectF:
        world = self._view.content_rect().united(self._view.visible_rect())
        return world if not world.isEmpty() else QRectF(0, 0, 100, 100)

    def _scale(self, world: QRectF) -> float:
        return min((_SIZE.width() - 2 * _INSET) / world.width(), (_SIZE.height() - 2 * _INSET) / world.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rectangle for each node, a frame for what is visible."""
        world = self._world()
        scale = self._scale(world)
        painter = QPainter(self)
        painter.setPen(self._theme.pen(self._theme.color("border")))
        painter.setBrush(self._theme.brush(self._theme.color("surface")))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.translate(self.rect().center())
        painter.scale(scale, scale)
        painter.translate(-world.center())
        painter.setPen(Qt.PenStyle.NoPen)
        for rect, color in self._view.overview():
            painter.fillRect(rect, color)
        pen = QPen(self._theme.color("accent"), 1.5)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._view.visible_rect())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while a button is down."""
        self._go(event.position())

    def _go(self, place: QPointF) -> None:
        world = self._world()
        scale = self._scale(world)
        self._view.centerOn(world.center() + (place - QPointF(self.rect().center())) / scale)
