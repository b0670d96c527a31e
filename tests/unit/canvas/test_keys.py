from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from procos_studio.canvas.commands import COMMANDS
from procos_studio.canvas.keys import BINDINGS, KeyMap, drags_pan, gestures, preset, presets

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


@pytest.mark.parametrize("name", sorted(presets()))
def test_presets_know_the_commands_and_leave_none_without_a_key(name: str) -> None:
    # given
    changes = preset(name)
    by_table = {binding.command for binding in BINDINGS if binding.keys}
    # when
    keys = KeyMap(changes)
    # then
    assert {command for command in changes if not command.startswith("window:")} <= set(COMMANDS)
    given = [key for keys_of in changes.values() for key in keys_of]
    assert len(given) == len(set(given))
    assert all(QKeySequence(key).toString() for key in given)
    silent = {command for command, keys_of in changes.items() if not keys_of}
    assert {command for command in by_table - silent if not keys.keys(command)} == set()


def test_the_presets_are_found_by_name() -> None:
    assert dict(presets()) == {"bpmn-io": "bpmn.io", "simulink": "Simulink"}
    assert KeyMap(preset("bpmn-io")).command(pressed(Qt.Key.Key_Left)) == "nudge_left"
    assert KeyMap(preset("simulink")).command(pressed(Qt.Key.Key_F)) == "fit"


def test_what_the_mouse_does_is_told_as_it_is_in_a_preset() -> None:
    # given
    ours, theirs = dict(gestures(drags_pan("simulink"))), dict(gestures(drags_pan("bpmn-io")))
    # then they differ where a drag from empty ground is meant
    assert {what for what in ours if ours[what] != theirs[what]} == {"Pan", "Select several"}
    assert theirs["Select several"].startswith("Shift+drag")


def test_a_key_that_is_given_is_taken_from_the_others() -> None:
    # when
    keys = KeyMap({"rename": ("C",)})
    # then
    assert keys.command(pressed(Qt.Key.Key_C)) == "rename"
    assert keys.keys("connect") == ()
