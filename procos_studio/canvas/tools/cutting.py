"""Cutting: deletes the flows across which the pointer is drawn."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt

from procos_studio.canvas.items.edge import EdgeItem
from procos_studio.canvas.overlay import Polyline, Primitive
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.tools.tool import Pointer, Tool
from procos_studio.edits.delete import delete

LAYER = "cut"


class Cutting(Tool):
    """Ctrl and the right button; what will be cut is shown before the button is let go."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, surface: Surface, start: Pointer) -> None:
        super().__init__(surface)
        self._button = start.button
        self._path = [start.at]
        self._cut: dict[str, EdgeItem] = {}

    def move(self, pointer: Pointer) -> Tool | None:
        """Add to the cut, and to what it cuts."""
        stroke = QLineF(self._path[-1], pointer.at)
        if stroke.isNull():
            return self
        self._path.append(pointer.at)
        for item in self.surface.scene.items(_around(stroke), Qt.ItemSelectionMode.IntersectsItemBoundingRect):
            if isinstance(item, EdgeItem) and _crosses(stroke, item):
                self._cut[item.look.element] = item
        shown: list[Primitive] = [Polyline(tuple(self._path), "failed", dashed=True)]
        shown += [Polyline(tuple(QPointF(*point) for point in item.points), "failed") for item in self._cut.values()]
        self.surface.overlay.put(LAYER, shown)
        return self

    def release(self, pointer: Pointer) -> Tool | None:
        """Cut."""
        if pointer.button is not self._button:
            return self
        flows = tuple(self._cut)
        if flows:
            self.surface.attempt(lambda: delete(self.surface.diagram, flows))
        return None

    def exit(self) -> None:
        """Take the stroke away."""
        self.surface.overlay.put(LAYER, ())


def _around(stroke: QLineF) -> QRectF:
    return QRectF(stroke.p1(), stroke.p2()).normalized().adjusted(-1, -1, 1, 1)


def _crosses(stroke: QLineF, item: EdgeItem) -> bool:
    pieces = (QLineF(QPointF(*start), QPointF(*end)) for start, end in pairwise(item.points))
    return any(stroke.intersects(piece)[0] is QLineF.IntersectionType.BoundedIntersection for piece in pieces)
