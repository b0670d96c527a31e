"""Lists, maps and mappings in forms."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from procos_studio.app.forms.sheets import rows_in
from procos_studio.library.mapping import INPUTS
from tests.gui.app.processes import PERSON, form, write
from tests.gui.pages.studio import StudioPage

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
START = form('<camunda:formField id="amount" type="long" defaultValue="7"/>')


def http(headers: str) -> str:
    return (
        '<bpmn:serviceTask id="work" name="Ask" camunda:type="external" camunda:topic="procos.http" '
        'camunda:modelerTemplate="integration/http-request"><bpmn:extensionElements><camunda:inputOutput>'
        f'<camunda:inputParameter name="headers">{headers}</camunda:inputParameter></camunda:inputOutput>'
        "</bpmn:extensionElements></bpmn:serviceTask>"
    )


MAP = (
    '<camunda:map><camunda:entry key="a">1</camunda:entry>'
    '<camunda:entry key="b">${amount}</camunda:entry></camunda:map>'
)


def test_an_expression_for_a_whole_map_is_kept(studio: StudioPage, tmp_path: Path) -> None:
    # given headers that come from a variable
    studio.open(write(tmp_path, http("${headers}")))
    studio.canvas.click_on("work")
    assert studio.form.value("headers") == "${headers}"
    # when another field is edited and everything is committed
    studio.form.fill("url", "http://x")
    studio.window.panes.finish_typing()
    # then it is what it was
    assert "${headers}" in str(studio.diagram["work"].extensions)
    assert studio.form.value("headers") == "${headers}"


def test_rows_are_added_typed_moved_and_removed_from_the_keyboard(studio: StudioPage, tmp_path: Path) -> None:
    # given a map of two
    studio.open(write(tmp_path, http(MAP)))
    studio.canvas.click_on("work")
    table = studio.form.table("headers").table
    table.setFocus()
    table.setCurrentCell(1, 0)
    # when a row is added and typed
    studio.form.key(Qt.Key.Key_Insert)
    studio.qtbot.keyClicks(studio.form.focused(), "c")
    studio.form.key(Qt.Key.Key_Return)
    studio.qtbot.keyClicks(studio.form.focused(), "3")
    studio.form.key(Qt.Key.Key_Escape)
    studio.form.type("url", "x")
    assert studio.form.value("headers") == '{"a": "1", "b": "${amount}", "c": ""}'
    # when the first is moved down
    table.setFocus()
    table.setCurrentCell(0, 0)
    studio.form.key(Qt.Key.Key_Down, ALT)
    assert studio.form.value("headers").startswith('{"b": "${amount}", "a": "1"')
    # when it is removed
    studio.form.key(Qt.Key.Key_Delete)
    assert '"a"' not in studio.form.value("headers")
    assert "${amount}" in str(studio.diagram["work"].extensions)


def test_a_name_that_stands_there_twice_loses_no_value(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, http(MAP)))
    studio.canvas.click_on("work")
    table = studio.form.table("headers").table
    item = table.item(1, 0)
    assert item is not None
    item.setText("a")
    assert "${amount}" in str(studio.diagram["work"].extensions), "nothing is written until the names differ"
    item.setText("other")
    assert studio.form.value("headers") == '{"a": "1", "other": "${amount}"}'


def test_a_table_becomes_one_expression_and_back(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, http(MAP)))
    studio.canvas.click_on("work")
    field = studio.form.table("headers")
    studio.qtbot.mouseClick(field.whole_button, Qt.MouseButton.LeftButton)
    studio.qtbot.keyClicks(field.line, "${all}")
    studio.qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert studio.form.value("headers") == "${all}"
    studio.command("undo")
    assert studio.form.value("headers") == '{"a": "1", "b": "${amount}"}'


def test_variables_are_mapped_in_a_window_with_the_keyboard(studio: StudioPage, tmp_path: Path) -> None:
    # given a user task, which has no inputs of its own
    studio.open(write(tmp_path, PERSON, START))
    studio.canvas.click_on("work")
    field = studio.form.table(INPUTS)
    studio.form.inspector.form.focus(INPUTS)
    # when the window is opened and a variable searched and taken
    studio.qtbot.mouseClick(field.larger, Qt.MouseButton.LeftButton)
    window = studio.dialog("mapping-window")
    search = window.focusWidget()
    assert search is not None
    studio.qtbot.keyClicks(search, "amo")
    studio.qtbot.keyClick(search, Qt.Key.Key_Return)
    window.accept()
    # then the task has it
    assert studio.form.value(INPUTS) == '{"amount": "${amount}"}'
    assert "inputParameter" in str(studio.diagram["work"].extensions)


def test_rows_of_a_spreadsheet_are_pasted_as_one_step(studio: StudioPage, tmp_path: Path) -> None:
    # given a map of two, and cells that were copied from a spreadsheet
    studio.open(write(tmp_path, http(MAP)))
    studio.canvas.click_on("work")
    table = studio.form.table("headers").table
    QGuiApplication.clipboard().setText('c\t3\nd\t"say ""hi"""\n')
    steps = len(studio.diagram.history.done)
    # when they are pasted at the first row
    table.setFocus()
    table.setCurrentCell(0, 0)
    studio.form.key(Qt.Key.Key_V, CTRL)
    # then they stand below it
    assert studio.form.value("headers") == '{"a": "1", "c": "3", "d": "say \\"hi\\"", "b": "${amount}"}'
    assert len(studio.diagram.history.done) == steps + 1
    # when they are pasted while a fresh row is being typed
    studio.diagram.undo()
    table.setFocus()
    table.setCurrentCell(1, 0)
    studio.form.key(Qt.Key.Key_Insert)
    studio.form.key(Qt.Key.Key_V, CTRL)
    # then they take its place
    assert studio.form.value("headers") == '{"a": "1", "b": "${amount}", "c": "3", "d": "say \\"hi\\""}'


def test_one_column_of_a_spreadsheet_fills_the_cells_below(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, http(MAP)))
    studio.canvas.click_on("work")
    table = studio.form.table("headers").table
    QGuiApplication.clipboard().setText("x\ny")
    table.setFocus()
    table.setCurrentCell(0, 1)
    studio.form.key(Qt.Key.Key_V, CTRL)
    assert studio.form.value("headers") == '{"a": "x", "b": "y"}'


def test_several_rows_are_copied_for_a_spreadsheet_and_removed_together(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, http(MAP)))
    studio.canvas.click_on("work")
    table = studio.form.table("headers").table
    table.setFocus()
    table.setCurrentCell(0, 0)
    table.selectAll()
    studio.form.key(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "a\t1\nb\t${amount}\n"
    studio.form.key(Qt.Key.Key_Delete)
    assert studio.form.value("headers") == ""


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [
        ("a\tb\nc\td", 2, [["a", "b"], ["c", "d"]]),
        ("a\tb\tc", 2, [["a", "b c"]]),
        ("a\tb", 1, [["a b"]]),
        ('"two\nlines"\tb', 2, [["two lines", "b"]]),
        ("a\r\n\r\nb", 1, [["a"], ["b"]]),
        ("a\0b", 1, [["ab"]]),
        ("", 2, []),
    ],
)
def test_the_cells_of_a_text(text: str, columns: int, rows: list[list[str]]) -> None:
    assert rows_in(text, columns) == rows
