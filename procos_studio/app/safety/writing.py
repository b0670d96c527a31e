"""Writing: what is asked of the thread that writes copies, and what becomes of it when that fails."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK_MS = 50
"""How often one looks whether the thread is done."""
_AGAIN_MS = 5_000
"""After a failure, such as a full disk, it is tried again this often."""


class Writing(QObject):
    """`broken` comes with each failure, `failed` carries the reason of the first, `again` asks to write all anew.

    `writer` must do one thing after the other. The thread gets frozen values; no Qt object may live or die on it.
    """

    broken = Signal()
    failed = Signal(str)
    again = Signal()

    def __init__(self, writer: Executor, parent: QObject) -> None:
        super().__init__(parent)
        self._writer = writer
        self._is_failing = False
        self._pending: list[Future[Any]] = []
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._take)
        self._again = QTimer(self, interval=_AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self.again)

    @property
    def is_waiting(self) -> bool:
        """Whether it failed a moment ago, and nothing is tried before `again`."""
        return self._again.isActive()

    def do(self, work: Callable[..., None], *values: Any) -> None:
        """Let the thread do it, after all that was asked before."""
        self._pending.append(self._writer.submit(work, *values))
        self._look.start()

    def forget(self) -> None:
        """There is nothing to write any more: no failure counts."""
        self._is_failing = False
        self._again.stop()

    def stop(self) -> None:
        """Nobody looks any more at what becomes of it."""
        self._look.stop()
        self._again.stop()

    def _take(self) -> None:
        ended = [future for future in self._pending if future.done()]
        self._pending = [future for future in self._pending if not future.done()]
        if not self._pending:
            self._look.stop()
        failures = [failure for future in ended if (failure := future.exception()) is not None]
        if failures:
            self._fail(failures[0])
        elif not self._pending:
            self._is_failing = False

    def _fail(self, failure: BaseException) -> None:
        if not isinstance(failure, (OSError, sqlite3.Error)):
            raise failure
        self.broken.emit()
        self._again.start()
        if not self._is_failing:
            self._is_failing = True
            self.failed.emit(getattr(failure, "strerror", None) or str(failure))
