"""Another language: the studio begins anew, and all that was open is there again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from procos_studio.app import files
from procos_studio.app.document import Document
from procos_studio.app.restarting import Restarting
from procos_studio.app.safety.copy import About, Copy
from procos_studio.app.safety.safety import Safety
from procos_studio.edits.rename import rename
from tests.gui.app.processes import QUICK, write
from tests.gui.pages.studio import StudioPage, button

CHILD = """
import sys
from PySide6.QtCore import QTimer
from procos_studio.app import main
from procos_studio.app.window import MainWindow
opened = MainWindow.open_paths
def open_and_ask(window, paths):
    opened(window, paths)
    QTimer.singleShot(0, window.speaking.restart_asked.emit)
MainWindow.open_paths = open_and_ask
sys.exit(main.main(sys.argv[1:]))
"""


def test_all_is_open_again_and_nothing_is_asked(studio: StudioPage, tmp_path: Path) -> None:
    # given a saved diagram, one with a change, and one without a file in front
    shelf = tmp_path / "unsaved"
    safety = Safety(studio.window, shelf)
    restarting = Restarting(studio.window, safety)
    saved, changed = write(tmp_path, QUICK, name="saved.bpmn"), write(tmp_path, QUICK, name="changed.bpmn")
    studio.open(saved)
    studio.open(changed)
    rename(studio.diagram, "work", "Other")
    # when another language is chosen, and the restart
    action = studio.window.findChild(QAction, "language-de")
    assert action is not None
    action.trigger()
    with studio.qtbot.waitSignal(studio.window.closed):
        studio.qtbot.mouseClick(button(studio.dialog("language"), "Restart now"), Qt.MouseButton.LeftButton)
    # then the next studio is told of both files, and the change lies in a copy that it brings back
    assert restarting.wanted == ["--again", str(changed), str(saved), str(changed)]
    assert len(list(shelf.glob("*.unsaved"))) == 1
    assert 'name="Work"' in changed.read_text()


def test_a_file_that_is_still_being_read_is_opened_again(
    studio: StudioPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a file that is open, and a large one that is being read
    restarting = Restarting(studio.window, Safety(studio.window, tmp_path / "unsaved"))
    read, large = write(tmp_path, QUICK, name="read.bpmn"), write(tmp_path, QUICK, name="large.bpmn")
    studio.open(read)
    monkeypatch.setattr(files, "LARGE", 0)
    studio.window.files.open_path(large)
    # when the studio begins anew
    with studio.qtbot.waitSignal(studio.window.closed):
        studio.window.speaking.restart_asked.emit()
    # then the next one is told of both
    assert restarting.wanted == ["--again", "", str(read), str(large)]


def test_what_was_not_saved_is_brought_back(studio: StudioPage, tmp_path: Path) -> None:
    # given the copy of a change, left by the studio before
    shelf, document = tmp_path / "unsaved", Document.open(write(tmp_path, QUICK))
    rename(document.diagram, "work", "Other")
    left = Copy(shelf / "left.unsaved")
    about = About(str(document.path), document.title, document.on_disk, 0, 1e9)
    left.begin(about, document.base, document.diagram.history.done, {})
    left.let_go()
    # when the next one brings back
    safety = Safety(studio.window, shelf)
    safety.look_back()
    safety.bring_back()
    # then
    assert studio.diagram["work"].name == "Other"
    assert studio.diagram.history.undo_label
    studio.close_at_once()
    safety.close()


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="looks at the arguments of a process")
def test_the_process_begins_anew(tmp_path: Path) -> None:
    # given a studio that is asked to
    path = write(tmp_path, QUICK)
    folders = {name: str(tmp_path / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    (tmp_path / "home").mkdir()
    environment = {**os.environ, **folders, "QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(path)], env=environment)
    # then the same process is another studio soon, with the same file
    try:
        wanted = ["-m", "procos_studio.app.main", "--again", str(path), str(path)]
        deadline = time.monotonic() + 60
        while Path(f"/proc/{child.pid}/cmdline").read_text().split("\0")[1:-1] != wanted:
            assert child.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait(30)
