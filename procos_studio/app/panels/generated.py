"""GeneratedForm: one editor for each field of a form, with the values checked and typed when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from procos_studio.app.form_fields import FormField, Invalid, parsed, shown
from procos_studio.app.forms.choices import FlagField
from procos_studio.app.forms.editors import field_for
from procos_studio.app.forms.fields import Field, plain
from procos_studio.library import Binding, Choice, Parameter


class GeneratedForm(QWidget):
    """`submitted` comes when Enter is pressed in a line."""

    submitted = Signal()

    def __init__(self, fields: Sequence[FormField], values: Mapping[str, Any] | None = None) -> None:
        super().__init__()
        self._fields = tuple(fields)
        self.editors: dict[str, Field] = {}
        self._notes: dict[str, QLabel] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        for field in self._fields:
            known = (values or {}).get(field.id)
            self._add(field, field.default if known is None else shown(known))

    def values(self) -> dict[str, Any] | None:
        """What was filled in, by field id; None where something is wrong, which is then said under its field."""
        result: dict[str, Any] = {}
        wrong = ""
        for field in self._fields:
            note = self._notes[field.id]
            try:
                result[field.id] = parsed(field, self.editors[field.id].text())
                note.hide()
            except Invalid as reason:
                note.setText(str(reason))
                note.show()
                wrong = wrong or field.id
        if wrong:
            self.editors[wrong].editor().setFocus()
            return None
        return result

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        first = next(iter(self.editors.values()), None)
        if first is not None:
            first.editor().setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, field: FormField, text: str) -> None:
        editor = field_for(_parameter(field))
        editor.set_text(text)
        if not isinstance(editor, FlagField):
            label = plain(field.label + (" *" if field.required else ""), "field-label")
            label.setBuddy(editor.editor())
            self._layout.addWidget(label)
        self._layout.addWidget(editor)
        note = plain("", "note")
        note.setProperty("role", "error")
        note.hide()
        self._layout.addWidget(note)
        line = editor.editor()
        if isinstance(line, QLineEdit):
            line.returnPressed.connect(self.submitted)
        self.editors[field.id], self._notes[field.id] = editor, note


def _parameter(field: FormField) -> Parameter:
    """A form's field as a mask's parameter, so that both have the same editors."""
    kinds = {"boolean": "flag", "enum": "choice", "number": "number"}
    return Parameter(
        id=field.id,
        label=field.label,
        binding=Binding("property"),
        type=kinds.get(field.type, "string"),
        choices=tuple(Choice(name, value) for value, name in field.choices),
        placeholder=field.hint,
    )
