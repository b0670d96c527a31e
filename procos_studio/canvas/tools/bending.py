"""Bending: drags a piece of the selected flow sideways."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt

from procos_studio.canvas.bends import dragged, nearest_piece
from procos_studio.canvas.handles import Grip, Handle
from procos_studio.canvas.snapping import REACH
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.theme import GRID
from procos_studio.canvas.tools.tool import Pointer, Tool
from procos_studio.edits.bend import bend
from procos_studio.model.geometry import Point
from procos_studio.model.lines import Points


class Bending(Tool):
    """The line itself previews its new way."""

    cursor = Qt.CursorShape.SizeAllCursor
    scrolls = True

    def __init__(self, surface: Surface, piece: Handle, start: QPointF) -> None:
        super().__init__(surface)
        self._piece, self._start = piece, start
        self._item = surface.scene.edge_of(piece.element)
        self._points: Points = ()

    @classmethod
    def at(cls, surface: Surface, start: Pointer) -> Tool | None:
        """The gesture that a drag from here begins: from the handle on a piece of the selected flow."""
        piece = surface.handles.find(start.at, Grip.PIECE)
        return cls(surface, piece, start.at) if piece is not None else None

    @classmethod
    def grab(cls, surface: Surface, start: Pointer) -> Tool | None:
        """The gesture that a drag from here begins: from anywhere on the one selected flow."""
        found = surface.scene.element_at(start.at)
        item = surface.scene.edge_of(found)
        if item is None or surface.selection != (found,) or len(item.look.points) < 2:
            return None
        piece = nearest_piece(item.look.points, Point(start.at.x(), start.at.y()))
        middle = (QPointF(*item.look.points[piece]) + QPointF(*item.look.points[piece + 1])) / 2
        return cls(surface, Handle(Grip.PIECE, found, middle, piece), start.at)

    def move(self, pointer: Pointer) -> Tool | None:
        """Show the way it would take; the piece keeps to the grid, and near to another piece it joins that."""
        if self._item is None:
            return None
        by = pointer.at - self._start
        dx = self._snapped(self._piece.at.x(), by.x(), {point.x for point in self._item.look.points})
        dy = self._snapped(self._piece.at.y(), by.y(), {point.y for point in self._item.look.points})
        self._points = dragged(self._item.look.points, self._piece.which, dx, dy)
        self._item.preview(self._points)
        return self

    def release(self, pointer: Pointer) -> Tool | None:
        """Keep that way."""
        if self._item is not None:
            self._item.preview(())
        if self._points:
            self.surface.attempt(lambda: bend(self.surface.diagram, self._piece.element, self._points))
        return None

    def exit(self) -> None:
        """Put the line back to what the document says."""
        if self._item is not None:
            self._item.preview(())

    def _snapped(self, at: float, by: float, others: Iterable[float]) -> float:
        """How far it goes: to the place of another piece, or its own old one, where that is near, else on the grid."""
        nearest = min((at, *others), key=lambda other: abs(other - at - by))
        is_near = abs(nearest - at - by) <= self.surface.units(REACH)
        return (nearest if is_near else round((at + by) / GRID) * GRID) - at
