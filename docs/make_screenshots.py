"""Writes the pictures of the README: starts the studio without a screen, opens the templates, runs them, looks."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import qasync
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from procos_studio.app.appearance import Appearance
from procos_studio.app.asking import StartDialog
from procos_studio.app.garbage import collected_here
from procos_studio.app.settings import Settings
from procos_studio.app.window import MainWindow
from procos_studio.library import load
from procos_studio.resources import shipped

IMAGES = Path(__file__).resolve().parent / "images"
TEMPLATES = shipped("processes") / "templates"
LARGE, SMALL = (1600, 1000), (1280, 720)


class Model(BaseHTTPRequestHandler):
    """A model server on loopback that refuses the first question and takes its time with the second."""

    asked = 0

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Be healthy."""
        self._answer(200, {"version": "0"})

    def do_POST(self) -> None:
        """Answer."""
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        type(self).asked += 1
        if type(self).asked == 1:
            self._answer(503, {"error": "busy"})
            return
        time.sleep(4)
        self._answer(
            200, {"model": "llama3.1", "message": {"role": "assistant", "content": "Sales grow."}, "done": True}
        )

    def _answer(self, status: int, value: object) -> None:
        data = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        # The run that asked is stopped once its picture is taken.
        with suppress(BrokenPipeError):
            self.wfile.write(data)


class Photographer:
    """Opens one window after the other and takes its picture."""

    def __init__(self, port: int) -> None:
        self._library = load()
        self._port = port

    async def build(self, theme: str, size: tuple[int, int], name: str) -> None:
        """The sample with a selected block."""
        window = await self._open("order_check.bpmn", theme, size)
        window.editing.session.tab.view.select(("check_credit",))  # type: ignore[union-attr]
        window.panes.docks.show("problems")
        await self._take(window, name)

    async def running(self, theme: str, size: tuple[int, int], name: str) -> None:
        """A question on its way to a model, at its second attempt."""
        Model.asked = 0
        window = await self._open("ai_query.bpmn", theme, size)
        await self._start(window, {"ollamaUrl": f"http://127.0.0.1:{self._port}"})
        await _until(lambda: Model.asked == 2)
        await asyncio.sleep(0.6)
        window.editing.session.tab.view.select(("ask_model",))  # type: ignore[union-attr]
        await self._take(window, name)

    async def finished(self, theme: str, size: tuple[int, int], name: str) -> None:
        """The sample after its run, with its variables."""
        window = await self._open("order_check.bpmn", theme, size)
        await self._start(window, {})
        session = window.workspace.current
        await _until(lambda: session is not None and session.run is not None and not session.is_running)
        window.panes.docks.show("variables")
        await self._take(window, name)

    async def _open(self, file: str, theme: str, size: tuple[int, int]) -> MainWindow:
        settings = Settings()
        window = MainWindow(self._library, settings, Appearance(settings, theme))
        window.resize(*size)
        window.show()
        window.panes.docks.reset()
        window.files.open_path(TEMPLATES / file)
        session = window.workspace.current
        await _until(lambda: session is not None and session.checker.found is not None)
        return window

    async def _start(self, window: MainWindow, answers: dict[str, str]) -> None:
        window.actions_by_id["run"].trigger()
        dialog = window.findChild(StartDialog)
        if dialog is not None:
            for name, text in answers.items():
                dialog.form.editors[name].set_text(text)
            dialog.accept()
        await asyncio.sleep(0.1)

    async def _take(self, window: MainWindow, name: str) -> None:
        await asyncio.sleep(0.4)
        path = IMAGES / f"{name}.png"
        window.grab().save(str(path))
        print(path)
        gone = asyncio.get_running_loop().create_future()
        window.closed.connect(lambda: gone.set_result(None))
        window.close()
        await gone
        window.deleteLater()


async def _until(is_so: Callable[[], bool], seconds: float = 30) -> None:
    for _ in range(int(seconds * 50)):
        if is_so():
            return
        await asyncio.sleep(0.02)
    raise TimeoutError("the studio did not get there")


async def main(photographer: Photographer) -> None:
    """Take all pictures."""
    await photographer.build("light", LARGE, "build-light")
    await photographer.build("dark", LARGE, "build-dark")
    await photographer.running("light", LARGE, "running")
    await photographer.running("dark", SMALL, "running-dark")
    await photographer.finished("light", LARGE, "finished")


if __name__ == "__main__":
    IMAGES.mkdir(exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    app.setQuitOnLastWindowClosed(False)
    app.setOrganizationName("ProcOS")
    app.setApplicationName("ProcOS Studio Screenshots")
    with tempfile.TemporaryDirectory() as folder, qasync.QEventLoop(app) as loop:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        asyncio.set_event_loop(loop)
        with collected_here():
            loop.run_until_complete(main(Photographer(server.server_port)))
