"""What is kept of a picture while panning and zooming equals a picture painted anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from procos_studio.canvas import distant, frame, overview
from procos_studio.canvas.frame import REST
from procos_studio.canvas.marks import Light, Mark, State
from procos_studio.canvas.overview import FAR
from tests.gui.canvas.hand import CTRL, Hand

SHOWN = 40
"""Milliseconds after which whatever was asked for is on the screen."""

UPPER_LEFT = QPointF(2100, 1440)
"""In the middle of the view far out, the blocks stand in the part that is seen at every scale."""
RESTING = 3
"""So many equal pictures one after another mean that it rests."""
MANY_TURNS = 400
"""Milliseconds in which a picture is done, however little of it in each turn."""


def seen(hand: Hand) -> QImage:
    """The pixels on the screen once they rest; `grab` would paint them anew.

    Where a unit is more than a pixel, the platform without a screen shows the upper left part only.
    """
    pictures: list[QImage] = []
    for _ in range(100):
        QTest.qWait(SHOWN)
        pictures.append(hand.view.screen().grabWindow(hand.view.winId()).toImage())
        if len(pictures) > RESTING and all(one == pictures[-1] for one in pictures[-RESTING:]):
            break
    return pictures[-1]


def anew(hand: Hand) -> QImage:
    """The same, painted from nothing."""
    camera = hand.view.surface.camera
    scale, center = camera.scale, camera.visible.center()
    camera.look_at(1.0 if scale < FAR else FAR / 2, center)
    QTest.qWait(SHOWN)
    camera.look_at(scale, center)
    return seen(hand)


def test_the_screen_is_seen(hand: Hand) -> None:
    # given
    draw(hand)
    # then
    shown = seen(hand)
    assert shown == hand.view.grab().toImage().convertToFormat(shown.format()).copy(shown.rect())


def draw(hand: Hand) -> tuple[str, str]:
    task, end = hand.place("integration/http-request", 240, 200), hand.place("standard/end", 480, 260)
    hand.connect(task, end)
    hand.hover(600, 600)
    hand.view.select(())
    return task, end


def test_after_panning(hand: Hand) -> None:
    # given
    draw(hand)
    seen(hand)
    # when
    for dx, dy in ((13, -7), (-40, 22), (300, 120), (-5, -160)):
        hand.view.surface.camera.pan(dx, dy)
        QApplication.processEvents()
    # then
    assert seen(hand) == anew(hand)


def test_after_zooming_has_come_to_rest(hand: Hand, qtbot: QtBot) -> None:
    # given
    draw(hand)
    seen(hand)
    # when
    hand.wheel(240, 200, 120, CTRL)
    hand.wheel(300, 220, -360, CTRL)
    qtbot.wait(REST * 4)
    # then
    assert hand.view.surface.camera.scale > FAR
    assert seen(hand) == anew(hand)


def test_after_marks_edits_and_undo(hand: Hand) -> None:
    # given
    task, end = draw(hand)
    before = seen(hand)
    # when
    hand.view.set_marks("run", {task: Mark(State.FAILED, note="No answer"), end: Mark(State.DONE)})
    marked = seen(hand)
    hand.view.set_marks("run", {})
    # then
    assert marked != before
    assert seen(hand) == before


def test_far_out_edits_show_too(hand: Hand) -> None:
    # given
    task, _ = draw(hand)
    hand.view.surface.camera.look_at(0.2, UPPER_LEFT)
    before = seen(hand)
    # when
    hand.view.select((task,))
    hand.view.run("delete")
    # then
    assert seen(hand) != before
    hand.view.run("undo")
    assert seen(hand) == before


def test_far_out_a_picture_made_in_many_turns_shows_all(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    # given blocks far out, and time for one step of their picture in each turn
    keys = [hand.place("standard/task", x, y) for x in (120, 360, 600) for y in (100, 240, 380, 520)]
    hand.view.select(())
    hand.view.surface.camera.look_at(0.2, UPPER_LEFT)
    seen(hand)
    monkeypatch.setattr(distant, "BUDGET", 0.0)
    monkeypatch.setattr(overview, "STEP", 2)
    # when all of them change while the picture of an earlier change is made
    for state in (State.ACTIVE, State.FAILED, State.WAITING, State.DONE, State.FAILED):
        for key in keys:
            hand.view.update_marks("run", {key: Mark(state)})
            QTest.qWait(1)
    QTest.qWait(MANY_TURNS)
    # then everything shows what it shows when painted anew
    assert seen(hand) == anew(hand)
    # and nothing is painted once nothing changes any more
    paints = Paints(hand.view.viewport())
    QTest.qWait(MANY_TURNS)
    assert paints.count == 0


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_after_a_move_nothing_is_left_behind(hand: Hand) -> None:
    # given
    draw(hand)
    seen(hand)
    # when
    hand.drag_to((240, 180), (560, 420))
    hand.hover(60, 60)
    hand.view.select(())
    # then
    assert seen(hand) == anew(hand)


def test_what_there_is_no_time_for_is_painted_in_later_turns(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    # given blocks all over the view, and time for one part of it in each turn
    keys = [hand.place("integration/http-request", x, y) for x in (120, 360, 600) for y in (100, 240, 380, 520)]
    hand.hover(740, 600)
    hand.view.select(())
    seen(hand)
    monkeypatch.setattr(frame, "BUDGET", 0.0)
    # when all of them change, again and again, while the plane is panned
    lights = (Light.PASSED, Light.RUNNING, Light.OFF, Light.OFF, Light.OFF)
    for turn in range(6):
        hand.view.set_marks("run", {key: Mark(State.ACTIVE, lights, tokens=turn + 1) for key in keys})
        hand.view.surface.camera.pan(7, -5)
        QApplication.processEvents()
    QTest.qWait(MANY_TURNS)
    # then everything shows what it shows when painted anew
    assert seen(hand) == anew(hand)


def test_what_changes_while_zooming_shows_when_it_rests(hand: Hand) -> None:
    # given
    task, _ = draw(hand)
    seen(hand)
    # when
    hand.wheel(240, 200, 120, CTRL)
    QTest.qWait(REST + 5)
    hand.view.set_marks("run", {task: Mark(State.FAILED)})
    QTest.qWait(REST * 4)
    # then
    assert seen(hand) == anew(hand)


def test_what_is_scrolled_out_of_sight_is_not_painted_any_more(hand: Hand) -> None:
    # given a view in which all has changed
    draw(hand)
    seen(hand)
    kept = hand.view._frame
    kept._stale = QRegion(hand.view.viewport().rect())
    # when the camera goes far away, as to a block with hostile coordinates
    kept.scroll(30, 0)
    kept.scroll(-1_000_000, 2_000_000)
    # then what is left to paint is what came into sight
    assert kept._stale.isEmpty()
    assert kept._exposed == QRegion(hand.view.viewport().rect())


def test_what_is_left_over_is_shown_though_other_parts_are_painted_first(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given blocks far from each other, so that time is over after one of them
    task, end = draw(hand)
    seen(hand)
    monkeypatch.setattr(frame, "BUDGET", 0.0)
    # when both change
    hand.view.select((task, end))
    for _ in range(3):
        QApplication.sendPostedEvents()
    # and another part is painted many times before the next turn
    port = hand.view.viewport()
    for _ in range(30):
        port.repaint(port.width() - 8, port.height() - 8, 4, 4)
    # then all of it comes to the screen
    assert seen(hand) == anew(hand)
