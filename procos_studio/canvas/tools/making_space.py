"""MakingSpace: pushes everything right of a line, or below it, away; or pulls it nearer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt

from procos_studio.canvas.overlay import Box, Polyline, Primitive
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.theme import GRID
from procos_studio.canvas.tools.displaced import Displaced
from procos_studio.canvas.tools.tool import Pointer, Tool
from procos_studio.canvas.walking import Heading
from procos_studio.edits.drawing import known_plane
from procos_studio.edits.make_space import make_space
from procos_studio.edits.spacing import pushed
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.records import Shape

translate = QCoreApplication.translate

LAYER = "space"
_STEP = 4 * GRID
"""How far one arrow key goes."""
_FAR = 1e5
"""A distance that is never made; asked for to learn how far things can go."""
_SIGHT = 600.0
"""How far beyond what shows, in units, things are moved in the preview; what is farther off is not seen."""


class MakingSpace(Tool):
    """Two lines cross at the pointer; a drag decides which of them counts. Begun by a key, ended by one drag."""

    cursor = Qt.CursorShape.SplitHCursor
    scrolls = True

    def __init__(self, surface: Surface, at: QPointF) -> None:
        super().__init__(surface)
        self._at = at
        self._by = QPointF()
        self._is_dragged = False
        self._previews: dict[Heading, _Preview] = {}

    def enter(self) -> None:
        """Say what to do."""
        self.surface.hint.emit(
            translate("Canvas", "Drag to make space right of the line or below it; arrow keys and Enter do it too.")
        )
        self._show()

    def press(self, pointer: Pointer) -> Tool | None:
        """The line stays here; another button ends."""
        if pointer.button is not Qt.MouseButton.LeftButton:
            return None
        self._put_back()
        self._previews.clear()
        self._at, self._by, self._is_dragged = pointer.at, QPointF(), True
        return self

    def move(self, pointer: Pointer) -> Tool | None:
        """Show what would move."""
        if self._is_dragged:
            by = pointer.at - self._at
            level = abs(by.x()) >= abs(by.y())
            self._by = self._limited(QPointF(_to_grid(by.x()), 0) if level else QPointF(0, _to_grid(by.y())))
        elif self._by.isNull():
            self._at = pointer.at
        self._show()
        return self

    def release(self, pointer: Pointer) -> Tool | None:
        """Move, once."""
        return self.confirm() if self._is_dragged else self

    def steer(self, heading: Heading) -> bool:
        """Make a little more space that way, or less."""
        x, y = heading.value
        level = x != 0
        before = self._by if (self._by.x() != 0) == level else QPointF()
        self._by = self._limited(before + QPointF(x * _STEP, y * _STEP))
        self._show()
        return True

    def confirm(self) -> Tool | None:
        """Make the space that is shown."""
        self._put_back()
        by, at = self._by, self._at
        if not by.isNull():
            diagram, plane = self.surface.diagram, self.surface.plane
            self.surface.attempt(lambda: make_space(diagram, plane, Point(at.x(), at.y()), by.x(), by.y()))
        return None

    def exit(self) -> None:
        """Put everything back to where the document says."""
        self._put_back()
        self.surface.overlay.put(LAYER, ())

    def _put_back(self) -> None:
        for preview in self._previews.values():
            preview.displaced.put_back()

    def _show(self) -> None:
        view, at, by = self.surface.camera.visible, self._at, self._by
        upright = (QPointF(at.x(), view.top()), QPointF(at.x(), view.bottom()))
        level = (QPointF(view.left(), at.y()), QPointF(view.right(), at.y()))
        shown: list[Primitive] = []
        if by.isNull():
            shown += [Polyline(upright, "guide", dashed=True), Polyline(level, "guide", dashed=True)]
            self._put_back()
        else:
            line = upright if by.x() else level
            shown += [Polyline(line, "guide", dashed=True), Polyline((line[0] + by, line[1] + by), "guide")]
            self._put_back()
            shown += self._preview(by).show(by)
        self.surface.overlay.put(LAYER, shown)

    def _limited(self, by: QPointF) -> QPointF:
        """No nearer than there is room."""
        if by.x() >= 0 and by.y() >= 0:
            return by
        most = self._preview(by).most
        return QPointF(max(by.x(), -most), 0) if by.x() else QPointF(0, max(by.y(), -most))

    def _preview(self, by: QPointF) -> _Preview:
        """Of what moves this way: right, left, down or up."""
        towards = next(way for way in Heading if by.x() * way.value[0] > 0 or by.y() * way.value[1] > 0)
        found = self._previews.get(towards)
        if found is None:
            found = self._previews[towards] = _Preview(self.surface, self._at, towards)
        return found


class _Preview:
    """What one of the two lines moves and stretches, as far as it is in sight; `most` is how far it can go."""

    def __init__(self, surface: Surface, at: QPointF, towards: Heading) -> None:
        room = surface.camera.visible.adjusted(-_SIGHT, -_SIGHT, _SIGHT, _SIGHT)
        plane, (x, y) = known_plane(surface.diagram, surface.plane), towards.value
        placed = pushed(surface.diagram, plane, Point(at.x(), at.y()), Point(x * _FAR, y * _FAR))
        moved: set[str] = set()
        self.most = 0.0
        self._stretched: list[Bounds] = []
        for key, bounds in placed.items():
            shape = surface.diagram.require(key, Shape)
            self.most = max(self.most, abs(bounds.x - shape.bounds.x), abs(bounds.y - shape.bounds.y)) // GRID * GRID
            if not QRectF(*shape.bounds).intersects(room):
                continue
            if (bounds.width, bounds.height) == (shape.bounds.width, shape.bounds.height):
                moved.add(shape.shows)
            else:
                self._stretched.append(shape.bounds)
        self.displaced = Displaced(surface, frozenset(moved))

    def show(self, by: QPointF) -> list[Primitive]:
        """Displace what moves; frames of what gets longer."""
        self.displaced.show(by.x(), by.y())
        boxes = (QRectF(box.x, box.y, box.width + by.x(), box.height + by.y()) for box in self._stretched)
        return [Box(box, dashed=True) for box in boxes]


def _to_grid(value: float) -> float:
    return float(round(value / GRID) * GRID)
