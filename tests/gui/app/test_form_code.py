"""Code in forms: colours, faults, indentation, finding, and the larger window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from procos_studio.app.forms.code.edit import CodeEdit
from procos_studio.app.forms.code.finding import FindBar
from procos_studio.app.forms.code.tokens import Kind, fault, tokens
from tests.gui.app.processes import script, write
from tests.gui.pages.studio import StudioPage

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def edit(qtbot: QtBot) -> CodeEdit:
    made = CodeEdit("python")
    qtbot.addWidget(made)
    made.show()
    return made


def typed(edit: CodeEdit, qtbot: QtBot, *parts: str | Qt.Key) -> str:
    for part in parts:
        if isinstance(part, str):
            qtbot.keyClicks(edit, part)
        else:
            qtbot.keyClick(edit, part)
    return edit.toPlainText()


def test_a_line_after_a_colon_is_indented_and_brackets_close_themselves(edit: CodeEdit, qtbot: QtBot) -> None:
    text = typed(edit, qtbot, "if f(x", ")", ":", Qt.Key.Key_Return, "y = [", Qt.Key.Key_Return, "1")
    assert text == "if f(x):\n    y = [\n        1\n    ]"


def test_backspace_takes_an_empty_pair_and_a_whole_step(edit: CodeEdit, qtbot: QtBot) -> None:
    assert typed(edit, qtbot, "(", Qt.Key.Key_Backspace) == ""
    assert typed(edit, qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backspace) == "    "


def test_tab_and_shift_tab_move_chosen_lines(edit: CodeEdit, qtbot: QtBot) -> None:
    edit.setPlainText("a\nb\n\nc")
    edit.selectAll()
    assert typed(edit, qtbot, Qt.Key.Key_Tab) == "    a\n    b\n\n    c"
    edit.selectAll()
    assert typed(edit, qtbot, Qt.Key.Key_Backtab) == "a\nb\n\nc"


def test_shift_tab_leaves_backwards_once_no_indentation_is_left(edit: CodeEdit, qtbot: QtBot) -> None:
    # given an indented line
    edit.setPlainText("    a")
    left: list[bool] = []
    edit.leaving_back.connect(lambda: left.append(True))
    # when Shift+Tab is pressed, it takes the indentation; pressed again, it leaves
    assert typed(edit, qtbot, Qt.Key.Key_Backtab) == "a"
    assert not left
    assert typed(edit, qtbot, Qt.Key.Key_Backtab) == "a"
    assert left


def test_lines_are_commented_out_and_in_again(edit: CodeEdit, qtbot: QtBot) -> None:
    edit.setPlainText("a\n  b")
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Slash, CTRL)
    assert edit.toPlainText() == "# a\n  # b"
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Slash, CTRL)
    assert edit.toPlainText() == "a\n  b"


def test_code_is_coloured_also_where_a_text_goes_over_lines(edit: CodeEdit) -> None:
    edit.setPlainText('x = """a\nb"""\nif x: pass')
    formats = [block_formats(edit, line) for line in range(3)]
    assert all(formats)
    assert formats[0][0] == formats[1][0], "both lines of the text have the colour of texts"


def block_formats(edit: CodeEdit, line: int) -> list[str]:
    layout = edit.document().findBlockByNumber(line).layout()
    return [item.format.foreground().color().name() for item in layout.formats()]  # type: ignore[attr-defined]


def test_tokens_are_those_of_the_language() -> None:
    assert [(token.start, token.kind) for token in tokens("python", "if x: # y")] == [
        (0, Kind.KEYWORD),
        (6, Kind.COMMENT),
    ]
    assert [token.kind for token in tokens("json", '{"a": [1, true, "b"]}')] == [
        Kind.NAME,
        Kind.NUMBER,
        Kind.KEYWORD,
        Kind.TEXT,
    ]
    assert list(tokens("python", "x = '")) is not None
    assert list(tokens("groovy", "if")) == []


@pytest.mark.parametrize(
    ("language", "text", "line"),
    [("python", "x = 1\ny = = 2", 1), ("json", '{"a": 1,\n}', 1), ("python", "", None), ("json", "[1]", None)],
)
def test_the_place_of_a_fault_is_known(language: str, text: str, line: int | None) -> None:
    found = fault(language, text)
    assert (found.line if found else None) == line


def test_finding_goes_round(edit: CodeEdit, qtbot: QtBot) -> None:
    edit.setPlainText("one\ntwo one")
    bar = FindBar(edit)
    qtbot.addWidget(bar)
    bar.open()
    qtbot.keyClicks(bar.line, "one")
    first = edit.textCursor().position()
    bar.step()
    assert edit.textCursor().position() != first
    bar.step()
    assert edit.textCursor().position() == first


def test_a_fault_is_told_below_and_at_its_line_while_typing(studio: StudioPage, tmp_path: Path) -> None:
    # given
    studio.open(write(tmp_path, script("answer = 42")))
    studio.canvas.click_on("work")
    # when
    editor = studio.form.type("script", "answer = = 1")
    # then
    studio.wait_for(lambda: "no Python" in studio.form.note("script"))
    assert isinstance(editor, CodeEdit)
    assert editor.fault is not None
    assert editor.extraSelections()


def test_the_larger_window_makes_one_change(studio: StudioPage, tmp_path: Path) -> None:
    # given
    studio.open(write(tmp_path, script("answer = 42")))
    studio.canvas.click_on("work")
    field = studio.form.row("script").field
    studio.qtbot.mouseClick(field.tools()[0], Qt.MouseButton.LeftButton)
    window = studio.dialog("code-window")
    edit = window.findChild(QPlainTextEdit)
    assert edit is not None
    # when
    edit.selectAll()
    studio.qtbot.keyClicks(edit, "a = 1")
    studio.qtbot.keyClick(edit, Qt.Key.Key_Return)
    studio.qtbot.keyClicks(edit, "b = 2")
    studio.qtbot.keyClick(edit, Qt.Key.Key_Return, CTRL)
    # then
    studio.wait_for(lambda: studio.form.value("script") == "a = 1\nb = 2")
    studio.command("undo")
    assert studio.form.value("script") == "answer = 42"


def test_scripts_of_several_blocks_stay_where_nobody_types(studio: StudioPage, tmp_path: Path) -> None:
    # given two blocks with scripts of their own
    other = script("answer = 7").replace('id="work"', 'id="other"')
    studio.open(write(tmp_path, script("answer = 42") + other))
    # when both are selected, and a command takes over what is being typed
    studio.canvas.view.select(("work", "other"))
    studio.settle()
    studio.command("check")
    # then nothing was
    assert studio.diagram.history.undo_label is None
    assert studio.titles() == ["small.bpmn"]
