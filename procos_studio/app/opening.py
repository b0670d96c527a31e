"""Opening: a large file is read on a thread, while its tab says so and everything else goes on."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from procos_studio.app import garbage
from procos_studio.app.document import Document
from procos_studio.canvas.faces import faces
from procos_studio.canvas.looks import looks_on
from procos_studio.library import Library

_LOOK_MS = 20
"""How often one looks whether the thread is done."""
_WIDTH = 280


class Opening(QObject):
    """Reads one file. `done` carries itself: `document` can be taken then.

    The thread gives plain values; no Qt object may live or die on it. Nobody waits for it, not even the process's end.
    """

    done = Signal(object)

    def __init__(self, path: Path, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self.path = path
        self.page = OpeningPage(path.name)
        self._library, self._edition = library, library.edition
        self._reading: Future[Document] = Future()
        Thread(target=_read, args=(path, library, self._reading), name="open", daemon=True).start()
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._take)
        self._look.start()

    def document(self) -> Document:
        """What was read. Raises Refused or OSError, as reading did."""
        document = self._reading.result()
        if self._library.edition != self._edition:
            document.looks = {}
        return document

    def give_up(self) -> None:
        """Want the file no longer."""
        self._look.stop()

    def _take(self) -> None:
        # what is read stays: looking through it for garbage while there is ever more of it would hold up the screen
        garbage.keep()
        if self._reading.done():
            self._look.stop()
            self.done.emit(self)


class OpeningPage(QWidget):
    """Stands in the tab of a file that is being read; `cancelled` asks to let it be."""

    cancelled = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        title = QLabel(self.tr("Opening {name} …").format(name=name))
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setObjectName("page-title")
        busy = QProgressBar(maximum=0, textVisible=False)
        busy.setAccessibleName(title.text())
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.cancelled)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch()
        for widget in (title, busy, cancel):
            widget.setMaximumWidth(max(_WIDTH, title.sizeHint().width()))
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        busy.setFixedWidth(_WIDTH)
        column.addStretch()


def _read(path: Path, library: Library, reading: Future[Document]) -> None:
    try:
        reading.set_result(_document(path, library))
    except BaseException as failure:
        reading.set_exception(failure)


def _document(path: Path, library: Library) -> Document:
    """The document, with what its first plane looks like."""
    document = Document.open(path)
    plane = document.main_plane()
    if plane is not None:
        document.looks = looks_on(document.diagram, plane.id, faces(document.diagram, library))
    return document
