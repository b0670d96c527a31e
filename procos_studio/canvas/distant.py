"""Distant: the picture of a plane far out, painted in short steps and not more often than one can see."""

from __future__ import annotations

import math
import time
from collections.abc import Generator, Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPainter, QPixmap, QTransform

from procos_studio.canvas.backdrop import paint_grid
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.turns import Turn

APART = 0.03
"""Seconds at least from one picture of the same place to the next; what changes in between waits for that."""
BUDGET = 0.004
"""Seconds of one turn of the event loop for painting what has changed; what is left over follows in the next."""
FIRST = 0.03
"""The same for the first picture of a plane, while there is none to be looked at."""


class Distant(QObject):
    """Keeps the last picture of what a surface shows."""

    def __init__(self, surface: Surface) -> None:
        view = surface.view
        super().__init__(view)
        self._surface, self._view = surface, view
        self._kept, self._next = QPixmap(), QPixmap()
        self._transform = QTransform()
        self._made = 0.0
        self._under_way: Generator[None, None, None] | None = None
        self._has_changed = False
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(view.viewport().update)
        self._turn = Turn(self, self._go_on)

    @property
    def is_whole(self) -> bool:
        """Whether there is a picture of the plane far out."""
        return not self._kept.isNull()

    def note(self) -> None:
        """Something looks different than before."""
        self._has_changed = True

    def paint(self) -> None:
        """Paint the viewport: another place at once; the same place as it was, and soon as it has become."""
        port = self._view.viewport()
        same = self._transform == self._view.viewportTransform()
        if self._kept.isNull():
            self._paint_first(same)
        elif not same or self._kept.size() != port.size() * port.devicePixelRatio():
            self._begin()
            self._work(math.inf)
        elif self._has_changed and self._under_way is None:
            self._follow()
        painter = QPainter(port)
        if self._kept.isNull():
            painter.fillRect(port.rect(), self._surface.theme.color("canvas"))
        painter.drawPixmap(0, 0, self._kept)
        painter.end()
        Turn.keep_apart()

    def _paint_first(self, same: bool) -> None:
        """Begin the first picture; where thousands of blocks are painted for the first time, it comes in turns."""
        if self._under_way is None or not same:
            self._begin()
            if not self._work(FIRST):
                self._turn.ask()

    def paint_on(self, painter: QPainter) -> None:
        """Paint what shows now with any painter that has the viewport's size, and keep nothing."""
        for _ in self._steps(painter):
            pass

    def forget(self) -> None:
        """The plane is shown near; the next picture is painted anew."""
        self._give_up()
        self._kept = QPixmap()
        self._due.stop()

    def _follow(self) -> None:
        """Something has changed: begin the next picture, unless the last one is too young."""
        wait = self._made + APART - time.perf_counter()
        if wait <= 0:
            self._begin()
            if not self._work(BUDGET):
                self._turn.ask()
        elif not self._due.isActive():
            self._due.start(round(wait * 1000) + 1)

    def _begin(self) -> None:
        self._give_up()
        port = self._view.viewport()
        size = port.size() * port.devicePixelRatio()
        if self._next.size() != size:
            self._next = QPixmap(size)
            self._next.setDevicePixelRatio(port.devicePixelRatio())
        self._transform = self._view.viewportTransform()
        self._under_way, self._has_changed = self._all_steps(), False

    def _steps(self, painter: QPainter) -> Iterator[None]:
        surface, camera = self._surface, self._surface.camera
        painter.setTransform(self._view.viewportTransform())
        paint_grid(painter, camera.visible, surface.theme, camera.scale)
        yield from surface.overview.steps(painter, camera.visible, surface.theme, camera.scale)
        surface.overlay.paint_on(painter)

    def _all_steps(self) -> Generator[None, None, None]:
        painter = QPainter(self._next)
        try:
            yield from self._steps(painter)
        finally:
            painter.end()

    def _give_up(self) -> None:
        """Leave a picture unfinished."""
        self._turn.stop()
        under_way, self._under_way = self._under_way, None
        if under_way is not None:
            under_way.close()

    def _go_on(self) -> None:
        if self._work(FIRST if self._kept.isNull() else BUDGET):
            self._view.viewport().update()
        else:
            self._turn.ask()

    def _work(self, budget: float) -> bool:
        """Paint for so many seconds; whether the picture is finished, and so the one that is kept.

        The first picture counts those of the processor: how busy the machine is decides nothing then.
        """
        clock = time.thread_time if self._kept.isNull() else time.perf_counter
        until = clock() + budget
        for _ in self._under_way or ():
            if clock() >= until:
                return False
        self._under_way = None
        self._kept, self._next = self._next, self._kept
        self._made = time.perf_counter()
        return True
