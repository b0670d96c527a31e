"""Item: what the items of shapes, edges and labels share: the look, the mark, and how it is told of a change."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtWidgets import QGraphicsItem

from procos_studio.canvas.looks import EdgeLook, ShapeLook
from procos_studio.canvas.marks import NONE, Mark
from procos_studio.canvas.theme import Theme

L = TypeVar("L", ShapeLook, EdgeLook)


class Item(QGraphicsItem, Generic[L]):
    """Shows one look. Only sync makes, changes and removes items."""

    def __init__(self, look: L, theme: Theme) -> None:
        super().__init__()
        self.look: L = look
        self.theme = theme
        self.mark: Mark = NONE
        self.selected = False
        self.setAcceptedMouseButtons(self.acceptedMouseButtons().__class__(0))

    def set_look(self, look: L) -> None:
        """Show another look of the same element."""
        self.prepareGeometryChange()
        self.look = look
        self.adopt()
        self.update()

    def set_mark(self, mark: Mark) -> None:
        """Show another mark."""
        if mark == self.mark:
            return
        if bool(mark.note) != bool(self.mark.note):
            self.prepareGeometryChange()
        self.mark = mark
        self.setOpacity(0.35 if mark.dimmed else 1.0)
        self.update()

    def set_selected(self, selected: bool) -> None:
        """Show whether it is selected."""
        if selected != self.selected:
            self.selected = selected
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme from now on."""
        self.theme = theme
        self.update()

    def displace(self, dx: float, dy: float) -> None:
        """Show it away from where it belongs while a gesture lasts; (0, 0) puts it back."""
        raise NotImplementedError

    def adopt(self) -> None:
        """Take position, stacking and cached paths from the look."""
        raise NotImplementedError
