"""Tidying: lays a large plane out on a thread while a word says so; Esc gives up, and any edit meanwhile does, too."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import Future
from threading import Thread

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QLabel

from procos_studio.canvas.looks import ShapeLook
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.tools.tool import Tool
from procos_studio.layout import Tidied, take_over, tidied
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element

translate = QCoreApplication.translate

MANY = 300
"""On a plane of so many blocks it takes longer than one waits without a word."""
_LOOK_MS = 15
_INSET = 16
"""How far the word stands from the upper left corner of the view, in pixels."""


class Tidying(Tool):
    """The thread gets frozen records and gives a picture, which one edit takes over where nothing has changed."""

    cursor = Qt.CursorShape.BusyCursor

    def __init__(self, surface: Surface, keys: Collection[str] | None) -> None:
        super().__init__(surface)
        self._keys = keys
        self._revision = surface.diagram.revision
        self._pending: Future[Tidied] = Future()
        count = len(keys) if keys is not None else _blocks(surface)
        said = translate("Canvas", "Tidying {count} blocks… Esc gives up.").format(count=count)
        self._word = QLabel(said, surface.view)
        self._word.setObjectName("gesture")
        self._look = QTimer(self._word, interval=_LOOK_MS)
        self._look.timeout.connect(self._take)

    def enter(self) -> None:
        """Begin."""
        work = (self._pending, tuple(self.surface.diagram.elements.values()), self.surface.plane, self._keys)
        # nobody waits for it when the studio ends
        Thread(target=_work, args=work, name="tidy", daemon=True).start()
        self._look.start()
        self._word.move(_INSET, _INSET)
        self._word.show()

    def exit(self) -> None:
        """Wait no longer; what the thread still finds is not asked for."""
        self._look.stop()
        self._word.hide()
        self._word.deleteLater()

    def _take(self) -> None:
        if not self._pending.done():
            return
        surface = self.surface
        is_unchanged = surface.diagram.revision == self._revision
        # also where the thread has failed, which is told once, one may go on editing
        surface.gesture_ended.emit()
        found = self._pending.result()
        if is_unchanged:
            surface.attempt(lambda: take_over(surface.diagram, found))
        else:
            surface.hint.emit(
                translate("Canvas", "The diagram was changed meanwhile, so nothing was moved. Tidy again.")
            )


def is_large(surface: Surface) -> bool:
    """Whether to tidy any of what is shown takes so long that it is done aside."""
    return _blocks(surface) >= MANY


def _blocks(surface: Surface) -> int:
    return sum(isinstance(look, ShapeLook) for look in surface.scene.looks.values())


def _work(pending: Future[Tidied], elements: tuple[Element, ...], plane: str, keys: Collection[str] | None) -> None:
    """On the thread."""
    try:
        pending.set_result(tidied(Diagram(elements), plane, keys))
    except Exception as failure:
        pending.set_exception(failure)
