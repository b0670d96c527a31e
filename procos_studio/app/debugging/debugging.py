"""Debugging: toggles breakpoints, steps, and shows where the run of a document has stopped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from procos_studio.app.debugging.condition import ConditionDialog
from procos_studio.app.panes import Panes
from procos_studio.app.run_control import RunControl, file_of
from procos_studio.app.session import Session
from procos_studio.app.settings import Settings
from procos_studio.app.workspace import Workspace
from procos_studio.runtime.breakpoints import Step


class Debugging(QObject):
    """Acts on the document in front; what is to stop is remembered by file."""

    def __init__(
        self, window: QWidget, workspace: Workspace, runs: RunControl, panes: Panes, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._runs, self._panes = window, workspace, runs, panes
        self._settings = settings
        panes.breakpoints.condition_asked.connect(self._ask)
        panes.variables.stop_asked.connect(self._toggle_variable)

    @property
    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What each command does."""
        return {
            "step-over": partial(self.step, Step.OVER),
            "step-into": partial(self.step, Step.INTO),
            "step-out": partial(self.step, Step.OUT),
            "breakpoint": self.toggle,
            "breakpoint-condition": self.ask_condition,
            "breakpoints-clear": self.clear,
            "breakpoints": self.list,
        }

    def welcome(self, session: Session) -> None:
        """Bring back what was to stop in this file, and keep what is from now on."""
        session.stops.restore(self._settings.stops(file_of(session.document)))
        session.stops.changed.connect(lambda: self._keep(session))
        session.document.saved.connect(lambda _document: self._keep(session))
        session.halted.connect(lambda: self._panes.show_stop(session))

    def _keep(self, session: Session) -> None:
        self._settings.note_stops(file_of(session.document), session.stops.kept())

    def step(self, step: Step) -> None:
        """Let a run that stands go so far; where none does, begin one that stops before its first element."""
        session = self._workspace.current
        if session is None:
            return
        if session.is_running and session.run is not None:
            if session.run.is_paused:
                session.run.go_on(step)
        elif step is not Step.OUT:
            self._runs.run(stepping=True)

    def toggle(self) -> None:
        """Stop before what is selected, or no more."""
        session = self._workspace.current
        if session is not None:
            session.stops.toggle(session.tab.view.selection)

    def ask_condition(self) -> None:
        """Ask when to stop before what is selected."""
        session = self._workspace.current
        chosen = session.stops.breakable(session.tab.view.selection) if session is not None else ()
        if chosen:
            self._ask(chosen[0])

    def list(self) -> None:
        """Go to the list of them."""
        self._panes.docks.show("breakpoints")
        self._panes.breakpoints.focus_list()

    def clear(self) -> None:
        """Stop nowhere."""
        if self._workspace.current is not None:
            self._workspace.current.stops.clear()

    def _toggle_variable(self, name: str) -> None:
        if self._workspace.current is not None:
            self._workspace.current.stops.toggle_variable(name)

    def _ask(self, key: str) -> None:
        session = self._workspace.current
        element = session.document.diagram.get(key) if session is not None else None
        if session is None or element is None:
            return
        wish = session.stops.wishes.get(key)
        dialog = ConditionDialog(self._window, key, element.label, wish.condition if wish is not None else "")
        dialog.accepted.connect(lambda: session.stops.set_condition(key, dialog.condition))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
