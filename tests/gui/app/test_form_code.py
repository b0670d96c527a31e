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


def test_what_is_typed_colours_the_lines_below_anew(edit: CodeEdit, qtbot: QtBot) -> None:
    # given a text of several lines
    edit.setPlainText('x = """a\nif b\n"""\nif x: pass')
    assert len(block_formats(edit, 1)) == 1
    # when its beginning goes
    qtbot.keyClick(edit, Qt.Key.Key_End)
    for _ in range(4):
        qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    # then what was text is code, and the other way round
    assert block_formats(edit, 1)[0] != block_formats(edit, 3)[0]


@pytest.mark.parametrize(
    ("text", "at", "pair"),
    [
        ("f(a[1], 2)", 2, (1, 9)),
        ("f(a[1], 2)", 10, (9, 1)),
        ("f(a[1], 2)", 3, (3, 5)),
        ("f(')')", 2, (1, 5)),
        ("# (a)", 3, None),
        ("f(", 2, None),
        ("ab", 1, None),
        ("x = '😀' + f(1)", 13, (12, 14)),
    ],
)
def test_a_bracket_and_its_other_one_stand_out(
    edit: CodeEdit, text: str, at: int, pair: tuple[int, int] | None
) -> None:
    edit.setPlainText(text)
    cursor = edit.textCursor()
    cursor.setPosition(at)
    edit.setTextCursor(cursor)
    marked = [mark.cursor.selectionStart() for mark in edit.extraSelections()]  # type: ignore[attr-defined]
    assert marked == list(pair or ())


def test_a_block_ends_with_the_line_that_leaves_it(edit: CodeEdit, qtbot: QtBot) -> None:
    lines = ("def f(", ")", ":", Qt.Key.Key_Return, "if x:", Qt.Key.Key_Return, "return 1", Qt.Key.Key_Return, "y")
    assert typed(edit, qtbot, *lines) == "def f():\n    if x:\n        return 1\n    y"
    edit.clear()
    assert typed(edit, qtbot, "return [", Qt.Key.Key_Return, "1").startswith("return [\n    1")


def block_formats(edit: CodeEdit, line: int) -> list[str]:
    layout = edit.document().findBlockByNumber(line).layout()
    return [item.format.foreground().color().name() for item in layout.formats()]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("language", "line", "state", "expected", "ends"),
    [
        ("python", "if x: # y", 0, [(0, 2, Kind.KEYWORD), (6, 9, Kind.COMMENT)], 0),
        ("python", "len(a.len) + 0x1F", 0, [(0, 3, Kind.BUILTIN), (13, 17, Kind.NUMBER)], 0),
        ("python", r"x = rb'a\'b' + 1.5e3", 0, [(4, 12, Kind.TEXT), (15, 20, Kind.NUMBER)], 0),
        ("python", "x = 'open # no comment", 0, [(4, 22, Kind.TEXT)], 0),
        ("python", 'x = """a', 0, [(4, 8, Kind.TEXT)], 1),
        ("python", "if a", 1, [(0, 4, Kind.TEXT)], 1),
        ("python", 'b""" + "c"', 1, [(0, 4, Kind.TEXT), (7, 10, Kind.TEXT)], 0),
        ("python", "a'''", 2, [(0, 4, Kind.TEXT)], 0),
        ("python", "'''a''' # b", 0, [(0, 7, Kind.TEXT), (8, 11, Kind.COMMENT)], 0),
        ("json", '{"a": 1}', 0, [(1, 4, Kind.NAME), (6, 7, Kind.NUMBER)], 0),
        ("json", '[true, "b"]', 0, [(1, 5, Kind.KEYWORD), (7, 10, Kind.TEXT)], 0),
        ("groovy", "if", 0, [], 0),
    ],
)
def test_tokens_are_those_of_the_language(
    language: str, line: str, state: int, expected: list[tuple[int, int, Kind]], ends: int
) -> None:
    assert tokens(language, line, state) == (expected, ends)


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


def test_a_call_says_what_it_takes_while_it_is_typed(studio: StudioPage, tmp_path: Path) -> None:
    # given
    studio.open(write(tmp_path, script("answer = 42")))
    studio.canvas.click_on("work")
    editor = studio.form.type("script", "answer = round")
    hint = studio.form.completion("script").hint
    # when a function is called
    studio.qtbot.keyClicks(editor, "(")
    # then it says what it takes, and which argument is next
    studio.wait_for(lambda: hint.text.startswith("round(number, digits)"))
    assert hint.label is not None
    assert "<b>number</b>" in hint.label.text()
    studio.qtbot.keyClicks(editor, "1.25, ")
    studio.wait_for(lambda: hint.label is not None and "<b>digits</b>" in hint.label.text())
    # and it goes behind the call
    studio.qtbot.keyClicks(editor, "1)")
    studio.wait_for(lambda: not hint.text)


def test_a_method_says_what_it_takes_in_a_line(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, '<bpmn:userTask id="work" name="Decide"/>'))
    studio.canvas.click_on("work")
    editor = studio.form.type("assignee", "${name.replace")
    hint = studio.form.completion("assignee").hint
    studio.qtbot.keyClicks(editor, "(")
    studio.wait_for(lambda: hint.text.startswith("replace(old, new)"))
    studio.form.key(Qt.Key.Key_Escape)
    assert not hint.text
    assert studio.form.focused() is editor
