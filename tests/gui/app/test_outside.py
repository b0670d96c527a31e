"""Outside: another program changes, replaces or deletes the file of an open diagram."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

from procos_studio.app import asking
from procos_studio.app.comparing.comparison import Kind
from procos_studio.app.safety.notice import Notice
from procos_studio.app.settings import Settings
from procos_studio.edits.delete import delete
from procos_studio.edits.move import move
from procos_studio.edits.rename import rename
from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage, button

CTRL = Qt.KeyboardModifier.ControlModifier


def notice(studio: StudioPage) -> Notice:
    """The bar above the canvas, once it is there."""
    found: list[Notice] = []

    def look() -> bool:
        found[:] = [item for item in studio.session.tab.findChildren(Notice) if item.isVisible()]
        return bool(found)

    studio.wait_for(look)
    studio.settle()
    return found[0]


def is_quiet(studio: StudioPage) -> bool:
    return not any(item.isVisible() for item in studio.session.tab.findChildren(Notice))


def press(studio: StudioPage, text: str) -> None:
    studio.qtbot.mouseClick(button(notice(studio), text), Qt.MouseButton.LeftButton)


def change(path: Path, name: str = "Outside") -> None:
    """Write other content in place, as simple programs do."""
    path.write_text(path.read_text().replace('name="Work"', f'name="{name}"'))


def replace(path: Path, name: str = "Outside") -> None:
    """Write beside and rename, as careful programs do."""
    beside = path.with_name("beside.tmp")
    beside.write_text(path.read_text().replace('name="Work"', f'name="{name}"'))
    beside.replace(path)


@pytest.mark.parametrize("do", [change, replace])
def test_a_file_without_changes_here_is_reloaded_in_place(
    studio: StudioPage, tmp_path: Path, do: Callable[[Path], None]
) -> None:
    # given an open file with a block selected, looked at closely
    path = write(tmp_path, QUICK)
    studio.open(path)
    view = studio.session.tab.view
    view.select(("work",))
    view.run("zoom_in")
    # when another program writes it
    do(path)
    bar = notice(studio)
    assert bar.title.text() == "Another program changed small.bpmn."
    assert bar.note.text() == "Here nothing was changed since it was opened or saved."
    looked_at = view.visible_rect()
    press(studio, "Reload")
    # then it is what the file says, seen from the same place, with the same selection, and not modified
    assert studio.diagram["work"].name == "Outside"
    assert view.selection == ("work",)
    assert view.visible_rect().topLeft().x() == pytest.approx(looked_at.left(), abs=1)
    assert studio.titles() == ["small.bpmn"]
    assert is_quiet(studio)
    # and undo brings back what was here
    studio.command("undo")
    assert studio.diagram["work"].name == "Work"
    assert studio.titles() == ["small.bpmn ●"]


def test_the_same_content_written_again_is_no_change(studio: StudioPage, tmp_path: Path) -> None:
    path = write(tmp_path, QUICK)
    studio.open(path)
    path.write_bytes(path.read_bytes())
    os.utime(path, (1, 1))
    studio.qtbot.wait(500)
    assert is_quiet(studio)


def test_own_saves_are_no_change(studio: StudioPage, tmp_path: Path) -> None:
    path = write(tmp_path, QUICK)
    studio.open(path)
    rename(studio.diagram, "work", "Mine")
    studio.command("save")
    studio.qtbot.wait(500)
    assert is_quiet(studio)


def test_keeping_mine_makes_it_unsaved_and_saving_asks_no_more(studio: StudioPage, tmp_path: Path) -> None:
    path = write(tmp_path, QUICK)
    studio.open(path)
    change(path)
    press(studio, "Keep mine")
    assert studio.titles() == ["small.bpmn ●"]
    studio.qtbot.wait(400)
    assert is_quiet(studio)
    studio.command("save")
    assert 'name="Work"' in path.read_text()
    assert studio.titles() == ["small.bpmn"]


def test_always_reloading_is_remembered(studio: StudioPage, tmp_path: Path) -> None:
    path = write(tmp_path, QUICK)
    studio.open(path)
    change(path)
    press(studio, "Always reload such files")
    assert Settings().reloads()
    assert studio.diagram["work"].name == "Outside"
    # when it changes again, half written at first
    whole = path.read_text().replace("Outside", "Again")
    path.write_text(whole[:200])
    studio.qtbot.wait(400)
    path.write_text(whole)
    # then nobody is asked
    studio.wait_for(lambda: studio.diagram["work"].name == "Again")
    assert is_quiet(studio)


def test_with_changes_here_nothing_is_reloaded_by_itself(studio: StudioPage, tmp_path: Path) -> None:
    Settings().set_reloads()
    path = write(tmp_path, QUICK)
    studio.open(path)
    rename(studio.diagram, "work", "Mine")
    change(path)
    assert notice(studio).note.text() == "Here it has changes that are not saved. Reloading can be undone."
    assert studio.diagram["work"].name == "Mine"
    press(studio, "Reload")
    assert studio.diagram["work"].name == "Outside"
    studio.command("undo")
    assert studio.diagram["work"].name == "Mine"


def test_a_change_that_cannot_be_read_is_told_and_leaves_the_diagram(studio: StudioPage, tmp_path: Path) -> None:
    path = write(tmp_path, QUICK)
    studio.open(path)
    path.write_text("<html>")
    press(studio, "Reload")
    assert "no well-formed XML" in notice(studio).note.text()
    assert studio.diagram["work"].name == "Work"


def test_a_deleted_file_is_told_and_can_be_written_again(studio: StudioPage, tmp_path: Path) -> None:
    path = write(tmp_path, QUICK)
    studio.open(path)
    path.unlink()
    assert notice(studio).title.text() == "small.bpmn was deleted or moved."
    assert studio.titles() == ["small.bpmn ●"]
    press(studio, "Save it again")
    assert path.is_file()
    assert is_quiet(studio)
    # and it is watched again
    change(path)
    notice(studio)


def test_saving_over_what_another_program_wrote_asks(studio: StudioPage, tmp_path: Path) -> None:
    # given a file that changed so recently that nobody was told yet
    path = write(tmp_path, QUICK)
    studio.open(path)
    rename(studio.diagram, "work", "Mine")
    change(path)
    theirs = path.read_bytes()
    # when it is saved, and the person shrinks back
    told = studio.answer_next(QMessageBox.StandardButton.Cancel)
    studio.key(Qt.Key.Key_S, CTRL)
    assert told == ["Another program changed “small.bpmn” since it was opened or saved here."]
    assert path.read_bytes() == theirs


def test_a_read_only_file_is_not_replaced_and_may_be_saved_elsewhere(
    studio: StudioPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, QUICK)
    path.chmod(0o444)
    before = path.read_bytes()
    studio.open(path)
    rename(studio.diagram, "work", "Mine")
    other = tmp_path / "other.bpmn"
    monkeypatch.setattr(asking, "path_to_save", lambda *_: other)
    monkeypatch.setattr(asking, "about_failed_save", lambda *_: True)
    studio.command("save")
    assert path.read_bytes() == before
    assert 'name="Mine"' in other.read_text()
    assert studio.titles() == ["other.bpmn"]


# comparing ------------------------------------------------------------------------------------------------------------


def rows(studio: StudioPage) -> list[str]:
    tree = studio.window.panes.differences.tree
    items = (tree.topLevelItem(row) for row in range(tree.topLevelItemCount()))
    return [f"{item.text(0)[0]} {item.text(1)}" for item in items if item is not None]


def test_comparing_lists_and_marks_what_differs_and_follows_edits(studio: StudioPage, tmp_path: Path) -> None:
    # given a diagram in which a block was added, one removed, one moved and one renamed
    path = write(tmp_path, QUICK)
    studio.open(path)
    made = studio.insert("user task", studio.session.tab.view.visible_rect().center() + QPointF(0, 150))
    rename(studio.diagram, made, "New")
    delete(studio.diagram, ["end"])
    move(studio.diagram, ["start"], 0, 40)
    rename(studio.diagram, "work", "Other")
    # when it is compared with its file
    studio.command("compare")
    # then the list has all of them, and each is marked on the canvas with a sign and words
    assert rows(studio) == ["+ New", "− Done", "− f2", "≠ Other", "⇄ Begun", "⇄ f1"]
    layer = studio.session.tab._marks["differences"]
    assert {key: found.note[0] for key, found in layer.items() if found.note} == {
        made: Kind.ADDED,
        "work": Kind.CHANGED,
        "start": Kind.MOVED,
        "f1": Kind.MOVED,
    }
    # when an edit takes a difference back, the list follows
    rename(studio.diagram, "work", "Work")
    studio.wait_for(lambda: "≠ Other" not in rows(studio))
    # when a row is chosen, its element is selected
    tree = studio.window.panes.differences.tree
    item = tree.topLevelItem(0)
    assert item is not None
    studio.qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(item).center())
    assert studio.session.tab.view.selection == (made,)
    # when the comparison is ended, nothing is marked any more
    end = studio.window.panes.differences.findChild(QPushButton)
    assert isinstance(end, QPushButton)
    studio.qtbot.mouseClick(end, Qt.MouseButton.LeftButton)
    assert rows(studio) == []
    assert not any(found.note for found in studio.session.tab._marks["differences"].values())


def test_the_notice_offers_to_compare(studio: StudioPage, tmp_path: Path) -> None:
    path = write(tmp_path, QUICK)
    studio.open(path)
    change(path)
    press(studio, "Compare")
    assert rows(studio) == ["≠ Work"]
    assert studio.window.panes.differences.head.text() == "Compared with small.bpmn: 1 differences"


def test_a_diagram_without_a_file_says_so(studio: StudioPage) -> None:
    studio.new()
    studio.command("compare")
    assert "no file yet" in studio.window.status.message.text()
