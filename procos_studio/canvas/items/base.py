"""Item: what the items of shapes, edges and labels share: the look, the mark, and how it is told of a change."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem

from procos_studio.canvas.looks import EdgeLook, ShapeLook
from procos_studio.canvas.marks import NONE, Mark
from procos_studio.canvas.painting.pencil import Pencil, pencil_for
from procos_studio.canvas.theme import Theme

L = TypeVar("L", ShapeLook, EdgeLook)
_DIM = 0.35
"""The opacity of what is out of scope."""


class Item(QGraphicsItem, Generic[L]):
    """Shows one look. Only sync makes, changes and removes items."""

    def __init__(self, look: L, theme: Theme) -> None:
        super().__init__()
        self.look: L = look
        self.theme = theme
        self.mark: Mark = NONE
        self.selected = False
        self._pencil: Pencil | None = None

    def set_look(self, look: L) -> None:
        """Show another look of the same element."""
        self.prepareGeometryChange()
        self.look = look
        self._pencil = None
        self.adopt()
        self.update()

    def set_mark(self, mark: Mark) -> None:
        """Show another mark."""
        if mark == self.mark:
            return
        if bool(mark.note) != bool(self.mark.note):
            self.prepareGeometryChange()
        if mark.dimmed != self.mark.dimmed:
            self.setOpacity(_DIM if mark.dimmed else 1.0)
        self.mark = mark
        self._pencil = None
        self.update()

    def set_selected(self, selected: bool) -> None:
        """Show whether it is selected."""
        if selected != self.selected:
            self.selected = selected
            self._pencil = None
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme from now on."""
        self.theme = theme
        self._pencil = None
        self.update()

    def pencil(self, painter: QPainter, scale: float) -> Pencil:
        """The pencil for its look and mark, kept until one of them changes."""
        if self._pencil is None:
            self._pencil = pencil_for(painter, self.theme, self.look, self.mark, self.selected, scale)
        self._pencil.painter, self._pencil.scale = painter, scale
        return self._pencil

    def displace(self, dx: float, dy: float) -> None:
        """Show it away from where it belongs while a gesture lasts; (0, 0) puts it back."""
        raise NotImplementedError

    def adopt(self) -> None:
        """Take position and cached paths from the look; how it is stacked is for the scene to say."""
        raise NotImplementedError
