"""Watch: what the screen shows of a document's run: its newest state, or an earlier one that a person went back to."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from procos_studio.app import run_marks
from procos_studio.app.runs import Run
from procos_studio.app.tab import DocumentTab
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.state import RunState, Status

_LAYER = "run"
_CLOCK_MS = 100
"""How often the time of a block at work runs on."""


class Watch(QObject):
    """Puts the marks of the run on the canvas, and tells the panels.

    `run_changed` comes when another run (or none) is shown, `advanced` with the newest events, `state_changed` with the
    state on the screen; `position` counts the events that it adds up, None means the newest. `awaited` are the names of
    the messages that tokens have waited for.
    """

    run_changed = Signal()
    advanced = Signal(object)
    state_changed = Signal(object)

    def __init__(self, tab: DocumentTab, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tab = tab
        self.run: Run | None = None
        self.position: int | None = None
        self.awaited: dict[str, str] = {}
        self._last: Mapping[str, object] = {}
        self._clock = QTimer(self, interval=_CLOCK_MS)
        self._clock.timeout.connect(self._tick)

    @property
    def state(self) -> RunState:
        """The state on the screen."""
        if self.run is None:
            return RunState.empty()
        return self.run.state if self.position is None else self.run.history.at(self.position)

    @property
    def values(self) -> Mapping[str, object]:
        """The variables of the run on the screen; without one those of the last, which an edit may have put away."""
        return self._last if self.run is None else latest_variables(self.state)

    def show_run(self, run: Run | None) -> None:
        """Show this run, at its newest."""
        if self.run is not None:
            self._last = latest_variables(self.run.state)
            self.run.advanced.disconnect(self._follow)
            self.run.ended.disconnect(self._end)
        self.run, self.position, self.awaited = run, None, {}
        self._tab.set_marks(_LAYER, {})
        if run is not None:
            run.advanced.connect(self._follow)
            run.ended.connect(self._end)
            self._clock.start()
        else:
            self._clock.stop()
        self.run_changed.emit()
        self.state_changed.emit(self.state)

    def go_to(self, position: int | None) -> None:
        """Show the state after that many events; None for the newest."""
        if self.run is None:
            return
        live = position is None or position >= self.run.history.position
        self.position = None if live else position
        state = self.state
        self._tab.set_marks(_LAYER, run_marks.marks(state, now=self._now(state)))
        self.state_changed.emit(state)

    def _follow(self, events: Sequence[RunEvent]) -> None:
        if self.run is None:
            return
        messages = (event for event in events if event.kind is EventKind.MESSAGE_AWAITED)
        self.awaited.update((event.token, str(event.data.get("name", ""))) for event in messages)
        if self.position is None:
            state = self.run.state
            self._tab.update_marks(_LAYER, run_marks.marks(state, touched(events), self._now(state)))
            self.state_changed.emit(state)
        self.advanced.emit(events)

    def _end(self) -> None:
        self._clock.stop()
        self._tick()

    def _tick(self) -> None:
        """Let the time of what is at work run on."""
        if self.run is None or self.position is not None:
            return
        state = self.run.state
        self._tab.update_marks(_LAYER, run_marks.marks(state, run_marks.active(state), self._now(state)))

    def _now(self, state: RunState) -> float:
        live = self.position is None and self.run is not None and self.run.is_running and not self.run.is_paused
        return time.time() if live else state.time


def latest_variables(state: RunState) -> Mapping[str, object]:
    """The variables of the instance that started last, those still at work first in line."""
    instances = sorted(state.instances.values(), key=lambda item: (item.status is Status.RUNNING, item.started))
    return dict(instances[-1].variables) if instances else {}


def touched(events: Iterable[RunEvent]) -> tuple[str, ...]:
    """The elements and flows whose mark these events may change."""
    found: dict[str, None] = {}
    for event in events:
        if event.element:
            found[event.element] = None
        elif event.kind in _ENDS:
            found.update(dict.fromkeys(event.data.get("elements", ())))
    return tuple(found)


_ENDS = frozenset({EventKind.INSTANCE_CANCELLED, EventKind.INSTANCE_FAILED, EventKind.INSTANCE_COMPLETED})
