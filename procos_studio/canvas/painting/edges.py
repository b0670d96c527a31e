"""Painting of flows: orthogonal lines with rounded corners, and the heads and tails of each kind."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from procos_studio.canvas.looks import EdgeLook
from procos_studio.canvas.painting.pencil import Pencil
from procos_studio.model.geometry import Point

CORNER = 6.0
_STYLES = {
    "messageFlow": Qt.PenStyle.DashLine,
    "association": Qt.PenStyle.DotLine,
    "dataAssociation": Qt.PenStyle.DotLine,
}


def line_path(points: Sequence[Point]) -> QPainterPath:
    """The line through the points, with rounded corners."""
    path = QPainterPath()
    if len(points) < 2:
        return path
    path.moveTo(*points[0])
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(here, before, CORNER))
        path.quadTo(QPointF(*here), _towards(here, after, CORNER))
    path.lineTo(*points[-1])
    return path


def paint_edge(pencil: Pencil, look: EdgeLook, path: QPainterPath) -> None:
    """The line of a flow with what its kind puts at the ends."""
    if len(look.points) < 2:
        return
    pencil.outline(1.4, _STYLES.get(look.kind, Qt.PenStyle.SolidLine)).drawPath(path)
    if pencil.scale <= 0.2:
        return
    points = look.points
    if look.kind == "sequenceFlow":
        _filled_head(pencil, points[-2], points[-1])
        _tail(pencil, look)
    elif look.kind == "messageFlow":
        _hollow_head(pencil, points[-2], points[-1])
        pencil.draw(1.3).drawEllipse(QPointF(*points[0]), 3.8, 3.8)
    else:
        if look.arrows in ("one", "both"):
            _open_head(pencil, points[-2], points[-1])
        if look.arrows == "both":
            _open_head(pencil, points[1], points[0])


def _filled_head(pencil: Pencil, before: Point, tip: Point) -> None:
    pencil.outline(1.0)
    pencil.painter.setBrush(pencil.theme.brush(pencil.stroke))
    pencil.painter.drawPolygon(QPolygonF(_head(before, tip, 10.5, 4.6)))


def _hollow_head(pencil: Pencil, before: Point, tip: Point) -> None:
    pencil.draw(1.3).drawPolygon(QPolygonF(_head(before, tip, 11, 5)))


def _open_head(pencil: Pencil, before: Point, tip: Point) -> None:
    left, end, right = _head(before, tip, 8, 5)
    pencil.outline(1.4).drawPolyline(QPolygonF((left, end, right)))


def _tail(pencil: Pencil, look: EdgeLook) -> None:
    """A slash for the default flow, a diamond for a conditional one that leaves an activity."""
    start, towards = look.points[0], look.points[1]
    angle = math.atan2(towards.y - start.y, towards.x - start.x)
    painter = pencil.painter
    painter.save()
    painter.translate(*start)
    painter.rotate(math.degrees(angle))
    if look.default:
        pencil.outline(1.5).drawLine(QPointF(7, 5.5), QPointF(13, -5.5))
    elif look.conditional:
        diamond = (QPointF(0, 0), QPointF(8, -4.6), QPointF(16, 0), QPointF(8, 4.6))
        pencil.draw(1.3).drawPolygon(QPolygonF(diamond))
    painter.restore()


def _head(before: Point, tip: Point, length: float, half: float) -> tuple[QPointF, QPointF, QPointF]:
    angle = math.atan2(tip.y - before.y, tip.x - before.x)
    cos, sin = math.cos(angle), math.sin(angle)
    back_x, back_y = tip.x - length * cos, tip.y - length * sin
    left = QPointF(back_x - half * sin, back_y + half * cos)
    right = QPointF(back_x + half * sin, back_y - half * cos)
    return left, QPointF(*tip), right


def _towards(start: Point, end: Point, most: float) -> QPointF:
    """The point at most `most` and at most half way from start to end."""
    length = math.hypot(end.x - start.x, end.y - start.y)
    if length == 0:
        return QPointF(*start)
    part = min(most, length / 2) / length
    return QPointF(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)
