"""Recovery: what was not saved when a studio ended is offered by the next one, and nothing is left when all is well."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QMessageBox

from procos_studio.app.document import Document
from procos_studio.app.safety.copy import About, Copy
from procos_studio.app.safety.safety import Safety
from procos_studio.edits.rename import rename
from tests.gui.app.processes import QUICK, write
from tests.gui.pages.recovery import copies, offer
from tests.gui.pages.studio import StudioPage, button

CHILD = """
import signal, sys
from PySide6.QtCore import QTimer
from procos_studio.app import main
from procos_studio.app.window import MainWindow
from procos_studio.edits.rename import rename

opened = MainWindow.open_paths

def open_and_edit(window, paths):
    opened(window, paths)
    if not paths:
        window.files.new()
        window.workspace.current.tab.view.insert_block(window._library.get("standard/task"), __import__(
            "PySide6.QtCore").QtCore.QPointF(300, 200))
    diagram = window.workspace.current.document.diagram
    key = next(iter(key for key in diagram.elements if "task" in diagram[key].tag.lower()))
    timer = QTimer(window, interval=20)
    window.number = 0
    def rename_block():
        rename(diagram, key, f"Edit {window.number}")
        return True
    def type_xml():
        pane = window.xml.pane(window.workspace.current) or window.xml.toggle()
        if pane is None or key not in pane.edit.toPlainText():
            return False
        pane.edit.insertPlainText(f"<Edit {window.number} ")
        return True
    def edit():
        if {act}():
            print(window.number, flush=True)
            window.number += 1
    timer.timeout.connect(edit)
    timer.start()

