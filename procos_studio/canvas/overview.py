"""Overview: the plane drawn in a few batches, for when blocks are too small to read and for the minimap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from procos_studio.canvas.items.edge import EdgeItem
from procos_studio.canvas.items.shape import ShapeItem
from procos_studio.canvas.looks import ShapeLook
from procos_studio.canvas.marks import Mark, State
from procos_studio.canvas.painting.activities import STRIPE
from procos_studio.canvas.painting.pencil import READABLE, STATE_TOKENS, colors_of
from procos_studio.canvas.scene import Drawable, PlaneScene
from procos_studio.canvas.signs import URGENT, sign_of, strokes
from procos_studio.canvas.theme import Theme
from procos_studio.model.records import GATEWAYS
from procos_studio.problems import Severity

FAR = READABLE
"""Below this scale the view paints batches instead of items."""
TINY = 0.22
"""Below this scale every block is a plain rectangle in one colour."""

_LEAST_SIGN, _SIGN_WEIGHT = 3.5, 1.4
"""Half the least size of a sign, and how thick its strokes are, in pixels."""
_LEGIBLE = 7.0
"""The height in pixels of a block from which its sign can be made out."""
_HOT = 0.66
"""The heat from which a block is told from the others far out."""


class Tile(NamedTuple):
    """What stands for a shape: its form (`box`, `circle`, `diamond`), colours as rgba, the hue of its stripe or 0."""

    rect: QRectF
    form: str
    fill: int
    stroke: int
    stripe: int


class Overview:
    """Follows the scene by what it says has changed, so that painting after an edit costs no more than before it."""

    def __init__(self, scene: PlaneScene) -> None:
        self._scene = scene
        self._areas: dict[str, tuple[float, Tile]] = {}
        self._tiles: dict[str, Tile] = {}
        self._plain: dict[int, dict[str, QRectF]] = {}
        self._lines: dict[int, dict[str, list[QLineF]]] = {}
        self._color: dict[str, int] = {}
        self._signs: dict[str, dict[str, QRectF]] = {}
        self._sign: dict[str, str] = {}

    def blocks(self) -> Iterator[tuple[QRectF, QColor]]:
        """Pools, containers and then nodes with the colour that stands for them."""
        self._follow()
        for tile in self._ground():
            yield tile.rect, QColor.fromRgba(tile.fill)
        for color, rects in self._plain.items():
            shown = QColor.fromRgba(color)
            for rect in rects.values():
                yield rect, shown

    def paint(self, painter: QPainter, area: QRectF, theme: Theme, scale: float) -> None:
        """Paint the part of the plane inside `area` with a few calls; coordinates are the plane's."""
        self._follow()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, scale >= TINY)
        for tile in self._ground():
            painter.setPen(theme.pen(QColor.fromRgba(tile.stroke), 0))
            painter.setBrush(QColor.fromRgba(tile.fill))
            painter.drawRect(tile.rect)
        if scale < TINY:
            self._paint_tiny(painter, theme, scale)
        else:
            self._paint_small(painter, area, theme)
        self._paint_signs(painter, area, theme, scale)

    def _paint_tiny(self, painter: QPainter, theme: Theme, scale: float) -> None:
        plain = theme.color("flow").rgba()
        for color, lines in self._lines.items():
            # what was taken is thicker, and not only of another colour
            painter.setPen(theme.pen(QColor.fromRgba(color), 0 if color == plain else 2 / scale))
            painter.drawLines(list(chain.from_iterable(lines.values())))
        for color, rects in self._plain.items():
            painter.setPen(theme.pen(QColor.fromRgba(color), 0) if scale > 0.08 else Qt.PenStyle.NoPen)
            painter.setBrush(_tinted(QColor.fromRgba(color), theme))
            painter.drawRects(list(rects.values()))

    def _paint_signs(self, painter: QPainter, area: QRectF, theme: Theme, scale: float) -> None:
        """The sign of each state; of those too small to be made out only the urgent ones, larger than their blocks."""
        least = _LEAST_SIGN / scale
        painter.setPen(theme.pen(theme.color("text"), _SIGN_WEIGHT * theme.weight / scale))
        for sign, rects in self._signs.items():
            urgent = sign in URGENT
            seen = [rect for rect in rects.values() if urgent or rect.height() * scale >= _LEGIBLE]
            lines = [strokes(sign, rect, least) for rect in seen if rect.intersects(area)]
            painter.drawLines(list(chain.from_iterable(lines)))

    def _paint_small(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        """Outlines, signs of form and stripes of what is in sight."""
        lines: dict[int, list[QLineF]] = {}
        tiles: dict[tuple[str, int, int], list[QRectF]] = {}
        stripes: dict[int, list[QRectF]] = {}
        for item in self._scene.items(area, Qt.ItemSelectionMode.IntersectsItemBoundingRect):
            if isinstance(item, EdgeItem):
                color = self._color[item.look.key]
                lines.setdefault(color, []).extend(self._lines[color][item.look.key])
            elif isinstance(item, ShapeItem) and item.look.key in self._tiles:
                tile = self._tiles[item.look.key]
                tiles.setdefault((tile.form, tile.fill, tile.stroke), []).append(tile.rect)
                if tile.stripe:
                    stripes.setdefault(tile.stripe, []).append(_stripe(tile.rect))
        plain = theme.color("flow").rgba()
        for color, found in lines.items():
            painter.setPen(theme.pen(QColor.fromRgba(color), 1.4 if color == plain else 4.0))
            painter.drawLines(found)
        for (form, fill, stroke), rects in tiles.items():
            painter.setPen(theme.pen(QColor.fromRgba(stroke), 1.6))
            painter.setBrush(theme.brush(QColor.fromRgba(fill)))
            _draw(painter, form, rects)
        painter.setPen(Qt.PenStyle.NoPen)
        for hue, rects in stripes.items():
            painter.setBrush(theme.brush(QColor.fromRgba(hue)))
            painter.drawRects(rects)

    def _ground(self) -> Iterable[Tile]:
        return [tile for _, tile in sorted(self._areas.values(), key=lambda area: area[0])]

    def _follow(self) -> None:
        for key in self._scene.take_touched():
            self._forget(key)
            item = self._scene.items_by_key.get(key)
            if item is not None:
                self._note(key, item)

    def _forget(self, key: str) -> None:
        self._areas.pop(key, None)
        self._tiles.pop(key, None)
        self._signs.get(self._sign.pop(key, ""), {}).pop(key, None)
        color = self._color.pop(key, None)
        if color is not None:
            self._lines.get(color, {}).pop(key, None)
            self._plain.get(color, {}).pop(key, None)

    def _note(self, key: str, item: Drawable) -> None:
        theme = self._scene.theme
        color = _plain_color(item, theme).rgba()
        if isinstance(item, EdgeItem):
            points = [QPointF(*point) for point in item.look.points]
            self._lines.setdefault(color, {})[key] = [QLineF(*ends) for ends in pairwise(points)]
            self._color[key] = color
            return
        tile = _tile(item, theme)
        if item.look.is_area:
            self._areas[key] = (item.look.z, tile)
        else:
            self._tiles[key] = tile
            self._plain.setdefault(color, {})[key] = tile.rect
            self._color[key] = color
            sign = sign_of(item.mark, commented_out=item.look.commented_out)
            if sign:
                self._signs.setdefault(sign, {})[key] = tile.rect
                self._sign[key] = sign


def _tile(item: ShapeItem, theme: Theme) -> Tile:
    look = item.look
    stroke, fill = colors_of(theme, look, item.mark, item.selected)
    if look.commented_out:
        stroke, fill = theme.color("cancelled"), theme.color("cancelled-soft")
    told = _told(item.mark, theme)
    if told is not None and not item.selected:
        stroke, fill = told, _tinted(told, theme)
    stripe = theme.hue(look.face.hue).rgba() if look.face else 0
    return Tile(QRectF(*look.bounds), _form(look), fill.rgba(), stroke.rgba(), stripe)


def _form(look: ShapeLook) -> str:
    if look.kind.endswith("Event"):
        return "circle"
    return "diamond" if look.kind in GATEWAYS else "box"


def _draw(painter: QPainter, form: str, rects: list[QRectF]) -> None:
    if form == "box":
        painter.drawRects(rects)
        return
    path = QPainterPath()
    for rect in rects:
        if form == "circle":
            path.addEllipse(rect)
        else:
            x, y = rect.center().x(), rect.center().y()
            corners = (
                QPointF(x, rect.top()),
                QPointF(rect.right(), y),
                QPointF(x, rect.bottom()),
                QPointF(rect.left(), y),
            )
            path.addPolygon(QPolygonF([*corners, corners[0]]))
    painter.drawPath(path)


def _stripe(rect: QRectF) -> QRectF:
    return QRectF(rect.left(), rect.top(), 2 * STRIPE, rect.height())


def _plain_color(item: Drawable, theme: Theme) -> QColor:
    if item.selected:
        return theme.color("selection")
    if item.mark.state is not State.IDLE:
        return theme.color(STATE_TOKENS[item.mark.state])
    told = _told(item.mark, theme)
    if told is not None:
        return told
    if isinstance(item, EdgeItem):
        return theme.color("flow")
    if item.look.commented_out:
        return theme.color("cancelled-soft")
    return theme.hue(item.look.face.hue) if item.look.face else theme.color("block-stroke")


def _told(mark: Mark, theme: Theme) -> QColor | None:
    """The colour of what near by is a badge or a glow: an error, a search hit, heat."""
    if mark.severity is Severity.ERROR:
        return theme.color("failed")
    if mark.found:
        return theme.color("waiting")
    return theme.color("failed") if mark.heat is not None and mark.heat > _HOT else None


def _tinted(color: QColor, theme: Theme) -> QColor:
    """The colour, half way to the ground of blocks."""
    ground = theme.color("block")
    return QColor(
        (color.red() + ground.red()) // 2, (color.green() + ground.green()) // 2, (color.blue() + ground.blue()) // 2
    )
