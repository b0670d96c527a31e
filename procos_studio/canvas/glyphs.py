"""Glyphs: the signs inside BPMN shapes as painter paths, drawn in a box 24 wide and 24 high around the origin."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from procos_studio.canvas import iconfont

Corners = tuple[tuple[float, float], ...]


def _polygon(*corners: tuple[float, float], closed: bool = True) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    if closed:
        path.closeSubpath()
    return path


def _star(points: int, radius: float, turn: float = -90.0) -> Corners:
    angles = (math.radians(turn + 360 * index / points) for index in range(points))
    return tuple((radius * math.cos(angle), radius * math.sin(angle)) for angle in angles)


def _message() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(-8, -5.5, 16, 11))
    path.addPath(_polygon((-8, -5.5), (0, 1), (8, -5.5), closed=False))
    return path


def _timer() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), 8.5, 8.5)
    for x, y in _star(12, 1.0):
        path.moveTo(x * 6.8, y * 6.8)
        path.lineTo(x * 8.5, y * 8.5)
    path.addPath(_polygon((1.8, -5.5), (0, 0), (4.2, 1.2), closed=False))
    return path


def _conditional() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(-6, -7.5, 12, 15))
    for y in (-4.5, -1.5, 1.5, 4.5):
        path.moveTo(-4, y)
        path.lineTo(4, y)
    return path


def _compensation(size: float = 1.0) -> QPainterPath:
    left = _polygon((0, -5.5 * size), (-7 * size, 0), (0, 5.5 * size))
    right = _polygon((7 * size, -5.5 * size), (0, 0), (7 * size, 5.5 * size))
    left.addPath(right)
    return left


def _terminate() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), 8, 8)
    return path


def _cross(reach: float, half: float, turn: float) -> QPainterPath:
    """A cross of bars `2 * half` thick reaching `reach`, turned by degrees."""
    r, h = reach, half
    corners = (
        (-h, -r),
        (h, -r),
        (h, -h),
        (r, -h),
        (r, h),
        (h, h),
        (h, r),
        (-h, r),
        (-h, h),
        (-r, h),
        (-r, -h),
        (-h, -h),
    )
    angle = math.radians(turn)
    cos, sin = math.cos(angle), math.sin(angle)
    return _polygon(*((x * cos - y * sin, x * sin + y * cos) for x, y in corners))


EVENTS: Mapping[str, Callable[[], QPainterPath]] = {
    "message": _message,
    "timer": _timer,
    "escalation": lambda: _polygon((0, -8), (6.5, 7.5), (0, 1.5), (-6.5, 7.5)),
    "conditional": _conditional,
    "link": lambda: _polygon((-8, -3), (1.5, -3), (1.5, -6.5), (8.5, 0), (1.5, 6.5), (1.5, 3), (-8, 3)),
    "error": lambda: _polygon((-7.5, 7.5), (-3.2, -7), (2, 0), (7.5, -7.5), (3.2, 7), (-2, 0)),
    "cancel": lambda: _cross(8.5, 2.1, 45),
    "compensate": _compensation,
    "signal": lambda: _polygon((0, -7.5), (8, 6), (-8, 6)),
    "multiple": lambda: _polygon(*_star(5, 8.5)),
    "parallel": lambda: _cross(8.5, 2.4, 0),
    "terminate": _terminate,
}
"""The glyph of each kind of event definition; `none` and `reference` have none."""

TASK_ICONS: Mapping[str, str] = {
    "userTask": "mdi6.account-outline",
    "serviceTask": "mdi6.cog-outline",
    "scriptTask": "mdi6.script-text-outline",
    "sendTask": "mdi6.email",
    "receiveTask": "mdi6.email-outline",
    "manualTask": "mdi6.hand-back-right-outline",
    "businessRuleTask": "mdi6.table",
}
"""The qtawesome glyph of each kind of task."""


@cache
def event(kind: str) -> QPainterPath | None:
    """The glyph of a kind of event, None for those without."""
    maker = EVENTS.get(kind)
    return maker() if maker else None


@cache
def exclusive() -> QPainterPath:
    """The X of an exclusive gateway."""
    return _cross(9.5, 1.7, 45)


@cache
def plus(reach: float, half: float) -> QPainterPath:
    """The plus of a parallel gateway or of a collapsed sub-process."""
    return _cross(reach, half, 0)


@cache
def complex_star() -> QPainterPath:
    """The asterisk of a complex gateway."""
    path = _cross(11, 1.5, 0)
    return path.united(_cross(10, 1.5, 45))


@cache
def pentagon(radius: float) -> QPainterPath:
    """The pentagon of an event-based gateway."""
    return _polygon(*_star(5, radius))


@cache
def marker(name: str) -> QPainterPath:
    """An activity marker 14 units wide: `loop`, `parallel`, `sequential`, `compensation`, `adhoc`, `collapsed`."""
    return _MARKERS[name]()


def _bars(*bars: QRectF) -> QPainterPath:
    path = QPainterPath()
    for bar in bars:
        path.addRect(bar)
    return path


def _loop() -> QPainterPath:
    path = QPainterPath()
    path.arcMoveTo(QRectF(-5.5, -5.5, 11, 11), -60)
    path.arcTo(QRectF(-5.5, -5.5, 11, 11), -60, 300)
    end = path.currentPosition()
    path.addPath(
        _polygon((end.x() - 4.5, end.y() + 0.8), (end.x(), end.y()), (end.x() + 0.4, end.y() - 4.6), closed=False)
    )
    return path


def _tilde() -> QPainterPath:
    path = QPainterPath(QPointF(-6.5, 2))
    path.cubicTo(-4, -5, -2, -3, 0, 0)
    path.cubicTo(2, 3, 4, 4, 6.5, -2)
    return path


def _collapsed() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(-7, -7, 14, 14))
    path.addPath(_polygon((0, -4.5), (0, 4.5), closed=False))
    path.addPath(_polygon((-4.5, 0), (4.5, 0), closed=False))
    return path


_MARKERS: Mapping[str, Callable[[], QPainterPath]] = {
    "loop": _loop,
    "parallel": lambda: _bars(QRectF(-5.5, -6, 2.4, 12), QRectF(-1.2, -6, 2.4, 12), QRectF(3.1, -6, 2.4, 12)),
    "sequential": lambda: _bars(QRectF(-6, -5.5, 12, 2.4), QRectF(-6, -1.2, 12, 2.4), QRectF(-6, 3.1, 12, 2.4)),
    "compensation": lambda: _compensation(0.9),
    "adhoc": _tilde,
    "collapsed": _collapsed,
}
FILLED = frozenset({"parallel", "sequential"})
"""The markers that are filled and not only outlined."""


@cache
def icon(name: str, size: float) -> QPainterPath:
    """A qtawesome glyph as a path centred at the origin, `size` high or wide at most; empty for an unknown name."""
    path = QPainterPath()
    path.addText(0, 0, iconfont.font(name, 64), iconfont.character(name))
    box = path.boundingRect()
    if box.isEmpty():
        return path
    scale = size / max(box.width(), box.height())
    fit = QTransform.fromScale(scale, scale).translate(-box.center().x(), -box.center().y())
    return fit.map(path)
