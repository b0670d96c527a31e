"""Problems: found in the background, marked on blocks, listed, and chosen."""

from __future__ import annotations

from pathlib import Path

from procos_studio.problems import Severity
from tests.gui.app.processes import QUICK, script, write
from tests.gui.pages.studio import StudioPage

BROKEN = script("answer = 1") + (
    '<bpmn:exclusiveGateway id="gate" name="Which?"/><bpmn:endEvent id="one"/><bpmn:endEvent id="two"/>'
    '<bpmn:sequenceFlow id="f3" sourceRef="work" targetRef="gate"/>'
    '<bpmn:sequenceFlow id="f4" sourceRef="gate" targetRef="one"/>'
    '<bpmn:sequenceFlow id="f5" sourceRef="gate" targetRef="two"/>'
)


def test_problems_are_listed_marked_and_counted_without_being_asked_for(studio: StudioPage, tmp_path: Path) -> None:
    # when a file is opened whose decision decides nothing
    studio.open(write(tmp_path, BROKEN))
    # then
    studio.wait_for(lambda: studio.canvas.mark("gate").severity is not None)
    assert studio.problems()
    assert "✕" in studio.window.toolbar.check.text() or "⚠" in studio.window.toolbar.check.text()


def test_choosing_a_problem_selects_its_element(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, BROKEN))
    studio.wait_for(lambda: bool(studio.problems()))
    studio.click_problem(0)
    assert len(studio.canvas.view.selection) == 1
    assert studio.canvas.view.selection[0] in studio.diagram


def test_an_edit_that_mends_takes_the_mark_away(studio: StudioPage, tmp_path: Path) -> None:
    # given
    studio.open(write(tmp_path, BROKEN))
    studio.wait_for(lambda: studio.canvas.mark("gate").severity is not None)
    # when the gateway is deleted, and the deletion undone
    studio.canvas.view.select(("gate",))
    studio.command("delete")
    studio.wait_for(lambda: studio.canvas.mark("gate").severity is None)
    studio.command("undo")
    # then the mark goes and comes back
    studio.wait_for(lambda: studio.canvas.mark("gate").severity in (Severity.ERROR, Severity.WARNING))


def test_the_status_bar_says_whether_the_target_would_take_the_file(studio: StudioPage, tmp_path: Path) -> None:
    studio.open(write(tmp_path, QUICK))
    studio.wait_for(lambda: studio.session.checker.found is not None)
    assert "Operaton ✓ valid" in studio.window.status.target.text()
    # when another target is chosen it is asked instead
    studio.window.status.target_chosen.emit("embedded")
    studio.wait_for(lambda: "this studio" in studio.window.status.target.text())
