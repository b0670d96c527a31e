"""Appearance: theme and motion of the whole app, chosen by the person or by the platform, switched while it runs."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from procos_studio.app.moving import Moving
from procos_studio.app.settings import Settings
from procos_studio.canvas.theme import Theme, load


class Appearance(QObject):
    """Holds the current theme; `changed` carries the new one."""

    changed = Signal(object)

    def __init__(self, settings: Settings, asked: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.moving = Moving(settings, self)
        self.choice = asked or settings.theme()
        self.theme = load(self.choice)
        self._apply()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_platform)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_platform)

    def choose(self, choice: str) -> None:
        """Take one of the settings' `THEMES`, now and at the next start."""
        self.choice = choice
        self._settings.set_theme(choice)
        self._switch(load(choice))

    def _follow_platform(self) -> None:
        if self.choice == "system":
            self._switch(load("system"))

    def _switch(self, theme: Theme) -> None:
        if theme.name == self.theme.name:
            return
        self.theme = theme
        self._apply()
        self.changed.emit(theme)

    def _apply(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(self.theme.palette())
            app.setStyleSheet(self.theme.stylesheet())
