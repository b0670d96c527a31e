"""MappingWindow: the variables at the left, a table of parameters at the right; one is put into the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from procos_studio.app.forms.dragging import of_variable
from procos_studio.app.forms.dropping import DropTable
from procos_studio.app.forms.fields import plain
from procos_studio.app.forms.grid import is_of_results
from procos_studio.app.forms.tables import TableField, rows_of
from procos_studio.app.sizing import open_at
from procos_studio.canvas.translating import told

_SIZE = (820, 480)


class MappingWindow(QDialog):
    """`taken` carries the JSON text when it was accepted. Enter puts the chosen variable into the chosen row."""

    taken = Signal(str)

    def __init__(self, parent: QWidget, field: TableField) -> None:
        super().__init__(parent)
        self.setObjectName("mapping-window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(field.parameter.label)
        open_at(self, *_SIZE)
        self.variables = _Variables()
        for proposal in field.knowledge.described(of_results=is_of_results(field)):
            self.variables.addTopLevelItem(QTreeWidgetItem([proposal.text, told(proposal.detail)]))
        self.filter = QLineEdit(placeholderText=self.tr("Search variables"))
        self.filter.setAccessibleName(self.tr("Search variables"))
        self.table = DropTable([self.tr("Name"), self.tr("Value")], field)
        self.table.setAccessibleName(field.parameter.label)
        self.table.show_rows(rows_of(field.text(), is_map=True) or [])
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setProperty("autoDefault", False)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(plain(self.tr("Variables: drag one over, or press Enter"), "field-label"))
        left.addWidget(self.filter)
        left.addWidget(self.variables)
        right.addWidget(plain(field.parameter.description, "field-label"))
        right.addWidget(self.table)
        columns.addLayout(left, 2)
        columns.addLayout(right, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(columns, 1)
        layout.addWidget(buttons)
        self.filter.textChanged.connect(self.variables.show_only)
        self.filter.installEventFilter(self)
        self.variables.chosen.connect(self.put)
        self.filter.setFocus()

    def put(self, name: str) -> None:
        """Put a variable into the chosen row where that has no value yet, else into a new one of its name."""
        row, value = self.table.currentRow(), f"${{{name}}}"
        if row >= 0 and self.table.value(row, 1) == "":
            self.table.put(value, row)
        else:
            self.table.insert(value, self.table.rowCount())

    def accept(self) -> None:
        """Hand the table over."""
        self.table.commit()
        self.taken.emit(self.table.json())
        super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search, Down goes into the list and Enter takes its first hit."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.variables.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.variables.choose()
                return True
        return super().eventFilter(watched, event)


class _Variables(QTreeWidget):
    """The names to choose from. `chosen` comes with Enter and with a double-click."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setAccessibleName(self.tr("Variables"))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setColumnWidth(0, 140)
        self.itemDoubleClicked.connect(lambda item, _column: self.chosen.emit(item.text(0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the chosen one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
        else:
            super().keyPressEvent(event)

    def choose(self) -> None:
        """Take the chosen one, else the first that shows."""
        items = [item for row in range(self.topLevelItemCount()) if (item := self.topLevelItem(row)) is not None]
        shown = [item for item in items if not item.isHidden()]
        current = self.currentItem()
        item = current if current in shown else next(iter(shown), None)
        if item is not None:
            self.chosen.emit(item.text(0))

    def show_only(self, text: str) -> None:
        """Hide what does not hold the text."""
        for row in range(self.topLevelItemCount()):
            item = self.topLevelItem(row)
            if item is not None:
                item.setHidden(text.casefold() not in item.text(0).casefold())

    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        """What is dragged: the variable."""
        return of_variable(items[0].text(0) if items else "")


def map_in_window(field: TableField) -> MappingWindow:
    """Open the window of a map's field."""
    field.commit()
    window = MappingWindow(field.window(), field)
    field.table_of_window = window.table
    for change in (window.table.typed, window.table.rows_changed, window.table.cellChanged):
        change.connect(field.typed)
    window.finished.connect(field.leave_window)
    window.taken.connect(field.take)
    window.open()
    return window
