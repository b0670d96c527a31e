"""Painting of pools and lanes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from procos_studio.canvas import glyphs
from procos_studio.canvas.looks import ShapeLook
from procos_studio.canvas.painting.pencil import Pencil
from procos_studio.canvas.text import NORMAL, STRONG, Style, layout

HEADER = 30.0
"""How wide the band with the name is."""


def header_of(look: ShapeLook) -> QRectF:
    """The band that carries the name, in the shape's own coordinates; the whole box for a black-box pool."""
    width, height = look.bounds.width, look.bounds.height
    if look.kind == "participant" and not look.expanded:
        return QRectF(0, 0, width, height)
    return QRectF(0, 0, min(HEADER, width), height) if look.horizontal else QRectF(0, 0, width, min(HEADER, height))


def paint_participant(pencil: Pencil, look: ShapeLook) -> None:
    """A box with a named band; a black box has its name in the middle."""
    box, band = QRectF(0, 0, look.bounds.width, look.bounds.height), header_of(look)
    pencil.draw(1.4).drawRect(box)
    if band != box:
        if not look.fill:
            pencil.solid(pencil.theme.color("pool-header")).drawRect(band.adjusted(0.7, 0.7, -0.7, -0.7))
        _divide(pencil, look, band)
    if "parallel" in look.markers and pencil.scale > 0.3:
        pencil.glyph(glyphs.marker("parallel"), QPointF(box.center().x(), box.bottom() - 12), filled=True, scale=0.9)
    if pencil.readable:
        _title(pencil, look, band, STRONG, turned=look.horizontal and band != box)


def paint_lane(pencil: Pencil, look: ShapeLook) -> None:
    """A box with its name along the start of it."""
    box = QRectF(0, 0, look.bounds.width, look.bounds.height)
    (pencil.draw(1.1) if look.fill else pencil.outline(1.1)).drawRect(box)
    if pencil.readable and look.name:
        _title(pencil, look, header_of(look), NORMAL, turned=look.horizontal)


def _divide(pencil: Pencil, look: ShapeLook, band: QRectF) -> None:
    start, end = (band.topRight(), band.bottomRight()) if look.horizontal else (band.bottomLeft(), band.bottomRight())
    pencil.outline(1.1).drawLine(start, end)


def _title(pencil: Pencil, look: ShapeLook, band: QRectF, style: Style, *, turned: bool) -> None:
    if not turned:
        pencil.words(look.name, band.adjusted(6, 2, -6, -2), max(1, min(4, int(band.height() // 16))), style)
        return
    painter = pencil.painter
    block = layout(look.name, band.height() - 12, 2 if band.width() >= 30 else 1, style)
    painter.save()
    painter.translate(band.center())
    painter.rotate(-90)
    painter.setPen(pencil.text)
    block.paint(painter, -block.width / 2, -block.height / 2)
    painter.restore()
