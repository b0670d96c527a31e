"""Pencil: the painter with the colours that a look has under its mark, and the few strokes that all painters share."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from procos_studio.canvas.looks import Look, ShapeLook
from procos_studio.canvas.marks import Mark, State
from procos_studio.canvas.text import NORMAL, Style, layout
from procos_studio.canvas.theme import Theme

READABLE = 0.45
"""Below this scale (1 is 100 %) text is too small to read and is left out."""

STATE_TOKENS = {
    State.ACTIVE: "accent",
    State.DONE: "done",
    State.WAITING: "waiting",
    State.FAILED: "failed",
    State.CANCELLED: "cancelled",
}


@dataclass(slots=True)
class Pencil:
    """What a painting function needs; `scale` is 1 at 100 %. Painter and scale are those of the present painting.

    `fresh` are the numbers of the lights that are just being filled, `filled` is how far (0 to 1).
    """

    painter: QPainter
    theme: Theme
    mark: Mark
    scale: float
    stroke: QColor
    fill: QColor
    text: QColor
    dim: QColor
    ink: QColor
    weight: float
    fresh: frozenset[int] = frozenset()
    filled: float = 1.0

    @property
    def readable(self) -> bool:
        """Whether text is worth painting."""
        return self.scale >= READABLE

    def draw(self, width: float | None = None, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPainter:
        """The painter set to the outline and fill of the look; `width` in units at 100 %."""
        self.painter.setPen(self.theme.pen(self.stroke, (width or 1.5) * self.weight, style))
        self.painter.setBrush(self.theme.brush(self.fill))
        return self.painter

    def outline(self, width: float = 1.5, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPainter:
        """The painter set to the outline only."""
        self.painter.setPen(self.theme.pen(self.stroke, width * self.weight, style))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        return self.painter

    def solid(self, color: QColor) -> QPainter:
        """The painter set to fill with a colour and draw no outline."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.theme.brush(color))
        return self.painter

    def glyph(
        self, path: QPainterPath, center: QPointF, *, filled: bool, scale: float = 1.0, width: float = 1.3
    ) -> None:
        """A glyph around `center`: outlined, or filled with the outline's colour and lined with the fill's."""
        painter = self.painter
        painter.save()
        painter.translate(center)
        painter.scale(scale, scale)
        if filled:
            painter.setPen(self.theme.pen(self.fill, 0.9))
            painter.setBrush(self.theme.brush(self.ink))
        else:
            painter.setPen(self.theme.pen(self.ink, width / scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.restore()

    def sign(self, path: QPainterPath, center: QPointF, color: QColor) -> None:
        """A filled sign without outline around `center`."""
        painter = self.solid(color)
        painter.translate(center)
        painter.drawPath(path)
        painter.translate(-center)

    def words(self, text: str, box: QRectF, lines: int, style: Style = NORMAL, *, color: QColor | None = None) -> None:
        """Text centred in a box."""
        block = layout(text, box.width(), lines, style)
        self.painter.setPen(color or self.text)
        block.paint(self.painter, box.x(), box.center().y() - block.height / 2)


def pencil_for(painter: QPainter, theme: Theme, look: Look, mark: Mark, selected: bool, scale: float) -> Pencil:
    """The pencil of a look: colours of its mark, else of the file, else of the theme."""
    stroke, fill = colors_of(theme, look, mark, selected)
    marked = mark.state in STATE_TOKENS
    weight = 1.4 if selected else 1.25 if marked else 1.0
    own_fill = isinstance(look, ShapeLook) and bool(look.fill)
    text = readable_on(theme, fill) if own_fill else theme.color("text")
    dim = text if own_fill else theme.color("text-dim")
    ink = text if own_fill and not marked else stroke
    return Pencil(painter, theme, mark, scale, stroke, fill, text, dim, ink, weight * theme.weight)


def colors_of(theme: Theme, look: Look, mark: Mark, selected: bool) -> tuple[QColor, QColor]:
    """The outline and the fill of a look under its mark."""
    stroke, fill = _own_colors(theme, look)
    token = STATE_TOKENS.get(mark.state)
    if token is not None:
        stroke = theme.color(token)
        if mark.state is not State.DONE or (isinstance(look, ShapeLook) and look.event):
            fill = theme.color(f"{token}-soft")
    return (theme.color("selection") if selected else stroke), fill


def _own_colors(theme: Theme, look: Look) -> tuple[QColor, QColor]:
    stroke = QColor(look.stroke) if look.stroke else QColor()
    if not isinstance(look, ShapeLook):
        return (stroke if stroke.isValid() else theme.color("flow")), theme.color("canvas")
    fill = QColor(look.fill) if look.fill else QColor()
    return (
        stroke if stroke.isValid() else theme.color(_STROKES.get(look.kind, "block-stroke")),
        fill if fill.isValid() else theme.color(_fill_token(look)),
    )


_STROKES = {"participant": "lane-stroke", "lane": "lane-stroke", "textAnnotation": "annotation"}


def _fill_token(look: ShapeLook) -> str:
    if look.kind.endswith("Gateway"):
        return "gateway"
    return "pool" if look.kind in ("participant", "lane") or look.expanded else "block"


def readable_on(theme: Theme, fill: QColor) -> QColor:
    """Black or white ink for a fill that the file chose, by its luminance (ITU-R BT.709 weights)."""
    if not fill.isValid() or fill.alpha() < 128:
        return theme.color("text")
    light = 0.2126 * fill.redF() + 0.7152 * fill.greenF() + 0.0722 * fill.blueF()
    return QColor("#14181d") if light > 0.45 else QColor("#ffffff")
