"""Runs: starts a document's process on the embedded engine and tells the window what happens."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from procos_studio.app.document import Document
from procos_studio.app.history import RunHistory
from procos_studio.compiler import compile_plan
from procos_studio.problems import Problem, Refused, has_errors
from procos_studio.runtime.breakpoints import Breakpoints, Step, Stop
from procos_studio.runtime.clock import WallClock
from procos_studio.runtime.events import RunEvent
from procos_studio.runtime.run import Runtime
from procos_studio.runtime.state import RunState

FRAME_MS = 33
"""How often the screen hears of a run, whatever the number of events."""


class Run(QObject):
    """One run of one document, pinned to the revision it was started from.

    `advanced` comes at most every `FRAME_MS` with the events since the last time; `ended` once, when nothing more
    will happen. `history` holds all events so far, `problems` what compiling found, `failure` why it never began.
    `halted` tells that a breakpoint or a step has stopped it, at `stop_at`, or that it stands there no more.
    """

    advanced = Signal(object)
    halted = Signal()
    ended = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.revision = document.diagram.revision
        self.history = RunHistory()
        self.problems: tuple[Problem, ...] = ()
        self.failure: tuple[Problem, ...] = ()
        self.stop_at: Stop | None = None
        self._is_paused = False
        self._waiting: list[RunEvent] = []
        self._runtime: Runtime | None = None
        self._task: asyncio.Task[None] | None = None
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self._tell)

    @property
    def state(self) -> RunState:
        """The fold of all events so far."""
        return self.history.state

    @property
    def is_running(self) -> bool:
        """Whether it has been started and has not ended."""
        return self._task is not None

    @property
    def is_paused(self) -> bool:
        """Whether it stands until somebody lets it go on."""
        return self._is_paused or self.stop_at is not None

    @property
    def is_stale(self) -> bool:
        """Whether the diagram was edited since."""
        return self.document.diagram.revision != self.revision

    def start(
        self,
        process: str,
        variables: Mapping[str, Any],
        breakpoints: Breakpoints | None = None,
        *,
        stepping: bool = False,
    ) -> None:
        """Compile and start; where it is stepped, it stops before its first element.

        Raises Refused with the problems that keep it from running.
        """
        compiled = compile_plan(self.document.diagram, name=self.document.title)
        self.problems = compiled.problems
        if compiled.plan is None:
            raise Refused([problem for problem in compiled.problems if has_errors([problem])] or compiled.problems)
        self._runtime = Runtime([compiled.plan], clock=WallClock())
        self._runtime.events.connect(self._waiting.extend)
        self._runtime.set_breakpoints(breakpoints or Breakpoints())
        if stepping:
            self._runtime.resume(Step.INTO)
        self._timer.start()
        self._task = asyncio.ensure_future(self._follow(process, dict(variables)))
        self._task.add_done_callback(self._end)

    def pause(self) -> None:
        """Hold the run before its next step, or let it go on."""
        if self.is_paused:
            self.go_on()
        elif self._runtime is not None:
            self._is_paused = True
            self._runtime.pause()

    def go_on(self, step: Step | None = None) -> None:
        """Let the run go on; with a step, only so far."""
        if self._runtime is None:
            return
        self._is_paused = False
        self._runtime.resume(step)
        self._stand(None)

    def set_breakpoints(self, breakpoints: Breakpoints) -> None:
        """Stop at these from now on."""
        if self._runtime is not None:
            self._runtime.set_breakpoints(breakpoints)

    def complete_user_task(self, token: str, values: Mapping[str, Any]) -> None:
        """Hand over what a person filled in."""
        if self._runtime is not None:
            self._runtime.complete_user_task(token, values)

    def message(self, instance: str, name: str, variables: Mapping[str, Any]) -> None:
        """Deliver a message to an instance."""
        if self._runtime is not None:
            self._runtime.message(name, variables, instance=instance)

    def retry(self, token: str) -> None:
        """Try the failed work of a token again."""
        if self._runtime is not None:
            self._runtime.retry(token)

    def stop(self) -> None:
        """Cancel the run; `ended` follows."""
        if self._task is not None:
            self._task.cancel()

    async def closed(self) -> None:
        """Cancel, and wait until nothing of the run is left."""
        self.stop()
        if self._task is not None:
            # its end is told by then, as whoever asked first is called back first
            await asyncio.wait([self._task])

    async def _follow(self, process: str, variables: dict[str, Any]) -> None:
        runtime = self._runtime
        if runtime is None:
            return
        try:
            await runtime.start(process, variables)
            await runtime.until_done()
        except Refused as refused:
            self.failure = refused.problems
        finally:
            await runtime.stop()

    def _end(self, task: asyncio.Task[None]) -> None:
        """Tell the last events and the end; a bug that ended the run is the loop's to show, as nobody awaits it."""
        self._task = None
        self._timer.stop()
        self._tell()
        self.ended.emit()
        failure = None if task.cancelled() else task.exception()
        if failure is not None:
            context = {"message": "run.broken", "exception": failure, "task": task}
            task.get_loop().call_exception_handler(context)

    def _tell(self) -> None:
        if self._waiting:
            news = tuple(self._waiting)
            self._waiting.clear()
            self.history.add(news)
            self.advanced.emit(news)
        self._stand(self._runtime.stop_at if self._runtime is not None and self.is_running else None)

    def _stand(self, stop: Stop | None) -> None:
        if stop is not self.stop_at:
            self.stop_at = stop
            self.halted.emit()
