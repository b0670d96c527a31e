"""Authoring: a person makes a block of a subsystem, tries it, keeps it, places it, upgrades it, sets it free."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from procos_studio.app.authoring.author import Author
from procos_studio.app.authoring.upgrading import UpgradeBar, UpgradeDialog
from procos_studio.app.context_menu import context_menu
from procos_studio.bpmn import write_file
from procos_studio.edits.rename import rename
from procos_studio.edits.replace import replace
from procos_studio.library import Library, load, mask
from procos_studio.library.scenarios import scenarios_of
from procos_studio.library.shelves import PATH
from procos_studio.model.records import FlowNode
from tests.gui.pages.studio import StudioPage, button
from tests.unit.edits.test_composite_blocks import Drawn


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: Library) -> Iterator[Path]:
    """The folder of the user's own blocks; the library is as it was afterwards."""
    folder = tmp_path / "mine"
    monkeypatch.setenv(PATH, str(folder))
    yield folder
    library.renew(load())


@pytest.fixture
def drawn(shelf: Path, studio: StudioPage, library: Library, tmp_path: Path) -> Drawn:
    """A process with a subsystem, opened and the subsystem selected."""
    made = Drawn(library)
    write_file(made.diagram, tmp_path / "sum.bpmn")
    studio.open(tmp_path / "sum.bpmn")
    select(studio, made.sub)
    return made


def select(studio: StudioPage, key: str) -> None:
    studio.session.tab.view.select((key,))
    studio.settle()


def author(studio: StudioPage, command: str = "make-block") -> Author:
    studio.command(command)
    found = studio.dialog("author")
    assert isinstance(found, Author)
    return found


def type_into(qtbot: QtBot, form: Author, question: str, text: str) -> None:
    """Type into one of the lines about the parameter chosen, and leave it."""
    assert form.parameters.answers is not None
    editor = form.parameters.answers.rows[question].field.editor()
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    form.parameters.commit()


def test_a_block_is_made_kept_and_placed(studio: StudioPage, drawn: Drawn, shelf: Path, qtbot: QtBot) -> None:
    # given the author on the subsystem, with what it reads and sets as parameters
    form = author(studio)
    assert [form.parameters.list.item(row).text() for row in range(3)] == ["Net", "Rate", "Tax"]
    # when a parameter gets another label, which the preview shows at once
    form.tabs.setCurrentWidget(form.parameters)
    form.parameters.choose("rate")
    type_into(qtbot, form, "label", "Tax rate")
    qtbot.waitUntil(lambda: form.preview.form is not None and "Tax rate" in labels(form))
    # and it is kept
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    # then the subsystem is the first of its kind, in one step
    node = studio.diagram.require(drawn.sub, FlowNode)
    assert node.get(mask.STAMP) == "own/tax"
    assert studio.diagram.history.labels[-1] == "Make a block of Tax"
    assert (shelf / "own" / "tax" / "inside.bpmn").is_file()
    # and the palette has it, also by search
    palette = studio.window.panes.palette
    names = [palette.list.item(row).text() for row in range(palette.list.count())]
    assert "Tax" in names
    # and another one can be placed, with all that is inside
    form.close()
    studio.settle()
    studio.canvas.double_click(QPointF(400, 500))
    studio.choose("Tax")
    qtbot.waitUntil(lambda: len(of_kind(studio, "own/tax")) == 2)
    assert all(len(studio.diagram.children(key, FlowNode)) == 3 for key in of_kind(studio, "own/tax"))


def of_kind(studio: StudioPage, block: str) -> list[str]:
    return [node.id for node in studio.diagram.all(FlowNode) if node.get(mask.STAMP) == block]


def labels(form: Author) -> list[str]:
    return [row.parameter.label for row in form.preview.form.rows.values()] if form.preview.form else []


def test_a_parameter_is_added_and_removed_by_hand(studio: StudioPage, drawn: Drawn, qtbot: QtBot) -> None:
    # given
    form = author(studio)
    form.tabs.setCurrentWidget(form.parameters)
    # when one is added, named and given a default
    qtbot.mouseClick(form.parameters.add, Qt.MouseButton.LeftButton)
    type_into(qtbot, form, "id", "currency")
    type_into(qtbot, form, "default", "EUR")
    # then
    added = form.draft.parameter("currency")
    assert added is not None
    assert (added.default, added.binding.name) == ("EUR", "currency")
    # a name that is taken is refused where it is typed
    type_into(qtbot, form, "id", "rate")
    assert form.parameters.answers is not None
    assert form.parameters.answers.rows["id"].note.text() == "“rate” is taken."
    assert form.draft.parameter("currency") is not None
    # and when it is removed, it is gone
    qtbot.mouseClick(form.parameters.remove, Qt.MouseButton.LeftButton)
    assert form.draft.parameter("currency") is None
    discard(studio, form)


