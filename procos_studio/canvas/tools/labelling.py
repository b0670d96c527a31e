"""Labelling: drags the name beside a shape or along a flow."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from procos_studio.canvas.items.label import LabelItem
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.tools.tool import Pointer, Tool
from procos_studio.edits.move_label import move_label


class Labelling(Tool):
    """The label itself previews its place."""

    cursor = Qt.CursorShape.SizeAllCursor
    scrolls = True

    def __init__(self, surface: Surface, label: LabelItem, start: QPointF) -> None:
        super().__init__(surface)
        self._label, self._start = label, start
        self._by = QPointF()

    @classmethod
    def at(cls, surface: Surface, start: Pointer) -> Tool | None:
        """The gesture that a drag from here begins: from a label, where not more than its owner is selected."""
        top = next(iter(surface.scene.hits(start.at)), None)
        if not isinstance(top, LabelItem) or len(surface.selection) > 1 or start.ctrl:
            return None
        return cls(surface, top, start.at)

    def move(self, pointer: Pointer) -> Tool | None:
        """Show it there."""
        self._by = pointer.at - self._start
        self._label.displace(self._by.x(), self._by.y())
        return self

    def release(self, pointer: Pointer) -> Tool | None:
        """Leave it there."""
        bounds = self._label.placed.bounds.moved(round(self._by.x()), round(self._by.y()))
        self._label.displace(0, 0)
        self.surface.attempt(lambda: move_label(self.surface.diagram, self._label.look.element, bounds))
        return None

    def exit(self) -> None:
        """Put the label back to where the document says."""
        self._label.displace(0, 0)
