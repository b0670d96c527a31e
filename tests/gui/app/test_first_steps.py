"""A newcomer's first minutes: the tour, help, and a process built, saved and run by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from procos_studio.app import asking
from procos_studio.app.settings import Settings
from procos_studio.app.tour import Tour
from procos_studio.canvas.marks import State
from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_tour_has_three_cards_and_does_not_come_back(studio: StudioPage) -> None:
    # given a studio that nobody has used yet
    assert Settings().is_tour_due()
    studio.window.show_tour()
    tour = studio.window.findChild(Tour)
    assert tour is not None
    # when a newcomer goes through its cards by key
    titles = []
    for _ in range(3):
        titles.append(tour.title.text())
        studio.qtbot.keyClick(tour.next, Qt.Key.Key_Return)
    # then it has said three things, is gone, and is not due again
    assert len(set(titles)) == 3
    studio.settle()
    assert studio.window.findChild(Tour) is None
    assert not Settings().is_tour_due()


def test_the_tour_leaves_at_once_with_esc(studio: StudioPage) -> None:
    studio.window.show_tour()
    tour = studio.window.findChild(Tour)
    studio.qtbot.keyClick(tour, Qt.Key.Key_Escape)
    assert tour is not None
    assert not tour.isVisible()
    assert not Settings().is_tour_due()


def test_help_says_what_the_selected_block_and_its_parameters_mean(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("work")
    studio.key(Qt.Key.Key_F1)
    texts = [label.text() for label in studio.dialog("block-help").findChildren(QLabel)]
    assert "Python script" in texts
    assert "Script" in texts
    studio.dialog("block-help").close()


def test_from_an_empty_window_to_a_saved_run_by_keyboard_alone(
    studio: StudioPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given an empty window
    path = tmp_path / "typed.bpmn"
    monkeypatch.setattr(asking, "path_to_save", lambda *_: path)
    # when a process is begun, and blocks are asked for by typing their names
    studio.new()
    studio.key(Qt.Key.Key_F6)
    canvas = studio.canvas
    if not canvas.nodes("startEvent"):
        studio.key(Qt.Key.Key_N)
        studio.choose("start")
    studio.wait_for(lambda: len(canvas.nodes("startEvent")) == 1)
    if not canvas.view.selection:
        studio.key(Qt.Key.Key_Right)
    assert canvas.view.selection == tuple(canvas.nodes("startEvent"))
    studio.key(Qt.Key.Key_A)
    studio.choose("python")
    studio.wait_for(lambda: len(canvas.nodes("scriptTask")) == 1)
    (script,) = canvas.nodes("scriptTask")
    # and its code is typed in the form that Enter opens
    studio.key(Qt.Key.Key_Return)
    studio.settle()
    field = QApplication.focusWidget() or studio.window.focusWidget()
    assert field is not None
    assert studio.window.panes.inspector.isAncestorOf(field)
    studio.qtbot.keyClicks(field, "answer = 6 * 7")
    studio.key(Qt.Key.Key_F6)
    studio.key(Qt.Key.Key_A)
    studio.choose("end")
    studio.wait_for(lambda: len(canvas.nodes("endEvent")) == 1)
    # and it is saved and run
    studio.key(Qt.Key.Key_S, CTRL)
    assert path.is_file()
    studio.run_to_end()
    # then it has done its work
    assert studio.canvas.mark(script).state is State.DONE
    studio.wait_for(lambda: studio.variables().get("answer") == "42")
