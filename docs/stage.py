"""Stage: one window of the studio of which a picture is taken, with what brings it into a state."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from procos_studio.app.appearance import Appearance
from procos_studio.app.asking import StartDialog
from procos_studio.app.document import Document
from procos_studio.app.session import Session
from procos_studio.app.settings import Settings
from procos_studio.app.window import MainWindow
from procos_studio.library import Library
from procos_studio.model.diagram import Diagram
from procos_studio.resources import shipped

TEMPLATES = shipped("processes") / "templates"


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


class Stage:
    """`folder` is empty and may be written into; `port` is where the model server listens."""

    def __init__(self, library: Library, theme: str, size: tuple[int, int], folder: Path, port: int) -> None:
        settings = Settings()
        self.library, self.folder, self.port = library, folder, port
        self.window = MainWindow(library, settings, Appearance(settings, theme))
        self.window.resize(*size)
        self.window.show()
        self.window.panes.docks.reset()

    @property
    def session(self) -> Session:
        """The document in front."""
        session = self.window.workspace.current
        if session is None:
            raise RuntimeError("no document is open")
        return session

    @property
    def diagram(self) -> Diagram:
        """Its diagram."""
        return self.session.document.diagram

    async def sample(self, name: str = "order_check.bpmn") -> Path:
        """Open a copy of a template, and wait until it is checked; where it lies."""
        path = self.folder / name
        path.write_bytes((TEMPLATES / name).read_bytes())
        self.window.files.open_path(path)
        await self.checked()
        return path

    async def show(self, diagram: Diagram) -> None:
        """Open a diagram that was made here, and wait until it is checked."""
        self.window.files.bring(Document(diagram, None))
        await self.checked()

    async def checked(self) -> None:
        """Wait until the document in front is checked."""
        session = self.session
        await until(lambda: session.checker.found is not None)
        await asyncio.sleep(0.2)

    async def run(self, **answers: str) -> None:
        """Start the process, with these answers where it asks."""
        self.command("run")
        dialog = self.window.findChild(StartDialog)
        if dialog is not None:
            for name, text in answers.items():
                dialog.form.editors[name].set_text(text)
            dialog.accept()
        session = self.session
        await until(lambda: session.run is not None)

    async def finish(self) -> None:
        """Wait until the run is over."""
        session = self.session
        await until(lambda: not session.is_running)

    def command(self, name: str) -> None:
        """Choose a command of the menu."""
        self.window.actions_by_id[name].trigger()

    def select(self, *keys: str) -> None:
        """Select elements on the canvas."""
        self.session.tab.view.select(keys)

    async def take(self, path: Path) -> None:
        """Write a picture of all that shows, and close."""
        await asyncio.sleep(1)
        path.parent.mkdir(parents=True, exist_ok=True)
        _together(self.window).save(str(path))
        for other in _others(self.window):
            other.hide()
        gone = asyncio.get_running_loop().create_future()
        self.window.closed.connect(lambda: gone.set_result(None))
        self.window.leave()
        await gone
        self.window.hide()
        self.window.deleteLater()


def _others(window: QWidget) -> list[QWidget]:
    """The dialogs, menus and popups that show."""
    shown = (widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget is not window)
    return [widget for widget in shown if not isinstance(widget, QLabel)]


def _together(window: QWidget) -> QImage:
    """The window with all that stands above it, in a thin frame as a window manager would draw one."""
    widgets = [window, *_others(window)]
    boxes = [_place(widget, window) for widget in widgets]
    whole = boxes[0]
    for box in boxes:
        whole = whole.united(box.adjusted(-1, -1, 1, 1) if box != boxes[0] else box)
    pictures = [widget.grab() for widget in widgets]
    ratio = pictures[0].devicePixelRatio()
    image = QImage(whole.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(0x808080)
    painter = QPainter(image)
    for box, picture in zip(boxes, pictures, strict=True):
        painter.drawPixmap(box.topLeft() - whole.topLeft(), picture)
        painter.drawRect(box.translated(-whole.topLeft()).adjusted(-1, -1, 0, 0))
    painter.end()
    return image


def _place(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget stands on the screen; a dialog in the middle, as there is nobody else to put it there."""
    box = QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
    if isinstance(widget, QDialog):
        box.moveCenter(window.mapToGlobal(window.rect().center()))
    return box


async def until(is_so: Callable[[], bool], seconds: float = 30) -> None:
    """Wait for something; raises TimeoutError."""
    for _ in range(int(seconds * 50)):
        if is_so():
            return
        await asyncio.sleep(0.02)
    raise TimeoutError("the studio did not get there")
