"""Focus: shows where the keyboard acts: a ring around what was selected last, else a frame around the view."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from procos_studio.canvas.surface import Surface

WEIGHT = 2
"""How thick ring and frame are, in pixels."""

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusFrame(QWidget):
    """The frame; it also tells the handles whether to show the ring. Both show while the keyboard is in use."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface.view)
        self._surface = surface
        self._by_keyboard = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        surface.selection_changed.connect(self._refresh)
        surface.changed.connect(self._refresh)

    def by_keyboard(self, used: bool) -> None:
        """Whether the last that the canvas was told came from the keyboard, and it has the focus."""
        if used != self._by_keyboard:
            self._by_keyboard = used
            self._refresh()

    def arrived(self, reason: Qt.FocusReason) -> None:
        """The focus came to the canvas."""
        self.by_keyboard(reason in _BY_KEYBOARD)

    def fit(self) -> None:
        """The view has another size."""
        self.setGeometry(self._surface.view.rect())

    def _refresh(self) -> None:
        self._surface.handles.show_ring(self._by_keyboard)
        shown = self._by_keyboard and not self._surface.selection
        if shown != self.isVisible():
            self.fit()
            self.raise_()
            self.setVisible(shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line along the edge."""
        painter = QPainter(self)
        painter.setPen(self._surface.theme.pen(self._surface.theme.color("selection"), WEIGHT))
        inset = WEIGHT / 2
        painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
        painter.end()
