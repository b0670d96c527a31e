"""CodeEdit: the text edit of code, with line numbers, colours, indentation and the place of its fault."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from procos_studio.app.forms.code import keys
from procos_studio.app.forms.code.brackets import pair_at
from procos_studio.app.forms.code.highlighting import Highlighter, theme_of
from procos_studio.app.forms.code.tokens import Fault, fault
from procos_studio.app.forms.texts import Text

_CONTROL = Qt.KeyboardModifier.ControlModifier
_OWN_KEYS = {(Qt.Key.Key_F, _CONTROL), (Qt.Key.Key_Slash, _CONTROL)}
_MARGIN = 8


class CodeEdit(Text):
    """Tab indents here; Esc leaves to the next field, Shift+Tab to the one before once no indentation is left to take.

    `find_asked` wants the line to search with, `enlarging` a larger window, `leaving` the next field, `leaving_back`
    the one before.
    """

    find_asked = Signal()
    enlarging = Signal()
    leaving = Signal()
    leaving_back = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.setTabChangesFocus(False)
        self.document().setDocumentMargin(_MARGIN / 2)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._numbers = _Numbers(self)
        self._highlighter = Highlighter(self.document(), language, self)
        self._highlighter.set_palette(self.palette())
        self.blockCountChanged.connect(lambda _count: self._make_room())
        self.updateRequest.connect(self._follow)
        self.cursorPositionChanged.connect(self._show_brackets)
        self._fault: Fault | None = None
        self._make_room()

    @property
    def fault(self) -> Fault | None:
        """What is wrong with the code, as it was looked at last."""
        return self._fault

    def set_language(self, language: str) -> None:
        """Read the text as another language."""
        self.language = language
        self._highlighter.set_language(language)

    def look_for_faults(self) -> Fault | None:
        """Find what is wrong, underline it, mark its line; what was found."""
        self._set_fault(fault(self.language, self.toPlainText()))
        return self._fault

    def _set_fault(self, found: Fault | None) -> None:
        self._fault = found
        block = self.document().findBlockByNumber(self._fault.line) if self._fault else None
        place = (
            block.position() + min(self._fault.column, max(0, block.length() - 2)) if self._fault and block else None
        )
        self.underline(place)
        self._numbers.update()

    def _show_brackets(self) -> None:
        """Let the bracket beside the cursor and its other one stand out."""
        found, marks = pair_at(self.textCursor(), self._highlighter.is_quoted), []
        for place in found or ():
            mark = QTextEdit.ExtraSelection()
            cursor, style = self.textCursor(), QTextCharFormat()
            cursor.setPosition(place)
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
            style.setBackground(theme_of(self.palette()).color("accent-soft"))
            style.setFontWeight(QFont.Weight.Bold)
            mark.cursor, mark.format = cursor, style
            marks.append(mark)
        self.mark("brackets", marks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Indentation, brackets, comments, finding and leaving."""
        cursor = self.textCursor()
        key, control = event.key(), event.modifiers() == _CONTROL
        if key == Qt.Key.Key_Escape:
            self.leaving.emit()
        elif key == Qt.Key.Key_F and control:
            self.find_asked.emit()
        elif key == Qt.Key.Key_Slash and control and self.language == "python":
            keys.comment(cursor)
        elif not self.isReadOnly() and self._edit(event, cursor):
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def _edit(self, event: QKeyEvent, cursor: QTextCursor) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            keys.new_line(cursor, self.language)
        elif event.key() == Qt.Key.Key_Tab and not event.modifiers():
            keys.indent(cursor)
        elif event.key() == Qt.Key.Key_Backtab:
            if not keys.outdent(cursor):
                self.leaving_back.emit()
        elif event.key() == Qt.Key.Key_Backspace and not event.modifiers():
            return keys.erase(cursor)
        else:
            return keys.bracket(cursor, event.text())
        return True

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something else in the window."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_highlighter"):
            self._highlighter.set_palette(self.palette())

    def _is_own(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape or (Qt.Key(event.key()), event.modifiers()) in _OWN_KEYS

    # line numbers ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The numbers are as high as the text."""
        super().resizeEvent(event)
        rect = self.contentsRect()
        self._numbers.setGeometry(QRect(rect.left(), rect.top(), self.width_of_numbers(), rect.height()))

    def width_of_numbers(self) -> int:
        """Pixels that the numbers need."""
        digits = max(2, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("9") * digits + 2 * _MARGIN

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines that show."""
        painter = QPainter(self._numbers)
        theme = theme_of(self.palette())
        painter.fillRect(event.rect(), theme.color("surface-sunken"))
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        while block.isValid():
            rect = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if rect.top() > event.rect().bottom():
                break
            wrong = self._fault is not None and self._fault.line == block.blockNumber()
            painter.setPen(theme.color("failed") if wrong else self.palette().color(QPalette.ColorRole.PlaceholderText))
            place = QRect(0, round(rect.top()), self._numbers.width() - _MARGIN, self.fontMetrics().height())
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            block = block.next()
        painter.end()

    def _make_room(self) -> None:
        self.setViewportMargins(self.width_of_numbers(), 0, 0, 0)

    def _follow(self, rect: QRect, dy: int) -> None:
        if dy:
            self._numbers.scroll(0, dy)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())


class _Numbers(QWidget):
    """The strip with the numbers of the lines."""

    def __init__(self, edit: CodeEdit) -> None:
        super().__init__(edit)
        self._edit = edit

    def sizeHint(self) -> QSize:
        """As wide as the longest number."""
        return QSize(self._edit.width_of_numbers(), 0)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double-click asks for more room."""
        event.accept()
        self._edit.enlarging.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the editor draw, which knows where its lines are."""
        self._edit.paint_numbers(event)
