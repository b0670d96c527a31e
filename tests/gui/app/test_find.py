"""Find and replace with mouse and keyboard: here, in the selection, in all open diagrams, by words and by patterns."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from procos_studio.app.finding.haystack import Where
from procos_studio.app.finding.panel import FindPanel
from procos_studio.app.finding.trying import Trying
from procos_studio.bpmn import write_bytes
from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


class FindPage:
    """The find panel as a person uses it."""

    def __init__(self, studio: StudioPage) -> None:
        self.studio, self.panel = studio, studio.window.panes.find
        assert isinstance(self.panel, FindPanel)

    def look(self, text: str) -> None:
        """Type what to find, and wait for the answer."""
        self._type(self.panel.find_edit, text)

    def replace_by(self, text: str) -> None:
        """Type what should stand there instead."""
        self._type(self.panel.replace_edit, text)

    def _type(self, line: QLineEdit, text: str) -> None:
        line.selectAll()
        self.studio.qtbot.keyClicks(line, text)
        self.studio.qtbot.wait(250)

    def way(self, number: int) -> None:
        """Click one of the small buttons: case, whole words, pattern."""
        self.studio.qtbot.mouseClick(self.panel.options.buttons[number], Qt.MouseButton.LeftButton)

    def rows(self) -> list[tuple[str, str]]:
        """Where and what was found."""
        items = (self.panel.list.topLevelItem(row) for row in range(self.panel.list.topLevelItemCount()))
        return [(item.text(0), item.text(1)) for item in items if item is not None]

    def click_box(self, row: int) -> None:
        """Click the box of a row."""
        tree = self.panel.list
        item = tree.topLevelItem(row)
        assert item is not None
        box = tree.visualItemRect(item)
        self.studio.qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, box.center().y()))

    def replace(self) -> None:
        """Press the button."""
        self.studio.qtbot.mouseClick(self.panel.replace_button, Qt.MouseButton.LeftButton)

    def note(self) -> str:
        """What the panel says."""
        return self.panel.note.text()


def test_hits_are_marked_and_enter_goes_from_one_to_the_next(studio: StudioPage, tmp_path: Path) -> None:
    # given an open diagram whose script is looked for
    studio.open(write(tmp_path, QUICK))
    studio.key(KEY.Key_F, CTRL)
    page = FindPage(studio)
    page.look("answer")
    # then the script's block is marked
    assert page.rows()
    assert studio.canvas.mark("work").found
    # when Enter is pressed
    studio.qtbot.keyClick(page.panel.find_edit, KEY.Key_Return)
    # then the block is selected, and Esc goes back to a canvas without marks
    assert studio.canvas.view.selection == ("work",)
    studio.qtbot.keyClick(page.panel.find_edit, KEY.Key_Escape)
    assert studio.canvas.view.hasFocus()
    assert not studio.canvas.mark("work").found


def test_what_is_checked_is_replaced_with_one_undo_a_file(studio: StudioPage, tmp_path: Path) -> None:
    # given two open diagrams that are searched together
    studio.open(write(tmp_path, QUICK, name="one.bpmn"))
    studio.open(write(tmp_path, QUICK, name="two.bpmn"))
    sessions = list(studio.window.workspace.sessions())
    before = [write_bytes(session.document.diagram) for session in sessions]
    studio.key(KEY.Key_F, CTRL | SHIFT)
    page = FindPage(studio)
    assert page.panel.options.where() is Where.EVERYWHERE
    studio.qtbot.mouseClick(page.panel.replacing, Qt.MouseButton.LeftButton)
    page.look("answer")
    page.replace_by("reply")
    count = len(page.rows())
    assert count >= 2
    # when the first is unchecked and the rest replaced
    page.click_box(0)
    page.replace()
    # then one match is left, and each document has one edit at most to undo
    assert len(page.rows()) == 1
    for session in sessions:
        assert len(session.document.diagram.history.labels) <= 1
        session.document.diagram.undo()
    assert [write_bytes(session.document.diagram) for session in sessions] == before


def test_a_hit_in_another_diagram_is_gone_to(studio: StudioPage, tmp_path: Path) -> None:
    # given two open diagrams, one of which has a certain word in its code
    studio.open(write(tmp_path, QUICK, name="one.bpmn"))
    studio.open(write(tmp_path, QUICK.replace("answer = 42", "needle = 1"), name="two.bpmn"))
    studio.key(KEY.Key_Tab, CTRL)
    assert studio.session.document.title == "one.bpmn"
    # when it is searched everywhere, and Enter is pressed
    studio.key(KEY.Key_F, CTRL | SHIFT)
    page = FindPage(studio)
    page.look("needle")
    studio.qtbot.keyClick(page.panel.find_edit, KEY.Key_Return)
    # then its block is shown and selected
    assert studio.session.document.title == "two.bpmn"
    assert studio.canvas.view.selection == ("work",)


def test_a_pattern_that_is_none_is_told(studio: StudioPage, tmp_path: Path) -> None:
    # given patterns
    studio.open(write(tmp_path, QUICK))
    studio.key(KEY.Key_F, CTRL)
    page = FindPage(studio)
    page.way(2)
    # when half of one is typed
    page.look("(an")
    # then a sentence says what is missing
    studio.wait_for(lambda: "no pattern" in page.note())
    assert page.rows() == []
    # and the whole one finds
    page.look("(an)swer")
    studio.wait_for(lambda: bool(page.rows()))


def test_a_pattern_without_end_is_given_up_while_the_studio_goes_on(studio: StudioPage, tmp_path: Path) -> None:
    # given code on which a certain pattern takes years
    studio.open(write(tmp_path, QUICK.replace("answer = 42", "x = '" + "a" * 60 + "!'")))
    studio.window.seeking.findChild(Trying)._limit.setInterval(400)
    studio.key(KEY.Key_F, CTRL)
    page = FindPage(studio)
    page.way(2)
    # when it is looked for
    page.look("(a+)+$")
    # then the window goes on meanwhile, and a sentence says that it takes too long
    studio.canvas.click_on("work")
    assert studio.canvas.view.selection == ("work",)
    studio.wait_for(lambda: "too long" in page.note())


def test_the_selection_limits_the_search_also_after_a_hit_was_gone_to(studio: StudioPage, tmp_path: Path) -> None:
    # given one selected block
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("work")
    studio.key(KEY.Key_F, CTRL)
    page = FindPage(studio)
    page.look("e")
    everywhere = len(page.rows())
    # when one looks in the selection only
    places = page.panel.options.places
    places.setCurrentIndex(places.findData(Where.SELECTION))
    places.activated.emit(places.currentIndex())
    # then less is found, all of it in that block
    assert 0 < len(page.rows()) < everywhere
    # and with nothing selected a sentence says so
    studio.canvas.view.select(())
    studio.key(KEY.Key_F, CTRL)
    places.setCurrentIndex(places.findData(Where.SELECTION))
    places.activated.emit(places.currentIndex())
    assert "Nothing is selected" in page.note()
