"""Bending: drags a piece of the selected flow sideways, or a corner of it anywhere."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt

from procos_studio.canvas.bends import dragged, is_straight, nearest_piece, pulled
from procos_studio.canvas.handles import Grip, Handle
from procos_studio.canvas.snapping import REACH
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.theme import GRID
from procos_studio.canvas.tools.tool import Pointer, Tool
from procos_studio.edits.bend import bend
from procos_studio.edits.laying import bounds_of, dock_at
from procos_studio.model.docking import CORNER, Outline
from procos_studio.model.ends import ends_of
from procos_studio.model.geometry import Point
from procos_studio.model.lines import Points, is_horizontal
from procos_studio.model.records import Flow


class Bending(Tool):
    """The line itself previews its new way.

    A piece at an end takes its dock along as far as the side of its block reaches, and then leaves it behind.
    """

    scrolls = True

    def __init__(self, surface: Surface, grip: Handle, start: QPointF) -> None:
        super().__init__(surface)
        self._grip, self._start = grip, start
        self._item = surface.scene.edge_of(grip.element)
        self._points: Points = ()
        self.cursor = bending_cursor(surface, grip)

    @classmethod
    def at(cls, surface: Surface, start: Pointer) -> Tool | None:
        """The gesture that a drag from here begins: from the handle on a piece or corner of the selected flow."""
        grip = surface.handles.find(start.at, Grip.PIECE, Grip.BEND)
        return cls(surface, grip, start.at) if grip is not None else None

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
        """Show the way it would take; what is dragged keeps to the grid, and near to another piece it joins that."""
        if self._item is None:
            return None
        points, which = self._item.look.points, self._grip.which
        by = pointer.at - self._start
        dx = self._snapped(self._grip.at.x(), by.x(), {point.x for point in points})
        dy = self._snapped(self._grip.at.y(), by.y(), {point.y for point in points})
        if self._grip.grip is Grip.BEND:
            self._points = pulled(points, which, dx, dy)
        else:
            self._points = dragged(points, which, dx, dy, slides=self._slides(points, which, dx, dy))
        self._item.preview(self._points)
        return self

    def release(self, pointer: Pointer) -> Tool | None:
        """Keep that way."""
        if self._item is not None:
            self._item.preview(())
        if self._points:
            self.surface.attempt(lambda: bend(self.surface.diagram, self._grip.element, self._points))
        return None

    def exit(self) -> None:
        """Put the line back to what the document says."""
        if self._item is not None:
            self._item.preview(())

    def _slides(self, points: Points, piece: int, dx: float, dy: float) -> tuple[bool, bool]:
        """Whether the docks at both ends of the line may go along with a piece."""
        flow = self.surface.diagram.find(self._grip.element, Flow)
        start, end = points[piece], points[piece + 1]
        if flow is None or not is_straight(start, end):
            return False, False
        by = (0.0, dy) if is_horizontal(start, end) else (dx, 0.0)
        first, last = ends_of(flow)
        return self._reaches(first, start.moved(*by)), self._reaches(last, end.moved(*by))

    def _reaches(self, element: str, dock: Point) -> bool:
        """Whether a dock lies on a straight side of an element."""
        box = bounds_of(self.surface.diagram, self.surface.plane, element)
        if box is None or dock_at(self.surface.diagram, self.surface.plane, element, box).outline is not Outline.BOX:
            return False
        inside = box.x + CORNER <= dock.x <= box.right - CORNER, box.y + CORNER <= dock.y <= box.bottom - CORNER
        on_side = dock.x in (box.x, box.right), dock.y in (box.y, box.bottom)
        return (on_side[0] and inside[1]) or (on_side[1] and inside[0])

    def _snapped(self, at: float, by: float, others: Iterable[float]) -> float:
        """How far it goes: to the place of another piece, or its own old one, where that is near, else on the grid."""
        nearest = min((at, *others), key=lambda other: abs(other - at - by))
        is_near = abs(nearest - at - by) <= self.surface.units(REACH)
        return (nearest if is_near else round((at + by) / GRID) * GRID) - at


def bending_cursor(surface: Surface, grip: Handle) -> Qt.CursorShape:
    """The cursor that tells which way a piece or a corner can go."""
    item = surface.scene.edge_of(grip.element)
    if grip.grip is Grip.BEND or item is None or grip.which + 1 >= len(item.look.points):
        return Qt.CursorShape.SizeAllCursor
    start, end = item.look.points[grip.which : grip.which + 2]
    if not is_straight(start, end):
        return Qt.CursorShape.SizeAllCursor
    return Qt.CursorShape.SplitVCursor if is_horizontal(start, end) else Qt.CursorShape.SplitHCursor
