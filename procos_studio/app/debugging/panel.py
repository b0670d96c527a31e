"""Breakpoints panel: all breakpoints of a document, to switch off, to change, to go to, and to delete."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from procos_studio.app.debugging.stops import Stops, Wish
from procos_studio.app.tips import tip
from procos_studio.model.diagram import Diagram

_KEY, _VARIABLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_NAME, _CONDITION, _WHERE = range(3)


class BreakpointsPanel(QWidget):
    """`element_chosen` carries an id to show, `condition_asked` one whose condition is to be changed."""

    element_chosen = Signal(str)
    condition_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stops: Stops | None = None
        self._diagram: Diagram | None = None
        self.on_error = QCheckBox(self.tr("Stop on &errors and incidents"))
        self.on_error.toggled.connect(self._set_on_error)
        self.remove_all = QPushButton(self.tr("Remove all"))
        self.remove_all.clicked.connect(lambda _checked=False: self._stops.clear() if self._stops else None)
        self.tree = QTreeWidget(columnCount=3)
        self.tree.setRootIsDecorated(False)
        self.tree.setAccessibleName(self.tr("Breakpoints"))
        self.tree.setHeaderLabels([self.tr("Stops before"), self.tr("Only where"), self.tr("Inside")])
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((280, 320, 200)):
            self.tree.setColumnWidth(column, width)
        self.tree.itemChanged.connect(self._switch)
        self.tree.itemActivated.connect(self._activate)
        self._offer(self.tr("Go to it"), "", lambda key: self.element_chosen.emit(key))
        self._offer(self.tr("Change the condition…"), "F2", lambda key: self.condition_asked.emit(key))
        remove = self._offer(self.tr("Delete"), "Del", lambda key: self._stops.drop([key]) if self._stops else None)
        remove.triggered.connect(lambda _checked=False: self._drop_variable())
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.empty = QLabel(self.tr("No breakpoints. Select a block and press F9: runs stop before it."))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setObjectName("empty")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.tree)
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self.on_error)
        row.addStretch()
        row.addWidget(self.remove_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._stack, 1)
        self.show_stops(None, None)

    def _offer(self, text: str, key: str, work: Callable[[str], object]) -> QAction:
        """An entry of the context menu, and its key while the tree has the focus."""
        action = QAction(text, self.tree)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: self._with_current(work))
        self.tree.addAction(action)
        return action

    def focus_list(self) -> None:
        """Put the keyboard into the list; onto the button beside it where it is empty."""
        (self.tree if self.tree.topLevelItemCount() else self.on_error).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_stops(self, stops: Stops | None, diagram: Diagram | None) -> None:
        """List these from now on; names of elements come from the diagram."""
        if self._stops is not None:
            self._stops.changed.disconnect(self._refresh)
        self._stops, self._diagram = stops, diagram
        if stops is not None:
            stops.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        wishes = self._stops.wishes if self._stops is not None else {}
        variables = self._stops.variables if self._stops is not None else ()
        current = _key_of(self.tree.currentItem())
        self.tree.blockSignals(True)
        self.tree.clear()
        self.tree.addTopLevelItems([self._entry(key, wish) for key, wish in wishes.items()])
        self.tree.addTopLevelItems([self._variable(name) for name in variables])
        chosen = self.tree.topLevelItem(next((row for row, key in enumerate(wishes) if key == current), 0))
        if chosen is not None:
            self.tree.setCurrentItem(chosen)
        self.tree.blockSignals(False)
        self._stack.setCurrentIndex(1 if wishes or variables else 0)
        self.setEnabled(self._stops is not None)
        self.remove_all.setEnabled(bool(wishes or variables))
        self.on_error.setChecked(self._stops is not None and self._stops.on_error)

    def _entry(self, key: str, wish: Wish) -> QTreeWidgetItem:
        diagram = self._diagram
        element = diagram.get(key) if diagram is not None else None
        around = next((one.label for one in diagram.ancestors(key)), "") if diagram is not None else ""
        item = QTreeWidgetItem([element.label if element is not None else key, wish.condition, around])
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(_NAME, Qt.CheckState.Checked if wish.is_on else Qt.CheckState.Unchecked)
        item.setData(_NAME, _KEY, key)
        for column in (_NAME, _CONDITION, _WHERE):
            item.setToolTip(column, tip(item.text(column)))
        return item

    def _variable(self, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(["", self.tr("“{name}” is set").format(name=name)])
        item.setData(_NAME, _VARIABLE, name)
        item.setData(_NAME, Qt.ItemDataRole.AccessibleTextRole, item.text(_CONDITION))
        return item

    def _drop_variable(self) -> None:
        item = self.tree.currentItem()
        name = str(item.data(_NAME, _VARIABLE) or "") if item is not None else ""
        if name and self._stops is not None:
            self._stops.toggle_variable(name)

    def _switch(self, item: QTreeWidgetItem, column: int) -> None:
        if self._stops is not None and column == _NAME and _key_of(item):
            self._stops.set_on(_key_of(item), item.checkState(_NAME) is Qt.CheckState.Checked)

    def _activate(self, item: QTreeWidgetItem, column: int) -> None:
        if _key_of(item):
            (self.condition_asked if column == _CONDITION else self.element_chosen).emit(_key_of(item))

    def _with_current(self, work: Callable[[str], object]) -> None:
        key = _key_of(self.tree.currentItem())
        if key:
            work(key)

    def _set_on_error(self, is_on: bool) -> None:
        if self._stops is not None:
            self._stops.set_on_error(is_on)


def _key_of(item: QTreeWidgetItem | None) -> str:
    return str(item.data(_NAME, _KEY) or "") if item is not None else ""
