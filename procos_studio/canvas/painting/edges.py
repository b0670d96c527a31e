"""Painting of flows: orthogonal lines with rounded corners, and the heads and tails of each kind."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

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

_HEADS = {"sequenceFlow": (10.5, 4.6), "messageFlow": (11.0, 5.0)}
"""Length and half width of a head by kind; the others have an open one."""
_OPEN_HEAD = (8.0, 5.0)
_START = 3.8
"""The radius of the circle from which a message flow starts."""


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


class Form(NamedTuple):
    """The parts of a flow, made once and painted many times: its line and the outlines of the heads at both ends."""

    points: tuple[Point, ...]
    path: QPainterPath
    head: QPolygonF
    back: QPolygonF


def form_of(look: EdgeLook, points: tuple[Point, ...], hops: Hops = ()) -> Form:
    """The parts of a flow along `points`."""
    head, back = QPolygonF(), QPolygonF()
    if len(points) > 1:
        if look.arrows in ("one", "both"):
            head = QPolygonF(_head(points[-2], points[-1], *_HEADS.get(look.kind, _OPEN_HEAD)))
        if look.arrows == "both":
            back = QPolygonF(_head(points[1], points[0], *_OPEN_HEAD))
    return Form(points, line_path(points, hops), head, back)


def paint_edge(pencil: Pencil, look: EdgeLook, form: Form) -> None:
    """The line of a flow with what its kind puts at the ends."""
    if len(form.points) < 2:
        return
    painter = pencil.outline(1.4, _STYLES.get(look.kind, Qt.PenStyle.SolidLine))
    painter.drawPath(form.path)
    if look.kind == "sequenceFlow":
        pencil.outline(1.0).setBrush(pencil.theme.brush(pencil.stroke))
        painter.drawPolygon(form.head)
        _tail(pencil, look, form.points)
    elif look.kind == "messageFlow":
        pencil.draw(1.3).drawPolygon(form.head)
        painter.drawEllipse(_towards(form.points[0], form.points[1], _START), _START, _START)
    else:
        pencil.outline(1.4).drawPolyline(form.head)
        painter.drawPolyline(form.back)


def _tail(pencil: Pencil, look: EdgeLook, points: Sequence[Point]) -> None:
    """A slash for the default flow, a diamond for a conditional one that leaves an activity."""
    if not (look.default or look.conditional):
        return
    start, towards = points[0], points[1]
    angle = math.atan2(towards.y - start.y, towards.x - start.x)
    painter = pencil.painter
    painter.save()
    painter.translate(*start)
    painter.rotate(math.degrees(angle))
    if look.default:
        pencil.outline(1.5).drawLine(QPointF(7, 5.5), QPointF(13, -5.5))
    else:
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
