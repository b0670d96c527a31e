"""Notice: a bar that says one thing and offers what to do about it, without stopping the work."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from procos_studio.app.tips import tip


class Notice(QFrame):
    """`say` gives it new words and buttons; the first button is the one that most people want."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.title, self.note = _label("title"), _label("hint")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.note)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addLayout(self._buttons)

    def say(self, title: str, note: str, answers: Mapping[str, Callable[[], object]]) -> None:
        """Show these words, and a button a name."""
        self.title.setText(title)
        self.title.setToolTip(tip(title))
        self.note.setText(note)
        self.note.setToolTip(tip(note))
        self.note.setVisible(bool(note))
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, (name, work) in enumerate(answers.items()):
            button = QPushButton(name)
            button.setProperty("role", "accent" if number == 0 else "")
            button.clicked.connect(lambda _checked=False, work=work: work())
            self._buttons.addWidget(button)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
