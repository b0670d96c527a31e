"""What a screen reader is told: everything that takes the focus has a name, in the window and in every dialog."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QDialog, QScrollBar, QWidget

from procos_studio.app.asking import StartDialog
from procos_studio.app.form_fields import FormField
from procos_studio.app.forms.renaming import RenameVariable
from procos_studio.app.picturing import Extent, PictureDialog
from procos_studio.app.shortcuts import ShortcutsDialog
from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage

FIELDS = [
    FormField("text", "Text", "string"),
    FormField("number", "Number", "long"),
    FormField("flag", "Flag", "boolean"),
    FormField("date", "Date", "date"),
    FormField("any", "Any", "json"),
]


def nameless(root: QWidget) -> list[str]:
    """The widgets that take the focus and say nothing of themselves."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        takes_focus = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        if not takes_focus or not widget.isVisible() or isinstance(widget, QScrollBar):
            continue
        if widget.objectName().startswith("qt_") or widget.isWindow():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parent()).__name__}")
    return found


@pytest.mark.parametrize("block", ["python", "http", "timer", "form", "transform", "for each", "model", "e-mail"])
def test_the_window_and_the_form_of_each_kind_of_block(studio: StudioPage, block: str) -> None:
    # given
    studio.new()
    made = studio.insert(block, studio.session.tab.view.visible_rect().center())
    studio.canvas.view.select((made,))
    studio.wait_for(lambda: bool(studio.form.parameters))
    # then
    assert nameless(studio.window) == []


def spoken(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """What a screen reader finds below, the things that widgets show but are none of their own included."""
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield child
            yield from spoken(child)


def test_all_that_a_screen_reader_finds(studio: StudioPage, tmp_path: Path) -> None:
    # given
    studio.open(write(tmp_path, QUICK))
    studio.run_to_end()
    studio.canvas.view.select(("work",))
    studio.window.panes.docks.show("variables")
    studio.settle()
    # when it goes through the whole window
    found = list(spoken(QAccessible.queryAccessibleInterface(studio.window)))
    # then what can be acted on has a name and a role, the blocks and flows of the canvas as well
    acted = [item for item in found if item.state().focusable or item.state().selectable]
    cells = (QAccessible.Role.TreeItem, QAccessible.Role.Cell)
    nameless = [item for item in acted if not item.text(QAccessible.Text.Name) and item.role() not in cells]
    assert [item.object() for item in nameless] == []
    assert QAccessible.Role.NoRole not in {item.role() for item in acted}
    canvas = QAccessible.queryAccessibleInterface(studio.canvas.view)
    assert any("Work" in item.text(QAccessible.Text.Name) for item in spoken(canvas))
    assert {QAccessible.Role.ListItem, QAccessible.Role.Link} <= {item.role() for item in spoken(canvas)}


@pytest.mark.parametrize("panel", ["timeline", "problems", "variables", "events", "find", "differences"])
def test_each_panel(studio: StudioPage, tmp_path: Path, panel: str) -> None:
    # given
    studio.open(write(tmp_path, QUICK))
    studio.run_to_end()
    # when
    studio.window.panes.docks.show(panel)
    studio.settle()
    # then
    assert nameless(studio.window) == []


def test_the_start_page_and_the_tour(studio: StudioPage) -> None:
    studio.window.show_tour()
    studio.settle()
    assert nameless(studio.window) == []


@pytest.mark.parametrize("command", ["palette", "shortcuts", "block-help", "insert"])
def test_what_a_command_opens(studio: StudioPage, tmp_path: Path, command: str) -> None:
    # given
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("work")
    # when
    studio.command(command)
    studio.settle()
    # then
    shown = [widget for widget in studio.window.findChildren(QWidget) if widget.isWindow() and widget.isVisible()]
    assert shown
    assert [name for widget in shown for name in nameless(widget)] == []
    for widget in shown:
        widget.close()


DIALOGS: dict[str, Callable[[StudioPage], QDialog]] = {
    "start": lambda studio: StartDialog(studio.window, "Order", FIELDS, {}),
    "picture": lambda studio: PictureDialog(studio.window, list(Extent)),
    "shortcuts": lambda studio: ShortcutsDialog(studio.window, studio.window.keymap),
    "rename": lambda studio: RenameVariable(studio.window, studio.diagram, "p", "total"),
}


@pytest.mark.parametrize("name", sorted(DIALOGS))
def test_each_dialog(studio: StudioPage, tmp_path: Path, name: str) -> None:
    # given
    studio.open(write(tmp_path, QUICK))
    # when
    dialog = DIALOGS[name](studio)
    dialog.show()
    studio.settle()
    # then it has a title, and each field a name
    assert dialog.windowTitle()
    assert nameless(dialog) == []
    dialog.close()
