"""Fitting: lets a panel be as high as it likes where there is room, and scrolls it where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

_LEAST = 120


class Fitting(QScrollArea):
    """Shown and hidden with its panel."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._panel = panel
        self.setWidget(panel)
        self.setVisible(not panel.isHidden())
        panel.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """All of the panel."""
        frame = 2 * self.frameWidth()
        return self._panel.sizeHint() + QSize(frame, frame)

    def minimumSizeHint(self) -> QSize:
        """Some of it."""
        wanted = self._panel.minimumSizeHint()
        return QSize(wanted.width(), min(wanted.height(), _LEAST))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come, go and grow with the panel."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(not self._panel.isHidden())
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
