"""EdgeItem: shows one BPMNEdge."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from procos_studio.canvas.crossings import Hops
from procos_studio.canvas.items.base import Item
from procos_studio.canvas.looks import EdgeLook
from procos_studio.canvas.painting.edges import Form, form_of, line_path, paint_edge
from procos_studio.canvas.theme import Theme
from procos_studio.model.geometry import Point

_HIT = 10.0
"""How wide the band is in which a line is hit."""
_ROOM = 8.0
"""How far heads and hops reach beyond the line."""


class EdgeItem(Item[EdgeLook]):
    """A flow; its own coordinates are the plane's. Paths are made when first needed: most lines are never near."""

    def __init__(self, look: EdgeLook, theme: Theme, hops: Callable[[str], Hops]) -> None:
        super().__init__(look, theme)
        self._hops = hops
        self._preview: tuple[Point, ...] = ()
        self._form: Form | None = None
        self._hit: QPainterPath | None = None
        self._box = QRectF()
        self.adopt()

    def adopt(self) -> None:
        """Take the way from the look."""
        self._preview = ()
        self._hit = None
        self.setPos(0, 0)
        self._rebuild()

    def displace(self, dx: float, dy: float) -> None:
        """Show it away from its place."""
        self.setPos(dx, dy)

    def preview(self, points: Sequence[Point]) -> None:
        """Show another way while a gesture lasts; none puts it back."""
        self.prepareGeometryChange()
        self._preview = tuple(points)
        self._rebuild()

    def forget_hops(self) -> None:
        """What it crosses has changed."""
        self._form = None
        self.update()

    @property
    def points(self) -> tuple[Point, ...]:
        """The way that it shows now."""
        return self._preview or self.look.points

    @property
    def form(self) -> Form:
        """What is painted."""
        if self._form is None:
            self._form = form_of(self.look, self.points, () if self._preview else self._hops(self.look.key))
        return self._form

    def _rebuild(self) -> None:
        self._form = None
        xs, ys = [point.x for point in self.points], [point.y for point in self.points]
        if xs:
            box = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            self._box = box.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)

    def boundingRect(self) -> QRectF:
        """The line with its heads."""
        return self._box

    def shape(self) -> QPainterPath:
        """A band around the line, without hops."""
        if self._hit is None:
            stroker = QPainterPathStroker()
            stroker.setWidth(_HIT)
            self._hit = stroker.createStroke(line_path(self.look.points))
        return self._hit

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the line under its mark."""
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        paint_edge(self.pencil(painter, scale), self.look, self.form)
