"""Keymap: which keys the canvas listens to: the table's, or a preset that people bring from another tool."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from procos_studio.app.settings import Settings
from procos_studio.canvas.keys import KeyMap, preset, presets

OWN = ""
"""The choice of the table's own keys."""


class Keymap(QObject):
    """`keys` are in use now; `changed` tells that they are others."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.choices: Mapping[str, str] = {OWN: "ProcOS Studio", **presets()}
        asked = settings.keymap()
        self.choice = asked if asked in self.choices else OWN
        self.keys = self._made()

    def choose(self, choice: str) -> None:
        """Take these keys, now and at the next start."""
        self.choice = choice
        self._settings.set_keymap(choice)
        self.keys = self._made()
        self.changed.emit()

    def _made(self) -> KeyMap:
        return KeyMap(preset(self.choice) if self.choice else None)
