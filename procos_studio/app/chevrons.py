"""Chevrons: the arrows of tab bars that scroll, which a style sheet could only take from image files."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QTabBar, QToolButton

_LEFT, _RIGHT = "ScrollLeftButton", "ScrollRightButton"
"""What Qt calls the buttons."""


class Chevrons(QObject):
    """Paints the buttons of a bar anew; it lives as long as the bar."""

    def __init__(self, bar: QTabBar) -> None:
        super().__init__(bar)
        for name in (_LEFT, _RIGHT):
            button = bar.findChild(QToolButton, name)
            if button is not None:
                button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint in place of Qt."""
        if event.type() is not QEvent.Type.Paint or not isinstance(watched, QToolButton):
            return super().eventFilter(watched, event)
        palette, painter = QApplication.palette(), QPainter(watched)
        painter.fillRect(watched.rect(), palette.color(QPalette.ColorRole.Base))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group = QPalette.ColorGroup.Normal if watched.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(QPen(palette.color(group, QPalette.ColorRole.Text), 1.5, c=Qt.PenCapStyle.RoundCap))
        middle = QPointF(watched.rect().center())
        tip = QPointF(-2.5 if watched.objectName() == _LEFT else 2.5, 0)
        painter.drawPolyline([middle + QPointF(-tip.x(), -5), middle + tip, middle + QPointF(-tip.x(), 5)])
        painter.end()
        return True
