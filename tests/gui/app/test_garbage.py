"""Garbage: a cycle goes also after it was kept, once the person is away or something large was closed."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from procos_studio.app import garbage


class Ring:
    """Holds itself."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture(autouse=True)
def collected(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(garbage, "_AWAY_MS", 0)
    was_on = gc.isenabled()
    with garbage.collected_here(qapp):
        yield
    if was_on:
        gc.enable()


def _kept_ring() -> weakref.ref[Ring]:
    ring = Ring()
    seen = weakref.ref(ring)
    garbage.keep()
    del ring
    gc.collect()
    assert seen() is not None
    return seen


def test_what_outlived_a_look_at_everything_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    # given everything is due
    monkeypatch.setattr(gc, "get_count", lambda: (1_000, 100, 100))
    gone, before = weakref.ref(Ring()), gc.get_freeze_count()
    # when it is collected
    garbage.collect()
    # then garbage is gone, and the rest is kept out of the next look
    assert gone() is None
    assert gc.get_freeze_count() > before
    assert len(gc.get_objects()) < gc.get_freeze_count() / 10


def test_a_young_look_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc, "get_count", lambda: (1_000, 0, 0))
    gone, before = weakref.ref(Ring()), gc.get_freeze_count()
    garbage.collect()
    assert gone() is None
    assert gc.get_freeze_count() <= before


def test_what_a_large_edit_made_is_not_looked_at_before_the_person_is_away(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given more young objects than can be looked through within a frame, and garbage among them
    gc.collect()
    monkeypatch.setattr(gc, "get_count", lambda: (10**6, 0, 0))
    seen = weakref.ref(Ring())
    # when it is collected
    garbage.collect()
    # then they are kept, and the garbage goes later
    monkeypatch.undo()
    gc.collect()
    assert seen() is not None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    qtbot.waitUntil(lambda: seen() is None)


def test_what_was_kept_goes_while_the_person_is_away(qapp: QApplication, qtbot: QtBot) -> None:
    seen = _kept_ring()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    qtbot.waitUntil(lambda: seen() is None)


def test_what_was_kept_stays_where_the_person_comes_back_at_once(qapp: QApplication) -> None:
    seen = _kept_ring()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qapp.processEvents()
    assert seen() is not None


def test_what_was_kept_goes_after_a_document_was_closed() -> None:
    seen = _kept_ring()
    garbage.let_go()
    gc.collect()
    assert seen() is None
