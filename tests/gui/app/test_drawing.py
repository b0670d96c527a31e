"""Subsystems, the palette, and what is written to files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from procos_studio.app import asking
from procos_studio.targets import TARGETS
from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage

ALT = Qt.KeyboardModifier.AltModifier


def test_a_block_of_the_palette_is_placed_with_a_click(studio: StudioPage) -> None:
    # given a word in the palette's search
    studio.new()
    palette = studio.window.panes.palette
    palette.search.setFocus()
    studio.qtbot.keyClicks(palette.search, "http")
    # when Enter takes the first block, and a click places it
    studio.qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    middle = studio.session.tab.view.visible_rect().center()
    studio.canvas.hover(middle)
    studio.canvas.click(middle)
    # then it is there and selected
    studio.wait_for(lambda: len(studio.canvas.nodes("serviceTask")) == 1)
    assert studio.canvas.view.selection == tuple(studio.canvas.nodes("serviceTask"))
    assert "url" in studio.form.parameters


def test_a_word_that_fits_no_block_says_so(studio: StudioPage) -> None:
    palette = studio.window.panes.palette
    studio.qtbot.keyClicks(palette.search, "qwertz")
    assert "No block matches" in palette.list.item(0).text()


def test_a_subsystem_is_made_opened_and_left_by_key(studio: StudioPage, tmp_path: Path) -> None:
    # given a block made a subsystem
    studio.open(write(tmp_path, QUICK))
    studio.canvas.click_on("work")
    studio.key(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    (sub,) = studio.canvas.nodes("subProcess")
    if studio.diagram.plane_of(sub) is None:
        pytest.skip("subsystems are drawn in place")
    # when it is opened, the breadcrumb shows the way
    studio.canvas.view.select((sub,))
    studio.key(Qt.Key.Key_Down, ALT)
    tab = studio.session.tab
    crumbs = [crumb.text() for crumb in tab.findChildren(QPushButton, "crumb") if crumb.isVisible()]
    assert crumbs[0] == "Small"
    assert len(crumbs) == 2
    # and Alt+Up leads back, with the subsystem selected
    studio.key(Qt.Key.Key_Up, ALT)
    assert studio.canvas.view.selection == (sub,)


def test_tidy_can_be_undone(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, QUICK))
    studio.canvas.drag(studio.canvas.center_of("work"), studio.canvas.center_of("work") * 1.2)
    moved = studio.diagram.shape("work")
    studio.canvas.view.select(())
    studio.command("tidy")
    studio.command("undo")
    assert studio.diagram.shape("work") == moved


def test_bpmn_for_an_engine_is_written_and_what_it_refuses_is_told(
    studio: StudioPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a process that Operaton takes, and one with a complex gateway, which it does not
    path = tmp_path / "out.bpmn"
    monkeypatch.setattr(asking, "path_to_save", lambda *_: path)
    studio.open(write(tmp_path, QUICK))
    studio.window.exporting.to_engine(TARGETS["operaton"])
    assert b"external" in path.read_bytes()
    # when the second is exported, it is written, and the reason told
    studio.open(write(tmp_path, '<bpmn:complexGateway id="work"/>', name="odd.bpmn"))
    studio.window.exporting.to_engine(TARGETS["operaton"])
    studio.dialog("told").close()
