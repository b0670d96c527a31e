"""Values of every kind that a form may meet: to look at one changes nothing, whatever Qt makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from procos_studio.app.forms.editors import field_for
from procos_studio.bpmn import write_bytes
from procos_studio.library import Binding, Choice, Parameter
from procos_studio.library.definition import TYPES
from procos_studio.library.typed import check
from tests.gui.app.processes import write
from tests.gui.app.test_form_tables import MAP, START, http
from tests.gui.pages.studio import StudioPage

VALUES = {
    "long": "x" * 40_000,
    "many lines": "a line\n" * 5_000,
    "right to left": "שלום עולם ${a}",
    "line break": "a\nb",
    "blank that does not break": "a\u00a0b",
    "line separator": "a\u2028b",
    "paragraph separator": "a\u2029b",
    "frame": "a\ufdd0b",
    "quotes": '"${"\'',
    "tab": "a\tb",
    "family": "👩\u200d👩\u200d👧",
    "no width": "a\u200bb",
    "half a map": '{"a": 1',
    "map": '{"":"v","a":"b"}',
    "list": '[1,"b"]',
    "deep": "[" * 5_000,
    "words": "30 s",
}

MAIL = (
    '<bpmn:serviceTask id="work" name="Mail" camunda:type="external" camunda:topic="procos.smtp" '
    'camunda:modelerTemplate="integration/send-email"/>'
)


@pytest.mark.parametrize("kind", sorted(TYPES))
@pytest.mark.parametrize("name", VALUES)
def test_to_look_at_a_value_changes_nothing(qtbot: QtBot, kind: str, name: str) -> None:
    # given a field that shows a value
    language = "python" if kind == "code" else ""
    parameter = Parameter(
        "m", "Label", Binding("camunda:inputParameter", "m"), kind, choices=(Choice("1", "1"),), language=language
    )
    field = field_for(parameter)
    qtbot.addWidget(field)
    told: list[str] = []
    field.edited.connect(told.append)
    field.set_text(VALUES[name])
    # when it is left again
    field.show()
    field.commit()
    # then nobody is told of a change, and a value that the mask can judge is judged
    assert told == []
    assert isinstance(check(parameter, field.text()), list)
    if kind not in ("flag", "fields", "map", "list"):
        assert field.text() == VALUES[name]


@pytest.mark.parametrize("kind", ["string", "text", "code"])
def test_what_is_typed_into_an_odd_value_keeps_the_rest(qtbot: QtBot, kind: str) -> None:
    # given
    field = field_for(Parameter("m", "Label", Binding("camunda:inputParameter", "m"), kind))
    qtbot.addWidget(field)
    told: list[str] = []
    field.edited.connect(told.append)
    field.set_text("a\u00a0b" + "x" * 40_000)
    # when one letter is put in front
    editor = field.editor()
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    qtbot.keyClick(editor, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, "c")
    field.commit()
    # then
    assert told == ["ca\u00a0b" + "x" * 40_000]


@pytest.mark.parametrize("pasted", [False, True])
def test_a_line_that_would_take_minutes_to_wrap_is_not_wrapped(qtbot: QtBot, pasted: bool) -> None:
    field = field_for(Parameter("m", "Label", Binding("camunda:inputParameter", "m"), "text"))
    qtbot.addWidget(field)
    field.show()
    editor = field.editor()
    assert isinstance(editor, QPlainTextEdit)
    assert editor.lineWrapMode() is QPlainTextEdit.LineWrapMode.WidgetWidth
    if pasted:
        data = QMimeData()
        data.setText("x" * 200_000)
        editor.insertFromMimeData(data)
    else:
        field.set_text("x" * 200_000)
    assert editor.lineWrapMode() is QPlainTextEdit.LineWrapMode.NoWrap
    assert field.text() == "x" * 200_000


def test_a_form_passed_by_leaves_the_file_as_it_was(studio: StudioPage, tmp_path: Path) -> None:
    # given a block with values that Qt shows otherwise, and a name longer than its lines are
    odd = "a&#160;b" + "x" * 40_000
    entry = f'<camunda:entry key="a&#160;b">{odd}</camunda:entry>'
    work = http(f"<camunda:map>{entry}</camunda:map>").replace('name="Ask"', f'name="{"n" * 40_000}"')
    studio.open(write(tmp_path, work, START))
    before = write_bytes(studio.diagram)
    # when it is selected, and another one after it
    studio.canvas.click_on("work")
    studio.window.panes.finish_typing()
    studio.canvas.click_on("start")
    # then
    assert not studio.diagram.history.labels
    assert write_bytes(studio.diagram) == before


def test_a_row_without_a_name_and_a_name_twice_are_told(studio: StudioPage, tmp_path: Path) -> None:
    # given
    studio.open(write(tmp_path, http(MAP), START))
    studio.canvas.click_on("work")
    field = studio.form.table("headers")
    # when a name is emptied
    first, second = field.table.item(0, 0), field.table.item(1, 0)
    assert first is not None
    assert second is not None
    first.setText("")
    # then that is said
    assert "has a value without a name" in studio.form.note("headers")
    # and when it is that of the other row, too, and nothing is written until they differ
    first = field.table.item(0, 0)
    assert first is not None
    first.setText("b")
    assert any("stands there twice" in label.text() for label in studio.form.hints("headers"))
    first.setText("c")
    assert studio.form.hints("headers") == []
    assert studio.form.value("headers") == '{"c": "1", "b": "${amount}"}'


def test_a_secret_that_is_typed_leaves_no_trace(studio: StudioPage, tmp_path: Path) -> None:
    # given
    studio.open(write(tmp_path, MAIL))
    studio.canvas.click_on("work")
    name = "password"
    # when a secret is typed as it is, and copied
    editor = studio.form.type(name, "hunter2")
    assert isinstance(editor, QLineEdit)
    assert editor.echoMode() is QLineEdit.EchoMode.Password
    QGuiApplication.clipboard().setText("before")
    editor.selectAll()
    editor.copy()
    studio.form.key(Qt.Key.Key_Return)
    # then it is on no clipboard, in no file and no step, and what is said of it does not repeat it
    assert studio.form.note(name)
    assert QGuiApplication.clipboard().text() == "before"
    assert "hunter2" not in write_bytes(studio.diagram).decode()
    assert "hunter2" not in " ".join(studio.diagram.history.labels)
    assert "hunter2" not in studio.form.note(name)


@pytest.mark.parametrize("text", ["$ecret", "#hunter2", "${", "s"])
def test_a_secret_is_covered_from_its_first_sign(studio: StudioPage, tmp_path: Path, text: str) -> None:
    studio.open(write(tmp_path, MAIL))
    studio.canvas.click_on("work")
    editor = studio.form.type("password", text)
    assert isinstance(editor, QLineEdit)
    assert (editor.echoMode() is QLineEdit.EchoMode.Normal) is text.startswith("${")
