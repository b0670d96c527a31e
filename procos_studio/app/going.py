"""Going: leads from a variable to who sets it and who reads it, and renames it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, Signal

from procos_studio.app.chooser import Choice, Chooser
from procos_studio.app.forms.renaming import RenameVariable
from procos_studio.app.icons import block_icon, glyph
from procos_studio.app.session import Session
from procos_studio.app.workspace import Workspace
from procos_studio.canvas.theme import Theme
from procos_studio.checks.variables import Known, uses
from procos_studio.library import Library
from procos_studio.model.diagram import Diagram

_ICON = 20


class _End(NamedTuple):
    """A variable, and an element that sets or reads it."""

    name: str
    element: str


_Ends = Callable[[Known], Collection[str]]
_READERS: _Ends = attrgetter("readers")
_WRITERS: _Ends = attrgetter("writers")


class Going(QObject):
    """Without a name all that the selected blocks read (or set) is meant; without a selection all of the document.

    `said` carries a sentence where there is nowhere to go.
    """

    said = Signal(str)

    def __init__(self, workspace: Workspace, library: Library, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._library, self.theme = workspace, library, theme

    def to_writer(self, name: str = "") -> None:
        """Show who sets a variable; where there are several, let the person choose."""
        nowhere = self.tr("No block sets a variable that is read here.")
        self._go(name, _READERS, _WRITERS, self.tr("Who sets it"), nowhere)

    def to_reader(self, name: str = "") -> None:
        """Show who reads a variable; where there are several, let the person choose."""
        nowhere = self.tr("No block reads a variable that is set here.")
        self._go(name, _WRITERS, _READERS, self.tr("Who reads it"), nowhere)

    def rename(self, name: str) -> None:
        """Ask for another name of a variable, and show what would change."""
        session = self._workspace.current
        known = uses(session.document.diagram).get(name) if session is not None else None
        if session is None or known is None:
            self.said.emit(self.tr("No block of this file sets or reads “{name}”.").format(name=name))
            return
        scope = (*known.writers, *known.readers)[0]
        RenameVariable(self._workspace.window(), session.document.diagram, scope, name).open()

    def _go(self, name: str, here: _Ends, there: _Ends, hint: str, nowhere: str) -> None:
        session = self._workspace.current
        if session is None:
            return
        ends = [_End(one.name, key) for one in self._meant(session, name, here) for key in there(one)]
        if len(ends) == 1:
            self._reveal(session, ends[0])
        elif ends:
            place = session.tab.view.mapToGlobal(QPoint(16, 48))
            Chooser(self._workspace.window(), hint, lambda text: self._choices(session, ends, text)).open_at(place)
        else:
            self.said.emit(nowhere)

    def _meant(self, session: Session, name: str, here: _Ends) -> Iterator[Known]:
        """The variables of this name; without one, those that the selection has at this end."""
        chosen = set(session.tab.view.selection)
        for one in uses(session.document.diagram).values():
            if one.name == name or (not name and (not chosen or chosen.intersection(here(one)))):
                yield one

    def _choices(self, session: Session, ends: Sequence[_End], text: str) -> list[Choice]:
        made = [self._choice(session, end) for end in ends]
        words = text.casefold().split()
        return [one for one in made if all(word in f"{one.name} {one.note}".casefold() for word in words)]

    def _choice(self, session: Session, end: _End) -> Choice:
        element = session.document.diagram[end.element]
        block = self._library.of(element)
        icon = block_icon(block, self.theme, _ICON) if block else glyph("mdi6.vector-line", self.theme)
        return Choice(element.label, end.name, icon, lambda: self._reveal(session, end))

    def _reveal(self, session: Session, end: _End) -> None:
        key = _drawn(session.document.diagram, end.element)
        if key:
            session.tab.reveal(key)


def _drawn(diagram: Diagram, key: str) -> str:
    """The element, or the nearest around it that is drawn."""
    around = (key, *(element.id for element in diagram.ancestors(key)))
    return next((one for one in around if diagram.drawn(one)), "")
