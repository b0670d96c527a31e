"""Completion: a list of words under the cursor of an editor, driven from the keyboard of that editor."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from procos_studio.app.forms.knowledge import Offer
from procos_studio.app.forms.signature import Calls, SignatureHint
from procos_studio.canvas.translating import told
from procos_studio.expressions.completing import Proposal
from procos_studio.expressions.signatures import call_in

Source = Callable[[str, int], Offer | None]
Editor = QLineEdit | QPlainTextEdit

_WIDTH, _ROW, _MOST_ROWS, _MOST = 320, 24, 9, 100
_ABOVE = 36
"""Pixels from below a line to above it."""

_PROPOSAL, _DETAIL = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_MOST_ROWS, Qt.Key.Key_PageDown: _MOST_ROWS}
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_CONTROL = Qt.KeyboardModifier.ControlModifier


class Completion(QObject):
    """Watches one editor. It opens by itself while a word is typed, and on Ctrl+Space; Esc closes it."""

    def __init__(self, editor: Editor, source: Source, *, eager: bool = True, calls: Calls = call_in) -> None:
        super().__init__(editor)
        self.hint = SignatureHint(editor, calls, self._cursor)
        self._editor, self._source, self._eager = editor, source, eager
        self._offer: Offer | None = None
        self.popup: _Popup | None = None
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._look)
        editor.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether the list is on the screen."""
        return self.popup is not None and self.popup.isVisible()

    def words(self) -> list[str]:
        """What the list offers."""
        return self.popup.words() if self.popup is not None and self.is_open else []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that concern the list; look again after all others."""
        kind = event.type()
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide) and self.is_open:
            self.close()
        if isinstance(event, QKeyEvent) and kind is QEvent.Type.ShortcutOverride and self._wants(event):
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and kind is QEvent.Type.KeyPress:
            return self._press(event)
        return super().eventFilter(watched, event)

    def close(self) -> None:
        """Take the list away."""
        self._timer.stop()
        if self.popup is not None:
            self.popup.hide()

    def _wants(self, event: QKeyEvent) -> bool:
        if _is_call(event):
            return True
        return self.is_open and (event.key() in (*_STEPS, *_TAKING, Qt.Key.Key_Escape))

    def _press(self, event: QKeyEvent) -> bool:
        if _is_call(event):
            self._look(asked=True)
            return True
        if self.is_open and self._use(event):
            return True
        if self._brace(event.text()):
            self._timer.start()
            return True
        if (event.text() and event.text().isprintable()) or event.key() == Qt.Key.Key_Backspace:
            self._timer.start()
        elif self.is_open and event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt):
            self.close()
        return False

    def _use(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in _STEPS and self.popup is not None:
            self.popup.step(_STEPS[key])
        elif key in _TAKING and not event.modifiers():
            self._take(self.popup.chosen() if self.popup else None)
        else:
            return False
        return True

    def _brace(self, typed: str) -> bool:
        """`${` closes itself, and its `}` is typed over."""
        text, at = self._text(), self._cursor()
        if typed == "{" and text[at - 1 : at] in ("$", "#") and at and not _begins_word(text[at : at + 1]):
            self._replace(at, at, "{}", 1)
            return True
        if typed == "}" and text[at : at + 1] == "}" and text.count("{") <= text.count("}"):
            self._replace(at, at + 1, "}", 0)
            return True
        return False

    def _look(self, asked: bool = False) -> None:
        text, at = self._text(), self._cursor()
        self._offer = self._source(text, at)
        word = at - self._offer.start if self._offer else 0
        begun = word >= (1 if self._eager else 2) or (self._eager and text[at - 1 : at] in (".", "{") and at > 0)
        if self._offer is None or not self._offer.proposals or not (asked or begun) or self._is_complete(text, at):
            self.close()
            return
        if self.popup is None:
            self.popup = _Popup(self._editor, self._take)
        self.popup.show_words(self._offer.proposals, self._below())

    def _is_complete(self, text: str, at: int) -> bool:
        """Whether the only word to offer stands there already."""
        offer = self._offer
        return offer is not None and [item.text for item in offer.proposals] == [text[offer.start : at]]

    def _take(self, proposal: Proposal | None) -> None:
        self.close()
        if proposal is not None and self._offer is not None:
            self._replace(self._offer.start, self._cursor(), proposal.text, proposal.back)
            if proposal.text.endswith('("")'):
                self._look(asked=True)

    # the two kinds of editors ---------------------------------------------------------------------------------------

    def _text(self) -> str:
        return self._editor.text() if isinstance(self._editor, QLineEdit) else self._editor.toPlainText()

    def _cursor(self) -> int:
        if isinstance(self._editor, QLineEdit):
            return _characters(self._text(), self._editor.cursorPosition())
        return _characters(self._text(), self._editor.textCursor().position())

    def _replace(self, start: int, end: int, text: str, back: int) -> None:
        if isinstance(self._editor, QLineEdit):
            first, last = (_units(self._text()[:place]) for place in (start, end))
            self._editor.setSelection(first, last - first)
            self._editor.insert(text)
            self._editor.setCursorPosition(first + _units(text) - back)
            self._editor.textEdited.emit(self._editor.text())
            return
        cursor = self._editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, self._cursor() - start)
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, end - self._cursor())
        cursor.insertText(text)
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, back)
        self._editor.setTextCursor(cursor)

    def _below(self) -> QPoint:
        line = isinstance(self._editor, QLineEdit)
        rect = self._editor.cursorRect() if isinstance(self._editor, QPlainTextEdit) else self._editor.rect()
        place = QPoint(8, rect.bottom() + 2) if line else rect.bottomLeft() + QPoint(8, 8)
        return self._editor.mapToGlobal(place)


def _characters(text: str, units: int) -> int:
    """Qt counts UTF-16 units, Python characters."""
    return len(text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _begins_word(text: str) -> bool:
    return text.isalnum() or text == "{"


def _is_call(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Space and event.modifiers() == _CONTROL


class _Popup(QFrame):
    """The list itself: a part of the editor's window that lies over the others, so that the window stays active."""

    def __init__(self, editor: Editor, take: Callable[[Proposal | None], None]) -> None:
        super().__init__(editor.window())
        self._editor = editor
        self.setObjectName("chooser")
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Words to write here"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_Row(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(lambda item: take(item.data(_PROPOSAL)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._list)

    def show_words(self, proposals: tuple[Proposal, ...], place: QPoint) -> None:
        """Show these at a place (of the screen), above it where the window has no room below."""
        self._list.clear()
        for proposal in proposals[:_MOST]:
            item = QListWidgetItem(proposal.text.strip())
            item.setData(_PROPOSAL, proposal)
            item.setData(_DETAIL, told(proposal.detail))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, told(proposal.detail))
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        window = self._editor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        width = min(_WIDTH, window.width() - 8)
        height = min(_MOST_ROWS, self._list.count()) * _ROW + 4
        at = window.mapFromGlobal(place)
        above = at.y() + height > window.height()
        y = at.y() - height - _ABOVE if above else at.y()
        self.setGeometry(max(4, min(at.x(), window.width() - width - 4)), max(0, y), width, height)
        self.show()
        self.raise_()

    def words(self) -> list[str]:
        """What is listed."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def step(self, rows: int) -> None:
        """Go up or down."""
        self._list.setCurrentRow(max(0, min(self._list.count() - 1, self._list.currentRow() + rows)))

    def chosen(self) -> Proposal | None:
        """The proposal on which the list stands."""
        item = self._list.currentItem()
        found = item.data(_PROPOSAL) if item is not None else None
        return Proposal(*found) if found is not None else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the click from the editor below."""
        event.accept()


class _Row(QStyledItemDelegate):
    """A word at the left, and at the right in a dim colour what it is."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw both."""
        super().paint(painter, option, index)
        word, detail = str(index.data()), str(index.data(_DETAIL) or "")
        rect: QRect = option.rect.adjusted(8, 0, -8, 0)
        left = option.fontMetrics.horizontalAdvance(word) + 16
        room = rect.adjusted(min(left, rect.width()), 0, 0, 0)
        shown = option.fontMetrics.elidedText(detail, Qt.TextElideMode.ElideRight, room.width())
        painter.save()
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
