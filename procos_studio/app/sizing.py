"""Sizing: how large a window opens: as it likes to be, but no larger than there is room for; the rest scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

_FRAME = QSize(16, 40)
"""What the system draws around a window, about."""


def open_at(window: QWidget, width: int, height: int) -> None:
    """Size a window that does not show yet; a dialog may be as large as the window that it belongs to."""
    room = window.screen().availableSize() - _FRAME
    owner = window.parentWidget()
    if owner is not None:
        room = room.expandedTo(owner.window().size())
    window.resize(QSize(width, height).boundedTo(room))


def scrolled(inner: QWidget) -> QScrollArea:
    """`inner` as large as there is room, with bars where that is less than it needs."""
    area = QScrollArea(widgetResizable=True)
    area.setWidget(inner)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
