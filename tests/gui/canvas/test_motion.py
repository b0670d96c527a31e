"""What moves to explain a run, and comes to rest."""

from __future__ import annotations

from PySide6.QtTest import QTest

from procos_studio.canvas.items.token import TokenItem
from procos_studio.canvas.marks import Light, Mark, State
from procos_studio.canvas.motion import DURATION
from tests.gui.canvas.hand import Hand

OVER = round(DURATION * 1000) + 150


def tokens(hand: Hand) -> list[TokenItem]:
    return [item for item in hand.view.surface.scene.items() if isinstance(item, TokenItem)]


def flow_between(hand: Hand) -> str:
    start, task = hand.place("standard/start", 120, 200), hand.place("standard/task", 320, 200)
    hand.connect(start, task)
    hand.view.motion.allowed = True
    return hand.flows()[0].id


def test_a_token_moves_along_a_flow_that_is_taken(hand: Hand) -> None:
    # given
    flow = flow_between(hand)
    # when
    hand.view.update_marks("run", {flow: Mark(State.DONE, done=1)})
    # then
    (token,) = tokens(hand)
    assert token.pos().y() == 200
    # when time has passed
    QTest.qWait(OVER)
    # then
    assert tokens(hand) == []


def test_nothing_moves_where_motion_is_reduced(hand: Hand) -> None:
    # given
    flow = flow_between(hand)
    hand.view.motion.allowed = False
    # when
    hand.view.update_marks("run", {flow: Mark(State.DONE, done=1)})
    # then
    assert tokens(hand) == []


def test_a_second_token_moves_too_but_a_replay_does_not(hand: Hand) -> None:
    # given
    flow = flow_between(hand)
    hand.view.set_marks("run", {flow: Mark(State.DONE, done=3)})
    assert tokens(hand) == []
    # when
    hand.view.update_marks("run", {flow: Mark(State.DONE, done=4)})
    # then
    assert len(tokens(hand)) == 1
    # when one looks at an earlier moment
    hand.view.set_marks("run", {flow: Mark(State.DONE, done=1)})
    # then
    assert tokens(hand) == []


def test_a_light_fills_and_rests(hand: Hand) -> None:
    # given
    flow_between(hand)
    block = hand.place("integration/http-request", 400, 400)
    shape = hand.view.surface.scene.shape_of(block)
    assert shape is not None
    running = Mark(State.ACTIVE, (Light.RUNNING, *(Light.OFF,) * 4))
    hand.view.update_marks("run", {block: running})
    # when
    hand.view.update_marks("run", {block: Mark(State.ACTIVE, (Light.PASSED, Light.RUNNING, *(Light.OFF,) * 3))})
    # then it is filled while it moves, and shows as if it had never moved when it rests
    filling = hand.view.grab().toImage()
    QTest.qWait(OVER)
    rests = hand.view.grab().toImage()
    assert filling != rests
    hand.view.motion.allowed = False
    hand.view.set_marks("run", {})
    hand.view.set_marks("run", {block: Mark(State.ACTIVE, (Light.PASSED, Light.RUNNING, *(Light.OFF,) * 3))})
    assert hand.view.grab().toImage() == rests


def test_a_deleted_flow_takes_its_token_along(hand: Hand) -> None:
    # given
    flow = flow_between(hand)
    hand.view.update_marks("run", {flow: Mark(State.DONE, done=1)})
    # when
    hand.view.select((flow,))
    hand.view.run("delete")
    # then
    assert tokens(hand) == []
