"""Overlay: the one item above all others that shows handles, ghosts, guides and words of the gesture under way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from procos_studio.canvas.text import NORMAL, layout
from procos_studio.canvas.theme import Theme


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in a token's colour; `radius` in units, `weight` in pixels, filled faintly where `filled`."""

    rect: QRectF
    token: str = "selection"
    filled: bool = False
    dashed: bool = False
    radius: float = 0.0
    weight: float = 1.3


@dataclass(frozen=True, slots=True)
class Polyline:
    """A line through points."""

    points: tuple[QPointF, ...]
    token: str = "selection"
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A handle; `radius` in pixels at any zoom. Square handles resize, round ones connect or bend."""

    at: QPointF
    token: str = "selection"
    radius: float = 4.5
    square: bool = False
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Text beside a point, of the same size at any zoom."""

    at: QPointF
    text: str
    token: str = "text"


Primitive = Box | Polyline | Dot | Words
_WORDS_WIDTH = 300.0
_Z = 1000


class Overlay(QGraphicsItem):
    """Shows primitives by layer name; `scale` is 1 at 100 % and keeps handles the same size at any zoom."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._layers: dict[str, tuple[Primitive, ...]] = {}
        self._scale = 1.0
        self._box = QRectF()
        self.setZValue(_Z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def put(self, layer: str, primitives: Sequence[Primitive]) -> None:
        """Replace what a layer shows."""
        made = tuple(primitives)
        if self._layers.get(layer, ()) != made:
            self._layers[layer] = made
            self._measure()

    def layer(self, name: str) -> tuple[Primitive, ...]:
        """What a layer shows now."""
        return self._layers.get(name, ())

    def set_scale(self, scale: float) -> None:
        """Follow the zoom of the view."""
        if scale != self._scale:
            self._scale = scale
            self._measure()

    def _measure(self) -> None:
        self.prepareGeometryChange()
        box = QRectF()
        for primitives in self._layers.values():
            for primitive in primitives:
                box = box.united(self._extent(primitive))
        self._box = box
        self.update()

    def _extent(self, primitive: Primitive) -> QRectF:
        room = 12 / self._scale
        match primitive:
            case Box(rect=rect):
                return rect.adjusted(-room, -room, room, room)
            case Polyline(points=points):
                return QPolygonF(list(points)).boundingRect().adjusted(-room, -room, room, room)
            case Dot(at=at):
                return QRectF(at.x() - room, at.y() - room, 2 * room, 2 * room)
            case Words(at=at):
                return QRectF(at.x(), at.y(), (_WORDS_WIDTH + 40) / self._scale, 100 / self._scale)

    def boundingRect(self) -> QRectF:
        """What all primitives cover."""
        return self._box

    def shape(self) -> QPainterPath:
        """Nothing of it is ever hit."""
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint every layer, in the order in which they first came."""
        self.paint_on(painter)

    def paint_on(self, painter: QPainter) -> None:
        """Paint with a painter whose coordinates are the plane's."""
        for primitives in self._layers.values():
            for primitive in primitives:
                self._paint(painter, primitive)

    def _paint(self, painter: QPainter, primitive: Primitive) -> None:
        color = self.theme.color(primitive.token)
        match primitive:
            case Box():
                self._prepare(painter, color, primitive.dashed, primitive.weight)
                if primitive.filled:
                    painter.setBrush(_faint(color))
                painter.drawRoundedRect(primitive.rect, primitive.radius, primitive.radius)
            case Polyline():
                self._prepare(painter, color, primitive.dashed)
                painter.drawPolyline(QPolygonF(list(primitive.points)))
            case Dot():
                self._dot(painter, primitive, color)
            case Words():
                self._words(painter, primitive, color)

    def _prepare(self, painter: QPainter, color: QColor, dashed: bool, weight: float = 1.3) -> None:
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(self.theme.pen(color, weight * self.theme.weight / self._scale, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _dot(self, painter: QPainter, dot: Dot, color: QColor) -> None:
        radius = dot.radius / self._scale
        painter.setPen(self.theme.pen(color, 1.4 / self._scale))
        painter.setBrush(color if dot.filled else self.theme.color("surface"))
        if dot.square:
            painter.drawRect(QRectF(dot.at.x() - radius, dot.at.y() - radius, 2 * radius, 2 * radius))
        else:
            painter.drawEllipse(dot.at, radius, radius)

    def _words(self, painter: QPainter, words: Words, color: QColor) -> None:
        block = layout(words.text, _WORDS_WIDTH, 4, NORMAL, centered=False)
        painter.save()
        painter.translate(words.at)
        painter.scale(1 / self._scale, 1 / self._scale)
        painter.translate(16, 16)
        painter.setPen(self.theme.pen(self.theme.color("border"), 1))
        painter.setBrush(self.theme.color("surface"))
        painter.drawRoundedRect(QRectF(0, 0, block.used + 16, block.height + 10), 6, 6)
        painter.setPen(color)
        block.paint(painter, 8, 5)
        painter.restore()


def _faint(color: QColor) -> QColor:
    faint = QColor(color)
    faint.setAlpha(26)
    return faint
