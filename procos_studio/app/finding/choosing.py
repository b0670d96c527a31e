"""Options: how one looks, in which texts, and where: the small buttons beside the field of what to find."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from procos_studio.app.finding.haystack import Where
from procos_studio.app.forms.choices import CalmCombo
from procos_studio.app.icons import glyph
from procos_studio.canvas.theme import Theme
from procos_studio.canvas.translating import QT_TR_NOOP, translated
from procos_studio.edits.wording import Part

_WAYS = (
    (QT_TR_NOOP("Match capital letters"), "mdi6.format-letter-case"),
    (QT_TR_NOOP("Whole words only"), "mdi6.format-letter-matches"),
    (QT_TR_NOOP("Pattern (regular expression)"), "mdi6.regex"),
)
_PARTS = {
    Part.NAME: QT_TR_NOOP("Names"),
    Part.NOTE: QT_TR_NOOP("Notes and documentation"),
    Part.PROPERTY: QT_TR_NOOP("Properties"),
    Part.EXPRESSION: QT_TR_NOOP("Expressions"),
    Part.CODE: QT_TR_NOOP("Code"),
}
_PLACES = {
    Where.HERE: QT_TR_NOOP("Here"),
    Where.SELECTION: QT_TR_NOOP("Selection"),
    Where.EVERYWHERE: QT_TR_NOOP("Everywhere"),
}


class Options(QWidget):
    """`changed` tells that something else is asked for."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = [self._way(translated(text)) for text, _ in _WAYS]
        self.parts_button = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.parts_button.setObjectName("texts")
        self.parts_button.setText(self.tr("All texts"))
        self.parts_button.setAccessibleName(self.tr("Which texts"))
        menu = QMenu(self.parts_button)
        self.part_actions = {part: self._part(menu, translated(text)) for part, text in _PARTS.items()}
        self.parts_button.setMenu(menu)
        self.places = CalmCombo()
        self.places.setAccessibleName(self.tr("Where to look"))
        for where, text in _PLACES.items():
            self.places.addItem(translated(text), where)
        self.places.activated.connect(lambda _index: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (*self.buttons, self.parts_button):
            row.addWidget(widget)
        row.addWidget(self.places, 1)

    def _way(self, text: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.toggled.connect(lambda _checked: self.changed.emit())
        return button

    def _part(self, menu: QMenu, text: str) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(True)
        action.toggled.connect(lambda _checked: self._tell())
        return action

    def _tell(self) -> None:
        names = [action.text() for action in self.part_actions.values() if action.isChecked()]
        is_all = len(names) == len(self.part_actions)
        several = names[0] if len(names) == 1 else self.tr("%n kinds of text", "", len(names))
        self.parts_button.setText(self.tr("All texts") if is_all else several)
        self.changed.emit()

    def ways(self) -> tuple[bool, bool, bool]:
        """Whether case counts, only whole words, and whether it is a pattern."""
        case, word, pattern = (button.isChecked() for button in self.buttons)
        return case, word, pattern

    def parts(self) -> frozenset[Part]:
        """The kinds of texts that are looked through."""
        return frozenset(part for part, action in self.part_actions.items() if action.isChecked())

    def where(self) -> Where:
        """How far one looks."""
        return Where(self.places.currentData())

    def set_where(self, where: Where) -> None:
        """Look there from now on."""
        self.places.setCurrentIndex(self.places.findData(where))

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icons in other colours."""
        for button, (_, icon) in zip(self.buttons, _WAYS, strict=True):
            button.setIcon(glyph(icon, theme))
