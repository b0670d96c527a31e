"""The link in the notes of a block is opened once a person has agreed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QMessageBox

from procos_studio.canvas.painting.activities import link_badge
from tests.gui.app.processes import write
from tests.gui.pages.studio import StudioPage

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def _opened(studio: StudioPage, tmp_path: Path, notes: str) -> list[QUrl]:
    """What the system is asked to open, with the block selected whose notes these are."""
    work = f'<bpmn:task id="work" name="Work"><bpmn:documentation>{notes}</bpmn:documentation></bpmn:task>'
    studio.open(write(tmp_path, work))
    urls: list[QUrl] = []
    studio.window.following.open_url = urls.append
    studio.canvas.click_on("work")
    return urls


def test_an_address_is_opened_after_it_was_shown_whole(studio: StudioPage, tmp_path: Path) -> None:
    # given notes with an address whose letters look like others
    urls = _opened(studio, tmp_path, "See https://ex\u0430mple.com/a")
    # when the person looks at it and declines
    studio.answer_next(QMessageBox.StandardButton.Cancel)
    studio.key(KEY.Key_K, CTRL)
    # then nothing is opened
    assert urls == []
    # when they agree
    studio.answer_next(QMessageBox.StandardButton.Open)
    studio.key(KEY.Key_K, CTRL)
    # then it is
    assert [url.host() for url in urls] == [QUrl("https://ex\u0430mple.com").host()]


def test_one_of_several_links_is_chosen_and_a_diagram_is_opened_here(studio: StudioPage, tmp_path: Path) -> None:
    # given notes with two links, one of which leads to another diagram
    write(tmp_path, "", name="other.bpmn")
    urls = _opened(studio, tmp_path, "[web](https://a.example) [other](other.bpmn)")
    # when that is chosen
    studio.key(KEY.Key_K, CTRL)
    studio.choose("other")
    # then it is open in the studio
    assert "other.bpmn" in studio.titles()
    assert urls == []


def test_the_sign_on_the_block_is_clicked(studio: StudioPage, tmp_path: Path) -> None:
    # given a block whose notes hold an address, and nothing selected
    urls = _opened(studio, tmp_path, "[the rules](https://a.example/rules)")
    view = studio.canvas.view
    view.select(())
    shape = view.surface.scene.shape_of("work")
    sign = link_badge(shape.look) if shape is not None else None
    assert shape is not None
    assert sign is not None
    place = shape.mapToScene(sign.center())
    # when the pointer is over its sign
    studio.canvas.hover(place)
    # then a hand shows that it can be clicked, and a tip says where it leads
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert shape.toolTip() == "the rules: https://a.example/rules"
    # when it is clicked, and the person agrees
    studio.answer_next(QMessageBox.StandardButton.Open)
    studio.canvas.click(place)
    studio.settle()
    # then the address is opened, as by Ctrl+K
    assert [url.toString() for url in urls] == ["https://a.example/rules"]
    # when the pointer goes to the middle of the block
    studio.canvas.hover(studio.canvas.center_of("work"))
    # then neither is there
    assert view.viewport().cursor().shape() is not Qt.CursorShape.PointingHandCursor
    assert shape.toolTip() == ""


def test_what_is_not_safe_and_what_is_not_there_is_told(studio: StudioPage, tmp_path: Path) -> None:
    # given notes that lead out of the folder
    urls = _opened(studio, tmp_path, "[x](../../etc/passwd.md)")
    # when the link is followed
    studio.key(KEY.Key_K, CTRL)
    # then a sentence says why it is not opened
    assert "not in the folder" in studio.window.status.message.text()
    # when a block without links is selected
    studio.canvas.click_on("start")
    studio.key(KEY.Key_K, CTRL)
    # then a sentence says where to write one
    assert "Nothing selected has a link" in studio.window.status.message.text()
    assert urls == []
