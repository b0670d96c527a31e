"""Condition: asks when a breakpoint is to stop."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from procos_studio.app.sizing import open_at
from procos_studio.app.styling import restyle
from procos_studio.canvas.translating import advice
from procos_studio.problems import Problem, Refused
from procos_studio.runtime.breakpoints import Breakpoint, condition_of


class ConditionDialog(QDialog):
    """`condition` is what was typed; it can be read, or is empty, once the dialog is accepted."""

    def __init__(self, parent: QWidget, element: str, name: str, condition: str) -> None:
        super().__init__(parent)
        self.setObjectName("breakpoint-condition")
        self.setWindowTitle(self.tr("Breakpoint before “{name}”").format(name=name))
        self._element = element
        label = QLabel(self.tr("Stop only where this is &true; always where it is empty:"))
        self.edit = QLineEdit(condition)
        self.edit.setPlaceholderText(self.tr("for example {example}").format(example="${amount > 100}"))
        label.setBuddy(self.edit)
        self.note = QLabel(wordWrap=True)
        self.note.setObjectName("note")
        buttons = QDialogButtonBox.StandardButton
        self.box = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        self.box.accepted.connect(self.accept)
        self.box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (label, self.edit, self.note):
            layout.addWidget(widget)
        layout.addStretch()
        layout.addWidget(self.box)
        self.edit.textChanged.connect(lambda _text: self._look())
        self._look()
        open_at(self, 480, 176)

    @property
    def condition(self) -> str:
        """What was typed."""
        return self.edit.text().strip()

    def accept(self) -> None:
        """Only where it can be read."""
        if self._fault() is None:
            super().accept()

    def _fault(self) -> Problem | None:
        try:
            condition_of(Breakpoint(self._element, self.condition))
        except Refused as refused:
            return refused.problems[0]
        return None

    def _look(self) -> None:
        fault = self._fault()
        sees = self.tr("It sees the variables of the token that comes.")
        self.note.setText(advice(fault) if fault is not None else sees)
        restyle(self.note, "role", "error" if fault is not None else "hint")
        self.box.button(QDialogButtonBox.StandardButton.Ok).setEnabled(fault is None)
