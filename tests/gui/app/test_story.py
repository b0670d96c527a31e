"""The whole loop once, by hand: draw, save, open again, run, watch."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt

from procos_studio.app import asking
from procos_studio.canvas.marks import Light, State
from tests.gui.pages.studio import StudioPage

CTRL = Qt.KeyboardModifier.ControlModifier


def draw(studio: StudioPage) -> tuple[str, str, str]:
    """Start, script, end, placed with the mouse and joined through their ports."""
    middle = studio.session.tab.view.visible_rect().center()
    start = studio.insert("start", middle - QPointF(240, 0))
    script = studio.insert("python", middle)
    end = studio.insert("end", middle + QPointF(240, 0))
    studio.canvas.connect(start, script)
    studio.canvas.connect(script, end)
    assert studio.canvas.flows() == [(start, script), (script, end)]
    return start, script, end


def test_three_blocks_are_drawn_saved_opened_and_run(
    studio: StudioPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given an empty process with three blocks placed and joined by mouse
    studio.new()
    start, script, end = draw(studio)
    # and a parameter set in the form
    studio.canvas.click_on(script)
    studio.form.fill("script", "answer = 6 * 7")
    assert studio.titles() == ["Process 1 ●"]
    # when it is saved and opened again
    path = tmp_path / "story.bpmn"
    monkeypatch.setattr(asking, "path_to_save", lambda *_: path)
    studio.key(Qt.Key.Key_S, CTRL)
    assert studio.titles() == ["story.bpmn"]
    studio.key(Qt.Key.Key_W, CTRL)
    studio.settle()
    assert studio.titles() == []
    studio.open(path)
    # and run with one key
    studio.run_to_end()
    # then every block shows that it is done, with five lights on the script
    for element in (start, script, end):
        assert studio.canvas.mark(element).state is State.DONE
    assert studio.canvas.mark(script).lights == (Light.PASSED,) * 5
    # and the pipeline of the selected block, the variables, the timeline and the status bar tell the same
    studio.canvas.click_on(script)
    assert all("—" in sentence for sentence in studio.form.stages())

    studio.wait_for(lambda: studio.variables() == {"answer": "42"})
    assert "completed" in studio.window.status.run.text()
    assert studio.window.status.done.text() == "3/3 done"
    assert studio.window.panes.events.events.rowCount() == studio.session.run.history.position  # type: ignore[union-attr]
