"""Keys: which key and which gesture does what on the canvas; one visible table, which a person may change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from procos_studio.resources import shipped

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Binding:
    """A command by its name in `commands.COMMANDS`, what it does in words, and the keys that start it at first."""

    command: str
    text: str
    keys: Keys = ()


BINDINGS: tuple[Binding, ...] = (
    Binding("insert", "Insert a block", ("N",)),
    Binding("append", "Append a block", ("A",)),
    Binding("replace", "Replace by another block", ("R",)),
    Binding("connect", "Connect with the pointer", ("C",)),
    Binding("connect_selected", "Connect the selected blocks in order", ("F",)),
    Binding("rename", "Rename", ("F2", "E")),
    Binding("open", "Open the form or the subsystem", ("Return", "Enter")),
    Binding("open_inside", "Go into the subsystem", ("Alt+Down",)),
    Binding("to_parent", "To the parent", ("Alt+Up",)),
    Binding("peek", "Look into the subsystem", ("P",)),
    Binding("delete", "Delete", ("Del", "Backspace")),
    Binding("delete_and_heal", "Delete and join what is left", ("Ctrl+Del", "Ctrl+Backspace")),
    Binding("cut", "Cut", ("Ctrl+X", "Shift+Del")),
    Binding("copy", "Copy", ("Ctrl+C", "Ctrl+Ins")),
    Binding("paste", "Paste at the pointer", ("Ctrl+V", "Shift+Ins")),
    Binding("duplicate", "Duplicate", ("Ctrl+D",)),
    Binding("group", "Make a subsystem", ("Ctrl+G",)),
    Binding("ungroup", "Take a subsystem apart", ("Ctrl+Shift+G",)),
    Binding("comment_out", "Comment out, or bring back", ("M", "Ctrl+Shift+X")),
    Binding("make_space", "Make space", ("S",)),
    Binding("tidy", "Tidy the selection, else all", ("Ctrl+Shift+A",)),
    Binding("align_left", "Align left edges", ("Alt+Shift+Left",)),
    Binding("align_center", "Align centres"),
    Binding("align_right", "Align right edges", ("Alt+Shift+Right",)),
    Binding("align_top", "Align upper edges", ("Alt+Shift+Up",)),
    Binding("align_middle", "Align middles"),
    Binding("align_bottom", "Align lower edges", ("Alt+Shift+Down",)),
    Binding("distribute_across", "Leave equal gaps from left to right"),
    Binding("distribute_down", "Leave equal gaps from top to bottom"),
    Binding("add_lane", "Add a lane", ("L",)),
    Binding("undo", "Undo", ("Ctrl+Z",)),
    Binding("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Binding("select_all", "Select all", ("Ctrl+A",)),
    Binding("walk_left", "Go back along a flow", ("Left",)),
    Binding("walk_right", "Go on along a flow", ("Right",)),
    Binding("walk_up", "Go to the block above", ("Up",)),
    Binding("walk_down", "Go to the block below", ("Down",)),
    Binding("select_upstream", "Select all that leads here", ("Shift+Left",)),
    Binding("select_downstream", "Select all that follows", ("Shift+Right",)),
    Binding("extend_up", "Select the block above, too", ("Shift+Up",)),
    Binding("extend_down", "Select the block below, too", ("Shift+Down",)),
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
"""Every command. `resources/keymaps` holds presets, which give some of them other keys."""

GESTURES: tuple[tuple[str, str], ...] = (
    ("Insert a block", "Double-click on empty, or drop a wire in space"),
    ("Insert on a flow", "Drop on the flow"),
    ("Connect", "Drag from a port"),
    ("Bend or reconnect", "Drag a piece or an end of the selected flow"),
    ("Cut flows", "Ctrl+right-drag across them"),
    ("Take a block out of its flow", "Alt+drag"),
    ("Duplicate", "Ctrl+drag"),
    ("Look into a subsystem", "Rest on its plus sign"),
    ("Pan", "Middle-drag, Space+drag, wheel"),
    ("Zoom", "Ctrl+wheel, pinch"),
    ("Select several", "Drag over them; Ctrl or Shift+click adds"),
    ("Leave a gesture", "Esc"),
)
"""What the mouse does, and how; these cannot be changed."""

_IGNORED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier


class KeyMap:
    """The keys in use; `changes` gives commands other keys than the table (none: no key).

    A key that is given to one command is taken from every other that has it by the table.
    """

    def __init__(self, changes: Mapping[str, Keys] | None = None) -> None:
        given = dict(changes or {})
        self._commands: dict[str, str] = {}
        for changed in (False, True):
            for binding in BINDINGS:
                if (binding.command in given) is changed:
                    for keys in given.get(binding.command, binding.keys):
                        self._commands[_portable(QKeySequence(keys))] = binding.command

    def command(self, event: QKeyEvent) -> str:
        """The command that a key press starts, or `""`."""
        modifiers = event.modifiers() & ~_IGNORED
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            # on many keyboards plus is Shift+something; the sign is meant, not how it is typed
            modifiers &= ~Qt.KeyboardModifier.ShiftModifier
        return self._commands.get(_portable(QKeySequence(modifiers | key)), "")

    def keys(self, command: str) -> Keys:
        """The keys of a command, as text for menus."""
        return tuple(keys for keys, name in self._commands.items() if name == command)


def presets() -> Mapping[str, str]:
    """The names for people of the presets that there are, by the name that `preset` knows."""
    files = sorted((shipped("resources") / "keymaps").glob("*.json"))
    return {file.stem: str(json.loads(file.read_text(encoding="utf-8"))["name"]) for file in files}


def preset(name: str) -> Mapping[str, Keys]:
    """The keys that a preset gives to commands instead of the table's. FileNotFoundError for an unknown one."""
    file = shipped("resources") / "keymaps" / f"{name}.json"
    keys = json.loads(file.read_text(encoding="utf-8"))["keys"]
    return {str(command): tuple(map(str, given)) for command, given in keys.items()}


def _portable(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.PortableText)
