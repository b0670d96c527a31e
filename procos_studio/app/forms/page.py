"""Page: the widgets of the form of one kind of block, made in steps, and kept for the next block of that kind."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from procos_studio.app.forms import remembered
from procos_studio.app.forms.code.field import CodeField
from procos_studio.app.forms.editors import field_for
from procos_studio.app.forms.fields import Field, plain, sign_button
from procos_studio.app.forms.lines import Line
from procos_studio.app.forms.row import Row, default_of
from procos_studio.app.forms.section import Section
from procos_studio.app.forms.target import Target
from procos_studio.canvas.translating import QT_TR_NOOP, called, translated
from procos_studio.library import Parameter
from procos_studio.library.mapping import GROUP as MAPPING


class Facts(NamedTuple):
    """What is true of the parameters of a target now: values, which count, which differ among several blocks."""

    values: Mapping[str, str]
    shown: frozenset[str]
    differing: frozenset[str]


def facts_of(target: Target) -> Facts:
    """The facts of now."""
    return Facts(target.values(), target.visible(), target.differing())


class Page(QWidget):
    """Shows one target at a time; `build` makes what is still missing, `show_values` shows what is there now.

    `named` tells that a name was typed, `edited` carries a parameter and its text, `mended` the same for a better text,
    `typed` comes while one is typed, `typed_into` is its row (None: the name); `went_to` carries the id of an element,
    `renaming` the name of a variable; `reset_asked` wants the defaults back wherever there are some.
    """

    named = Signal()
    edited = Signal(str, str)
    mended = Signal(str, str)
    typed = Signal()
    went_to = Signal(str)
    renaming = Signal(str)
    reset_asked = Signal()

    def __init__(self, target: Target) -> None:
        super().__init__()
        self.setObjectName("form")
        self.rows: dict[str, Row] = {}
        self.sections: list[Section] = []
        self._target, self._facts = target, facts_of(target)
        self.typed_into: Row | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 12, 16)
        self._column.setSpacing(4)
        self._add_heading(target)
        self._column.addStretch(1)
        self._steps = self._missing()
        self.is_built = False

    def build(self, until: float) -> bool:
        """Make what is missing, until a time (of `perf_counter`); whether all is there."""
        self.is_built = all(time.perf_counter() < until for _ in self._steps)
        if self.is_built:
            self._show_sections()
        return self.is_built

    def put_aside(self) -> None:
        """Show nothing, and tell nothing of what happens to its widgets."""
        self.blockSignals(True)
        self.hide()

    def take_up(self) -> None:
        """Show and tell again."""
        self.blockSignals(False)
        self.show()

    def show_values(self, target: Target) -> None:
        """Show the values of now in the fields that count now."""
        self._target, self._facts = target, facts_of(target)
        self._subtitle.setText(_subtitle(target))
        if not self.name_edit.hasFocus() or not self.name_edit.isModified():
            self.name_edit.setText(target.element.name)
            self.name_edit.setCursorPosition(0)
        for row in self.rows.values():
            self._fill(row)
        if self.is_built:
            self._show_sections()

    def changed(self) -> dict[str, str]:
        """The defaults of the parameters that count and have another value."""
        rows = {name: row for name, row in self.rows.items() if row.is_changed and not row.isHidden()}
        return {name: default_of(row.parameter) for name, row in rows.items()}

    def count_problems(self) -> None:
        """Let each section say how much of it is wrong."""
        for section in self.sections:
            rows = [row for row in self.rows.values() if section.isAncestorOf(row) and not row.isHidden()]
            section.show_problems(sum(row.note.property("role") == "error" and not row.note.isHidden() for row in rows))

    def _show_sections(self) -> None:
        count = len(self.changed())
        self.reset_button.setVisible(count > 0)
        said = self.tr("%n parameters are not at their defaults. Set them back", "", count)
        self.reset_button.setToolTip(said)
        self.reset_button.setAccessibleName(said)
        for section in self.sections:
            section.setVisible(any(section.isAncestorOf(row) and not row.isHidden() for row in self.rows.values()))

    def _fill(self, row: Row) -> None:
        name, facts = row.parameter.id, self._facts
        text = facts.values.get(name, "")
        if isinstance(row.field, CodeField):
            row.field.set_language(self._target.language(row.parameter, facts.values))
        row.field.set_text(text)
        row.field.set_several(name in facts.differing)
        row.show_change(text, name in facts.differing)
        row.setVisible(name in facts.shown)

    # building ---------------------------------------------------------------------------------------------------------

    def _add_heading(self, target: Target) -> None:
        self.name_edit = Line()
        self.name_edit.setPlaceholderText(self.tr("Name"))
        self.name_edit.setObjectName("title")
        self.name_edit.setAccessibleName(self.tr("Name"))
        self.name_edit.editingFinished.connect(self.named)
        self.name_edit.textEdited.connect(lambda _text: self._tell_typed(None))
        if target.is_several:
            self.name_edit.hide()
            kind = target.block.name if target.block else target.element.kind
            count = self.tr("{count} × {kind}").format(count=len(target.keys), kind=kind)
            self._column.addWidget(plain(count, "title"))
        self._subtitle = plain(_subtitle(target), "hint")
        self.reset_button = sign_button("mdi6.backup-restore", "", self.reset_asked.emit)
        self.reset_button.hide()
        below = QHBoxLayout()
        below.setSpacing(2)
        below.addWidget(self._subtitle, 1)
        below.addWidget(self.reset_button, alignment=Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self.name_edit)
        self._column.addLayout(below)

    def _missing(self) -> Iterator[None]:
        block = self._target.block
        for group, some in groupby(block.properties if block else (), key=lambda parameter: parameter.group):
            parameters = tuple(some)
            section = self._section(group, parameters)
            yield
            for parameter in parameters:
                field = field_for(parameter)
                yield
                row = self._row(parameter, field)
                # a page that goes before it is whole takes its rows along
                row.setParent(section)
                yield
                section.add(row)
                self.rows[parameter.id] = row
                self._fill(row)
                yield
        if block is not None and block.documentation:
            title = self.tr("About")
            about = Section(title, is_open=remembered.is_open(title, True))
            about.add(plain(block.documentation, "hint"))
            self._put(about)

    def _section(self, group: str, parameters: tuple[Parameter, ...]) -> Section:
        is_empty = group == called(MAPPING) and not any(self._facts.values[parameter.id] for parameter in parameters)
        section = Section(group, is_open=not is_empty and remembered.is_open(group, True))
        self.sections.append(section)
        self._put(section, is_shown=any(parameter.id in self._facts.shown for parameter in parameters))
        return section

    def _put(self, section: Section, *, is_shown: bool = True) -> None:
        self._column.insertWidget(self._column.count() - 1, section)
        # what is put onto a page that is seen already is else shown only in the next turn, and cannot have the focus
        section.setVisible(is_shown)

    def _row(self, parameter: Parameter, field: Field) -> Row:
        name = parameter.id
        row = Row(parameter, field)
        field.edited.connect(lambda text: self.edited.emit(name, text))
        field.typed.connect(lambda: self._tell_typed(row))
        field.went_to.connect(self.went_to)
        field.renaming.connect(self.renaming)
        row.reset_asked.connect(lambda: self.edited.emit(name, default_of(parameter)))
        row.mended.connect(lambda text: self.mended.emit(name, text))
        return row

    def _tell_typed(self, row: Row | None) -> None:
        self.typed_into = row
        self.typed.emit()


def kind_of(target: Target) -> tuple[str, ...]:
    """What targets have in common that can share a page; empty where a page is for one target only."""
    block = target.block
    if target.is_several or block is None:
        return ()
    return (block.id, str(block.version), *(parameter.id for parameter in block.properties))


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
    if target.is_mixed:
        return where
    version = f" {block.version}" if block.topic else ""
    pde = f" · {translated(_PDES.get(block.pde_kind, block.pde_kind))}" if block.pde_kind else ""
    return f"{block.id}{version}{pde} · {where}"
