"""EdgeItem: shows one BPMNEdge."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from procos_studio.canvas.items.base import Item
from procos_studio.canvas.looks import EdgeLook
from procos_studio.canvas.painting.edges import line_path, paint_edge
from procos_studio.canvas.painting.pencil import pencil_for
from procos_studio.canvas.theme import Theme

_HIT = 10.0
"""How wide the band is in which a line is hit."""


class EdgeItem(Item[EdgeLook]):
    """A flow; its own coordinates are the plane's."""

    def __init__(self, look: EdgeLook, theme: Theme) -> None:
        super().__init__(look, theme)
        self._path = QPainterPath()
        self._hit: QPainterPath | None = None
        self._box = QRectF()
        self.adopt()

    def adopt(self) -> None:
        """Take path and stacking from the look."""
        self._path = line_path(self.look.points)
        self._hit = None
        self._box = self._path.boundingRect().adjusted(-8, -8, 8, 8)
        self.setZValue(self.look.z)
        self.setPos(0, 0)

    def displace(self, dx: float, dy: float) -> None:
        """Show it away from its place."""
        self.setPos(dx, dy)

    @property
    def path(self) -> QPainterPath:
        """Its line on the plane."""
        return self._path

    def boundingRect(self) -> QRectF:
        """The line with its heads."""
        return self._box

    def shape(self) -> QPainterPath:
        """A band around the line; made when first asked for, because most lines are never hit."""
        if self._hit is None:
            stroker = QPainterPathStroker()
            stroker.setWidth(_HIT)
            self._hit = stroker.createStroke(self._path)
        return self._hit

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the line under its mark."""
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        pencil = pencil_for(painter, self.theme, self.look, self.mark, self.selected, scale)
        paint_edge(pencil, self.look, self._path)
