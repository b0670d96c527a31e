"""Notice: a bar that says one thing and offers what to do about it, without stopping the work."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from procos_studio.app.tips import tip

_GAP = 16


class Notice(QFrame):
    """`say` gives it new words and buttons; the first button is the one that most people want.

    A bar goes from edge to edge; another stands as a card among such.
    """

    def __init__(self, parent: QWidget | None = None, *, bar: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setProperty("role", "bar" if bar else "")
        self.title, self.note = _label("title"), _label("hint")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.note)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 8, 8)
        self._row.setSpacing(8)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._buttons)

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
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons where there is room for them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Beside the words where these can be read there, else below them."""
        for label in (self.title, self.note):
            label.ensurePolished()
        words = max(label.fontMetrics().horizontalAdvance(label.text()) for label in (self.title, self.note))
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._buttons.sizeHint().width() - _GAP
        to_right = QBoxLayout.Direction.LeftToRight
        self._row.setDirection(to_right if words <= room else QBoxLayout.Direction.TopToBottom)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignRight)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
