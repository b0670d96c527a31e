"""FormPage: the form of the selected block as a person fills it in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from procos_studio.app.forms.code.edit import CodeEdit
from procos_studio.app.forms.completion import Completion
from procos_studio.app.forms.lines import LineField
from procos_studio.app.forms.questions import QuestionsField
from procos_studio.app.forms.row import Row
from procos_studio.app.forms.section import Section
from procos_studio.app.forms.tables import TableField
from procos_studio.app.forms.texts import TextField
from procos_studio.app.panels.inspector import Inspector


class FormPage:
    """Fields are found by the id of their parameter."""

    def __init__(self, inspector: Inspector, qtbot: QtBot) -> None:
        self.inspector, self._qtbot = inspector, qtbot

    @property
    def parameters(self) -> list[str]:
        """The ids of the parameters on the form."""
        return list(self.inspector.form.fields)

    def value(self, parameter: str) -> str:
        """What a field shows."""
        return self.inspector.form.fields[parameter].text()

    def fill(self, parameter: str, text: str) -> None:
        """Replace a field's text by typing, and leave the field."""
        editor = self.inspector.form.fields[parameter].editor()
        editor.setFocus()
        if isinstance(editor, QLineEdit):
            editor.selectAll()
            self._qtbot.keyClicks(editor, text)
            self._qtbot.keyClick(editor, Qt.Key.Key_Return)
        elif isinstance(editor, QPlainTextEdit):
            editor.selectAll()
            self._qtbot.keyClicks(editor, text)
            self._qtbot.keyClick(editor, Qt.Key.Key_Escape if isinstance(editor, CodeEdit) else Qt.Key.Key_Tab)
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(text))
            editor.activated.emit(editor.currentIndex())

    def editor(self, parameter: str) -> QPlainTextEdit:
        """The editor of a text parameter."""
        editor = self.inspector.form.fields[parameter].editor()
        assert isinstance(editor, QPlainTextEdit)
        return editor

    def questions(self) -> QuestionsField:
        """The editor of the questions of a form."""
        (found,) = [field for field in self.inspector.form.fields.values() if isinstance(field, QuestionsField)]
        return found

    def hint(self) -> str:
        """What the form says while no block is selected."""
        empty = self.inspector.form.empty
        return "" if empty.isHidden() else empty.text()

    def row(self, parameter: str) -> Row:
        """A field with all that stands around it."""
        return self.inspector.form.rows[parameter]

    def note(self, parameter: str) -> str:
        """The sentence below a field."""
        note = self.row(parameter).note
        return "" if note.isHidden() else note.text()

    def hints(self, parameter: str) -> list[QLabel]:
        """The sentences in the field of a list or a map itself."""
        return [label for label in self.table(parameter).findChildren(QLabel) if not label.isHidden()]

    def type(self, parameter: str, text: str) -> QWidget:
        """Replace a field's text by typing, and stay in it; the editor."""
        self.inspector.form.focus(parameter)
        editor = self.row(parameter).field.editor()
        editor.setFocus()
        self._qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self._qtbot.keyClicks(editor, text)
        return editor

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self._qtbot.keyClick(self.focused(), key, modifier)

    def focused(self) -> QWidget:
        """The widget that has the focus."""
        found = self.inspector.window().focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    def completion(self, parameter: str) -> Completion:
        """The list of words of a line or a text."""
        field = self.row(parameter).field
        assert isinstance(field, LineField | TextField)
        return field.completion

    def table(self, parameter: str) -> TableField:
        """The field of a list or a map."""
        field = self.row(parameter).field
        assert isinstance(field, TableField)
        return field

    def section(self, title: str) -> Section:
        """A part of the form."""
        (found,) = [section for section in self.inspector.form.sections if section.title == title]
        return found

    def rename(self, name: str) -> None:
        """Type another name of the block."""
        edit = self.inspector.form.name_edit
        edit.selectAll()
        self._qtbot.keyClicks(edit, name)
        self._qtbot.keyClick(edit, Qt.Key.Key_Return)

    def stages(self) -> tuple[str, ...]:
        """The sentences of the pipeline."""
        return self.inspector.pipeline.sentences
