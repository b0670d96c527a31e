"""LabelItem: shows the name beside a shape or along a flow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from procos_studio.canvas.labels import Placed, most_room, place
from procos_studio.canvas.looks import Look, ShapeLook
from procos_studio.canvas.painting.pencil import READABLE, readable_on
from procos_studio.canvas.theme import Theme

Z_LABEL = 400
"""How high labels are stacked: above every shape and edge."""


class LabelItem(QGraphicsItem):
    """The outer label of a look; hit and moved apart from its owner, selected with it."""

    def __init__(self, look: Look, theme: Theme, ground_at: Callable[[QPointF], str]) -> None:
        super().__init__()
        self._ground_at = ground_at
        self.look = look
        self.theme = theme
        self.selected = False
        self._placed: Placed | None = None
        self._room = QRectF(*most_room(look))

    @property
    def placed(self) -> Placed:
        """The text laid out; most labels of a large plane are never near enough to be."""
        if self._placed is None:
            self._placed = place(self.look)
        return self._placed

    def set_look(self, look: Look) -> None:
        """Show the label of another look of the same element."""
        self.prepareGeometryChange()
        self.look = look
        self._placed, self._room = None, QRectF(*most_room(look))
        self.setPos(0, 0)
        self.update()

    def set_selected(self, selected: bool) -> None:
        """Show whether its owner is selected."""
        if selected != self.selected:
            self.selected = selected
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme from now on."""
        self.theme = theme
        self.update()

    def displace(self, dx: float, dy: float) -> None:
        """Show it away from its place while a gesture lasts."""
        self.setPos(dx, dy)

    def boundingRect(self) -> QRectF:
        """What the text covers at most; to say more of it would mean to lay it out."""
        return self._room

    def text_rect(self) -> QRectF:
        """What the text covers, with a little room; on the plane, where it is shown now."""
        return self._covered().translated(self.pos())

    def shape(self) -> QPainterPath:
        """Where it is hit."""
        path = QPainterPath()
        path.addRect(self._covered())
        return path

    def _covered(self) -> QRectF:
        return covered(self.placed)

    def _ground(self) -> QRectF:
        """What of the box lies outside the shape that it names."""
        box = self._covered()
        if isinstance(self.look, ShapeLook) and self.look.kind != "group":
            own = self.look.bounds
            if box.center().y() > own.bottom:
                box.setTop(max(box.top(), own.bottom + 2))
            elif box.center().y() < own.y:
                box.setBottom(min(box.bottom(), own.y - 2))
        return box

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the text on a faint ground, so that lines beneath do not cross it out."""
        if option.levelOfDetailFromTransform(painter.worldTransform()) < READABLE:
            return
        ground, text = QColor(self.theme.color("canvas")), self.theme.color("text")
        own = self._ground_at(self.text_rect().center())
        if own and QColor(own).isValid():
            ground, text = QColor(own), readable_on(self.theme, QColor(own))
        ground.setAlpha(215)
        painter.fillRect(self._ground(), ground)
        painter.setPen(self.theme.color("selection") if self.selected else text)
        self.placed.block.paint(painter, self.placed.x, self.placed.y)


def covered(placed: Placed) -> QRectF:
    """What a label covers where it belongs, with a little room."""
    return QRectF(*placed.bounds).adjusted(-3, -1, 3, 1)
