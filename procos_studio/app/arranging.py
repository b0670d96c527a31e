"""Arranging: what the commands of the Arrange menu do to the selected blocks."""

from __future__ import annotations

from procos_studio.app.editing import Editing
from procos_studio.app.session import Session
from procos_studio.edits.align import Edge, align, distribute
from procos_studio.edits.collapse import collapse
from procos_studio.edits.expand import expand
from procos_studio.edits.make_space import make_space
from procos_studio.layout.tidy import tidy
from procos_studio.model.geometry import Bounds, Point, united

_ROOM = 150.0
"""As much as a task and a flow to it take."""


class Arranging:
    """Acts on the document in front."""

    def __init__(self, editing: Editing) -> None:
        self._editing = editing

    def tidy(self) -> None:
        """Lay out the selection, else the whole plane."""

        def work(session: Session) -> None:
            chosen = session.tab.view.selection
            tidy(session.document.diagram, session.tab.plane, chosen if len(chosen) > 1 else None)

        self._editing.attempt(work)

    def align(self, edge: Edge) -> None:
        """Bring an edge of the selected blocks into line."""
        self._editing.attempt(lambda session: align(session.document.diagram, session.tab.view.selection, edge))

    def distribute(self, horizontally: bool) -> None:
        """Leave equal gaps between the selected blocks."""
        self._editing.attempt(
            lambda session: distribute(session.document.diagram, session.tab.view.selection, horizontally)
        )

    def make_space(self, horizontally: bool) -> None:
        """Push away what begins right of the selection, or below it."""

        def work(session: Session) -> None:
            box = _around(session)
            if box is None:
                return
            by = (_ROOM, 0.0) if horizontally else (0.0, _ROOM)
            make_space(session.document.diagram, session.tab.plane, Point(box.right, box.bottom), *by)

        self._editing.attempt(work)

    def expand(self) -> None:
        """Show the inside of the selected subsystem in place; hide it where it shows."""

        def work(session: Session) -> None:
            diagram = session.document.diagram
            for key in session.tab.view.selection:
                shape = diagram.shape(key)
                (collapse if shape is not None and shape.is_expanded else expand)(diagram, key)

        self._editing.attempt(work)


def _around(session: Session) -> Bounds | None:
    """The box around what is selected, as far as it is drawn as shapes."""
    drawn = (session.document.diagram.shape(key) for key in session.tab.view.selection)
    return united(shape.bounds for shape in drawn if shape is not None)
