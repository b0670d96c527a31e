"""Exporting: the document in front as BPMN for an engine, or as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from procos_studio.app import asking
from procos_studio.app.picturing import Extent, PictureDialog
from procos_studio.app.printing import PrintPreview
from procos_studio.app.session import Session
from procos_studio.app.workspace import Workspace
from procos_studio.canvas.pages import every
from procos_studio.canvas.picture import write
from procos_studio.canvas.sheets import all_sheets
from procos_studio.canvas.theme import load
from procos_studio.compiler.export import export
from procos_studio.library import Library
from procos_studio.problems import Problem, Refused, has_errors
from procos_studio.targets import TARGETS, Target

translate = QCoreApplication.translate


class Exporting(QObject):
    """`done` carries a sentence on what was written, `refused` the problems that an engine would have with it."""

    done = Signal(str)
    refused = Signal(object)

    def __init__(self, window: QWidget, workspace: Workspace, library: Library) -> None:
        super().__init__(window)
        self._window, self._workspace, self._library = window, workspace, library

    def menu(self, parent: QWidget) -> QMenu:
        """One entry for each engine, and one for pictures."""
        menu = QMenu(translate("Exporting", "Export"), parent)
        for target in TARGETS.values():
            if target.id != "embedded":
                action = menu.addAction(translate("Exporting", "BPMN for {name}…").format(name=target.name))
                action.triggered.connect(lambda _checked=False, target=target: self.to_engine(target))
        menu.addSeparator()
        menu.addAction(translate("Exporting", "Picture…")).triggered.connect(lambda _checked=False: self.to_picture())
        return menu

    def to_engine(self, target: Target) -> None:
        """Write BPMN for an engine; what it would refuse or misread is said, whatever is written."""
        session = self._workspace.current
        if session is None:
            return
        path = self._path(f"-{target.id}.bpmn", ".bpmn")
        if path is None:
            return
        exported = export(session.document.diagram, target)
        if not self._write(path, exported.data):
            return
        words = translate("Exporting", "{name} written.").format(name=path.name)
        count = len(exported.changes)
        changed = self.tr("%n things were changed for it.", "", count) if count else ""
        self.done.emit(f"{words} {changed}".strip())
        errors = [problem for problem in exported.problems if has_errors([problem])]
        if errors:
            told = translate("Exporting", "{name} was written, but {target} would refuse it.")
            self._tell(told.format(name=path.name, target=target.name), errors)

    def to_picture(self) -> None:
        """Ask how a picture is to be, then where to write it."""
        session = self._workspace.current
        if session is None:
            return
        tab = session.tab
        extents = [Extent.PAGE, *([Extent.ALL] if len(every(session.document.diagram)) > 1 else [])]
        dialog = PictureDialog(self._window, [*extents, *([Extent.SELECTION] if tab.view.selection else [])])
        dialog.chosen.connect(lambda: self._draw(session, dialog))
        dialog.open()

    def _draw(self, session: Session, dialog: PictureDialog) -> None:
        path = self._path(dialog.kind, dialog.kind)
        if path is None:
            return
        view, plane = session.tab.view, session.tab.plane
        try:
            written = write(
                dialog.sheets(session.document.diagram, plane, view.selection, self._library), path, dialog.wish
            )
        except Refused as refused:
            told = translate("Exporting", "{name} could not be written.")
            self._tell(told.format(name=path.name), refused.problems)
        else:
            names = ", ".join(file.name for file in written)
            self.done.emit(translate("Exporting", "{name} written.").format(name=names))

    def print(self) -> None:
        """Show all pages as they would be printed."""
        session = self._workspace.current
        if session is None:
            return
        try:
            sheets = all_sheets(session.document.diagram, self._library, load("light"))
        except Refused as refused:
            self._tell(translate("Exporting", "There is nothing to print."), refused.problems)
        else:
            PrintPreview(self._window, sheets, session.document.title, session.tab.view.surface.theme).open()

    def _path(self, ending: str, suffix: str) -> Path | None:
        session = self._workspace.current
        if session is None:
            return None
        known = session.document.path
        stem = known.with_suffix("") if known else Path(session.document.title)
        return asking.path_to_save(self._window, f"{stem}{ending}", suffix, translate("Exporting", "Export"))

    def _write(self, path: Path, data: bytes) -> bool:
        try:
            path.write_bytes(data)
        except OSError as failure:
            self._failed(path, failure)
            return False
        return True

    def _failed(self, path: Path, failure: OSError) -> None:
        told = translate("Exporting", "{name} could not be written: {why}")
        self.done.emit(told.format(name=path.name, why=failure.strerror or failure))

    def _tell(self, title: str, problems: Sequence[Problem]) -> None:
        self.refused.emit(tuple(problems))
        asking.tell(self._window, title, problems)
