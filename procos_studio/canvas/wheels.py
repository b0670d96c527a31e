"""Wheels: what a wheel, a touchpad and two fingers do to the camera."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QGraphicsView, QPinchGesture

from procos_studio.canvas.camera import STEP, Camera

_NOTCH = 120.0
"""The angle delta of one notch of a wheel, in eighths of a degree."""


def turn_wheel(view: QGraphicsView, camera: Camera, event: QWheelEvent) -> None:
    """Pan; with Ctrl zoom at the pointer; with Shift pan sideways."""
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        turned = (event.angleDelta().y() or event.angleDelta().x()) / _NOTCH
        camera.zoom_by(STEP**turned, view.mapToScene(event.position().toPoint()))
        return
    delta = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not delta.x():
        delta = QPoint(delta.y(), 0)
    camera.pan(delta.x(), delta.y())


def pinched(view: QGraphicsView, event: QEvent) -> tuple[float, QPointF] | None:
    """The factor and the place of a pinch, of a touchpad or of a touch screen; None for any other event."""
    if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
        return 1 + event.value(), view.mapToScene(event.position().toPoint())
    found = event.gesture(Qt.GestureType.PinchGesture) if isinstance(event, QGestureEvent) else None
    if not isinstance(found, QPinchGesture):
        return None
    return found.scaleFactor(), view.mapToScene(view.viewport().mapFromGlobal(found.centerPoint().toPoint()))
