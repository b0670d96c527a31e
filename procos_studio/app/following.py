"""Following: opens what the notes of the selected block link to, once a person has seen where that leads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from procos_studio.app.chooser import Choice, Chooser
from procos_studio.app.icons import glyph
from procos_studio.app.links import Link, links_of, opened
from procos_studio.app.session import Session
from procos_studio.app.tips import tip
from procos_studio.app.workspace import Workspace
from procos_studio.canvas.theme import Theme
from procos_studio.problems import Refused


class Following(QObject):
    """`refused` carries the Problem of a link that is not opened, `said` a hint; `open_url` hands it to the system."""

    refused = Signal(object)
    said = Signal(str)

    def __init__(
        self, workspace: Workspace, theme: Theme, open_path: Callable[[Path], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace, self.theme, self._open_path = workspace, theme, open_path
        self.open_url: Callable[[QUrl], object] = QDesktopServices.openUrl

    def watch(self, session: Session) -> None:
        """Follow the link signs on the canvas, too, and say where they lead."""
        surface = session.tab.view.surface
        # once the click is over: what follows may ask, and goes on only when it is answered
        surface.link_requested.connect(self.follow, Qt.ConnectionType.QueuedConnection)
        surface.tell_link = lambda key: tip(_where(links_of(session.document.diagram[key])))

    def follow(self) -> None:
        """Open the link of what is selected; where there are several, let the person choose."""
        session = self._workspace.current
        keys = session.tab.view.selection if session is not None else ()
        links = [link for key in keys if session is not None for link in links_of(session.document.diagram[key])]
        if session is None or not links:
            self.said.emit(self.tr("Nothing selected has a link. Write an address into the notes of a block."))
        elif len(links) == 1:
            self._go(session, links[0])
        else:
            chooser = Chooser(
                self._workspace.window(), self.tr("Open a link"), lambda text: self._choices(session, links, text)
            )
            chooser.open_at(session.tab.view.mapToGlobal(QPoint(16, 48)))

    def _choices(self, session: Session, links: list[Link], text: str) -> list[Choice]:
        found = [link for link in links if text.casefold() in f"{link.name} {link.place}".casefold()]
        return [self._choice(session, link) for link in found]

    def _choice(self, session: Session, link: Link) -> Choice:
        note = link.place if link.place != link.name else ""
        return Choice(link.name, note, glyph("mdi6.link-variant", self.theme), lambda: self._go(session, link))

    def _go(self, session: Session, link: Link) -> None:
        path = session.document.path
        try:
            target = opened(link, path.parent if path is not None else None)
        except Refused as refused:
            self.refused.emit(refused.problems[0])
            return
        if isinstance(target, Path) and target.suffix.lower() == ".bpmn":
            self._open_path(target)
        else:
            self._confirm(QUrl.fromLocalFile(str(target)) if isinstance(target, Path) else QUrl(target))

    def _confirm(self, url: QUrl) -> None:
        """Ask, with the whole address as the network will read it: letters of other scripts are spelled out."""
        box = QMessageBox(self._workspace.window())
        box.setObjectName("follow-link")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Open a link"))
        box.setText(self.tr("Open this outside of the studio?"))
        box.setInformativeText(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Open | buttons.Cancel)
        box.setDefaultButton(buttons.Cancel)
        if buttons(box.exec()) == buttons.Open:
            self.open_url(url)


def _where(links: tuple[Link, ...]) -> str:
    """A line for each link: its name, and its place where that is another."""
    return "\n".join(link.place if link.name == link.place else f"{link.name}: {link.place}" for link in links)
