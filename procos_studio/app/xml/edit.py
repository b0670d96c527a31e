"""XmlEdit: the editor of the XML of a diagram; it colours what shows, so that its length does not matter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit

from procos_studio.app.forms.code.edit import CodeEdit
from procos_studio.app.forms.code.highlighting import theme_of
from procos_studio.app.forms.code.tokens import Fault
from procos_studio.app.xml.places import Kind, changed_part, tokens, units
from procos_studio.canvas.theme import Theme

_ABOVE = 40
"""Lines above those that show from which one reads, as a tag or comment may begin there."""
_LONGEST = 20_000
"""Characters of one line that are coloured."""
_HUES = {Kind.TAG: "violet", Kind.NAME: "blue", Kind.VALUE: "green"}
_LINE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_PIECE = 250_000
"""Characters put in at once; a long text comes in turns, between which the screen goes on."""


class XmlEdit(CodeEdit):
    """`placed` tells that the person put the cursor elsewhere, `typed` that the text was changed by hand."""

    placed = Signal()
    typed = Signal()

    def __init__(self) -> None:
        super().__init__("xml")
        self.setAccessibleName(self.tr("XML of the diagram"))
        self._highlighter.setDocument(None)
        self._line = -1
        self._wrong: int | None = None
        self._rest = ""
        self._more = QTimer(self, interval=0)
        self._more.timeout.connect(self._put_piece)
        self._colours = QTimer(self, interval=0, singleShot=True)
        self._colours.timeout.connect(self._colour)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._colours.start())
        self.textChanged.connect(self._follow_text)
        self.cursorPositionChanged.connect(self._follow_cursor)
        self._is_showing = False
        self.document().setModified(False)

    @property
    def is_coming(self) -> bool:
        """Whether the end of a long text is still to come."""
        return bool(self._rest)

    def show_text(self, text: str) -> None:
        """Show another text, changing only what differs: cursor and place stay. Nothing is typed afterwards."""
        self._is_showing = True
        before = self.toPlainText() + self._rest
        start, end, end_after = changed_part(before, text)
        if self.is_coming or not before:
            self._rest = text[_PIECE:]
            self.setPlainText(text[:_PIECE])
            if self._rest:
                self._more.start()
        elif before != text:
            cursor = self.textCursor()
            cursor.setPosition(units(before, start))
            cursor.setPosition(units(before, end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(text[start:end_after])
        self.document().setModified(False)
        self._is_showing = False
        self._colours.start()

    def show_typed(self, text: str) -> None:
        """Show a text as if a person had typed it; there is nothing before it to which undo could go."""
        self._more.stop()
        self._rest = ""
        self._is_showing = True
        self.setPlainText(text)
        self._is_showing = False
        self.document().setModified(True)
        self.typed.emit()

    def show_line_of(self, position: int | None) -> None:
        """Mark the line at a position (UTF-16 units) and bring it into view; None marks none."""
        block = self.document().findBlock(position) if position is not None else None
        self._line = block.blockNumber() if block is not None else -1
        if block is not None and block.isValid():
            line = block.firstLineNumber()
            bar = self.verticalScrollBar()
            if not bar.value() <= line < bar.value() + bar.pageStep():
                bar.setValue(max(0, line - bar.pageStep() // 3))
        self._colours.start()

    def show_fault(self, fault: Fault | None) -> None:
        """Underline what is wrong, and mark the number of its line."""
        self._set_fault(fault)
        self._colours.start()

    def underline(self, at: int | None) -> None:
        """Underline from a place to the end of its line; None takes the line away."""
        self._wrong = at
        self._colours.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More may show."""
        super().resizeEvent(event)
        self._colours.start()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_colours"):
            self._colours.start()

    def _edit(self, event: QKeyEvent, cursor: QTextCursor) -> bool:
        """Quotes and brackets are not closed by themselves in XML."""
        return event.key() in _LINE_KEYS and super()._edit(event, cursor)

    def _show_brackets(self) -> None:
        """In XML tags belong together, not brackets."""

    def _put_piece(self) -> None:
        self._is_showing = True
        piece, self._rest = self._rest[:_PIECE], self._rest[_PIECE:]
        end = QTextCursor(self.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        end.insertText(piece)
        if not self._rest:
            self._more.stop()
            self.document().clearUndoRedoStacks()
        self.document().setModified(False)
        self._is_showing = False

    def _follow_text(self) -> None:
        self._colours.start()
        if not self._is_showing and self.document().isModified():
            self.typed.emit()

    def _follow_cursor(self) -> None:
        if not self._is_showing and self.hasFocus():
            self.placed.emit()

    # colours ------------------------------------------------------------------------------------------------------

    def _colour(self) -> None:
        theme = theme_of(self.palette())
        marks = [*self._of_line(theme), *self._of_tokens(theme)]
        if self._wrong is not None:
            marks.append(self._of_fault())
        self.setExtraSelections(marks)

    def _of_line(self, theme: Theme) -> list[QTextEdit.ExtraSelection]:
        block = self.document().findBlockByNumber(self._line)
        if self._line < 0 or not block.isValid():
            return []
        style = QTextCharFormat()
        style.setBackground(theme.color("accent-soft"))
        style.setProperty(QTextFormat.Property.FullWidthSelection, True)
        return [_mark(QTextCursor(block), style)]

    def _of_tokens(self, theme: Theme) -> list[QTextEdit.ExtraSelection]:
        """Of the lines that show; those above are read only to know where a tag or comment begins."""
        first = self.firstVisibleBlock()
        block = self.document().findBlockByNumber(max(0, first.blockNumber() - _ABOVE))
        begin, last = block.position(), first.blockNumber() + self._lines_that_show()
        lines: list[str] = []
        while block.isValid() and block.blockNumber() <= last:
            lines.append(block.text() if block.length() < _LONGEST else " " * (block.length() - 1))
            block = block.next()
        text = "\n".join(lines)
        styles = {kind: _style(kind, theme) for kind in Kind}
        marks = []
        for token in tokens(text):
            end = begin + units(text, token.end)
            if end >= first.position():
                cursor = QTextCursor(self.document())
                cursor.setPosition(begin + units(text, token.start))
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                marks.append(_mark(cursor, styles[token.kind]))
        return marks

    def _lines_that_show(self) -> int:
        return self.viewport().height() // max(1, self.fontMetrics().lineSpacing()) + 1

    def _of_fault(self) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(self._wrong or 0, max(0, self.document().characterCount() - 1)))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfLine, QTextCursor.MoveMode.KeepAnchor)
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        style.setUnderlineColor(QColor("red"))
        return _mark(cursor, style)


def _mark(cursor: QTextCursor, style: QTextCharFormat) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor, mark.format = cursor, style
    return mark


def _style(kind: Kind, theme: Theme) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setForeground(theme.color("text-faint") if kind is Kind.COMMENT else theme.ink(_HUES[kind]))
    style.setFontWeight(QFont.Weight.DemiBold if kind is Kind.TAG else QFont.Weight.Normal)
    return style
