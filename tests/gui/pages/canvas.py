"""CanvasPage: the canvas as a person uses it, with mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from procos_studio.canvas.handles import LAYER
from procos_studio.canvas.marks import Mark
from procos_studio.canvas.overlay import Dot
from procos_studio.canvas.view import CanvasView
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode, SequenceFlow

_LEFT = Qt.MouseButton.LeftButton


class CanvasPage:
    """Points are of the plane."""

    def __init__(self, view: CanvasView, diagram: Diagram, qtbot: QtBot) -> None:
        self.view, self.diagram, self._qtbot = view, diagram, qtbot

    def pixel(self, point: QPointF) -> QPoint:
        """Where a point of the plane is in the viewport."""
        return self.view.mapFromScene(point)

    def center_of(self, element: str) -> QPointF:
        """The middle of a node."""
        shape = self.diagram.shape(element)
        assert shape is not None, f"{element} is not drawn"
        return QPointF(shape.bounds.center.x, shape.bounds.center.y)

    def click(self, point: QPointF) -> None:
        """Click with the left button."""
        self._qtbot.mouseClick(self.view.viewport(), _LEFT, pos=self.pixel(point))

    def double_click(self, point: QPointF) -> None:
        """Click twice, as the system tells it: press, release, double-click, release."""
        pixel = self.pixel(point)
        self._qtbot.mouseClick(self.view.viewport(), _LEFT, pos=pixel)
        self._qtbot.mouseDClick(self.view.viewport(), _LEFT, pos=pixel)

    def click_on(self, element: str) -> None:
        """Click a node."""
        self.click(self.center_of(element))

    def hover(self, point: QPointF) -> None:
        """Move the pointer there with no button down."""
        self._move(point, Qt.MouseButton.NoButton)

    def _move(self, point: QPointF, held: Qt.MouseButton) -> None:
        viewport, pixel = self.view.viewport(), self.pixel(point)
        place = QPointF(viewport.mapToGlobal(pixel))
        kind, none = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(viewport, QMouseEvent(kind, QPointF(pixel), place, Qt.MouseButton.NoButton, held, none))

    def connect(self, source: str, target: str) -> None:
        """Drag from the right port of one node to the middle of another."""
        self.hover(self.center_of(source))
        dots = [item for item in self.view.surface.overlay.layer(LAYER) if isinstance(item, Dot) and not item.square]
        assert dots, f"{source} shows no ports"
        self.drag(max((dot.at for dot in dots), key=lambda at: at.x()), self.center_of(target))

    def drag(self, start: QPointF, end: QPointF, steps: int = 6) -> None:
        """Press, move in steps, release."""
        viewport = self.view.viewport()
        self.hover(start)
        self._qtbot.mousePress(viewport, _LEFT, pos=self.pixel(start))
        for step in range(1, steps + 1):
            self._move(start + (end - start) * (step / steps), _LEFT)
        self._qtbot.mouseRelease(viewport, _LEFT, pos=self.pixel(end))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on the canvas."""
        self._qtbot.keyClick(self.view, key, modifier)

    def mark(self, element: str) -> Mark:
        """What the canvas shows on an element."""
        return self.view.surface.layers.of(element)

    def nodes(self, kind: str = "") -> list[str]:
        """The ids of the nodes of a kind, or of all."""
        return [node.id for node in self.diagram.all(FlowNode) if not kind or node.kind == kind]

    def flows(self) -> list[tuple[str, str]]:
        """Source and target of each sequence flow."""
        return [(flow.source, flow.target) for flow in self.diagram.all(SequenceFlow)]
