"""Arrivals: blocks that are dragged in from elsewhere, from their first sight to the drop."""

from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from procos_studio.canvas.surface import Surface
from procos_studio.canvas.tools.placing import BLOCK_MIME, Placing
from procos_studio.canvas.tools.tool import Pointer
from procos_studio.canvas.tools.toolbox import Toolbox
from procos_studio.library import BlockDefinition


class Arrivals:
    """Only blocks of the library are taken, and only while a diagram is shown."""

    def __init__(self, surface: Surface, tools: Toolbox) -> None:
        self._surface, self._tools = surface, tools

    def enter(self, event: QDragEnterEvent) -> None:
        """Show a ghost of a block; anything else is not taken."""
        block = self._dragged(event)
        if block is None:
            event.ignore()
            return
        self._tools.begin(Placing(self._surface, block, dropped=True))
        event.acceptProposedAction()

    def move(self, event: QDragMoveEvent) -> None:
        """Let the ghost follow."""
        self._tools.move(self._pointer(event))
        event.acceptProposedAction()

    def drop(self, event: QDropEvent) -> str:
        """Place the block; its id, `""` where that was refused."""
        placing, made = self._tools.active, ""
        if isinstance(placing, Placing):
            made = placing.drop(self._pointer(event).at)
            event.acceptProposedAction()
        self._tools.cancel()
        return made

    def _dragged(self, event: QDropEvent) -> BlockDefinition | None:
        data = event.mimeData()
        if not self._surface.is_open or not data.hasFormat(BLOCK_MIME):
            return None
        return self._surface.library.get(bytes(data.data(BLOCK_MIME).data()).decode(errors="replace"))

    def _pointer(self, event: QDropEvent) -> Pointer:
        pixel, view = event.position().toPoint(), self._surface.view
        return Pointer(view.mapToScene(pixel), pixel, view.viewport().mapToGlobal(pixel), modifiers=event.modifiers())
