"""Minimap: the whole plane in a corner, with the visible part framed; click or drag to go there."""

from __future__ import annotations

import time

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QShowEvent, QTransform
from PySide6.QtWidgets import QWidget

from procos_studio.canvas.theme import Theme
from procos_studio.canvas.turns import Turn
from procos_studio.canvas.view import CanvasView

_SIZE = QSize(168, 104)
_INSET = 8
_APART_MS = 100
"""From one picture to the next."""
_BUDGET = 0.003
"""Seconds for taking over what has changed before others have a turn."""


class Minimap(QWidget):
    """Keeps a picture of the nodes, made anew at most ten times a second; the canvas beneath repaints it more often."""

    def __init__(self, view: CanvasView, theme: Theme) -> None:
        # Not a child of the viewport: that scrolls its children along.
        super().__init__(view)
        self._view, self._theme = view, theme
        self._world = QRectF(0, 0, 100, 100)
        self._picture = QPixmap()
        self._shows: tuple[object, ...] = ()
        self.setFixedSize(_SIZE)
        self.setAccessibleName(self.tr("Minimap"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._turn = Turn(self, self._follow)
        view.viewport_changed.connect(self.refresh)

    def set_theme(self, theme: Theme) -> None:
        """Redraw in other colours."""
        self._theme = theme
        self._renew()

    def refresh(self) -> None:
        """Show soon what has changed."""
        if not self._turn.is_asked:
            self._turn.ask(_APART_MS)

    def _follow(self) -> None:
        """Take over a part of what has changed, and wait where more is left."""
        if self._view.overview.tiles.follow(time.perf_counter() + _BUDGET):
            self._renew()
        else:
            self._turn.ask()

    def _renew(self) -> None:
        self._world = self._view.content_rect().united(self._view.visible_rect())
        if self._world.isEmpty():
            self._world = QRectF(0, 0, 100, 100)
        tiles = self._view.overview.tiles
        shows = (tiles, tiles.revision, self._world, self._theme, self.devicePixelRatioF())
        if shows != self._shows and self.isVisible():
            self._shows, self._picture = shows, self._made()
        self.update()

    def _made(self) -> QPixmap:
        picture = QPixmap(self.size() * self.devicePixelRatioF())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setPen(self._theme.pen(self._theme.color("border")))
        painter.setBrush(self._theme.brush(self._theme.color("surface")))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setTransform(self._to_pixels(), combine=True)
        self._view.overview.paint_blocks(painter)
        painter.end()
        return picture

    def _to_pixels(self) -> QTransform:
        """From the plane to this widget."""
        world, room = self._world, QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        scale = min(room.width() / world.width(), room.height() / world.height())
        middle = room.center()
        return (
            QTransform.fromTranslate(middle.x(), middle.y())
            .scale(scale, scale)
            .translate(-world.center().x(), -world.center().y())
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed meanwhile."""
        super().showEvent(event)
        self._follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rectangle for each node, a frame for what is visible."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setPen(self._theme.pen(self._theme.color("accent"), 1.5))
        painter.setClipRect(self.rect().adjusted(1, 1, -1, -1))
        painter.drawRect(self._to_pixels().mapRect(self._view.visible_rect()))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while a button is down."""
        self._go(event.position())

    def _go(self, place: QPointF) -> None:
        to_plane, _ = self._to_pixels().inverted()
        self._view.centerOn(to_plane.map(place))
