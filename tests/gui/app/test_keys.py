"""Keys that a person gives to commands: they work at once, are taken from others, and stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit

from procos_studio.app.keymap import NAMES, Keymap
from procos_studio.app.settings import Settings
from procos_studio.app.shortcuts import ShortcutsDialog
from procos_studio.canvas.keys import preset
from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage

KEY, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def _dialog(studio: StudioPage, title: str) -> ShortcutsDialog:
    """The window of shortcuts, with a command chosen in it."""
    studio.command("shortcuts")
    dialog: QDialog = studio.dialog("shortcuts-dialog")
    assert isinstance(dialog, ShortcutsDialog)
    (item,) = dialog.list.findItems(title, Qt.MatchFlag.MatchExactly)
    dialog.list.setCurrentItem(item)
    return dialog


def _press(studio: StudioPage, dialog: ShortcutsDialog, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """Press new keys in the field, and let it take them."""
    dialog.keys_edit.setFocus()
    studio.qtbot.keyClick(dialog.keys_edit, key, modifier)
    studio.wait_for(lambda: bool(dialog.note.text()) and "has other keys" in dialog.note.text())


def test_a_command_of_the_canvas_gets_other_keys_and_keeps_them(studio: StudioPage, tmp_path: Path) -> None:
    # given other keys for renaming
    studio.open(write(tmp_path, QUICK))
    dialog = _dialog(studio, "Rename")
    _press(studio, dialog, KEY.Key_J, ALT)
    dialog.close()
    # when they are pressed on the canvas
    studio.canvas.click_on("work")
    studio.key(KEY.Key_J, ALT)
    # then the name can be typed, and the menu shows the keys
    assert [field for field in studio.canvas.view.viewport().findChildren(QPlainTextEdit) if field.isVisible()]
    assert studio.window.actions_by_id["rename"].shortcut().toString() == "Alt+J"
    studio.canvas.view.tools.cancel()
    # and another start has them too
    assert Keymap(Settings()).keys_of("rename") == ("Alt+J",)


def test_keys_are_taken_from_who_had_them_and_that_is_told(studio: StudioPage) -> None:
    # given the keys of "Find here…"
    dialog = _dialog(studio, "Next match")
    # when another command gets them
    _press(studio, dialog, KEY.Key_F, CTRL)
    # then only that one has them, and a sentence says who has lost them
    assert "Find here" in dialog.note.text()
    assert studio.window.actions_by_id["find"].shortcuts() == []
    assert studio.window.actions_by_id["next-match"].shortcut().toString() == "Ctrl+F"
    # when all is as before
    studio.qtbot.mouseClick(dialog.all_as_before, Qt.MouseButton.LeftButton)
    # then both have their own
    assert studio.window.actions_by_id["find"].shortcut().toString() == "Ctrl+F"
    assert studio.window.actions_by_id["next-match"].shortcut().toString() == "F3"
    assert not dialog.all_as_before.isEnabled()
    dialog.close()


def test_a_command_can_do_without_keys_and_get_them_back(studio: StudioPage) -> None:
    # given a command
    dialog = _dialog(studio, "Undo")
    # when it is to have no keys
    studio.qtbot.mouseClick(dialog.no_keys, Qt.MouseButton.LeftButton)
    # then neither window nor canvas has them
    assert studio.window.actions_by_id["undo"].shortcuts() == []
    assert studio.window.keymap.keys.keys("undo") == ()
    # when it is as before
    studio.qtbot.mouseClick(dialog.as_before, Qt.MouseButton.LeftButton)
    # then they are back
    assert studio.window.actions_by_id["undo"].shortcut().toString() == "Ctrl+Z"
    dialog.close()


@pytest.mark.parametrize("choice", ["", "simulink", "bpmn-io"])
def test_no_preset_gives_one_key_to_two(studio: StudioPage, choice: str) -> None:
    # given a preset
    keymap = Keymap(Settings())
    found = next(name for name in keymap.choices if name.replace(".", "-") == choice)
    keymap.choose(found)
    assert set(preset(choice) if choice else ()) <= set(NAMES)
    # when all keys are listed
    owners: dict[str, list[str]] = {}
    for name in NAMES:
        for key in keymap.keys_of(name):
            owners.setdefault(key, []).append(name)
    # then each has one owner
    assert {key: names for key, names in owners.items() if len(names) > 1} == {}


def test_damaged_settings_give_the_keys_of_the_table(studio: StudioPage) -> None:
    # given settings that are no keys, and keys for what there is not
    for damaged in ("{", "[1]", '{"rename": "x", "nothing": ["F1"]}'):
        Settings()._store.setValue("keys", damaged)
        # when they are read
        # then the table counts
        assert Keymap(Settings()).keys_of("rename") == ("F2", "E")


def test_a_sign_that_is_typed_with_shift_is_found_however_the_platform_tells_it(studio: StudioPage) -> None:
    # given the command that has Shift+?
    action = studio.window.actions_by_id["shortcuts"]
    # then shortcuts are looked for under both names, and the menu shows the one of the table
    assert [keys.toString() for keys in action.shortcuts()] == ["Shift+?", "?"]
    # when it is pressed
    studio.key(KEY.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    # then the window of shortcuts opens
    studio.dialog("shortcuts-dialog").close()
    # and letters, digits and other keys with Shift stay as they are
    assert [keys.toString() for keys in studio.window.actions_by_id["stop"].shortcuts()] == ["Shift+F5"]


def test_a_preset_reaches_the_commands_of_the_window(studio: StudioPage) -> None:
    # given the keys of Simulink
    studio.window.keymap.choose("simulink")
    # then Ctrl+T runs and Ctrl+D checks, beside the keys of the table
    assert [keys.toString() for keys in studio.window.actions_by_id["run"].shortcuts()] == ["Ctrl+T", "F5"]
    assert studio.window.keymap.keys_of("window:check") == ("Ctrl+D", "Ctrl+B")
    assert studio.window.keymap.keys_of("duplicate") == ("Ctrl+Shift+D",)
    # when a person changes one, that counts more
    studio.window.keymap.change("window:run", ("F9",))
    assert studio.window.keymap.keys_of("window:run") == ("F9",)
    # and the table's keys come back with the table
    studio.window.keymap.reset()
    studio.window.keymap.choose("")
    assert studio.window.keymap.keys_of("window:run") == ("F5",)
