"""Painting of tasks, calls, sub-processes and specialised blocks."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath

from procos_studio.canvas import glyphs
from procos_studio.canvas.looks import Face, ShapeLook
from procos_studio.canvas.marks import Light, spoken
from procos_studio.canvas.painting.pencil import Pencil
from procos_studio.canvas.text import SMALL, STRONG, TextBlock, layout, style_for

RADIUS = 8.0
STRIPE = 6.0
ICON = 24.0
"""How far to the right and down the sign of a task reaches."""
WIDE, NARROW = 20.0, 14.0
"""From one light to the next."""
_MARKER_STEP = 18.0
MARKERS_SHOW = 0.3
"""The scale above which markers and the link sign are painted."""
_BADGE = 18.0
"""How wide and high the link sign is to the pointer."""


def paint_activity(pencil: Pencil, look: ShapeLook) -> None:
    """A rounded box with what its kind puts inside."""
    box = QRectF(0, 0, look.bounds.width, look.bounds.height)
    _frame(pencil, look, box)
    if look.face is not None and not look.expanded:
        _paint_face(pencil, look, look.face, box)
    elif pencil.readable:
        _paint_name(pencil, look, box)
        _paint_icon(pencil, look)
    if pencil.scale > MARKERS_SHOW:
        _paint_markers(pencil, look, box)
    if look.face is None and not look.expanded and pencil.mark.lights:
        _small_lights(pencil, box)


def _frame(pencil: Pencil, look: ShapeLook, box: QRectF) -> None:
    """Thick for a call, double for a transaction, dotted for an event sub-process."""
    style = Qt.PenStyle.DotLine if "event" in look.markers else Qt.PenStyle.SolidLine
    pencil.draw(3.2 if look.kind == "callActivity" else 1.5, style).drawRoundedRect(box, RADIUS, RADIUS)
    if look.kind == "transaction":
        inner = box.adjusted(3, 3, -3, -3)
        pencil.outline(1.2).drawRoundedRect(inner, RADIUS - 2, RADIUS - 2)


def _paint_name(pencil: Pencil, look: ShapeLook, box: QRectF) -> None:
    pencil.painter.setPen(pencil.text)
    if look.expanded and look.kind != "callActivity":
        # at the left, for what stands inside is mostly nearer to the middle of the upper edge
        layout(look.name, box.width() - 24, 1, STRONG, centered=False).paint(pencil.painter, 12, 8)
        return
    room = box.adjusted(6, 4, -6, -20 if _bottom_markers(look) else -4)
    lines = min(6, max(1, int(room.height() // 15)))
    block = layout(look.name, room.width(), lines, style_for(look.name, room.width()))
    x, y = room.x(), room.center().y() - block.height / 2
    if look.kind in glyphs.TASK_ICONS and _meets_icon(block, x, y):
        if ICON + block.height <= room.bottom():
            y = ICON
        else:
            x, width = ICON, room.right() - ICON
            block = layout(look.name, width, lines, style_for(look.name, width))
            y = room.center().y() - block.height / 2
    block.paint(pencil.painter, x, y)


def _meets_icon(block: TextBlock, x: float, y: float) -> bool:
    """Whether a line of the name runs into the sign in the upper left corner."""
    return any(x + line.x < ICON and y + line.y < ICON - 3 for line in block.lines)


def _paint_icon(pencil: Pencil, look: ShapeLook) -> None:
    name = glyphs.TASK_ICONS.get(look.kind)
    if name is not None:
        pencil.sign(glyphs.icon(name, 15), QPointF(14, 14), pencil.dim)
    if look.kind == "receiveTask" and look.instantiating:
        pencil.outline(1.1).drawEllipse(QPointF(14, 14), 10, 10)


def _bottom_markers(look: ShapeLook) -> tuple[str, ...]:
    """The markers along the lower edge, in the order of the standard; `collapsed` is the boxed plus."""
    shown = [name for name in look.markers if name != "event"]
    nests = look.kind in ("subProcess", "transaction", "adHocSubProcess") or look.kind == "callActivity"
    if nests and not look.expanded:
        at = 1 if shown and shown[0] != "adhoc" else 0
        shown.insert(at if "compensation" not in shown[:1] else 0, "collapsed")
    return tuple(shown)


def _paint_markers(pencil: Pencil, look: ShapeLook, box: QRectF) -> None:
    names = _bottom_markers(look)
    left = box.center().x() - _MARKER_STEP * (len(names) - 1) / 2
    if look.face is not None and not look.expanded:
        left = box.right() - 14 - _MARKER_STEP * (len(names) - 1)
    for index, name in enumerate(names):
        center = QPointF(left + index * _MARKER_STEP, box.bottom() - 11)
        pencil.glyph(glyphs.marker(name), center, filled=name in glyphs.FILLED, scale=0.9, width=1.4)
    badge = link_badge(look)
    if badge is not None:
        pencil.sign(glyphs.icon("mdi6.link-variant", 11), badge.center(), pencil.dim)


def link_badge(look: ShapeLook) -> QRectF | None:
    """Where the sign of an activity stands whose notes hold a link, seen from its upper left corner."""
    if not look.linked or look.expanded or not look.is_activity:
        return None
    taken = _MARKER_STEP * len(_bottom_markers(look)) if look.face is not None else 0.0
    center = QPointF(look.bounds.width - 11 - taken, look.bounds.height - 10)
    return QRectF(center.x() - _BADGE / 2, center.y() - _BADGE / 2, _BADGE, _BADGE)


# specialised blocks -----------------------------------------------------------------------------------------------


def _paint_face(pencil: Pencil, look: ShapeLook, face: Face, box: QRectF) -> None:
    """Stripe, name, the parameters that matter, five lights and the time."""
    _paint_stripe(pencil, face, box)
    if not pencil.readable:
        return
    painter = pencil.painter
    left, right = STRIPE + 9, 26.0
    pencil.sign(glyphs.icon(face.icon, 14), QPointF(box.right() - 16, 16), pencil.theme.ink(face.hue))
    lights = box.height() >= 56
    room = box.height() - 10 - (_lights_up(box) + 9 if lights else 6)
    name_lines = 1 if box.width() >= 140 or room < 46 else 2
    name = layout(look.name, box.width() - left - right, name_lines, STRONG, centered=False)
    painter.setPen(pencil.text)
    name.paint(painter, left, 9)
    text = "\n".join(face.lines)
    lines = int((room - name.height) // 14)
    if text and lines > 0:
        detail = layout(text, box.width() - left - 10, lines, SMALL, centered=False)
        painter.setPen(pencil.dim)
        detail.paint(painter, left, 10 + name.height)
    if lights:
        _face_lights(pencil, look, box, left)


def _paint_stripe(pencil: Pencil, face: Face, box: QRectF) -> None:
    """The left part of the outline; drawn as it is, as pictures in SVG know no clipping."""
    radius = min(RADIUS, box.height() / 2)
    turn = 180 - math.degrees(math.acos((STRIPE - radius) / radius))
    corner = QRectF(0, 0, 2 * radius, 2 * radius)
    path = QPainterPath()
    path.arcMoveTo(corner, 180 - turn)
    path.arcTo(corner, 180 - turn, turn)
    path.arcTo(corner.translated(0, box.height() - 2 * radius), 180, turn)
    path.closeSubpath()
    pencil.solid(pencil.theme.hue(face.hue)).drawPath(path)


def _lights_up(box: QRectF) -> float:
    """How far the lights stand above the lower edge: where there is room, clear of the events that ride on it."""
    return 26.0 if box.height() >= 76 else 17.0


def _face_lights(pencil: Pencil, look: ShapeLook, box: QRectF, left: float) -> None:
    marked = bool(_bottom_markers(look))
    duration = pencil.mark.duration
    time = layout(spoken(duration), 90, 1, SMALL, centered=False) if duration is not None and not marked else None
    wide = not marked and box.width() >= left + 4 * WIDE + 24 + (time.used if time else 30)
    step = WIDE if wide else NARROW
    y = box.bottom() - _lights_up(box)
    lights = pencil.mark.lights or (Light.OFF,) * 5
    _lights(pencil, lights, left + 5, y, step, 4.5 if wide else 3.8)
    if time is not None and left + 4 * step + 14 + time.used < box.width():
        pencil.painter.setPen(pencil.stroke)
        time.paint(pencil.painter, min(left + 4 * step + 16, box.width() - time.used - 6), y - time.height / 2)


def _small_lights(pencil: Pencil, box: QRectF) -> None:
    """The lights of a plain task: a short row in its lower left corner."""
    if pencil.scale > 0.3:
        _lights(pencil, pencil.mark.lights, 11, box.bottom() - 10, 8, 2.8)


def _lights(pencil: Pencil, lights: tuple[Light, ...], x: float, y: float, step: float, radius: float) -> None:
    theme, painter = pencil.theme, pencil.painter
    colors = {light: theme.color(token) for light, token in _LIGHT_TOKENS.items()}
    for index, light in enumerate(lights[:5]):
        center = QPointF(x + index * step, y)
        color = colors[light]
        if index and light is not Light.OFF:
            painter.setPen(theme.pen(colors[lights[index - 1]], 1.5))
            painter.drawLine(QPointF(center.x() - step + radius, y), QPointF(center.x() - radius, y))
        if index in pencil.fresh and pencil.filled < 1.0:
            _light(pencil, Light.OFF, colors[Light.OFF], center, radius)
            pencil.solid(color).drawEllipse(center, radius * pencil.filled, radius * pencil.filled)
            continue
        _light(pencil, light, color, center, radius)


def _light(pencil: Pencil, light: Light, color: QColor, center: QPointF, radius: float) -> None:
    """Each verdict has its shape: ring, ringed dot, dot, cross, dash."""
    theme, painter = pencil.theme, pencil.painter
    if light is Light.FAILED:
        painter.setPen(theme.pen(color, 2.0))
        reach = radius * 0.8
        painter.drawLine(center + QPointF(-reach, -reach), center + QPointF(reach, reach))
        painter.drawLine(center + QPointF(-reach, reach), center + QPointF(reach, -reach))
        return
    painter.setPen(theme.pen(color, 1.3))
    painter.setBrush(theme.brush(color if light in (Light.PASSED, Light.RUNNING) else pencil.fill))
    painter.drawEllipse(center, radius, radius)
    if light is Light.RUNNING:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.pen(color, 1.0))
        painter.drawEllipse(center, radius + 3, radius + 3)
    elif light is Light.SKIPPED:
        painter.drawLine(center + QPointF(-radius, 0), center + QPointF(radius, 0))


_LIGHT_TOKENS = {
    Light.OFF: "light-off",
    Light.RUNNING: "accent",
    Light.PASSED: "done",
    Light.FAILED: "failed",
    Light.SKIPPED: "cancelled",
}
