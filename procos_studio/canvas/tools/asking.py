"""Asking: keeps the wire that was let go in space to be seen while a person chooses the block that it is to lead to."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from procos_studio.canvas.overlay import Dot, Polyline
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.tools.tool import Pointer, Tool
from procos_studio.model.geometry import Point
from procos_studio.model.lines import Points

LAYER = "asked"


class Asking(Tool):
    """Ends when the block is there, or when pointer or keyboard come back to the canvas."""

    def __init__(self, surface: Surface, at: QPointF, source: str, towards: Point | None, line: Points) -> None:
        super().__init__(surface)
        self._at, self._source, self._towards, self._line = at, source, towards, line

    def enter(self) -> None:
        """Show the wire, and ask."""
        wire = Polyline(tuple(QPointF(*point) for point in self._line), dashed=True)
        self.surface.overlay.put(LAYER, (wire, Dot(self._at, filled=True)))
        self.surface.ask_for_block(self._at, self._source, self._towards)

    def press(self, pointer: Pointer) -> Tool | None:
        """Nobody is asked any more."""
        return None

    def move(self, pointer: Pointer) -> Tool | None:
        """Nobody is asked any more."""
        return None

    def release(self, pointer: Pointer) -> Tool | None:
        """Nobody is asked any more."""
        return None

    def exit(self) -> None:
        """Take the wire away."""
        self.surface.overlay.put(LAYER, ())
