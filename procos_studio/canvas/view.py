"""CanvasView: the widget that shows one plane of a diagram, and through which it is edited with mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from procos_studio.canvas.accessible import SpokenCanvas
from procos_studio.canvas.arrivals import Arrivals
from procos_studio.canvas.backdrop import paint_grid, paint_hint
from procos_studio.canvas.commands import Commands
from procos_studio.canvas.distant import Distant
from procos_studio.canvas.focus import FocusFrame
from procos_studio.canvas.frame import Frame
from procos_studio.canvas.keys import KeyMap
from procos_studio.canvas.looks import Look
from procos_studio.canvas.marks import Mark
from procos_studio.canvas.motion import Motion
from procos_studio.canvas.overview import FAR, Overview
from procos_studio.canvas.peek import Peek
from procos_studio.canvas.places import Places
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.theme import Theme
from procos_studio.canvas.tools.renaming import Renaming
from procos_studio.canvas.tools.tool import held, pointer_of
from procos_studio.canvas.tools.toolbox import Toolbox
from procos_studio.canvas.wheels import pinched, turn_wheel
from procos_studio.edits.offering import may_follow
from procos_studio.library import BlockDefinition, Library
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Problem

_NO_LOOKS: Mapping[str, Look] = {}
_FORWARDED = (
    *("viewport_changed", "selection_changed", "open_requested", "edit_requested", "replace_requested"),
    *("parent_requested", "insert_requested", "refused", "hint", "typing"),
)
"""The signals of the surface that the view has too."""


class CanvasView(QGraphicsView):
    """Shows a plane and carries its gestures.

    `selection_changed` carries ids. `open_requested` asks to go into a sub-process, `parent_requested` out of the one
    that is shown, `edit_requested` to open the form of a block, `replace_requested` for a block to take its place.
    `insert_requested` asks for a block at a point of the plane (second: the same point on the screen).
    `refused` carries the Problem of an edit that was not allowed, `hint` a sentence that helps with a gesture.
    `typing` tells that a name is being typed in its place, or no longer is.
    `viewport_changed` tells that other things show, or that they moved on the screen.
    """

    viewport_changed = Signal()
    selection_changed = Signal(tuple)
    open_requested = Signal(str)
    edit_requested = Signal(str)
    replace_requested = Signal(str)
    parent_requested = Signal()
    insert_requested = Signal(QPointF, QPoint)
    refused = Signal(Problem)
    hint = Signal(str)
    typing = Signal()

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
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Canvas"))
        self.surface = Surface(self, theme)
        self._distant = Distant(self.surface)
        self._frame = Frame(self, self._distant.paint_on)
        self.surface.redrawn.connect(self._distant.note)
        self.surface.zooms.connect(self._frame.zoom)
        self._keys = KeyMap()
        self.tools = Toolbox(self.surface)
        self._arrivals = Arrivals(self.surface, self.tools)
        self.peek = Peek(self.surface)
        self.spoken = SpokenCanvas(self.surface)
        self._focus = FocusFrame(self.surface)
        self.motion = Motion(self)
        self.surface.changed.connect(self.motion.stop)
        self._commands = Commands(self.surface, self.tools, self.peek, self._pointed_at)
        self._last_pixel: QPoint | None = None
        self._places = Places(self.surface)
        for name in _FORWARDED:
            getattr(self.surface, name).connect(getattr(self, name))

    @property
    def keys(self) -> KeyMap:
        """The keys in use, and with them what a drag from empty ground does."""
        return self._keys

    @keys.setter
    def keys(self, keys: KeyMap) -> None:
        self._keys = keys
        self.surface.drags_pan = keys.drags_pan

    # what is shown ------------------------------------------------------------------------------------------------

    def show_diagram(
        self, diagram: Diagram, plane: str, library: Library, looks: Mapping[str, Look] = _NO_LOOKS
    ) -> None:
        """Show a plane where it was last looked at, else all of it; `looks` are those that are known already."""
        self.tools.cancel()
        self._places.note()
        if not self.surface.shows(diagram):
            self._places.forget()
        self.surface.show(diagram, plane, library, looks)
        if not self._places.look():
            self.run("fit")

    def close_diagram(self) -> None:
        """Show nothing and follow no diagram."""
        self.tools.cancel()
        self.surface.close()
        self._places.forget()

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.surface.set_theme(theme)
        self.viewport().update()

    def set_marks(self, layer: str, marks: Mapping[str, Mark]) -> None:
        """Replace a layer of marks."""
        self.surface.scene.refresh_marks(self.surface.layers.put(layer, marks))
        self.motion.stop()

    def update_marks(self, layer: str, marks: Mapping[str, Mark]) -> None:
        """Change some marks of a layer and keep the others; a few changes are seen happening."""
        scene = self.surface.scene
        self.motion.explain(scene, scene.refresh_marks(self.surface.layers.update(layer, marks)))

    @property
    def is_whole(self) -> bool:
        """Whether all is painted that shows; of thousands of blocks the first picture comes in turns."""
        return self.surface.camera.scale >= FAR or self._distant.is_whole

    # selection ----------------------------------------------------------------------------------------------------

    @property
    def selection(self) -> tuple[str, ...]:
        """The ids of the selected elements, the first selected first."""
        return self.surface.selection

    def select(self, elements: Iterable[str]) -> None:
        """Select exactly these of the elements shown here."""
        self.surface.select(elements)

    # camera -------------------------------------------------------------------------------------------------------

    def content_rect(self) -> QRectF:
        """What the drawing covers, in units of the plane; empty on an empty plane."""
        return self.surface.scene.drawn_rect()

    def visible_rect(self) -> QRectF:
        """The part of the plane that shows."""
        return self.surface.camera.visible

    @property
    def overview(self) -> Overview:
        """The whole plane as it looks far out."""
        return self.surface.overview

    def reveal(self, element: str) -> None:
        """Bring an element into sight; nothing happens where this plane does not show it."""
        area = self.surface.scene.extent((element,))
        if not area.isEmpty():
            self.surface.camera.reveal(area)

    # commands -----------------------------------------------------------------------------------------------------

    def run(self, command: str) -> None:
        """Run any command of `commands.COMMANDS` by its name; a gesture under way is given up."""
        self.tools.cancel()
        self._commands.run(command)

    def start_placing(self, block: BlockDefinition) -> None:
        """Let a block follow the pointer until a click places it."""
        self._commands.start_placing(block)
        self.setFocus()

    def insert_block(self, block: BlockDefinition, at: QPointF) -> str:
        """Place a block at a point of the plane, connected where a wire asked for it; its id, `""` if refused."""
        return self._commands.insert_block(block, at)

    def may_insert(self, block: BlockDefinition) -> bool:
        """Whether a block is worth offering where one was asked for: a wire that leads there must be able to end so."""
        source = self.surface.insert_source
        return source not in self.surface.diagram or may_follow(self.surface.diagram, source, block)

    def _pointed_at(self) -> QPointF | None:
        """The point of the plane under the pointer; None where the pointer is elsewhere."""
        pixel = self._last_pixel
        inside = pixel is not None and self.viewport().rect().contains(pixel)
        return self.mapToScene(pixel) if pixel is not None and inside else None

    # painting -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint items, or batches when they are too small to read."""
        # of nothing: Qt paints nothing, but notes that it was asked to; else it would pass later updates over
        super().paintEvent(QPaintEvent(QRegion()))
        surface = self.surface
        if surface.camera.scale < FAR:
            self._frame.forget()
            self._distant.paint()
            return
        self._distant.forget()
        surface.scene.come_near(surface.camera.visible)
        self._frame.paint(event.region())
        if surface.is_open and not surface.scene.looks:
            paint_hint(self.viewport(), surface.theme)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The grid."""
        paint_grid(painter, QRectF(rect), self.surface.theme, self.surface.camera.scale)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Tell that other things show."""
        self._frame.scroll(dx, dy)
        super().scrollContentsBy(dx, dy)
        if not self.surface.scene.looks:
            self.viewport().update()
        self.viewport_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that more or less shows."""
        super().resizeEvent(event)
        self._focus.fit()
        self.viewport_changed.emit()

    # mouse, touch and keys ----------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pan; with Ctrl zoom at the pointer; with Shift pan sideways."""
        event.accept()
        turn_wheel(self, self.surface.camera, event)
        self.tools.look_again()

    def viewportEvent(self, event: QEvent) -> bool:
        """A pinch zooms, on a touchpad as on a touch screen."""
        if (pinch := pinched(self, event)) is None:
            return super().viewportEvent(event)
        self.surface.camera.zoom_by(*pinch)
        self.tools.look_again()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hand it to the tool in use."""
        self._focus.by_keyboard(False)
        self.tools.press(pointer_of(self, event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hand it to the tool in use."""
        self._last_pixel = event.position().toPoint()
        pointer = pointer_of(self, event)
        self.tools.move(pointer)
        self.peek.hover(pointer.at if self.tools.is_resting and not event.buttons() else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hand it to the tool in use."""
        self.tools.release(pointer_of(self, event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Hand it to the tool in use."""
        self.tools.double_click(pointer_of(self, event))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._last_pixel = None
        self.tools.leave()
        self.peek.hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up a gesture, else clears the selection; Space holds the plane; the rest is in the key map."""
        self._focus.by_keyboard(True)
        self._hold(event)
        if isinstance(self.tools.active, Renaming):
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            self.tools.escape()
        elif event.key() == Qt.Key.Key_Space:
            self.tools.hold_space(True)
        elif command := self.keys.command(event):
            if not self.tools.take(command):
                self.run(command)
        else:
            event.ignore()

    def _hold(self, event: QKeyEvent) -> None:
        keys = held(event)
        if keys is not None:
            self.tools.hold(keys)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """No menu while the button cuts flows."""
        if self.tools.is_resting:
            super().contextMenuEvent(event)
        else:
            event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space lets the plane go; where nothing was panned it is a key like others."""
        self._hold(event)
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            command = self.keys.command(event)
            if self.tools.hold_space(False) and command:
                self.run(command)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard acts, if it brought the focus."""
        super().focusInEvent(event)
        self._focus.arrived(event.reason())
        self.tools.come_back()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A key that is let go elsewhere is not seen here."""
        super().focusOutEvent(event)
        self._focus.by_keyboard(False)
        self.tools.hold_space(False)

    # blocks dragged in --------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show a ghost of a block that is dragged in; anything else is not taken."""
        self._arrivals.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Let the ghost follow."""
        self._arrivals.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the ghost away."""
        self.tools.cancel()

    def dropEvent(self, event: QDropEvent) -> None:
        """Place the block."""
        made = self._arrivals.drop(event)
        self.setFocus()
        self.tools.name_new(made)
