"""Files with several processes: every page is reached, and every process can be started."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from procos_studio.app.settings import Settings
from tests.gui.pages.studio import StudioPage

CTRL = Qt.KeyboardModifier.ControlModifier
_TWO = """<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
<bpmn:process id="first" name="Make tea" isExecutable="true"><bpmn:startEvent id="a"/></bpmn:process>
<bpmn:process id="second" name="Make coffee" isExecutable="true"><bpmn:startEvent id="b"/></bpmn:process>
</bpmn:definitions>
"""


def two(folder: Path) -> Path:
    path = folder / "two.bpmn"
    path.write_text(_TWO, encoding="utf-8")
    return path


def switcher(studio: StudioPage) -> QPushButton:
    found = studio.session.tab.findChild(QPushButton, "pages")
    assert isinstance(found, QPushButton)
    return found


def test_the_pages_of_a_file_are_listed_and_reached_by_menu_and_by_key(studio: StudioPage, tmp_path: Path) -> None:
    # given a file with two processes and no collaboration
    studio.open(two(tmp_path))
    assert switcher(studio).text() == "Make tea"
    assert studio.canvas.view.surface.scene.elements() == ("a",)
    # when the other is chosen
    actions = switcher(studio).menu().actions()
    assert [action.text() for action in actions] == ["Make tea", "Make coffee"]
    actions[1].trigger()
    studio.settle()
    # then it is shown
    assert switcher(studio).text() == "Make coffee"
    assert studio.canvas.view.surface.scene.elements() == ("b",)
    # and a key goes on to the next
    studio.key(Qt.Key.Key_PageDown, CTRL)
    studio.settle()
    assert switcher(studio).text() == "Make tea"


def test_run_asks_once_which_process_to_start_and_remembers_it(studio: StudioPage, tmp_path: Path) -> None:
    # given a file with two executable processes
    path = two(tmp_path)
    studio.open(path)
    # when it is run, one is chosen by typing
    studio.run()
    studio.choose("coffee")
    studio.wait_for(lambda: studio.session.run is not None and not studio.session.is_running)
    assert [instance.process for instance in studio.session.run.state.instances.values()] == ["second"]  # type: ignore[union-attr]
    # then the same starts the next time, also after the next start of the studio
    studio.run_to_end()
    assert [instance.process for instance in studio.session.run.state.instances.values()] == ["second"]  # type: ignore[union-attr]
    assert Settings().start_of(str(path.resolve())) == "second"
    # and another can be chosen at any time
    studio.command("run-another")
    studio.choose("tea")
    studio.wait_for(lambda: studio.session.process == "first")
    studio.wait_for(lambda: not studio.session.is_running)


def test_a_page_with_something_on_it_is_shown_first(studio: StudioPage, tmp_path: Path) -> None:
    path = two(tmp_path)
    path.write_text(_TWO.replace('<bpmn:startEvent id="a"/>', ""), encoding="utf-8")
    studio.open(path)
    assert studio.canvas.view.surface.scene.elements() == ("b",)
