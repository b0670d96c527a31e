"""Painting of marks: state and token badges, the note above a block, findings, breakpoints, heat and search hits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath

from procos_studio.canvas import glyphs
from procos_studio.canvas.marks import Breakpoint, Mark, State
from procos_studio.canvas.painting.pencil import STATE_TOKENS, Pencil
from procos_studio.canvas.text import SMALL, Style, layout
from procos_studio.canvas.theme import GLYPHS
from procos_studio.problems import Severity

REACH = 14.0
"""How far badges reach beyond the shape."""

NOTE_HEIGHT = 26.0
NOTE_WIDTH = 280.0
"""The room above a shape that a note takes."""

_SEVERITIES = {
    Severity.ERROR: ("failed", "mdi6.alert-octagon"),
    Severity.WARNING: ("waiting", "mdi6.alert"),
    Severity.INFO: ("accent", "mdi6.information"),
}
_COUNT = Style(11, True)


def paint_badges(pencil: Pencil, box: QRectF, corner: float) -> None:
    """Everything that a mark adds around `box`, the shape's bounds, whose outline is so far inside of its corners."""
    mark = pencil.mark
    if mark.note and pencil.readable:
        _note(pencil, box, mark)
    box = box.adjusted(corner * box.width(), corner * box.height(), -corner * box.width(), -corner * box.height())
    if mark.tokens:
        _count(pencil, box.topRight(), mark.tokens)
    elif mark.state not in (State.IDLE, State.ACTIVE):
        _badge(pencil, box.topRight(), STATE_TOKENS[mark.state], GLYPHS[mark.state])
    if mark.severity is not None:
        token, icon = _SEVERITIES[mark.severity]
        _finding(pencil, box.topLeft(), pencil.theme.color(token), icon)
    if mark.breakpoint:
        paint_breakpoint(pencil, box.bottomLeft(), mark.breakpoint)
    if mark.is_now:
        _arrow(pencil, QPointF(box.left(), box.center().y()))


def paint_under(pencil: Pencil, halo: Callable[[float], QPainterPath]) -> None:
    """What lies behind a shape: heat, search hits, a stopped run. `halo` is its outline, so many units around it."""
    mark, theme = pencil.mark, pencil.theme
    if mark.heat is not None:
        color = QColor(theme.color("failed"))
        color.setAlphaF(0.08 + 0.32 * min(1.0, max(0.0, mark.heat)))
        pencil.solid(color).drawPath(halo(10))
    if mark.found:
        color = QColor(theme.color("waiting"))
        color.setAlphaF(0.35)
        pencil.solid(color).drawPath(halo(6))
    if mark.is_now:
        color = QColor(theme.color("accent"))
        color.setAlphaF(0.4)
        pencil.solid(color).drawPath(halo(6))


def paint_breakpoint(pencil: Pencil, center: QPointF, kind: Breakpoint) -> None:
    """A disc with the bars of a pause, with those of an equation where it has a condition; a ring where it is off."""
    theme, is_off = pencil.theme, kind is Breakpoint.OFF
    color, paper = theme.color("breakpoint"), theme.color("canvas")
    painter = pencil.solid(paper if is_off else color)
    painter.setPen(theme.pen(color if is_off else paper, 1.5))
    painter.drawEllipse(center, 7.5, 7.5)
    bar = QRectF(-3.5, -1, 7, 2) if kind is Breakpoint.CONDITION else QRectF(-1, -3.5, 2, 7)
    aside = QPointF(0, 2.1) if kind is Breakpoint.CONDITION else QPointF(2.1, 0)
    pencil.solid(color if is_off else paper).drawRects([bar.translated(center + aside), bar.translated(center - aside)])


def _arrow(pencil: Pencil, tip: QPointF) -> None:
    """Points at where a stopped token is about to enter."""
    painter = pencil.solid(pencil.theme.color("accent"))
    painter.setPen(pencil.theme.pen(pencil.theme.color("canvas"), 1.5))
    points = ((4, 0), (-4, 9), (-4, 4), (-13, 4), (-13, -4), (-4, -4), (-4, -9))
    painter.drawPolygon([tip + QPointF(x, y) for x, y in points])


def _note(pencil: Pencil, box: QRectF, mark: Mark) -> None:
    block = layout(mark.note, NOTE_WIDTH, 1, SMALL, centered=False)
    pencil.painter.setPen(pencil.theme.color(STATE_TOKENS.get(mark.state, "text-dim")))
    block.paint(pencil.painter, box.left(), box.top() - NOTE_HEIGHT)


def _count(pencil: Pencil, center: QPointF, count: int) -> None:
    text = str(count) if count < 1000 else f"{count // 1000}k"
    width = max(18.0, 10.0 + 7 * len(text))
    pill = QRectF(center.x() - width / 2, center.y() - 9, width, 18)
    pencil.solid(pencil.theme.color("accent")).drawRoundedRect(pill, 9, 9)
    if pencil.readable:
        pencil.words(text, pill, 1, _COUNT, color=pencil.theme.color("text-on-accent"))


def _badge(pencil: Pencil, center: QPointF, token: str, icon: str) -> None:
    painter = pencil.solid(pencil.theme.color(token))
    painter.setPen(pencil.theme.pen(pencil.theme.color("canvas"), 1.5))
    painter.drawEllipse(center, 8.5, 8.5)
    pencil.sign(glyphs.icon(icon, 10), center, pencil.theme.color("text-on-accent"))


def _finding(pencil: Pencil, center: QPointF, color: QColor, icon: str) -> None:
    pencil.solid(pencil.theme.color("canvas")).drawEllipse(center, 8, 8)
    pencil.sign(glyphs.icon(icon, 15), center, color)
