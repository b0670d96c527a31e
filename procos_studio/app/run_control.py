"""RunControl: run, pause, stop and retry, and the questions of a run: what it starts with, what a person decides."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from procos_studio.app import asking
from procos_studio.app.asking import StartDialog
from procos_studio.app.chooser import Choice, Chooser
from procos_studio.app.document import Document
from procos_studio.app.form_fields import Invalid, proposed
from procos_studio.app.icons import glyph
from procos_studio.app.inputs import inputs
from procos_studio.app.runs import Run
from procos_studio.app.session import Session
from procos_studio.app.settings import Settings
from procos_studio.app.workspace import Workspace
from procos_studio.problems import Problem, Refused


class RunControl(QObject):
    """Acts on the document in front. `refused` carries the problems of what a run did not do."""

    refused = Signal(object)

    def __init__(self, window: QWidget, workspace: Workspace, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._workspace, self._settings = window, workspace, settings
        self._closing: set[asyncio.Task[None]] = set()
        self._is_stepping = False

    def run_as_proposed(self) -> None:
        """Start the document's process with what its form proposes; where that does not do, ask."""
        session = self._workspace.current
        if session is None or session.is_running:
            return
        self._is_stepping = False
        process = next((process.id for process in session.document.startable()), "")
        try:
            answers = proposed(inputs(session.document.diagram, process))
        except Invalid:
            self.run()
            return
        self._start(session, process, answers)

    def run(self, *, stepping: bool = False) -> None:
        """Start a process of the document, asking which and for what it needs; a paused run goes on instead.

        Where it is stepped, it stops before its first element.
        """
        session = self._workspace.current
        self._is_stepping = stepping
        if session is None or (session.is_running and not self._is_paused(session)):
            return
        if self._is_paused(session):
            self.pause()
            return
        processes = {process.id: process.label for process in session.document.startable()}
        last = session.process or self._settings.start_of(file_of(session.document))
        if len(processes) > 1 and last not in processes:
            self._choose(session, processes)
        else:
            self._ask_and_start(session, last if last in processes else next(iter(processes), ""))

    def run_another(self) -> None:
        """Ask which process of the document to start, whatever was started last."""
        session = self._workspace.current
        self._is_stepping = False
        if session is not None and not session.is_running:
            self._choose(session, {process.id: process.label for process in session.document.startable()})

    def _choose(self, session: Session, processes: Mapping[str, str]) -> None:
        icon = glyph("mdi6.play-circle-outline", session.tab.view.surface.theme, "accent")

        def find(text: str) -> list[Choice]:
            return [
                Choice(label, key, icon, partial(self._ask_and_start, session, key))
                for key, label in processes.items()
                if text.casefold() in f"{label} {key}".casefold()
            ]

        chooser = Chooser(self._window, self.tr("Which process should start?"), find)
        chooser.open_at(session.tab.mapToGlobal(QPoint(16, 16)))

    def _ask_and_start(self, session: Session, process: str) -> None:
        fields = inputs(session.document.diagram, process)
        if not fields:
            self._start(session, process, {})
            return
        element = session.document.diagram.get(process)
        known = self._settings.answers(file_of(session.document), process)
        if session.process == process:
            known = {**known, **session.inputs}
        dialog = StartDialog(self._window, element.label if element else process, fields, known)
        dialog.accepted.connect(lambda: self._start(session, process, dialog.answers))
        dialog.open()

    def pause(self) -> None:
        """Hold the run, or let it go on."""
        session = self._workspace.current
        if session is not None and session.run is not None:
            session.run.pause()
            session.changed.emit()

    def stop(self) -> None:
        """End the run."""
        session = self._workspace.current
        if session is not None and session.run is not None:
            session.run.stop()

    def complete(self, token: str, values: Mapping[str, Any]) -> None:
        """Hand a person's answers to the run."""
        given = {name: value for name, value in values.items() if value is not None}
        self._ask(lambda run: run.complete_user_task(token, given))

    def send(self, instance: str, name: str, variables: Mapping[str, Any]) -> None:
        """Deliver a message that the run waits for."""
        self._ask(lambda run: run.message(instance, name, variables))

    def retry(self, token: str) -> None:
        """Try failed work again."""
        self._ask(lambda run: run.retry(token))

    def _ask(self, work: Callable[[Run], object]) -> None:
        """Ask the run in front for something; it may have gone on in the meantime, and then says no."""
        session = self._workspace.current
        if session is None or session.run is None:
            return
        try:
            work(session.run)
        except Refused as refused:
            self.refused.emit(refused.problems)

    async def close(self, session: Session) -> None:
        """End the run of a session and wait until nothing of it is left."""
        if session.run is not None:
            await session.run.closed()

    def _is_paused(self, session: Session) -> bool:
        return session.is_running and session.run is not None and session.run.is_paused

    def _start(self, session: Session, process: str, variables: Mapping[str, Any]) -> None:
        session.process, session.inputs = process, dict(variables)
        run = Run(session.document, session)
        run.ended.connect(lambda: self._tell(run))
        try:
            run.start(process, variables, session.stops.for_run(), stepping=self._is_stepping)
        except Refused as refused:
            run.deleteLater()
            self._refuse(session, refused.problems)
            return
        self._settings.note_start(file_of(session.document), process, variables)
        session.take_run(run)

    def _refuse(self, session: Session, problems: tuple[Problem, ...]) -> None:
        self.refused.emit(problems)
        session.checker.check()
        asking.tell(self._window, self.tr("This process cannot run yet."), problems)

    def _tell(self, run: Run) -> None:
        """A run that never began says why."""
        if run.failure:
            asking.tell(self._window, self.tr("The run could not be started."), run.failure)


def file_of(document: Document) -> str:
    """By what the starts and stops of a document are remembered: its file, or the name of one that has none."""
    return str(document.path.resolve()) if document.path is not None else f"unsaved {document.title}"
