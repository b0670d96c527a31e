"""A small screen, or a large scale: panels fold away, the canvas stays, and all come back with the room."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDockWidget

from tests.gui.app.processes import QUICK, form, write
from tests.gui.pages.studio import StudioPage

FIELDS = form(*(f'<camunda:formField id="field{number}" label="Field" type="long"/>' for number in range(12)))


def dock(studio: StudioPage, name: str) -> QDockWidget:
    found = studio.window.findChild(QDockWidget, name)
    assert isinstance(found, QDockWidget)
    return found


def resize(studio: StudioPage, width: int, height: int) -> None:
    studio.window.resize(width, height)
    studio.settle()


@pytest.mark.parametrize(("width", "height"), [(640, 360), (427, 300)])
def test_the_canvas_stays_in_a_small_window(studio: StudioPage, tmp_path: Path, width: int, height: int) -> None:
    # given a file with a selected block
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("work")
    # when the window gets as small as a screen of 1280 x 720 is at twice or thrice the scale
    resize(studio, width, height)
    # then it takes that size, and most of it is the canvas
    assert studio.window.size() == QSize(width, height)
    assert studio.window.workspace.width() > width * 0.6
    assert studio.window.workspace.height() > height * 0.5
    assert not dock(studio, "inspector").isVisible()
    # and a form that is asked for comes nevertheless
    studio.window.panes.edit_form()
    studio.settle()
    assert dock(studio, "inspector").isVisible()


def test_panels_come_back_with_the_room(studio: StudioPage, tmp_path: Path) -> None:
    # given a window that was small for a while, with the problems in front
    studio.open(write(tmp_path, QUICK))
    studio.window.panes.docks.show("problems")
    studio.settle()
    resize(studio, 427, 300)
    # when there is room again
    resize(studio, 1280, 720)
    # then the panels are as they were
    for name, width in (("blocks", 236), ("inspector", 312)):
        assert dock(studio, name).isVisible()
        assert dock(studio, name).width() == width
    assert not dock(studio, "problems").visibleRegion().isEmpty()
    assert studio.window.workspace.height() > dock(studio, "problems").height()


def test_what_was_folded_is_remembered_as_open(studio: StudioPage) -> None:
    # given a small window
    resize(studio, 427, 300)
    assert dock(studio, "blocks").isHidden()
    # when it is closed
    studio.window.close()
    # then the layout that is kept for the next start has the panel
    assert not dock(studio, "blocks").isHidden()


def test_a_panel_that_was_closed_stays_closed(studio: StudioPage) -> None:
    # given a person who closed a panel
    dock(studio, "blocks").close()
    # when the window gets small and large
    resize(studio, 427, 300)
    resize(studio, 1280, 720)
    # then
    assert dock(studio, "blocks").isHidden()


def test_a_long_form_scrolls_in_a_small_dialog(studio: StudioPage, tmp_path: Path) -> None:
    # given a process that asks for much
    studio.open(write(tmp_path, QUICK, FIELDS))
    studio.run()
    dialog = studio.dialog("start-dialog")
    # when the dialog is made small
    dialog.resize(300, 260)
    studio.settle()
    # then it is, and the button that runs it shows
    assert dialog.height() <= 260
    assert dialog.rect().contains(dialog.run_button.geometry().bottomRight())  # type: ignore[attr-defined]
    dialog.close()
