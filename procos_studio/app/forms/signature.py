"""SignatureHint: above a call that is being typed, what it takes and gives; the argument of now stands out."""

from __future__ import annotations

import html
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from procos_studio.canvas.translating import told
from procos_studio.expressions.signatures import Call

Editor = QLineEdit | QPlainTextEdit
Calls = Callable[[str, int], Call | None]
"""The call around a place of a text, which counts characters."""
_GAP = 4


class SignatureHint(QObject):
    """Watches one editor; the hint shows as long as the cursor is in a call that is known, and goes with Esc."""

    def __init__(self, editor: Editor, calls: Calls, cursor: Callable[[], int]) -> None:
        super().__init__(editor)
        self._editor, self.calls, self._cursor = editor, calls, cursor
        self.label: QLabel | None = None
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._look)
        editor.cursorPositionChanged.connect(self._timer.start)
        editor.installEventFilter(self)

    @property
    def text(self) -> str:
        """What it says now; `""` while it does not show."""
        return self.label.accessibleName() if self.label is not None and self.label.isVisible() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the editor is left, and with Esc, which then means nothing else."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and bool(self.text)
        if is_escape and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide) or is_escape:
            self._hide()
        return is_escape or super().eventFilter(watched, event)

    def _look(self) -> None:
        text = self._editor.text() if isinstance(self._editor, QLineEdit) else self._editor.toPlainText()
        call = self.calls(text, self._cursor()) if self._editor.hasFocus() else None
        if call is None:
            self._hide()
        else:
            self._show(call)

    def _hide(self) -> None:
        self._timer.stop()
        if self.label is not None:
            self.label.hide()

    def _show(self, call: Call) -> None:
        if self.label is None:
            self.label = QLabel()
            self.label.setObjectName("hint-of-call")
            self.label.setTextFormat(Qt.TextFormat.RichText)
        window, label = self._editor.window(), self.label
        if label.parentWidget() is not window:
            label.setParent(window)
        name, detail = call.signature.name, told(call.signature.detail)
        said = [told(parameter) for parameter in call.signature.parameters]
        label.setAccessibleName(f"{name}({', '.join(said)}): {detail}")
        marked = [html.escape(item) for item in said]
        marked[call.argument] = f"<b>{marked[call.argument]}</b>"
        label.setText(f"{name}({', '.join(marked)}) – {html.escape(detail)}")
        label.adjustSize()
        label.move(self._place(label))
        label.show()
        label.raise_()

    def _place(self, label: QLabel) -> QPoint:
        """Above the line, or below it where the window has no room."""
        editor, window = self._editor, self._editor.window()
        line = editor.cursorRect() if isinstance(editor, QPlainTextEdit) else editor.rect()
        top = QRect(editor.mapTo(window, line.topLeft()), line.size())
        x = max(_GAP, min(top.x(), window.width() - label.width() - _GAP))
        above = top.y() - label.height() - _GAP
        return QPoint(x, above if above >= 0 else top.bottom() + _GAP)
