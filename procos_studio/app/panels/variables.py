"""Variables panel: the values of a run by scope, and under each its history."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStackedLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from procos_studio.app.forms.dragging import of_variable
from procos_studio.app.tips import tip
from procos_studio.model.diagram import Diagram
from procos_studio.runtime.breakpoints import Stop
from procos_studio.runtime.persistent import Map, Trail
from procos_studio.runtime.state import RunState, Value

_PAUSE_MS = 150
"""At most this often the tree is brought up to date."""

_MOST, _LONGEST = 100, 300
_KEY = Qt.ItemDataRole.UserRole
_HERE = ""
"""Stands in place of a scope for what a stopped token sees."""


class VariablesPanel(QWidget):
    """Shows one state at a time; items stay where their variable stays, so that open ones remain open.

    `writer_asked` and `reader_asked` carry the name of a variable whose blocks are to be shown, `rename_asked` one
    that is to be called something else, `stop_asked` one that is to stop a run, or no more, when it is set.
    """

    writer_asked = Signal(str)
    reader_asked = Signal(str)
    rename_asked = Signal(str)
    stop_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = _Tree()
        self.tree.setAccessibleName(self.tr("Variables"))
        self.tree.setHeaderLabels([self.tr("Variable"), self.tr("Value"), self.tr("Set by"), self.tr("Time")])
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((200, 420, 180, 110)):
            self.tree.setColumnWidth(column, width)
        self._offer(self.tr("Go to who sets it"), "F12", self.writer_asked)
        self._offer(self.tr("Go to who reads it"), "Shift+F12", self.reader_asked)
        self._offer(self.tr("Rename everywhere…"), "F2", self.rename_asked)
        self._offer(self.tr("Stop when it is set, or no more"), "", self.stop_asked)
        copy = QAction(self.tr("Copy as an expression"), self.tree)
        copy.triggered.connect(lambda _checked=False: self.tree.copy())
        self.tree.addAction(copy)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.empty = QLabel(self.tr("No variables yet. Press F5 to run the process and watch them here."))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setObjectName("empty")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.tree)
        self._diagram: Diagram | None = None
        self._wanted = self._shown = RunState.empty()
        self._stop: Stop | None = None
        self._items: dict[tuple[str, str], QTreeWidgetItem] = {}
        self._scopes: dict[str, QTreeWidgetItem] = {}
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self._refresh)

    def _offer(self, text: str, key: str, signal: SignalInstance) -> None:
        """An entry of the context menu, and its key while the tree has the focus."""
        action = QAction(text, self.tree)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: self._ask(signal))
        self.tree.addAction(action)

    def _ask(self, signal: SignalInstance) -> None:
        name = variable_of(self.tree.currentItem())
        if name:
            signal.emit(name)

    def show_state(self, state: RunState, diagram: Diagram | None, stop: Stop | None = None) -> None:
        """Show this state soon; names of elements come from the diagram. What a stopped token sees comes first."""
        self._wanted, self._diagram, self._stop = state, diagram, stop
        if not self._timer.isActive():
            self._timer.start()

    def values(self) -> dict[str, str]:
        """What is shown, by name; of a name in several scopes the last shown."""
        return {name: item.text(1) for (_, name), item in self._items.items()}

    def _refresh(self) -> None:
        before, now = self._shown.scopes, self._wanted.scopes
        self._shown = self._wanted
        for scope in [scope for scope in self._scopes if scope not in now]:
            self._drop_scope(scope)
        if self._stop is not None:
            self._show_scope(_HERE, self._seen(self._stop))
        for scope in sorted(now)[:_MOST]:
            if before.get(scope) is not now[scope] or scope not in self._scopes:
                self._show_scope(scope, now[scope])
        self._stack.setCurrentIndex(1 if self._items else 0)

    def _drop_scope(self, scope: str) -> None:
        self.tree.takeTopLevelItem(self.tree.indexOfTopLevelItem(self._scopes.pop(scope)))
        for key in [key for key in self._items if key[0] == scope]:
            del self._items[key]

    def _show_scope(self, scope: str, names: Map[Trail[Value]]) -> None:
        parent = self._scopes.get(scope)
        if parent is None:
            parent = self._scopes[scope] = QTreeWidgetItem([self._scope_name(scope)])
            self.tree.insertTopLevelItem(0 if scope == _HERE else self.tree.topLevelItemCount(), parent)
            parent.setFirstColumnSpanned(True)
            parent.setExpanded(True)
        for key in [key for key in self._items if key[0] == scope and key[1] not in names]:
            parent.removeChild(self._items.pop(key))
        for name in sorted(names):
            self._show_variable(parent, (scope, name), names[name])

    def _show_variable(self, parent: QTreeWidgetItem, key: tuple[str, str], trail: Trail[Value]) -> None:
        item = self._items.get(key)
        if item is None:
            item = self._items[key] = QTreeWidgetItem()
            parent.addChild(item)
        if item.data(0, _KEY) == (trail.last.seq, len(trail)):
            return
        item.setData(0, _KEY, (trail.last.seq, len(trail)))
        self._fill(item, key[1], trail.last)
        history = list(trail)[-_MOST:]
        item.takeChildren()
        if len(history) > 1:
            for number, value in enumerate(reversed(history)):
                entry = QTreeWidgetItem()
                self._fill(entry, self.tr("now") if not number else self.tr("before"), value)
                item.addChild(entry)

    def _fill(self, item: QTreeWidgetItem, name: str, value: Value) -> None:
        element = self._diagram.get(value.element) if self._diagram and value.element else None
        moment = datetime.fromtimestamp(value.time).strftime("%H:%M:%S.%f")[:-3]
        cells = (name, spelled(value.value), element.label if element else self.tr("start"), moment)
        for column, cell in enumerate(cells):
            item.setText(column, cell)
            item.setToolTip(column, tip(cell))

    def _seen(self, stop: Stop) -> Map[Trail[Value]]:
        """What the stopped token sees: what it brings along, then each scope from the inside out."""
        state = self._wanted
        seen: dict[str, Trail[Value]] = {}
        for name, value in stop.local.items():
            seen[name] = Trail[Value]().add(Value(value, state.time, state.seq, ""))
        for scope in stop.scopes:
            for name, trail in state.scopes.get_or(scope, Map()).items():
                seen.setdefault(name, trail)
        return Map(seen)

    def _scope_name(self, scope: str) -> str:
        if self._stop is not None and scope == _HERE:
            element = self._diagram.get(self._stop.element) if self._diagram else None
            return self.tr("at “{name}”").format(name=element.label if element else self._stop.element)
        instance = self._wanted.instances.get(scope)
        if instance is None:
            return self.tr("inside {scope}").format(scope=scope)
        process = self._diagram.get(instance.process) if self._diagram else None
        return f"{process.label if process else instance.process} · {scope[:8]}"


class _Tree(QTreeWidget):
    """The variables, which can be dragged into a form, or copied with Ctrl+C."""

    def __init__(self) -> None:
        super().__init__(columnCount=4)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def copy(self) -> None:
        """Copy the variable of the current row."""
        name = variable_of(self.currentItem())
        if name:
            QGuiApplication.clipboard().setMimeData(of_variable(name))

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+C, which means blocks elsewhere in the window."""
        if event.type() is QEvent.Type.ShortcutOverride and _is_copy(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the variable and not the text of its cell."""
        if _is_copy(event):
            self.copy()
        else:
            super().keyPressEvent(event)

    def startDrag(self, supported: Qt.DropAction) -> None:
        """Drag the variable of the current row; a scope is none."""
        if variable_of(self.currentItem()):
            super().startDrag(supported)

    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        """What is dragged: the variable."""
        return of_variable(variable_of(items[0] if items else None))


def _is_copy(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)


def variable_of(item: QTreeWidgetItem | None) -> str:
    """The name of the variable of a row, which may be one of its former values; `""` for a scope."""
    above: list[QTreeWidgetItem] = []
    while item is not None:
        above.append(item)
        item = item.parent()
    return above[-2].text(0) if len(above) > 1 else ""


def spelled(value: Any) -> str:
    """A value on one line, capped."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
