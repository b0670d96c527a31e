"""TokenItem: a dot that moves along a flow while a token passes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from procos_studio.canvas.theme import Theme

RADIUS = 5.0
_Z_TOKEN = 500


class TokenItem(QGraphicsItem):
    """Never hit; small, so that moving it repaints little."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setZValue(_Z_TOKEN)

    def boundingRect(self) -> QRectF:
        """The dot."""
        room = RADIUS + 2
        return QRectF(-room, -room, 2 * room, 2 * room)

    def shape(self) -> QPainterPath:
        """Nothing of it is ever hit."""
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint a dot with a rim, so that it shows on any line."""
        painter.setPen(self._theme.pen(self._theme.color("canvas"), 1.5))
        painter.setBrush(self._theme.brush(self._theme.color("accent")))
        painter.drawEllipse(QPointF(), RADIUS, RADIUS)