MainWindow.open_paths = open_and_edit
sys.exit(main.main(sys.argv[1:]))
"""

LOST = 2.5
"""Seconds that may be lost: one, and what a machine that does other things makes of it."""


def begin(tmp_path: Path, *files: Path, act: str = "rename_block") -> subprocess.Popen[str]:
    """A studio of its own, that edits every 20 ms and says the number of each edit."""
    folders = {name: str(tmp_path / "home") for name in ("HOME", "XDG_CONFIG_HOME")}
    environment = {**os.environ, **folders, "XDG_STATE_HOME": str(tmp_path / "state"), "QT_QPA_PLATFORM": "offscreen"}
    (tmp_path / "home").mkdir(exist_ok=True)
    command = [sys.executable, "-c", CHILD.replace("{act}", act), *map(str, files)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def end(child: subprocess.Popen[str], number: signal.Signals, edits: int = 80) -> tuple[int, int]:
    """Send a signal in the midst of editing; the last edits some time earlier, and at that moment."""
    assert child.stdout is not None
    seen: list[tuple[float, int]] = []
    while len(seen) < edits or seen[-1][0] - seen[0][0] < 2 * LOST:
        seen.append((time.monotonic(), int(child.stdout.readline())))
    killed = time.monotonic()
    child.send_signal(number)
    rest = [int(line) for line in child.stdout.read().split()]
    child.wait(30)
    before = [edit for moment, edit in seen if moment < killed - LOST]
    return before[-1], (rest or [seen[-1][1]])[-1]


def name_of_task(studio: StudioPage) -> str:
    return next(element.name for element in studio.diagram.elements.values() if element.name.startswith("Edit"))


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM], ids=["killed", "told to end"])
def test_a_studio_that_ends_in_the_midst_of_editing_loses_a_second_at_most(
    studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path, number: signal.Signals
) -> None:
    # given a studio that is being edited, and ends
    path = write(tmp_path, QUICK)
    before = path.read_bytes()
    earlier, last = end(begin(tmp_path, path), number)
    # then the file is as it was, and nothing lies beside it
    assert path.read_bytes() == before
    assert sorted(item.name for item in tmp_path.iterdir() if item.is_file()) == ["small.bpmn"]
    # when another one starts, it says what there is
    shown = offer(studio, safety)
    (row,) = shown.rows.values()
    assert row.title.text() == "small.bpmn"
    assert str(path) in row.note.text()
    # and brings it back
    studio.qtbot.mouseClick(button(row, "Recover"), Qt.MouseButton.LeftButton)
    assert earlier <= int(name_of_task(studio).split()[1]) <= last
    assert studio.titles() == ["small.bpmn ●"]
    assert studio.session.document.path == path
    assert not shown.isVisible()
    # and undo goes back to the beginning
    while studio.diagram.history.undo_label:
        studio.diagram.undo()
    assert studio.diagram["work"].name == "Work"
    studio.wait_for(lambda: copies(shelf) == [])


def test_xml_that_is_none_yet_loses_a_second_at_most(
    studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path
) -> None:
    # given a studio that is killed while somebody types what is no XML, without a pause
    path = write(tmp_path, QUICK)
    earlier, last = end(begin(tmp_path, path, act="type_xml"), signal.SIGKILL)
    # when another one starts and brings it back
    (row,) = offer(studio, safety).rows.values()
    studio.qtbot.mouseClick(button(row, "Recover"), Qt.MouseButton.LeftButton)
    # then what was typed stands in the XML, to go on with
    pane = studio.window.xml.pane(studio.session)
    assert pane is not None
    typed = [int(number) for number in re.findall(r"<Edit (\d+) ", pane.edit.toPlainText())]
    assert typed == list(range(len(typed)))
    assert earlier <= typed[-1] <= last
    assert pane.is_typed
    assert studio.diagram["work"].name == "Work"


def test_a_diagram_without_a_file_comes_back_too(
    studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path
) -> None:
    earlier, _last = end(begin(tmp_path), signal.SIGKILL)
    shown = offer(studio, safety)
    (row,) = shown.rows.values()
    assert "never saved to a file" in row.note.text()
    studio.qtbot.mouseClick(button(row, "Recover"), Qt.MouseButton.LeftButton)
    assert earlier <= int(name_of_task(studio).split()[1])
    assert studio.session.document.path is None
    # and our own copy takes the place of the old one
    studio.wait_for(lambda: len(copies(shelf)) == 1)


def test_a_studio_that_lives_is_left_alone(studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path) -> None:
    child = begin(tmp_path, write(tmp_path, QUICK))
    try:
        assert child.stdout is not None
        studio.wait_for(lambda: copies(shelf) != [])
        safety.look_back()
        assert safety.offer is None
    finally:
        end(child, signal.SIGKILL)


def edit(studio: StudioPage) -> None:
    studio.insert("start", studio.session.tab.view.visible_rect().center() + QPointF(0, 40))


def test_saving_undoing_and_closing_leave_nothing_behind(
    studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path
) -> None:
    # given a file that is edited: there is a copy, which nobody else may read
    path = write(tmp_path, QUICK)
    studio.open(path)
    assert copies(shelf) == []
    rename(studio.diagram, "work", "Other")
    studio.wait_for(lambda: len(copies(shelf)) == 1)
    assert shelf.stat().st_mode & 0o077 == 0
    assert copies(shelf)[0].stat().st_mode & 0o077 == 0
    # when it is saved, or the edit undone, or the tab closed without saving: there is none
    studio.command("save")
    studio.wait_for(lambda: copies(shelf) == [])
    rename(studio.diagram, "work", "Third")
    studio.wait_for(lambda: len(copies(shelf)) == 1)
    studio.command("undo")
    studio.wait_for(lambda: copies(shelf) == [])
    studio.command("redo")
    studio.wait_for(lambda: len(copies(shelf)) == 1)
    studio.answer_next(QMessageBox.StandardButton.Discard)
    studio.key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    studio.wait_for(lambda: list(shelf.iterdir()) == [])


def leave(shelf: Path, path: Path, name: str, title: str = "") -> Path:
    """What a studio leaves that was killed after it renamed the block of a file."""
    document = Document.open(path)
    rename(document.diagram, "work", name)
    copy = Copy(shelf / f"{name}.unsaved")
    done = document.diagram.history.done
    copy.begin(About(str(path), title or path.name, document.on_disk, 0, 1e9), document.base, done, {})
    copy.let_go()
    return copy.path


def test_several_are_offered_and_all_recovered(studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path) -> None:
    paths = [write(tmp_path, QUICK, name=f"{number}.bpmn") for number in range(4)]
    for path in paths:
        leave(shelf, path, f"Edit {path.stem}")
    shown = offer(studio, safety)
    assert len(shown.rows) == 4
    studio.qtbot.mouseClick(shown.all, Qt.MouseButton.LeftButton)
    assert sorted(studio.titles()) == [f"{number}.bpmn ●" for number in range(4)]


def test_discarding_asks_and_deletes(studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path) -> None:
    leave(shelf, write(tmp_path, QUICK), "Other")
    shown = offer(studio, safety)
    (row,) = shown.rows.values()
    studio.answer_next(QMessageBox.StandardButton.Cancel)
    studio.qtbot.mouseClick(button(row, "Discard"), Qt.MouseButton.LeftButton)
    assert len(copies(shelf)) == 1
    told = studio.answer_next(QMessageBox.StandardButton.Discard)
    studio.qtbot.mouseClick(button(row, "Discard"), Qt.MouseButton.LeftButton)
    assert told == ["Give up the unsaved changes to “small.bpmn”?"]
    assert copies(shelf) == []
    assert not shown.isVisible()


def test_one_studio_only_offers_a_copy_until_it_is_put_off(
    studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path
) -> None:
    # given two studios that start after a third one died
    leave(shelf, write(tmp_path, QUICK), "Other")
    shown = offer(studio, safety)
    another = Safety(studio.window, shelf)
    # then only the first one offers what is left
    another.look_back()
    assert another.offer is None
    # when its person puts it off, it is there for the next start
    studio.qtbot.mouseClick(shown.later, Qt.MouseButton.LeftButton)
    assert not shown.isVisible()
    assert len(copies(shelf)) == 1
    another.look_back()
    assert another.offer is not None
    # and a studio that ends leaves it to others
    another.close()
    safety.look_back()
    assert len(safety._lefts) == 1


def test_comparing_shows_what_the_file_does_not_have(
    studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path
) -> None:
    leave(shelf, write(tmp_path, QUICK), "Other")
    (row,) = offer(studio, safety).rows.values()
    studio.qtbot.mouseClick(button(row, "Compare"), Qt.MouseButton.LeftButton)
    tree = studio.window.panes.differences.tree
    item = tree.topLevelItem(0)
    assert item is not None
    assert [item.text(column) for column in range(4)] == [
        "≠  different",
        "Other",
        "Script task",
        "name: “Work” → “Other”",
    ]


@pytest.mark.parametrize("harm", ["bytes", "middle", "json", "orphan", "version"])
def test_a_damaged_copy_is_told_and_kept_aside(
    studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path, harm: str
) -> None:
    # given a copy that something damaged
    copy = leave(shelf, write(tmp_path, QUICK), "Other")
    damage(copy, harm)
    # when it is offered, and recovered where it still looks whole
    shown = offer(studio, safety)
    (row,) = shown.rows.values()
    if harm in ("json", "orphan"):
        studio.qtbot.mouseClick(button(row, "Recover"), Qt.MouseButton.LeftButton)
        box = studio.dialog("told")
        assert isinstance(box, QMessageBox)
        assert "kept as" in box.informativeText()
        box.close()
    else:
        assert row.title.text() == "A copy of unsaved work is damaged and cannot be read."
    # then it lies under another name, and is not offered again
    assert [item.name for item in shelf.iterdir()] == ["Other.unsaved.damaged"]
    assert studio.titles() == []
    safety.offer = None
    safety.look_back()
    assert safety.offer is None


def damage(copy: Path, harm: str) -> None:
    data = copy.read_bytes()
    if harm == "bytes":
        copy.write_bytes(b"nonsense" * 1000)
    elif harm == "middle":
        copy.write_bytes(data[:5000] + bytes(3000) + data[8000:])
    else:
        statements = {
            "json": "update edits set elements = '{\"work\": [1, 2]}'",
            "orphan": "update edits set elements = replace(elements, '\"p\"', '\"nowhere\"')",
            "version": "update about set value = '99' where name = 'version'",
        }
        db = sqlite3.connect(copy, isolation_level=None)
        db.execute(statements[harm])
        db.close()


def test_a_file_that_changed_or_went_meanwhile_is_told(
    studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path
) -> None:
    one, two = write(tmp_path, QUICK, name="one.bpmn"), write(tmp_path, QUICK, name="two.bpmn")
    first, second = leave(shelf, one, "First"), leave(shelf, two, "Second")
    write(tmp_path, QUICK, name="one.bpmn", after="<!-- other -->")
    two.unlink()
    shown = offer(studio, safety)
    assert f"the file {one} was changed since" in shown.rows[first].note.text()
    assert f"the file {two} is gone" in shown.rows[second].note.text()
    # and after recovering one is asked what shall count
    studio.qtbot.mouseClick(button(shown.rows[first], "Recover"), Qt.MouseButton.LeftButton)
    studio.window.outside.look()
    studio.settle()
    button(studio.session.tab, "Keep mine")


def test_a_full_disk_is_told_once_and_the_copy_is_written_when_there_is_room(
    studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given no room for copies
    said: list[str] = []
    safety.said.connect(said.append)

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    path = write(tmp_path, QUICK)
    studio.open(path)
    with monkeypatch.context() as patch:
        patch.setattr("procos_studio.app.safety.copy._fill", full)
        patch.setattr("procos_studio.app.safety.writing._AGAIN_MS", 1)
        for number in range(5):
            rename(studio.diagram, "work", f"Name {number}")
            studio.qtbot.wait(80)
    # then one sentence says so, and nothing half written is left
    assert said == [
        "⚠ small.bpmn cannot be kept safe from a crash (database or disk is full). Save it yourself meanwhile."
    ]
    assert list(shelf.iterdir()) == []
    # when there is room again
    (keeper,) = safety._keepers.values()
    keeper._writing._again.stop()
    rename(studio.diagram, "work", "Last")
    studio.wait_for(lambda: len(copies(shelf)) == 1)


def test_a_recovered_file_that_is_open_takes_the_place_of_its_tab(
    studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path
) -> None:
    # given a file that is open, once without changes and once with some
    path = write(tmp_path, QUICK)
    copy = leave(shelf, path, "Other")
    studio.open(path)
    shown = offer(studio, safety)
    studio.qtbot.mouseClick(button(shown.rows[copy], "Recover"), Qt.MouseButton.LeftButton)
    assert studio.titles() == ["small.bpmn ●"]
    assert studio.diagram["work"].name == "Other"
    studio.wait_for(lambda: not copy.exists())
    # when another copy of it is brought back while this one has changes
    leave(shelf, path, "Third")
    safety._recover(safety._shelf.left()[0])
    # then both are there, and only one has the file
    assert [session.document.path for session in studio.window.workspace.sessions()] == [path, None]


def test_hostile_titles_stay_plain(studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path) -> None:
    title = "<b>x</b>\u202e" + "y" * 100_000 + "\nline"
    leave(shelf, write(tmp_path, QUICK), "Other", title)
    (row,) = offer(studio, safety).rows.values()
    assert row.title.textFormat() is Qt.TextFormat.PlainText
    assert len(row.title.text()) < 100
