"""A newcomer's first minutes: the tour, help, and a process built, saved and run by keyboard alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel

from procos_studio.app.safety.notice import Notice
from procos_studio.app.settings import Settings
from procos_studio.app.tour import Tour
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


def test_after_the_tour_the_keys_are_for_the_canvas(studio: StudioPage, tmp_path: Path) -> None:
    # given a diagram, and the tour over it
    studio.open(write(tmp_path, QUICK))
    studio.window.show_tour()
    tour = studio.window.findChild(Tour)
    assert tour is not None
    # when it is skipped with the mouse
    studio.qtbot.mouseClick(tour.skip, Qt.MouseButton.LeftButton)
    # then
    studio.qtbot.waitUntil(studio.canvas.view.hasFocus)


def test_the_tour_leaves_once_somebody_runs_something(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, QUICK))
    studio.window.show_tour()
    studio.run_to_end()
    assert studio.window.findChild(Tour) is None


def test_the_tour_covers_no_bar_that_asks_something(studio: StudioPage, tmp_path: Path) -> None:
    # given a bar above the canvas
    studio.open(write(tmp_path, QUICK))
    bar = Notice(bar=True)
    bar.say("Another program changed it.", "", {"Reload": studio.settle})
    studio.session.tab.show_notice(bar)
    studio.settle()
    # when
    studio.window.show_tour()
    tour = studio.window.findChild(Tour)
    # then
    assert tour is not None
    here = QRect(bar.mapTo(studio.window, QPoint(0, 0)), bar.size())
    assert not tour.geometry().intersects(here)
    tour.leave()


def test_help_says_what_the_selected_block_and_its_parameters_mean(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("work")
    studio.key(Qt.Key.Key_F1)
    texts = [label.text() for label in studio.dialog("block-help").findChildren(QLabel)]
    assert "Python script" in texts
    assert "Script" in texts
    studio.dialog("block-help").close()
