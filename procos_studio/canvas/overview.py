"""Overview: the whole plane drawn in a few batches, for when shapes are too small to read and for the minimap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from procos_studio.canvas.looks import EdgeLook
from procos_studio.canvas.marks import State
from procos_studio.canvas.painting.pencil import STATE_TOKENS
from procos_studio.canvas.scene import Drawable, PlaneScene
from procos_studio.canvas.theme import Theme

FAR = 0.28
"""Below this scale the view paints batches instead of items."""


class Overview:
    """Batches of rectangles and lines by colour; made anew after a change, when next painted."""

    def __init__(self, scene: PlaneScene) -> None:
        self._scene = scene
        self._revision = -1
        self._lines: dict[int, list[QLineF]] = {}
        self._areas: list[tuple[QRectF, int]] = []
        self._blocks: dict[int, list[QRectF]] = {}

    def blocks(self) -> Iterator[tuple[QRectF, QColor]]:
        """Pools, containers and then nodes with the colour that stands for them."""
        self._collect()
        for rect, color in self._areas:
            yield rect, QColor.fromRgba(color)
        for color, rects in self._blocks.items():
            for rect in rects:
                yield rect, QColor.fromRgba(color)

    def paint(self, painter: QPainter, theme: Theme, scale: float) -> None:
        """Paint the plane with a few calls; coordinates are the plane's."""
        self._collect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for rect, color in self._areas:
            painter.setPen(theme.pen(theme.color("lane-stroke"), 0))
            painter.setBrush(QColor.fromRgba(color))
            painter.drawRect(rect)
        for color, lines in self._lines.items():
            painter.setPen(theme.pen(QColor.fromRgba(color), 0))
            painter.drawLines(lines)
        for color, rects in self._blocks.items():
            painter.setPen(theme.pen(QColor.fromRgba(color), 0) if scale > 0.08 else Qt.PenStyle.NoPen)
            painter.setBrush(_tinted(QColor.fromRgba(color), theme))
            painter.drawRects(rects)

    def _collect(self) -> None:
        if self._revision == self._scene.revision:
            return
        self._revision = self._scene.revision
        self._lines, self._areas, self._blocks = {}, [], {}
        areas: list[tuple[float, QRectF, int]] = []
        theme = self._scene.theme
        for item in self._scene.items_by_key.values():
            color = _color(item, theme).rgba()
            look = item.look
            if isinstance(look, EdgeLook):
                points = [QPointF(*point) for point in look.points]
                self._lines.setdefault(color, []).extend(QLineF(*ends) for ends in pairwise(points))
            elif look.is_area:
                areas.append((look.z, QRectF(*look.bounds), theme.color("pool").rgba()))
            else:
                self._blocks.setdefault(color, []).append(QRectF(*look.bounds))
        self._areas = [(rect, color) for _, rect, color in sorted(areas, key=lambda area: area[0])]


def _color(item: Drawable, theme: Theme) -> QColor:
    if item.selected:
        return theme.color("selection")
    if item.mark.state is not State.IDLE:
        return theme.color(STATE_TOKENS[item.mark.state])
    if isinstance(item.look, EdgeLook):
        return theme.color("flow")
    return theme.hue(item.look.face.hue) if item.look.face else theme.color("block-stroke")


def _tinted(color: QColor, theme: Theme) -> QColor:
    """The colour, half way to the ground of blocks."""
    ground = theme.color("block")
    return QColor(
        (color.red() + ground.red()) // 2, (color.green() + ground.green()) // 2, (color.blue() + ground.blue()) // 2
    )
