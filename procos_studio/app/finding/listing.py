"""Listing: the matches as rows that can be chosen, and checked where they are to be replaced."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from procos_studio.app.finding.haystack import is_replaceable, piece
from procos_studio.app.session import Session
from procos_studio.app.tips import tip
from procos_studio.edits.replace_texts import Place

_NUMBER = Qt.ItemDataRole.UserRole
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_WHERE, _NOW, _THEN, _FILE = range(4)


class Row(NamedTuple):
    """One match in the document of a session; `where` says in words whose text it is."""

    session: Session
    place: Place
    where: str


class Listing(QTreeWidget):
    """`chosen` carries the Row to show."""

    chosen = Signal(object)
    checked_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self._left_out: set[tuple[Session, str, int, int]] = set()
        self._replacing = False
        self.setColumnCount(4)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAccessibleName(self.tr("Matches"))
        self.setHeaderLabels([self.tr("Where"), self.tr("Found"), self.tr("Then"), self.tr("Diagram")])
        header = self.header()
        header.setStretchLastSection(False)
        for column in (_WHERE, _NOW, _THEN):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(_FILE, 140)
        self.itemActivated.connect(self._choose)
        self.itemClicked.connect(self._choose)
        self.itemChanged.connect(self._take_check)

    def set_replacing(self, replacing: bool) -> None:
        """Show what would stand there instead, and boxes to check."""
        self._replacing = replacing
        self.setColumnHidden(_THEN, not replacing)
        self.show_rows(self.rows)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """List these instead; the first is current."""
        current = self.currentIndex().row()
        self.rows = tuple(rows)
        self.blockSignals(True)
        self.clear()
        self.addTopLevelItems([self._item(number, row) for number, row in enumerate(self.rows)])
        self.setColumnHidden(_FILE, len({row.session for row in self.rows}) < 2)
        if self.rows:
            self.setCurrentIndex(self.model().index(min(max(current, 0), len(self.rows) - 1), 0))
        self.blockSignals(False)
        self.checked_changed.emit()

    def checked(self) -> list[Row]:
        """What is to be replaced."""
        return [row for row in self.rows if is_replaceable(row.place) and _key(row) not in self._left_out]

    def check(self, number: int, checked: bool) -> None:
        """Check a row, or take the check away."""
        item = self.topLevelItem(number)
        if item is not None:
            item.setCheckState(_WHERE, _CHECKED if checked else _UNCHECKED)

    def step(self, *, back: bool = False) -> None:
        """Go to the next match, after the last to the first; the current one comes first."""
        count = self.topLevelItemCount()
        if not count:
            return
        at = self.currentIndex().row()
        item = self.topLevelItem((at + (-1 if back else 1)) % count if self._stepped else at)
        self._stepped = True
        if item is not None:
            self.setCurrentItem(item)
            self.chosen.emit(self._row(item))

    _stepped = False

    def start_over(self) -> None:
        """Let the first step go to the first row."""
        self._stepped = False
        self.setCurrentIndex(QModelIndex())

    def _item(self, number: int, row: Row) -> QTreeWidgetItem:
        around = piece(row.place)
        cells = ("".join(around), f"{around.before}{row.place.after}{around.behind}")
        item = QTreeWidgetItem([row.where, *cells, row.session.document.title])
        item.setData(_WHERE, _NUMBER, number)
        for column in (_WHERE, _NOW, _THEN):
            item.setToolTip(column, tip(item.text(column)))
        if self._replacing and is_replaceable(row.place):
            item.setCheckState(_WHERE, _UNCHECKED if _key(row) in self._left_out else _CHECKED)
        return item

    def _choose(self, item: QTreeWidgetItem) -> None:
        self._stepped = True
        self.chosen.emit(self._row(item))

    def _take_check(self, item: QTreeWidgetItem) -> None:
        key = _key(self._row(item))
        if item.checkState(_WHERE) == _UNCHECKED:
            self._left_out.add(key)
        else:
            self._left_out.discard(key)
        self.checked_changed.emit()

    def _row(self, item: QTreeWidgetItem) -> Row:
        return self.rows[int(item.data(_WHERE, _NUMBER))]


def _key(row: Row) -> tuple[Session, str, int, int]:
    return row.session, row.place.element, row.place.text.number, row.place.start
