"""AutoScroll: moves the plane while something is dragged at the edge of the view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QTimer

from procos_studio.canvas.surface import Surface
from procos_studio.canvas.tools.tool import Pointer

EDGE = 28
"""How near to the edge of the view scrolling begins, in pixels."""
_TURN = 16
"""Milliseconds from one step to the next."""
_FASTEST = 24
"""The longest step, in pixels."""


class AutoScroll(QObject):
    """Steps as long as the pointer stays at the edge; `moved` is told where on the plane the pointer is then."""

    def __init__(self, surface: Surface, moved: Callable[[Pointer], None]) -> None:
        super().__init__(surface)
        self._surface, self._moved = surface, moved
        self._pointer: Pointer | None = None
        self._timer = QTimer(self, interval=_TURN)
        self._timer.timeout.connect(self._step)

    def follow(self, pointer: Pointer | None) -> None:
        """The pointer of a drag moved; None: nothing is dragged any more."""
        self._pointer = pointer
        if pointer is None or self._speed(pointer.pixel).isNull():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _speed(self, pixel: QPoint) -> QPoint:
        port = self._surface.view.viewport().rect()
        return QPoint(_along(pixel.x(), port.width()), _along(pixel.y(), port.height()))

    def _step(self) -> None:
        pointer = self._pointer
        if pointer is None:
            return
        speed = self._speed(pointer.pixel)
        self._surface.camera.pan(-speed.x(), -speed.y())
        there = replace(pointer, at=self._surface.view.mapToScene(pointer.pixel))
        self._pointer = there
        self._moved(there)


def is_inside(surface: Surface, pointer: Pointer) -> bool:
    """Whether the pointer is where nothing scrolls."""
    return surface.view.viewport().rect().adjusted(EDGE, EDGE, -EDGE, -EDGE).contains(pointer.pixel)


def _along(at: int, length: int) -> int:
    """Pixels a step, the more the farther out; narrow views do not scroll."""
    if length < 4 * EDGE:
        return 0
    beyond = EDGE - at if at < EDGE else at - (length - EDGE) if at > length - EDGE else 0
    return max(-_FASTEST, min(_FASTEST, beyond // 2 if at > EDGE else -(beyond // 2)))
