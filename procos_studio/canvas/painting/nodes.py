"""Painting of events and gateways, as BPMN 2.0 section 12 (notation) draws them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from procos_studio.canvas import glyphs
from procos_studio.canvas.looks import ShapeLook
from procos_studio.canvas.painting.pencil import Pencil

DASHED = Qt.PenStyle.DashLine


def paint_event(pencil: Pencil, look: ShapeLook) -> None:
    """A circle: thin to start, double in between, thick to end; dashed where it does not interrupt."""
    width, height = look.bounds.width, look.bounds.height
    box = QRectF(0, 0, width, height)
    style = Qt.PenStyle.SolidLine if look.interrupting else DASHED
    thick = 3.2 if look.kind == "endEvent" else 1.5
    pencil.draw(thick, style).drawEllipse(box)
    if look.kind in ("intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "implicitThrowEvent"):
        pencil.outline(1.3, style).drawEllipse(box.adjusted(3, 3, -3, -3))
    sign = glyphs.event(look.event)
    if sign is not None and pencil.scale > 0.25:
        # A terminate or a start in an end circle is always solid; others say by their fill whether they throw.
        filled = look.throwing or look.event == "terminate"
        pencil.glyph(sign, box.center(), filled=filled, scale=min(width, height) / 36)


def paint_gateway(pencil: Pencil, look: ShapeLook) -> None:
    """A diamond with the sign of its kind."""
    width, height = look.bounds.width, look.bounds.height
    pencil.draw().drawPolygon(diamond(QRectF(0, 0, width, height)))
    if pencil.scale <= 0.25:
        return
    center, scale = QPointF(width / 2, height / 2), min(width, height) / 50
    if look.kind == "eventBasedGateway":
        _event_based(pencil, look, center, scale)
    elif look.kind == "inclusiveGateway":
        pencil.outline(2.6).drawEllipse(center, 11 * scale, 11 * scale)
    else:
        pencil.glyph(_sign(look.kind), center, filled=True, scale=scale)


def diamond(box: QRectF) -> QPolygonF:
    """The diamond that fills a box."""
    middle = box.center()
    tops = (QPointF(middle.x(), box.top()), QPointF(box.right(), middle.y()))
    return QPolygonF((*tops, QPointF(middle.x(), box.bottom()), QPointF(box.left(), middle.y())))


def _sign(kind: str) -> QPainterPath:
    if kind == "parallelGateway":
        return glyphs.plus(11.5, 1.8)
    return glyphs.complex_star() if kind == "complexGateway" else glyphs.exclusive()


def _event_based(pencil: Pencil, look: ShapeLook, center: QPointF, scale: float) -> None:
    painter = pencil.outline(1.1)
    painter.drawEllipse(center, 14 * scale, 14 * scale)
    if not look.instantiating:
        painter.drawEllipse(center, 11.5 * scale, 11.5 * scale)
    pencil.glyph(glyphs.pentagon(8), center, filled=False, scale=scale)
