"""A large file is read aside: its tab comes at once, and everything else goes on."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton

from procos_studio.app import asking, files
from procos_studio.app.document import Document
from procos_studio.app.opening import OpeningPage
from procos_studio.bpmn import write_file
from procos_studio.model.records import FlowNode
from tests.benchmarks.drawings import make_diagram
from tests.gui.pages.studio import StudioPage


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that counts as large."""
    path = tmp_path / "large & wide.bpmn"
    write_file(make_diagram(60), path)
    monkeypatch.setattr(files, "LARGE", 0)
    return path


def page(studio: StudioPage) -> OpeningPage:
    """What stands in the tab that is in front."""
    shown = studio.window.workspace.tabs.currentWidget()
    assert isinstance(shown, OpeningPage)
    return shown


def test_its_tab_says_that_it_is_being_opened_and_then_shows_it(studio: StudioPage, large: Path) -> None:
    # when
    assert studio.window.files.open_path(large)
    # then the window lives, and has no document in front yet
    assert page(studio).isVisible()
    assert studio.window.workspace.current is None
    assert studio.titles() == ["large && wide.bpmn"]
    assert not studio.window.actions_by_id["save"].isEnabled()
    # when it is read
    studio.qtbot.waitUntil(lambda: studio.window.workspace.current is not None)
    # then
    assert studio.titles() == ["large && wide.bpmn"]
    assert studio.session.document.path == large
    assert len(list(studio.diagram.all(FlowNode))) == 60
    assert len(studio.canvas.view.surface.scene.elements()) == 119
    assert not studio.session.document.is_modified


def test_asked_for_twice_it_is_opened_once(studio: StudioPage, large: Path) -> None:
    studio.window.open_paths([large, large])
    studio.qtbot.waitUntil(lambda: studio.window.workspace.current is not None)
    assert len(studio.titles()) == 1


def test_who_looks_at_another_tab_meanwhile_stays_there(studio: StudioPage, large: Path) -> None:
    # given
    studio.window.files.open_path(large)
    studio.new()
    # when
    studio.qtbot.waitUntil(lambda: len(list(studio.window.workspace.sessions())) == 2)
    # then it stands where its tab was, and what was in front still is
    assert studio.session.document.path is None
    assert studio.titles()[0] == "large && wide.bpmn"
    studio.window.workspace.show_next()
    assert studio.session.document.path == large


def test_one_that_is_no_bpmn_is_refused_and_its_tab_goes(studio: StudioPage, large: Path) -> None:
    # given
    large.write_text("<html")
    # when
    studio.window.files.open_path(large)
    # then
    box = studio.dialog("told")
    assert isinstance(box, QMessageBox)
    assert box.text() == "large & wide.bpmn cannot be opened."
    assert studio.titles() == []
    assert studio.window.workspace.currentWidget() is studio.window.workspace.start_page
    box.close()


def test_it_can_be_cancelled(studio: StudioPage, large: Path) -> None:
    # given
    studio.window.files.open_path(large)
    # when
    (button,) = page(studio).findChildren(QPushButton)
    button.click()
    # then its tab has gone at once, and nothing comes later
    assert studio.titles() == []
    assert studio.window.files.open_path(large)
    studio.qtbot.waitUntil(lambda: studio.window.workspace.current is not None)
    assert len(studio.titles()) == 1


def test_ctrl_w_lets_it_be(studio: StudioPage, large: Path) -> None:
    studio.window.files.open_path(large)
    studio.command("close")
    assert studio.titles() == []
    assert studio.window.files.being_read() == []


def test_nothing_is_saved_over_it_meanwhile(studio: StudioPage, large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # given another document in front
    before = large.read_bytes()
    studio.new()
    other = studio.session
    studio.window.files.open_path(large)
    monkeypatch.setattr(asking, "path_to_save", lambda *_: large)
    # when
    assert not studio.window.files.save_as(other)
    # then
    box = studio.dialog("told")
    assert isinstance(box, QMessageBox)
    assert "It is open in another tab." in box.informativeText()
    assert large.read_bytes() == before
    box.close()


def test_what_is_brought_back_takes_its_place(studio: StudioPage, large: Path) -> None:
    # given the file of unsaved work is being read
    document = Document.open(large)
    studio.window.files.open_path(large)
    # when that work is brought back
    studio.window.files.bring(document)
    # then there is one tab of it, with its file
    assert len(studio.titles()) == 1
    assert studio.session.document is document
    assert document.path == large


def test_who_quits_meanwhile_does_not_wait(studio: StudioPage, large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # given a file of which the end does not come
    may_end = threading.Event()
    whole = Document.open

    def slowly(path: Path) -> Document:
        may_end.wait()
        return whole(path)

    monkeypatch.setattr(Document, "open", slowly)
    studio.window.files.open_path(large)
    # when
    with studio.qtbot.waitSignal(studio.window.closed):
        studio.window.close()
    # then the studio has gone before it
    assert not may_end.is_set()
    may_end.set()
