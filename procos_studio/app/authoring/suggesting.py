"""Suggesting: names to choose from while a line is typed in: families, sections, and glyphs as they look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit

from procos_studio.canvas import iconfont

_SHOWN = 12
_FACE = "mdi6"
"""The font whose glyphs are suggested; those of others can be written, too."""

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def suggest(line: QLineEdit, names: Sequence[str]) -> None:
    """Offer these names, as far as they hold what is typed; anything else can be typed, too."""
    _offer(line, QStringListModel(list(names), line))


def suggest_glyphs(line: QLineEdit) -> None:
    """Offer the names of glyphs, each beside the glyph."""
    _offer(line, _Glyphs(line))


def _offer(line: QLineEdit, model: QAbstractListModel) -> None:
    completer = QCompleter(model, line)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setMaxVisibleItems(_SHOWN)
    line.setCompleter(completer)
    # what is chosen was typed by a person, as far as the form is concerned; Qt writes it into the line only now
    completer.activated.connect(lambda _text: QTimer.singleShot(0, line, lambda: line.textEdited.emit(line.text())))


class _Glyphs(QAbstractListModel):
    """Thousands of names; a glyph is painted when its row comes to be seen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._names = iconfont.names(_FACE)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One for each glyph."""
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name, and the glyph in the colours of now."""
        name = self._names[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            palette = QApplication.palette()
            return iconfont.icon(name, palette.text().color(), palette.placeholderText().color())
        return name if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole) else None
