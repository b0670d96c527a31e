"""TableField: the editor of lists and maps of a mask, a table with a row an entry."""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QToolButton

from procos_studio.app.forms.fields import Field
from procos_studio.library import Parameter

_ROW, _HEADER, _MOST_ROWS = 28, 32, 6


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
        self._table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self._table.verticalHeader().setDefaultSectionSize(_ROW)
        self._table.setFrameShape(QFrame.Shape.StyledPanel)
        self._adopt(self._table)
        self._table.cellChanged.connect(lambda _row, _column: self._finish())
        row = QHBoxLayout()
        for sign, tip, action in (
            ("+", self.tr("Add a row"), self._add),
            ("−", self.tr("Remove the row"), self._remove),
        ):
            row.addWidget(small_button(sign, tip, action))
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
        self._fit()

    def _fit(self) -> None:
        """As high as its rows need, within limits."""
        self._table.setFixedHeight(_HEADER + max(1, min(_MOST_ROWS, self._rows())) * _ROW)

    def _rows(self) -> int:
        return self._table.rowCount()

    def _cell(self, row: int, column: int) -> str:
        item = self._table.item(row, column)
        return item.text() if item else ""

    def _add(self) -> None:
        self._table.insertRow(self._rows())
        self._fit()
        self._table.setCurrentCell(self._rows() - 1, 0)
        self._table.edit(self._table.currentIndex())

    def _remove(self) -> None:
        row = self._table.currentRow() if self._table.currentRow() >= 0 else self._rows() - 1
        self._table.removeRow(row)
        self._fit()
        self._finish()

    def _finish(self) -> None:
        self.edited.emit(self.text())


def small_button(sign: str, tip: str, action: Callable[[], None]) -> QToolButton:
    """A button with a sign for a text; `tip` is its name."""
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
