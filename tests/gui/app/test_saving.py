"""Saving: whatever keeps a file from being saved is told in one sentence, and nothing is lost."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from procos_studio.app import asking
from procos_studio.app.asking import Overtaken
from procos_studio.app.safety.notice import Notice
from procos_studio.app.settings import Settings
from procos_studio.edits.rename import rename
from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage, button

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def path(studio: StudioPage, tmp_path: Path) -> Path:
    """A file that is open, with a change."""
    path = write(tmp_path, QUICK)
    studio.open(path)
    rename(studio.diagram, "work", "Mine")
    return path


def notices(studio: StudioPage) -> list[Notice]:
    return [item for item in studio.session.tab.findChildren(Notice) if item.isVisible()]


def save(studio: StudioPage) -> list[str]:
    """Press Ctrl+S and give up; what one is told."""
    told = studio.answer_next(QMessageBox.StandardButton.Cancel)
    studio.key(Qt.Key.Key_S, CTRL)
    return told


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO, errno.ESTALE, errno.EDQUOT])
@pytest.mark.parametrize("step", ["procos_studio.bpmn.writer.open", "os.fsync"])
def test_a_disk_that_takes_nothing_is_told(
    studio: StudioPage, path: Path, number: int, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a disk that is full, may not be written to, is broken, or out of reach
    before = path.read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(step, fail, raising=False)
        told = save(studio)
    # then one sentence says so, the file is as it was, nothing lies beside it, and the change is still there
    assert told == [f"small.bpmn could not be saved: {os.strerror(number)}."]
    assert path.read_bytes() == before
    assert [item.name for item in path.parent.iterdir() if item.is_file()] == ["small.bpmn"]
    assert studio.titles() == ["small.bpmn ●"]
    # when there is room again, it is saved
    studio.command("save")
    assert 'name="Mine"' in path.read_text()


def test_a_folder_in_the_place_of_the_file_stays_as_it_is(studio: StudioPage, path: Path) -> None:
    # given a folder that somebody made in the place of the file
    path.unlink()
    path.mkdir()
    (path / "theirs").write_text("theirs")
    # then the file is told to be gone, and saving does not touch the folder
    studio.wait_for(lambda: notices(studio) != [])
    assert notices(studio)[0].title.text() == "small.bpmn was deleted or moved."
    assert save(studio) == ["small.bpmn could not be saved: Is a directory."]
    assert (path / "theirs").read_text() == "theirs"
    assert studio.titles() == ["small.bpmn ●"]


def test_a_folder_that_is_gone_is_told(studio: StudioPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # given a file in a folder that goes, as that of a network does
    folder = tmp_path / "net"
    folder.mkdir()
    studio.open(write(folder, QUICK))
    rename(studio.diagram, "work", "Mine")
    folder.rename(tmp_path / "elsewhere")
    studio.wait_for(lambda: notices(studio) != [])
    assert notices(studio)[0].title.text() == "small.bpmn was deleted or moved."
    # when it is saved, and then in another place
    assert save(studio) == ["small.bpmn could not be saved: No such file or directory."]
    monkeypatch.setattr(asking, "path_to_save", lambda *_: tmp_path / "kept.bpmn")
    studio.qtbot.mouseClick(button(notices(studio)[0], "Save as…"), Qt.MouseButton.LeftButton)
    assert 'name="Mine"' in (tmp_path / "kept.bpmn").read_text()
    assert studio.titles() == ["kept.bpmn"]
    assert notices(studio) == []


def test_a_file_out_of_reach_is_told_until_it_is_back(
    studio: StudioPage, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    # given a network that is down
    os.utime(path, (1, 1))
    with monkeypatch.context() as patch:
        patch.setattr("procos_studio.app.document.read_data", fail)
        studio.window.outside.look()
        studio.wait_for(lambda: notices(studio) != [])
        assert notices(studio)[0].title.text() == "small.bpmn cannot be read any more: Input/output error."
    # when it is back
    studio.qtbot.mouseClick(button(notices(studio)[0], "Look again"), Qt.MouseButton.LeftButton)
    assert notices(studio) == []
    assert studio.diagram["work"].name == "Mine"


@pytest.mark.parametrize("answer", [Overtaken.OVERWRITE, Overtaken.SAVE_AS])
def test_saving_over_what_another_program_wrote_does_what_the_person_says(
    studio: StudioPage, path: Path, answer: Overtaken, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text(path.read_text().replace('name="Work"', 'name="Theirs"'))
    monkeypatch.setattr(asking, "about_overtaken", lambda *_: answer)
    monkeypatch.setattr(asking, "path_to_save", lambda *_: path.with_name("mine.bpmn"))
    studio.command("save")
    held = {item.name: 'name="Mine"' in item.read_text() for item in path.parent.glob("*.bpmn")}
    assert held == ({"small.bpmn": True} if answer is Overtaken.OVERWRITE else {"small.bpmn": False, "mine.bpmn": True})


@pytest.mark.parametrize("kind", ["symbolic", "hard"])
def test_a_file_opened_through_a_link_has_one_tab(studio: StudioPage, path: Path, kind: str) -> None:
    # given a file that is open, and a link to it
    link = path.with_name("link.bpmn")
    if kind == "symbolic":
        link.symlink_to(path)
    else:
        link.hardlink_to(path)
    # when the link is opened
    studio.open(link)
    # then the tab of the file is in front, with its change, which is saved into the one file
    assert studio.titles() == ["small.bpmn ●"]
    studio.command("save")
    assert 'name="Mine"' in path.read_text()


def test_saving_as_a_file_that_is_open_is_refused(
    studio: StudioPage, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given two files that are open, both with changes
    other = write(tmp_path, QUICK, name="other.bpmn")
    studio.open(other)
    rename(studio.diagram, "work", "Other")
    before = path.read_bytes()
    # when one is to be saved under the name of the other
    monkeypatch.setattr(asking, "path_to_save", lambda *_: path)
    studio.command("save-as")
    # then it is told why not, and both are as they were
    box = studio.dialog("told")
    assert isinstance(box, QMessageBox)
    assert box.text() == "small.bpmn cannot be saved over."
    assert box.informativeText() == "It is open in another tab. Close that tab first, or choose another name."
    box.close()
    assert path.read_bytes() == before
    assert studio.titles() == ["small.bpmn ●", "other.bpmn ●"]
    # but it may be saved under its own
    monkeypatch.setattr(asking, "path_to_save", lambda *_: other)
    studio.command("save-as")
    assert studio.titles() == ["small.bpmn ●", "other.bpmn"]


def test_a_link_that_leads_to_itself_is_told(
    studio: StudioPage, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = tmp_path / "ring.bpmn"
    ring.symlink_to(ring)
    # when it is opened
    assert not studio.window.files.open_path(ring)
    box = studio.dialog("told")
    assert isinstance(box, QMessageBox)
    assert box.informativeText().startswith("Too many levels of symbolic links.")
    box.close()
    # or saved to
    monkeypatch.setattr(asking, "path_to_save", lambda *_: ring)
    told = studio.answer_next(QMessageBox.StandardButton.Cancel)
    studio.command("save-as")
    assert told == ["ring.bpmn could not be saved: Too many levels of symbolic links."]
    assert ring.is_symlink()
    assert studio.titles() == ["small.bpmn ●"]


def test_a_recent_file_that_may_not_be_looked_at_is_left_out(
    studio: StudioPage, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    assert Settings().recent() == [path]
    monkeypatch.setattr(os, "stat", deny)
    assert Settings().recent() == []
