"""Touchpads and touch screens: two fingers pan by pixels, a pinch zooms at its place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.canvas.hand import NONE, Hand


def test_two_fingers_pan_by_as_many_pixels_as_they_move(hand: Hand) -> None:
    # given
    hand.place("standard/task", 320, 200)
    before = hand.pixel(320, 200)
    # when a touchpad tells pixels beside angles, in both directions at once
    slide(hand, QPoint(-16, 12), QPoint(-120, 90))
    slide(hand, QPoint(-5, 3), QPoint(-40, 22))
    # then
    assert hand.pixel(320, 200) - before == QPoint(-21, 15)


@pytest.mark.parametrize(("value", "larger"), [(0.25, True), (-0.2, False)])
def test_a_pinch_on_a_touchpad_zooms_where_the_fingers_are(hand: Hand, value: float, larger: bool) -> None:
    # given
    hand.place("standard/task", 320, 200)
    scale, place = hand.view.transform().m11(), hand.pixel(320, 200)
    # when
    pinch(hand, value, place)
    # then
    assert hand.view.transform().m11() == pytest.approx(scale * (1 + value))
    assert (hand.view.transform().m11() > scale) == larger
    assert (hand.pixel(320, 200) - place).manhattanLength() <= 2


def test_many_small_pinches_come_to_rest_sharp_and_within_bounds(hand: Hand) -> None:
    # given
    hand.place("standard/task", 320, 200)
    # when the fingers go apart, and together again, farther than one may zoom
    for value in [0.1] * 60 + [-0.1] * 120:
        pinch(hand, value, hand.pixel(320, 200))
    # then
    assert 0.02 <= hand.view.transform().m11() <= 8.0
    # when
    for _ in range(70):
        pinch(hand, 0.1, hand.pixel(320, 200))
    QTest.qWait(200)
    # then
    assert hand.view.transform().m11() == pytest.approx(8.0)


def test_a_pinch_on_a_touch_screen_zooms(hand: Hand) -> None:
    # given
    hand.place("standard/task", 320, 200)
    scale = hand.view.transform().m11()
    screen = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
    # near the corner, which lies on the screen at every scale
    port, middle = hand.view.viewport(), QPoint(120, 100)
    # when two fingers go apart
    for apart in range(20, 110, 5):
        touch = QTest.touchEvent(port, screen, autoCommit=False)
        left, right = middle - QPoint(apart, 0), middle + QPoint(apart, 0)
        act = touch.press if apart == 20 else touch.move
        act(0, left, port)
        act(1, right, port)
        touch.commit()
    # then
    assert hand.view.transform().m11() > scale * 1.5


def slide(hand: Hand, pixels: QPoint, angle: QPoint) -> None:
    port = hand.view.viewport()
    place = QPointF(port.rect().center())
    phase, none = Qt.ScrollPhase.ScrollUpdate, Qt.MouseButton.NoButton
    event = QWheelEvent(place, QPointF(port.mapToGlobal(place)), pixels, angle, none, NONE, phase, False)
    QApplication.sendEvent(port, event)


def pinch(hand: Hand, value: float, place: QPoint) -> None:
    port, at = hand.view.viewport(), QPointF(place)
    on_screen = QPointF(port.mapToGlobal(at))
    zoom, device = Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(zoom, device, 2, at, at, on_screen, value, QPointF())
    QApplication.sendEvent(port, event)
