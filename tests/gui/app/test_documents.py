"""Documents: unsaved changes are guarded, recent files remembered, what cannot be read is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QMessageBox

from procos_studio.app import asking
from procos_studio.app.settings import Settings
from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage

CTRL = Qt.KeyboardModifier.ControlModifier
BUTTONS = QMessageBox.StandardButton


def edit(studio: StudioPage) -> None:
    """Place a block, so that there is something to lose."""
    studio.insert("start", studio.session.tab.view.visible_rect().center() + QPointF(0, 40))


def test_closing_an_unsaved_document_asks_and_cancel_keeps_it(studio: StudioPage) -> None:
    # given
    studio.new()
    edit(studio)
    # when
    told = studio.answer_next(BUTTONS.Cancel)
    studio.key(Qt.Key.Key_W, CTRL)
    # then
    assert told == ["“Process 1” has changes that are not saved."]
    assert studio.titles() == ["Process 1 ●"]


def test_discard_closes_and_shows_what_to_do_next(studio: StudioPage) -> None:
    studio.new()
    edit(studio)
    studio.answer_next(BUTTONS.Discard)
    studio.key(Qt.Key.Key_W, CTRL)
    assert studio.titles() == []
    assert studio.window.workspace.start_page.isVisible()


def test_save_in_the_guard_saves_before_closing(
    studio: StudioPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.new()
    edit(studio)
    path = tmp_path / "kept.bpmn"
    monkeypatch.setattr(asking, "path_to_save", lambda *_: path)
    studio.answer_next(BUTTONS.Save)
    studio.key(Qt.Key.Key_W, CTRL)
    assert studio.titles() == []
    assert b"startEvent" in path.read_bytes()


def test_closing_the_window_with_unsaved_changes_can_be_cancelled(studio: StudioPage) -> None:
    studio.new()
    edit(studio)
    studio.answer_next(BUTTONS.Cancel)
    studio.window.close()
    assert studio.window.isVisible()


def test_an_opened_file_is_recent_and_opens_only_once(studio: StudioPage, tmp_path: Path) -> None:
    # given two files
    one, two = write(tmp_path, QUICK, name="one.bpmn"), write(tmp_path, QUICK, name="two.bpmn")
    # when they are opened, the first one twice
    studio.open(one)
    studio.open(two)
    studio.open(one)
    # then it is in front, and both are recent, the last opened first
    assert studio.titles() == ["one.bpmn", "two.bpmn"]
    assert studio.session.document.path == one
    assert [path.name for path in Settings().recent()] == ["two.bpmn", "one.bpmn"]
    assert [action.text() for action in studio.window.menus.recent.actions()] == ["two.bpmn", "one.bpmn"]


def test_a_file_that_is_no_bpmn_is_refused_with_a_reason(studio: StudioPage, tmp_path: Path) -> None:
    path = tmp_path / "broken.bpmn"
    path.write_text("<html")
    assert not studio.window.files.open_path(path)
    box = studio.dialog("told")
    assert isinstance(box, QMessageBox)
    assert box.text() == "broken.bpmn cannot be opened."
    assert box.informativeText()
    box.close()


def test_a_file_that_cannot_be_written_stays_unsaved(
    studio: StudioPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.new()
    edit(studio)
    monkeypatch.setattr(asking, "path_to_save", lambda *_: tmp_path / "no" / "such" / "folder.bpmn")
    told = studio.answer_next(BUTTONS.Cancel)
    studio.key(Qt.Key.Key_S, CTRL)
    assert told == ["folder.bpmn could not be saved: No such file or directory."]
    assert studio.titles() == ["Process 1 ●"]


def test_the_sample_opens_as_a_new_document(studio: StudioPage) -> None:
    studio.command("sample")
    studio.settle()
    assert studio.session.document.path is None
    assert studio.canvas.nodes("startEvent")


def test_what_is_being_typed_is_saved_too(studio: StudioPage, tmp_path: Path) -> None:
    # given a parameter that was typed, in a field that still has the focus
    path = write(tmp_path, QUICK)
    studio.open(path)
    studio.canvas.click_on("work")
    editor = studio.form.editor("script")
    editor.setFocus()
    editor.selectAll()
    studio.qtbot.keyClicks(editor, "typed = 1")
    # when it is saved
    studio.command("save")
    # then the file has it
    assert "typed = 1" in path.read_text()


def test_the_window_remembers_its_panels(studio: StudioPage) -> None:
    studio.window.panes.docks.show("events")
    studio.window.resize(1000, 700)
    studio.close_at_once()
    layout = Settings().layout()
    assert layout is not None
    assert studio.window.restoreState(layout[1])
