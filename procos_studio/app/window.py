"""MainWindow: puts toolbar, canvas, panels and status bar together, and lets the document in front be seen in all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox

from procos_studio import __version__
from procos_studio.app.actions import Actions, Situation
from procos_studio.app.alt_key import AltKey
from procos_studio.app.appearance import Appearance
from procos_studio.app.authoring.authoring import Authoring
from procos_studio.app.chooser import Choice, Chooser
from procos_studio.app.closing import Closing
from procos_studio.app.comparing.comparing import Comparing
from procos_studio.app.context_menu import context_menu
from procos_studio.app.debugging.debugging import Debugging
from procos_studio.app.document import Document
from procos_studio.app.dropped import Dropped
from procos_studio.app.editing import Editing
from procos_studio.app.exporting import Exporting
from procos_studio.app.files import Files
from procos_studio.app.finding.seeking import Seeking
from procos_studio.app.findings import Findings
from procos_studio.app.first_steps import first_steps
from procos_studio.app.following import Following
from procos_studio.app.going import Going
from procos_studio.app.handlers import handlers
from procos_studio.app.keymap import Keymap
from procos_studio.app.menus import Menus
from procos_studio.app.panes import Panes
from procos_studio.app.ring import Pane, Ring
from procos_studio.app.run_control import RunControl
from procos_studio.app.safety.outside import Outside
from procos_studio.app.session import Session
from procos_studio.app.settings import Settings
from procos_studio.app.shortcuts import ShortcutsDialog
from procos_studio.app.sizing import open_at
from procos_studio.app.speaking import Speaking
from procos_studio.app.start_page import StartPage
from procos_studio.app.statusbar import StatusBar
from procos_studio.app.toolbar import Toolbar
from procos_studio.app.tour import Tour
from procos_studio.app.workspace import Column, Workspace
from procos_studio.app.xml.views import Views
from procos_studio.canvas.theme import Theme
from procos_studio.canvas.translating import advice
from procos_studio.library import Library
from procos_studio.problems import Problem
from procos_studio.runtime.state import RunState


class MainWindow(QMainWindow):
    """`closed` tells that it has gone, and that no run is left."""

    closed = Signal()

    def __init__(self, library: Library, settings: Settings, appearance: Appearance) -> None:
        super().__init__()
        self.setWindowTitle("ProcOS Studio")
        self._library, self._settings, self.appearance = library, settings, appearance
        theme = appearance.theme
        self.workspace = Workspace(StartPage(theme), theme)
        self.column = Column(self.workspace)
        self.setCentralWidget(self.column)
        self.files = Files(self, self.workspace, library, settings, self._make_session)
        self.editing = Editing(self, self.workspace, library, theme)
        self.runs = RunControl(self, self.workspace, settings)
        self.exporting = Exporting(self, self.workspace, library)
        self.panes = Panes(self, library, theme)
        self.going = Going(self.workspace, library, theme, self)
        self.authoring = Authoring(self, self.workspace, self.files, self.panes, library, theme)
        self.closing = Closing(self.workspace, self.files, self.panes, self.runs, self.authoring, self)
        self.following = Following(self.workspace, theme, self.files.open_path, self)
        self.seeking = Seeking(self.panes.find, self.workspace, self)
        self.outside = Outside(self, self.workspace, settings)
        self.debugging = Debugging(self, self.workspace, self.runs, self.panes, settings)
        self.comparing = Comparing(self, self.workspace, self.panes.differences)
        self.xml = Views(self.workspace, self)
        self.speaking = Speaking(self, settings)
        self.status = StatusBar(settings.target())
        self.setStatusBar(self.status)
        self.actions_by_id = Actions(self, self.workspace.tabs, self._handlers(), self.panes.finish_typing)
        export = self.exporting.menu(self)
        self.menus = Menus(self, self.actions_by_id, export, self.files.open_path)
        self.menus.add_to_view(self.panes.docks.toggles(), self.panes.float_actions(), appearance)
        self.menus.add_languages(settings.language(), self.speaking.choose)
        self.keymap = Keymap(settings, self)
        self.menus.add_to_help(self.keymap)
        self.actions_by_id.set_keys(self.keymap)
        self.toolbar = Toolbar(self.actions_by_id, self.menus.main, export)
        self.addToolBar(self.toolbar)
        AltKey(self, self.toolbar.open_menu)
        Dropped(self, self.files.open_path)
        self.ring = Ring(self._panes_in_order())
        self._shown: Session | None = None
        self._judged: tuple[Session | None, Findings | None] | None = None
        self._connect()
        self._take_theme(theme)
        self._show_recent()
        open_at(self, 1440, 900)
        self.panes.docks.reset()
        self._restore()
        self._follow()

    def _handlers(self) -> Mapping[str, Callable[[], object]]:
        return {
            **handlers(self.files, self.editing, self.seeking, self.runs, self.panes),
            "compare": self.comparing.with_own_file,
            "compare-with": self.comparing.with_another,
            "xml": self.xml.toggle,
            "print": self.exporting.print,
            "follow-link": self.following.follow,
            **self.authoring.handlers,
            **self.debugging.handlers,
            "to-writer": self.going.to_writer,
            "to-reader": self.going.to_reader,
            "close": self.closing.close_current,
            "quit": self.close,
            "next-tab": self.workspace.show_next,
            "next-pane": lambda: self.ring.step(1),
            "previous-pane": lambda: self.ring.step(-1),
            "check": self._check,
            "palette": self._open_palette,
            "shortcuts": lambda: ShortcutsDialog(self, self.keymap).open(),
            "tour": self.show_tour,
            "about": self._about,
        }

    def _panes_in_order(self) -> tuple[Pane, ...]:
        return (
            lambda: self.toolbar,
            lambda: self.panes.palette,
            lambda: self.workspace.current.tab.view if self.workspace.current else self.workspace.start_page,
            lambda: self.panes.right,
            self.panes.docks.below,
        )

    def _connect(self) -> None:
        self.workspace.current_changed.connect(self._follow)
        self.workspace.close_asked.connect(self.closing.close)
        self.closing.left.connect(self.closed)
        self.workspace.start_page.chosen.connect(lambda command: self.actions_by_id[command].trigger())
        self.workspace.start_page.path_chosen.connect(self.files.open_path)
        self.files.recent_changed.connect(self._show_recent)
        self.editing.refused.connect(self._say_problem)
        self.seeking.refused.connect(self._say_problem)
        self.authoring.refused.connect(self._say_problem)
        self.authoring.said.connect(self.status.say)
        self.workspace.current_changed.connect(self.authoring.follow_files)
        self.seeking.said.connect(self.status.say)
        self.going.said.connect(self.status.say)
        self.following.said.connect(self.status.say)
        self.following.refused.connect(self._say_problem)
        self.panes.variables.writer_asked.connect(self.going.to_writer)
        self.panes.variables.reader_asked.connect(self.going.to_reader)
        self.panes.variables.rename_asked.connect(self.going.rename)
        self.workspace.current_changed.connect(self.seeking.follow)
        self.exporting.done.connect(self.status.say)
        self.outside.said.connect(self.status.say)
        self.outside.compare_asked.connect(self.comparing.with_own_file)
        self.outside.save_asked.connect(self.files.save)
        self.outside.save_as_asked.connect(self.files.save_as)
        self.comparing.said.connect(self.status.say)
        self.comparing.shown.connect(lambda: self.panes.docks.show("differences"))
        self.panes.finishing.connect(self.editing.finish_typing)
        self.panes.finishing.connect(self.xml.commit)
        self.files.also_ask.append(self.xml.may_go)
        self.xml.refused.connect(self._say_problem)
        self.panes.refused.connect(self._say_problem)
        self.panes.element_chosen.connect(self._reveal)
        self.panes.block_chosen.connect(self._start_placing)
        self.panes.waiting.completed.connect(self.runs.complete)
        self.panes.waiting.sent.connect(self.runs.send)
        self.panes.waiting.retried.connect(self.runs.retry)
        self.runs.refused.connect(lambda problems: self._say_problem(problems[0]))
        self.status.target_chosen.connect(self._choose_target)
        self.appearance.changed.connect(self._take_theme)
        self.keymap.changed.connect(self._take_keys)

    # documents ----------------------------------------------------------------------------------------------------

    def open_paths(self, paths: list[Path]) -> None:
        """Open these files."""
        for path in paths:
            self.files.open_path(path)

    def _make_session(self, document: Document) -> Session:
        session = Session(document, self._library, self.appearance.theme, self._settings.target(), self)
        view = session.tab.view
        view.keys = self.keymap.keys
        session.changed.connect(lambda: self._follow_session(session))
        session.tab.changed.connect(lambda diff: self.panes.follow_edit(session, diff))
        self.appearance.moving.rule(view.motion)
        session.tab.changed.connect(lambda _diff: self.seeking.follow())
        session.watch.state_changed.connect(lambda _state: self._follow_run(session))
        session.watch.advanced.connect(lambda events: self.status.count_events(len(events)))
        view.selection_changed.connect(lambda _ids: self._follow_selection(session))
        view.viewport_changed.connect(lambda: self._show_zoom(session))
        view.edit_requested.connect(lambda _id: self.panes.edit_form())
        view.insert_requested.connect(self.editing.insert_at)
        view.replace_requested.connect(self.editing.replace)
        view.parent_requested.connect(session.tab.to_parent)
        view.refused.connect(self._say_problem)
        view.hint.connect(self.status.say)
        self.authoring.welcome(session)
        self.debugging.welcome(session)
        self.following.watch(session)
        session.tab.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        session.tab.customContextMenuRequested.connect(lambda place: self._show_menu(session, place))
        return session

    def _show_menu(self, session: Session, place: QPoint) -> None:
        menu = context_menu(self, self.actions_by_id, session.document.diagram, session.tab.view.selection)
        menu.popup(session.tab.mapToGlobal(place))

    def showEvent(self, event: QShowEvent) -> None:
        """Let what floats stand before it."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.panes.docks.raise_floating)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once changes are saved or given up; runs are ended before `closed`."""
        if self.closing.may_leave():
            event.accept()
            self.leave()
        else:
            event.ignore()

    def leave(self) -> None:
        """Close without a question."""
        self.panes.docks.unfold()
        self._settings.set_layout(self.saveGeometry(), self.saveState())
        self.closing.leave()

    # following ----------------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Another document is in front."""
        session = self.workspace.current
        if session is self._shown and session is not None:
            return
        self._shown = session
        self.panes.show_session(session)
        self._follow_selection(session)
        if session is not None:
            self._show_zoom(session)
        self._follow_session(session)

    def _follow_session(self, session: Session | None) -> None:
        if session is not None and session in self.workspace.sessions():
            self.workspace.set_title(session)
        if session is self.workspace.current:
            self.setWindowTitle(f"{session.document.title} — ProcOS Studio" if session is not None else "ProcOS Studio")
            self._show_findings(session)
            self._follow_run(session)

    def _show_findings(self, session: Session | None) -> None:
        """Show what a check found, where that is not what is shown already: most edits come long before a check."""
        found = session.checker.found if session is not None else None
        if self._judged is None or self._judged[0] is not session or self._judged[1] is not found:
            self._judged = session, found
            self.toolbar.show_findings(found)
            self.status.show_findings(found)
            self.panes.show_findings(session)

    def _follow_run(self, session: Session | None) -> None:
        if session is self.workspace.current:
            self.status.show_run(session, session.watch.state if session is not None else RunState.empty())
            self._refresh_actions()

    def _follow_selection(self, session: Session | None) -> None:
        if session is self.workspace.current:
            self.panes.show_selection(session)
            self._refresh_actions()

    def _refresh_actions(self) -> None:
        session = self.workspace.current
        self.toolbar.export.setEnabled(session is not None)
        if session is None:
            self.actions_by_id.follow(Situation(tab=self.workspace.tabs.count() > 0))
            return
        history, run = session.document.diagram.history, session.run
        self.actions_by_id.follow(
            Situation(
                tab=True,
                document=True,
                selection=bool(session.tab.view.selection),
                undo=history.undo_label,
                redo=history.redo_label,
                can_run=not session.is_running,
                running=session.is_running,
                paused=session.is_running and run is not None and run.is_paused,
                breakable=bool(session.stops.breakable(session.tab.view.selection)),
                breakpoints=session.stops.is_any,
            )
        )

    def _show_zoom(self, session: Session) -> None:
        if session is self.workspace.current:
            self.status.show_zoom(session.tab.view.transform().m11())

    def _show_recent(self) -> None:
        paths = self._settings.recent()
        self.menus.show_recent(paths)
        self.workspace.start_page.show_recent(paths)

    def _take_theme(self, theme: Theme) -> None:
        self.editing.theme = self.going.theme = self.authoring.theme = self.following.theme = theme
        self.actions_by_id.set_theme(theme)
        self.toolbar.set_theme(theme)
        self.workspace.set_theme(theme)
        self.panes.set_theme(theme)

    def _take_keys(self) -> None:
        self.actions_by_id.set_keys(self.keymap)
        for session in self.workspace.sessions():
            session.tab.view.keys = self.keymap.keys

    # small --------------------------------------------------------------------------------------------------------

    def _reveal(self, element: str) -> None:
        if self.workspace.current is not None:
            self.workspace.current.tab.reveal(element)

    def _start_placing(self, block: str) -> None:
        found = self._library.get(block)
        if self.editing.view is not None and found is not None:
            self.editing.view.setFocus()
            self.editing.view.start_placing(found)

    def _check(self) -> None:
        if self.workspace.current is not None:
            self.workspace.current.checker.check()
            self.panes.docks.show("problems")

    def _choose_target(self, target: str) -> None:
        self._settings.set_target(target)
        for session in self.workspace.sessions():
            session.checker.set_target(target)

    def _say_problem(self, problem: Problem) -> None:
        self.status.say(f"⚠ {advice(problem)}")

    def _open_palette(self) -> None:
        def find(text: str) -> list[Choice]:
            words = text.casefold().split()
            found = [
                (above, action)
                for above, action in self.menus.leaves()
                if all(word in f"{above} {action.text()}".casefold() for word in words)
            ]
            # what the command itself is called says more than the menu in which it stands
            found.sort(key=lambda item: not all(word in item[1].text().casefold() for word in words))
            return [
                Choice(action.text(), _where(above, action), action.icon(), action.trigger) for above, action in found
            ]

        chooser = Chooser(self, self.tr("Type a command"), find)
        chooser.open_at(self.mapToGlobal(QPoint((self.width() - chooser.width()) // 2, 56)))

    def show_tour(self) -> None:
        """Show the three cards for newcomers; who runs something needs them no more."""
        if self.findChild(Tour) is not None:
            return
        tour = Tour(self, first_steps(self.panes.palette, self.panes.inspector, self.toolbar.run))
        tour.left.connect(self.editing.focus_canvas)
        self.actions_by_id["run"].triggered.connect(tour.leave)
        self._settings.set_tour_done()

    def _about(self) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("About ProcOS Studio"))
        box.setText(f"ProcOS Studio {__version__}")
        box.setInformativeText(self.tr("Put blocks together and get a running process. The drawing is BPMN 2.0."))
        box.open()

    def _restore(self) -> None:
        layout = self._settings.layout()
        if layout is not None:
            self.restoreGeometry(layout[0])
            self.restoreState(layout[1])
            self.panes.docks.dress_tabs()


def _where(above: str, action: QAction) -> str:
    """The menu in which a command is, and its key."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{above} · {keys}" if keys else above
