"""Placing: puts a block from the library where it is clicked or dropped, with a ghost of it under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt

from procos_studio.canvas.drops import Landing, highlight, landing
from procos_studio.canvas.foreseen import Foreseen
from procos_studio.canvas.guides import guides
from procos_studio.canvas.overlay import Box, Polyline, Primitive
from procos_studio.canvas.snapping import REACH, Snapping
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.theme import GRID
from procos_studio.canvas.tools.autoscroll import is_inside
from procos_studio.canvas.tools.renaming import Renaming
from procos_studio.canvas.tools.tool import Pointer, Tool, pointer_at
from procos_studio.canvas.walking import Heading
from procos_studio.edits.place import place
from procos_studio.library import BlockDefinition
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.records import GATEWAYS, SequenceFlow

translate = QCoreApplication.translate

BLOCK_MIME = "application/x-procos-block"
"""The MIME type of a dragged block; its data is the block's id in UTF-8."""

LAYER = "placing"
_STEP = 5 * GRID
"""How far one arrow key goes."""


class Placing(Tool):
    """Ends with the click that places; with Shift it goes on with another block of the same kind.

    A block that is dragged in (`dropped`) is placed where it is let go, and the view scrolls under it at its edge, not
    while it is on its way in over that edge.
    """

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, surface: Surface, block: BlockDefinition, *, dropped: bool = False) -> None:
        super().__init__(surface)
        self._block = block
        self._at = surface.camera.visible.center()
        is_pool = block.element == "participant"
        self._snapping = Snapping(_box(block, QPointF()), surface.beside(pools=is_pool))
        self._is_dropped = dropped

    def enter(self) -> None:
        """Say what to do."""
        self.surface.hint.emit(
            translate("Canvas", "Drop the block where it is to stand; on a flow it comes in between. Esc ends.")
            if self._is_dropped
            else translate("Canvas", "Click where the block is to stand; Shift places several. Esc ends.")
        )

    def move(self, pointer: Pointer) -> Tool | None:
        """Let the ghost follow, and show what would receive the block."""
        at, lines = self._snapped(pointer.at)
        self._at = pointer.at
        self.scrolls = self.scrolls or (self._is_dropped and is_inside(self.surface, pointer))
        found = landing(self.surface, self._block, pointer.at)
        seen = self._on_flow(found, at)
        verdict = found.verdict if seen is None else seen.verdict
        self.refuses = not verdict
        shown = (*lines, *ghost(found.block, at), *highlight(self.surface, found.host, verdict, pointer.at))
        self.surface.overlay.put(LAYER, seen.shown("done") if seen is not None and verdict else shown)
        return self

    def _on_flow(self, found: Landing, at: QPointF) -> Foreseen | None:
        """Where it lands on a flow: what would make way for it, and how the flows would run."""
        is_flow = self.surface.diagram.find(found.host, SequenceFlow) is not None
        return Foreseen(self.surface, lambda: _put(self.surface, found, at)) if is_flow else None

    def press(self, pointer: Pointer) -> Tool | None:
        """A click places on release; another button ends."""
        return self if pointer.button is Qt.MouseButton.LeftButton else None

    def release(self, pointer: Pointer) -> Tool | None:
        """Place the block."""
        if pointer.button is not Qt.MouseButton.LeftButton:
            return self
        made = self.drop(pointer.at)
        return self if pointer.shift else Renaming.of_new(self.surface, made)

    def steer(self, heading: Heading) -> bool:
        """Let the ghost go that way."""
        x, y = heading.value
        self.move(pointer_at(self.surface, self._at + QPointF(x * _STEP, y * _STEP)))
        return True

    def confirm(self) -> Tool | None:
        """Place the block where the ghost is."""
        return Renaming.of_new(self.surface, self.drop(self._at))

    def drop(self, at: QPointF) -> str:
        """Place the block at a point, and select it; its id, `""` where that was refused."""
        return place_block(self.surface, landing(self.surface, self._block, at), self._snapped(at)[0])

    def exit(self) -> None:
        """Take the ghost away."""
        self.surface.overlay.put(LAYER, ())

    def _snapped(self, at: QPointF) -> tuple[QPointF, list[Primitive]]:
        snapped = self._snapping.snap(at.x(), at.y(), self.surface.units(REACH))
        return QPointF(snapped.dx, snapped.dy), guides(snapped, self.surface.units(1))


def place_block(surface: Surface, found: Landing, at: QPointF) -> str:
    """Put a block where it landed, and select it; its id, `""` where that was refused."""
    made = surface.attempt(lambda: _put(surface, found, at))
    if made is not None:
        surface.select((made,))
    return made or ""


def _put(surface: Surface, found: Landing, at: QPointF) -> str:
    return place(surface.diagram, found.block, surface.plane, Point(at.x(), at.y()), found.host)


def ghost(block: BlockDefinition, at: QPointF) -> tuple[Primitive, ...]:
    """The outline of a block with its middle at a point."""
    box = QRectF(*_box(block, at))
    if block.element in GATEWAYS:
        corners = (
            QPointF(box.center().x(), box.top()),
            QPointF(box.right(), box.center().y()),
            QPointF(box.center().x(), box.bottom()),
            QPointF(box.left(), box.center().y()),
        )
        return (Polyline((*corners, corners[0])),)
    radius = box.width() / 2 if block.element.endswith("Event") else 8
    return (Box(box, filled=True, radius=radius),)


def _box(block: BlockDefinition, at: QPointF) -> Bounds:
    width, height = block.size
    return Bounds(at.x() - width / 2, at.y() - height / 2, width, height)
