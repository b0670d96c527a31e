"""Table: the rows of a map or a list, edited, added, removed and moved from the keyboard, with completion in cells."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from procos_studio.app.forms.completion import Completion
from procos_studio.app.forms.fields import Field
from procos_studio.app.forms.knowledge import Offer
from procos_studio.app.forms.lines import Line
from procos_studio.app.forms.sheets import is_several, rows_in

ROW = 28
"""The height of a row in pixels."""

_ALT = Qt.KeyboardModifier.AltModifier
_IS_JSON = Qt.ItemDataRole.UserRole


class Table(QTableWidget):
    """Rows by keyboard: Enter edits and goes on, Insert adds, Delete removes, Alt with arrows moves.

    `rows_changed` tells that rows came, went or moved, `typed` that somebody types in a cell.
    """

    rows_changed = Signal()
    typed = Signal()

    def __init__(self, columns: list[str], field: Field) -> None:
        super().__init__(0, len(columns))
        self.setHorizontalHeaderLabels(columns)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setVisible(len(columns) > 1)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self._cells = _Cells(self, field)
        self.setItemDelegate(self._cells)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add, remove and move rows."""
        key, row = event.key(), self.currentRow()
        if event.modifiers() & _ALT and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_row(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Insert or (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row in (-1, self.rowCount())
        ):
            self.add_row()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row >= 0:
            self.remove_row()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something else in the window."""
        own = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Insert, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and event.key() in own:
            event.accept()
            return True
        return super().event(event)

    def add_row(self) -> None:
        """A row below the chosen one, ready to type."""
        at = self.currentRow() + 1 if self.currentRow() >= 0 else self.rowCount()
        self.insertRow(at)
        self.rows_changed.emit()
        self.setFocus()
        self.setCurrentCell(at, 0)
        self.edit(self.currentIndex())

    @property
    def chosen(self) -> list[int]:
        """The rows that are chosen, from the top."""
        return sorted({index.row() for index in self.selectedIndexes()} | ({self.currentRow()} - {-1}))

    def remove_row(self) -> None:
        """Take the chosen rows, or else the last one."""
        rows = self.chosen or ([self.rowCount() - 1] if self.rowCount() else [])
        if rows:
            with QSignalBlocker(self):
                for row in reversed(rows):
                    self.removeRow(row)
            self.setCurrentCell(min(rows[0], self.rowCount() - 1), max(0, self.currentColumn()))
            self.rows_changed.emit()

    def paste_rows(self, text: str) -> bool:
        """Write the cells of a spreadsheet as rows below the chosen one, or one column of them from the chosen cell
        down; False for a text that is no more than one cell.
        """
        rows = rows_in(text, self.columnCount())
        if len(rows) < 2 and not (rows and len(rows[0]) > 1):
            return False
        row, column = self.currentRow(), max(0, self.currentColumn())
        is_whole = self.columnCount() == 1 or any(len(cells) > 1 for cells in rows)
        if is_whole:
            row, column = self._made_room(row, len(rows)), 0
        row = max(0, row)
        with QSignalBlocker(self):
            self.setRowCount(max(self.rowCount(), row + len(rows)))
            for at, cells in enumerate(rows, row):
                for number, cell in enumerate(cells, column):
                    self.setItem(at, number, QTableWidgetItem(cell))
        self.setCurrentCell(row + len(rows) - 1, column)
        self.rows_changed.emit()
        return True

    def _made_room(self, row: int, count: int) -> int:
        """Where so many new rows begin: in place of the chosen one if it is empty, else below it."""
        if row < 0:
            return self.rowCount()
        is_empty = all(self.value(row, column) == "" for column in range(self.columnCount()))
        at = row if is_empty else row + 1
        with QSignalBlocker(self):
            for _ in range(count - is_empty):
                self.insertRow(at)
        return at

    def move_row(self, by: int) -> None:
        """Move the chosen row up or down."""
        row = self.currentRow()
        if row >= 0 and 0 <= row + by < self.rowCount():
            self.move_row_to(row, row + by + (by > 0))

    def move_row_to(self, row: int, before: int) -> None:
        """Move a row to the place before another, or behind the last."""
        if before in (row, row + 1):
            return
        column, to = self.currentColumn(), before - (before > row)
        with QSignalBlocker(self):
            cells = [self.takeItem(row, at) for at in range(self.columnCount())]
            self.removeRow(row)
            self.insertRow(to)
            for at, cell in enumerate(cells):
                self.setItem(to, at, cell or QTableWidgetItem())
        self.setCurrentCell(to, column)
        self.rows_changed.emit()

    def show_rows(self, rows: list[list[Any]]) -> None:
        """Show these values; what is no text is shown as JSON and stays what it is until it is edited."""
        with QSignalBlocker(self):
            self.setRowCount(len(rows))
            for number, cells in enumerate(rows):
                for column, value in enumerate(cells):
                    item = QTableWidgetItem(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
                    item.setData(_IS_JSON, not isinstance(value, str))
                    self.setItem(number, column, item)

    def value(self, row: int, column: int, *, draft: bool = False) -> Any:
        """The value of a cell: a text, but JSON where it was JSON and still can be read.

        With `draft`, a cell that is being typed has what is typed.
        """
        item, cell = self.item(row, column), self._cells.open
        is_typed = draft and cell is not None and (row, column) == (self.currentRow(), self.currentColumn())
        text = cell.text() if is_typed and cell is not None else item.text() if item is not None else ""
        if item is None or not item.data(_IS_JSON):
            return text
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return text

    def kept(self, *, draft: bool = False) -> list[list[Any]]:
        """The rows in which something stands."""
        columns = range(self.columnCount())
        rows = [[self.value(row, column, draft=draft) for column in columns] for row in range(self.rowCount())]
        return [cells for cells in rows if any(cell != "" for cell in cells)]

    def json(self, *, draft: bool = False) -> str:
        """What stands in it, as the text of a map or of a list; `""` for none."""
        kept = self.kept(draft=draft)
        if not kept:
            return ""
        is_map = self.columnCount() > 1
        value = {str(cells[0]): cells[1] for cells in kept} if is_map else [cells[0] for cells in kept]
        return json.dumps(value, ensure_ascii=False)

    def commit(self) -> None:
        """Take over the cell that is being typed."""
        if self._cells.open is not None:
            self.commitData(self._cells.open)

    def paste_from_cell(self, text: str) -> None:
        """Rows were pasted while a cell was typed in: they begin with that cell."""
        cell = self._cells.open
        if cell is not None:
            self.closeEditor(cell, QStyledItemDelegate.EndEditHint.NoHint)
        self.paste_rows(text)
        self.setFocus()


class _Cells(QStyledItemDelegate):
    """The editor of one cell, with completion; Enter goes on to the next cell, and to a new row behind the last."""

    def __init__(self, table: Table, field: Field) -> None:
        super().__init__(table)
        self._table, self._field = table, field
        self.open: _Cell | None = None

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """A line that knows the variables."""
        line = _Cell(parent)
        line.setFrame(False)
        line.setObjectName("cell")
        heading = self._table.horizontalHeaderItem(index.column())
        line.setAccessibleName(heading.text() if heading else "")
        Completion(line, self._offer)
        line.gone_on.connect(lambda: self._go_on(line))
        line.pasted.connect(self._table.paste_from_cell)
        line.textEdited.connect(lambda _text: self._table.typed.emit())
        self.open = line
        return line

    def destroyEditor(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """The cell is closed."""
        if editor is self.open:
            self.open = None
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave Enter to the line, which goes on; Qt would close it a moment later once more."""
        is_press = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        return super().eventFilter(watched, event)

    def _offer(self, text: str, at: int) -> Offer | None:
        return self._field.knowledge.offer(text, at, of_results=is_of_results(self._field))

    def _go_on(self, line: QLineEdit) -> None:
        row, column = self._table.currentRow(), self._table.currentColumn()
        self.commitData.emit(line)
        self.closeEditor.emit(line, QStyledItemDelegate.EndEditHint.NoHint)
        if column + 1 < self._table.columnCount():
            self._table.setCurrentCell(row, column + 1)
            self._table.edit(self._table.currentIndex())
        elif row + 1 == self._table.rowCount() and self._table.value(row, 0) != "":
            self._table.add_row()


class _Cell(Line):
    """The line of a cell. `gone_on` comes with Enter, `pasted` carries several cells of a spreadsheet."""

    gone_on = Signal()
    pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter; leave rows that are pasted to the table."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.gone_on.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and is_several(QGuiApplication.clipboard().text()):
            event.accept()
            self.pasted.emit(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)


def is_of_results(field: Field) -> bool:
    """Whether the values of a table are looked at among the results of the block."""
    return field.parameter.binding.name == "outputParameter"
