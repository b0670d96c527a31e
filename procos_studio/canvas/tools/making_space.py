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
        self._previews: dict[bool, _Preview] = {}

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
        self._at, self._by, self._is_dragged = pointer.at, QPointF(), True
        return self

    def move(self, pointer: Pointer) -> Tool | None:
        """Show what would move."""
        if self._is_dragged:
            by = pointer.at - self._at
            level = abs(by.x()) >= abs(by.y())
            self._by = QPointF(_to_grid(by.x()), 0) if level else QPointF(0, _to_grid(by.y()))
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
        self._by = before + QPointF(x * _STEP, y * _STEP)
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
            shown += self._preview(level=bool(by.x())).show(by)
        self.surface.overlay.put(LAYER, shown)

    def _preview(self, *, level: bool) -> _Preview:
        self._put_back()
        found = self._previews.get(level)
        if found is None:
            found = self._previews[level] = _Preview(self.surface, self._at, level)
        return found


class _Preview:
    """What one of the two lines moves and stretches, as far as it is in sight."""

    def __init__(self, surface: Surface, at: QPointF, level: bool) -> None:
        self._level = level
        room = surface.camera.visible.adjusted(-_SIGHT, -_SIGHT, _SIGHT, _SIGHT)
        plane, by = known_plane(surface.diagram, surface.plane), Point(1, 0) if level else Point(0, 1)
        placed = pushed(surface.diagram, plane, Point(at.x(), at.y()), by)
        moved: set[str] = set()
        self._stretched: list[Bounds] = []
        for key, bounds in placed.items():
            shape = surface.diagram.require(key, Shape)
            if not QRectF(*bounds).intersects(room):
                continue
            if (bounds.width, bounds.height) == (shape.bounds.width, shape.bounds.height):
                moved.add(shape.shows)
            else:
                self._stretched.append(shape.bounds)
        self.displaced = Displaced(surface, frozenset(moved))

    def show(self, by: QPointF) -> list[Primitive]:
        """Displace what moves; frames of what gets longer."""
        self.displaced.show(by.x(), by.y())
        longer = [(box, max(0.0, by.x()), max(0.0, by.y())) for box in self._stretched]
        return [Box(QRectF(box.x, box.y, box.width + x, box.height + y), dashed=True) for box, x, y in longer]


def _to_grid(value: float) -> float:
    return float(round(value / GRID) * GRID)
