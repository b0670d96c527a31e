"""Chooser: a small popup that finds one of many by typing; quick insert and the command palette are such."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

_CHOICE = Qt.ItemDataRole.UserRole
_NOTE = _CHOICE + 1
_WIDTH, _ROW, _MOST_ROWS, _AROUND = 440, 30, 11, 26
_BESIDE = 48
"""The room that the icon and the margins of a row take."""


@dataclass(frozen=True)
class Choice:
    """One entry: what it is called, what stands beside it, and what choosing it does."""

    name: str
    note: str
    icon: QIcon
    run: Callable[[], object]


class _TwoColumns(QStyledItemDelegate):
    """The name at the left, with room for an icon where it has none, and the note at the right, fainter."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are of one height."""
        return QSize(0, _ROW)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Keep names under each other."""
        super().initStyleOption(option, index)
        note = str(index.data(_NOTE) or "")
        room = option.rect.width() - _BESIDE - (option.fontMetrics.horizontalAdvance(note) + 16 if note else 0)
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)
        if index.data(_CHOICE) is not None:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = QSize(20, 20)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Name as usual, then the note."""
        super().paint(painter, option, index)
        note = index.data(_NOTE)
        if note:
            painter.save()
            box = option.rect.adjusted(8, 0, -12, 0)
            painter.setPen(QApplication.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(note))
            painter.restore()


class Chooser(QFrame):
    """Arrows move, Enter chooses, Esc closes. `find(text)` gives the entries for what was typed."""

    def __init__(self, parent: QWidget, hint: str, find: Callable[[str], Sequence[Choice]]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._find = find
        self._choices: Sequence[Choice] = ()
        self._most = _MOST_ROWS
        self.setObjectName("chooser")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = QLineEdit(placeholderText=hint)
        self.search.setAccessibleName(hint)
        self.list = QListWidget()
        self.list.setIconSize(QSize(20, 20))
        self.list.setItemDelegate(_TwoColumns(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMinimumHeight(_ROW)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.search.textChanged.connect(self._fill)
        self.list.itemClicked.connect(self._choose)
        self.resize(_WIDTH, self._frame)

    @property
    def _frame(self) -> int:
        """The height of all but the rows."""
        return self.search.sizeHint().height() + _AROUND

    def open_at(self, place: QPoint) -> None:
        """Show with a corner at `place` (global), kept on the screen, ready for typing."""
        area = self.screen().availableGeometry()
        self._most = min(_MOST_ROWS, (area.height() - self._frame) // _ROW)
        self._fill("")
        x = max(area.left(), min(place.x(), area.right() - _WIDTH))
        y = max(area.top(), min(place.y(), area.bottom() - self._frame - self._most * _ROW))
        self.move(x, y)
        self.show()
        self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move through the list while typing goes on; Enter chooses."""
        row = self.list.currentRow()
        if event.key() == Qt.Key.Key_Down:
            self.list.setCurrentRow(min(row + 1, self.list.count() - 1))
        elif event.key() == Qt.Key.Key_Up:
            self.list.setCurrentRow(max(row - 1, 0))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentItem())
        else:
            super().keyPressEvent(event)

    def _fill(self, text: str) -> None:
        self._choices = self._find(text)
        self.list.clear()
        for number, choice in enumerate(self._choices):
            item = QListWidgetItem(choice.icon, choice.name)
            item.setData(_CHOICE, number)
            item.setData(_NOTE, choice.note)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.name}, {choice.note}")
            self.list.addItem(item)
        if self._choices:
            self.list.setCurrentRow(0)
        else:
            nothing = QListWidgetItem(self.tr("Nothing matches. Try another word."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.resize(_WIDTH, self._frame + min(self._most, self.list.count()) * _ROW)

    def _choose(self, item: QListWidgetItem | None) -> None:
        number = item.data(_CHOICE) if item is not None else None
        if number is None:
            return
        choice = self._choices[number]
        self.close()
        choice.run()
