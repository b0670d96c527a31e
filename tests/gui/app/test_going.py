"""From a variable to who sets it and who reads it: by key, by the form's neighbours, and from the variables panel."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from procos_studio.app.panels.variables import VariablesPanel
from tests.gui.app.processes import script, write
from tests.gui.pages.studio import StudioPage, line

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
CHAIN = (
    script("answer = 42")
    + """<bpmn:scriptTask id="more" name="More" scriptFormat="python"><bpmn:script>twice = 2 * answer</bpmn:script>
</bpmn:scriptTask><bpmn:scriptTask id="most" name="Most" scriptFormat="python"><bpmn:script>x = answer + twice
</bpmn:script></bpmn:scriptTask>"""
)


def test_a_reader_leads_to_its_writer(studio: StudioPage, tmp_path: Path) -> None:
    # given a block that reads what one other sets
    studio.open(write(tmp_path, CHAIN))
    studio.canvas.click_on("more")
    # when F12 is pressed
    studio.key(KEY.Key_F12)
    # then that one is selected
    assert studio.canvas.view.selection == ("work",)


def test_one_of_several_readers_is_chosen(studio: StudioPage, tmp_path: Path) -> None:
    # given a block whose variable two others read
    studio.open(write(tmp_path, CHAIN))
    studio.canvas.click_on("work")
    # when one asks for them, and types a name
    studio.key(KEY.Key_F12, SHIFT)
    studio.choose("most")
    # then it is selected
    assert studio.canvas.view.selection == ("most",)


def test_who_reads_nothing_is_told(studio: StudioPage, tmp_path: Path) -> None:
    # given a block that reads nothing
    studio.open(write(tmp_path, CHAIN))
    studio.canvas.click_on("start")
    # when F12 is pressed
    studio.key(KEY.Key_F12)
    # then the block stays selected, and a sentence says why
    assert studio.canvas.view.selection == ("start",)
    assert "No block sets" in studio.window.status.message.text()


def _chosen(studio: StudioPage, name: str) -> VariablesPanel:
    """The panel with a variable of the finished run chosen."""
    studio.run_to_end()
    studio.wait_for(lambda: name in studio.variables())
    panel = studio.window.panes.variables
    studio.window.panes.docks.show("variables")
    studio.settle()
    (item,) = panel.tree.findItems(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    panel.tree.setCurrentItem(item)
    panel.tree.setFocus()
    return panel


def test_the_variables_panel_leads_to_blocks_and_renames(studio: StudioPage, tmp_path: Path) -> None:
    # given a variable of a run that has ended
    studio.open(write(tmp_path, script("answer = 42")))
    panel = _chosen(studio, "answer")
    # when one asks for who sets it
    studio.qtbot.keyClick(panel.tree, KEY.Key_F12)
    # then its block is selected
    assert studio.canvas.view.selection == ("work",)
    # when it is renamed from there
    panel.tree.setFocus()
    studio.qtbot.keyClick(panel.tree, KEY.Key_F2)
    dialog = studio.dialog("rename-variable")
    field: QLineEdit = line(dialog, "New name")
    field.setText("reply")
    studio.qtbot.keyClick(field, KEY.Key_Return)
    # then the script says so
    studio.wait_for(lambda: "reply = 42" in studio.diagram["work"].details[0].text)
