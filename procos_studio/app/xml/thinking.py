"""Thinking: what takes longer than a frame is worked out on a thread, and only the newest answer counts."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 15


class Thinking(QObject):
    """The thread gets plain values and gives plain values; no Qt object may live or die on it."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, name)
        self._pending: tuple[Future[Any], Callable[[Any], object]] | None = None
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._take)

    def ask(self, work: Callable[..., Any], *values: Any, then: Callable[[Any], object]) -> None:
        """Call `then` with what `work(*values)` returns, unless something else is asked meanwhile."""
        self.forget()
        self._pending = self._thread.submit(work, *values), then
        self._look.start()

    def forget(self) -> None:
        """Nobody waits for an answer any more."""
        if self._pending is not None:
            self._pending[0].cancel()
        self._pending = None
        self._look.stop()

    def close(self) -> None:
        """Want no answer any more; what the thread is at comes to its end alone."""
        self.forget()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _take(self) -> None:
        if self._pending is not None and self._pending[0].done():
            (future, then), self._pending = self._pending, None
            self._look.stop()
            then(future.result())
