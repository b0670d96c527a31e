"""Palette: the blocks of the library by family, searched by typing, dragged or double-clicked onto the canvas."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from procos_studio.app.icons import block_icon
from procos_studio.app.tips import tip
from procos_studio.canvas.theme import SMALL, Theme, scaled
from procos_studio.canvas.tools.placing import BLOCK_MIME
from procos_studio.canvas.translating import called
from procos_studio.library import BlockDefinition, Library

_BLOCK = Qt.ItemDataRole.UserRole
ICON = 22


class Palette(QWidget):
    """`block_chosen` carries the id of a block to place next (double-click or Enter).

    `troubles_asked` wants to know which blocks could not be read, and why.
    """

    block_chosen = Signal(str)
    troubles_asked = Signal()

    def __init__(self, library: Library, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._theme = library, theme
        self.search = QLineEdit(placeholderText=self.tr("Search blocks"), clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Search blocks"))
        self.list = BlockList()
        self.list.setAccessibleName(self.tr("Blocks"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._choose_first)
        self.list.itemActivated.connect(self._choose)
        self.troubles = QPushButton()
        self.troubles.setObjectName("troubles")
        self.troubles.clicked.connect(lambda _checked=False: self.troubles_asked.emit())
        layout.addWidget(self.troubles)
        self.destroyed.connect(library.changed.connect(lambda _library: self._follow()))
        self._follow()

    def _follow(self) -> None:
        """Show what the library holds now, and say how much of it could not be read."""
        count = len({problem.file for problem in self._library.problems})
        self.troubles.setText(self.tr("⚠ %n blocks cannot be read…", "", count))
        self.troubles.setVisible(count > 0)
        self._fill(self.search.text())

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icons in other colours."""
        self._theme = theme
        self._fill(self.search.text())

    def _fill(self, text: str) -> None:
        self.list.clear()
        found = self._found(text)
        for family in self._library.families:
            blocks = [block for block in found if block.family == family]
            if blocks:
                self.list.addItem(_heading(called(family)))
            for block in blocks:
                self.list.addItem(self._entry(block))
        if not found:
            self.list.addItem(_note(self.tr("No block matches. Try another word, such as “wait” or “if”.")))

    def _found(self, text: str) -> list[BlockDefinition]:
        """Without a word the short palette in its order; with one all blocks that fit, the best first."""
        if text.strip():
            return self._library.search(text)
        return list(self._library.palette)

    def _entry(self, block: BlockDefinition) -> QListWidgetItem:
        item = QListWidgetItem(block_icon(block, self._theme, ICON), block.name)
        item.setData(_BLOCK, block.id)
        item.setToolTip(tip(block.description))
        item.setSizeHint(QSize(0, 32))
        return item

    def _choose(self, item: QListWidgetItem) -> None:
        if item.data(_BLOCK):
            self.block_chosen.emit(item.data(_BLOCK))

    def _choose_first(self) -> None:
        entries = (self.list.item(row) for row in range(self.list.count()))
        first = next((item for item in entries if item.data(_BLOCK)), None)
        if first is not None:
            self._choose(first)


class BlockList(QListWidget):
    """A list whose entries can be dragged out as blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.setDragEnabled(True)
        self.setIconSize(QSize(ICON, ICON))
        self.setUniformItemSizes(False)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """The id of the dragged block."""
        data = QMimeData()
        name = next((item.data(_BLOCK) for item in items if item.data(_BLOCK)), "")
        data.setData(BLOCK_MIME, QByteArray(str(name).encode()))
        return data

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag with the block's icon under the pointer."""
        item = self.currentItem()
        if item is None or not item.data(_BLOCK):
            return
        drag = QDrag(self)
        drag.setMimeData(self.mimeData([item]))
        drag.setPixmap(item.icon().pixmap(QSize(ICON, ICON)))
        drag.setHotSpot(QPoint(ICON // 2, ICON // 2))
        drag.exec(Qt.DropAction.CopyAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, whatever the platform's activation key is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.itemActivated.emit(self.currentItem())
            return
        super().keyPressEvent(event)


def _heading(family: str) -> QListWidgetItem:
    item = QListWidgetItem(family.upper())
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    font = item.font()
    font.setPixelSize(scaled(SMALL))
    item.setFont(font)
    item.setSizeHint(QSize(0, 30))
    return item


def _note(text: str) -> QListWidgetItem:
    item = QListWidgetItem(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item
