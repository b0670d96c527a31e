"""The keyboard alone: from an empty window to a saved run, around all panes, and never into a trap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QScrollArea, QWidget

from procos_studio.app.chooser import Chooser
from procos_studio.app.forms.code.edit import CodeEdit
from procos_studio.bpmn import read_file
from procos_studio.canvas.marks import State
from procos_studio.canvas.view import CanvasView
from procos_studio.model.records import FlowNode
from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


class Keyboard:
    """Presses keys where the focus is, as a person does who has no mouse."""

    def __init__(self, studio: StudioPage) -> None:
        self.studio = studio

    def press(self, *keys: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key after the other."""
        for key in keys:
            self.studio.qtbot.keyClick(self.focus(), key, modifier)
            self.studio.settle()

    def type(self, text: str) -> None:
        """A text, letter by letter."""
        self.studio.qtbot.keyClicks(self.focus(), text)
        self.studio.settle()

    def focus(self) -> QWidget:
        """What has the focus; without a window manager nobody gives it back after a popup."""
        window, choosers = self.studio.window, self.studio.window.findChildren(Chooser)
        if QApplication.activeModalWidget() is None and not any(chooser.isVisible() for chooser in choosers):
            window.activateWindow()
            self.studio.qtbot.waitUntil(window.isActiveWindow)
        return QApplication.focusWidget() or window.focusWidget() or window

    def choose(self, name: str) -> None:
        """Type into the chooser that is open, and take the first."""
        self.studio.chooser()
        self.type(name)
        self.press(Key.Key_Return)

    def in_dialog(self, keys: Callable[[QWidget], None]) -> None:
        """Let `keys` be pressed in the next dialog that stops all else."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and dialog.isVisible():
                keys(dialog.focusWidget() or dialog)
            else:
                QTimer.singleShot(10, look)

        QTimer.singleShot(10, look)


@pytest.fixture
def keyboard(studio: StudioPage) -> Keyboard:
    return Keyboard(studio)


def test_from_an_empty_window_to_a_saved_run(studio: StudioPage, keyboard: Keyboard, tmp_path: Path) -> None:
    # given a window in which nothing is open
    assert studio.titles() == []
    # when a process is begun, and blocks are asked for by typing their names
    keyboard.press(Key.Key_N, modifier=CTRL)
    canvas = studio.canvas
    keyboard.press(Key.Key_N)
    keyboard.choose("start")
    keyboard.press(Key.Key_A)
    keyboard.choose("python")
    # and the script gets a name
    keyboard.press(Key.Key_F2)
    keyboard.type("Double it")
    keyboard.press(Key.Key_Return)
    (script,) = canvas.nodes("scriptTask")
    assert studio.diagram[script].name == "Double it"
    # and its code is typed into the form
    keyboard.press(Key.Key_Return)
    assert studio.window.panes.inspector.isAncestorOf(keyboard.focus())
    keyboard.type("answer = price * 2")
    keyboard.press(Key.Key_F6, modifier=SHIFT)
    assert isinstance(keyboard.focus(), CanvasView)
    # and an end is placed apart, and a flow drawn to it
    keyboard.press(Key.Key_N)
    keyboard.choose("end")
    (end,) = canvas.nodes("endEvent")
    keyboard.press(Key.Key_Escape, Key.Key_Right, Key.Key_Right)
    assert canvas.view.selection == (script,)
    keyboard.press(Key.Key_C, towards(canvas.center_of(script), canvas.center_of(end)), Key.Key_Return)
    assert (script, end) in canvas.flows()
    # and it is saved under a name that is typed into the dialog
    keyboard.in_dialog(lambda field: save_as(studio, field, tmp_path / "typed"))
    keyboard.press(Key.Key_S, modifier=CTRL)
    assert studio.titles() == ["typed.bpmn"]
    # and run with the answer to its question
    keyboard.press(Key.Key_F5)
    studio.dialog("start-dialog")
    keyboard.type("21")
    keyboard.press(Key.Key_Return)
    studio.wait_for(lambda: studio.session.run is not None and not studio.session.is_running)
    # then the file holds the process
    assert {node.name for node in read_file(tmp_path / "typed.bpmn").diagram.all(FlowNode)} >= {"Double it"}
    # and the result is on the canvas, in what a screen reader is told of it, and among the variables
    assert canvas.mark(script).state is State.DONE
    keyboard.press(Key.Key_Escape, Key.Key_Right, Key.Key_Right)
    assert "Done" in canvas.view.accessibleDescription()
    studio.wait_for(lambda: studio.variables() == {"answer": "42", "price": "21"})


def towards(start: QPointF, end: QPointF) -> Key:
    """The arrow that points there most."""
    dx, dy = end.x() - start.x(), end.y() - start.y()
    if abs(dx) >= abs(dy):
        return Key.Key_Right if dx > 0 else Key.Key_Left
    return Key.Key_Down if dy > 0 else Key.Key_Up


def save_as(studio: StudioPage, field: QWidget, path: Path) -> None:
    """Type a name into the field that has the focus in the dialog, and press Enter."""
    studio.qtbot.keyClick(field, Key.Key_A, CTRL)
    studio.qtbot.keyClicks(field, str(path))
    press_return(studio)


def press_return(studio: StudioPage) -> None:
    """Press Enter in the dialog, and again where it only closed the list of files that begin so."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QFileDialog):
        studio.qtbot.keyClick(dialog.focusWidget() or dialog, Key.Key_Return)
        QTimer.singleShot(50, lambda: press_return(studio))


