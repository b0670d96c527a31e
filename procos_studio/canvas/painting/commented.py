"""Painting of what is commented out: faint, and struck through, so that nobody takes it for part of the run."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF

from procos_studio.canvas.looks import ShapeLook
from procos_studio.canvas.painting.pencil import Pencil

_FAINT = 0.4
_REACH = 5.0
"""How far the stroke goes beyond the shape."""


def paint_commented_out(
    pencil: Pencil, look: ShapeLook, box: QRectF, paint: Callable[[Pencil, ShapeLook], None]
) -> None:
    """What `paint` paints, faintly, under a stroke from corner to corner."""
    painter = pencil.painter
    before = painter.opacity()
    painter.setOpacity(before * _FAINT)
    paint(pencil, look)
    painter.setOpacity(before)
    painter.setPen(pencil.theme.pen(pencil.theme.color("cancelled"), 2.0))
    around = box.adjusted(-_REACH, -_REACH, _REACH, _REACH)
    painter.drawLine(around.bottomLeft(), around.topRight())
