"""Seeking: lets the find panel look through the open documents, shows matches on the canvas, and replaces them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from procos_studio.app.finding.haystack import Texts, Where, marked_for, shown_for
from procos_studio.app.finding.listing import Row
from procos_studio.app.finding.matching import Match
from procos_studio.app.finding.panel import FindPanel
from procos_studio.app.finding.trying import Trying
from procos_studio.app.session import FOUND, Session
from procos_studio.app.workspace import Workspace
from procos_studio.canvas.marks import Mark
from procos_studio.canvas.translating import told
from procos_studio.edits.replace_texts import Place, replace_texts
from procos_studio.edits.wording import Text
from procos_studio.problems import Problem, Refused, error

_PAUSE_MS = 300
"""So long after an edit one looks again."""


class Seeking(QObject):
    """`refused` carries the Problem of what could not be replaced, `said` a sentence on what was."""

    refused = Signal(object)
    said = Signal(str)

    def __init__(self, panel: FindPanel, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._panel, self._workspace = panel, workspace
        self._texts: WeakKeyDictionary[Session, Texts] = WeakKeyDictionary()
        self._straw: list[tuple[Session, str, Text]] = []
        self._marked: set[Session] = set()
        self._within: tuple[str, ...] = ()
        """What was selected when it was chosen to look there; to look at a match selects that."""
        self._trying = Trying(self)
        self._trying.found.connect(self._show)
        self._trying.refused.connect(self._show_problem)
        self._again = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._again.timeout.connect(self._look_again)
        panel.asked.connect(self._look_anew)
        panel.chosen.connect(self._reveal)
        panel.replace_asked.connect(self._replace)
        panel.left.connect(self._leave)
        panel.closed.connect(self._forget)

    def open(self, where: Where, *, replacing: bool = False) -> None:
        """Ask what to look for."""
        self._within = ()
        self._panel.open(where, replacing=replacing)

    def follow(self) -> None:
        """A document changed, came or went."""
        if self._panel.isVisible():
            self._again.start()

    # looking ----------------------------------------------------------------------------------------------------------

    def _look_anew(self) -> None:
        self._panel.list.start_over()
        if self._panel.what().where is not Where.SELECTION:
            self._within = ()
        self._look_again()

    def _look_again(self) -> None:
        asked = self._panel.what()
        if not asked.query.text:
            self._forget()
            self._panel.say_nothing()
            return
        within = self._selected() if asked.where is Where.SELECTION else ()
        if asked.where is Where.SELECTION and not within:
            self._show_problem(error("find.nothing-selected", "Nothing is selected.", hint="Select some blocks first."))
            return
        self._straw = [
            (session, key, text)
            for session in self._sessions(asked.where)
            for key, text in self._texts_of(session).among(asked.parts, within, asked.query.text)
        ]
        self._trying.ask(asked.query, asked.replacement, [text.text for _, _, text in self._straw])

    def _sessions(self, where: Where) -> list[Session]:
        if where is Where.EVERYWHERE:
            return list(self._workspace.sessions())
        return [self._workspace.current] if self._workspace.current is not None else []

    def _selected(self) -> tuple[str, ...]:
        session = self._workspace.current
        if session is not None and not self._within:
            self._within = session.tab.view.selection
        return self._within

    def _texts_of(self, session: Session) -> Texts:
        known = self._texts.get(session)
        if known is None:
            known = self._texts[session] = Texts(session.document.diagram)
        return known

    # showing ----------------------------------------------------------------------------------------------------------

    def _show(self, matches: Sequence[Match]) -> None:
        rows = [self._row(*self._straw[match.number], match) for match in matches]
        self._panel.show_rows(rows)
        marks: dict[Session, dict[str, Mark]] = defaultdict(dict)
        for row in rows:
            for key in marked_for(row.session.document.diagram, row.place.element):
                marks[row.session][key] = Mark(found=True)
        self._mark(marks)

    def _row(self, session: Session, key: str, text: Text, match: Match) -> Row:
        place = Place(key, text, match.start, match.end, match.after)
        return Row(session, place, f"{session.document.diagram[key].label} · {told(text.what)}")

    def _show_problem(self, problem: Problem) -> None:
        self._mark({})
        self._panel.show_problem(problem)

    def _mark(self, marks: dict[Session, dict[str, Mark]]) -> None:
        for session in self._workspace.sessions():
            if session in marks or session in self._marked:
                session.tab.set_marks(FOUND, marks.get(session, {}))
        self._marked = set(marks)

    def _reveal(self, row: Row) -> None:
        if row.session not in self._workspace.sessions():
            return
        self._workspace.show_session(row.session)
        diagram = row.session.document.diagram
        key = shown_for(diagram, row.place.element) if row.place.element in diagram else ""
        plane = diagram.plane_of(key) if key and not diagram.drawn(key) else None
        if plane is not None:
            row.session.tab.show_plane(plane.id)
        elif key:
            row.session.tab.reveal(key)

    def _leave(self) -> None:
        self._forget()
        if self._workspace.current is not None:
            self._workspace.current.tab.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _forget(self) -> None:
        self._again.stop()
        self._trying.stop()
        self._mark({})

    # replacing --------------------------------------------------------------------------------------------------------

    def _replace(self) -> None:
        """One edit a document."""
        by_session: dict[Session, list[Place]] = defaultdict(list)
        rows = self._panel.list.checked()
        for row in rows:
            by_session[row.session].append(row.place)
        done = 0
        for session, places in by_session.items():
            try:
                done += replace_texts(session.document.diagram, places)
            except Refused as refused:
                self.refused.emit(refused.problems[0])
        lost = len(rows) - done
        gone = self.tr("%n had changed and were left.", "", lost) if lost else ""
        replaced = self.tr("%n matches were replaced.", "", done)
        self.said.emit(f"{replaced} {gone}".strip())
        self._look_again()
