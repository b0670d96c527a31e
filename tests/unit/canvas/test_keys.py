from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from procos_studio.canvas.commands import COMMANDS
from procos_studio.canvas.keys import BINDINGS, KeyMap

CTRL, SHIFT, KEYPAD = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


def pressed(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers)


def test_every_binding_names_a_command_and_every_command_has_one() -> None:
    assert {binding.command for binding in BINDINGS} == set(COMMANDS)


def test_no_key_does_two_things() -> None:
    keys = [key for binding in BINDINGS for key in binding.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("key", "modifiers", "command"),
    [
        (Qt.Key.Key_Delete, NONE, "delete"),
        (Qt.Key.Key_Delete, CTRL, "delete_and_heal"),
        (Qt.Key.Key_E, NONE, "rename"),
        (Qt.Key.Key_C, NONE, "connect"),
        (Qt.Key.Key_C, CTRL, "copy"),
        (Qt.Key.Key_Plus, CTRL | SHIFT, "zoom_in"),
        (Qt.Key.Key_Plus, CTRL | KEYPAD, "zoom_in"),
        (Qt.Key.Key_Equal, CTRL, "zoom_in"),
        (Qt.Key.Key_Right, CTRL | SHIFT, "push_right"),
        (Qt.Key.Key_Q, NONE, ""),
    ],
)
def test_a_key_press_finds_its_command(key: Qt.Key, modifiers: Qt.KeyboardModifier, command: str) -> None:
    assert KeyMap().command(pressed(key, modifiers)) == command


def test_keys_can_be_changed() -> None:
    # when
    keys = KeyMap({"rename": ("Ctrl+R",), "connect": ()})
    # then
    assert keys.command(pressed(Qt.Key.Key_R, CTRL)) == "rename"
    assert keys.command(pressed(Qt.Key.Key_F2)) == ""
    assert keys.command(pressed(Qt.Key.Key_C)) == ""
    assert keys.keys("rename") == ("Ctrl+R",)
