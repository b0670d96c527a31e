"""Tour: three small cards that show a newcomer where to begin; gone with Esc, and never shown unasked again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from procos_studio.canvas.theme import scaled

_WIDTH, _GAP = 304, 12
_BARS = ("offer", "notice", "card")
"""What asks something is called so; a card does not cover it."""


class Stop(NamedTuple):
    """One card: `beside` is what it speaks of; where that is hidden it stands in the middle of the window."""

    title: str
    text: str
    beside: QWidget


class Tour(QFrame):
    """A card over the window; `left` tells that the keyboard is free again."""

    left = Signal()

    def __init__(self, window: QWidget, stops: Sequence[Stop]) -> None:
        super().__init__(window)
        self.setObjectName("tour")
        self.setFixedWidth(scaled(_WIDTH))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._window, self._stops, self._at = window, tuple(stops), -1
        self.title, self.text, self.count = _label("tour-title"), _label("tour-text"), _label("hint")
        self.text.setWordWrap(True)
        self.skip = QPushButton(self.tr("Skip"), flat=True)
        self.next = QPushButton()
        self.next.setProperty("role", "accent")
        self.skip.clicked.connect(lambda _checked=False: self.leave())
        self.next.clicked.connect(lambda _checked=False: self.go_on())
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addStretch()
        row.addWidget(self.skip)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(row)
        window.installEventFilter(self)
        self.go_on()

    def go_on(self) -> None:
        """Show the next card; after the last, leave."""
        self._at += 1
        if self._at >= len(self._stops):
            self.leave()
            return
        stop = self._stops[self._at]
        self.title.setText(stop.title)
        self.text.setText(stop.text)
        self.count.setText(self.tr("{number} of {count}").format(number=self._at + 1, count=len(self._stops)))
        is_last = self._at == len(self._stops) - 1
        self.next.setText(self.tr("Done") if is_last else self.tr("Next"))
        self.skip.setVisible(not is_last)
        self.setAccessibleName(f"{stop.title} {stop.text}")
        self.show()
        self._place()
        self.raise_()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Take the card away."""
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Enter goes on."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside what the card speaks of when the window gets another size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window, beside = self._window, self._stops[self._at].beside
        self.resize(self.width(), self.heightForWidth(self.width()))
        if not beside.isVisible():
            at = QPoint((window.width() - self.width()) // 2, (window.height() - self.height()) // 2)
        else:
            at = self._next_to(beside)
        x = min(max(_GAP, at.x()), window.width() - self.width() - _GAP)
        y = max(_GAP, at.y(), self._below_bars(QRect(QPoint(x, at.y()), self.size())))
        y = min(y, window.height() - self.height() - _GAP)
        self.move(x, y)

    def _below_bars(self, box: QRect) -> int:
        """Where a card at `box` ends to cover a bar that asks something; 0 where there is none."""
        bars = [bar for name in _BARS for bar in self._window.findChildren(QFrame, name) if bar.isVisible()]
        places = (QRect(bar.mapTo(self._window, QPoint(0, 0)), bar.size()) for bar in bars)
        return max((place.bottom() + _GAP for place in places if place.intersects(box)), default=0)

    def _next_to(self, beside: QWidget) -> QPoint:
        """Right of it where there is room, else left, else below."""
        corner = beside.mapTo(self._window, QPoint(0, 0))
        if beside.height() < self.height():
            return corner + QPoint(0, beside.height() + _GAP)
        if corner.x() + beside.width() + self.width() + _GAP < self._window.width():
            return corner + QPoint(beside.width() + _GAP, 48)
        return corner + QPoint(-self.width() - _GAP, 48)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    return label
