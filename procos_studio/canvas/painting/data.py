"""Painting of data objects, data stores, annotations and groups."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from procos_studio.canvas import glyphs
from procos_studio.canvas.looks import ShapeLook
from procos_studio.canvas.painting.pencil import Pencil
from procos_studio.canvas.text import NORMAL, layout


def paint_data_object(pencil: Pencil, look: ShapeLook) -> None:
    """A sheet with a folded corner; inputs and outputs carry an arrow, collections three bars."""
    width, height = look.bounds.width, look.bounds.height
    fold = min(width, height) * 0.28
    sheet = (
        QPointF(0, 0),
        QPointF(width - fold, 0),
        QPointF(width, fold),
        QPointF(width, height),
        QPointF(0, height),
    )
    pencil.draw().drawPolygon(QPolygonF(sheet))
    corner = (QPointF(width - fold, 0), QPointF(width - fold, fold), QPointF(width, fold))
    pencil.outline(1.2).drawPolyline(QPolygonF(corner))
    if look.kind in ("dataInput", "dataOutput"):
        sign = glyphs.event("link")
        if sign is not None:
            pencil.glyph(sign, QPointF(11, 11), filled=look.kind == "dataOutput", scale=0.6)
    if "parallel" in look.markers:
        pencil.glyph(glyphs.marker("parallel"), QPointF(width / 2, height - 8), filled=True, scale=0.8)


def paint_data_store(pencil: Pencil, look: ShapeLook) -> None:
    """A drum."""
    width, height = look.bounds.width, look.bounds.height
    lid = min(height * 0.25, 14.0)
    drum = QPainterPath(QPointF(0, lid / 2))
    drum.arcTo(QRectF(0, 0, width, lid), 180, -180)
    drum.lineTo(width, height - lid / 2)
    drum.arcTo(QRectF(0, height - lid, width, lid), 0, -180)
    drum.closeSubpath()
    pencil.draw().drawPath(drum)
    painter = pencil.outline(1.2)
    for step in range(3):
        painter.drawArc(QRectF(0, step * lid * 0.35, width, lid), 180 * 16, 180 * 16)


def paint_annotation(pencil: Pencil, look: ShapeLook) -> None:
    """Text behind an open bracket."""
    width, height = look.bounds.width, look.bounds.height
    reach = min(12.0, width)
    bracket = (QPointF(reach, 0), QPointF(0, 0), QPointF(0, height), QPointF(reach, height))
    if look.fill:
        pencil.solid(pencil.fill).drawRect(QRectF(0, 0, width, height))
    pencil.outline(1.4).drawPolyline(QPolygonF(bracket))
    if pencil.readable:
        block = layout(look.name, width - 12, max(1, int((height - 4) // 15)), NORMAL, centered=False)
        pencil.painter.setPen(pencil.text)
        block.paint(pencil.painter, 8, 4)


def paint_group(pencil: Pencil, look: ShapeLook) -> None:
    """A rounded frame of dashes and dots, with nothing behind it."""
    box = QRectF(0, 0, look.bounds.width, look.bounds.height)
    pencil.outline(1.5, Qt.PenStyle.DashDotLine).drawRoundedRect(box, 10, 10)