def test_what_was_done_to_a_draft_is_undone_and_done_again(studio: StudioPage, drawn: Drawn, qtbot: QtBot) -> None:
    # given a parameter that was removed, and one that was renamed
    form = author(studio)
    form.tabs.setCurrentWidget(form.parameters)
    first = form.draft
    form.parameters.choose("net")
    type_into(qtbot, form, "label", "Net amount")
    form.parameters.list.setFocus()
    qtbot.keyClick(form.parameters.list, Qt.Key.Key_Delete)
    assert form.draft.parameter("net") is None
    # when that is undone
    form.undo()
    # then it is there again, with its name, and its questions are asked again
    kept = form.draft.parameter("net")
    assert kept is not None
    assert kept.label == "Net amount"
    assert form.parameters.list.count() == len(first.properties)
    qtbot.mouseClick(form.undo_button, Qt.MouseButton.LeftButton)
    assert form.draft == first
    assert not form.undo_button.isEnabled()
    # and redone
    form.redo()
    qtbot.mouseClick(form.redo_button, Qt.MouseButton.LeftButton)
    assert form.draft.parameter("net") is None
    assert not form.redo_button.isEnabled()
    discard(studio, form)


def test_an_undo_after_saving_keeps_where_the_block_stands(studio: StudioPage, drawn: Drawn, qtbot: QtBot) -> None:
    form = author(studio)
    form.tabs.setCurrentWidget(form.parameters)
    form.parameters.choose("net")
    type_into(qtbot, form, "label", "Net amount")
    assert form.save()
    form.undo()
    assert form.draft.file is not None
    assert form.is_changed
    assert form.save()
    assert form.draft.version == 2
    form.close()


