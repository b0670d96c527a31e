"""Peek: a small picture of what is inside a closed subsystem, beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QLabel

from procos_studio.canvas.items.shape import ShapeItem
from procos_studio.canvas.still import scene_of, thumbnail
from procos_studio.canvas.surface import Surface
from procos_studio.model.records import CONTAINERS

translate = QCoreApplication.translate

_MOST = QSize(420, 260)
_GAP = 12
_PADDING = 8
_SIGN = 16.0
"""How near to the middle of the plus sign the pointer must rest, in units of the plane."""
REST = 350
"""Milliseconds that the pointer must rest there."""


class Peek(QLabel):
    """Hidden until asked for; it never takes the focus or the mouse."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface.view)
        self._surface = surface
        self._element = ""
        self._asked = False
        """Whether a command opened it, so that moving the pointer does not close it."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(lambda: self._open(self._element))
        self.hide()
        for gone in (surface.viewport_changed, surface.selection_changed, surface.changed):
            gone.connect(self.close_it)

    def hover(self, at: QPointF | None) -> None:
        """The pointer is at a point of the plane; None: it is busy, or elsewhere."""
        found = self._under(at) if at is not None else ""
        if found == self._element or (self._asked and not found):
            return
        self.close_it()
        self._element = found
        if found:
            self._timer.start()

    def toggle(self, element: str) -> None:
        """Open it for a subsystem, or close it."""
        if self.isVisible():
            self.close_it()
        elif is_closed_subsystem(self._surface, element):
            self._asked = True
            self._open(element)
        elif element:
            self._surface.hint.emit(translate("Canvas", "Select a closed subsystem first."))

    def close_it(self) -> None:
        """Hide it."""
        self._timer.stop()
        self._element, self._asked = "", False
        self.hide()

    def _under(self, at: QPointF) -> str:
        """The closed subsystem on whose plus sign a point lies, or `""`."""
        shape = self._surface.scene.shape_at(at)
        if shape is None or not is_closed_subsystem(self._surface, shape.look.element):
            return ""
        return shape.look.element if _on_sign(shape, at) else ""

    def _open(self, element: str) -> None:
        surface, shape = self._surface, self._surface.scene.shape_of(element)
        if shape is None or not surface.is_open:
            return
        self._element = element
        plane = surface.diagram.plane_of(element)
        self.clear()
        if plane is not None:
            scene = scene_of(surface.diagram, plane.id, surface.library, surface.theme)
            self.setPixmap(thumbnail(scene, _MOST, self.devicePixelRatioF()))
        if self.pixmap().isNull():
            self.setText(translate("Canvas", "There is nothing inside yet."))
        self.setAccessibleName(translate("Canvas", "Inside {name}").format(name=surface.diagram[element].label))
        ground, line = (surface.theme.color(token).name() for token in ("canvas", "border-strong"))
        ink = surface.theme.color("text").name()
        self.setStyleSheet(
            f"background: {ground}; color: {ink}; border: 1px solid {line}; border-radius: 6px; padding: {_PADDING}px;"
        )
        self.resize(self.sizeHint())
        self.move(self._place(surface.view.mapFromScene(shape.sceneBoundingRect()).boundingRect()))
        self.show()
        self.raise_()

    def _place(self, block: QRect) -> QPoint:
        """Right of the block, else left of it, inside the view."""
        room, size = self._surface.view.viewport().rect(), self.size()
        right = block.right() + _GAP
        x = right if right + size.width() <= room.right() else block.left() - _GAP - size.width()
        y = block.center().y() - size.height() // 2
        return QPoint(max(0, min(x, room.right() - size.width())), max(0, min(y, room.bottom() - size.height())))


def is_closed_subsystem(surface: Surface, element: str) -> bool:
    """Whether an element is shown as a subsystem whose inside is on another page."""
    shape = surface.scene.shape_of(element)
    return shape is not None and shape.look.kind in CONTAINERS and not shape.look.expanded


def _on_sign(shape: ShapeItem, at: QPointF) -> bool:
    """Whether a point lies on the lower edge, in the middle of which the plus sign stands."""
    box = shape.look.bounds
    return abs(at.x() - box.center.x) <= 2 * _SIGN and 0 <= box.bottom - at.y() <= 1.5 * _SIGN
