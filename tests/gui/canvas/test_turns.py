"""Turns: bits of work of different owners never fall into one turn of the event loop, and none of them starves."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from procos_studio.canvas import turns
from procos_studio.canvas.turns import Turn


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


def test_two_bits_come_in_turns_of_their_own(
    owner: QObject, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given two who are due at the same time, and so long a pause between bits that a busy machine does not fill it
    monkeypatch.setattr(turns, "APART", 0.5)
    monkeypatch.setattr(turns, "LONGEST", 60.0)
    did: list[int] = []
    first, second = Turn(owner, lambda: did.append(1)), Turn(owner, lambda: did.append(2))
    first.ask(0)
    second.ask(0)
    time.sleep(0.002)
    # when the event loop makes turns
    sizes = []
    while len(did) < 2:
        before = len(did)
        qapp.processEvents()
        sizes.append(len(did) - before)
    # then each of them came in another one
    assert sorted(did) == [1, 2]
    assert max(sizes) == 1


def test_a_bit_comes_even_where_pictures_follow_each_other_without_a_pause(owner: QObject, qtbot: QtBot) -> None:
    did: list[int] = []
    turn = Turn(owner, lambda: did.append(1))
    turn.ask(0)

    def painted() -> bool:
        Turn.keep_apart()
        return bool(did)

    qtbot.waitUntil(painted)


def test_who_stops_gets_no_turn(owner: QObject, qtbot: QtBot) -> None:
    did: list[str] = []
    stopped, other = Turn(owner, lambda: did.append("stopped")), Turn(owner, lambda: did.append("other"))
    stopped.ask(0)
    other.ask(20)
    stopped.stop()
    assert not stopped.is_asked
    qtbot.waitUntil(lambda: bool(did))
    assert did == ["other"]
