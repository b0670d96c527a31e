"""The mask form: name, parameters and reliability of the selected block, generated from its definition."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import groupby
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from procos_studio.app.forms.editors import field_for
from procos_studio.app.forms.fields import Field, FlagField
from procos_studio.edits.rename import rename
from procos_studio.edits.set_parameter import set_parameter
from procos_studio.expressions import ExpressionError, compile_text
from procos_studio.library import BlockDefinition, Library, Parameter, mask
from procos_studio.model.diagram import Diagram
from procos_studio.model.diff import Diff
from procos_studio.problems import Problem, Refused


class FormPanel(QScrollArea):
    """Shows one element. `refused` carries a Problem when a value cannot be taken."""

    refused = Signal(object)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._diagram: Diagram | None = None
        self._element = ""
        self._block: BlockDefinition | None = None
        self._variables: Mapping[str, Any] = {}
        self.fields: dict[str, Field] = {}
        self._notes: dict[str, QLabel] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_nothing()

    def show_nothing(self, count: int = 0) -> None:
        """Say what to select."""
        self._element, self._block, self.fields, self._notes = "", None, {}, {}
        text = (
            self.tr("%n blocks selected. Select one to see its parameters.", "", count)
            if count
            else self.tr("Select a block to see its parameters here.")
        )
        label = QLabel(text, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        label.setObjectName("empty")
        self.setWidget(label)

    def show_element(self, diagram: Diagram, element: str) -> None:
        """Build the form of an element."""
        found = diagram.get(element)
        if found is None:
            self.show_nothing()
            return
        self._diagram, self._element = diagram, element
        self._block = self._library.of(found)
        self._build()

    def set_variables(self, variables: Mapping[str, Any]) -> None:
        """The values of the last run, against which expressions show their value."""
        self._variables = variables
        for name in self.fields:
            self._note(name)

    def follow(self, diff: Diff) -> None:
        """The diagram changed: show the new values, keeping focus and cursor where the fields stay the same."""
        if self._diagram is None or not self._element:
            return
        found = self._diagram.get(self._element)
        if found is None:
            self.show_nothing()
        elif self._library.of(found) is not self._block:
            self._build()
        elif self._element in diff.changes or any(name in diff.changes for name in self._touching()):
            self._refresh()

    def commit(self) -> None:
        """Take over what is being typed, as leaving the field would."""
        if self._element:
            self._rename()
            for field in tuple(self.fields.values()):
                field.commit()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        first = next(iter(self.fields.values()), None)
        (first.editor() if first else self.name_edit).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _touching(self) -> tuple[str, ...]:
        diagram = self._diagram
        return (diagram.root.id,) if diagram else ()

    def _values(self) -> dict[str, str]:
        if self._diagram is None or self._block is None:
            return {}
        return mask.values(self._diagram, self._element, self._block)

    def _build(self) -> None:
        page = QWidget()
        page.setObjectName("form")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(4)
        self.fields, self._notes = {}, {}
        self._add_heading(layout)
        values = self._values()
        shown = mask.visible(self._block, values) if self._block else ()
        for group, parameters in groupby(shown, key=lambda parameter: parameter.group):
            if group:
                layout.addWidget(_section(group))
            for parameter in parameters:
                self._add_field(layout, parameter, values.get(parameter.id, ""))
        if self._block is not None and self._block.documentation:
            layout.addWidget(_section(self.tr("About")))
            layout.addWidget(_plain(self._block.documentation, "hint"))
        layout.addStretch()
        self.setWidget(page)

    def _add_heading(self, layout: QVBoxLayout) -> None:
        element = self._diagram[self._element] if self._diagram else None
        self.name_edit = QLineEdit(element.name if element else "", placeholderText=self.tr("Name"))
        self.name_edit.setObjectName("title")
        self.name_edit.setAccessibleName(self.tr("Name"))
        self.name_edit.editingFinished.connect(self._rename)
        layout.addWidget(self.name_edit)
        layout.addWidget(_plain(self._subtitle(), "hint"))

    def _subtitle(self) -> str:
        element = self._diagram[self._element] if self._diagram else None
        kind = element.kind if element else ""
        if self._block is None:
            return f"{kind} · {self._element}"
        version = f" {self._block.version}" if self._block.topic else ""
        pde = f" · {_PDES.get(self._block.pde_kind, self._block.pde_kind)}" if self._block.pde_kind else ""
        return f"{self._block.id}{version}{pde} · {self._element}"

    def _add_field(self, layout: QVBoxLayout, parameter: Parameter, value: str) -> None:
        field = field_for(parameter)
        field.set_text(value)
        if not isinstance(field, FlagField):
            label = _plain(_label(parameter), "field-label")
            label.setBuddy(field.editor())
            layout.addSpacing(4)
            layout.addWidget(label)
        layout.addWidget(field)
        note = _plain("", "note")
        note.hide()
        layout.addWidget(note)
        self.fields[parameter.id], self._notes[parameter.id] = field, note
        field.edited.connect(lambda text, name=parameter.id: self._set(name, text))
        self._note(parameter.id)

    def _refresh(self) -> None:
        values = self._values()
        shown = [parameter.id for parameter in mask.visible(self._block, values)] if self._block else []
        if shown != list(self.fields):
            focused = next((name for name, field in self.fields.items() if field.editor().hasFocus()), "")
            self._build()
            if focused in self.fields:
                self.fields[focused].editor().setFocus()
            return
        if self._diagram is not None and not self.name_edit.hasFocus():
            self.name_edit.setText(self._diagram[self._element].name)
        for name, field in self.fields.items():
            if field.text() != values.get(name, ""):
                field.set_text(values.get(name, ""))
            self._note(name)

    def _rename(self) -> None:
        if self._diagram is None or self._element not in self._diagram:
            return
        if self.name_edit.text() != self._diagram[self._element].name:
            rename(self._diagram, self._element, self.name_edit.text())

    def _set(self, name: str, text: str) -> None:
        if self._diagram is None or self._block is None or self._element not in self._diagram:
            return
        parameter = next(item for item in self._block.properties if item.id == name)
        try:
            set_parameter(self._diagram, self._element, parameter, text)
        except Refused as refused:
            self._show_note(name, refused.problems[0].message, "error")
            self.refused.emit(refused.problems[0])

    def _note(self, name: str) -> None:
        """Under a field: what is wrong with it, else the value of its expression in the last run."""
        if self._block is None:
            return
        text = self.fields[name].text()
        problems = mask.validate(self._block, {**self._texts(), name: text})
        own = [problem for problem in problems if name in problem.elements]
        if own:
            self._show_note(name, _sentence(own[0]), "error")
        else:
            self._show_note(name, self._value_of(text), "value")

    def _texts(self) -> dict[str, str]:
        return {name: field.text() for name, field in self.fields.items()}

    def _value_of(self, text: str) -> str:
        if "${" not in text or not self._variables:
            return ""
        try:
            value = compile_text(text).evaluate(self._variables)
        except (Refused, ExpressionError) as failure:
            return f"= {failure}"[:200]
        return f"= {json.dumps(value, ensure_ascii=False)}"[:200]

    def _show_note(self, name: str, text: str, role: str) -> None:
        note = self._notes[name]
        note.setText(text)
        note.setProperty("role", role)
        note.style().unpolish(note)
        note.style().polish(note)
        note.setVisible(bool(text))


_PDES = {"general": "general PDE", "ai": "AI PDE", "integration": "integration PDE", "meta": "meta-PDE"}


def _sentence(problem: Problem) -> str:
    return f"{problem.message} {problem.hint}".strip()


def _plain(text: str, name: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    label.setIndent(0)
    return label


def _label(parameter: Parameter) -> str:
    unit = f" ({parameter.unit})" if parameter.unit else ""
    return f"{parameter.label}{unit}{' *' if parameter.required else ''}"


def _section(title: str) -> QLabel:
    return _plain(title.upper(), "section")
