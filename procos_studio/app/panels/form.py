"""The mask form: name, parameters and reliability of the selected block, or of several of one kind."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from procos_studio.app.forms import remembered
from procos_studio.app.forms.code.field import CodeField
from procos_studio.app.forms.editors import field_for
from procos_studio.app.forms.fields import Field, plain
from procos_studio.app.forms.knowledge import Knowledge
from procos_studio.app.forms.lines import Line
from procos_studio.app.forms.notes import note_on
from procos_studio.app.forms.renaming import RenameVariable
from procos_studio.app.forms.row import Row, default_of
from procos_studio.app.forms.section import Section
from procos_studio.app.forms.target import Target, target_of
from procos_studio.canvas.translating import QT_TR_NOOP, advice, translated
from procos_studio.edits.rename import rename
from procos_studio.library import Library, Parameter, mask
from procos_studio.library.mapping import GROUP as MAPPING
from procos_studio.model.diagram import Diagram
from procos_studio.model.diff import Diff
from procos_studio.problems import Refused

_PAUSE_MS = 250
"""So long after the last key a value is looked at while it is typed."""


class FormPanel(QScrollArea):
    """Shows one selection. `refused` carries a Problem when a value cannot be taken, `element_chosen` an id."""

    refused = Signal(object)
    element_chosen = Signal(str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._target: Target | None = None
        self._variables: Mapping[str, Any] = {}
        self.rows: dict[str, Row] = {}
        self.sections: list[Section] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self.look)
        self.show_nothing()

    # what is shown ----------------------------------------------------------------------------------------------------

    @property
    def fields(self) -> dict[str, Field]:
        """The fields that count now, by the id of their parameter, from the top."""
        return {name: row.field for name, row in self.rows.items() if not row.isHidden()}

    def show_nothing(self, count: int = 0) -> None:
        """Say what to select."""
        self._target, self.rows, self.sections = None, {}, []
        text = (
            self.tr("%n blocks selected. Select one, or several of the same kind, to see their parameters.", "", count)
            if count
            else self.tr("Select a block to see its parameters here.")
        )
        label = QLabel(text, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        label.setObjectName("empty")
        self.setWidget(label)

    def show_element(self, diagram: Diagram, element: str) -> None:
        """Build the form of an element."""
        self.show_elements(diagram, (element,))

    def show_elements(self, diagram: Diagram, elements: tuple[str, ...]) -> None:
        """Build the form of one element, or of several of one kind."""
        target = target_of(diagram, elements, self._library)
        self.commit()
        before, self._target = self._target, target
        if target is None:
            self.show_nothing(len(elements))
        elif before is not None and _have_one_form(before, target):
            self._subtitle.setText(_subtitle(target))
            self.verticalScrollBar().setValue(0)
            self._refresh(target)
        else:
            self._build(target)

    def set_variables(self, variables: Mapping[str, Any]) -> None:
        """The values of the last run, against which expressions show their value."""
        self._variables = variables
        if self._target is not None:
            self._know()
            self.look()

    def follow(self, diff: Diff) -> None:
        """The diagram changed: show the new values, keeping focus and cursor where the fields stay the same."""
        target = self._target
        if target is None:
            return
        if not target.still_fits():
            self.show_elements(target.diagram, target.keys)
            return
        target.follow()
        self._refresh(target)

    # acting -----------------------------------------------------------------------------------------------------------

    def commit(self) -> None:
        """Take over what is being typed, as leaving the field would."""
        if self._target is not None:
            self._rename()
            for field in tuple(self.fields.values()):
                field.commit()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        first = next(iter(self.fields), "")
        if first:
            self.focus(first)
        elif self._target is not None:
            self.name_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus(self, parameter: str) -> None:
        """Put the cursor into a field, opening its section."""
        row = self.rows[parameter]
        for section in self.sections:
            if section.isAncestorOf(row):
                section.open()
        row.field.editor().setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(row)

    def look(self) -> None:
        """Say under every field what is wrong with it, else what its expression is worth."""
        target = self._target
        if target is None or target.block is None:
            return
        several = target.differing()
        texts = {name: row.field.text() for name, row in self.rows.items()}
        problems = mask.validate(target.block, texts)
        for name, row in self.rows.items():
            own = next((problem for problem in problems if name in problem.elements), None)
            if name in several:
                row.say("", "hint")
                continue
            note = note_on(row.parameter, texts[name], own, self._knowledge)
            row.say(note.text, note.role, note.mended)
            row.field.show_fault(note.fault)
        self._count_problems()

    # building ---------------------------------------------------------------------------------------------------------

    def _build(self, target: Target) -> None:
        page = QWidget()
        page.setObjectName("form")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 16, 12, 16)
        layout.setSpacing(4)
        self.rows, self.sections = {}, []
        self._add_heading(layout, target)
        block, values = target.block, target.values()
        for group, parameters in groupby(block.properties if block else (), key=lambda parameter: parameter.group):
            self._add_section(layout, group, tuple(parameters), values)
        if block is not None and block.documentation:
            about = Section(self.tr("About"), is_open=remembered.is_open(self.tr("About"), True))
            about.add(plain(block.documentation, "hint"))
            layout.addWidget(about)
        layout.addStretch(1)
        self.setWidget(page)
        self._refresh(target)

    def _add_heading(self, layout: QVBoxLayout, target: Target) -> None:
        self.name_edit = Line()
        self.name_edit.setPlaceholderText(self.tr("Name"))
        self.name_edit.setObjectName("title")
        self.name_edit.setAccessibleName(self.tr("Name"))
        self.name_edit.editingFinished.connect(self._rename)
        if target.is_several:
            self.name_edit.hide()
        if target.is_several:
            kind = target.block.name if target.block else target.element.kind
            layout.addWidget(plain(self.tr("{count} × {kind}").format(count=len(target.keys), kind=kind), "title"))
        layout.addWidget(self.name_edit)
        self._subtitle = plain(_subtitle(target), "hint")
        layout.addWidget(self._subtitle)

    def _add_section(
        self, layout: QVBoxLayout, group: str, parameters: tuple[Parameter, ...], values: Mapping[str, str]
    ) -> None:
        is_empty = group == MAPPING and not any(values[parameter.id] for parameter in parameters)
        section = Section(group, is_open=not is_empty and remembered.is_open(group, True))
        for parameter in parameters:
            section.add(self._row(parameter))
        self.sections.append(section)
        layout.addWidget(section)

    def _row(self, parameter: Parameter) -> Row:
        field = field_for(parameter)
        row = self.rows[parameter.id] = Row(parameter, field)
        field.edited.connect(lambda text: self._set(parameter.id, text))
        field.typed.connect(self._timer.start)
        field.went_to.connect(self.element_chosen)
        field.renaming.connect(self._rename_variable)
        row.reset_asked.connect(lambda: self._set(parameter.id, default_of(parameter)))
        row.mended.connect(lambda text: self._mend(parameter.id, text))
        return row

    def _refresh(self, target: Target) -> None:
        """Show the values of now in the fields that count now."""
        values, shown, several = target.values(), target.visible(), target.differing()
        if not self.name_edit.hasFocus() or not self.name_edit.isModified():
            self.name_edit.setText(target.element.name)
        for name, row in self.rows.items():
            text = values.get(name, "")
            if isinstance(row.field, CodeField):
                row.field.set_language(target.language(row.parameter, values))
            row.field.set_text(text)
            row.field.set_several(name in several)
            row.show_change(text, name in several)
            row.setVisible(name in shown)
        for section in self.sections:
            section.setVisible(any(section.isAncestorOf(row) and not row.isHidden() for row in self.rows.values()))
        self._know()
        self.look()

    def _know(self) -> None:
        target = self._target
        if target is not None:
            self._knowledge = Knowledge(target.diagram, target.key, self._variables, target.results())
            for row in self.rows.values():
                row.field.knowledge = self._knowledge

    _knowledge = Knowledge()

    def _count_problems(self) -> None:
        for section in self.sections:
            rows = [row for row in self.rows.values() if section.isAncestorOf(row) and not row.isHidden()]
            section.show_problems(sum(row.note.property("role") == "error" and not row.note.isHidden() for row in rows))

    # writing ----------------------------------------------------------------------------------------------------------

    def _rename(self) -> None:
        target = self._target
        if target is None or target.is_several or target.key not in target.diagram:
            return
        self.name_edit.setModified(False)
        if self.name_edit.text() != target.element.name:
            try:
                rename(target.diagram, target.key, self.name_edit.text())
            except Refused as refused:
                self.refused.emit(refused.problems[0])

    def _rename_variable(self, name: str) -> None:
        target = self._target
        if target is not None:
            self.commit()
            RenameVariable(self.window(), target.diagram, target.key, name).open()

    def _mend(self, name: str, text: str) -> None:
        self.rows[name].field.set_text(text)
        self._set(name, text)
        self.rows[name].field.editor().setFocus()

    def _set(self, name: str, text: str) -> None:
        target = self._target
        parameter = target.block.parameter(name) if target is not None and target.block is not None else None
        if target is None or parameter is None or target.key not in target.diagram:
            return
        try:
            target.write(parameter, text)
        except Refused as refused:
            self.rows[name].say(advice(refused.problems[0]), "error")
            self.refused.emit(refused.problems[0])


def _have_one_form(one: Target, other: Target) -> bool:
    """Whether the widgets of one do for the other: building them takes longer than all else of a selection."""
    if one.is_several or other.is_several or one.block is None or other.block is None or one.kind is not other.kind:
        return False
    names = [[parameter.id for parameter in block.properties] for block in (one.block, other.block)]
    return names[0] == names[1] and one.diagram is other.diagram


_PDES = {
    "general": QT_TR_NOOP("general PDE"),
    "ai": QT_TR_NOOP("AI PDE"),
    "integration": QT_TR_NOOP("integration PDE"),
    "meta": QT_TR_NOOP("meta-PDE"),
}


def _subtitle(target: Target) -> str:
    block = target.block
    where = ", ".join(target.keys)
    if block is None:
        return f"{target.element.kind} · {where}"
    version = f" {block.version}" if block.topic else ""
    pde = f" · {translated(_PDES.get(block.pde_kind, block.pde_kind))}" if block.pde_kind else ""
    return f"{block.id}{version}{pde} · {where}"
