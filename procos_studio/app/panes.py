"""Panes: the panels around the canvas, and which document and run they show."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from procos_studio.app.comparing.panel import DifferencesPanel
from procos_studio.app.debugging.panel import BreakpointsPanel
from procos_studio.app.docks import Docks
from procos_studio.app.finding.panel import FindPanel
from procos_studio.app.panels.events import EventsPanel
from procos_studio.app.panels.fitting import Fitting
from procos_studio.app.panels.inspector import Inspector
from procos_studio.app.panels.palette import Palette
from procos_studio.app.panels.problems import ProblemsPanel
from procos_studio.app.panels.timeline import TimelinePanel
from procos_studio.app.panels.variables import VariablesPanel
from procos_studio.app.panels.waiting import WaitingPanel
from procos_studio.app.session import Session
from procos_studio.app.watch import Watch
from procos_studio.canvas.theme import Theme
from procos_studio.library import Library
from procos_studio.model.diff import Diff
from procos_studio.runtime.breakpoints import Stop
from procos_studio.runtime.state import RunState

_AREAS = Qt.DockWidgetArea


class Panes(QObject):
    """`element_chosen` asks to show an element, `block_chosen` to place a block; `refused` carries a Problem.

    `finishing` asks everybody to take over what is being typed.
    """

    element_chosen = Signal(str)
    block_chosen = Signal(str)
    refused = Signal(object)
    finishing = Signal()

    def __init__(self, window: QMainWindow, library: Library, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self.palette = Palette(library, theme)
        self.inspector = Inspector(library, theme)
        self.waiting = WaitingPanel()
        self.timeline = TimelinePanel(theme)
        self.problems = ProblemsPanel(theme)
        self.variables = VariablesPanel()
        self.events = EventsPanel()
        self.breakpoints = BreakpointsPanel()
        self.find = FindPanel(theme)
        self.differences = DifferencesPanel(theme)
        self.docks = Docks(window)
        self.docks.add("blocks", self.tr("Blocks"), self.palette, _AREAS.LeftDockWidgetArea)
        self.right = self._right()
        self.docks.add("inspector", self.tr("Parameters"), self.right, _AREAS.RightDockWidgetArea)
        below = _AREAS.BottomDockWidgetArea
        self.docks.add("timeline", self.tr("Timeline"), self.timeline, below)
        self.docks.add("problems", self.tr("Problems"), self.problems, below)
        self.docks.add("variables", self.tr("Variables"), self.variables, below)
        self.docks.add("events", self.tr("Events"), self.events, below)
        self.docks.add("breakpoints", self.tr("Breakpoints"), self.breakpoints, below)
        self.docks.add("find", self.tr("Find"), self.find, below)
        self.docks.add("differences", self.tr("Differences"), self.differences, below)
        self._session: Session | None = None
        self._watch: Watch | None = None
        for panel in (self.timeline, self.problems, self.events, self.waiting, self.inspector, self.breakpoints):
            panel.element_chosen.connect(self.element_chosen)
        self.palette.block_chosen.connect(self.block_chosen)
        self.inspector.refused.connect(self.refused)

    def _right(self) -> QWidget:
        """What waits for a person stands above the form, where the eyes are."""
        column = QWidget()
        column.setObjectName("right")
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Fitting(self.waiting))
        layout.addWidget(self.inspector, 1)
        return column

    def set_theme(self, theme: Theme) -> None:
        """Redraw in other colours."""
        for panel in (self.palette, self.inspector, self.timeline, self.problems, self.find, self.differences):
            panel.set_theme(theme)

    def float_actions(self) -> list[QAction]:
        """One action a panel that takes it out of the window."""
        return self.docks.float_actions(self._window, "{panel}")

    # what is shown ------------------------------------------------------------------------------------------------

    def show_session(self, session: Session | None) -> None:
        """Show another document, or none."""
        if self._watch is not None:
            self._watch.run_changed.disconnect(self._restart)
            self._watch.advanced.disconnect(self.events.append)
            self._watch.state_changed.disconnect(self._show_state)
        self._session, self._watch = session, session.watch if session is not None else None
        diagram = session.document.diagram if session is not None else None
        self.timeline.follow(self._watch, diagram)
        self.breakpoints.show_stops(session.stops if session is not None else None, diagram)
        if self._watch is not None:
            self._watch.run_changed.connect(self._restart)
            self._watch.advanced.connect(self.events.append)
            self._watch.state_changed.connect(self._show_state)
        self._restart()

    def show_findings(self, session: Session | None) -> None:
        """List what the last check of a document found, and what its target refuses."""
        found = session.checker.found if session is not None else None
        problems = found.listed if found is not None else ()
        self.problems.show_problems(problems, session.document.diagram if session is not None else None)
        title = self.tr("Problems")
        self.docks.set_title("problems", f"{title} {len(problems)}" if problems else title)

    def show_selection(self, session: Session | None) -> None:
        """Show what is selected in a document."""
        diagram = session.document.diagram if session is not None else None
        self.inspector.show_selection(diagram, session.tab.view.selection if session is not None else ())

    def show_stop(self, session: Session) -> None:
        """The run of a document has stopped, or goes on: show what the token there sees."""
        if session is self._session:
            self._show_state(session.watch.state)

    def follow_edit(self, session: Session, diff: Diff) -> None:
        """A document changed."""
        if session is self._session:
            self.inspector.follow(diff)

    def _restart(self) -> None:
        session = self._session
        if session is not None:
            self.events.events.clear(session.document.diagram)
            if session.run is not None and session.run.history.events:
                self.events.append(session.run.history.events)
        self._show_state(self._watch.state if self._watch is not None else RunState.empty())

    def _show_state(self, state: RunState) -> None:
        diagram = self._session.document.diagram if self._session is not None else None
        self.inspector.show_state(state, self._watch.values if self._watch is not None else {})
        self.variables.show_state(state, diagram, self._stop())
        live = self._session is not None and self._session.is_running
        awaited = self._watch.awaited if self._watch is not None else {}
        self.waiting.show_state(state if live else RunState.empty(), diagram, awaited)

    def _stop(self) -> Stop | None:
        run, watch = (self._session.run if self._session is not None else None), self._watch
        return run.stop_at if run is not None and watch is not None and watch.position is None else None

    # keyboard -----------------------------------------------------------------------------------------------------

    def finish_typing(self) -> None:
        """Take over what is being typed, so that no command misses it."""
        self.inspector.form.commit()
        self.finishing.emit()

    def edit_form(self) -> None:
        """Put the cursor into the form of the selected block."""
        self.docks.show("inspector")
        self.inspector.form.focus_first()

    def search_blocks(self) -> None:
        """Put the cursor into the search of the palette."""
        self.docks.show("blocks")
        self.palette.search.setFocus()
        self.palette.search.selectAll()
