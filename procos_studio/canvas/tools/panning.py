"""Panning: moves the plane under the pointer."""

from __future__ import annotations

from PySide6.QtCore import Qt

from procos_studio.canvas.surface import Surface
from procos_studio.canvas.tools.tool import Pointer, Tool


class Grasping(Tool):
    """The hand: every drag pans, until Esc or another tool."""

    cursor = Qt.CursorShape.OpenHandCursor

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._panning: Panning | None = None

    def press(self, pointer: Pointer) -> Tool | None:
        """Take hold; another button ends."""
        if pointer.button is not Qt.MouseButton.LeftButton:
            return None
        self._panning = Panning(self.surface, pointer)
        self.surface.view.viewport().setCursor(Panning.cursor)
        return self

    def move(self, pointer: Pointer) -> Tool | None:
        """Pan."""
        if self._panning is not None:
            self._panning.move(pointer)
        return self

    def release(self, pointer: Pointer) -> Tool | None:
        """Let go, ready to take hold again."""
        self._panning = None
        self.surface.view.viewport().setCursor(self.cursor)
        return self


class Panning(Tool):
    """Lasts while the button is down."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, surface: Surface, start: Pointer) -> None:
        super().__init__(surface)
        self._button = start.button
        self._last = start.pixel

    @classmethod
    def at(cls, surface: Surface, start: Pointer) -> Tool | None:
        """The gesture that a drag from here begins, where drags from empty ground pan; not with Ctrl or Shift."""
        return cls(surface, start) if surface.drags_pan and not start.extends else None

    def move(self, pointer: Pointer) -> Tool | None:
        """Move as far as the pointer did."""
        moved = pointer.pixel - self._last
        self._last = pointer.pixel
        self.surface.camera.pan(moved.x(), moved.y())
        return self

    def release(self, pointer: Pointer) -> Tool | None:
        """End with the button that began it."""
        return None if pointer.button is self._button else self
