"""The field of several lines, and the text edit under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from procos_studio.app.forms.completion import Completion
from procos_studio.app.forms.dragging import Landing, spelled_at
from procos_studio.app.forms.fields import SEVERAL, Field, is_undo, placeholder
from procos_studio.app.forms.knowledge import Offer
from procos_studio.canvas.translating import translated
from procos_studio.expressions.signatures import Call, call_in
from procos_studio.library import Parameter
from procos_studio.library.typed import is_evaluated

_MARGIN = 1
_LONGEST_LINE = 10_000
_FRAME = 14
"""Pixels around the lines: padding and margin."""


class Text(QPlainTextEdit):
    """A plain text edit that says when it loses the focus, and in which Tab moves on."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {}

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving ends the change."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the document where nothing was typed that it does not have yet."""
        if is_undo(event) and not self.document().isModified():
            event.ignore()
            return False
        return super().event(event)

    def show_text(self, text: str) -> None:
        """Show a text; one with a line that would take Qt minutes to wrap is not wrapped."""
        self._wrap_at_most(text)
        self.setPlainText(text)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Look at what is pasted first, for the same reason."""
        self._wrap_at_most(source.text())
        super().insertFromMimeData(source)

    def _wrap_at_most(self, text: str) -> None:
        if max(map(len, text.split("\n"))) > _LONGEST_LINE:
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)

    def underline(self, at: int | None) -> None:
        """Underline from a place to the end of its line; None takes the line away."""
        marks = []
        if at is not None:
            mark = QTextEdit.ExtraSelection()
            cursor = self.textCursor()
            cursor.setPosition(min(at, max(0, self.document().characterCount() - 1)))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfLine, QTextCursor.MoveMode.KeepAnchor)
            style = QTextCharFormat()
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            style.setUnderlineColor(Qt.GlobalColor.red)
            mark.cursor, mark.format = cursor, style
            marks.append(mark)
        self.mark("fault", marks)

    def mark(self, layer: str, marks: list[QTextEdit.ExtraSelection]) -> None:
        """Show marks in the text, in place of those of the same layer."""
        if marks or self._layers.get(layer):
            self._layers[layer] = marks
            self.setExtraSelections([mark for shown in self._layers.values() for mark in shown])


class TextField(Field):
    """Several lines that may mix text and `${}`; as high as they need, within `lines` (fewest and most that show)."""

    lines = (2, 8)
    eager = True

    def __init__(self, parameter: Parameter, edit: Text | None = None) -> None:
        super().__init__(parameter)
        self._edit = edit or Text()
        self._edit.setPlaceholderText(placeholder(parameter))
        self._add_editor(self._edit)
        self._edit.left.connect(self.commit)
        self._edit.blockCountChanged.connect(lambda _count: self.fit())
        self._edit.textChanged.connect(self._tell)
        self._shown = self._as_shown = ""
        self._is_several = False
        self.completion = Completion(self._edit, self._offer, eager=self.eager, calls=self._call)
        Landing(self._edit, self._takes_variables, self._put_variable)
        self.fit()

    def text(self) -> str:
        """All lines; the value itself as long as nobody changes what Qt made of it."""
        lines = self._lines()
        return self._shown if lines == self._as_shown else lines

    def _lines(self) -> str:
        """What stands there; `toPlainText` would make plain blanks of those that do not break."""
        return self._edit.document().toRawText().replace("\u2029", "\n")

    def set_text(self, text: str) -> None:
        """Show a value; the cursor stays where the text is the same."""
        if text != self.text():
            self._edit.show_text(text)
        self._shown, self._as_shown = text, self._lines()
        self._edit.document().setModified(False)

    def set_several(self, several: bool) -> None:
        """Say that the values differ."""
        self._is_several = several
        self._edit.setPlaceholderText(translated(SEVERAL) if several else placeholder(self.parameter))

    def show_fault(self, at: int | None) -> None:
        """Underline what is wrong."""
        self._edit.underline(at)

    def editor(self) -> QPlainTextEdit:
        """The text edit."""
        return self._edit

    def fit(self) -> None:
        """As high as its text needs, within limits."""
        least, most = self.lines
        lines = max(least, min(most, self._edit.document().blockCount()))
        self._edit.setFixedHeight(lines * self._edit.fontMetrics().lineSpacing() + _FRAME)

    def commit(self) -> None:
        """Tell the text if it was changed."""
        text = self.text()
        changed = text != self._shown or (self._is_several and self._edit.document().isModified())
        self._edit.document().setModified(False)
        if changed:
            self._shown, self._as_shown = text, self._lines()
            self.edited.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F12 goes to where the variable under the cursor is set, F2 renames it."""
        asks = event.key() in (Qt.Key.Key_F12, Qt.Key.Key_F2)
        cursor = self._edit.textCursor()
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        if not asks or not self._use_variable(event.key(), cursor.selectedText()):
            super().keyPressEvent(event)

    def _takes_variables(self) -> bool:
        return is_evaluated(self.parameter)

    def _put_variable(self, name: str, point: QPoint) -> None:
        """Write a variable that was dropped where it was let go."""
        cursor = self._edit.cursorForPosition(point)
        cursor.insertText(self._spelled(self._edit.toPlainText(), cursor.position(), name))
        self._edit.setTextCursor(cursor)
        self._edit.setFocus()
        self.commit()

    def _spelled(self, text: str, units: int, name: str) -> str:
        return spelled_at(text, units, name)

    def _tell(self) -> None:
        if self._edit.document().isModified():
            self.typed.emit()

    def _offer(self, text: str, at: int) -> Offer | None:
        return self.knowledge.offer(text, at)

    def _call(self, text: str, at: int) -> Call | None:
        return call_in(text, at)
