"""Garbage: cycles of objects are collected on the thread of the screen alone, as they may hold Qt objects."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer

_PAUSE_MS = 200


@contextmanager
def collected_here() -> Iterator[None]:
    """Collect on this thread, from time to time, instead of on whichever thread happens to allocate.

    Python collects where an allocation crosses a threshold, which may be a worker thread; a Qt object that dies there
    takes the process with it.
    """
    timer = QTimer(interval=_PAUSE_MS)
    timer.timeout.connect(collect)
    gc.disable()
    timer.start()
    try:
        yield
    finally:
        timer.stop()
        gc.enable()


def keep() -> None:
    """What there is now is here to stay, such as a document just opened: looking through it again takes long."""
    gc.freeze()


def let_go() -> None:
    """Something large has gone, such as a closed document: look through everything again."""
    gc.unfreeze()


def collect() -> None:
    """Collect the oldest generation whose threshold is crossed, as Python itself would."""
    over = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    for generation in (2, 1, 0):
        if over[generation]:
            gc.collect(generation)
            return
