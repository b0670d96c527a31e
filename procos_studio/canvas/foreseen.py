"""Foreseen: what an edit would change on the plane, shown while a gesture lasts, before the edit is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF

from procos_studio.canvas.overlay import Box, Polyline, Primitive
from procos_studio.canvas.surface import Surface
from procos_studio.model.diff import Change, Diff
from procos_studio.model.lines import Points
from procos_studio.model.records import Edge, Shape
from procos_studio.model.rules import Verdict
from procos_studio.problems import Refused

_MOST = 200
"""Of more frames and lines only so many are shown; the others would be pushed in the same way."""


class Foreseen:
    """The edit is tried at once and taken back; `verdict` says whether it may be made."""

    def __init__(self, surface: Surface, edit: Callable[[], object]) -> None:
        self._plane = surface.plane
        self._diff: Diff | None = None
        self._answer: object = None
        self.verdict = Verdict("edit")
        try:
            self._diff = surface.diagram.tried("Preview", lambda: self._try(edit))
        except Refused as refusal:
            self.verdict = Verdict("", refusal.problems[0].message)

    def _try(self, edit: Callable[[], object]) -> None:
        self._answer = edit()

    @property
    def line(self) -> Points:
        """The way of the flow by whose key the edit answers; empty where there is none."""
        drawn = (change.after for change in self._changes())
        return next((item.waypoints for item in drawn if isinstance(item, Edge) and item.shows == self._answer), ())

    def shown(self, token: str = "selection") -> tuple[Primitive, ...]:
        """Frames of what would come or move, and the lines as they would run then."""
        made: list[Primitive] = []
        for change in self._changes():
            made.extend(_frame(change, token))
            if len(made) >= _MOST:
                break
        return tuple(made)

    def _changes(self) -> Iterator[Change]:
        found = self._diff.changes.values() if self._diff is not None else ()
        return (item for item in found if item.after is not None and item.after.parent == self._plane)


def _frame(change: Change, token: str) -> Iterator[Primitive]:
    before, after = change
    if isinstance(after, Edge):
        yield Polyline(tuple(QPointF(*point) for point in after.waypoints), token)
    elif isinstance(after, Shape) and not isinstance(before, Shape):
        yield Box(QRectF(*after.bounds), token, filled=True, radius=6)
    elif isinstance(after, Shape) and isinstance(before, Shape) and before.bounds != after.bounds:
        yield Box(QRectF(*after.bounds), token, dashed=True, radius=6)
