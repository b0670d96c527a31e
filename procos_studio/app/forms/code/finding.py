"""FindBar: searches in code, forwards with Enter, backwards with Shift+Enter; Esc gives the code back."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit

from procos_studio.app.finding.stepping import Stepping

_BACK = QTextDocument.FindFlag.FindBackward


class FindBar(Stepping):
    """Belongs to one editor, and is shown when it is asked for."""

    def __init__(self, edit: QPlainTextEdit) -> None:
        super().__init__()
        self._edit = edit
        self.line = QLineEdit(placeholderText=self.tr("Find in the code"))
        self.line.setAccessibleName(self.tr("Find in the code"))
        self.count = QLabel()
        self.count.setObjectName("note")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        self.line.textChanged.connect(lambda _text: self._search())
        self.hide()

    def open(self) -> None:
        """Show it with what is chosen in the code, ready to type."""
        chosen = self._edit.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self.line.setText(chosen)
        self.show()
        self.line.setFocus()
        self.line.selectAll()

    def leave(self) -> None:
        """Give the code back."""
        self.hide()
        self._edit.setFocus()

    def step(self, *, back: bool = False) -> None:
        """Choose the next hit, from the other end where there is none."""
        flags = _BACK if back else QTextDocument.FindFlag(0)
        if self.line.text() and not self._edit.find(self.line.text(), flags):
            end = QTextCursor.MoveOperation.End if back else QTextCursor.MoveOperation.Start
            self._edit.moveCursor(end)
            self._edit.find(self.line.text(), flags)

    def _search(self) -> None:
        text = self.line.text()
        hits = self._edit.toPlainText().casefold().count(text.casefold()) if text else 0
        self.count.setText(self.tr("%n hits", "", hits) if text else "")
        cursor = self._edit.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._edit.setTextCursor(cursor)
        self.step()
