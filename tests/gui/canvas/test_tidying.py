"""Tidying large planes on a thread: the screen goes on, Esc gives up, and an edit meanwhile counts more."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from procos_studio.bpmn import read_bytes, write_bytes
from procos_studio.canvas.tools import tidying
from procos_studio.edits.rename import rename
from procos_studio.layout import Tidied, tidied, tidy
from tests.gui.canvas.hand import CTRL, SHIFT, Hand

WAIT = 20_000
Layout = Callable[..., Tidied]


@pytest.fixture
def crowd(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Blocks in disorder, as many as count as many here."""
    keys = [hand.place("standard/task", x, y) for x, y in ((600, 120), (120, 500), (400, 420))]
    hand.view.select(keys)
    hand.key(Qt.Key.Key_F)
    hand.view.select(())
    monkeypatch.setattr(tidying, "MANY", len(keys))
    return keys


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Until it is opened, the thread finds nothing."""
    opened = Event()

    def wait(*values: object) -> Tidied:
        opened.wait(WAIT / 1000)
        return tidied(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(tidying, "tidied", wait)
    return opened


def tidy_by_key(hand: Hand) -> None:
    hand.key(Qt.Key.Key_A, CTRL | SHIFT)


def word(hand: Hand) -> QLabel | None:
    found = hand.view.findChild(QLabel, "gesture")
    return found if found is not None and found.isVisible() else None


def test_a_large_plane_becomes_what_a_small_one_would_in_one_edit(hand: Hand, crowd: list[str], qtbot: QtBot) -> None:
    # given the same plane, tidied at once
    before = write_bytes(hand.diagram)
    other = read_bytes(before).diagram
    tidy(other, hand.view.surface.plane)
    edits = len(hand.diagram.history.done)
    # when it is tidied aside
    tidy_by_key(hand)
    assert not hand.view.tools.is_resting
    qtbot.waitUntil(lambda: hand.view.tools.is_resting, timeout=WAIT)
    # then it is the same, and one step takes it back
    assert write_bytes(hand.diagram) == write_bytes(other) != before
    assert len(hand.diagram.history.done) == edits + 1
    hand.diagram.undo()
    assert write_bytes(hand.diagram) == before
    assert word(hand) is None


def test_esc_gives_up(hand: Hand, crowd: list[str], gate: Event) -> None:
    # given a plane that is being tidied, as a word says
    before = write_bytes(hand.diagram)
    tidy_by_key(hand)
    shown = word(hand)
    assert shown is not None
    assert "3" in shown.text()
    # when
    hand.key(Qt.Key.Key_Escape)
    # then nothing waits any more, and nothing is moved
    assert hand.view.tools.is_resting
    assert word(hand) is None
    gate.set()
    assert write_bytes(hand.diagram) == before


def test_what_was_changed_meanwhile_stays(hand: Hand, crowd: list[str], gate: Event, qtbot: QtBot) -> None:
    # given a plane that is being tidied, on which somebody edits
    tidy_by_key(hand)
    rename(hand.diagram, crowd[0], "Meanwhile")
    before = write_bytes(hand.diagram)
    # when the thread is done
    gate.set()
    qtbot.waitUntil(lambda: hand.view.tools.is_resting, timeout=WAIT)
    # then nothing was moved, and a sentence says why
    assert write_bytes(hand.diagram) == before
    assert any("changed meanwhile" in said for said in hand.hints)


def test_several_selected_blocks_of_a_large_plane_are_tidied_alone(hand: Hand, crowd: list[str], qtbot: QtBot) -> None:
    # given
    alone = hand.middle(crowd[2])
    hand.view.select(crowd[:2])
    # when
    tidy_by_key(hand)
    qtbot.waitUntil(lambda: hand.view.tools.is_resting, timeout=WAIT)
    # then
    assert hand.middle(crowd[2]) == alone
    assert hand.middle(crowd[0]).y == hand.middle(crowd[1]).y


def test_a_failure_on_the_thread_is_told_once_and_one_goes_on(
    hand: Hand, crowd: list[str], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    # given a layout that fails
    def fail(*_values: object) -> Tidied:
        raise KeyError("broken")

    monkeypatch.setattr(tidying, "tidied", fail)
    # when
    with qtbot.captureExceptions() as told:
        tidy_by_key(hand)
        qtbot.waitUntil(lambda: bool(told), timeout=WAIT)
        qtbot.wait(10 * tidying._LOOK_MS)
    # then nothing waits any more
    assert [kind for kind, *_rest in told] == [KeyError]
    assert word(hand) is None
