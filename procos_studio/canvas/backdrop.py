"""Backdrop: what lies behind the items: the grid of dots, and on an empty plane what to do next."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from procos_studio.canvas.text import Style, layout
from procos_studio.canvas.theme import Theme

STEP = 20.0
"""Units between two dots at 100 %."""
DOT = 2
"""The width and height of a dot, in pixels."""

_HEADING, _HINT = Style(18, True), Style(14)


def paint_grid(painter: QPainter, area: QRectF, theme: Theme, scale: float) -> None:
    """Ground and dots over a part of the plane; far out every fourth dot, then none."""
    painter.fillRect(area, theme.color("canvas"))
    step = STEP if scale >= 0.6 else STEP * 4
    if step * scale < 8:
        return
    transform = painter.worldTransform()
    apart, origin = step * transform.m11(), transform.map(QPointF(0.0, 0.0)).x()
    row = _row(painter.device().width(), apart, round(origin - math.floor(origin / apart) * apart, 6), _ink(theme))
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.resetTransform()
    for index in range(math.floor(area.top() / step), math.ceil(area.bottom() / step) + 1):
        painter.drawImage(0, _nearest(transform.map(QPointF(0.0, index * step)).y()), row)
    painter.restore()


def _ink(theme: Theme) -> int:
    return theme.color("grid").rgba()


@lru_cache(maxsize=8)
def _row(width: int, apart: float, first: float, color: int) -> QImage:
    """One row of dots, `DOT` pixels high and as wide as the picture, the second at `first` and all `apart` pixels.

    Painting it again and again is a hundred times faster than drawing points.
    """
    row = QImage(max(1, width), DOT, QImage.Format.Format_ARGB32_Premultiplied)
    row.fill(Qt.GlobalColor.transparent)
    dots = QPainter(row)
    for index in range(-1, math.ceil(width / apart) + 1):
        dots.fillRect(_nearest(first + index * apart), 0, DOT, DOT, QColor.fromRgba(color))
    dots.end()
    return row


def _nearest(value: float) -> int:
    """Rounds halves up, so that scrolling by whole pixels moves every dot by as many."""
    return math.floor(value + 0.5)


def paint_hint(port: QWidget, theme: Theme) -> None:
    """What to do on an empty plane, in the middle of the viewport."""
    heading = QCoreApplication.translate("Canvas", "Start here")
    hint = QCoreApplication.translate(
        "Canvas", "Drag a block from the list, or double-click anywhere and type what you need."
    )
    painter, view = QPainter(port), QRectF(port.rect())
    title = layout(heading, view.width() - 48, 1, _HEADING)
    body = layout(hint, min(420.0, view.width() - 48), 3, _HINT)
    top = view.center().y() - (title.height + body.height + 8) / 2
    painter.setPen(theme.color("text-dim"))
    title.paint(painter, view.center().x() - title.width / 2, top)
    painter.setPen(theme.color("text-faint"))
    body.paint(painter, view.center().x() - body.width / 2, top + title.height + 8)
    painter.end()
