"""Painting of flows: orthogonal lines with rounded corners, and the heads and tails of each kind."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from procos_studio.canvas.crossings import Hops
from procos_studio.canvas.looks import EdgeLook
from procos_studio.canvas.painting.pencil import Pencil
from procos_studio.model.geometry import Point

CORNER = 6.0
HOP = 4.5
"""The radius of a hop."""
_STYLES = {
    "messageFlow": Qt.PenStyle.DashLine,
    "association": Qt.PenStyle.DotLine,
    "dataAssociation": Qt.PenStyle.DotLine,
}


def line_path(points: Sequence[Point], hops: Hops = ()) -> QPainterPath:
    """The line through points: corners rounded, with a small arc at each hop."""
    path = QPainterPath()
    if len(points) < 2:
        return path
    path.moveTo(*points[0])
    last = len(points) - 2
    for number, (start, end) in enumerate(pairwise(points)):
        if hops and hops[number]:
            _add_hops(path, hops[number], start, end)
        if number == last:
            path.lineTo(*end)
        else:
            path.lineTo(_towards(end, start, CORNER))
            path.quadTo(QPointF(*end), _towards(end, points[number + 2], CORNER))
    return path


def _add_hops(path: QPainterPath, places: Sequence[float], start: Point, end: Point) -> None:
    """Arcs above a level piece; those too near to the one before share its arc."""
    rightwards = end.x > start.x
    for first, last in _groups(places):
        box = QRectF(min(first, last) - HOP, start.y - HOP, abs(last - first) + 2 * HOP, 2 * HOP)
        path.lineTo(box.left() if rightwards else box.right(), start.y)
        path.arcTo(box, 180 if rightwards else 0, -180 if rightwards else 180)


def _groups(places: Sequence[float]) -> list[tuple[float, float]]:
    found = [(places[0], places[0])]
    for place in places[1:]:
        if abs(place - found[-1][1]) < 2 * HOP + 2:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found


def paint_edge(pencil: Pencil, look: EdgeLook, path: QPainterPath, points: Sequence[Point]) -> None:
    """The line of a flow through `points`, with what its kind puts at the ends."""
    if len(points) < 2:
        return
    pencil.outline(1.4, _STYLES.get(look.kind, Qt.PenStyle.SolidLine)).drawPath(path)
    if pencil.scale <= 0.2:
        return
    if look.kind == "sequenceFlow":
        _filled_head(pencil, points[-2], points[-1])
        _tail(pencil, look, points)
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


def _tail(pencil: Pencil, look: EdgeLook, points: Sequence[Point]) -> None:
    """A slash for the default flow, a diamond for a conditional one that leaves an activity."""
    start, towards = points[0], points[1]
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
