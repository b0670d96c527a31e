"""The studio in a real window: an X server of its own, the sample opened and run as `make run` does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

CHILD = """
import asyncio, sys
from PySide6.QtWidgets import QApplication
from procos_studio.app import main
from procos_studio.app.window import MainWindow

async def watch():
    while not (windows := [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]):
        await asyncio.sleep(0.05)
    window = windows[0]
    while window.workspace.current is None or window.workspace.current.run is None:
        await asyncio.sleep(0.05)
    run = window.workspace.current.run
    while run.is_running:
        await asyncio.sleep(0.05)
    await asyncio.sleep(0.2)
    screen = window.screen().grabWindow(0).toImage()
    colours = {screen.pixel(x, y) for x in range(0, screen.width(), 7) for y in range(0, screen.height(), 7)}
    print(QApplication.platformName(), [str(one.status) for one in run.state.instances.values()], len(colours) > 20)
    window.close()

async def show(args, shown=main._show):
    again, _watched = await asyncio.wait_for(asyncio.gather(shown(args), watch()), 60)
    return again

main._show = show
sys.exit(main.main(["--run"]))
"""


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    """An X server that chooses a free number by itself."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("needs Xvfb, which is not installed")
    reading, writing = os.pipe()
    command = [server, "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        process.terminate()
        process.wait(10)


def test_the_sample_runs_in_a_real_window(display: str, tmp_path: Path) -> None:
    # Given an X server, and a person who has never used the studio
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path)}
    environment["XDG_CONFIG_HOME"] = str(tmp_path)
    # When the studio starts as `make run` starts it
    done = subprocess.run(
        [sys.executable, "-c", CHILD], env=environment, capture_output=True, text=True, timeout=90, check=False
    )
    # Then it shows the sample, runs it to its end, and closes without a word
    assert (done.returncode, done.stdout.strip()) == (0, "xcb ['done'] True"), done.stderr
    assert done.stderr == ""
