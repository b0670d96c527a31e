"""Typing: what is typed when a studio ends comes back too, wherever it is typed and however fast."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QWidget

from procos_studio.app.authoring.author import Author
from procos_studio.app.forms.code.field import CodeField
from procos_studio.app.forms.mapping import MappingWindow
from procos_studio.app.forms.tables import TableField
from procos_studio.app.safety.held import Held
from procos_studio.app.safety.restoring import restored
from procos_studio.app.safety.safety import Safety
from procos_studio.app.safety.shelf import Shelf
from procos_studio.app.xml.pane import XmlPane
from procos_studio.bpmn import write_bytes, write_file
from procos_studio.canvas.editor import NameEditor
from procos_studio.edits.rename import rename
from procos_studio.library import Library, load, mask
from procos_studio.library.shelves import PATH
from tests.gui.app.processes import PERSON, QUICK, write
from tests.gui.pages.recovery import copies, offer
from tests.gui.pages.studio import StudioPage, button
from tests.unit.edits.test_composite_blocks import Drawn

HEADERS = (
    '<bpmn:serviceTask id="work" name="Ask" camunda:type="external" camunda:topic="procos.http" '
    'camunda:modelerTemplate="integration/http-request"><bpmn:extensionElements><camunda:inputOutput>'
    '<camunda:inputParameter name="headers"><camunda:map><camunda:entry key="a">1</camunda:entry></camunda:map>'
    "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>"
)


def type_into(studio: StudioPage, editor: QWidget, text: str) -> None:
    editor.setFocus()
    QTest.keySequence(editor, QKeySequence(QKeySequence.StandardKey.SelectAll))
    studio.qtbot.keyClicks(editor, text)


def name_editor(studio: StudioPage) -> QWidget:
    return studio.window.panes.inspector.form.name_edit


def code_editor(studio: StudioPage) -> QWidget:
    fields = studio.window.panes.inspector.form.fields.values()
    return next(field for field in fields if isinstance(field, CodeField)).editor()


def code_window(studio: StudioPage) -> QWidget:
    fields = studio.window.panes.inspector.form.fields.values()
    field = next(field for field in fields if isinstance(field, CodeField))
    field.open_window()
    assert field.window_of_code is not None
    return field.window_of_code.edit


def on_the_canvas(studio: StudioPage) -> QWidget:
    studio.session.tab.view.setFocus()
    studio.key(Qt.Key.Key_F2)
    found = studio.session.tab.view.findChild(NameEditor)
    assert found is not None
    return found


def cell(studio: StudioPage) -> QWidget:
    table = studio.form.table("headers").table
    table.setFocus()
    table.setCurrentCell(0, 1)
    studio.form.key(Qt.Key.Key_Return)
    return studio.form.focused()


def cell_of_window(studio: StudioPage) -> QWidget:
    field = studio.form.table("headers")
    assert isinstance(field, TableField)
    studio.qtbot.mouseClick(field.larger, Qt.MouseButton.LeftButton)
    window = studio.dialog("mapping-window")
    assert isinstance(window, MappingWindow)
    window.table.setFocus()
    window.table.setCurrentCell(0, 1)
    studio.qtbot.keyClick(window.table, Qt.Key.Key_Return)
    found = window.table.findChild(QLineEdit, "cell")
    assert isinstance(found, QLineEdit)
    return found


def question(studio: StudioPage) -> QWidget:
    return studio.form.questions().cards[0].label


PLACES = {
    name_editor: QUICK,
    code_editor: QUICK,
    code_window: QUICK,
    on_the_canvas: QUICK,
    cell: HEADERS,
    cell_of_window: HEADERS,
    question: PERSON,
}


@pytest.mark.parametrize("place", PLACES, ids=[place.__name__ for place in PLACES])
def test_what_is_being_typed_comes_back_too(
    studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path, place: Callable[[StudioPage], QWidget]
) -> None:
    # given a file in which one types, and has not left the field
    studio.open(write(tmp_path, PLACES[place]))
    studio.canvas.click_on("work")
    before = dict(studio.diagram.elements)
    type_into(studio, place(studio), "Typed1")
    studio.wait_for(lambda: len(copies(shelf)) == 1)
    # then the document has none of it
    assert dict(studio.diagram.elements) == before
    assert studio.titles() == ["small.bpmn"]
    # when the studio dies, another one brings it back, as an edit that can be undone
    safety.hold()
    document = restored(left_by(shelf).unsaved)
    assert "Typed1" in str(document.diagram["work"])
    document.diagram.undo()
    assert document.diagram["work"] == before["work"]
    assert not document.diagram.history.is_modified


def left_by(shelf: Path) -> Held:
    """The one copy that there is."""
    (left,) = Shelf(shelf).left()
    assert left.held is not None
    left.let_go()
    return left.held


@pytest.mark.parametrize("place", [name_editor, code_window, on_the_canvas], ids=lambda place: place.__name__)
def test_who_types_without_a_pause_is_kept_too(
    studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path, place: Callable[[StudioPage], QWidget]
) -> None:
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("work")
    editor = place(studio)
    for _ in range(500):
        studio.qtbot.keyClick(editor, Qt.Key.Key_X)
        studio.qtbot.wait(10)
        if copies(shelf):
            break
    assert copies(shelf)


def test_what_was_typed_and_taken_back_leaves_nothing_behind(
    studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path
) -> None:
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("work")
    name = studio.window.panes.inspector.form.name_edit
    type_into(studio, name, "Typed")
    studio.wait_for(lambda: len(copies(shelf)) == 1)
    type_into(studio, name, "Work")
    studio.wait_for(lambda: copies(shelf) == [])
    # nor does a name that is given up on the canvas
    editor = on_the_canvas(studio)
    type_into(studio, editor, "Typed")
    studio.wait_for(lambda: len(copies(shelf)) == 1)
    studio.qtbot.keyClick(editor, Qt.Key.Key_Escape)
    studio.wait_for(lambda: copies(shelf) == [])
    # and what is left by leaving the field is one edit
    type_into(studio, name, "Other")
    studio.qtbot.keyClick(name, Qt.Key.Key_Return)
    assert [diff.changed for diff in studio.diagram.history.done] == [("work",)]
    studio.wait_for(lambda: len(copies(shelf)) == 1)


def test_a_name_on_the_canvas_is_saved_with_the_file(studio: StudioPage, tmp_path: Path) -> None:
    path = write(tmp_path, QUICK)
    studio.open(path)
    studio.canvas.click_on("work")
    type_into(studio, on_the_canvas(studio), "Typed")
    studio.command("save")
    assert 'name="Typed"' in path.read_text()
    assert studio.titles() == ["small.bpmn"]


# XML ------------------------------------------------------------------------------------------------------------------


def xml(studio: StudioPage, holding: str = "Work") -> XmlPane:
    """The XML of the document, once all of it is there."""
    if studio.window.xml.pane(studio.session) is None:
        studio.command("xml")
    pane = studio.window.xml.pane(studio.session)
    assert pane is not None
    studio.wait_for(lambda: holding in pane.edit.toPlainText() and not pane.edit.is_coming)
    return pane


def type_after(studio: StudioPage, pane: XmlPane, place: str, text: str) -> None:
    pane.edit.setFocus()
    cursor = pane.edit.textCursor()
    cursor.setPosition(pane.edit.toPlainText().index(place) + len(place))
    pane.edit.setTextCursor(cursor)
    if text.isascii():
        studio.qtbot.keyClicks(pane.edit, text)
    else:
        pane.edit.insertPlainText(text)


@pytest.mark.parametrize("typed", [" Typed", '" <broken ', " & Ü😀"], ids=["XML", "no XML", "any text"])
def test_xml_that_was_typed_comes_back_as_it_was_typed(
    studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path, typed: str
) -> None:
    # given XML in which one types, and an edit on the canvas beside it
    studio.open(write(tmp_path, QUICK))
    rename(studio.diagram, "start", "First")
    pane = xml(studio, "First")
    type_after(studio, pane, 'name="Work', typed)
    text = pane.edit.toPlainText()
    studio.wait_for(lambda: len(copies(shelf)) == 1)
    # when the studio dies, and another one brings it back
    safety.hold()
    pane.discard()
    studio.diagram.history.mark_saved()
    studio.key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    second = Safety(studio.window, shelf)
    (row,) = offer(studio, second).rows.values()
    studio.qtbot.mouseClick(button(row, "Recover"), Qt.MouseButton.LeftButton)
    # then the text is as it was, and not applied, and the edit is there
    pane = xml(studio, "First")
    assert pane.edit.toPlainText() == text
    assert pane.is_typed
    assert pane.apply_button.isEnabled()
    assert studio.diagram.history.labels == ("Rename “Begun”",)
    assert studio.diagram["work"].name == "Work"
    # and it is kept further on, until it is given up
    studio.wait_for(lambda: len(copies(shelf)) == 1)
    studio.qtbot.mouseClick(pane.discard_button, Qt.MouseButton.LeftButton)
    studio.wait_for(lambda: pane.edit.toPlainText() == write_bytes(studio.diagram).decode())
    studio.command("undo")
    studio.wait_for(lambda: copies(shelf) == [])
    second.close()


def test_xml_that_cannot_be_taken_over_keeps_its_tab(studio: StudioPage, tmp_path: Path) -> None:
    # given XML that is none
    studio.open(write(tmp_path, QUICK))
    pane = xml(studio)
    type_after(studio, pane, 'name="Work"', " <")
    # when the tab, or the window, is to be closed, one is asked
    for close in (lambda: studio.key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier), studio.window.close):
        told = studio.answer_next(QMessageBox.StandardButton.Cancel)
        close()
        assert told == ["Give up the unsaved changes to “the XML of small.bpmn”?"]
        assert studio.titles() == ["small.bpmn"]
        assert pane.is_typed
    studio.answer_next(QMessageBox.StandardButton.Discard)
    studio.key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert studio.titles() == []


def test_undo_covers_what_stands_around_the_root(
    studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path
) -> None:
    path = write(tmp_path, QUICK)
    studio.open(path)
    pane = xml(studio)
    before = write_bytes(studio.diagram)
    # when a comment and an instruction are typed before the root, another encoding, and a comment after it
    type_after(studio, pane, '<?xml version="1.0" encoding="UTF-8"?>', "<!--Ä-->\n<?app do?>")
    type_after(studio, pane, 'encoding="UTF-8', "x")
    type_after(studio, pane, "</bpmn:definitions>", "<!-- end -->")
    assert pane.commit()
    # then the file is as typed, but in the one encoding in which files are saved
    after = write_bytes(studio.diagram)
    assert after.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<!--Ä-->\n<?app do?>\n'.encode())
    assert after.endswith(b"<!-- end -->\n")
    # and undo, redo and a copy of what is not saved know all of it
    assert studio.titles() == ["small.bpmn ●"]
    studio.command("undo")
    assert write_bytes(studio.diagram) == before
    assert studio.titles() == ["small.bpmn"]
    studio.command("redo")
    assert write_bytes(studio.diagram) == after
    studio.wait_for(lambda: len(copies(shelf)) == 1)
    safety.hold()
    assert write_bytes(restored(left_by(shelf).unsaved).diagram) == after


# blocks ---------------------------------------------------------------------------------------------------------------


@pytest.fixture
def own_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: Library) -> Iterator[Path]:
    monkeypatch.setenv(PATH, str(tmp_path / "mine"))
    yield tmp_path / "mine"
    library.renew(load())


def author(studio: StudioPage) -> Author:
    found = studio.dialog("author")
    assert isinstance(found, Author)
    return found


def make_block(studio: StudioPage, library: Library, folder: Path) -> tuple[Drawn, Author]:
    """A file with a subsystem, and the window in which a block is made of that."""
    made = Drawn(library)
    write_file(made.diagram, folder / "sum.bpmn")
    studio.open(folder / "sum.bpmn")
    studio.session.tab.view.select((made.sub,))
    studio.command("make-block")
    return made, author(studio)


def type_answer(studio: StudioPage, form: Author, name: str, text: str) -> None:
    answers = form.about if name in form.about.rows else form.parameters.answers
    assert answers is not None
    type_into(studio, answers.rows[name].field.editor(), text)


def test_a_block_that_is_being_made_comes_back(
    studio: StudioPage, safety: Safety, shelf: Path, own_blocks: Path, library: Library, tmp_path: Path
) -> None:
    # given a block that is made of a subsystem, with something typed in several places, and the last one not left
    made, form = make_block(studio, library, tmp_path)
    type_answer(studio, form, "name", "Levy")
    form.tabs.setCurrentWidget(form.parameters)
    form.parameters.choose("rate")
    type_answer(studio, form, "label", "Share")
    form.parameters.commit()
    type_answer(studio, form, "id", "sha")
    studio.wait_for(lambda: len(copies(shelf)) == 1)
    assert form.draft.parameter("sha") is None
    # when the studio dies, and another one is begun
    safety.hold()
    studio.answer_next(QMessageBox.StandardButton.Discard)
    form.close()
    studio.settle()
    second = Safety(studio.window, shelf)
    shown = offer(studio, second)
    (row,) = shown.rows.values()
    assert row.title.text() == "Levy"
    assert "a block that was being made" in row.note.text()
    studio.qtbot.mouseClick(button(row, "Recover"), Qt.MouseButton.LeftButton)
    # then it goes on where it was
    form = author(studio)
    assert form.draft.name == "Levy"
    parameter = form.draft.parameter("sha")
    assert parameter is not None
    assert (parameter.label, parameter.binding.name) == ("Share", "sha")
    studio.wait_for(lambda: len(copies(shelf)) == 1)
    # and can be kept, which makes the subsystem in the open file the first of its kind
    studio.qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert (own_blocks / "own" / "levy" / "inside.bpmn").is_file()
    assert studio.diagram[made.sub].get(mask.STAMP) == "own/levy"
    studio.wait_for(lambda: copies(shelf) == [])
    form.close()
    second.close()


def test_the_window_is_not_closed_over_a_block_that_is_being_made(
    studio: StudioPage, own_blocks: Path, library: Library, tmp_path: Path
) -> None:
    _, form = make_block(studio, library, tmp_path)
    told = studio.answer_next(QMessageBox.StandardButton.Cancel)
    studio.window.close()
    assert told == ["“Tax” has changes that are not saved."]
    assert studio.window.isVisible()
    assert form.isVisible()
