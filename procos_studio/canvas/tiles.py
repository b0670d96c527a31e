"""Tiles: what stands for every shape and flow of a plane far out, by colour, so that few calls paint thousands."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable
from itertools import islice, pairwise
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor

from procos_studio.canvas.looks import EdgeLook, Look, ShapeLook
from procos_studio.canvas.marks import Mark, State
from procos_studio.canvas.painting.pencil import STATE_TOKENS, colors_of
from procos_studio.canvas.scene import PlaneScene
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

    def tile(self, look: ShapeLook) -> Tile | None:
        """The tile of a node; None for what belongs to the ground."""
        if look.is_area:
            return None
        known = self._tiles.get(look.key)
        if known is None:
            known = self._tiles[look.key] = self._tile(look, self._scene.mark_of(look))
        return known

    def _take(self, key: str) -> None:
        self._forget(key)
        look = self._scene.looks.get(key)
        if look is None:
            return
        mark = self._scene.mark_of(look)
        if isinstance(look, ShapeLook) and look.is_area:
            self._areas[key] = (look.z, self._tile(look, mark))
            return
        self._color[key] = color = self._plain_color(look, mark).rgba()
        if isinstance(look, ShapeLook):
            self._note_node(look, mark, self.plain.setdefault(color, {}))
        else:
            ends = pairwise(look.points)
            self.lines.setdefault(color, {})[key] = [QLineF(*start, *end) for start, end in ends]

    def _note_node(self, look: ShapeLook, mark: Mark, boxes: dict[str, QRectF]) -> None:
        key = look.key
        box = boxes[key] = QRectF(*look.bounds)
        sign = sign_of(mark, commented_out=look.commented_out)
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

    def _tile(self, look: ShapeLook, mark: Mark) -> Tile:
        theme, selected = self._scene.theme, self._scene.is_selected(look.element)
        stroke, fill = colors_of(theme, look, mark, selected)
        if look.commented_out:
            stroke, fill = theme.color("cancelled"), theme.color("cancelled-soft")
        told = _told(mark, theme)
        if told is not None and not selected:
            stroke, fill = told, tinted(told, theme)
        stripe = theme.hue(look.face.hue).rgba() if look.face else 0
        return Tile(QRectF(*look.bounds), _form(look), fill.rgba(), stroke.rgba(), stripe)

    def _plain_color(self, look: Look, mark: Mark) -> QColor:
        theme = self._scene.theme
        if self._scene.is_selected(look.element):
            return theme.color("selection")
        if mark.state is not State.IDLE and not mark.is_now:
            return theme.color(STATE_TOKENS[mark.state])
        told = _told(mark, theme)
        if told is not None:
            return told
        if isinstance(look, EdgeLook):
            return theme.color("flow")
        if look.commented_out:
            return theme.color("cancelled-soft")
        return theme.hue(look.face.hue) if look.face else theme.color("block-stroke")


def _form(look: ShapeLook) -> str:
    if look.kind.endswith("Event"):
        return "circle"
    return "diamond" if look.kind in GATEWAYS else "box"


def _told(mark: Mark, theme: Theme) -> QColor | None:
    """The colour of what near by is a badge or a glow: where a run has stopped, an error, a search hit, heat."""
    if mark.is_now:
        return theme.color("accent")
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
