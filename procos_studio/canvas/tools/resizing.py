"""Resizing: drags a corner or a side of the selected shape."""

from __future__ import annotations

from collections.abc import Collection

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


_DIAGONALS = (Qt.CursorShape.SizeFDiagCursor, Qt.CursorShape.SizeBDiagCursor)
_ACROSS = (Qt.CursorShape.SizeHorCursor, Qt.CursorShape.SizeVerCursor)


class Resizing(Tool):
    """What is opposite stays; what is dragged keeps to the grid."""

    scrolls = True

    def __init__(self, surface: Surface, handle: Handle, start: QPointF) -> None:
        super().__init__(surface)
        self._handle, self._start = handle, start
        self._item = surface.scene.shape_of(handle.element)
        self._bounds: Bounds | None = None
        self.cursor = cursor_of(handle)

    @classmethod
    def at(cls, surface: Surface, start: Pointer) -> Tool | None:
        """The gesture that a drag from here begins: from a corner or a side of the selected shape."""
        handle = surface.handles.find(start.at, Grip.CORNER, Grip.SIDE)
        return cls(surface, handle, start.at) if handle is not None else None

    def move(self, pointer: Pointer) -> Tool | None:
        """Show the size it would have."""
        if self._item is None:
            return None
        look = self._item.look
        least = SMALLEST.get(look.kind, _LEAST)
        self._bounds = resized(look.bounds, _dragged(self._handle), pointer.at - self._start, least)
        self.surface.overlay.put(LAYER, (Box(QRectF(*self._bounds), dashed=True, radius=4),))
        return self

    def release(self, pointer: Pointer) -> Tool | None:
        """Give it that size."""
        bounds = self._bounds
        if bounds is not None and self._item is not None and bounds != self._item.look.bounds:
            self.surface.attempt(lambda: resize(self.surface.diagram, self._handle.element, bounds))
        return None

    def exit(self) -> None:
        """Take the preview away."""
        self.surface.overlay.put(LAYER, ())


def cursor_of(handle: Handle) -> Qt.CursorShape:
    """The cursor that tells which way a corner or a side goes."""
    return (_DIAGONALS if handle.grip is Grip.CORNER else _ACROSS)[handle.which % 2]


def _dragged(handle: Handle) -> frozenset[int]:
    """The sides (0 left, 1 top, 2 right, 3 bottom) that move: those that meet in a corner, or one."""
    around = {handle.which, (handle.which + 1) % 4} if handle.grip is Grip.CORNER else {handle.which}
    return frozenset(around)


def resized(bounds: Bounds, sides: Collection[int], by: QPointF, least: tuple[float, float]) -> Bounds:
    """The bounds with sides (0 left, 1 top, 2 right, 3 bottom) displaced onto the grid, at least of size `least`."""
    left, top, right, bottom = bounds.x, bounds.y, bounds.right, bounds.bottom
    if 0 in sides:
        left = min(_to_grid(left + by.x()), right - least[0])
    if 2 in sides:
        right = max(_to_grid(right + by.x()), left + least[0])
    if 1 in sides:
        top = min(_to_grid(top + by.y()), bottom - least[1])
    if 3 in sides:
        bottom = max(_to_grid(bottom + by.y()), top + least[1])
    return Bounds(left, top, right - left, bottom - top)


def _to_grid(value: float) -> float:
    return float(round(value / GRID) * GRID)
