"""Resizing: drags a corner or a side of a selected shape, and those of all that are selected with it."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, Qt

from procos_studio.canvas.foreseen import Foreseen
from procos_studio.canvas.guides import guides
from procos_studio.canvas.handles import Grip, Handle
from procos_studio.canvas.looks import ShapeLook
from procos_studio.canvas.overlay import Box, Primitive
from procos_studio.canvas.snapping import REACH, Snapped, Snapping
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.tools.tool import Pointer, Tool
from procos_studio.edits.displacing import carried
from procos_studio.edits.framing import sibling_lanes
from procos_studio.edits.resize import resize, smallest
from procos_studio.model.geometry import Bounds
from procos_studio.model.records import Lane

LAYER = "resize"
_NEAR = 5.0
"""How near to the border between two lanes one takes hold of it, in pixels."""
_LEAST = (30.0, 20.0)
_MOST_FORESEEN = 2_000
"""On a plane with more, only the frame of what is resized is shown, not what makes way for it."""

_DIAGONALS = (Qt.CursorShape.SizeFDiagCursor, Qt.CursorShape.SizeBDiagCursor)
_ACROSS = (Qt.CursorShape.SizeHorCursor, Qt.CursorShape.SizeVerCursor)


class Resizing(Tool):
    """What is opposite stays; what is dragged comes into line with what stands around, else onto the grid.

    Of several selected shapes all get larger or smaller by as much. With Shift the proportions stay.
    """

    scrolls = True

    def __init__(self, surface: Surface, handle: Handle, start: QPointF) -> None:
        super().__init__(surface)
        self._element, self._start = handle.element, start
        self._sides = _dragged(handle)
        self._look = surface.scene.shape_look(handle.element)
        self._others = _resized_along(surface, handle.element)
        self._snapping = _snapping(surface, self._look) if self._look is not None else None
        self._bounds: Bounds | None = None
        self.cursor = cursor_of(handle)

    @classmethod
    def at(cls, surface: Surface, start: Pointer) -> Tool | None:
        """The gesture that a drag from here begins: from a corner or a side of the selected shape."""
        handle = surface.handles.find(start.at, Grip.CORNER, Grip.SIDE)
        return cls(surface, handle, start.at) if handle is not None else None

    @classmethod
    def between_lanes(cls, surface: Surface, start: Pointer) -> Tool | None:
        """The gesture that a drag from here begins: from anywhere on the border between two lanes."""
        border = lane_border(surface, start.at)
        return cls(surface, border, start.at) if border is not None else None

    def move(self, pointer: Pointer) -> Tool | None:
        """Show the size it would have, and what would follow."""
        look, snapping = self._look, self._snapping
        if look is None or snapping is None:
            return None
        by = pointer.at - self._start
        dx, dy = snapping.snap_sides(self._sides, by.x(), by.y(), self.surface.units(REACH))
        bounds = resized(look.bounds, self._sides, QPointF(dx, dy), self._least(self._element))
        if pointer.shift and len(self._sides) > 1:
            bounds = in_proportion(look.bounds, self._sides, bounds)
        self._bounds = bounds
        lines = Snapped(0, 0, snapping.lines_at(self._sides, bounds))
        self.surface.overlay.put(LAYER, (*self._foreseen(bounds), *guides(lines, self.surface.units(1))))
        return self

    def release(self, pointer: Pointer) -> Tool | None:
        """Give it that size."""
        bounds = self._bounds
        if bounds is not None and self._look is not None and bounds != self._look.bounds:
            self.surface.attempt(lambda: self._resize(bounds))
        return None

    def exit(self) -> None:
        """Take the preview away."""
        self.surface.overlay.put(LAYER, ())

    def _resize(self, bounds: Bounds) -> None:
        """Give the shape these bounds, and the others as much more or less."""
        diagram, look = self.surface.diagram, self._look
        if look is None or not self._others:
            resize(diagram, self._element, bounds)
            return
        old = look.bounds
        dx = bounds.x - old.x if 0 in self._sides else bounds.right - old.right
        dy = bounds.y - old.y if 1 in self._sides else bounds.bottom - old.bottom
        with diagram.edit(f"Resize {len(self._others) + 1} blocks"):
            resize(diagram, self._element, bounds)
            for other in self._others:
                resize(
                    diagram,
                    other.element,
                    resized(other.bounds, self._sides, QPointF(dx, dy), self._least(other.element)),
                )

    def _least(self, element: str) -> tuple[float, float]:
        return smallest(self.surface.diagram, element) or _LEAST

    def _foreseen(self, bounds: Bounds) -> tuple[Primitive, ...]:
        frame = (Box(QRectF(*bounds), dashed=True, radius=4),)
        if len(self.surface.scene.looks) > _MOST_FORESEEN:
            return frame
        return Foreseen(self.surface, lambda: self._resize(bounds)).shown() or frame


def _resized_along(surface: Surface, element: str) -> list[ShapeLook]:
    """What else is selected and has a size of its own; what holds others has that by itself."""
    looks = (surface.scene.shape_look(key) for key in surface.selection if key != element)
    steps = (look for look in looks if look is not None and not look.is_area)
    return [look for look in steps if smallest(surface.diagram, look.element) is not None]


def _snapping(surface: Surface, look: ShapeLook) -> Snapping:
    """Pools and lanes come into line with other pools, anything else with steps that do not go along."""
    along = carried(surface.diagram, (look.element,))
    others = surface.beside(along, pools=look.kind in ("lane", "participant"))
    return Snapping(look.bounds, (box for box in others if not box.encloses(look.bounds)))


def lane_border(surface: Surface, at: QPointF) -> Handle | None:
    """The border between two lanes at a point, as a handle of one of them."""
    look = surface.scene.shape_look(surface.scene.element_at(at))
    if look is None or surface.diagram.find(look.element, Lane) is None:
        return None
    box, near = look.bounds, surface.units(_NEAR)
    away = (at.x() - box.x, at.y() - box.y, at.x() - box.right, at.y() - box.bottom)
    before, after = (1, 3) if look.horizontal else (0, 2)
    beside = [shape.shows for shape in sibling_lanes(surface.diagram, look.element)]
    is_first, is_last = look.element in beside[:1], look.element in beside[-1:]
    if abs(away[before]) <= near and not is_first:
        return Handle(Grip.SIDE, look.element, at, before)
    return Handle(Grip.SIDE, look.element, at, after) if abs(away[after]) <= near and not is_last else None


def cursor_of(handle: Handle) -> Qt.CursorShape:
    """The cursor that tells which way a corner or a side goes."""
    return (_DIAGONALS if handle.grip is Grip.CORNER else _ACROSS)[handle.which % 2]


def _dragged(handle: Handle) -> frozenset[int]:
    """The sides (0 left, 1 top, 2 right, 3 bottom) that move: those that meet in a corner, or one."""
    around = {handle.which, (handle.which + 1) % 4} if handle.grip is Grip.CORNER else {handle.which}
    return frozenset(around)


def resized(bounds: Bounds, sides: Collection[int], by: QPointF, least: tuple[float, float]) -> Bounds:
    """The bounds with sides (0 left, 1 top, 2 right, 3 bottom) displaced, at least of size `least`."""
    left, top, right, bottom = bounds.x, bounds.y, bounds.right, bounds.bottom
    if 0 in sides:
        left = min(left + by.x(), right - least[0])
    if 2 in sides:
        right = max(right + by.x(), left + least[0])
    if 1 in sides:
        top = min(top + by.y(), bottom - least[1])
    if 3 in sides:
        bottom = max(bottom + by.y(), top + least[1])
    return Bounds(left, top, right - left, bottom - top)


def in_proportion(bounds: Bounds, sides: Collection[int], wanted: Bounds) -> Bounds:
    """The bounds as much larger or smaller as the wanted ones are where that is more, in their old proportions."""
    factor = max(wanted.width / max(bounds.width, 1.0), wanted.height / max(bounds.height, 1.0))
    width, height = bounds.width * factor, bounds.height * factor
    x = bounds.right - width if 0 in sides else bounds.x
    y = bounds.bottom - height if 1 in sides else bounds.y
    return Bounds(x, y, width, height)
