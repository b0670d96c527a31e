"""Fields: one editor per parameter type of a mask; each shows a text and tells when a person changed it."""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFontDatabase, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from procos_studio.library import Parameter


class Field(QWidget):
    """Base of all editors. `edited` carries the new text when the person is done with a change."""

    edited = Signal(str)

    def __init__(self, parameter: Parameter) -> None:
        super().__init__()
        self.parameter = parameter
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    def text(self) -> str:
        """The value as the mask spells it."""
        raise TypeError(f"{type(self).__name__} does not say its text")

    def set_text(self, text: str) -> None:
        """Show a value without telling `edited`."""
        raise TypeError(f"{type(self).__name__} cannot show a text")

    def editor(self) -> QWidget:
        """The widget that takes the focus."""
        return self

    def _adopt(self, editor: QWidget) -> None:
        editor.setAccessibleName(self.parameter.label)
        editor.setAccessibleDescription(self.parameter.description)
        editor.setToolTip(self.parameter.description)
        self._layout.addWidget(editor)
        self.setFocusProxy(editor)


class LineField(Field):
    """One line of text; also numbers, durations, expressions and secrets."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._line = QLineEdit()
        self._line.setPlaceholderText(_placeholder(parameter))
        if parameter.type in ("expression", "number", "duration"):
            self._line.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._adopt(self._line)
        self._line.editingFinished.connect(self._finish)
        self._shown = ""

    def text(self) -> str:
        """The line."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Show a value."""
        self._shown = text
        self._line.setText(text)

    def editor(self) -> QLineEdit:
        """The line edit."""
        return self._line

    def _finish(self) -> None:
        if self._line.text() != self._shown:
            self._shown = self._line.text()
            self.edited.emit(self._shown)


class _Text(QPlainTextEdit):
    """A plain text edit that says when it loses the focus, and in which Tab moves on."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: object) -> None:
        """Leaving ends the change."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left.emit()


class TextField(Field):
    """Several lines; code is set in a fixed-width font."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._edit = _Text()
        self._edit.setPlaceholderText(_placeholder(parameter))
        is_code = parameter.type == "code"
        if is_code:
            self._edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
            self._edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._edit.setMinimumHeight(160 if is_code else 72)
        self._edit.setMaximumHeight(320 if is_code else 120)
        self._adopt(self._edit)
        self._shown = ""
        self._edit.left.connect(self._finish)

    def text(self) -> str:
        """All lines."""
        return self._edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a value; the cursor stays where the text is the same."""
        if text != self._edit.toPlainText():
            self._edit.setPlainText(text)
        self._shown = text

    def editor(self) -> QPlainTextEdit:
        """The text edit."""
        return self._edit

    def _finish(self) -> None:
        text = self._edit.toPlainText()
        if text != self._shown:
            self._shown = text
            self.edited.emit(text)


class _CalmCombo(QComboBox):
    """A combo box that leaves the wheel to the form unless it has the focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form, not the choice."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceField(Field):
    """One of the parameter's choices."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._combo = _CalmCombo()
        for choice in parameter.choices:
            self._combo.addItem(choice.name, choice.value)
        self._adopt(self._combo)
        self._combo.activated.connect(lambda _index: self.edited.emit(self.text()))

    def text(self) -> str:
        """The chosen value."""
        return str(self._combo.currentData() or "")

    def set_text(self, text: str) -> None:
        """Show a value; one that is no choice is listed too, so that nothing is lost."""
        with QSignalBlocker(self._combo):
            index = self._combo.findData(text)
            if index < 0:
                self._combo.addItem(text, text)
                index = self._combo.count() - 1
            self._combo.setCurrentIndex(index)


class FlagField(Field):
    """Yes or no."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._box = QCheckBox(parameter.label)
        self._adopt(self._box)
        self._box.clicked.connect(lambda _checked: self.edited.emit(self.text()))

    def text(self) -> str:
        """`true` or `false`."""
        return "true" if self._box.isChecked() else "false"

    def set_text(self, text: str) -> None:
        """Show a value."""
        self._box.setChecked(text == "true")


class TableField(Field):
    """A map (two columns) or a list (one), kept as JSON text; empty rows at the end are the place to add."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._is_map = parameter.type == "map"
        self._table = QTableWidget(0, 2 if self._is_map else 1)
        self._table.setHorizontalHeaderLabels(
            [self.tr("Name"), self.tr("Value")] if self._is_map else [self.tr("Value")]
        )
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.verticalHeader().hide()
        self._table.setMinimumHeight(96)
        self._table.setMaximumHeight(180)
        self._adopt(self._table)
        self._table.cellChanged.connect(lambda _row, _column: self._finish())
        row = QHBoxLayout()
        for sign, tip, action in (
            ("+", self.tr("Add a row"), self._add),
            ("−", self.tr("Remove the row"), self._remove),
        ):
            row.addWidget(_small_button(sign, tip, action))
        row.addStretch()
        self._layout.addLayout(row)

    def text(self) -> str:
        """JSON; `""` for none."""
        rows = [[self._cell(row, column) for column in range(self._table.columnCount())] for row in range(self._rows())]
        kept = [cells for cells in rows if any(cells)]
        if not kept:
            return ""
        value = {cells[0]: cells[1] for cells in kept} if self._is_map else [cells[0] for cells in kept]
        return json.dumps(value, ensure_ascii=False)

    def set_text(self, text: str) -> None:
        """Show a value; text that is not such JSON is shown as one row, so that nothing is lost."""
        with QSignalBlocker(self._table):
            rows = _rows_of(text, self._is_map)
            self._table.setRowCount(len(rows))
            for number, cells in enumerate(rows):
                for column, cell in enumerate(cells[: self._table.columnCount()]):
                    self._table.setItem(number, column, QTableWidgetItem(cell))

    def _rows(self) -> int:
        return self._table.rowCount()

    def _cell(self, row: int, column: int) -> str:
        item = self._table.item(row, column)
        return item.text() if item else ""

    def _add(self) -> None:
        self._table.insertRow(self._rows())
        self._table.setCurrentCell(self._rows() - 1, 0)
        self._table.edit(self._table.currentIndex())

    def _remove(self) -> None:
        row = self._table.currentRow() if self._table.currentRow() >= 0 else self._rows() - 1
        self._table.removeRow(row)
        self._finish()

    def _finish(self) -> None:
        self.edited.emit(self.text())


def _small_button(sign: str, tip: str, action: Callable[[], None]) -> QToolButton:
    button = QToolButton(autoRaise=True)
    button.setText(sign)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.clicked.connect(lambda _checked=False: action())
    return button


def _rows_of(text: str, is_map: bool) -> list[list[str]]:
    if not text.strip():
        return []
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        return [[text]]
    if is_map and isinstance(value, dict):
        return [[str(key), _spelled(item)] for key, item in value.items()]
    return [[_spelled(item)] for item in value] if isinstance(value, list) else [[text]]


def _spelled(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _placeholder(parameter: Parameter) -> str:
    return parameter.placeholder or {"duration": "PT30S", "expression": "${…}"}.get(parameter.type, "")


_FIELDS: dict[str, type[Field]] = {
    "text": TextField,
    "code": TextField,
    "choice": ChoiceField,
    "flag": FlagField,
    "map": TableField,
    "list": TableField,
}
"""By parameter type; every other type is one line."""


def field_for(parameter: Parameter) -> Field:
    """The editor of a parameter."""
    return _FIELDS.get(parameter.type, LineField)(parameter)
