"""TableField: the editor of lists and maps of a form, a table with a row an entry, or one expression for all of it."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from procos_studio.app.forms.completion import Completion
from procos_studio.app.forms.fields import SEVERAL, Field, plain, sign_button
from procos_studio.app.forms.knowledge import Offer
from procos_studio.app.forms.lines import Line
from procos_studio.library import Parameter

_ROW, _HEADER, _MOST_ROWS = 28, 28, 8
_ALT = Qt.KeyboardModifier.AltModifier
_IS_JSON = Qt.ItemDataRole.UserRole


class Table(QTableWidget):
    """Rows by keyboard: Enter edits and goes on, Insert adds, Delete removes, Alt with arrows moves.

    `rows_changed` tells that rows came, went or moved.
    """

    rows_changed = Signal()

    def __init__(self, columns: list[str], field: Field) -> None:
        super().__init__(0, len(columns))
        self.setHorizontalHeaderLabels(columns)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setVisible(len(columns) > 1)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setItemDelegate(_Cells(self, field))

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

    def remove_row(self) -> None:
        """Take the chosen row, or else the last one."""
        row = self.currentRow() if self.currentRow() >= 0 else self.rowCount() - 1
        if row >= 0:
            self.removeRow(row)
            self.setCurrentCell(min(row, self.rowCount() - 1), max(0, self.currentColumn()))
            self.rows_changed.emit()

    def move_row(self, by: int) -> None:
        """Move the chosen row up or down."""
        row, other, column = self.currentRow(), self.currentRow() + by, self.currentColumn()
        if row < 0 or not 0 <= other < self.rowCount():
            return
        with QSignalBlocker(self):
            for at in range(self.columnCount()):
                mine, its = self.takeItem(row, at), self.takeItem(other, at)
                self.setItem(row, at, its or QTableWidgetItem())
                self.setItem(other, at, mine or QTableWidgetItem())
        self.setCurrentCell(other, column)
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

    def value(self, row: int, column: int) -> Any:
        """The value of a cell: a text, but JSON where it was JSON and still can be read."""
        item = self.item(row, column)
        if item is None:
            return ""
        if not item.data(_IS_JSON):
            return item.text()
        try:
            return json.loads(item.text())
        except (ValueError, RecursionError):
            return item.text()


class _Cells(QStyledItemDelegate):
    """The editor of one cell, with completion; Enter goes on to the next cell, and to a new row behind the last."""

    def __init__(self, table: Table, field: Field) -> None:
        super().__init__(table)
        self._table, self._field = table, field

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
        return line

    def _offer(self, text: str, at: int) -> Offer | None:
        return self._field.knowledge.offer(text, at)

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
    """The line of a cell. `gone_on` comes with Enter."""

    gone_on = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.gone_on.emit()
        else:
            super().keyPressEvent(event)


class TableField(Field):
    """A map (two columns) or a list (one), kept as JSON text; a text that is none of them is one line for all."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter)
        self._is_map = parameter.type == "map"
        self.table = Table([self.tr("Name"), self.tr("Value")] if self._is_map else [self.tr("Value")], self)
        self.line = Line()
        self.line.setPlaceholderText("${…}")
        Completion(self.line, lambda text, at: self.knowledge.offer(text, at))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.line)
        self._pages.addWidget(holder)
        for editor in (self.table, self.line):
            self.adopt(editor)
        self._layout.addWidget(self._pages)
        self._layout.addLayout(self._buttons())
        self.table.cellChanged.connect(lambda _row, _column: self._finish())
        self.table.rows_changed.connect(self._change_rows)
        self.line.editingFinished.connect(self._finish)
        self._shown = ""
        self._several = plain(SEVERAL, "hint")
        self._several.hide()
        self._layout.insertWidget(0, self._several)
        self._show_page(as_line=False)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        self.add_button = sign_button("mdi6.plus", self.tr("Add a row (Insert)"), self.table.add_row)
        self.remove_button = sign_button("mdi6.minus", self.tr("Remove the row (Delete)"), self.table.remove_row)
        self.up_button = sign_button("mdi6.arrow-up", self.tr("Move up (Alt+Up)"), lambda: self.table.move_row(-1))
        self.down_button = sign_button(
            "mdi6.arrow-down", self.tr("Move down (Alt+Down)"), lambda: self.table.move_row(1)
        )
        self.whole_button = sign_button("mdi6.function-variant", self.tr("One expression for all of it"), self._switch)
        for button in (self.add_button, self.remove_button, self.up_button, self.down_button):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.whole_button)
        self.row_of_buttons = row
        return row

    def text(self) -> str:
        """JSON; `""` for none; the line where one expression stands for all."""
        return self.line.text() if self._is_line else self._json()

    def set_text(self, text: str) -> None:
        """Show a value; text that is not such JSON is shown as one line, so that nothing is lost."""
        self._shown = text
        self._several.hide()
        rows = _rows_of(text, self._is_map)
        if rows is None:
            self.line.setText(text)
            self._show_page(as_line=True)
            return
        if self._is_line and not text and self.line.hasFocus():
            return
        self._show_page(as_line=False)
        if rows != self._kept():
            self.table.show_rows(rows)
        self.fit()

    def set_several(self, several: bool) -> None:
        """Say that the values differ."""
        self._several.setVisible(several)

    def editor(self) -> QWidget:
        """The table, or the line."""
        return self.line if self._is_line else self.table

    def commit(self) -> None:
        """Tell the cell that is being typed, and what was changed."""
        cell = self.table.findChild(_Cell)
        if cell is not None and cell.isVisible():
            self.table.commitData(cell)
        self._finish()

    def fit(self) -> None:
        """As high as its rows need, within limits."""
        rows = max(1, min(_MOST_ROWS, self.table.rowCount()))
        height = (_HEADER if self._is_map else 0) + rows * _ROW + 4
        self._pages.setFixedHeight(self.line.sizeHint().height() if self._is_line else height)

    @property
    def _is_line(self) -> bool:
        return self._pages.currentIndex() == 1

    def _kept(self) -> list[list[Any]]:
        """The rows in which something stands."""
        columns = range(self.table.columnCount())
        rows = [[self.table.value(row, column) for column in columns] for row in range(self.table.rowCount())]
        return [cells for cells in rows if any(cell != "" for cell in cells)]

    def _json(self) -> str:
        kept = self._kept()
        if not kept:
            return ""
        value = {str(cells[0]): cells[1] for cells in kept} if self._is_map else [cells[0] for cells in kept]
        return json.dumps(value, ensure_ascii=False)

    def _show_page(self, *, as_line: bool) -> None:
        self._pages.setCurrentIndex(int(as_line))
        for button in (self.add_button, self.remove_button, self.up_button, self.down_button):
            button.setVisible(not as_line)
        tip = self.tr("Back to a table") if as_line else self.tr("One expression for all of it")
        self.whole_button.setToolTip(tip)
        self.whole_button.setAccessibleName(tip)
        self.setFocusProxy(self.line if as_line else self.table)
        self.fit()

    def _switch(self) -> None:
        """Between a table and one expression; what is there already stays in undo."""
        self._show_page(as_line=not self._is_line)
        if not self._is_line:
            self.table.show_rows(_rows_of(self._shown, self._is_map) or [])
            self.fit()
        else:
            self.line.setText(self._shown if _rows_of(self._shown, self._is_map) is None else "")
        self.editor().setFocus()

    def _change_rows(self) -> None:
        self.fit()
        self._finish()

    def _finish(self) -> None:
        text = self.text()
        if text == self._shown or (self._is_line and not text):
            return
        if self._is_map and not self._is_line and self._has_twice():
            self.typed.emit()
            return
        self._shown = text
        self.edited.emit(text)

    def _has_twice(self) -> bool:
        """Whether a name stands there twice, so that one of the two values would be lost."""
        names = [str(cells[0]) for cells in self._kept() if cells[0] != ""]
        return len(names) != len(set(names))


def _rows_of(text: str, is_map: bool) -> list[list[Any]] | None:
    """The rows of a JSON value; None for any other text."""
    if not text.strip():
        return []
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if is_map and isinstance(value, dict):
        return [[str(key), item] for key, item in value.items()]
    return [[item] for item in value] if isinstance(value, list) and not is_map else None