def test_one_key_goes_around_all_panes_and_one_back(studio: StudioPage, keyboard: Keyboard, tmp_path: Path) -> None:
    # given a file with a block selected, so that each pane has something to do
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("work")
    studio.settle()
    window = studio.window
    below = window.panes.docks.below()
    assert below is not None
    panes = [window.toolbar, window.panes.palette, studio.canvas.view, window.panes.right, below]

    def here() -> int:
        return next(number for number, pane in enumerate(panes) if pane is focus() or pane.isAncestorOf(focus()))

    def focus() -> QWidget:
        return keyboard.focus()

    window.panes.docks.show("problems")
    panes[-1] = window.panes.docks.below() or below
    studio.canvas.view.setFocus()
    # when
    there, back = [], []
    for _ in panes:
        keyboard.press(Key.Key_F6)
        there.append(here())
    for _ in panes:
        keyboard.press(Key.Key_F6, modifier=SHIFT)
        back.append(here())
    # then
    assert there == [3, 4, 0, 1, 2]
    assert back == [1, 0, 4, 3, 2]


def test_tab_comes_around_and_shows_where_it_is(studio: StudioPage, keyboard: Keyboard, tmp_path: Path) -> None:
    # given
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("work")
    studio.settle()
    view = studio.canvas.view
    view.setFocus()
    # when Tab is pressed until the canvas has the focus again; code keeps it, and is left with Esc
    seen: list[QWidget] = []
    window, places = studio.window, dict[QWidget, QRect]()
    while (focus := keyboard.focus()) is not view or not seen:
        assert len(seen) < 120, f"no way out of {focus}"
        seen.append(focus)
        places[focus] = QRect(focus.mapTo(window, QPoint(0, 0)), focus.size())
        keyboard.press(Key.Key_Escape if isinstance(focus, CodeEdit) else Key.Key_Tab)
        assert keyboard.focus() is not focus, f"{focus} keeps the focus"
    # then everything that had it was in sight
    assert len(seen) > 12
    assert [widget for widget, place in places.items() if not window.rect().intersects(place)] == []
    print(
        "SEEN",
        [(type(w).__name__, w.objectName(), w.accessibleName()) for w in seen[1:] if not shows_focus(w)],
        window.isActiveWindow(),
    )
    # and looked otherwise than without it
    assert [widget for widget in seen[1:] if not shows_focus(widget)] == []


def shows_focus(widget: QWidget) -> bool:
    """Whether a widget looks different while it has the focus."""
    for area in areas_around(widget):
        area.ensureWidgetVisible(widget)
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-4, -4, 4, 4)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    with_it = window.grab(place).toImage()
    widget.clearFocus()
    return with_it != window.grab(place).toImage()


def areas_around(widget: QWidget) -> Iterator[QScrollArea]:
    """What scrolls a widget, the nearest first."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            yield above
        above = above.parentWidget()