def test_parameters_are_reordered_from_the_keyboard(studio: StudioPage, drawn: Drawn, qtbot: QtBot) -> None:
    form = author(studio)
    form.tabs.setCurrentWidget(form.parameters)
    form.parameters.choose("net")
    form.parameters.list.setFocus()
    qtbot.keyClick(form.parameters.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [item.id for item in form.draft.properties][:2] == ["rate", "net"]
    assert form.parameters.chosen == "net"
    discard(studio, form)


def test_glyphs_families_and_sections_are_offered(studio: StudioPage, drawn: Drawn, qtbot: QtBot) -> None:
    # given
    form = author(studio)
    icon, family = (form.about.rows[name].field.editor() for name in ("icon", "family"))
    assert isinstance(icon, QLineEdit)
    assert isinstance(family, QLineEdit)
    # when a part of a name is typed
    glyphs, families = icon.completer(), family.completer()
    assert glyphs is not None
    assert families is not None
    glyphs.setCompletionPrefix("truck-fast")
    # then the glyphs are listed as they look, and the one chosen is on the block
    assert glyphs.currentCompletion() == "mdi6.truck-fast"
    assert glyphs.completionModel().index(0, 0).data(Qt.ItemDataRole.DecorationRole) is not None
    icon.setText("mdi6.truck-fast")
    glyphs.activated.emit("mdi6.truck-fast")
    studio.wait_for(lambda: form.draft.icon == "mdi6.truck-fast")
    # and so are the families that there are, without that of BPMN itself, and the sections of the form
    families.setCompletionPrefix("integ")
    assert families.currentCompletion() == "integration"
    families.setCompletionPrefix("standard")
    assert not families.currentCompletion()
    assert form.parameters.answers is not None
    section = form.parameters.answers.rows["group"].field.editor()
    assert isinstance(section, QLineEdit)
    sections = section.completer()
    assert sections is not None
    sections.setCompletionPrefix("res")
    assert sections.currentCompletion() == "Results"
    discard(studio, form)


def discard(studio: StudioPage, form: Author) -> None:
    told = studio.answer_next(QMessageBox.StandardButton.Discard)
    form.close()
    assert len(told) == 1
    studio.settle()


def test_a_draft_that_lacks_something_cannot_be_kept(studio: StudioPage, drawn: Drawn, qtbot: QtBot) -> None:
    form = author(studio)
    form.tabs.setCurrentWidget(form.parameters)
    type_into(qtbot, form, "label", " ")
    qtbot.waitUntil(lambda: not form.save_button.isEnabled())
    assert "no label" in form.note.text()
    discard(studio, form)


def test_it_is_tried_and_the_case_is_kept(studio: StudioPage, drawn: Drawn, qtbot: QtBot) -> None:
    # given a block that is kept, with values filled in
    form = author(studio)
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    form.tabs.setCurrentWidget(form.trial)
    form.preview.fill({"net": "${net}", "rate": "${0.5}"})
    form.trial.show_variables({"net": 200})
    # when it runs alone
    qtbot.mouseClick(form.trial.start, Qt.MouseButton.LeftButton)
    studio.wait_for(lambda: form.trial.keep.isEnabled())
    # then
    assert form.trial.note.text() == "Done. It set tax."
    assert form.trial.results == {"tax": 100.0}
    # the form says what its expressions were worth, also when it is made anew
    form.preview.show_block(form.draft)
    assert form.preview.form is not None
    assert form.preview.form.rows["net"].note.text() == "= 200"
    # and the case can be kept and filled in again
    qtbot.mouseClick(form.trial.keep, Qt.MouseButton.LeftButton)
    dialog = form.findChild(QInputDialog)
    assert dialog is not None
    dialog.setTextValue("Half")
    dialog.accept()
    assert [(item.name, item.variables, item.results) for item in scenarios_of(form.draft)] == [
        ("Half", {"net": 200}, {"tax": 100.0})
    ]
    form.preview.fill({"rate": "1"})
    form.trial.scenario_chosen.emit(0)
    assert form.preview.values["rate"] == "${0.5}"
    form.close()


def test_a_trial_that_waits_ends_with_its_window(studio: StudioPage, drawn: Drawn, library: Library) -> None:
    # given a block with a task for a person
    replace(studio.diagram, drawn.tax, library.blocks["people/user-form"])
    form = author(studio)
    form.tabs.setCurrentWidget(form.trial)
    # when it is tried
    form.trial.start.click()
    studio.wait_for(lambda: "waits for a person" in form.trial.note.text())
    assert not form.trial.start.isEnabled()
    # then closing the window ends the run, of which nothing is left
    run = form.trial.run
    assert run is not None
    discard(studio, form)
    studio.wait_for(lambda: not studio.window.authoring.has_authors)


def test_the_studio_waits_for_a_trial(studio: StudioPage, drawn: Drawn, library: Library) -> None:
    # given a trial that waits
    replace(studio.diagram, drawn.tax, library.blocks["people/user-form"])
    form = author(studio)
    form.trial.start.click()
    studio.wait_for(lambda: "waits for a person" in form.trial.note.text())
    # when the studio is closed, then nothing of the run is left
    studio.close_at_once()


def test_the_menu_under_the_right_button_knows_blocks(studio: StudioPage, drawn: Drawn) -> None:
    # given a subsystem, which becomes a block
    window, offered = studio.window, []
    for _ in range(2):
        menu = context_menu(window, window.actions_by_id, studio.diagram, (drawn.sub,))
        offered.append({action.text() for action in menu.actions()})
        menu.deleteLater()
        if len(offered) == 1:
            form = author(studio)
            form.save()
            form.close()
    # then each is offered what makes sense for it
    plain, block = offered
    assert plain - block == {"Make a block of the subsystem…"}
    assert block - plain == {"Edit the block's definition…", "Upgrade blocks…", "Break the block's link"}


def test_a_definition_that_comes_with_the_studio_is_not_changed(studio: StudioPage, drawn: Drawn) -> None:
    select(studio, drawn.net)
    studio.command("edit-definition")
    assert "comes with the studio" in studio.window.status.message.text()


def test_a_clash_asks(studio: StudioPage, drawn: Drawn, shelf: Path, qtbot: QtBot) -> None:
    # given a block “Tax”, and another subsystem of that name
    form = author(studio)
    form.save()
    form.close()
    studio.diagram.undo()
    select(studio, drawn.sub)
    other = author(studio)
    # when it is saved, and the question is answered with no
    told = studio.answer_next(QMessageBox.StandardButton.Cancel)
    assert not other.save()
    # then nothing has happened
    assert told == ["The library has a block “Tax” already (own/tax)."]
    assert load([shelf]).blocks["own/tax"].version == 1
    discard(studio, other)


def test_what_is_older_can_be_upgraded_and_undone(studio: StudioPage, drawn: Drawn, qtbot: QtBot) -> None:
    # given a block whose definition has gone on
    form = author(studio)
    form.save()
    form.tabs.setCurrentWidget(form.parameters)
    type_into(qtbot, form, "label", "Net amount")
    form.save()
    form.close()
    bar = studio.session.tab.findChild(UpgradeBar)
    assert bar is not None
    qtbot.waitUntil(bar.isVisible)
    # when the changes are looked at and taken
    qtbot.mouseClick(bar.show_button, Qt.MouseButton.LeftButton)
    dialog = studio.dialog("upgrade")
    assert isinstance(dialog, UpgradeDialog)
    top = dialog.tree.topLevelItem(0)
    assert top is not None
    assert top.child(0).text(0) == "“Tax” goes from version 1 to 2."
    qtbot.mouseClick(dialog.upgrade_button, Qt.MouseButton.LeftButton)
    # then the bar goes, and one undo brings all back
    assert studio.diagram[drawn.sub].get(mask.STAMP_VERSION) == "2"
    qtbot.waitUntil(lambda: not bar.isVisible())
    studio.diagram.undo()
    assert studio.diagram[drawn.sub].get(mask.STAMP_VERSION) == "1"
    # and who does not want it now is not asked again about the same
    qtbot.waitUntil(bar.isVisible)
    qtbot.mouseClick(bar.later, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


@pytest.mark.parametrize("take", [False, True])
def test_what_was_changed_here_and_in_the_definition_is_asked(
    studio: StudioPage, drawn: Drawn, shelf: Path, qtbot: QtBot, take: bool
) -> None:
    # given a step inside that is called otherwise here than in a newer definition
    form = author(studio)
    form.save()
    form.close()
    studio.settle()
    rename(studio.diagram, drawn.tax, "Our tax")
    file = shelf / "own" / "tax" / "inside.bpmn"
    studio.open(file)
    step = next(node.id for node in studio.diagram.all(FlowNode) if node.kind == "scriptTask")
    rename(studio.diagram, step, "Their tax")
    studio.command("save")
    studio.command("close")
    # when the changes are looked at
    studio.command("upgrade-blocks")
    dialog = studio.dialog("upgrade")
    assert isinstance(dialog, UpgradeDialog)
    (combo,) = dialog.choices[drawn.sub].values()
    assert combo.accessibleName() == "“Our tax”: the name was changed here, and in the new version."
    assert [combo.itemText(index) for index in range(2)] == ["Here: Our tax", "New version: Their tax"]
    # and one is chosen with the keyboard
    combo.setFocus()
    if take:
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    qtbot.mouseClick(dialog.upgrade_button, Qt.MouseButton.LeftButton)
    # then
    assert studio.diagram[drawn.sub].get(mask.STAMP_VERSION) == "2"
    assert studio.diagram[drawn.tax].name == ("Their tax" if take else "Our tax")


def test_the_definition_is_edited_and_its_inside_opened(studio: StudioPage, drawn: Drawn, shelf: Path) -> None:
    # given
    form = author(studio)
    form.save()
    form.close()
    studio.settle()
    # when its inside is opened, changed and saved
    select(studio, drawn.sub)
    again = author(studio, "edit-definition")
    assert again.draft.id == "own/tax"
    again.inside.click()
    again.close()
    assert studio.titles()[-1].startswith("inside.bpmn")
    studio.insert("Task", QPointF(380, 500))
    studio.command("save")
    studio.command("save")
    # then the block is one version on
    assert load([shelf]).blocks["own/tax"].version == 2


def test_a_link_is_broken(studio: StudioPage, drawn: Drawn) -> None:
    # given
    form = author(studio)
    form.save()
    form.close()
    select(studio, drawn.sub)
    # when
    studio.command("break-link")
    # then
    assert not studio.diagram[drawn.sub].get(mask.STAMP)
    # and there is nothing to edit or break any more
    for command in ("break-link", "edit-definition"):
        studio.command(command)
        assert studio.window.status.message.text().startswith("⚠"), command


def test_blocks_that_cannot_be_read_are_told(studio: StudioPage, shelf: Path, qtbot: QtBot) -> None:
    # given
    (shelf / "own" / "bad").mkdir(parents=True)
    (shelf / "own" / "bad" / "block.json").write_text("{", encoding="utf-8")
    # when the library is read again
    studio.window.authoring.shelves.reload()
    # then
    palette = studio.window.panes.palette
    qtbot.waitUntil(palette.troubles.isVisible)
    qtbot.mouseClick(palette.troubles, Qt.MouseButton.LeftButton)
    box = studio.dialog("told")
    assert isinstance(box, QMessageBox)
    assert "no JSON" in box.informativeText()
    button(box, "OK").click()


def test_the_blocks_of_a_project_come_with_its_files(studio: StudioPage, drawn: Drawn, tmp_path: Path) -> None:
    # given a block kept beside the file
    form = author(studio)
    form.places.setCurrentIndex(1)
    assert form.save()
    form.close()
    assert (tmp_path / "blocks" / "own" / "tax" / "block.json").is_file()
    # when the file is closed and opened again
    studio.diagram.history.mark_saved()
    studio.command("close")
    studio.window.authoring.follow_files()
    assert studio.window.authoring.shelves.library.get("own/tax") is None
    studio.open(tmp_path / "sum.bpmn")
    # then its block is there
    assert studio.window.authoring.shelves.library.get("own/tax") is not None
