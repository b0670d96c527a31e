"""Shortcuts: a window that lists what every key and mouse gesture does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from procos_studio.app.actions import title_of
from procos_studio.app.commands import COMMANDS
from procos_studio.canvas.keys import BINDINGS, GESTURES, KeyMap
from procos_studio.canvas.translating import translated

_WINDOW_HAS = {"undo", "redo"}


class ShortcutsDialog(QDialog):
    """Filtered by typing."""

    def __init__(self, parent: QWidget, keys: KeyMap) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts-dialog")
        self.setWindowTitle(self.tr("All shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = QLineEdit(placeholderText=self.tr("Search"), clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Search shortcuts"))
        self.list = QTreeWidget(columnCount=2)
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.tr("Shortcuts"))
        self.list.setHeaderLabels([self.tr("What"), self.tr("Keys")])
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        for what, how in (*_keys(keys), *_gestures()):
            self.list.addTopLevelItem(QTreeWidgetItem([what, how]))
        self.search.textChanged.connect(self._filter)
        self.resize(560, 560)

    def _filter(self, text: str) -> None:
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item is not None:
                item.setHidden(text.casefold() not in f"{item.text(0)} {item.text(1)}".casefold())


def _keys(keys: KeyMap) -> list[tuple[str, str]]:
    """Those of the commands, then those that only the canvas has."""
    shown = {command.canvas for command in COMMANDS}
    rest = [binding for binding in BINDINGS if binding.command not in shown | _WINDOW_HAS]
    named = [
        *((title_of(command), keys.keys(command.canvas) or command.keys) for command in COMMANDS),
        *((translated(binding.text), keys.keys(binding.command)) for binding in rest),
    ]
    return [(title, ",  ".join(map(_native, found))) for title, found in named if found]


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _gestures() -> list[tuple[str, str]]:
    return [(translated(what), translated(how)) for what, how in GESTURES]
