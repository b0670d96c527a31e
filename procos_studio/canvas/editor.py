"""Editor: the small text field that stands in place of a name while it is being changed."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from procos_studio.canvas.theme import Theme

SMALLEST_TEXT = 11


class NameEditor(QPlainTextEdit):
    """Enter or leaving it commits, Shift+Enter begins a new line, Esc gives up. Each is told once."""

    committed = Signal(str)
    cancelled = Signal()

    def __init__(self, text: str, place: QRect, size: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(self.tr("Name"))
        self.setGeometry(place)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        surface, accent, ink = (theme.color(token).name() for token in ("surface", "accent", "text"))
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {surface}; color: {ink}; border: 2px solid {accent}; border-radius: 4px;"
            f" padding: 0; font-size: {max(SMALLEST_TEXT, size)}px; }}"
        )
        self._is_over = False
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter commits and Esc gives up."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.commit()
        elif event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it commits, except for a menu over it or another window."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.commit()

    def text(self) -> str:
        """What stands in it, without white space around it."""
        return self.toPlainText().strip()

    def commit(self) -> None:
        """Hand over the text."""
        if not self._is_over:
            self._is_over = True
            self.committed.emit(self.text())

    def give_up(self) -> None:
        """Hand over nothing."""
        if not self._is_over:
            self._is_over = True
            self.cancelled.emit()
