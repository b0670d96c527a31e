"""Editing through form, choosers and keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, Qt

from tests.gui.app.processes import PERSON, QUICK, write
from tests.gui.pages.studio import StudioPage

CTRL = Qt.KeyboardModifier.ControlModifier


def test_undo_takes_a_property_edit_back_and_redo_does_it_again(studio: StudioPage, tmp_path: Path) -> None:
    # given a parameter set in the form
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("work")
    studio.form.fill("script", "answer = 1")
    assert studio.titles() == ["small.bpmn ●"]
    # when undone, the form and the file's text are as before
    studio.key(Qt.Key.Key_Z, CTRL)
    assert studio.form.value("script") == "answer = 42"
    assert studio.titles() == ["small.bpmn"]
    # when redone
    studio.key(Qt.Key.Key_Y, CTRL)
    assert studio.form.value("script") == "answer = 1"


def test_the_form_renames_the_block(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("work")
    studio.form.rename("Better name")
    assert studio.diagram["work"].name == "Better name"


def test_selecting_nothing_says_what_to_do_and_several_show_what_they_share(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, QUICK))
    assert "Select a block" in studio.form.hint()
    studio.key(Qt.Key.Key_A, CTRL)
    assert studio.form.hint() == ""
    assert set(studio.form.parameters) == {"name", "documentation"}


def test_a_block_is_inserted_and_appended_from_the_keyboard_alone(studio: StudioPage) -> None:
    # given an empty process
    studio.new()
    # when N is pressed and a name typed, then A and another
    studio.canvas.key(Qt.Key.Key_N)
    studio.choose("start")
    (start,) = studio.canvas.nodes("startEvent")
    studio.canvas.key(Qt.Key.Key_A)
    studio.choose("end")
    # then both are there, joined
    (end,) = studio.canvas.nodes("endEvent")
    assert studio.canvas.flows() == [(start, end)]


def test_esc_in_the_chooser_changes_nothing(studio: StudioPage) -> None:
    studio.new()
    studio.canvas.double_click(QPointF(10, 10))
    studio.qtbot.keyClick(studio.chooser(), Qt.Key.Key_Escape)
    studio.settle()
    assert studio.canvas.nodes() == []
    assert studio.titles() == ["Process 1"]


def test_replace_asks_for_another_block(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("work")
    studio.command("replace")
    studio.choose("user form")
    assert studio.diagram["work"].kind == "userTask" if "work" in studio.diagram else studio.canvas.nodes("userTask")


def test_the_command_palette_runs_what_is_found(studio: StudioPage) -> None:
    studio.key(Qt.Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    studio.choose("new process")
    assert studio.titles() == ["Process 1"]


def test_the_command_palette_puts_the_name_of_a_command_before_its_menu(studio: StudioPage, tmp_path: Path) -> None:
    # given a block, on which the commands of the menu “Block” make sense
    studio.open(write(tmp_path, PERSON))
    studio.canvas.click_on("work")
    # when a command is searched by words of which one is the name of a menu, too
    studio.key(Qt.Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    chooser = studio.chooser()
    studio.qtbot.keyClicks(chooser.search, "make a block")
    # then the command comes first whose name has all of them
    assert chooser.list.item(0).text().startswith("Make a block")
    studio.qtbot.keyClick(chooser.search, Qt.Key.Key_Escape)


def test_the_questions_of_a_form_are_edited_as_cards(studio: StudioPage, tmp_path: Path) -> None:
    # given a user task with two questions
    studio.open(write(tmp_path, PERSON))
    studio.canvas.click_on("work")
    editor = studio.form.questions()
    assert [card.name.text() for card in editor.cards] == ["approved", "amount"]
    # when one is added and asked to be required
    studio.qtbot.mouseClick(editor.add_button, Qt.MouseButton.LeftButton)
    studio.settle()
    studio.qtbot.mouseClick(editor.cards[-1].required, Qt.MouseButton.LeftButton, pos=QPointF(8, 12).toPoint())
    # then the file has it
    form = studio.diagram["work"].extensions[0]
    assert [field.get("id") for field in form.children] == ["approved", "amount", "field_1"]
    # and undo takes back one step at a time
    studio.command("undo")
    studio.command("undo")
    assert [card.name.text() for card in editor.cards] == ["approved", "amount"]


def test_no_two_commands_share_a_key(studio: StudioPage) -> None:
    from_table: dict[str, str] = {}
    for action in studio.window.findChildren(type(studio.window.actions_by_id["new"])):
        for keys in action.shortcuts() if action.objectName() else ():
            text = keys.toString()
            assert from_table.setdefault(text, action.objectName()) == action.objectName(), text


def test_a_wire_is_offered_only_blocks_that_it_can_end_at(studio: StudioPage) -> None:
    # given a block from which a wire is let go in space
    studio.new()
    studio.canvas.key(Qt.Key.Key_N)
    studio.choose("task")
    (task,) = studio.canvas.nodes("task")
    studio.canvas.view.surface.ask_for_block(studio.canvas.center_of(task) + QPointF(200, 0), task)
    # then neither a start nor an event of a border is offered, but what can follow is
    names = studio.offered()
    assert "Start" not in names
    assert "On error" not in names
    assert {"End", "Task", "Decision"} <= set(names)
    studio.choose("end")
    assert studio.canvas.flows() == [(task, *studio.canvas.nodes("endEvent"))]


def test_a_block_is_offered_only_what_it_can_become(studio: StudioPage, tmp_path: Path) -> None:
    # given a step that something leads to, and an event that starts all
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("work")
    # when
    studio.command("replace")
    # then every kind of step is there, beyond the palette's, and no start, no pool, no annotation
    names = studio.offered()
    assert {"User form", "Manual task", "Decision"} <= set(names)
    assert not {"Start", "Pool", "Annotation", "On error", "Python script"} & set(names)
    studio.choose("manual task")
    assert studio.diagram["work"].kind == "manualTask"
