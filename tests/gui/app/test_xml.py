"""XML: the text beside the canvas is the diagram, edits of it are edits of the diagram, and faults have a place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from procos_studio.app.xml.pane import XmlPane
from procos_studio.bpmn import write_bytes
from procos_studio.edits.rename import rename
from procos_studio.resources import shipped
from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pane(studio: StudioPage, tmp_path: Path) -> XmlPane:
    """The XML of a small file, opened with Ctrl+U."""
    studio.open(write(tmp_path, QUICK))
    studio.key(Qt.Key.Key_U, CTRL)
    found = studio.window.xml.pane(studio.session)
    assert found is not None
    studio.wait_for(lambda: "work" in found.edit.toPlainText())
    return found


def text_of(studio: StudioPage) -> str:
    return write_bytes(studio.diagram).decode()


def put(studio: StudioPage, pane: XmlPane, after: str, typed: str) -> None:
    """Type after the first place of a text."""
    cursor = pane.edit.textCursor()
    cursor.setPosition(pane.edit.toPlainText().index(after) + len(after))
    pane.edit.setTextCursor(cursor)
    pane.edit.setFocus()
    studio.qtbot.keyClicks(pane.edit, typed)


def test_the_diagram_beside_it_stays_as_large_as_it_was(studio: StudioPage, tmp_path: Path) -> None:
    # given a wide diagram that nobody has touched yet
    path = tmp_path / "wide.bpmn"
    path.write_bytes((shipped("processes") / "templates" / "order_check.bpmn").read_bytes())
    studio.open(path)
    before = studio.canvas.view.transform().m11()
    # when its XML takes half of the room
    width = studio.canvas.view.width()
    studio.command("xml")
    studio.wait_for(lambda: studio.canvas.view.width() < width)
    studio.settle()
    # then
    assert studio.canvas.view.transform().m11() == before


def test_it_is_what_a_save_would_write_and_follows_edits(studio: StudioPage, pane: XmlPane) -> None:
    assert pane.edit.toPlainText() == text_of(studio)
    rename(studio.diagram, "work", "Ümläut 😀 & <b>")
    studio.wait_for(lambda: "Ümläut" in pane.edit.toPlainText())
    assert pane.edit.toPlainText() == text_of(studio)
    studio.command("undo")
    studio.wait_for(lambda: "Ümläut" not in pane.edit.toPlainText())
    assert pane.edit.toPlainText() == text_of(studio)


def test_what_is_typed_is_one_edit_when_the_cursor_leaves_and_undo_covers_all(
    studio: StudioPage, pane: XmlPane
) -> None:
    # given an edit on the canvas, then one in the XML, then one on the canvas again
    rename(studio.diagram, "start", "First")
    studio.wait_for(lambda: "First" in pane.edit.toPlainText())
    put(studio, pane, 'name="Work', " harder")
    assert studio.diagram["work"].name == "Work"
    studio.window.panes.palette.search.setFocus()
    assert studio.diagram["work"].name == "Work harder"
    rename(studio.diagram, "end", "Last")
    studio.wait_for(lambda: "Last" in pane.edit.toPlainText())
    # then the history has three, and undo goes back through all of them
    assert len(studio.diagram.history.labels) == 3
    assert studio.diagram.history.labels[1] == "Edit the XML"
    for _ in range(3):
        studio.command("undo")
    assert [studio.diagram[key].name for key in ("start", "work", "end")] == ["Begun", "Work", "Done"]
    for _ in range(3):
        studio.command("redo")
    assert [studio.diagram[key].name for key in ("start", "work", "end")] == ["First", "Work harder", "Last"]
    studio.wait_for(lambda: pane.edit.toPlainText() == text_of(studio))


def test_a_cursor_beside_brackets_rests_there(studio: StudioPage, pane: XmlPane) -> None:
    put(studio, pane, 'name="Work', " (really)")
    studio.qtbot.keyClick(pane.edit, Qt.Key.Key_Left)
    assert 'name="Work (really)"' in pane.edit.toPlainText()


def test_saving_takes_over_what_is_being_typed(studio: StudioPage, pane: XmlPane) -> None:
    put(studio, pane, 'name="Work', " harder")
    studio.command("save")
    path = studio.session.document.path
    assert path is not None
    assert 'name="Work harder"' in path.read_text()


def test_ctrl_z_takes_back_typing_first_and_edits_of_the_diagram_then(studio: StudioPage, pane: XmlPane) -> None:
    rename(studio.diagram, "start", "First")
    studio.wait_for(lambda: "First" in pane.edit.toPlainText())
    put(studio, pane, 'name="Work', "x")
    studio.qtbot.keyClick(pane.edit, Qt.Key.Key_Z, CTRL)
    assert pane.edit.toPlainText() == text_of(studio)
    studio.key(Qt.Key.Key_Z, CTRL)
    assert studio.diagram["start"].name == "Begun"


def test_a_fault_has_line_and_column_while_typing_and_is_not_taken_over(studio: StudioPage, pane: XmlPane) -> None:
    # when something is typed that is no XML
    put(studio, pane, '<bpmn:scriptTask id="work"', " <")
    studio.wait_for(lambda: pane.note.text() != "")
    line = next(n for n, text in enumerate(pane.edit.toPlainText().split("\n"), 1) if "scriptTask" in text)
    # then its place is told and marked
    assert pane.note.text().startswith(f"Line {line}, column ")
    assert pane.edit.fault is not None
    assert pane.edit.fault.line == line - 1
    # and leaving or saving does not take it over, but says so
    studio.window.panes.palette.search.setFocus()
    studio.command("save")
    assert f"line {line} is wrong" in studio.window.status.message.text()
    assert studio.diagram.history.labels == ()
    assert " <" in pane.edit.toPlainText()
    # when it is discarded, the diagram shows again
    studio.qtbot.mouseClick(pane.discard_button, Qt.MouseButton.LeftButton)
    studio.wait_for(lambda: pane.edit.toPlainText() == text_of(studio))
    assert pane.edit.fault is None
    assert pane.note.text() == ""


def test_xml_that_is_no_bpmn_or_dangerous_is_refused(studio: StudioPage, pane: XmlPane) -> None:
    pane.edit.selectAll()
    pane.edit.setFocus()
    studio.qtbot.keyClicks(pane.edit, "<html/>")
    assert not pane.commit()
    assert "no BPMN 2.0" in pane.note.text()
    pane.edit.setPlainText('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>')
    pane.edit.document().setModified(True)
    assert not pane.commit()
    assert studio.diagram["work"].name == "Work"


def test_what_is_selected_on_the_canvas_is_marked_in_the_text_and_the_other_way_round(
    studio: StudioPage, pane: XmlPane
) -> None:
    # when a block is clicked on, its line is marked
    studio.canvas.click_on("work")
    studio.settle()
    marked = pane.edit.document().findBlockByNumber(pane.edit._line).text()
    assert 'id="work"' in marked
    # when the cursor is put into the text of another, that is selected
    pane.edit.setFocus()
    cursor = pane.edit.textCursor()
    cursor.setPosition(pane.edit.toPlainText().index("answer = 42"))
    pane.edit.setTextCursor(cursor)
    assert studio.session.tab.view.selection == ("work",)
    cursor.setPosition(pane.edit.toPlainText().index('name="Begun"'))
    pane.edit.setTextCursor(cursor)
    assert studio.session.tab.view.selection == ("start",)
    # also where it is drawn
    cursor.setPosition(pane.edit.toPlainText().index('bpmnElement="end"') + 20)
    pane.edit.setTextCursor(cursor)
    assert studio.session.tab.view.selection == ("end",)
    assert pane.edit.hasFocus()


def test_a_block_that_was_typed_is_drawn(studio: StudioPage, pane: XmlPane) -> None:
    put(studio, pane, 'camunda:historyTimeToLive="P1D">', '<bpmn:task id="typed" name="Typed"/>')
    assert pane.commit()
    assert studio.diagram.shape("typed") is not None
    studio.command("undo")
    assert studio.diagram.get("typed") is None


def test_it_closes_with_the_same_key_and_with_the_document(studio: StudioPage, pane: XmlPane) -> None:
    studio.key(Qt.Key.Key_U, CTRL)
    assert studio.window.xml.pane(studio.session) is None
    studio.key(Qt.Key.Key_U, CTRL)
    studio.key(Qt.Key.Key_W, CTRL)
    assert studio.titles() == []


def test_a_long_text_comes_in_turns_and_keeps_its_cursor_when_it_changes(studio: StudioPage, tmp_path: Path) -> None:
    # given a file whose XML is longer than what is put in at once
    notes = "".join(f'<bpmn:message id="m{number}" name="{"x" * 90}"/>\n' for number in range(6000))
    studio.open(write(tmp_path, QUICK, after=notes))
    studio.command("xml")
    pane = studio.window.xml.pane(studio.session)
    assert pane is not None
    studio.wait_for(lambda: "m5999" in pane.edit.toPlainText())
    assert not pane.edit.is_coming
    assert pane.edit.toPlainText() == text_of(studio)
    # when an element in front of the cursor changes, the cursor stays at its text
    pane.edit.moveCursor(QTextCursor.MoveOperation.End)
    before = pane.edit.textCursor().block().text()
    rename(studio.diagram, "work", "A longer name than before")
    studio.wait_for(lambda: "A longer name" in pane.edit.toPlainText())
    assert pane.edit.textCursor().block().text() == before
