"""Backdrop: what lies behind the items: the grid of dots, and on an empty plane what to do next."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter

from procos_studio.canvas.text import Style, layout
from procos_studio.canvas.theme import Theme

STEP = 20.0
"""Units between two dots at 100 %."""

_HEADING, _HINT = Style(18, True), Style(14)


def paint_grid(painter: QPainter, area: QRectF, theme: Theme, scale: float) -> None:
    """Ground and dots; far out every fourth dot, then none."""
    painter.fillRect(area, theme.color("canvas"))
    step = STEP if scale >= 0.6 else STEP * 4
    if step * scale < 8:
        return
    left, top = math.floor(area.left() / step) * step, math.floor(area.top() / step) * step
    columns, rows = int(area.width() / step) + 2, int(area.height() / step) + 2
    points = [QPointF(left + x * step, top + y * step) for x in range(columns) for y in range(rows)]
    painter.setPen(theme.pen(theme.color("grid"), 1.6 / max(scale, 0.5)))
    painter.drawPoints(points)


def paint_hint(painter: QPainter, view: QRectF, theme: Theme) -> None:
    """What to do on an empty plane; `view` is the viewport in pixels."""
    heading = QCoreApplication.translate("Canvas", "Start here")
    hint = QCoreApplication.translate(
        "Canvas", "Drag a block from the list, or double-click anywhere and type what you need."
    )
    title = layout(heading, view.width() - 48, 1, _HEADING)
    body = layout(hint, min(420.0, view.width() - 48), 3, _HINT)
    top = view.center().y() - (title.height + body.height + 8) / 2
    painter.setPen(theme.color("text-dim"))
    title.paint(painter, view.center().x() - title.width / 2, top)
    painter.setPen(theme.color("text-faint"))
    body.paint(painter, view.center().x() - body.width / 2, top + title.height + 8)
