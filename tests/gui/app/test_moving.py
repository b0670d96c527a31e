"""Motion: it ends where the person or the desktop asks for that."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction

from procos_studio.app.moving import has_desktop_bus
from procos_studio.app.settings import Settings
from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage


def choose(studio: StudioPage, choice: str) -> None:
    action = studio.window.findChild(QAction, f"motion-{choice}")
    assert action is not None
    action.trigger()


def test_what_moves_is_chosen_for_open_diagrams_and_for_those_to_come(studio: StudioPage, tmp_path: Path) -> None:
    # given an open diagram
    studio.open(write(tmp_path, QUICK))
    before = studio.session.tab.view.motion
    assert before.allowed
    # when
    choose(studio, "off")
    # then nothing moves there, nor in the next one, nor after the next start
    assert not before.allowed
    studio.new()
    assert not studio.session.tab.view.motion.allowed
    assert Settings().motion() == "off"
    # and it does again when that is chosen
    choose(studio, "on")
    assert before.allowed


def test_the_desktop_is_followed_until_one_chooses(studio: StudioPage, tmp_path: Path) -> None:
    # given
    studio.open(write(tmp_path, QUICK))
    motion = studio.session.tab.view.motion
    moving = studio.window.appearance.moving
    # when the desktop says that people want less motion
    moving.follow_platform(is_still=True)
    # then
    assert not motion.allowed
    choose(studio, "on")
    assert motion.allowed


@pytest.mark.parametrize(
    ("environment", "platform", "is_there"),
    [
        ({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/bus"}, "linux", True),
        ({}, "linux", False),
        ({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/bus"}, "darwin", False),
    ],
)
def test_no_bus_is_started_to_ask(environment: dict[str, str], platform: str, is_there: bool) -> None:
    assert has_desktop_bus(environment, platform) is is_there
