"""The menu under the right button: for a block, a pool, several blocks, and the ground."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage


def _entries(studio: StudioPage, point: QPointF) -> list[str]:
    """Press the right button at a point of the plane; the menu's entries, with what is enabled."""
    view = studio.canvas.view
    pixel = studio.canvas.pixel(point)
    studio.qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=pixel)
    place = view.viewport().mapToGlobal(pixel)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, pixel, place))
    studio.settle()
    (menu,) = [item for item in studio.window.findChildren(QMenu, "context-menu") if item.isVisible()]
    found = [action.objectName() for action in menu.actions() if not action.isSeparator() and action.isEnabled()]
    menu.close()
    studio.settle()
    return found


def test_a_block_and_the_ground_have_menus_of_their_own(studio: StudioPage, tmp_path: Path) -> None:
    # given a diagram with nothing selected
    studio.open(write(tmp_path, QUICK))
    # when the right button is pressed on a block
    found = _entries(studio, studio.canvas.center_of("work"))
    # then it is selected, and can be edited
    assert studio.canvas.view.selection == ("work",)
    assert {"rename", "replace", "append", "delete", "to-writer"} <= set(found)
    assert "insert" not in found
    # when it is pressed on the ground
    studio.canvas.view.select(())
    found = _entries(studio, studio.canvas.center_of("work") + QPointF(0, 300))
    # then blocks can be put there
    assert {"insert", "paste", "fit"} <= set(found)
    assert "delete" not in found


def test_several_blocks_can_be_lined_up(studio: StudioPage, tmp_path: Path) -> None:
    # given two selected blocks
    studio.open(write(tmp_path, QUICK))
    studio.canvas.view.select(("start", "work"))
    # when the right button is pressed on one of them
    found = _entries(studio, studio.canvas.center_of("work"))
    # then both stay selected, and can be aligned and connected
    assert set(studio.canvas.view.selection) == {"start", "work"}
    assert {"align-top", "connect-selected", "group"} <= set(found)


def test_no_menu_is_left_behind(studio: StudioPage, tmp_path: Path) -> None:
    # given a menu that was closed
    studio.open(write(tmp_path, QUICK))
    _entries(studio, studio.canvas.center_of("work"))
    # when the window has had its time
    studio.settle()
    # then it has gone
    assert studio.window.findChildren(QMenu, "context-menu") == []
