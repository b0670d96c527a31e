"""DropTable: a table into which variables are dropped and in which rows are dragged; a mark shows where they land."""

from __future__ import annotations

from itertools import count
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QSignalBlocker, Qt
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QTableWidgetItem

from procos_studio.app.forms.dragging import value_in
from procos_studio.app.forms.fields import Field
from procos_studio.app.forms.grid import ROW, Table
from procos_studio.app.forms.sheets import text_of

ROW_MIME = "application/x-procos-row"
_COPY, _PASTE = QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste


class Landing(NamedTuple):
    """On a row, whose value it becomes, or between rows: before `row`."""

    row: int
    is_between: bool


class DropTable(Table):
    """Takes variables and expressions, nothing else; Ctrl+V does from the keyboard what a drop does with the mouse."""

    def __init__(self, columns: list[str], field: Field) -> None:
        super().__init__(columns, field)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.mark: Landing | None = None
        self._dragged = -1

    # rows that are dragged --------------------------------------------------------------------------------------------

    def startDrag(self, supported: Qt.DropAction) -> None:
        """Drag the chosen row."""
        row = self.currentRow()
        if row < 0:
            return
        data = QMimeData()
        data.setData(ROW_MIME, str(row).encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.viewport().grab(QRect(0, self.rowViewportPosition(row), self.viewport().width(), ROW)))
        drag.setHotSpot(QPoint(8, ROW // 2))
        self._dragged = row
        drag.exec(Qt.DropAction.MoveAction)
        self._dragged = -1
        self._show(None)

    # what is dragged over it ------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what fits."""
        self._hover(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would land, and go on to the rows that do not show."""
        self._hover(event)
        y, bar = event.position().y(), self.verticalScrollBar()
        bar.setValue(bar.value() + (y > self.viewport().height() - ROW / 2) - (y < ROW / 2))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show nothing any more."""
        self._show(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put it where the mark is, as one change."""
        self._hover(event)
        landing = self.mark
        self._show(None)
        if landing is None:
            return
        if self._dragged >= 0:
            self.move_row_to(self._dragged, landing.row)
        elif landing.is_between:
            self.insert(value_in(event.mimeData()), landing.row)
        else:
            self.put(value_in(event.mimeData()), landing.row)

    def _hover(self, event: QDropEvent) -> None:
        is_row = self._dragged >= 0
        fits = is_row or bool(value_in(event.mimeData()))
        event.setDropAction(Qt.DropAction.MoveAction if is_row else Qt.DropAction.CopyAction)
        event.setAccepted(fits)
        self._show(self._landing(event.position().toPoint().y(), is_row) if fits else None)

    def _landing(self, y: int, is_row: bool) -> Landing:
        """A variable lands on the middle of a row, and between two near their border; a row always between two."""
        row = self.rowAt(y)
        if row < 0:
            return Landing(self.rowCount(), True)
        part = (y - self.rowViewportPosition(row)) / self.rowHeight(row)
        if not is_row and 0.25 <= part <= 0.75:
            return Landing(row, False)
        return Landing(row + (part > 0.5), True)

    def _show(self, mark: Landing | None) -> None:
        if mark != self.mark:
            self.mark = mark
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark over the rows."""
        super().paintEvent(event)
        if self.mark is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        if self.mark.is_between:
            y = min(max(1, self._top(self.mark.row)), self.viewport().height() - 1)
            painter.drawLine(0, y, self.viewport().width(), y)
        else:
            painter.drawRect(self.visualRect(self.model().index(self.mark.row, self._values)).adjusted(1, 1, -1, -1))
        painter.end()

    def _top(self, row: int) -> int:
        if row < self.rowCount():
            return self.rowViewportPosition(row)
        return self.rowViewportPosition(row - 1) + self.rowHeight(row - 1) if row else 0

    @property
    def _values(self) -> int:
        """The column of the values."""
        return self.columnCount() - 1

    # from the keyboard ------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep copying and pasting in the table."""
        is_asked = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and (event.matches(_COPY) or event.matches(_PASTE)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste rows of a spreadsheet, a variable or an expression into the chosen row, other text into the cell."""
        if event.matches(_COPY) and len(self.chosen) > 1:
            QGuiApplication.clipboard().setText(text_of(self.texts(row) for row in self.chosen))
            return
        if not event.matches(_PASTE):
            super().keyPressEvent(event)
            return
        data, row = QGuiApplication.clipboard().mimeData(), self.currentRow()
        value = value_in(data)
        if not value and self.paste_rows(data.text()):
            return
        if value and row < 0:
            self.insert(value, self.rowCount())
        elif value and self.currentColumn() == self._values:
            self.put(value, row)
        elif row >= 0 and data.text().strip():
            self.setItem(row, self.currentColumn(), QTableWidgetItem(" ".join(data.text().split())))

    def texts(self, row: int) -> list[str]:
        """The cells of a row as they show."""
        cells = (self.item(row, column) for column in range(self.columnCount()))
        return [cell.text() if cell is not None else "" for cell in cells]

    def put(self, value: str, row: int) -> None:
        """Let a row have this value."""
        self.setCurrentCell(row, self._values)
        self.setItem(row, self._values, QTableWidgetItem(value))

    def insert(self, value: str, row: int) -> None:
        """A new row with this value, before `row`, called like its variable; with a number where that is taken."""
        with QSignalBlocker(self):
            self.insertRow(row)
            if self._values:
                self.setItem(row, 0, QTableWidgetItem(self._free_name(value)))
            self.setItem(row, self._values, QTableWidgetItem(value))
        self.setCurrentCell(row, 0)
        self.rows_changed.emit()

    def _free_name(self, value: str) -> str:
        inner = value[2:-1]
        stem = inner if inner.isidentifier() else "value"
        taken = {str(self.value(row, 0)) for row in range(self.rowCount())}
        return next(name for number in count(1) if (name := f"{stem}{number if number > 1 else ''}") not in taken)
