"""Selecting: the tool while nothing else is under way: clicks select, hovering shows ports, a drag begins a gesture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from procos_studio.canvas.badges import Badges
from procos_studio.canvas.drops import area_at
from procos_studio.canvas.handles import Grip, Handle
from procos_studio.canvas.items.edge import EdgeItem
from procos_studio.canvas.items.label import LabelItem
from procos_studio.canvas.items.shape import ShapeItem
from procos_studio.canvas.painting.pools import HEADER
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.tools.bending import bending_cursor
from procos_studio.canvas.tools.cutting import Cutting
from procos_studio.canvas.tools.renaming import Renaming
from procos_studio.canvas.tools.resizing import cursor_of, lane_border
from procos_studio.canvas.tools.table import first_gesture
from procos_studio.canvas.tools.tool import Pointer, Tool
from procos_studio.model.records import CONTAINERS, TASKS


class Selecting(Tool):
    """Remembers where a button went down until it is clear whether that is a click or a drag."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._pressed: Pointer | None = None
        self._was_selected = False
        self._before: tuple[str, ...] = ()
        self._badges = Badges(surface)

    def press(self, pointer: Pointer) -> Tool | None:
        """Select at once what was not selected, so that a drag can move it; another button selects for a menu."""
        found = self.surface.scene.element_at(pointer.at)
        self._was_selected, self._before = found in self.surface.selection, self.surface.selection
        if pointer.button is Qt.MouseButton.RightButton and pointer.ctrl:
            return Cutting(self.surface, pointer)
        if pointer.button is Qt.MouseButton.LeftButton:
            self._pressed = pointer
        if found and not self._was_selected and self.surface.handles.find(pointer.at) is None:
            self.surface.select((*self.surface.selection, found) if pointer.extends else (found,))
        elif not found and pointer.button is Qt.MouseButton.RightButton:
            self._select_area(pointer)
        return self

    def move(self, pointer: Pointer) -> Tool | None:
        """Begin a gesture when the pointer went far enough with the button down, else show what is under it."""
        start = self._pressed
        if start is None:
            self._hover(pointer)
            return self
        if (pointer.pixel - start.pixel).manhattanLength() < QApplication.startDragDistance():
            return self
        self._pressed = None
        if start.ctrl and not self._was_selected and (found := self.surface.scene.element_at(start.at)):
            # the press has added it to the selection, as a click would; a drag copies it alone
            self.surface.select((found,))
        return first_gesture(self.surface, start)

    def release(self, pointer: Pointer) -> Tool | None:
        """A click: take one out of the selection, reduce the selection to one, or clear it."""
        start, self._pressed = self._pressed, None
        if start is None or self.surface.handles.find(start.at) is not None:
            return self
        found = self.surface.scene.element_at(start.at)
        if start.extends:
            if self._was_selected:
                self.surface.select(key for key in self.surface.selection if key != found)
            return self
        if found and start.alt:
            self.surface.select((self._below(start.at),))
        elif found:
            self.surface.select((found,))
        else:
            self._select_area(start)
        if linked := self._badges.under(start.at):
            self.surface.link_requested.emit(linked)
        return self

    def double_click(self, pointer: Pointer) -> Tool | None:
        """Ask for a block on empty ground, rename what is text, open the rest."""
        self._pressed = None
        found = self.surface.scene.element_at(pointer.at)
        if pointer.button is not Qt.MouseButton.LeftButton:
            return self
        if not found or self._is_ground(pointer.at, found):
            self.surface.ask_for_block(pointer.at)
        elif self._is_text(pointer.at, found):
            return Renaming.of(self.surface, found)
        elif self._opens(found):
            self.surface.open_requested.emit(found)
        else:
            self.surface.edit_requested.emit(found)
        return self

    def _below(self, at: QPointF) -> str:
        """The element below the one that was selected before, of those at a point; the topmost below the last."""
        hits = self.surface.scene.hits(at)
        items = (item for item in hits if isinstance(item, (ShapeItem, EdgeItem, LabelItem)))
        found = list(dict.fromkeys(item.look.element for item in items))
        chosen = next((number for number, key in enumerate(found) if key in self._before), -1)
        return found[(chosen + 1) % len(found)]

    def _select_area(self, pointer: Pointer) -> None:
        """Where nothing is drawn, the pool or lane around is meant; a drag there selects what stands in it."""
        area = area_at(self.surface.scene, pointer.at)
        self.surface.select((area,) if area else ())

    def _hover(self, pointer: Pointer) -> None:
        self.surface.handles.hover(pointer.at)
        handle = self.surface.handles.find(pointer.at)
        cursor = Qt.CursorShape.PointingHandCursor if self._badges.hover(pointer.at) else self.cursor
        handle = handle if handle is not None else lane_border(self.surface, pointer.at)
        if handle is not None:
            cursor = self._cursor_on(handle)
        self.surface.view.viewport().setCursor(cursor)

    def _cursor_on(self, handle: Handle) -> Qt.CursorShape:
        match handle.grip:
            case Grip.PORT | Grip.END:
                return Qt.CursorShape.CrossCursor
            case Grip.PIECE | Grip.BEND:
                return bending_cursor(self.surface, handle)
            case _:
                return cursor_of(handle)

    def _is_text(self, at: QPointF, element: str) -> bool:
        """Whether it is a label, a flow, the band of a pool or container, or a block that is only a name."""
        top = next(iter(self.surface.scene.hits(at)), None)
        if isinstance(top, (LabelItem, EdgeItem)):
            return True
        shape = self.surface.scene.shape_of(element)
        if shape is None:
            return False
        look = shape.look
        if look.kind in ("participant", "lane", "textAnnotation", "group"):
            return True
        if look.expanded:
            return at.y() < look.bounds.y + HEADER
        return look.kind in TASKS and look.face is None

    def _is_ground(self, at: QPointF, element: str) -> bool:
        """Whether the point is in an open sub-process, where blocks are put as on empty ground."""
        top = next(iter(self.surface.scene.hits(at)), None)
        is_open = isinstance(top, ShapeItem) and top.look.kind in CONTAINERS and top.look.expanded
        return is_open and not self._is_text(at, element)

    def _opens(self, element: str) -> bool:
        shape = self.surface.scene.shape_of(element)
        return shape is not None and shape.look.kind in CONTAINERS and not shape.look.expanded
