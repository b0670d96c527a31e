"""Differences panel: what a diagram and a file do not share; choosing a row shows the element."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
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

from procos_studio.app.comparing.comparison import Difference, Kind
from procos_studio.app.tips import tip
from procos_studio.canvas.describe import kind_in_words
from procos_studio.canvas.theme import Theme
from procos_studio.canvas.translating import QT_TR_NOOP, translated

_MOST = 500
_LONGEST = 60
_KEY = Qt.ItemDataRole.UserRole
_SIGN, _NAME, _TYPE, _WHAT = range(4)
_TOKENS = {Kind.ADDED: "done", Kind.REMOVED: "failed", Kind.CHANGED: "waiting", Kind.MOVED: "accent"}

WORDS = {
    Kind.ADDED: QT_TR_NOOP("only here"),
    Kind.REMOVED: QT_TR_NOOP("only in the file"),
    Kind.CHANGED: QT_TR_NOOP("different"),
    Kind.MOVED: QT_TR_NOOP("moved"),
}
_PARTS = {
    "name": QT_TR_NOOP("name"),
    "type": QT_TR_NOOP("type"),
    "parent": QT_TR_NOOP("where it belongs"),
    "text": QT_TR_NOOP("text"),
    "place": QT_TR_NOOP("place"),
    "size": QT_TR_NOOP("size"),
    "course": QT_TR_NOOP("course"),
    "expansion": QT_TR_NOOP("shown open or closed"),
    "label": QT_TR_NOOP("place of the label"),
    "colour": QT_TR_NOOP("colour"),
    "drawing": QT_TR_NOOP("drawing"),
}


class DifferencesPanel(QWidget):
    """`element_chosen` carries an id, `ended` tells that nobody wants to compare any more."""

    element_chosen = Signal(str)
    ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[str, Sequence[Difference]] | None = None
        self.tree = QTreeWidget(columnCount=4)
        self.tree.setRootIsDecorated(False)
        self.tree.setAccessibleName(self.tr("Differences"))
        self.tree.setHeaderLabels(["", self.tr("Element"), self.tr("Kind"), self.tr("What differs")])
        self.tree.header().setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        self.tree.setColumnWidth(_SIGN, 136)
        self.tree.setColumnWidth(_NAME, 240)
        self.tree.setColumnWidth(_TYPE, 160)
        self.tree.itemActivated.connect(self._choose)
        self.tree.itemClicked.connect(self._choose)
        self.empty = QLabel(self.tr("“Compare with the file” in the File menu lists here what differs."))
        self.empty.setObjectName("empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.head = QLabel()
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.end_button = QPushButton(self.tr("End the comparison"))
        self.end_button.clicked.connect(lambda _checked=False: self.ended.emit())
        self._lay_out()
        self.show_nothing()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 4, 8, 4)
        row.addWidget(self.head, 1)
        row.addWidget(self.end_button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.tree, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def show_nothing(self) -> None:
        """Nothing is being compared."""
        self._shown = None
        self.tree.clear()
        self._stack.setCurrentIndex(0)

    def show_differences(self, name: str, differences: Sequence[Difference]) -> None:
        """List in what the diagram differs from the file of this name."""
        if self._shown == (name, differences):
            return
        self._shown = name, differences
        current = self.tree.currentItem()
        chosen = current.data(0, _KEY) if current is not None else ""
        self.tree.clear()
        self.tree.addTopLevelItems([self._entry(one) for one in differences[:_MOST]])
        if len(differences) > _MOST:
            self.tree.addTopLevelItem(QTreeWidgetItem(["", self.tr("… and %n more", "", len(differences) - _MOST)]))
        self._go_back_to(chosen)
        count = self.tr("%n differences", "", len(differences)) if differences else self.tr("no differences")
        self.head.setText(self.tr("Compared with {name}: {count}").format(name=name, count=count))
        self._stack.setCurrentIndex(1)

    def set_theme(self, theme: Theme) -> None:
        """Write in other colours."""
        self._theme = theme
        if self._shown is not None:
            shown, self._shown = self._shown, None
            self.show_differences(*shown)

    def _entry(self, difference: Difference) -> QTreeWidgetItem:
        element = difference.element
        words = translated(WORDS[difference.kind])
        label = _short(element.label)
        item = QTreeWidgetItem([f"{difference.kind}  {words}", label, kind_in_words(element), _what(difference)])
        item.setForeground(_SIGN, self._theme.color(_TOKENS[difference.kind]))
        item.setData(0, _KEY, element.id)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{words}: {label}")
        item.setToolTip(_WHAT, tip(item.text(_WHAT)))
        return item

    def _go_back_to(self, key: str) -> None:
        for row in range(self.tree.topLevelItemCount() if key else 0):
            item = self.tree.topLevelItem(row)
            if item is not None and item.data(0, _KEY) == key:
                self.tree.setCurrentItem(item)

    def _choose(self, item: QTreeWidgetItem) -> None:
        key = item.data(0, _KEY)
        if key:
            self.element_chosen.emit(key)


def _what(difference: Difference) -> str:
    """The parts that differ; of names what they were and are."""
    said = []
    for part in difference.what:
        word = translated(_PARTS[part]) if part in _PARTS else part
        if part == "name":
            word = f"{word}: “{_short(difference.was)}” → “{_short(difference.now)}”"
        said.append(_short(word, 3 * _LONGEST))
    return ", ".join(said)


def _short(text: str, longest: int = _LONGEST) -> str:
    line = " ".join(text[: longest * 4].split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
