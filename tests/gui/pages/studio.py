"""StudioPage: the whole window as a person uses it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from procos_studio.app.authoring.author import Author
from procos_studio.app.chooser import Chooser
from procos_studio.app.session import Session
from procos_studio.app.window import MainWindow
from procos_studio.model.diagram import Diagram
from tests.gui.pages.canvas import CanvasPage
from tests.gui.pages.form import FormPage

_WAIT_MS = 20_000


class StudioPage:
    """Acts through keys, mouse and menus; reads what is on the screen."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.form = FormPage(window.panes.inspector, qtbot)

    def show(self) -> None:
        """Open the window."""
        self.window.resize(1440, 900)
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()

    def close_at_once(self) -> None:
        """Give up all changes, also what is being typed, close, and wait until the last run has gone."""
        self.window.panes.finish_typing()
        for session in self.window.workspace.sessions():
            pane = self.window.xml.pane(session)
            if pane is not None:
                pane.discard()
            session.document.diagram.history.mark_saved()
        for author in self.window.findChildren(Author):
            author._commit()
            author._saved = author.draft
        if self.window.isVisible():
            with self.qtbot.waitSignal(self.window.closed, timeout=_WAIT_MS):
                self.window.close()

    # documents ----------------------------------------------------------------------------------------------------

    @property
    def session(self) -> Session:
        """The document in front."""
        session = self.window.workspace.current
        assert session is not None, "no document is open"
        return session

    @property
    def diagram(self) -> Diagram:
        """Its diagram."""
        return self.session.document.diagram

    @property
    def canvas(self) -> CanvasPage:
        """Its canvas."""
        return CanvasPage(self.session.tab.view, self.diagram, self.qtbot)

    def titles(self) -> list[str]:
        """What the tabs say."""
        tabs = self.window.workspace.tabs
        return [tabs.tabText(index) for index in range(tabs.count())]

    def new(self) -> None:
        """Begin an empty process with Ctrl+N, and wait until it is drawn."""
        self.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        self.settle()

    def open(self, path: Path) -> None:
        """Open a file."""
        assert self.window.files.open_path(path)
        self.settle()

    def settle(self) -> None:
        """Let what was asked for in this moment happen."""
        self.qtbot.wait(20)

    # keys and commands --------------------------------------------------------------------------------------------

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the focus is; without a window manager nobody gives it back after a popup."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key, modifier)

    def command(self, name: str) -> None:
        """Choose a command of the menu."""
        action = self.window.actions_by_id[name]
        assert action.isEnabled(), f"{name} is disabled"
        action.trigger()

    def insert(self, block: str, point: QPointF) -> str:
        """Double-click on the canvas, type a block's name, press Enter; the id of the new node."""
        before = set(self.canvas.nodes())
        self.canvas.double_click(point)
        self.choose(block)
        self.qtbot.waitUntil(lambda: bool(set(self.canvas.nodes()) - before))
        (made,) = set(self.canvas.nodes()) - before
        return made

    def choose(self, text: str) -> None:
        """Type into the open chooser and press Enter."""
        chooser = self.chooser()
        self.qtbot.keyClicks(chooser.search, text)
        self.qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
        self.settle()

    def chooser(self) -> Chooser:
        """The open chooser."""
        found: list[Chooser] = []

        def look() -> bool:
            found[:] = [item for item in self.window.findChildren(Chooser) if item.isVisible()]
            return bool(found)

        self.qtbot.waitUntil(look)
        return found[0]

    def offered(self) -> list[str]:
        """The names in the open chooser."""
        entries = self.chooser().list
        return [entries.item(row).text() for row in range(entries.count())]

    def dialog(self, name: str) -> QDialog:
        """The open dialog of this object name."""
        found: list[QDialog] = []

        def look() -> bool:
            found[:] = [item for item in self.window.findChildren(QDialog, name) if item.isVisible()]
            return bool(found)

        self.qtbot.waitUntil(look)
        return found[0]

    def answer_next(self, button: QMessageBox.StandardButton) -> list[str]:
        """Press a button of the next message box that stops the work; its text is in the list afterwards."""
        told: list[str] = []

        def press() -> None:
            box = QApplication.activeModalWidget()
            if not isinstance(box, QMessageBox):
                QTimer.singleShot(10, press)
                return
            told.append(box.text())
            self.qtbot.mouseClick(box.button(button), Qt.MouseButton.LeftButton)

        QTimer.singleShot(10, press)
        return told

    # runs ---------------------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Press F5."""
        self.key(Qt.Key.Key_F5)

    def run_to_end(self) -> None:
        """Press F5 and wait until the run has ended."""
        self.run()
        self.wait_for(lambda: self.session.run is not None)
        self.wait_for(lambda: not self.session.is_running)
        self.settle()

    def wait_for(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(is_so, timeout=_WAIT_MS)

    def variables(self) -> dict[str, str]:
        """What the variables panel shows."""
        return self.window.panes.variables.values()

    def problems(self) -> list[str]:
        """The messages in the problems panel."""
        tree = self.window.panes.problems.tree
        items = (tree.topLevelItem(row) for row in range(tree.topLevelItemCount()))
        return [item.text(0) for item in items if item is not None]

    def click_problem(self, row: int) -> None:
        """Click a problem."""
        self.window.panes.docks.show("problems")
        self.settle()
        tree = self.window.panes.problems.tree
        item = tree.topLevelItem(row)
        assert item is not None
        place = tree.visualItemRect(item).center()
        self.qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def button(parent: QWidget, text: str) -> QPushButton:
    """The visible button with this text."""
    found = [item for item in parent.findChildren(QPushButton) if item.text() == text and item.isVisible()]
    assert found, f"no button {text!r}"
    return found[0]


def line(parent: QWidget, name: str) -> QLineEdit:
    """The line edit with this accessible name."""
    found = [item for item in parent.findChildren(QLineEdit) if item.accessibleName() == name]
    assert found, f"no line {name!r}"
    return found[0]
