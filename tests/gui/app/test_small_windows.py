"""A small screen, or a large scale: panels fold away, the canvas stays, and all come back with the room."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QToolButton

from procos_studio.edits.group import group
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


def test_a_diagram_opens_where_its_names_can_be_read(studio: StudioPage) -> None:
    # given a small window, in which the sample as a whole could not be read
    resize(studio, 1280, 720)
    # when it is opened
    studio.window.files.open_sample()
    view = studio.session.tab.view
    studio.wait_for(lambda: view.transform().m11() >= 0.6)
    # then its beginning shows
    assert view.visible_rect().contains(studio.canvas.center_of("order_received"))
    # and all of it when one asks for that
    studio.command("fit")
    assert view.visible_rect().contains(view.content_rect())


@pytest.mark.parametrize("command", ["picture", "author"])
def test_a_dialog_gets_as_small_as_the_smallest_screen(studio: StudioPage, command: str) -> None:
    # given a dialog
    studio.window.files.open_sample()
    studio.session.tab.view.select((group(studio.diagram, ["reserve"]),))
    if command == "picture":
        studio.window.exporting.to_picture()
    else:
        studio.command("make-block")
    dialog = studio.dialog("picture-dialog" if command == "picture" else "author")
    # when it gets as small as a screen of 1280 x 720 is at thrice the scale
    dialog.resize(427, 220)
    studio.settle()
    # then it takes that size, and its main button is there
    assert (dialog.width(), dialog.height()) == (427, 220)
    button = dialog.save if command == "picture" else dialog.save_button  # type: ignore[attr-defined]
    assert dialog.rect().contains(button.mapTo(dialog, button.rect().bottomRight()))


def test_panels_put_back_in_a_small_window_leave_the_canvas_its_room(studio: StudioPage) -> None:
    # given a small window, in which somebody has opened a panel
    resize(studio, 427, 300)
    studio.window.panes.docks.show("inspector")
    studio.settle()
    # when all are put back
    studio.command("layout")
    studio.settle()
    # then those without room are out of sight again, and come back with it
    assert not dock(studio, "inspector").isVisible()
    assert studio.window.workspace.width() > 427 * 0.6
    resize(studio, 1280, 720)
    assert dock(studio, "inspector").isVisible()


def test_tabs_that_have_no_room_are_scrolled_by_arrows(studio: StudioPage) -> None:
    # given more diagrams than their bar has room for
    resize(studio, 800, 600)
    for _ in range(8):
        studio.new()
    bar = studio.window.workspace.tabs.tabBar()
    # when one looks at the buttons that scroll
    arrows = [button for button in bar.findChildren(QToolButton) if button.arrowType() is not Qt.ArrowType.NoArrow]
    # then there is something on them
    assert len(arrows) == 2
    for arrow in arrows:
        assert arrow.isVisible()
        picture = arrow.grab().toImage()
        middle = {picture.pixel(x, picture.height() // 2) for x in range(4, picture.width() - 4)}
        assert len(middle) > 1


def test_the_first_look_stays_whole_while_the_window_comes_to_its_size(studio: StudioPage, tmp_path: Path) -> None:
    # given a diagram that is opened in a window of one size
    studio.open(write(tmp_path, QUICK))
    view = studio.canvas.view
    content = view.content_rect()
    # when the desktop gives the window another one, in which the diagram has no room
    resize(studio, 427, 300)
    # then all of it shows, smaller
    studio.wait_for(lambda: view.transform().m11() < 1 and view.visible_rect().contains(content))
    # when a person has clicked, and the window changes again
    studio.canvas.click(content.center() + QPointF(0, 60))
    before = view.transform().m11()
    resize(studio, 1300, 800)
    studio.qtbot.wait(50)
    # then it stays as large as it was
    assert view.transform().m11() == before
