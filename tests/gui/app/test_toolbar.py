"""The toolbar: words go before buttons do where there is little room."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage

WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def test_words_go_where_there_is_no_room_and_come_back(studio: StudioPage, tmp_path: Path) -> None:
    # given
    studio.open(write(tmp_path, QUICK))
    toolbar = studio.window.toolbar
    palette = next(button for button in toolbar.findChildren(type(toolbar.check)) if button.objectName() == "palette")
    studio.window.resize(1600, 800)
    studio.wait_for(lambda: palette.toolButtonStyle() is WORDS)
    # when the window gets narrow
    studio.window.resize(900, 600)
    # then the last buttons still show, one of them as its sign alone, and say what they are
    studio.wait_for(lambda: palette.toolButtonStyle() is not WORDS)
    studio.settle()
    assert palette.isVisible()
    assert toolbar.rect().contains(palette.mapTo(toolbar, palette.rect().bottomRight()))
    assert palette.accessibleName()
    # when there is room again
    studio.window.resize(1600, 800)
    # then the words are back
    studio.wait_for(lambda: palette.toolButtonStyle() is WORDS)


def test_a_check_moves_no_other_button(studio: StudioPage, tmp_path: Path) -> None:
    # given a diagram that is not checked yet
    toolbar = studio.window.toolbar
    toolbar.show_findings(None)
    before = toolbar.check.sizeHint().expandedTo(toolbar.check.minimumSize()).width()
    # when it has been found to be good
    studio.open(write(tmp_path, QUICK))
    studio.wait_for(lambda: "✓" in toolbar.check.text())
    # then the button is as wide as before
    assert toolbar.check.sizeHint().expandedTo(toolbar.check.minimumSize()).width() == before
