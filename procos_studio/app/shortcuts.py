"""Shortcuts: a window that lists what every key and mouse gesture does, and gives commands other keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from procos_studio.app.actions import title_of
from procos_studio.app.commands import COMMANDS
from procos_studio.app.forms.fields import plain
from procos_studio.app.keymap import Keymap, name_of
from procos_studio.app.sizing import open_at
from procos_studio.canvas.keys import BINDINGS, GESTURES, Keys, gestures
from procos_studio.canvas.translating import translated

_NAME = Qt.ItemDataRole.UserRole
_GESTURE = _NAME + 1
_PORTABLE, _NATIVE = QKeySequence.SequenceFormat.PortableText, QKeySequence.SequenceFormat.NativeText


class ShortcutsDialog(QDialog):
    """Filtered by typing. What is chosen in the list gets the keys that are pressed in the field below."""

    def __init__(self, parent: QWidget, keymap: Keymap) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts-dialog")
        self.setWindowTitle(self.tr("All shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keymap = keymap
        self._titles = dict(_titles())
        self.search = QLineEdit(placeholderText=self.tr("Search"), clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Search shortcuts"))
        self.list = QTreeWidget(columnCount=2)
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.tr("Shortcuts"))
        self.list.setHeaderLabels([self.tr("What"), self.tr("Keys")])
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.note = plain("", "note")
        self.keys_edit = QKeySequenceEdit()
        self.keys_edit.setMaximumSequenceLength(1)
        self.keys_edit.setAccessibleName(self.tr("New keys"))
        self.keys_edit.setToolTip(self.tr("Press the keys that it should have"))
        self.no_keys = QPushButton(self.tr("No keys"))
        self.as_before = QPushButton(self.tr("Reset"))
        self.all_as_before = QPushButton(self.tr("Reset all"))
        self._lay_out()
        self._connect()
        self._fill()
        open_at(self, 640, 560)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for widget in (self.keys_edit, self.no_keys, self.as_before, self.all_as_before):
            row.addWidget(widget, 1 if widget is self.keys_edit else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.note)
        layout.addLayout(row)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._filter())
        self.list.currentItemChanged.connect(lambda _now, _before: self._offer())
        self.list.itemActivated.connect(lambda _item: self.keys_edit.setFocus())
        self.keys_edit.editingFinished.connect(self._take)
        for button, work in (
            (self.no_keys, lambda: self._change(())),
            (self.as_before, lambda: self._keymap.reset(self._chosen())),
            (self.all_as_before, self._keymap.reset),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, work=work: work())
        self._keymap.changed.connect(self._show_keys)

    def _fill(self) -> None:
        for name, title in self._titles.items():
            item = QTreeWidgetItem([title, ""])
            item.setData(0, _NAME, name)
            self.list.addTopLevelItem(item)
        for what, _how in GESTURES:
            item = QTreeWidgetItem([translated(what), ""])
            item.setData(0, _GESTURE, what)
            self.list.addTopLevelItem(item)
        self._show_keys()
        self._offer()

    def _show_keys(self) -> None:
        hows = dict(gestures(self._keymap.keys.drags_pan))
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item is not None and item.data(0, _NAME):
                item.setText(1, ",  ".join(map(_native, self._keymap.keys_of(item.data(0, _NAME)))))
            elif item is not None:
                item.setText(1, translated(hows[item.data(0, _GESTURE)]))
        self._filter()
        self._offer(keep_note=True)

    def _filter(self) -> None:
        text = self.search.text().casefold()
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item is not None:
                item.setHidden(text not in f"{item.text(0)} {item.text(1)}".casefold())

    # changing ---------------------------------------------------------------------------------------------------------

    def _chosen(self) -> str:
        item: QTreeWidgetItem | None = self.list.currentItem()
        return str(item.data(0, _NAME) or "") if item is not None else ""

    def _offer(self, *, keep_note: bool = False) -> None:
        name = self._chosen()
        self.keys_edit.setEnabled(bool(name))
        self.no_keys.setEnabled(bool(name) and bool(self._keymap.keys_of(name)))
        self.as_before.setEnabled(name in self._keymap.changes)
        self.all_as_before.setEnabled(bool(self._keymap.changes))
        if not keep_note:
            self.keys_edit.clear()
            hint = self.tr("Press new keys for “{title}” in the field below.").format(title=self._titles.get(name, ""))
            self.note.setText(hint if name else self.tr("Choose a command to give it other keys."))

    def _take(self) -> None:
        keys = self.keys_edit.keySequence().toString(_PORTABLE)
        if keys and self._chosen():
            self._change((keys,))

    def _change(self, keys: Keys) -> None:
        name = self._chosen()
        losers = [self._titles.get(other, other) for other in self._keymap.change(name, keys)]
        said = self.tr("“{title}” has other keys now.").format(title=self._titles[name])
        lost = self.tr("“{others}” has lost them.").format(others=", ".join(losers)) if losers else ""
        self.note.setText(f"{said} {lost}".strip())


def _titles() -> list[tuple[str, str]]:
    """What has keys, by name: the commands, then what only the canvas has."""
    commands = {name_of(command): title_of(command) for command in COMMANDS}
    rest = {binding.command: translated(binding.text) for binding in BINDINGS if binding.command not in commands}
    return [*commands.items(), *rest.items()]


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(_NATIVE)
