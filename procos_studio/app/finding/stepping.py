"""Stepping: what every line to search with does with its keys: Enter goes on, with Shift back, Esc leaves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class Stepping(QWidget):
    """Base of widgets that hold such a line."""

    def step(self, *, back: bool = False) -> None:
        """Go to the next match, or to the one before."""
        raise TypeError(f"{type(self).__name__} does not say where it goes")

    def leave(self) -> None:
        """Go back to where the person came from."""
        raise TypeError(f"{type(self).__name__} does not say how it is left")

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window."""
        is_asked = event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step or leave."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
