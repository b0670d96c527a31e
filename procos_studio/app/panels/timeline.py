"""Timeline panel: a lane for each PDE with what it did when, and a scrubber to look at any earlier moment."""

from __future__ import annotations

import time
from bisect import bisect_right

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSlider, QToolTip, QVBoxLayout, QWidget

from procos_studio.app.history import RunHistory
from procos_studio.app.lanes import PERSON, Lane, Lanes, Segment
from procos_studio.app.panels import stages
from procos_studio.app.runs import Run
from procos_studio.app.watch import Watch
from procos_studio.canvas.marks import spoken
from procos_studio.canvas.theme import NORMAL, SMALL, Theme, scaled
from procos_studio.model.diagram import Diagram

_LABEL, _RIGHT, _ROW, _LEAST_ROW = 136, 24, 26, 20
_PALE, _READABLE = 120, 28
_STEPS = 10_000
_PAUSE_MS = 100
_TOKENS = {"running": "accent", "passed": "done", "failed": "failed", "skipped": "cancelled"}


class TimelinePanel(QWidget):
    """Follows a Watch, and moves it. `element_chosen` carries the element of a clicked segment."""

    element_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watch: Watch | None = None
        self.chart = _Chart(theme)
        self.chart.element_chosen.connect(self.element_chosen)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.chart)
        area.viewport().setAutoFillBackground(False)
        self.chart.setAutoFillBackground(False)
        self.scrubber = QSlider(Qt.Orientation.Horizontal)
        self.scrubber.setRange(0, _STEPS)
        self.scrubber.setAccessibleName(self.tr("Moment of the run"))
        self.scrubber.valueChanged.connect(self._scrub)
        self.caption = QLabel(wordWrap=True)
        self.caption.setObjectName("hint")
        self.caption.setContentsMargins(16, 0, _RIGHT - 6, 8)
        row = QVBoxLayout()
        row.setContentsMargins(scaled(_LABEL) - 6, 0, _RIGHT - 6, 0)
        row.addWidget(self.scrubber)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addLayout(row)
        layout.addWidget(self.caption)
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self._refresh)
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Redraw in other colours."""
        self.chart.theme = theme
        self.chart.update()

    def follow(self, watch: Watch | None, diagram: Diagram | None) -> None:
        """Show the run that this watch shows."""
        if self._watch is not None:
            self._watch.run_changed.disconnect(self._restart)
            self._watch.advanced.disconnect(self._advance)
        self._watch, self.chart.diagram = watch, diagram
        if watch is not None:
            watch.run_changed.connect(self._restart)
            watch.advanced.connect(self._advance)
        self._restart()

    def step(self, count: int) -> None:
        """Go that many events back (negative) or forward."""
        history, watch = self._history(), self._watch
        if history is None or watch is None:
            return
        here = history.position if watch.position is None else watch.position
        watch.go_to(max(history.first, here + count))
        self._refresh()

    def _history(self) -> RunHistory | None:
        run = self._run()
        return run.history if run is not None and run.history.events else None

    def _run(self) -> Run | None:
        return self._watch.run if self._watch is not None else None

    def _restart(self) -> None:
        self.chart.lanes = Lanes()
        run = self._run()
        if run is not None:
            self.chart.lanes.add(run.history.events)
        self._refresh()

    def _advance(self, events: object) -> None:
        if isinstance(events, tuple):
            self.chart.lanes.add(events)
        if not self._timer.isActive():
            self._timer.start()

    def _scrub(self, value: int) -> None:
        history, watch = self._history(), self._watch
        if history is None or watch is None:
            return
        start, end = self._span(history)
        moment = start + (end - start) * value / _STEPS
        count = bisect_right(history.events, moment, key=lambda event: event.time)
        watch.go_to(None if value == _STEPS else history.first + count)
        self._refresh()

    def _span(self, history: RunHistory) -> tuple[float, float]:
        end = time.time() if self._is_live() else history.state.time
        return history.began, max(end, history.began + 1e-6)

    def _is_live(self) -> bool:
        run = self._run()
        return run is not None and run.is_running and not run.is_paused

    def _refresh(self) -> None:
        history, watch = self._history(), self._watch
        self.scrubber.setEnabled(history is not None)
        if history is None or watch is None:
            self.chart.show_span(0, 0, None)
            self.caption.setText(self.tr("Press F5 to run. Drag the handle later to look at any earlier moment."))
            return
        start, end = self._span(history)
        state = watch.state
        moment = end if watch.position is None else max(start, state.time)
        if not self.scrubber.isSliderDown():
            with QSignalBlocker(self.scrubber):
                self.scrubber.setValue(round((moment - start) / (end - start) * _STEPS))
        self.chart.show_span(start, end, moment)
        position = history.position if watch.position is None else watch.position
        text = self.tr("t = {time} · event {number} of {count}").format(
            time=spoken(moment - start), number=position, count=history.position
        )
        if self._is_live():
            self._timer.start()
        note = (
            self.tr("drag to look back")
            if watch.position is None
            else self.tr("earlier moment; drag to the end to go on")
        )
        self.caption.setText(f"{text} — {note}")


class _Chart(QWidget):
    """The lanes, painted. Hovering a segment says what it is; clicking it chooses its element."""

    element_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.lanes = Lanes()
        self.diagram: Diagram | None = None
        self._span = (0.0, 0.0)
        self._moment: float | None = None
        self._shown: tuple[Lane, ...] = ()
        self.setAccessibleName(self.tr("Work of the PDEs over time"))

    def show_span(self, start: float, end: float, moment: float | None) -> None:
        """Show from `start` to `end`, with a line at `moment` (epoch seconds)."""
        self._span, self._moment = (start, end), moment
        self._shown = self.lanes.lanes()
        self.setMinimumHeight(scaled(_LEAST_ROW) * len(self._shown))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names at the left, segments by time, the moment as a line."""
        painter = QPainter(self)
        painter.setFont(self.theme.font(scaled(NORMAL)))
        for row, lane in enumerate(self._shown):
            top = row * self._row
            painter.setPen(self.theme.color("text-dim"))
            box = QRectF(16, top, self._left - 24, self._row)
            name = painter.fontMetrics().elidedText(self._name(lane), Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), name)
            self._track(painter, top)
            for segment in lane.segments:
                self._bar(painter, lane, segment, top)
            self._names(painter, lane, top)
        if self._moment is not None:
            x = self._x(self._moment)
            painter.setPen(self.theme.pen(self.theme.color("failed"), 1.5))
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.end()

    def _track(self, painter: QPainter, top: float) -> None:
        painter.setPen(self.theme.pen(self.theme.color("border"), 1))
        y = top + self._row / 2
        painter.drawLine(QPointF(self._left, y), QPointF(self.width() - _RIGHT, y))

    def _bar(self, painter: QPainter, lane: Lane, segment: Segment, top: float) -> None:
        """The gateway stage, where the work is done, in full colour; the stages around it paler."""
        color = QColor(self.theme.color(_token(lane, segment)))
        if segment.stage != "gateway":
            color.setAlpha(_PALE)
        painter.fillRect(self._rect(segment, top), color)

    def _names(self, painter: QPainter, lane: Lane, top: float) -> None:
        """The name of the element on each bar that has room for it."""
        painter.setFont(self.theme.font(scaled(SMALL)))
        painter.setPen(self.theme.color("text-on-accent"))
        for segment in lane.segments:
            box = self._rect(segment, top).adjusted(6, 0, -4, 0)
            if segment.stage == "gateway" and box.width() > _READABLE:
                element = self.diagram.get(segment.element) if self.diagram else None
                name = element.label if element else segment.element
                shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(box.width()))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.setFont(self.theme.font(scaled(NORMAL)))

    def _name(self, lane: Lane) -> str:
        names = {
            "general": self.tr("General PDE"),
            "ai": self.tr("AI PDE"),
            "integration": self.tr("Integration PDE"),
            "meta": self.tr("Meta-PDE"),
            PERSON: self.tr("Person"),
        }
        name = names.get(lane.kind, lane.kind)
        return f"{name} {lane.number}" if lane.number > 1 else name

    @property
    def _left(self) -> int:
        """Where time begins, after the names."""
        return scaled(_LABEL)

    @property
    def _row(self) -> float:
        """The height of a lane: lower where there are many, so that all show before one has to scroll."""
        return max(scaled(_LEAST_ROW), min(scaled(_ROW), self.height() / max(1, len(self._shown))))

    def _x(self, moment: float) -> float:
        start, end = self._span
        share = (moment - start) / (end - start) if end > start else 0.0
        return self._left + min(1.0, max(0.0, share)) * (self.width() - self._left - _RIGHT)

    def _rect(self, segment: Segment, top: float) -> QRectF:
        left = self._x(segment.start)
        right = self._x(segment.end if segment.end is not None else self._span[1])
        return QRectF(left, top + 4, max(2.0, right - left - 1), self._row - 8)

    def _at(self, place: QPoint) -> Segment | None:
        row = int(place.y() / self._row)
        if not 0 <= row < len(self._shown):
            return None
        found = (item for item in reversed(self._shown[row].segments) if self._near(item, row, place))
        return next(found, None)

    def _near(self, segment: Segment, row: int, place: QPoint) -> bool:
        return self._rect(segment, row * self._row).adjusted(-1, -4, 1, 4).contains(QPointF(place))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the element whose work this was."""
        found = self._at(event.position().toPoint())
        if found is not None:
            self.element_chosen.emit(found.element)

    def event(self, event: QEvent) -> bool:
        """Say what the segment under the pointer is."""
        if isinstance(event, QHelpEvent):
            found = self._at(event.pos())
            QToolTip.showText(event.globalPos(), self._words(found) if found else "", self)
            return True
        return super().event(event)

    def _words(self, segment: Segment) -> str:
        element = self.diagram.get(segment.element) if self.diagram else None
        name = element.label if element else segment.element
        time = spoken(segment.end - segment.start) if segment.end is not None else self.tr("at work")
        return f"{name}: {stages.called(segment.stage)}, {time}\n{stages.said(segment.detail)}".strip()


def _token(lane: Lane, segment: Segment) -> str:
    """Waiting for a person is amber, not the blue of what is at work."""
    if lane.kind == PERSON and segment.verdict == "running":
        return "waiting"
    return _TOKENS.get(segment.verdict, "light-off")
