"""Badges: the link sign of a block as something to point at: a hand, a tip that says where it leads, a click."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from procos_studio.canvas.items.shape import ShapeItem
from procos_studio.canvas.painting.activities import MARKERS_SHOW, link_badge
from procos_studio.canvas.surface import Surface


class Badges:
    """Follows the pointer over one surface."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._pointed = ""

    def under(self, at: QPointF) -> str:
        """The element on whose link sign a point of the plane lies, or `""`."""
        shape = self._shape(at)
        return shape.look.element if shape is not None else ""

    def hover(self, at: QPointF) -> bool:
        """Let the tip of the sign under the pointer say where it leads; whether there is one."""
        shape = self._shape(at)
        element = shape.look.element if shape is not None else ""
        if element != self._pointed:
            before = self._surface.scene.shape_of(self._pointed)
            if before is not None:
                before.setToolTip("")
            self._pointed = element
        if shape is not None:
            shape.setToolTip(self._surface.tell_link(element))
        return shape is not None

    def _shape(self, at: QPointF) -> ShapeItem | None:
        if self._surface.camera.scale <= MARKERS_SHOW:
            return None
        shape = self._surface.scene.shape_at(at)
        if shape is None:
            return None
        sign = link_badge(shape.look)
        return shape if sign is not None and sign.contains(shape.mapFromScene(at)) else None
