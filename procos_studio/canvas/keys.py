"""Keys: which key and which gesture does what on the canvas; one visible table, which a person may change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from procos_studio.canvas.translating import QT_TR_NOOP
from procos_studio.resources import shipped

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Binding:
    """A command by its name in `commands.COMMANDS`, what it does in words, and the keys that start it at first."""

    command: str
    text: str
    keys: Keys = ()


BINDINGS: tuple[Binding, ...] = (
    Binding("insert", QT_TR_NOOP("Insert a block"), ("N",)),
    Binding("append", QT_TR_NOOP("Append a block"), ("A",)),
    Binding("replace", QT_TR_NOOP("Replace by another block"), ("R",)),
    Binding("connect", QT_TR_NOOP("Connect with the pointer"), ("C",)),
    Binding("connect_selected", QT_TR_NOOP("Connect the selected blocks in order"), ("F",)),
    Binding("rename", QT_TR_NOOP("Rename"), ("F2", "E")),
    Binding("open", QT_TR_NOOP("Open the form or the subsystem"), ("Return", "Enter")),
    Binding("open_inside", QT_TR_NOOP("Go into the subsystem"), ("Alt+Down",)),
    Binding("to_parent", QT_TR_NOOP("To the parent"), ("Alt+Up",)),
    Binding("peek", QT_TR_NOOP("Look into the subsystem"), ("P",)),
    Binding("delete", QT_TR_NOOP("Delete"), ("Del", "Backspace")),
    Binding("delete_and_heal", QT_TR_NOOP("Delete and join what is left"), ("Ctrl+Del", "Ctrl+Backspace")),
    Binding("cut", QT_TR_NOOP("Cut"), ("Ctrl+X", "Shift+Del")),
    Binding("copy", QT_TR_NOOP("Copy"), ("Ctrl+C", "Ctrl+Ins")),
    Binding("paste", QT_TR_NOOP("Paste at the pointer"), ("Ctrl+V", "Shift+Ins")),
    Binding("duplicate", QT_TR_NOOP("Duplicate"), ("Ctrl+D",)),
    Binding("group", QT_TR_NOOP("Make a subsystem"), ("Ctrl+G",)),
    Binding("ungroup", QT_TR_NOOP("Take a subsystem apart"), ("Ctrl+Shift+G",)),
    Binding("comment_out", QT_TR_NOOP("Comment out, or bring back"), ("M", "Ctrl+Shift+X")),
    Binding("make_space", QT_TR_NOOP("Make space"), ("S",)),
    Binding("tidy", QT_TR_NOOP("Tidy the selection, else all"), ("Ctrl+Shift+A",)),
    Binding("align_left", QT_TR_NOOP("Align left edges"), ("Alt+Shift+Left",)),
    Binding("align_center", QT_TR_NOOP("Align centres")),
    Binding("align_right", QT_TR_NOOP("Align right edges"), ("Alt+Shift+Right",)),
    Binding("align_top", QT_TR_NOOP("Align upper edges"), ("Alt+Shift+Up",)),
    Binding("align_middle", QT_TR_NOOP("Align middles")),
    Binding("align_bottom", QT_TR_NOOP("Align lower edges"), ("Alt+Shift+Down",)),
    Binding("distribute_across", QT_TR_NOOP("Leave equal gaps from left to right")),
    Binding("distribute_down", QT_TR_NOOP("Leave equal gaps from top to bottom")),
    Binding("add_lane", QT_TR_NOOP("Add a lane"), ("L",)),
    Binding("add_lane_before", QT_TR_NOOP("Add a lane above, or at the left"), ("Shift+L",)),
    Binding("split_lane", QT_TR_NOOP("Split the lane"), ("Ctrl+L",)),
    Binding("undo", QT_TR_NOOP("Undo"), ("Ctrl+Z",)),
    Binding("redo", QT_TR_NOOP("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    Binding("select_all", QT_TR_NOOP("Select all"), ("Ctrl+A",)),
    Binding("walk_left", QT_TR_NOOP("Go back along a flow"), ("Left",)),
    Binding("walk_right", QT_TR_NOOP("Go on along a flow"), ("Right",)),
    Binding("walk_up", QT_TR_NOOP("Go to the block above"), ("Up",)),
    Binding("walk_down", QT_TR_NOOP("Go to the block below"), ("Down",)),
    Binding("select_upstream", QT_TR_NOOP("Select all that leads here"), ("Shift+Left",)),
    Binding("select_downstream", QT_TR_NOOP("Select all that follows"), ("Shift+Right",)),
    Binding("extend_up", QT_TR_NOOP("Select the block above, too"), ("Shift+Up",)),
    Binding("extend_down", QT_TR_NOOP("Select the block below, too"), ("Shift+Down",)),
    Binding("nudge_left", QT_TR_NOOP("Move a little to the left"), ("Ctrl+Left",)),
    Binding("nudge_right", QT_TR_NOOP("Move a little to the right"), ("Ctrl+Right",)),
    Binding("nudge_up", QT_TR_NOOP("Move a little up"), ("Ctrl+Up",)),
    Binding("nudge_down", QT_TR_NOOP("Move a little down"), ("Ctrl+Down",)),
    Binding("push_left", QT_TR_NOOP("Move far to the left"), ("Ctrl+Shift+Left",)),
    Binding("push_right", QT_TR_NOOP("Move far to the right"), ("Ctrl+Shift+Right",)),
    Binding("push_up", QT_TR_NOOP("Move far up"), ("Ctrl+Shift+Up",)),
    Binding("push_down", QT_TR_NOOP("Move far down"), ("Ctrl+Shift+Down",)),
    Binding("hand", QT_TR_NOOP("Pan with the pointer"), ("H",)),
    Binding("lasso", QT_TR_NOOP("Select by a rectangle from anywhere")),
    Binding("pan_left", QT_TR_NOOP("Look further left"), ("Shift+PgUp",)),
    Binding("pan_right", QT_TR_NOOP("Look further right"), ("Shift+PgDown",)),
    Binding("pan_up", QT_TR_NOOP("Look further up"), ("PgUp",)),
    Binding("pan_down", QT_TR_NOOP("Look further down"), ("PgDown",)),
    Binding("zoom_in", QT_TR_NOOP("Zoom in"), ("Ctrl++", "Ctrl+=")),
    Binding("zoom_out", QT_TR_NOOP("Zoom out"), ("Ctrl+-",)),
    Binding("reset_zoom", QT_TR_NOOP("100 %"), ("Ctrl+0",)),
    Binding("fit", QT_TR_NOOP("Show all"), ("Ctrl+1", "Home")),
    Binding("fit_selection", QT_TR_NOOP("Show the selection"), ("Ctrl+2",)),
)
"""Every command. `resources/keymaps` holds presets, which give some of them other keys."""

GESTURES: tuple[tuple[str, str], ...] = (
    (QT_TR_NOOP("Insert a block"), QT_TR_NOOP("Double-click on empty, or drop a wire in space")),
    (QT_TR_NOOP("Insert on a flow"), QT_TR_NOOP("Drop on the flow")),
    (QT_TR_NOOP("Connect"), QT_TR_NOOP("Drag from a port")),
    (QT_TR_NOOP("Bend or reconnect"), QT_TR_NOOP("Drag a piece, a corner or an end of the selected flow")),
    (QT_TR_NOOP("Cut flows"), QT_TR_NOOP("Ctrl+right-drag across them")),
    (QT_TR_NOOP("Take a block out of its flow"), QT_TR_NOOP("Alt+drag")),
    (QT_TR_NOOP("Duplicate"), QT_TR_NOOP("Ctrl+drag")),
    (QT_TR_NOOP("Move straight on, resize in proportion"), QT_TR_NOOP("Shift+drag")),
    (QT_TR_NOOP("Look into a subsystem"), QT_TR_NOOP("Rest on its plus sign")),
    (QT_TR_NOOP("Pan"), QT_TR_NOOP("Middle-drag, Space+drag, wheel")),
    (QT_TR_NOOP("Zoom"), QT_TR_NOOP("Ctrl+wheel, pinch")),
    (QT_TR_NOOP("Select several"), QT_TR_NOOP("Drag over them; Ctrl or Shift+click adds")),
    (QT_TR_NOOP("Select what lies below"), QT_TR_NOOP("Alt+click")),
    (QT_TR_NOOP("Leave a gesture"), QT_TR_NOOP("Esc")),
)
"""What the mouse does, and how; these cannot be changed, except by a preset in which drags pan."""

_WHERE_DRAGS_PAN: Mapping[str, str] = {
    QT_TR_NOOP("Pan"): QT_TR_NOOP("Drag from empty, middle-drag, Space+drag, wheel"),
    QT_TR_NOOP("Select several"): QT_TR_NOOP("Shift+drag over them; Ctrl or Shift+click adds"),
}

_IGNORED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier


def gestures(drags_pan: bool) -> tuple[tuple[str, str], ...]:
    """What the mouse does, and how, where a drag from empty ground selects, or where it pans."""
    return tuple((what, _WHERE_DRAGS_PAN.get(what, how) if drags_pan else how) for what, how in GESTURES)


class KeyMap:
    """The keys in use; `changes` gives commands other keys than the table (none: no key).

    A key that is given to one command is taken from every other that has it by the table. With `drags_pan` a drag from
    empty ground pans, and selects with Shift only.
    """

    def __init__(self, changes: Mapping[str, Keys] | None = None, *, drags_pan: bool = False) -> None:
        self.drags_pan = drags_pan
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
    return {str(command): tuple(map(str, given)) for command, given in _read(name)["keys"].items()}


def drags_pan(name: str) -> bool:
    """Whether in a preset a drag from empty ground pans. FileNotFoundError for an unknown one."""
    return bool(_read(name).get("dragsPan"))


def _read(name: str) -> dict[str, Any]:
    file = shipped("resources") / "keymaps" / f"{name}.json"
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def _portable(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.PortableText)
