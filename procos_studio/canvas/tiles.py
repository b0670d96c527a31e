"""Tiles: what stands for every shape and flow of a plane far out, by colour, so that few calls paint thousands."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable
from itertools import islice, pairwise
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor

from procos_studio.canvas.items.edge import EdgeItem
from procos_studio.canvas.items.shape import ShapeItem
from procos_studio.canvas.looks import ShapeLook
from procos_studio.canvas.marks import Mark, State
from procos_studio.canvas.painting.pencil import STATE_TOKENS, colors_of
from procos_studio.canvas.scene import Drawable, PlaneScene
from procos_studio.canvas.signs import sign_of
from procos_studio.canvas.theme import Theme
from procos_studio.model.records import GATEWAYS
from procos_studio.problems import Severity

_HOT = 0.66
"""The heat from which a block is told from the others far out."""
_AT_ONCE = 50
"""So many are looked at between two looks at the clock."""


class Tile(NamedTuple):
    """What stands for a shape: its form (`box`, `circle`, `diamond`), colours as rgba, the hue of its stripe or 0."""

    rect: QRectF
    form: str
    fill: int
    stroke: int
    stripe: int


class Tiles:
    """Follows the scene by what it says has changed, so that painting after an edit costs no more than before it.

    `plain` has the boxes of nodes and `lines` the pieces of flows, each by colour (rgba) and key; `signs` the boxes of
    the nodes that bear a sign, by sign and key. Whoever paints them copies them first.
    """

    def __init__(self, scene: PlaneScene) -> None:
        self._scene = scene
        self.revision = 0
        self.plain: dict[int, dict[str, QRectF]] = {}
        self.lines: dict[int, dict[str, list[QLineF]]] = {}
        self.signs: dict[str, dict[str, QRectF]] = {}
        self._pending: dict[str, None] = {}
        self._areas: dict[str, tuple[float, Tile]] = {}
        self._color: dict[str, int] = {}
        self._sign: dict[str, str] = {}
        self._tiles: dict[str, Tile] = {}

    def follow(self, until: float = math.inf) -> bool:
        """Take over what has changed, until a time (of `perf_counter`) at most; whether nothing is left."""
        touched = self._scene.take_touched()
        self.revision += bool(touched)
        self._pending.update(dict.fromkeys(touched))
        while self._pending:
            for key in tuple(islice(self._pending, _AT_ONCE)):
                del self._pending[key]
                self._take(key)
            if time.perf_counter() >= until:
                return not self._pending
        return True

    def ground(self) -> Iterable[Tile]:
        """Pools, lanes and open sub-processes, the lowest first."""
        return [tile for _, tile in sorted(self._areas.values(), key=lambda area: area[0])]

    def line(self, key: str) -> tuple[int, list[QLineF]]:
        """The colour and the pieces of a flow."""
        color = self._color[key]
        return color, self.lines[color][key]

    def sign(self, key: str) -> str:
        """The sign of a node, `""` where it bears none."""
        return self._sign.get(key, "")

    def tile(self, item: ShapeItem) -> Tile | None:
        """The tile of a node; None for what belongs to the ground."""
        if item.look.is_area:
            return None
        known = self._tiles.get(item.look.key)
        if known is None:
            known = self._tiles[item.look.key] = _tile(item, self._scene.theme)
        return known

    def _take(self, key: str) -> None:
        self._forget(key)
        item = self._scene.items_by_key.get(key)
        if isinstance(item, EdgeItem):
            self._color[key] = color = _plain_color(item, self._scene.theme).rgba()
            points = [QPointF(*point) for point in item.look.points]
            self.lines.setdefault(color, {})[key] = [QLineF(*ends) for ends in pairwise(points)]
        elif item is not None and item.look.is_area:
            self._areas[key] = (item.look.z, _tile(item, self._scene.theme))
        elif item is not None:
            self._note_node(key, item)

    def _note_node(self, key: str, node: ShapeItem) -> None:
        self._color[key] = color = _plain_color(node, self._scene.theme).rgba()
        box = self.plain.setdefault(color, {})[key] = QRectF(*node.look.bounds)
        sign = sign_of(node.mark, commented_out=node.look.commented_out)
        if sign:
            self._sign[key] = sign
            self.signs.setdefault(sign, {})[key] = box

    def _forget(self, key: str) -> None:
        self._areas.pop(key, None)
        self._tiles.pop(key, None)
        sign = self._sign.pop(key, None)
        if sign is not None:
            self.signs[sign].pop(key, None)
        color = self._color.pop(key, None)
        if color is not None:
            self.lines.get(color, {}).pop(key, None)
            self.plain.get(color, {}).pop(key, None)


def _tile(item: ShapeItem, theme: Theme) -> Tile:
    look = item.look
    stroke, fill = colors_of(theme, look, item.mark, item.selected)
    if look.commented_out:
        stroke, fill = theme.color("cancelled"), theme.color("cancelled-soft")
    told = _told(item.mark, theme)
    if told is not None and not item.selected:
        stroke, fill = told, tinted(told, theme)
    stripe = theme.hue(look.face.hue).rgba() if look.face else 0
    return Tile(QRectF(*look.bounds), _form(look), fill.rgba(), stroke.rgba(), stripe)


def _form(look: ShapeLook) -> str:
    if look.kind.endswith("Event"):
        return "circle"
    return "diamond" if look.kind in GATEWAYS else "box"


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


def tinted(color: QColor, theme: Theme) -> QColor:
    """The colour, half way to the ground of blocks."""
    ground = theme.color("block")
    return QColor(
        (color.red() + ground.red()) // 2, (color.green() + ground.green()) // 2, (color.blue() + ground.blue()) // 2
    )
