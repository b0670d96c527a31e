"""Copies of what is not saved, where something fails in between: none stays that is outdated."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from procos_studio.app.safety.safety import Safety
from procos_studio.bpmn import write_bytes
from procos_studio.edits.rename import rename
from tests.gui.app.processes import QUICK, write
from tests.gui.pages.recovery import copies
from tests.gui.pages.studio import StudioPage


@contextmanager
def no_room(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A disk on which nothing can be written, and deleting works, as on a real one that is full."""

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("procos_studio.app.safety.copy._fill", full)
        patch.setattr("procos_studio.app.safety.copy._insert", full)
        patch.setattr("procos_studio.app.safety.writing._AGAIN_MS", 1)
        yield


@pytest.fixture
def said(safety: Safety) -> list[str]:
    """What the person is told."""
    found: list[str] = []
    safety.said.connect(found.append)
    return found


@pytest.fixture
def kept(studio: StudioPage, safety: Safety, shelf: Path, tmp_path: Path) -> Path:
    """The copy of a file with an edit."""
    studio.open(write(tmp_path, QUICK))
    rename(studio.diagram, "work", "First")
    studio.wait_for(lambda: len(copies(shelf)) == 1)
    return copies(shelf)[0]


def test_an_outdated_copy_goes_when_the_file_is_saved(
    studio: StudioPage, kept: Path, said: list[str], shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a copy on which the next edit could not be written
    with no_room(monkeypatch):
        rename(studio.diagram, "work", "Second")
        studio.wait_for(lambda: said != [])
        assert copies(shelf) == [kept]
        # when the file is saved all the same
        studio.command("save")
    # then nothing is left that would be offered at the next start
    studio.wait_for(lambda: list(shelf.iterdir()) == [])


def test_an_outdated_copy_goes_when_there_is_a_newer_one(
    studio: StudioPage, safety: Safety, kept: Path, said: list[str], shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a copy on which nothing could be written, however often that was tried
    with no_room(monkeypatch):
        for number in range(3):
            rename(studio.diagram, "work", f"Again {number}")
            studio.wait_for(lambda: said != [])
            studio.qtbot.wait(80)
        assert copies(shelf) == [kept]
    # when there is room again
    (keeper,) = safety._keepers.values()
    keeper._writing.again.emit()
    # then the newer copy is the only one
    studio.wait_for(lambda: len(copies(shelf)) == 1 and copies(shelf) != [kept])


def test_what_was_saved_in_the_last_moment_is_not_offered(
    studio: StudioPage, safety: Safety, kept: Path, shelf: Path, tmp_path: Path
) -> None:
    # given a studio that is killed after it saved, and before it threw the copy away
    safety.hold()
    document = studio.session.document
    assert document.path is not None
    document.path.write_bytes(write_bytes(document.diagram))
    # when another one looks for what was left
    second = Safety(studio.window, shelf)
    second.look_back()
    # then there is nothing to decide
    assert second.offer is None
    assert list(shelf.iterdir()) == []
    second.close()
