"""Answers: a form of questions that tells each answer while it is typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from procos_studio.app.forms.editors import field_for
from procos_studio.app.forms.row import Row
from procos_studio.app.forms.section import Section
from procos_studio.library import Parameter
from procos_studio.library.mask import counts

_PAUSE_MS = 200


class Answers(QWidget):
    """`answered` carries the id of a question and the text; for `settled` ones only when the person is done.

    `typing` comes with every key.
    """

    answered = Signal(str, str)
    typing = Signal()

    def __init__(self, questions: Iterable[Parameter], settled: Iterable[str] = ()) -> None:
        super().__init__()
        self.setObjectName("form")
        self.rows: dict[str, Row] = {}
        self._settled = frozenset(settled)
        self._told: dict[str, str] = {}
        self._typed = self._typed_last = ""
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._sections: list[Section] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 12, 16)
        column.setSpacing(4)
        for group, some in groupby(questions, key=lambda question: question.group):
            section = Section(group)
            column.addWidget(section)
            self._sections.append(section)
            for question in some:
                section.add(self._row(question))
        column.addStretch(1)

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show these answers; a field in which somebody types keeps what is typed."""
        typed, self._told = self.draft(), dict(values)
        for name, row in self.rows.items():
            is_typed = name in typed or self._timer.isActive()
            if row.field.text() != values.get(name, "") and not is_typed:
                row.field.set_text(values.get(name, ""))
            row.setVisible(is_asked(row.parameter, values))

    def say(self, faults: Mapping[str, str]) -> None:
        """Say what is wrong under the questions."""
        for name, row in self.rows.items():
            row.say(faults.get(name, ""), "error")

    def commit(self) -> None:
        """Tell what is being typed."""
        self._timer.stop()
        for row in self.rows.values():
            row.field.commit()
        self._look()

    def draft(self) -> dict[str, str]:
        """The answer that is being typed and was not told yet, by its question."""
        name = self._typed_last
        text = self.rows[name].field.draft() if name else ""
        return {name: text} if name and text != self._told.get(name, "") else {}

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        first = next(iter(self.rows.values()), None)
        if first is not None:
            first.field.editor().setFocus()

    def _row(self, question: Parameter) -> Row:
        name, field = question.id, field_for(question)
        row = self.rows[name] = Row(question, field)
        field.edited.connect(lambda text: self._tell(name, text))
        field.typed.connect(lambda: self._note(name))
        return row

    def _note(self, name: str) -> None:
        self._typed_last = name
        self.typing.emit()
        if name not in self._settled:
            self._typed = name
            self._timer.start()

    def _look(self) -> None:
        name, self._typed = self._typed, ""
        if name:
            self._tell(name, self.rows[name].field.text())

    def _tell(self, name: str, text: str) -> None:
        if self._told.get(name, "") != text:
            self._told[name] = text
            self.answered.emit(name, text)


def is_asked(question: Parameter, values: Mapping[str, str]) -> bool:
    """Whether a question makes sense at these answers."""
    return counts(question, values) and (question.id != "wanted" or bool(values.get("when")))
