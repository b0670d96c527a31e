"""Marquee: selects what lies inside a rectangle that is dragged open."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from procos_studio.canvas.overlay import Box
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.tools.tool import Pointer, Tool

LAYER = "marquee"


class Lasso(Tool):
    """The next drag is a marquee wherever it begins, on blocks and inside open sub-processes too."""

    cursor = Qt.CursorShape.CrossCursor

    def press(self, pointer: Pointer) -> Tool | None:
        """Begin it; another button ends."""
        return Marquee(self.surface, pointer) if pointer.button is Qt.MouseButton.LeftButton else None


class Marquee(Tool):
    """With Ctrl or Shift it adds to what was selected before."""

    cursor = Qt.CursorShape.CrossCursor
    scrolls = True

    def __init__(self, surface: Surface, start: Pointer) -> None:
        super().__init__(surface)
        self._start = start.at
        self._before = surface.selection
        self._kept = surface.selection if start.extends else ()

    @classmethod
    def at(cls, surface: Surface, start: Pointer) -> Tool | None:
        """The gesture that a drag from here begins; every place will do."""
        return cls(surface, start)

    def move(self, pointer: Pointer) -> Tool | None:
        """Select what lies inside now."""
        area = QRectF(self._start, pointer.at).normalized()
        self.surface.overlay.put(LAYER, (Box(area, filled=True),))
        self.surface.select((*self._kept, *self.surface.scene.within(area)))
        return self

    def release(self, pointer: Pointer) -> Tool | None:
        """Keep what is selected."""
        return None

    def cancel(self) -> None:
        """Select again what was selected before."""
        self.surface.select(self._before)

    def exit(self) -> None:
        """Take the rectangle away."""
        self.surface.overlay.put(LAYER, ())
