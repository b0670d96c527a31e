"""Overview: the plane drawn in a few batches, for when blocks are too small to read and for the minimap."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from procos_studio.canvas.looks import EdgeLook
from procos_studio.canvas.painting.activities import STRIPE
from procos_studio.canvas.painting.pencil import READABLE
from procos_studio.canvas.scene import PlaneScene
from procos_studio.canvas.signs import URGENT, strokes
from procos_studio.canvas.theme import Theme
from procos_studio.canvas.tiles import Tiles, tinted

FAR = READABLE
"""Below this scale the view paints batches instead of items."""
TINY = 0.22
"""Below this scale every block is a plain rectangle in one colour."""

_LEAST_SIGN, _SIGN_WEIGHT = 3.5, 1.4
"""Half the least size of a sign, and how thick its strokes are, in pixels."""
_LEGIBLE = 7.0
"""The height in pixels of a block from which its sign can be made out."""
_FOLLOWING = 0.003
"""Seconds of one step for taking over what has changed."""
STEP = 1000
"""So many things are painted in one step."""
_SIZES = 1.15
"""One size of signs is that much larger than the next."""
_NOTHING = QBrush(Qt.BrushStyle.NoBrush)

T = TypeVar("T")


Signs = Sequence[tuple[str, str, QRectF]]
"""Keys of shapes that bear a sign, the sign, and where they stand."""


class Batch(NamedTuple):
    """Many things of one look, and the call that paints a list of such."""

    pen: QPen
    brush: QBrush
    draw: Callable[[QPainter, Any], object]
    things: Sequence[Any]

    def paint(self, painter: QPainter) -> Iterator[None]:
        """Paint in steps."""
        painter.setPen(self.pen)
        painter.setBrush(self.brush)
        for some in _chunks(self.things):
            self.draw(painter, some)
            yield


class Overview:
    """Paints what stands for shapes and flows."""

    def __init__(self, scene: PlaneScene) -> None:
        self._scene = scene
        self.tiles = Tiles(scene)
        self._strokes: dict[str, tuple[str, QRectF, list[QLineF]]] = {}
        self._size = 0

    def paint_blocks(self, painter: QPainter) -> None:
        """Paint pools, containers and then nodes, each in the colour that stands for it and without a border."""
        painter.setPen(Qt.PenStyle.NoPen)
        for tile in self.tiles.ground():
            painter.fillRect(tile.rect, QColor.fromRgba(tile.fill))
        for color, rects in self.tiles.plain.items():
            painter.setBrush(QColor.fromRgba(color))
            painter.drawRects(list(rects.values()))

    def steps(self, painter: QPainter, area: QRectF, theme: Theme, scale: float) -> Iterator[None]:
        """Paint the part of the plane inside `area`, in short steps; coordinates are the plane's.

        What has changed is taken over first; what changes after that is not in the picture.
        """
        while not self.tiles.follow(time.perf_counter() + _FOLLOWING):
            yield
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, scale >= TINY)
        for tile in self.tiles.ground():
            painter.setPen(theme.pen(QColor.fromRgba(tile.stroke), 0))
            painter.setBrush(QColor.fromRgba(tile.fill))
            painter.drawRect(tile.rect)
        batches, signs = self._tiny(theme, scale) if scale < TINY else self._small(area, theme)
        yield
        for batch in batches:
            yield from batch.paint(painter)
        painter.setPen(_pen(theme.color("text"), _SIGN_WEIGHT * theme.weight / scale))
        for some in signs:
            painter.drawLines(list(chain.from_iterable(self._strokes_of(*one, scale) for one in some)))
            yield

    def _tiny(self, theme: Theme, scale: float) -> tuple[list[Batch], Iterable[Signs]]:
        """Everything, wherever it is; what is out of sight costs less to paint than to leave out."""
        plain = theme.color("flow").rgba()
        batches = []
        for color, lines in self.tiles.lines.items():
            # what was taken is thicker, and not only of another colour
            pen = _pen(QColor.fromRgba(color), 0 if color == plain else 2 / scale)
            batches.append(Batch(pen, _NOTHING, QPainter.drawLines, list(chain.from_iterable(lines.values()))))
        for color, rects in self.tiles.plain.items():
            pen = theme.pen(QColor.fromRgba(color), 0) if scale > 0.08 else QPen(Qt.PenStyle.NoPen)
            brush = theme.brush(tinted(QColor.fromRgba(color), theme))
            batches.append(Batch(pen, brush, QPainter.drawRects, list(rects.values())))
        shown = [self._signs_seen(sign, found.items(), scale) for sign, found in self.tiles.signs.items()]
        return batches, _chunks(list(chain.from_iterable(shown)))

    def _small(self, area: QRectF, theme: Theme) -> tuple[list[Batch], Iterable[Signs]]:
        """Outlines, signs of form and stripes of what is in sight."""
        lines: dict[int, list[QLineF]] = {}
        tiles: dict[tuple[str, int, int], list[QRectF]] = {}
        stripes: dict[int, list[QRectF]] = {}
        signs: list[tuple[str, str, QRectF]] = []
        for look in self._scene.looks_in(area):
            if isinstance(look, EdgeLook):
                color, pieces = self.tiles.line(look.key)
                lines.setdefault(color, []).extend(pieces)
            elif tile := self.tiles.tile(look):
                tiles.setdefault((tile.form, tile.fill, tile.stroke), []).append(tile.rect)
                if tile.stripe:
                    stripes.setdefault(tile.stripe, []).append(_stripe(tile.rect))
                if sign := self.tiles.sign(look.key):
                    signs.append((look.key, sign, tile.rect))
        plain = theme.color("flow").rgba()
        batches = [
            Batch(
                theme.pen(QColor.fromRgba(color), 1.4 if color == plain else 4.0), _NOTHING, QPainter.drawLines, found
            )
            for color, found in lines.items()
        ]
        for (form, fill, stroke), rects in tiles.items():
            pen, brush = theme.pen(QColor.fromRgba(stroke), 1.6), theme.brush(QColor.fromRgba(fill))
            batches.append(Batch(pen, brush, _DRAW[form], rects))
        for hue, rects in stripes.items():
            brush = theme.brush(QColor.fromRgba(hue))
            batches.append(Batch(QPen(Qt.PenStyle.NoPen), brush, QPainter.drawRects, rects))
        return batches, _chunks(signs)

    def _signs_seen(self, sign: str, found: Iterable[tuple[str, QRectF]], scale: float) -> Signs:
        """Of signs too small to be made out only the urgent ones, larger than their blocks."""
        urgent = sign in URGENT
        return [(key, sign, rect) for key, rect in found if urgent or rect.height() * scale >= _LEGIBLE]

    def _strokes_of(self, key: str, sign: str, rect: QRectF, scale: float) -> list[QLineF]:
        """Kept, for making them takes longer than painting them; sizes go in steps that one hardly sees."""
        size = round(math.log(scale, _SIZES))
        if size != self._size:
            self._size, self._strokes = size, {}
        known = self._strokes.get(key)
        if known is None or known[:2] != (sign, rect):
            known = self._strokes[key] = (sign, rect, strokes(sign, rect, _LEAST_SIGN / _SIZES**size))
        return known[2]


def _draw_circles(painter: QPainter, rects: Sequence[QRectF]) -> None:
    path = QPainterPath()
    for rect in rects:
        path.addEllipse(rect)
    painter.drawPath(path)


def _draw_diamonds(painter: QPainter, rects: Sequence[QRectF]) -> None:
    path = QPainterPath()
    for rect in rects:
        x, y = rect.center().x(), rect.center().y()
        left, right = QPointF(rect.left(), y), QPointF(rect.right(), y)
        path.addPolygon(QPolygonF([left, QPointF(x, rect.top()), right, QPointF(x, rect.bottom()), left]))
    painter.drawPath(path)


_DRAW: Mapping[str, Callable[[QPainter, Any], object]] = {
    "box": QPainter.drawRects,
    "circle": _draw_circles,
    "diamond": _draw_diamonds,
}


def _chunks(things: Sequence[T]) -> Iterator[Sequence[T]]:
    return (things[at : at + STEP] for at in range(0, len(things), STEP))


def _pen(color: QColor, width: float) -> QPen:
    """A pen of a width that changes with the zoom, so that the theme does not keep one for each."""
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def _stripe(rect: QRectF) -> QRectF:
    return QRectF(rect.left(), rect.top(), 2 * STRIPE, rect.height())
