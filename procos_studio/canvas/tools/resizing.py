"""Resizing: drags a corner of the selected shape."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt

from procos_studio.canvas.handles import Grip, Handle
from procos_studio.canvas.overlay import Box
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.theme import GRID
from procos_studio.canvas.tools.tool import Pointer, Tool
from procos_studio.edits.resize import resize
from procos_studio.model.geometry import Bounds

LAYER = "resize"
SMALLEST = {"participant": (200.0, 60.0), "lane": (100.0, 56.0), "textAnnotation": (40.0, 24.0)}
"""The least width and height by kind."""
_LEAST = (56.0, 40.0)


class Resizing(Tool):
    """The opposite corner stays; the dragged one keeps to the grid."""

    cursor = Qt.CursorShape.SizeFDiagCursor
    scrolls = True

    def __init__(self, surface: Surface, corner: Handle, start: QPointF) -> None:
        super().__init__(surface)
        self._corner, self._start = corner, start
        self._item = surface.scene.shape_of(corner.element)
        self._bounds: Bounds | None = None
        if corner.which in (1, 3):
            self.cursor = Qt.CursorShape.SizeBDiagCursor

    @classmethod
    def at(cls, surface: Surface, start: Pointer) -> Tool | None:
        """The gesture that a drag from here begins: from a corner of the selected shape."""
        corner = surface.handles.find(start.at, Grip.CORNER)
        return cls(surface, corner, start.at) if corner is not None else None

    def move(self, pointer: Pointer) -> Tool | None:
        """Show the size it would have."""
        if self._item is None:
            return None
        look = self._item.look
        least = SMALLEST.get(look.kind, _LEAST)
        self._bounds = resized(look.bounds, self._corner.which, pointer.at - self._start, least)
        self.surface.overlay.put(LAYER, (Box(QRectF(*self._bounds), dashed=True, radius=4),))
        return self

    def release(self, pointer: Pointer) -> Tool | None:
        """Give it that size."""
        bounds = self._bounds
        if bounds is not None and self._item is not None and bounds != self._item.look.bounds:
            self.surface.attempt(lambda: resize(self.surface.diagram, self._corner.element, bounds))
        return None

    def exit(self) -> None:
        """Take the preview away."""
        self.surface.overlay.put(LAYER, ())


def resized(bounds: Bounds, corner: int, by: QPointF, least: tuple[float, float]) -> Bounds:
    """The bounds with a corner (0 top left, then clockwise) displaced onto the grid, never smaller than `least`."""
    left, top, right, bottom = bounds.x, bounds.y, bounds.right, bounds.bottom
    if corner in (0, 3):
        left = min(_to_grid(left + by.x()), right - least[0])
    else:
        right = max(_to_grid(right + by.x()), left + least[0])
    if corner in (0, 1):
        top = min(_to_grid(top + by.y()), bottom - least[1])
    else:
        bottom = max(_to_grid(bottom + by.y()), top + least[1])
    return Bounds(left, top, right - left, bottom - top)


def _to_grid(value: float) -> float:
    return float(round(value / GRID) * GRID)
