"""Debugging: breakpoints on blocks, the list of them, and runs that stop, step and go on, from the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QDialogButtonBox, QTreeWidgetItem

from procos_studio.app.context_menu import context_menu
from procos_studio.app.debugging.condition import ConditionDialog
from procos_studio.canvas.describe import describe
from procos_studio.canvas.marks import Breakpoint
from procos_studio.edits.delete import delete
from procos_studio.edits.rename import rename
from procos_studio.runtime.breakpoints import Why
from tests.gui.app.processes import PERSON, QUICK, script, write
from tests.gui.pages.studio import StudioPage, button

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
INSIDE = """<bpmn:subProcess id="work" name="Inside"><bpmn:startEvent id="is" name="Inner start"/>
<bpmn:task id="it" name="Inner task"/><bpmn:endEvent id="ie" name="Inner end"/>
<bpmn:sequenceFlow id="i1" sourceRef="is" targetRef="it"/><bpmn:sequenceFlow id="i2" sourceRef="it" targetRef="ie"/>
</bpmn:subProcess>"""


def stands(studio: StudioPage) -> str:
    run = studio.session.run
    return run.stop_at.element if run is not None and run.stop_at is not None else ""


def wait_at(studio: StudioPage, element: str) -> None:
    studio.wait_for(lambda: stands(studio) == element)
    assert studio.canvas.mark(element).is_now


def wait_end(studio: StudioPage) -> None:
    studio.wait_for(lambda: studio.session.run is not None and not studio.session.is_running)


def entry(studio: StudioPage, row: int = 0) -> QTreeWidgetItem:
    item = studio.window.panes.breakpoints.tree.topLevelItem(row)
    assert item is not None
    return item


def test_a_run_stops_before_a_breakpoint_shows_where_and_what_it_sees_and_goes_on(
    studio: StudioPage, tmp_path: Path
) -> None:
    # given a breakpoint at the end
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("end")
    studio.key(Qt.Key.Key_F9)
    assert studio.canvas.mark("end").breakpoint is Breakpoint.ALWAYS
    assert "Has a breakpoint" in describe(studio.diagram, "end", studio.canvas.mark("end"))
    # when it runs
    studio.run()
    # then it stands before it, and says so everywhere
    wait_at(studio, "end")
    assert studio.session.tab.view.selection == ("end",)
    assert "Stopped before “Done”: breakpoint" in studio.window.status.run.text()
    studio.wait_for(lambda: studio.variables().get("answer") == "42")
    top = studio.window.panes.variables.tree.topLevelItem(0)
    assert top is not None
    assert top.text(0) == "at “Done”"
    assert "The run has stopped before it" in describe(studio.diagram, "end", studio.canvas.mark("end"))
    # when it goes on, then it ends, and nothing of the stop is left
    studio.run()
    wait_end(studio)
    assert not studio.canvas.mark("end").is_now
    assert "completed" in studio.window.status.run.text()


def test_steps_from_the_first_element_into_a_sub_process_and_out_of_it(studio: StudioPage, tmp_path: Path) -> None:
    # given a collapsed sub-process, and nothing but the keyboard
    studio.open(write(tmp_path, INSIDE))
    # when it is started with a step
    studio.key(Qt.Key.Key_F10)
    wait_at(studio, "start")
    studio.key(Qt.Key.Key_F10)
    wait_at(studio, "work")
    # then F11 goes inside, and the view follows
    studio.key(Qt.Key.Key_F11)
    wait_at(studio, "is")
    assert any(shape.parent == studio.session.tab.plane for shape in studio.diagram.drawn("is"))
    studio.key(Qt.Key.Key_F10)
    wait_at(studio, "it")
    # and Shift+F11 out
    studio.key(Qt.Key.Key_F11, SHIFT)
    wait_at(studio, "end")
    assert any(shape.parent == studio.session.tab.plane for shape in studio.diagram.drawn("end"))
    studio.key(Qt.Key.Key_F10)
    wait_end(studio)


def test_everything_can_be_done_from_the_keyboard(studio: StudioPage, tmp_path: Path) -> None:
    # given an open diagram, and nobody who touches the mouse
    studio.open(write(tmp_path, QUICK))
    studio.key(Qt.Key.Key_F6, CTRL)
    studio.session.tab.view.select(("start",))
    # when a breakpoint is set at the next block, and the process runs
    studio.canvas.key(Qt.Key.Key_Right)
    studio.key(Qt.Key.Key_F9)
    studio.run()
    # then it stops there, with the focus still on the canvas
    wait_at(studio, "work")
    assert studio.session.tab.view.hasFocus()
    studio.key(Qt.Key.Key_F10)
    wait_at(studio, "end")
    # and the list can be reached, and emptied
    studio.key(Qt.Key.Key_F9, CTRL)
    assert studio.window.panes.breakpoints.tree.hasFocus()
    studio.key(Qt.Key.Key_Delete)
    assert not studio.session.stops.wishes
    studio.run()
    wait_end(studio)


def test_a_run_that_stands_at_an_element_that_is_gone_goes_on(studio: StudioPage, tmp_path: Path) -> None:
    # given a run that stands, and an edit that takes the next element away
    studio.open(write(tmp_path, QUICK))
    studio.key(Qt.Key.Key_F10)
    wait_at(studio, "start")
    delete(studio.diagram, ["end"])
    studio.key(Qt.Key.Key_F10)
    wait_at(studio, "work")
    # when it comes there, then it stands where nothing is drawn any more, and goes on
    studio.key(Qt.Key.Key_F10)
    studio.wait_for(lambda: stands(studio) == "end")
    assert "“end”" in studio.window.status.run.text()
    studio.run()
    wait_end(studio)


def test_steps_are_offered_where_they_lead_somewhere(studio: StudioPage, tmp_path: Path) -> None:
    actions = studio.window.actions_by_id
    steps = ("step-over", "step-into", "step-out")
    assert not any(actions[name].isEnabled() for name in (*steps, "breakpoint", "breakpoints-clear"))
    studio.open(write(tmp_path, PERSON))
    assert [actions[name].isEnabled() for name in steps] == [True, True, False]
    # a running process cannot be stepped before it stands
    studio.run()
    studio.wait_for(lambda: bool(studio.window.panes.waiting.cards))
    assert [actions[name].isEnabled() for name in steps] == [False, False, False]
    # a paused one can
    studio.key(Qt.Key.Key_F5, CTRL)
    assert [actions[name].isEnabled() for name in steps] == [True, True, True]
    # and stopping ends it
    studio.key(Qt.Key.Key_F5, SHIFT)
    wait_end(studio)
    assert stands(studio) == ""


def test_a_flow_takes_no_breakpoint_and_several_blocks_take_theirs_together(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, QUICK))
    studio.session.tab.view.select(("f1",))
    assert not studio.window.actions_by_id["breakpoint"].isEnabled()
    studio.key(Qt.Key.Key_A, CTRL)
    studio.key(Qt.Key.Key_F9)
    assert set(studio.session.stops.wishes) == {"start", "work", "end"}
    studio.key(Qt.Key.Key_F9)
    assert not studio.session.stops.wishes


def test_a_breakpoint_goes_with_its_element_and_comes_back_with_it(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("work")
    studio.key(Qt.Key.Key_F9)
    studio.key(Qt.Key.Key_Delete)
    assert not studio.session.stops.wishes
    assert not studio.session.stops.for_run()
    studio.key(Qt.Key.Key_Z, CTRL)
    assert set(studio.session.stops.wishes) == {"work"}
    assert studio.canvas.mark("work").breakpoint


def test_breakpoints_are_remembered_by_file_and_are_not_in_it(studio: StudioPage, tmp_path: Path) -> None:
    path = write(tmp_path, QUICK)
    before = path.read_bytes()
    studio.open(path)
    studio.session.stops.set_condition("work", "${answer > 1}")
    studio.session.stops.set_on("work", False)
    studio.session.stops.set_on_error(True)
    assert not studio.diagram.history.is_modified
    studio.key(Qt.Key.Key_W, CTRL)
    studio.settle()
    assert path.read_bytes() == before
    studio.open(path)
    stops = studio.session.stops
    assert (stops.wishes["work"].condition, stops.wishes["work"].is_on, stops.on_error) == (
        "${answer > 1}",
        False,
        True,
    )
    assert studio.canvas.mark("work").breakpoint is Breakpoint.OFF
    assert studio.window.panes.breakpoints.on_error.isChecked()


def test_a_condition_is_asked_for_checked_and_heeded(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, script("answer = 42")))
    studio.canvas.click_on("end")
    # when a condition is typed that cannot be read
    studio.key(Qt.Key.Key_F9, SHIFT)
    dialog = studio.dialog("breakpoint-condition")
    assert isinstance(dialog, ConditionDialog)
    studio.qtbot.keyClicks(dialog.edit, "answer > 1")
    # then it says how to write it, and is not taken
    assert "${" in dialog.note.text()
    assert not dialog.box.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    studio.qtbot.keyClick(dialog.edit, Qt.Key.Key_Return)
    assert dialog.isVisible()
    # when it is mended
    dialog.edit.clear()
    studio.qtbot.keyClicks(dialog.edit, "${answer == 42}")
    studio.qtbot.keyClick(dialog.edit, Qt.Key.Key_Return)
    assert studio.canvas.mark("end").breakpoint is Breakpoint.CONDITION
    # then it stops there
    studio.run()
    wait_at(studio, "end")
    studio.key(Qt.Key.Key_F5, SHIFT)
    wait_end(studio)
    # and one that has no value says why
    studio.session.stops.set_condition("end", "${nobody > 1}")
    studio.run()
    wait_at(studio, "end")
    assert "nobody" in studio.window.status.run.text()
    studio.run()
    wait_end(studio)


def test_the_list_switches_goes_changes_and_deletes(studio: StudioPage, tmp_path: Path) -> None:
    # given two breakpoints, one inside of a sub-process
    studio.open(write(tmp_path, INSIDE))
    studio.session.stops.toggle(["it"])
    studio.session.stops.toggle(["end"])
    studio.key(Qt.Key.Key_F9, CTRL)
    panel = studio.window.panes.breakpoints
    studio.wait_for(panel.tree.isVisible)
    assert [(entry(studio, row).text(0), entry(studio, row).text(2)) for row in (0, 1)] == [
        ("Inner task", "Inside"),
        ("Done", "Small"),
    ]
    # when Space and Enter are pressed on the first, then it is off and shown
    panel.tree.setFocus()
    studio.qtbot.keyClick(panel.tree, Qt.Key.Key_Space)
    assert not studio.session.stops.wishes["it"].is_on
    studio.qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert studio.session.tab.view.selection == ("it",)
    # when a run comes, it stops at the other only, whose name follows the diagram
    studio.run()
    wait_at(studio, "end")
    studio.run()
    wait_end(studio)
    rename(studio.diagram, "end", "Over")
    assert entry(studio, 1).text(0) == "Over"
    # when Del is pressed, it is gone
    panel.tree.setFocus()
    panel.tree.setCurrentItem(entry(studio))
    studio.qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert list(studio.session.stops.wishes) == ["end"]
    assert "it" in studio.diagram
    # and all of them by the button
    studio.qtbot.mouseClick(button(panel, "Remove all"), Qt.MouseButton.LeftButton)
    assert not studio.session.stops.wishes
    assert panel.empty.isVisible()


def test_errors_stop_where_that_is_wanted(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, script("raise BpmnError('LATE', 'too late')")))
    studio.key(Qt.Key.Key_F9, CTRL)
    studio.window.panes.breakpoints.on_error.click()
    studio.run()
    wait_at(studio, "work")
    run = studio.session.run
    assert run is not None
    assert run.stop_at is not None
    assert run.stop_at.why is Why.ERROR
    assert "LATE" in studio.window.status.run.text()
    studio.run()
    wait_end(studio)
    assert "failed" in studio.window.status.run.text()


def test_a_variable_of_the_last_run_can_stop_the_next(studio: StudioPage, tmp_path: Path) -> None:
    # given the variables of a finished run
    studio.open(write(tmp_path, QUICK))
    studio.run_to_end()
    studio.wait_for(lambda: studio.variables().get("answer") == "42")
    studio.window.panes.docks.show("variables")
    tree = studio.window.panes.variables.tree
    studio.wait_for(tree.isVisible)
    (item,) = tree.findItems("answer", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    tree.setCurrentItem(item)
    # when the entry of its menu is chosen
    next(action for action in tree.actions() if action.text().startswith("Stop when")).trigger()
    # then the next run stops after it was set, and the list has it
    assert entry(studio).text(1) == "“answer” is set"
    studio.run()
    wait_at(studio, "work")
    assert "answer was set" in studio.window.status.run.text()
    studio.window.panes.docks.show("breakpoints")
    studio.window.panes.breakpoints.focus_list()
    studio.key(Qt.Key.Key_Delete)
    assert not studio.session.stops.is_any
    studio.run()
    wait_end(studio)


def test_the_context_menu_of_a_block_has_its_breakpoint(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("work")
    menu = context_menu(studio.window, studio.window.actions_by_id, studio.diagram, ("work",))
    names = [action.objectName() for action in menu.actions()]
    assert {"breakpoint", "breakpoint-condition", "breakpoints-clear"} <= set(names)
    menu.deleteLater()


@pytest.mark.parametrize("preset", ["", "simulink", "bpmn-io"])
def test_every_preset_has_the_keys_of_debugging_and_they_can_be_changed(studio: StudioPage, preset: str) -> None:
    keymap = studio.window.keymap
    keymap.choose(preset)
    keys = {"breakpoint": "F9", "step-over": "F10", "step-into": "F11", "step-out": "Shift+F11"}
    assert {name: keymap.keys_of(f"window:{name}") for name in keys} == {name: (key,) for name, key in keys.items()}
    keymap.change("window:step-over", ("Ctrl+F10",))
    assert studio.window.actions_by_id["step-over"].shortcut().toString() == "Ctrl+F10"


def test_a_stop_elsewhere_is_found_while_an_earlier_moment_is_looked_at(studio: StudioPage, tmp_path: Path) -> None:
    # given a stopped run of which an earlier moment is shown
    studio.open(write(tmp_path, QUICK))
    studio.key(Qt.Key.Key_F10)
    wait_at(studio, "start")
    studio.key(Qt.Key.Key_F10)
    wait_at(studio, "work")
    studio.canvas.click(QPointF(5, 5))
    studio.session.watch.go_to(0)
    assert studio.session.watch.position == 0
    # when it steps, then the newest moment is shown again
    studio.key(Qt.Key.Key_F10)
    wait_at(studio, "end")
    assert studio.session.watch.position is None
    studio.run()
    wait_end(studio)
