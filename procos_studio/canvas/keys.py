"""Keys: which key does what on the canvas; one visible table, which a person may change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


@dataclass(frozen=True, slots=True)
class Binding:
    """A command by its name in `commands.COMMANDS`, what it does in words, and the keys that start it at first."""

    command: str
    text: str
    keys: tuple[str, ...]


BINDINGS: tuple[Binding, ...] = (
    Binding("insert", "Insert a block", ("N",)),
    Binding("append", "Append a block", ("A",)),
    Binding("connect", "Connect with the pointer", ("C",)),
    Binding("connect_selected", "Connect the selected blocks in order", ("F",)),
    Binding("rename", "Rename", ("F2", "E")),
    Binding("open", "Open the form or the subsystem", ("Return", "Enter")),
    Binding("open_inside", "Go into the subsystem", ("Alt+Down",)),
    Binding("delete", "Delete", ("Del", "Backspace")),
    Binding("delete_and_heal", "Delete and join what is left", ("Ctrl+Del", "Ctrl+Backspace")),
    Binding("cut", "Cut", ("Ctrl+X", "Shift+Del")),
    Binding("copy", "Copy", ("Ctrl+C", "Ctrl+Ins")),
    Binding("paste", "Paste at the pointer", ("Ctrl+V", "Shift+Ins")),
    Binding("duplicate", "Duplicate", ("Ctrl+D",)),
    Binding("group", "Make a subsystem", ("Ctrl+G",)),
    Binding("ungroup", "Take a subsystem apart", ("Ctrl+Shift+G",)),
    Binding("undo", "Undo", ("Ctrl+Z",)),
    Binding("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Binding("select_all", "Select all", ("Ctrl+A",)),
    Binding("walk_left", "Go back along a flow", ("Left",)),
    Binding("walk_right", "Go on along a flow", ("Right",)),
    Binding("walk_up", "Go to the block above", ("Up",)),
    Binding("walk_down", "Go to the block below", ("Down",)),
    Binding("select_upstream", "Select all that leads here", ("Shift+Left",)),
    Binding("select_downstream", "Select all that follows", ("Shift+Right",)),
    Binding("nudge_left", "Move a little to the left", ("Ctrl+Left",)),
    Binding("nudge_right", "Move a little to the right", ("Ctrl+Right",)),
    Binding("nudge_up", "Move a little up", ("Ctrl+Up",)),
    Binding("nudge_down", "Move a little down", ("Ctrl+Down",)),
    Binding("push_left", "Move far to the left", ("Ctrl+Shift+Left",)),
    Binding("push_right", "Move far to the right", ("Ctrl+Shift+Right",)),
    Binding("push_up", "Move far up", ("Ctrl+Shift+Up",)),
    Binding("push_down", "Move far down", ("Ctrl+Shift+Down",)),
    Binding("zoom_in", "Zoom in", ("Ctrl++", "Ctrl+=")),
    Binding("zoom_out", "Zoom out", ("Ctrl+-",)),
    Binding("reset_zoom", "100 %", ("Ctrl+0",)),
    Binding("fit", "Show all", ("Ctrl+1", "Home")),
    Binding("fit_selection", "Show the selection", ("Ctrl+2",)),
)

_IGNORED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier


class KeyMap:
    """The keys in use; `changes` gives commands other keys than the table (none: no key)."""

    def __init__(self, changes: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._commands: dict[str, str] = {}
        for binding in BINDINGS:
            for keys in (changes or {}).get(binding.command, binding.keys):
                self._commands[_portable(QKeySequence(keys))] = binding.command

    def command(self, event: QKeyEvent) -> str:
        """The command that a key press starts, or `""`."""
        modifiers = event.modifiers() & ~_IGNORED
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            # on many keyboards plus is Shift+something; the sign is meant, not how it is typed
            modifiers &= ~Qt.KeyboardModifier.ShiftModifier
        return self._commands.get(_portable(QKeySequence(modifiers | key)), "")

    def keys(self, command: str) -> tuple[str, ...]:
        """The keys of a command, as text for menus."""
        return tuple(keys for keys, name in self._commands.items() if name == command)


def _portable(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.PortableText)
