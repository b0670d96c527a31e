"""Every form: each parameter of each block is edited by keyboard, reaches the file, and is undone without a trace."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from procos_studio.app.forms.code.edit import CodeEdit
from procos_studio.app.forms.fields import Field
from procos_studio.app.forms.questions import QuestionsField
from procos_studio.app.forms.tables import TableField
from procos_studio.app.panels.form import FormPanel
from procos_studio.bpmn import write_bytes
from procos_studio.library import BlockDefinition, Library, load, mask
from procos_studio.library.mapping import with_mappings
from procos_studio.library.typed import check
from procos_studio.model.diagram import Diagram
from tests.unit.library.conftest import Placed

BLOCKS = list(load().blocks.values())
CTRL = Qt.KeyboardModifier.ControlModifier
TYPED = {
    "number": "7",
    "duration": "PT5S",
    "date": "2027-01-31T06:00:00",
    "cycle": "R3/PT10M",
    "retries": "5",
    "variable": "answer",
    "expression": "${answer}",
    "secret": '${secret("mail")}',
    "code": "7",
}
"""What is typed, by the type of the parameter."""
FITTING = {"historyTimeToLive": "P30D", "variableEvents": "update", "activity": "Task_1", "calledElement": "other"}
"""What is typed where only certain words make sense."""


@pytest.fixture
def panel(qtbot: QtBot, library: Library) -> Iterator[FormPanel]:
    """A form in a window of its own."""
    made = FormPanel(library)
    made.resize(420, 900)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.show_nothing()


@pytest.mark.parametrize("block", BLOCKS, ids=[block.id for block in BLOCKS])
def test_each_parameter_is_edited_and_undone(qtbot: QtBot, panel: FormPanel, block: BlockDefinition) -> None:
    # given one block of the kind
    placed = Placed(block)
    diagram = Diagram(placed.diagram.elements.values())
    before = write_bytes(diagram)
    diagram.changed.connect(panel.follow)
    refused: list[object] = []
    panel.refused.connect(refused.append)
    panel.show_element(diagram, placed.key)
    # when each parameter that shows is edited by keyboard, also those that come to show meanwhile
    done: set[str] = set()
    while missing := [name for name in panel.fields if name not in done]:
        name = missing[0]
        done.add(name)
        if panel.rows[name].parameter.type == "choice" and len(panel.rows[name].parameter.choices) < 2:
            continue
        panel.focus(name)
        edit(qtbot, panel.fields[name])
        panel.commit()
        # then the file has what the form shows, and what was typed does
        values = mask.values(diagram, placed.key, with_mappings(diagram, placed.key, block))
        field = panel.rows[name].field
        assert values[name] == field.text(), name
        assert not any(problem.code == "block.code" for problem in check(field.parameter, values[name])), name
        assert diagram.history.done or field.parameter.type == "choice", name
    assert not refused
    assert done
    # and undo takes all of it back
    while diagram.history.done:
        diagram.undo()
    assert write_bytes(diagram) == before


def edit(qtbot: QtBot, field: Field) -> None:
    """Change a value as fingers do."""
    editor = field.editor()
    if isinstance(field, QuestionsField):
        button = next(item for item in field.findChildren(QPushButton) if item.isVisible())
        qtbot.keyClick(button, Qt.Key.Key_Space)
    elif isinstance(field, TableField):
        add_row(qtbot, field)
    elif isinstance(editor, QCheckBox):
        qtbot.keyClick(editor, Qt.Key.Key_Space)
    elif isinstance(editor, QComboBox):
        last = editor.currentIndex() == editor.count() - 1
        qtbot.keyClick(editor, Qt.Key.Key_Up if last else Qt.Key.Key_Down)
    elif isinstance(editor, (QLineEdit, QPlainTextEdit)):
        qtbot.keyClick(editor, Qt.Key.Key_A, CTRL)
        qtbot.keyClicks(editor, FITTING.get(field.parameter.id) or TYPED.get(field.parameter.type, "some words"))
        leave = Qt.Key.Key_Escape if isinstance(editor, CodeEdit) else Qt.Key.Key_Tab
        qtbot.keyClick(editor, Qt.Key.Key_Return if isinstance(editor, QLineEdit) else leave)
    else:
        pytest.fail(f"{field.parameter.id} cannot be edited by keyboard")


def add_row(qtbot: QtBot, field: TableField) -> None:
    """Add a row to a table, and fill it."""
    table = field.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Insert)
    for column in range(table.columnCount()):
        cell = focused(table)
        qtbot.keyClicks(cell, "name" if column == 0 else "${answer}")
        if column + 1 < table.columnCount():
            qtbot.keyClick(cell, Qt.Key.Key_Return)
    field.commit()


def focused(table: QWidget) -> QWidget:
    found = table.window().focusWidget()
    assert found is not None
    return found
