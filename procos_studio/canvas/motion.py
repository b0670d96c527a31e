"""Motion: what moves for a moment to explain a run: a token along a flow that is taken, a light that fills."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QGraphicsView, QStyle

from procos_studio.canvas.items.edge import EdgeItem
from procos_studio.canvas.items.shape import ShapeItem
from procos_studio.canvas.items.token import TokenItem
from procos_studio.canvas.marks import Light, Mark, State
from procos_studio.canvas.overview import FAR
from procos_studio.canvas.scene import PlaneScene
from procos_studio.canvas.stock import Drawable
from procos_studio.model.lines import at, length

DURATION = 0.14
"""Seconds that a movement lasts."""
_FRAME = 16
_MOST = 24
"""Of more movements at once only so many are shown; in a crowd none explains anything."""
_FILLED = frozenset({Light.PASSED, Light.FAILED})

Changed = Sequence[tuple[Drawable, Mark, Mark]]
"""Items with the mark that each had and the one that it has now."""


class _Moving(NamedTuple):
    """One movement: when it began, and what shows its state from 0 to 1; called with 1 it takes itself away."""

    began: float
    show: Callable[[float], None]


class Motion(QObject):
    """Off where the platform's style animates nothing, and where `allowed` says so."""

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__(view)
        self._view = view
        self._moving: list[_Moving] = []
        self.is_possible = view.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
        """Whether the platform's style animates anything."""
        self.allowed = self.is_possible
        """Whether anything moves; False is what people ask for who want reduced motion."""
        self._timer = QTimer(self, interval=_FRAME)
        self._timer.timeout.connect(self._step)

    def explain(self, scene: PlaneScene, changed: Changed) -> None:
        """Let what changed in sight be seen changing; nothing where much changes at once or one is far away."""
        if not self.allowed or not changed or len(changed) > _MOST or self._view.transform().m11() < FAR:
            return
        seen = self._view.mapToScene(self._view.viewport().rect()).boundingRect()
        for item, before, now in changed:
            if len(self._moving) >= _MOST or not item.sceneBoundingRect().intersects(seen):
                continue
            if isinstance(item, EdgeItem):
                if now.state is State.DONE and now.done > before.done:
                    self._begin(_token_along(scene, item))
            elif fresh := _filled(before, now):
                self._begin(_filling(item, fresh))

    def stop(self) -> None:
        """Let everything be at its end at once."""
        moving, self._moving = self._moving, []
        self._timer.stop()
        for one in moving:
            one.show(1.0)

    def _begin(self, show: Callable[[float], None]) -> None:
        show(0.0)
        self._moving.append(_Moving(time.perf_counter(), show))
        if not self._timer.isActive():
            self._timer.start()

    def _step(self) -> None:
        now = time.perf_counter()
        moving, self._moving = self._moving, []
        for one in moving:
            part = min(1.0, (now - one.began) / DURATION)
            one.show(part)
            if part < 1.0:
                self._moving.append(one)
        if not self._moving:
            self._timer.stop()


def _filled(before: Mark, now: Mark) -> frozenset[int]:
    """The lights that have a verdict since."""
    was = (*before.lights, *(Light.OFF,) * len(now.lights))
    pairs = enumerate(zip(now.lights, was, strict=False))
    return frozenset(index for index, (light, old) in pairs if light in _FILLED and old is not light)


def _token_along(scene: PlaneScene, edge: EdgeItem) -> Callable[[float], None]:
    token, points = TokenItem(scene.theme), edge.points
    total = length(points)
    scene.addItem(token)

    def show(part: float) -> None:
        if part >= 1.0:
            if token.scene() is not None:
                scene.removeItem(token)
            return
        token.setPos(*at(points, total * part))

    return show


def _filling(shape: ShapeItem, fresh: frozenset[int]) -> Callable[[float], None]:
    return lambda part: shape.fill_lights(fresh, part)
