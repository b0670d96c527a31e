"""ShapeItem: shows one BPMNShape."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from procos_studio.canvas.items.base import Item
from procos_studio.canvas.looks import ShapeLook
from procos_studio.canvas.marks import NONE
from procos_studio.canvas.painting.activities import RADIUS, paint_activity
from procos_studio.canvas.painting.badges import NOTE_HEIGHT, NOTE_WIDTH, REACH, paint_badges, paint_under
from procos_studio.canvas.painting.commented import paint_commented_out
from procos_studio.canvas.painting.data import paint_annotation, paint_data_object, paint_data_store, paint_group
from procos_studio.canvas.painting.nodes import diamond, paint_event, paint_gateway
from procos_studio.canvas.painting.pencil import Pencil
from procos_studio.canvas.painting.pools import header_of, paint_lane, paint_participant
from procos_studio.canvas.theme import Theme
from procos_studio.model.records import EVENTS, GATEWAYS

Paint = Callable[[Pencil, ShapeLook], None]

PAINTERS: Mapping[str, Paint] = {
    **dict.fromkeys(EVENTS, paint_event),
    **dict.fromkeys(GATEWAYS, paint_gateway),
    "participant": paint_participant,
    "lane": paint_lane,
    "dataStore": paint_data_store,
    "dataStoreReference": paint_data_store,
    "dataObject": paint_data_object,
    "dataObjectReference": paint_data_object,
    "dataInput": paint_data_object,
    "dataOutput": paint_data_object,
    "textAnnotation": paint_annotation,
    "group": paint_group,
}
"""How each kind is painted; every other kind is an activity."""

_CORNERS: Mapping[Paint, float] = {paint_event: 0.15, paint_gateway: 0.25}
"""How far inside of the corners of its bounds the outline of a shape is, as a part of their size."""


class ShapeItem(Item[ShapeLook]):
    """A shape at its place; its own coordinates begin at its top left."""

    def __init__(self, look: ShapeLook, theme: Theme) -> None:
        super().__init__(look, theme)
        self._box = QRectF()
        self._fresh: frozenset[int] = frozenset()
        self._filled = 1.0
        self.adopt()

    def adopt(self) -> None:
        """Take position and size from the look."""
        bounds = self.look.bounds
        self._box = QRectF(0, 0, bounds.width, bounds.height)
        self._paint = PAINTERS.get(self.look.kind, paint_activity)
        self.setPos(bounds.x, bounds.y)

    def displace(self, dx: float, dy: float) -> None:
        """Show it away from its place."""
        self.setPos(self.look.bounds.x + dx, self.look.bounds.y + dy)

    def fill_lights(self, fresh: frozenset[int], part: float) -> None:
        """Show some of the lights filled in part, from 0 to 1."""
        self._fresh, self._filled = fresh, part
        self.update()

    def boundingRect(self) -> QRectF:
        """The box with room for badges, and for a note where there is one."""
        box = self._box.adjusted(-REACH, -REACH, REACH, REACH)
        if self.mark.note:
            box = box.united(QRectF(0, -NOTE_HEIGHT, NOTE_WIDTH, NOTE_HEIGHT))
        return box

    def shape(self) -> QPainterPath:
        """Where it is hit: all of it; of pools, lanes and groups only the band with the name and the border."""
        path = QPainterPath()
        if self.look.kind in ("participant", "lane") and header_of(self.look) != self._box:
            path.addRect(header_of(self.look))
            path.addPath(_frame(self._box))
        elif self.look.kind == "group":
            path.addPath(_frame(self._box))
        else:
            path.addRect(self._box)
        return path

    def contains_point(self, point: QPointF) -> bool:
        """Whether a point of the plane lies in the box, borders included."""
        return self._box.translated(self.pos()).contains(point)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the look under its mark."""
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        pencil = self.pencil(painter, scale)
        pencil.fresh, pencil.filled = self._fresh, self._filled
        marked = self.mark != NONE
        if marked:
            paint_under(pencil, self._halo)
        if self.look.commented_out:
            paint_commented_out(pencil, self.look, self._box, self._paint)
        else:
            self._paint(pencil, self.look)
        if marked:
            paint_badges(pencil, self._box, _CORNERS.get(self._paint, 0.0))

    def _halo(self, reach: float) -> QPainterPath:
        """Its outline, so many units around it."""
        box, path = self._box.adjusted(-reach, -reach, reach, reach), QPainterPath()
        if self._paint is paint_event:
            path.addEllipse(box)
        elif self._paint is paint_gateway:
            path.addPolygon(diamond(box.adjusted(-reach / 2, -reach / 2, reach / 2, reach / 2)))
        else:
            path.addRoundedRect(box, RADIUS + reach - 2, RADIUS + reach - 2)
        return path


def _frame(box: QRectF) -> QPainterPath:
    """A band of ten units along the border."""
    path = QPainterPath()
    path.addRect(box.adjusted(-4, -4, 4, 4))
    inner = QPainterPath()
    inner.addRect(box.adjusted(6, 6, -6, -6))
    return path.subtracted(inner)
