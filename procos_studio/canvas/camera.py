"""Camera: which part of the plane the view shows: zoom, pan, fit and reveal."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsView

NEAREST, FARTHEST = 8.0, 0.02
STEP = 1.2
_MARGIN = 48.0


class Camera:
    """Moves a view. Scales are 1 at 100 %; points are of the plane unless they say pixels.

    `zooms` is called before a change of the zoom, with whether it is a step that a person makes; `moved` after it. The
    view itself sees when it is scrolled.
    """

    def __init__(self, view: QGraphicsView, zooms: Callable[[bool], None], moved: Callable[[], None]) -> None:
        self._view = view
        self._zooms, self._moved = zooms, moved
        self._rest = 0, 0

    @property
    def scale(self) -> float:
        """The zoom."""
        return self._view.transform().m11()

    @property
    def visible(self) -> QRectF:
        """The part of the plane that shows."""
        return self._view.mapToScene(self._view.viewport().rect()).boundingRect()

    def zoom_to(self, scale: float, anchor: QPointF | None = None) -> None:
        """Zoom so that `anchor` (default: the middle) stays where it is on the screen."""
        wanted = max(FARTHEST, min(NEAREST, scale))
        self._zooms(True)
        point = anchor if anchor is not None else self.visible.center()
        before = self._view.mapFromScene(point)
        factor = wanted / self.scale
        self._view.scale(factor, factor)
        after = self._view.mapFromScene(point)
        self.pan(before.x() - after.x(), before.y() - after.y())
        self._moved()

    def zoom_by(self, factor: float, anchor: QPointF | None = None) -> None:
        """Zoom in (above 1) or out."""
        self.zoom_to(self.scale * factor, anchor)

    def pan(self, dx: int, dy: int) -> None:
        """Move what is shown by pixels; on a screen at 125 % and the like by whole ones of it, the rest next time."""
        grain = Fraction(self._view.devicePixelRatioF()).limit_denominator(8).denominator
        dx, dy = dx + self._rest[0], dy + self._rest[1]
        x, y = int(dx / grain) * grain, int(dy / grain) * grain
        self._rest = dx - x, dy - y
        horizontal, vertical = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        horizontal.setValue(horizontal.value() - x)
        vertical.setValue(vertical.value() - y)

    def look_at(self, scale: float, center: QPointF) -> None:
        """Show a place at a zoom."""
        self._zooms(False)
        self._view.resetTransform()
        self._view.scale(scale, scale)
        self._view.centerOn(center)
        self._moved()

    def fit(self, area: QRectF, nearest: float = 1.0) -> None:
        """Show all of an area, at most at zoom `nearest`; an empty one at 100 % with its corner in sight."""
        size = self._view.viewport().size()
        if area.isEmpty():
            self.look_at(1.0, area.center())
            return
        wide = (size.width() - 2 * min(_MARGIN, size.width() / 8)) / area.width()
        high = (size.height() - 2 * min(_MARGIN, size.height() / 8)) / area.height()
        self.look_at(max(FARTHEST, min(wide, high, nearest)), area.center())

    def reveal(self, area: QRectF) -> None:
        """Bring an area into sight, moving as little as possible and not zooming unless it is unreadably small."""
        if self.scale < 0.5:
            self.look_at(1.0, area.center())
        elif not self.visible.contains(area):
            self._view.ensureVisible(area, int(_MARGIN), int(_MARGIN))
