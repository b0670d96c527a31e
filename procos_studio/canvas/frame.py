"""Frame: the picture of the view, kept so that panning paints strips only, zooming a scaled copy, and much in turns."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, QRect, QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion, QTransform
from PySide6.QtWidgets import QGraphicsView

from procos_studio.canvas.turns import Turn

REST = 90
"""Milliseconds without another zoom step after which the picture is painted sharp."""
_BAND = 96
"""The height in pixels of the bands in which that is done, one a turn of the event loop."""
BUDGET = 0.005
"""Seconds of one frame for painting what has changed; what is left over shows as it was until the next turn."""
_GRAIN = 4
_CELL = 192, 128
"""Width and height in pixels of the parts in which that is painted; a part is begun only while there is time."""
_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


class Frame(QObject):
    """The pixels of a view's viewport. `backdrop` paints, quickly, what no kept picture covers while one zooms.

    What panning exposes is painted at once. What changes is painted part by part, as time allows: at thousands of
    changes a second each shows within a few frames, and no frame is late.
    """

    def __init__(self, view: QGraphicsView, backdrop: Callable[[QPainter], None]) -> None:
        super().__init__(view)
        self._view, self._backdrop = view, backdrop
        self._shown = QPixmap()
        self._transform = QTransform()
        self._sharper = QPixmap()
        self._done = 0
        self._zooming = False
        self._exposed, self._stale = QRegion(), QRegion()
        self._presenting: QRegion | None = None
        self._last = (0, 0)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._sharpen)
        self._turn = Turn(self, self._go_on)

    def forget(self) -> None:
        """What is kept shows something else; the next picture is painted anew."""
        self._shown, self._zooming = QPixmap(), False
        self._exposed, self._stale = QRegion(), QRegion()
        self._timer.stop()
        self._turn.stop()

    def zoom(self, by_step: bool) -> None:
        """The zoom is about to change: by a step, what there is is shown scaled until it rests; else it is new."""
        if not by_step:
            self.forget()
        elif not self._shown.isNull():
            self._zooming = True
            self._begin_again()

    def scroll(self, dx: int, dy: int) -> None:
        """The view is scrolled by pixels; what is exposed will be painted."""
        if self._zooming:
            self._begin_again()
        elif not self._shown.isNull():
            ratio = self._shown.devicePixelRatio()
            if not all(float(by * ratio).is_integer() for by in (dx, dy)):
                self.forget()
                self._view.viewport().update()
            else:
                self._shown.scroll(round(dx * ratio), round(dy * ratio), self._shown.rect())
                self._note_scroll(dx, dy)

    def _note_scroll(self, dx: int, dy: int) -> None:
        port = QRegion(self._view.viewport().rect())
        self._stale = self._stale.translated(dx, dy).intersected(port)
        exposed = port.subtracted(port.translated(dx, dy))
        self._exposed = self._exposed.translated(dx, dy).united(exposed).intersected(port)

    def paint(self, region: QRegion) -> None:
        """Paint the viewport; `region` is what changed or was exposed."""
        if self._zooming:
            if self._done:
                self._stale = self._stale.united(region)
            self._paint_scaled()
            return
        port = self._view.viewport()
        if self._shown.size() != port.size() * port.devicePixelRatio():
            self._shown, region = self._blank(), QRegion(port.rect())
            self._exposed, self._stale = region, QRegion()
        self._transform = self._view.viewportTransform()
        if self._presenting is None:
            self._bring_up_to_date(region)
        else:
            self._note_others(region.subtracted(self._presenting))
        painter = QPainter(port)
        painter.setClipRegion(region)
        painter.drawPixmap(0, 0, self._shown)
        painter.end()
        Turn.keep_apart()

    def _bring_up_to_date(self, region: QRegion) -> None:
        """Paint what has been exposed, and of what has changed as much as there is time for."""
        until = time.perf_counter() + BUDGET
        exposed = self._exposed.intersected(region)
        for area in _areas(exposed):
            self._render(self._shown, area)
        self._exposed = self._exposed.subtracted(region)
        self._stale = self._stale.united(region).subtracted(exposed)
        self._work_off(until, region)

    def _work_off(self, until: float, within: QRegion) -> QRegion:
        """Paint parts of what has changed within a region until a time (of `perf_counter`); what was painted.

        Whoever calls puts it on the screen, which takes nothing outside of what it was asked to paint. It goes on
        behind the part that was painted last, so that no part waits longer than the others.
        """
        painted, stale = QRegion(), self._stale.intersected(within)
        cells = list(_cells(stale.boundingRect()))
        for cell in sorted(cells, key=lambda one: (_place(one) <= self._last, _place(one))):
            part = stale.intersected(cell)
            if part.isEmpty():
                continue
            self._render(self._shown, _aligned(part.boundingRect()))
            self._last = _place(cell)
            painted = painted.united(part)
            self._stale = self._stale.subtracted(part)
            if time.perf_counter() >= until:
                break
        if not self._stale.isEmpty():
            self._turn.ask()
        return painted

    def _go_on(self) -> None:
        """Paint some of what was left over, and put it on the screen."""
        if not self._zooming and not self._shown.isNull():
            self._present(self._work_off(time.perf_counter() + BUDGET, self._stale))

    def _present(self, region: QRegion) -> None:
        """Put on the screen what is painted already."""
        self._presenting = region
        try:
            self._view.viewport().repaint(region)
        finally:
            self._presenting = None

    def _note_others(self, region: QRegion) -> None:
        """Qt paints with it what others have asked for meanwhile; that is still to be painted."""
        if not region.isEmpty():
            self._stale = self._stale.united(region)
            self._turn.ask()

    def _paint_scaled(self) -> None:
        painter = QPainter(self._view.viewport())
        self._backdrop(painter)
        there, _ = self._transform.inverted()
        painter.setTransform(there * self._view.viewportTransform())
        painter.drawPixmap(0, 0, self._shown)
        painter.end()

    def _begin_again(self) -> None:
        self._exposed, self._stale = QRegion(), QRegion()
        self._sharper, self._done = QPixmap(), 0
        self._timer.start(REST)

    def _sharpen(self) -> None:
        """Paint one band of the sharp picture; after the last one it is shown."""
        port = self._view.viewport()
        if self._sharper.size() != port.size() * port.devicePixelRatio():
            self._sharper, self._done = self._blank(), 0
        self._render(self._sharper, QRect(0, self._done, port.width(), _BAND))
        self._done += _BAND
        if self._done < port.height():
            self._timer.start(0)
            return
        self._shown, self._sharper, self._zooming = self._sharper, QPixmap(), False
        self._transform = self._view.viewportTransform()
        self._present(QRegion(port.rect()))
        if not self._stale.isEmpty():
            self._turn.ask()

    def _blank(self) -> QPixmap:
        port = self._view.viewport()
        made = QPixmap(port.size() * port.devicePixelRatio())
        made.setDevicePixelRatio(port.devicePixelRatio())
        made.fill(QColor(0, 0, 0))
        return made

    def _render(self, target: QPixmap, area: QRect) -> None:
        painter = QPainter(target)
        painter.setRenderHints(_HINTS)
        self._view.render(painter, QRectF(area), area)
        painter.end()


def _areas(region: Any) -> Iterator[QRect]:
    """The rectangles of a QRegion; its stubs leave out that it can be iterated over."""
    return iter(region)


def _aligned(area: QRect) -> QRect:
    """The area a little larger, so that at 125, 150 and 175 % too it begins and ends with a pixel of the screen."""
    left, top = area.left() // _GRAIN * _GRAIN, area.top() // _GRAIN * _GRAIN
    right, bottom = -(-(area.right() + 1) // _GRAIN) * _GRAIN, -(-(area.bottom() + 1) // _GRAIN) * _GRAIN
    return QRect(left, top, right - left, bottom - top)


def _place(cell: QRect) -> tuple[int, int]:
    return cell.top(), cell.left()


def _cells(area: QRect) -> Iterator[QRect]:
    """The parts of a fixed raster that an area touches, row by row."""
    width, height = _CELL
    for top in range(area.top() // height * height, area.bottom() + 1, height):
        for left in range(area.left() // width * width, area.right() + 1, width):
            yield QRect(left, top, width, height)
