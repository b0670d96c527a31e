"""Menus from the keyboard: Alt opens them, letters choose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage

ALT = Qt.KeyboardModifier.AltModifier
LETTER = re.compile(r"(?<!&)&(\w)")


def menus(above: QMenu) -> Iterator[QMenu]:
    yield above
    for action in above.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from menus(inner)


def test_each_entry_has_a_letter_while_the_menu_shows(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, QUICK))
    main = studio.window.menus.main
    before = {action: action.text() for one in menus(main) for action in one.actions()}
    for one in menus(main):
        # when
        one.aboutToShow.emit()
        # then
        entries = [action for action in one.actions() if not action.isSeparator()]
        letters = [found[1].casefold() for action in entries if (found := LETTER.search(action.text()))]
        assert len(set(letters)) == len(letters)
        # and where an entry has none, nothing of it is free
        bare = {action.text() for action in entries if not LETTER.search(action.text())}
        assert not [text for text in bare if {sign for sign in text.casefold() if sign.isalnum()} - set(letters)]
        # and none is left when it has closed
        one.aboutToHide.emit()
    assert {action: action.text() for one in menus(main) for action in one.actions()} == before


def test_a_letter_chooses(studio: StudioPage, tmp_path: Path) -> None:
    # given the open menu of searches
    studio.open(write(tmp_path, QUICK))
    menu, chosen = studio.window.menus.submenus["Find"], list[QAction]()
    menu.triggered.connect(chosen.append)
    studio.window.menus.main.aboutToShow.emit()
    studio.window.menus.main.aboutToHide.emit()
    menu.popup(studio.window.pos())
    studio.settle()
    # when
    QTest.keyClick(menu, Qt.Key.Key_F)
    studio.settle()
    # then
    assert [action.objectName() for action in chosen] == ["find"]
    assert not menu.isVisible()


def test_alt_alone_opens_the_menu(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, QUICK))
    for widget in (studio.canvas.view, studio.window.panes.palette.search):
        widget.setFocus()
        # when
        QTest.keyPress(widget, Qt.Key.Key_Alt, ALT)
        QTest.keyRelease(widget, Qt.Key.Key_Alt)
        # then
        studio.wait_for(studio.window.menus.main.isVisible)
        studio.window.menus.main.close()


def test_alt_with_another_key_or_the_mouse_does_not(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, QUICK))
    view = studio.canvas.view
    view.setFocus()
    # when Alt is held for a key of the canvas
    QTest.keyPress(view, Qt.Key.Key_Alt, ALT)
    QTest.keyClick(view, Qt.Key.Key_Up, ALT)
    QTest.keyRelease(view, Qt.Key.Key_Alt)
    # then
    assert not studio.window.menus.main.isVisible()
    # when it is held for a click
    QTest.keyPress(view, Qt.Key.Key_Alt, ALT)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, ALT)
    QTest.keyRelease(view, Qt.Key.Key_Alt)
    # then
    assert not studio.window.menus.main.isVisible()


def test_blocks_inserted_by_key_do_not_lie_on_each_other(studio: StudioPage) -> None:
    # given an empty process, and a pointer that is elsewhere
    studio.new()
    view = studio.canvas.view
    for _ in range(3):
        # when nothing is selected, N asks for a task
        view.select(())
        studio.canvas.key(Qt.Key.Key_N)
        studio.choose("task")
    # and once more with one selected
    view.select(studio.canvas.nodes()[-1:])
    studio.canvas.key(Qt.Key.Key_N)
    studio.choose("task")
    # then all show, and none covers another
    boxes = [studio.diagram.shape(key).bounds for key in studio.canvas.nodes()]  # type: ignore[union-attr]
    assert len(boxes) == 4
    assert not [1 for one in boxes for other in boxes if one is not other and one.intersects(other)]
    shown = view.visible_rect()
    assert all(shown.contains(box.center.x, box.center.y) for box in boxes)
