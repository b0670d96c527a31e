"""CanvasView: the widget that shows one plane of a diagram, and through which it is edited with mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from procos_studio.canvas.backdrop import paint_grid, paint_hint
from procos_studio.canvas.camera import STEP
from procos_studio.canvas.marks import Mark
from procos_studio.canvas.overview import FAR
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.theme import Theme
from procos_studio.library import Library
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Problem

_NOTCH = 120.0
"""The angle delta of one notch of a wheel, in eighths of a degree."""


class CanvasView(QGraphicsView):
    """Shows a plane and carries its gestures.

    `selection_changed` carries ids. `open_requested` asks to go into a sub-process, `edit_requested` to open the form
    of a block. `insert_requested` asks for a block at a point of the plane (second: the same point on the screen).
    `refused` carries the Problem of an edit that was not allowed, `hint` a sentence that helps with a gesture.
    `viewport_changed` tells that other things show, or that they moved on the screen.
    """

    viewport_changed = Signal()
    selection_changed = Signal(tuple)
    open_requested = Signal(str)
    edit_requested = Signal(str)
    insert_requested = Signal(QPointF, QPoint)
    refused = Signal(Problem)
    hint = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.surface = Surface(self, theme)
        self._places: dict[str, tuple[float, QPointF]] = {}
        self._forward()

    def _forward(self) -> None:
        surface = self.surface
        surface.viewport_changed.connect(self.viewport_changed)
        surface.selection_changed.connect(self.selection_changed)
        surface.open_requested.connect(self.open_requested)
        surface.edit_requested.connect(self.edit_requested)
        surface.insert_requested.connect(self.insert_requested)
        surface.refused.connect(self.refused)
        surface.hint.connect(self.hint)

    # what is shown ------------------------------------------------------------------------------------------------

    def show_diagram(self, diagram: Diagram, plane: str, library: Library) -> None:
        """Show a plane where it was last looked at, else all of it."""
        self._note_place()
        if not self.surface.shows(diagram):
            self._places.clear()
        self.surface.show(diagram, plane, library)
        place = self._places.get(plane)
        if place is None:
            self.fit()
        else:
            self.surface.camera.look_at(*place)

    def close_diagram(self) -> None:
        """Show nothing and follow no diagram."""
        self.surface.close()
        self._places.clear()

    def _note_place(self) -> None:
        if self.surface.is_open:
            camera = self.surface.camera
            self._places[self.surface.plane] = (camera.scale, camera.visible.center())

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.surface.set_theme(theme)
        self.viewport().update()

    def set_marks(self, layer: str, marks: Mapping[str, Mark]) -> None:
        """Replace a layer of marks."""
        self.surface.scene.refresh_marks(self.surface.layers.put(layer, marks))

    def update_marks(self, layer: str, marks: Mapping[str, Mark]) -> None:
        """Change some marks of a layer and keep the others."""
        self.surface.scene.refresh_marks(self.surface.layers.update(layer, marks))

    # selection ----------------------------------------------------------------------------------------------------

    @property
    def selection(self) -> tuple[str, ...]:
        """The ids of the selected elements, the first selected first."""
        return self.surface.selection

    def select(self, elements: Iterable[str]) -> None:
        """Select exactly these of the elements shown here."""
        self.surface.select(elements)

    def select_all(self) -> None:
        """Select every element of the plane."""
        self.surface.select(self.surface.scene.elements())

    # camera -------------------------------------------------------------------------------------------------------

    def content_rect(self) -> QRectF:
        """What the drawing covers, in units of the plane; empty on an empty plane."""
        return self.surface.scene.drawn_rect()

    def visible_rect(self) -> QRectF:
        """The part of the plane that shows."""
        return self.surface.camera.visible

    def overview(self) -> Iterator[tuple[QRectF, QColor]]:
        """Every pool, container and node with the colour that stands for it, the lowest first."""
        return self.surface.overview.blocks()

    def zoom_in(self) -> None:
        """One step nearer."""
        self.surface.camera.zoom_by(STEP)

    def zoom_out(self) -> None:
        """One step farther."""
        self.surface.camera.zoom_by(1 / STEP)

    def reset(self) -> None:
        """100 %."""
        self.surface.camera.zoom_to(1.0)

    def fit(self) -> None:
        """Show the whole plane, at most at 100 %."""
        self.surface.camera.fit(self.content_rect())

    def fit_selection(self) -> None:
        """Show the selection as large as fits; the whole plane where nothing is selected."""
        area = self.surface.scene.extent(self.selection)
        if area.isEmpty():
            self.fit()
        else:
            self.surface.camera.fit(area, nearest=2.0)

    def reveal(self, element: str) -> None:
        """Bring an element into sight; nothing happens where this plane does not show it."""
        area = self.surface.scene.extent((element,))
        if not area.isEmpty():
            self.surface.camera.reveal(area)

    # events -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint items, or batches when they are too small to read."""
        surface = self.surface
        if surface.camera.scale < FAR:
            self._paint_far()
            return
        super().paintEvent(event)
        if surface.is_open and not surface.scene.items_by_key:
            painter = QPainter(self.viewport())
            paint_hint(painter, QRectF(self.viewport().rect()), surface.theme)
            painter.end()

    def _paint_far(self) -> None:
        surface = self.surface
        painter = QPainter(self.viewport())
        painter.setTransform(self.viewportTransform())
        paint_grid(painter, surface.camera.visible, surface.theme, surface.camera.scale)
        surface.overview.paint(painter, surface.theme, surface.camera.scale)
        surface.overlay.paint_on(painter)
        painter.end()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The grid."""
        paint_grid(painter, QRectF(rect), self.surface.theme, self.surface.camera.scale)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Tell that other things show."""
        super().scrollContentsBy(dx, dy)
        if not self.surface.scene.items_by_key:
            self.viewport().update()
        self.viewport_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that more or less shows."""
        super().resizeEvent(event)
        self.viewport_changed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pan; with Ctrl zoom at the pointer; with Shift pan sideways."""
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = (event.angleDelta().y() or event.angleDelta().x()) / _NOTCH
            self.surface.camera.zoom_by(STEP**turned, self.mapToScene(event.position().toPoint()))
            return
        delta = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not delta.x():
            delta = QPoint(delta.y(), 0)
        self.surface.camera.pan(delta.x(), delta.y())

    def viewportEvent(self, event: QEvent) -> bool:
        """Pinch zooms."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.surface.camera.zoom_by(1 + event.value(), self.mapToScene(event.position().toPoint()))
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is under the pointer."""
        found = self.surface.scene.element_at(self.mapToScene(event.position().toPoint()))
        self.select((found,) if found else ())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go into a sub-process, or open the form of a block."""
        found = self.surface.scene.element_at(self.mapToScene(event.position().toPoint()))
        if found:
            self.open_requested.emit(found)
