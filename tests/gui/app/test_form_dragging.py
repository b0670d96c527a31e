"""Variables and rows are dragged: what takes them, where they land, what is marked; and the same from the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeWidget, QWidget

from procos_studio.app.forms.dragging import of_variable
from procos_studio.app.forms.dropping import ROW_MIME, DropTable, Landing
from procos_studio.app.forms.grid import ROW
from procos_studio.library.mapping import INPUTS
from tests.gui.app.processes import PERSON, QUICK, form, write
from tests.gui.app.test_form_tables import ALT, MAP, START, http
from tests.gui.pages.studio import StudioPage

_COPY, _NONE = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier


class Drag:
    """Something that is dragged over a widget, as Qt tells it: entering, moving, leaving or being let go."""

    def __init__(self, over: QWidget, data: QMimeData) -> None:
        self._over, self._data, self._is_over = over, data, False

    def move(self, point: QPoint) -> bool:
        """Move to a point; whether it would be taken there."""
        left, none = Qt.MouseButton.LeftButton, _NONE
        if not self._is_over:
            entering = QDragEnterEvent(point, _COPY, self._data, left, none)
            QApplication.sendEvent(self._over, entering)
            self._is_over = True
            if not entering.isAccepted():
                return False
        moving = QDragMoveEvent(point, _COPY, self._data, left, none)
        QApplication.sendEvent(self._over, moving)
        return moving.isAccepted()

    def drop(self, point: QPoint) -> bool:
        """Let it go at a point; whether it was taken."""
        if not self.move(point):
            QApplication.sendEvent(self._over, QDragLeaveEvent())
            return False
        dropped = QDropEvent(QPointF(point), _COPY, self._data, Qt.MouseButton.LeftButton, _NONE)
        QApplication.sendEvent(self._over, dropped)
        return dropped.isAccepted()


def text(said: str) -> QMimeData:
    data = QMimeData()
    data.setText(said)
    return data


@pytest.fixture
def headers(studio: StudioPage, tmp_path: Path) -> DropTable:
    """The table of a map with rows `a` and `b`, of a process with a variable `amount`."""
    studio.open(write(tmp_path, http(MAP), START))
    studio.canvas.click_on("work")
    return studio.form.table("headers").table


def at(row: int, part: float = 0.5) -> QPoint:
    """A point of a row; `part` 0 is its top, 1 its bottom."""
    return QPoint(20, int(row * ROW + part * ROW))


def test_a_variable_becomes_the_value_of_the_row_on_which_it_is_dropped(studio: StudioPage, headers: DropTable) -> None:
    # given
    steps = len(studio.diagram.history.labels)
    drag = Drag(headers.viewport(), of_variable("amount"))
    # when it is over the middle of a row, that is marked
    assert drag.move(at(0))
    assert headers.mark == Landing(0, is_between=False)
    # and when it is dropped there, it is the row's value, in one step
    assert drag.drop(at(0))
    assert headers.mark is None
    assert studio.form.value("headers") == '{"a": "${amount}", "b": "${amount}"}'
    assert len(studio.diagram.history.labels) == steps + 1
    studio.command("undo")
    assert studio.form.value("headers") == '{"a": "1", "b": "${amount}"}'


def test_between_rows_it_becomes_a_row_of_its_own(studio: StudioPage, headers: DropTable) -> None:
    steps = len(studio.diagram.history.labels)
    drag = Drag(headers.viewport(), of_variable("amount"))
    assert drag.move(at(1, 0.1))
    assert headers.mark == Landing(1, is_between=True)
    assert drag.drop(at(1, 0.1))
    assert studio.form.value("headers") == '{"a": "1", "amount": "${amount}", "b": "${amount}"}'
    assert len(studio.diagram.history.labels) == steps + 1
    # below all of them it stands last, under a name that is free
    assert Drag(headers.viewport(), of_variable("amount")).drop(at(3, 0.9))
    assert studio.form.value("headers").endswith('"amount2": "${amount}"}')


def test_the_mark_is_drawn_and_goes_when_the_drag_leaves(headers: DropTable) -> None:
    before = headers.viewport().grab().toImage()
    drag = Drag(headers.viewport(), of_variable("amount"))
    drag.move(at(1, 0.1))
    assert headers.viewport().grab().toImage() != before
    QApplication.sendEvent(headers.viewport(), QDragLeaveEvent())
    assert headers.mark is None


@pytest.mark.parametrize("said", ["amount", " amount ", "${amount + 1}", "Total ${amount}"])
def test_a_text_that_is_a_name_or_an_expression_is_taken(studio: StudioPage, headers: DropTable, said: str) -> None:
    assert Drag(headers.viewport(), text(said)).drop(at(0))
    wanted = said.strip() if "${" in said else "${amount}"
    assert studio.form.value("headers") == f'{{"a": "{wanted}", "b": "${{amount}}"}}'


@pytest.mark.parametrize(
    "said", ["", "two words", "${", "${1 +}", "a\nb", "true", "1", "${a}\n${b}", "x" * 3_000, "<b>"]
)
def test_any_other_text_is_not_taken(studio: StudioPage, headers: DropTable, said: str) -> None:
    assert not Drag(headers.viewport(), text(said)).drop(at(0))
    assert headers.mark is None
    assert studio.form.value("headers") == '{"a": "1", "b": "${amount}"}'


def test_a_variable_that_no_expression_can_name_is_not_taken(headers: DropTable) -> None:
    assert not Drag(headers.viewport(), of_variable("order-id } ${x")).drop(at(0))


def test_rows_are_dragged_to_another_place_with_the_mouse(
    studio: StudioPage, headers: DropTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given; without a screen Qt ends a drag at once, so what it would tell meanwhile is told here
    marks: list[Landing | None] = []

    def go(drag: QDrag, _actions: Qt.DropAction) -> Qt.DropAction:
        over = Drag(headers.viewport(), drag.mimeData())
        assert over.move(at(0, 0.2))
        marks.append(headers.mark)
        assert over.drop(at(1, 0.9))
        return Qt.DropAction.MoveAction

    monkeypatch.setattr(QDrag, "exec", go)
    studio.form.inspector.form.focus("headers")
    steps = len(studio.diagram.history.labels)
    # when the first row is pressed and drawn below the second
    QTest.mousePress(headers.viewport(), Qt.MouseButton.LeftButton, _NONE, at(0))
    QTest.mouseMove(headers.viewport(), at(0, 0.8))
    QTest.mouseMove(headers.viewport(), at(1, 0.6))
    QTest.mouseRelease(headers.viewport(), Qt.MouseButton.LeftButton, _NONE, at(1, 0.6))
    # then it stands there, the mark was between rows, and it is one step
    assert marks == [Landing(0, is_between=True)]
    assert headers.mark is None
    assert studio.form.value("headers") == '{"b": "${amount}", "a": "1"}'
    assert len(studio.diagram.history.labels) == steps + 1
    # and a row of another table is none of its own
    other = QMimeData()
    other.setData(ROW_MIME, b"0")
    assert not Drag(headers.viewport(), other).drop(at(0))


def test_rows_are_moved_from_the_keyboard_in_one_step_each(studio: StudioPage, headers: DropTable) -> None:
    studio.form.inspector.form.focus("headers")
    headers.setCurrentCell(1, 0)
    steps = len(studio.diagram.history.labels)
    studio.qtbot.keyClick(headers, Qt.Key.Key_Up, ALT)
    assert studio.form.value("headers") == '{"b": "${amount}", "a": "1"}'
    assert headers.currentRow() == 0
    studio.qtbot.keyClick(headers, Qt.Key.Key_Up, ALT)
    assert len(studio.diagram.history.labels) == steps + 1, "the first can go no higher"


def test_a_variable_is_copied_from_the_list_and_pasted_into_a_row(studio: StudioPage, tmp_path: Path) -> None:
    # given a run that has a variable
    studio.open(write(tmp_path, QUICK, name="quick.bpmn"))
    studio.key(Qt.Key.Key_F5)
    panel = studio.window.panes.variables
    studio.wait_for(lambda: "answer" in panel.values())
    found = panel.tree.findItems("answer", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    panel.tree.setCurrentItem(found[0])
    # when it is copied
    studio.qtbot.keyClick(panel.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "${answer}"
    assert panel.tree.mimeData([found[0]]).text() == "${answer}"
    # and pasted into the value of a row
    studio.open(write(tmp_path, http(MAP), START))
    studio.canvas.click_on("work")
    table = studio.form.table("headers").table
    studio.form.inspector.form.focus("headers")
    table.setCurrentCell(0, 1)
    studio.qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert studio.form.value("headers") == '{"a": "${answer}", "b": "${amount}"}'


def test_a_variable_is_dropped_on_the_fields_of_a_form(studio: StudioPage, tmp_path: Path) -> None:
    # given
    studio.open(write(tmp_path, http(MAP), START))
    studio.canvas.click_on("work")
    studio.form.fill("url", "http://x/")
    steps = len(studio.diagram.history.labels)
    line = studio.form.row("url").field.editor()
    # when one is over a line of text, that is marked; dropped, it stands where it was let go
    drag = Drag(line, of_variable("amount"))
    end = QPoint(line.width() - 4, line.height() // 2)
    assert drag.move(end)
    assert line.property("target") is True
    assert drag.drop(end)
    assert line.property("target") is False
    assert studio.form.value("url") == "http://x/${amount}"
    assert len(studio.diagram.history.labels) == steps + 1
    # within an expression its name is enough
    studio.form.fill("url", "${}")
    assert isinstance(line, QLineEdit)
    line.setCursorPosition(2)
    between = line.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
    assert Drag(line, of_variable("amount")).drop(between)
    assert studio.form.value("url") == "${amount}"


def test_a_field_that_only_takes_other_things_takes_no_variable(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, http(MAP), START))
    studio.canvas.click_on("work")
    for parameter, row in studio.form.inspector.form.rows.items():
        if row.parameter.type in ("choice", "flag", "secret") and not row.isHidden():
            before = row.field.text()
            assert not Drag(row.field.editor(), of_variable("amount")).drop(QPoint(10, 10)), parameter
            assert row.field.text() == before


def test_a_variable_is_a_name_in_a_script(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, QUICK, form('<camunda:formField id="amount" type="long"/>')))
    studio.canvas.click_on("work")
    (name,) = [name for name, row in studio.form.inspector.form.rows.items() if row.parameter.language == "python"]
    editor = studio.form.editor(name)
    studio.form.fill(name, "x = ")
    assert Drag(editor.viewport(), of_variable("amount")).drop(QPoint(editor.viewport().width() - 4, 4))
    assert studio.form.value(name) == "x = amount"


def test_in_the_window_a_variable_is_drawn_over_with_the_mouse(studio: StudioPage, tmp_path: Path) -> None:
    # given
    studio.open(write(tmp_path, PERSON, START))
    studio.canvas.click_on("work")
    studio.form.inspector.form.focus(INPUTS)
    steps = len(studio.diagram.history.labels)
    studio.qtbot.mouseClick(studio.form.table(INPUTS).larger, Qt.MouseButton.LeftButton)
    window = studio.dialog("mapping-window")
    (table,) = window.findChildren(DropTable)
    # when it is let go over the empty table
    source = window.findChildren(QTreeWidget)[0]
    (item,) = source.findItems("amount", Qt.MatchFlag.MatchExactly)
    assert Drag(table.viewport(), source.mimeData([item])).drop(QPoint(20, 20))
    window.accept()
    # then the task has it, in one step
    assert studio.form.value(INPUTS) == '{"amount": "${amount}"}'
    assert len(studio.diagram.history.labels) == steps + 1
