"""Keymap: which keys start what: the table's, a preset that people bring from another tool, and what they changed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from procos_studio.app.commands import COMMANDS, Command
from procos_studio.app.settings import Settings
from procos_studio.canvas.keys import BINDINGS, KeyMap, Keys, drags_pan, preset, presets

OWN = ""
"""The choice of the table's own keys."""
_BOTH = frozenset({"undo", "redo"})
"""Commands of the window that the canvas has under the same name."""


class Keymap(QObject):
    """`keys` are those of the canvas now; `changed` tells that some are others.

    A person's changes go by names: that of the canvas for what the canvas does (`canvas_name`), else the command's id
    with `window:` before it.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.choices: Mapping[str, str] = {OWN: "ProcOS Studio", **presets()}
        asked = settings.keymap()
        self.choice = asked if asked in self.choices else OWN
        self.changes: dict[str, Keys] = {name: keys for name, keys in settings.keys().items() if name in NAMES}
        self.keys = self._made()

    def choose(self, choice: str) -> None:
        """Take these keys, now and at the next start; a person's own changes stay."""
        self.choice = choice
        self._settings.set_keymap(choice)
        self._take()

    def keys_of(self, name: str) -> Keys:
        """The keys of what goes by this name."""
        command = _WINDOW.get(name)
        if command is None:
            return self.keys.keys(name)
        return self.changes.get(name, self._given.get(name, command.keys))

    def change(self, name: str, keys: Keys) -> tuple[str, ...]:
        """Give these keys to one, and take them from all others; the names of those that have lost some."""
        losers = tuple(other for other in NAMES if other != name and set(keys) & set(self.keys_of(other)))
        for other in losers:
            self.changes[other] = tuple(key for key in self.keys_of(other) if key not in keys)
        self.changes[name] = keys
        self._take()
        return losers

    def reset(self, name: str = "") -> None:
        """Give one (default: all) the keys of the table or the preset again."""
        for one in (name,) if name else tuple(self.changes):
            self.changes.pop(one, None)
        self._take()

    def _take(self) -> None:
        self._settings.set_keys(self.changes)
        self.keys = self._made()
        self.changed.emit()

    def _made(self) -> KeyMap:
        self._given: Mapping[str, Keys] = preset(self.choice) if self.choice else {}
        pans = drags_pan(self.choice) if self.choice else False
        return KeyMap({**self._given, **self.changes}, drags_pan=pans)


def name_of(command: Command) -> str:
    """The name by which the keys of a command go."""
    return command.canvas or (command.id if command.id in _BOTH else f"window:{command.id}")


_WINDOW: Mapping[str, Command] = {
    name_of(command): command for command in COMMANDS if not command.canvas and command.id not in _BOTH
}
NAMES: tuple[str, ...] = (*_WINDOW, *(binding.command for binding in BINDINGS))
"""Everything that has keys."""
