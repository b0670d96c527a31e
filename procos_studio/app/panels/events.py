"""Events panel: the log of the run, one line an event, the newest at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from procos_studio.app.panels.particulars import clock, particulars
from procos_studio.canvas.translating import told
from procos_studio.model.diagram import Diagram
from procos_studio.runtime.events import EventKind, RunEvent

_MOST = 5_000
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class EventsModel(QAbstractTableModel):
    """The last 5,000 events of a run."""

    def __init__(self) -> None:
        super().__init__()
        self._events: list[RunEvent] = []
        self._diagram: Diagram | None = None

    def clear(self, diagram: Diagram) -> None:
        """Begin anew; names come from the diagram."""
        self.beginResetModel()
        self._events, self._diagram = [], diagram
        self.endResetModel()

    def append(self, events: Sequence[RunEvent]) -> None:
        """Add the newest; the oldest go beyond 5,000."""
        first = len(self._events)
        self.beginInsertRows(QModelIndex(), first, first + len(events) - 1)
        self._events.extend(events)
        self.endInsertRows()
        surplus = len(self._events) - _MOST
        if surplus > 0:
            self.beginRemoveRows(QModelIndex(), 0, surplus - 1)
            del self._events[:surplus]
            self.endRemoveRows()

    def event_at(self, row: int) -> RunEvent:
        """The event of a row."""
        return self._events[row]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """One row an event."""
        return 0 if parent.isValid() else len(self._events)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Time, event, element, details."""
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Time"), self.tr("Event"), self.tr("Element"), self.tr("Details"))[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One cell."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        event = self._events[index.row()]
        cells = (clock(event.time), told(in_words(event.kind)), self._name(event.element), particulars(event))
        return cells[index.column()]

    def _name(self, element: str) -> str:
        found = self._diagram.get(element) if self._diagram else None
        return found.label if found else element


class EventsPanel(QTableView):
    """`element_chosen` carries the id of an event's element when its row is clicked."""

    element_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.events = EventsModel()
        self.setModel(self.events)
        self.setAccessibleName(self.tr("Events"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(24)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column, width in enumerate((110, 160, 200)):
            self.setColumnWidth(column, width)
        self.clicked.connect(self._choose)

    def append(self, events: Sequence[RunEvent]) -> None:
        """Add events; stay at the end where the person is there."""
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() - 2
        self.events.append(events)
        if at_end:
            self.scrollToBottom()

    def _choose(self, index: QModelIndex) -> None:
        element = self.events.event_at(index.row()).element
        if element:
            self.element_chosen.emit(element)


def in_words(kind: EventKind) -> str:
    """`Stage started` of `StageStarted`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).capitalize()
