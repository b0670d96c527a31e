"""Turns: what can wait is done bit by bit, and no two bits, whoever they are of, in one turn of the event loop."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

APART = 0.003
"""Seconds from the end of one bit, or of a picture, to the next bit: time in which events have their turn."""
LONGEST = 0.05
"""Seconds after which a bit is done even so: where pictures follow each other without a pause."""


class Turn(QObject):
    """Calls `work` once, some milliseconds after `ask`; whoever has more to do asks again.

    Each bit alone may take a few milliseconds. Several that fell together, or came right behind a picture, made late
    what a person did next, so that all of them in a program keep apart from each other.
    """

    _free: ClassVar[float] = 0.0
    """When the next bit may come, of `perf_counter`; there is one event loop that shows something."""

    def __init__(self, parent: QObject, work: Callable[[], object], pause: int = 4) -> None:
        super().__init__(parent)
        self._work, self._pause = work, pause
        self._asked = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._come)

    @property
    def is_asked(self) -> bool:
        """Whether it will come."""
        return self._timer.isActive()

    def ask(self, pause: int | None = None) -> None:
        """Want the turn in so many milliseconds, as at first if not said; one that was wanted before is not."""
        self._asked = time.perf_counter()
        self._timer.start(self._pause if pause is None else pause)

    def stop(self) -> None:
        """Want none."""
        self._timer.stop()

    @staticmethod
    def keep_apart() -> None:
        """Something that takes its time was done now, such as a picture; bits wait a little."""
        Turn._free = time.perf_counter() + APART

    def _come(self) -> None:
        now = time.perf_counter()
        if now < Turn._free and now - self._asked < LONGEST:
            self._timer.start(math.ceil((Turn._free - now) * 1000))
            return
        try:
            self._work()
        finally:
            Turn.keep_apart()
