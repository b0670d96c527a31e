"""Sourcing: asks for the block where a flow is to begin, by a click or by the start of a drag; then a wire is drawn."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from procos_studio.canvas.drops import highlight
from procos_studio.canvas.handles import WITHOUT_PORTS
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.tools.connecting import Connecting
from procos_studio.canvas.tools.tool import Pointer, Tool
from procos_studio.model.rules import Verdict

translate = QCoreApplication.translate

LAYER = "source"


class Sourcing(Tool):
    """What would be taken is framed; a click on empty ground takes nothing, and it goes on."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._pressed: Pointer | None = None

    def enter(self) -> None:
        """Say what to do."""
        self.surface.hint.emit(translate("Canvas", "Click where the flow begins, then where it ends."))

    def press(self, pointer: Pointer) -> Tool | None:
        """Another button ends."""
        self._pressed = pointer
        return self if pointer.button is Qt.MouseButton.LeftButton else None

    def move(self, pointer: Pointer) -> Tool | None:
        """Frame the block at the pointer; a drag from it draws the wire at once."""
        pressed = self._pressed
        if pressed is not None:
            far = (pointer.pixel - pressed.pixel).manhattanLength() >= QApplication.startDragDistance()
            return self._wire(pressed) if far else self
        self.surface.overlay.put(LAYER, highlight(self.surface, self._at(pointer), Verdict("source"), pointer.at))
        return self

    def release(self, pointer: Pointer) -> Tool | None:
        """A click chose it."""
        pressed, self._pressed = self._pressed, None
        return self._wire(pressed) if pressed is not None else self

    def exit(self) -> None:
        """Take the frame away."""
        self.surface.overlay.put(LAYER, ())

    def _wire(self, pressed: Pointer) -> Tool:
        source = self._at(pressed)
        if not source:
            self._pressed = None
            return self
        self.surface.select((source,))
        return Connecting(self.surface, source)

    def _at(self, pointer: Pointer) -> str:
        """The element at the pointer from which a wire can be drawn, or `""`."""
        shape = self.surface.scene.shape_of(self.surface.scene.element_at(pointer.at))
        return shape.look.element if shape is not None and shape.look.kind not in WITHOUT_PORTS else ""
