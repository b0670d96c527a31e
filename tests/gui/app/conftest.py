"""A studio for each test: its own settings, its own loop, and nothing left behind."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import qasync
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from procos_studio.app.appearance import Appearance
from procos_studio.app.garbage import collected_here
from procos_studio.app.safety.safety import Safety
from procos_studio.app.settings import Settings
from procos_studio.app.window import MainWindow
from procos_studio.library import Library, load
from tests.gui.pages.studio import StudioPage

_NO_SCREEN = "This plugin does not support"
"""What Qt says on a platform without a screen; every other warning fails a test."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let warnings pass that are about the screen that tests do not have."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(_NO_SCREEN, extend=True))


@pytest.fixture(scope="session")
def library() -> Library:
    return load()


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, qapp: QApplication) -> None:
    """Settings of one test, in its own folder."""
    qapp.setOrganizationName("ProcOS")
    qapp.setApplicationName("ProcOS Studio Test")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture
def loop(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    """The loop of Qt and asyncio, as `main` runs it; no task and no thread outlives the test."""
    before = set(threading.enumerate())
    loop = qasync.QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    # Tests let Qt process events from outside, so nobody calls run_forever, which would say that the loop runs.
    asyncio._set_running_loop(loop)
    with collected_here(qapp):
        yield loop
    for thread in set(threading.enumerate()) - before:
        if thread.name.startswith(("open", "xml-")):
            thread.join()
    gc.enable()
    left = asyncio.all_tasks(loop)
    asyncio._set_running_loop(None)
    asyncio.set_event_loop(None)
    loop.close()
    assert not left, f"tasks are left: {left}"
    started = [thread for thread in set(threading.enumerate()) - before if not thread.daemon]
    assert not started, f"threads are left: {started}"


@pytest.fixture
def studio(loop: asyncio.AbstractEventLoop, qtbot: QtBot, qapp: QApplication, library: Library) -> Iterator[StudioPage]:
    """A studio in the light theme, closed without questions in the end."""
    qapp.setStyle("Fusion")
    settings = Settings()
    window = MainWindow(library, settings, Appearance(settings, "light"))
    page = StudioPage(window, qtbot)
    page.show()
    yield page
    page.close_at_once()
    for widget in qapp.topLevelWidgets():
        widget.deleteLater()
    qtbot.wait(1)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """The folder of unsaved work."""
    return tmp_path / "state" / "ProcOS" / "ProcOS Studio" / "unsaved"


@pytest.fixture
def safety(studio: StudioPage, shelf: Path) -> Iterator[Safety]:
    """What keeps the studio's unsaved work in that folder."""
    made = Safety(studio.window, shelf)
    yield made
    studio.close_at_once()
    made.close()
