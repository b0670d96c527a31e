"""Garbage: cycles of objects are collected on the thread of the screen alone, as they may hold Qt objects."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication

from procos_studio.canvas.turns import Turn

_PAUSE_MS = 200
_AWAY_MS = 5_000
"""So long after the person went to another program nobody sees a pause."""
_MOST = 20_000
"""So many objects are looked through within a frame; more than that a large edit has made, and its history keeps them.
"""


@contextmanager
def collected_here(app: QGuiApplication) -> Iterator[None]:
    """Collect on this thread, from time to time, instead of on whichever thread happens to allocate.

    Python collects where an allocation crosses a threshold, which may be a worker thread; a Qt object that dies there
    takes the process with it. Everything is looked through again only while the person is away. Python's own collector
    stays off afterwards, for the process ends then, while a thread may still be reading a file that nobody wants.
    """
    timer = QTimer(interval=_PAUSE_MS)
    turn = Turn(timer, collect)
    timer.timeout.connect(lambda: turn.ask(0))
    away = QTimer(interval=_AWAY_MS, singleShot=True)
    away.timeout.connect(_collect_all)

    def follow(state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            away.stop()
        else:
            away.start()

    app.applicationStateChanged.connect(follow)
    gc.disable()
    timer.start()
    try:
        yield
    finally:
        app.applicationStateChanged.disconnect(follow)
        timer.stop()
        away.stop()
        gc.unfreeze()


def keep() -> None:
    """What there is now is here to stay, such as a document just opened: looking through it again takes long."""
    gc.freeze()


def let_go() -> None:
    """Something large has gone, such as a closed document: look through everything again."""
    gc.unfreeze()


def collect() -> None:
    """Collect the oldest generation whose threshold is crossed, as Python itself would.

    What outlives a look through all of it is here to stay: else such looks took longer the more was edited. So is what
    came in too large a number to be looked through now.
    """
    counts = gc.get_count()
    over = [count > limit for count, limit in zip(counts, gc.get_threshold(), strict=True)]
    young = counts[0] + (len(gc.get_objects(generation=1)) if over[1] else 0)
    if young > _MOST:
        gc.freeze()
        return
    for generation in (2, 1, 0):
        if over[generation]:
            gc.collect(generation)
            break
    if over[2]:
        gc.freeze()


def _collect_all() -> None:
    gc.unfreeze()
    gc.collect()
    gc.freeze()
