"""Hand: works on a canvas through mouse, keyboard and drops alone."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from procos_studio.canvas.tools.placing import BLOCK_MIME
from procos_studio.canvas.view import CanvasView
from procos_studio.library import Library
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.records import FlowNode, SequenceFlow
from procos_studio.problems import Problem

NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


class Hand:
    """Acts through events only; points are of the plane."""

    def __init__(self, view: CanvasView, diagram: Diagram, library: Library) -> None:
        self.view, self.diagram, self.library = view, diagram, library
        self.refusals: list[Problem] = []
        self.hints: list[str] = []
        self.inserts: list[QPointF] = []
        view.refused.connect(self.refusals.append)
        view.hint.connect(self.hints.append)
        view.insert_requested.connect(lambda at, _screen: self.inserts.append(at))

    # mouse

    def pixel(self, x: float, y: float) -> QPoint:
        return self.view.mapFromScene(QPointF(x, y))

    def _mouse(
        self, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, held: Qt.MouseButton, keys: Qt.KeyboardModifier
    ) -> None:
        port = self.view.viewport()
        event = QMouseEvent(kind, QPointF(at), QPointF(port.mapToGlobal(at)), button, held, keys)
        QApplication.sendEvent(port, event)

    def press(self, x: float, y: float, keys: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT) -> None:
        self._mouse(QEvent.Type.MouseButtonPress, self.pixel(x, y), button, button, keys)

    def hover(
        self, x: float, y: float, held: Qt.MouseButton = Qt.MouseButton.NoButton, keys: Qt.KeyboardModifier = NONE
    ) -> None:
        self._mouse(QEvent.Type.MouseMove, self.pixel(x, y), Qt.MouseButton.NoButton, held, keys)

    def release(self, x: float, y: float, keys: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT) -> None:
        self._mouse(QEvent.Type.MouseButtonRelease, self.pixel(x, y), button, Qt.MouseButton.NoButton, keys)

    def click(self, x: float, y: float, keys: Qt.KeyboardModifier = NONE) -> None:
        self.hover(x, y)
        self.press(x, y, keys)
        self.release(x, y, keys)

    def double_click(self, x: float, y: float) -> None:
        self.click(x, y)
        self._mouse(QEvent.Type.MouseButtonDblClick, self.pixel(x, y), LEFT, LEFT, NONE)
        self.release(x, y)

    def drag_to(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        keys: Qt.KeyboardModifier = NONE,
        button: Qt.MouseButton = LEFT,
    ) -> None:
        """A whole drag."""
        self.drag(start, end, keys, button)
        self.release(*end, keys, button)

    def drag(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        keys: Qt.KeyboardModifier = NONE,
        button: Qt.MouseButton = LEFT,
    ) -> None:
        """A drag whose button is still down."""
        self.hover(*start)
        self.press(*start, keys, button)
        for part in (0.2, 0.6, 1.0):
            self.hover(start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part, button, keys)

    def wheel(self, x: float, y: float, turned: int, keys: Qt.KeyboardModifier = NONE) -> None:
        port, at = self.view.viewport(), self.pixel(x, y)
        event = QWheelEvent(
            QPointF(at),
            QPointF(port.mapToGlobal(at)),
            QPoint(),
            QPoint(0, turned),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(port, event)

    def drop(self, block: str, x: float, y: float) -> None:
        """Drag a block in from elsewhere and let it go."""
        data = block_data(block)
        at, port, copying = self.pixel(x, y), self.view.viewport(), Qt.DropAction.CopyAction
        QApplication.sendEvent(port, QDragEnterEvent(at, copying, data, LEFT, NONE))
        QApplication.sendEvent(port, QDragMoveEvent(at, copying, data, LEFT, NONE))
        QApplication.sendEvent(port, QDropEvent(QPointF(at), copying, data, LEFT, NONE))

    # keys

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.view, key, keys)

    def type_name(self, text: str) -> None:
        """Type into the open name field and commit."""
        field = self.field()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()

    def field(self) -> QPlainTextEdit:
        """The name field that is open; fails where there is none."""
        (field,) = (child for child in self.view.viewport().findChildren(QPlainTextEdit) if child.isVisible())
        return field

    # what there is

    def place(self, block: str, x: float, y: float) -> str:
        """Place a block by clicking; its id."""
        definition = self.library.get(block)
        assert definition is not None
        self.view.start_placing(definition)
        self.click(x, y)
        (made,) = self.view.selection
        return made

    def nodes(self) -> list[FlowNode]:
        return list(self.diagram.all(FlowNode))

    def flows(self) -> list[SequenceFlow]:
        return list(self.diagram.all(SequenceFlow))

    def box(self, key: str) -> Bounds:
        shape = self.diagram.shape(key)
        assert shape is not None
        return shape.bounds

    def middle(self, key: str) -> Point:
        return self.box(key).center

    def connect(self, source: str, target: str) -> None:
        """Drag from the right port of a block to the middle of another."""
        self.connect_to(source, self.middle(target))

    def connect_to(self, source: str, end: tuple[float, float]) -> None:
        """Drag a wire from the right port of a block to a point."""
        shape = self.diagram.shape(source)
        assert shape is not None
        middle = shape.bounds.center
        self.hover(*middle)
        self.drag_to((shape.bounds.right + 11 / self.view.transform().m11(), middle.y), end)


def block_data(block: str) -> QMimeData:
    """What a drag of a block from the palette carries."""
    data = QMimeData()
    data.setData(BLOCK_MIME, QByteArray(block.encode()))
    return data
