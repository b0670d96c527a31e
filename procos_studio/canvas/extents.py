"""Extents: what all of a plane covers, kept up to date so that no edit makes anyone add up thousands of boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QRectF

from procos_studio.canvas.items.label import covered
from procos_studio.canvas.labels import most_room, place
from procos_studio.canvas.looks import Look, ShapeLook

_RIM = 0.01
"""Nearer than this to the rim counts as at it."""


class Extents:
    """What looks and their labels cover together; the looks are the scene's and are only read."""

    def __init__(self, looks: Mapping[str, Look]) -> None:
        self._looks = looks
        self._all: QRectF | None = None

    def rect(self) -> QRectF:
        """What shapes, edges and labels cover; empty where there is nothing."""
        if self._all is None:
            box = around(self._looks.values())
            for look in self._looks.values():
                box = _with_label(box, look)
            self._all = box
        return QRectF(self._all)

    def forget_all(self) -> None:
        """Very much has changed: all is to be added up anew."""
        self._all = None

    def note(self, look: Look) -> None:
        """A shape or edge has come, or is another than before."""
        if self._all is not None:
            self._all = _with_label(self._all.united(extent(look)), look)

    def forget(self, look: Look) -> None:
        """A shape or edge is about to go or to change; only where it stands at the rim, all is to be added up anew."""
        if self._all is not None and not all(_is_inside(self._all, box) for box in _boxes(look)):
            self._all = None


def _boxes(look: Look) -> Iterator[QRectF]:
    yield extent(look)
    if look.has_outer_label:
        yield QRectF(*most_room(look))


def _with_label(box: QRectF, look: Look) -> QRectF:
    """Only a label at the rim is laid out to know how far it reaches."""
    if not look.has_outer_label or box.contains(QRectF(*most_room(look))):
        return box
    return box.united(covered(place(look)))


def _is_inside(box: QRectF, other: QRectF) -> bool:
    """Whether it touches no rim of the box."""
    return box.adjusted(_RIM, _RIM, -_RIM, -_RIM).contains(other)


def around(looks: Iterable[Look]) -> QRectF:
    """What many looks cover, without a QRectF for each; empty for none."""
    xs: list[float] = []
    ys: list[float] = []
    for look in looks:
        if isinstance(look, ShapeLook):
            x, y, width, height = look.bounds
            xs += (x, x + width)
            ys += (y, y + height)
        else:
            for point in look.points:
                xs.append(point.x)
                ys.append(point.y)
    if not xs:
        return QRectF()
    return QRectF(min(xs), min(ys), max(1.0, max(xs) - min(xs)), max(1.0, max(ys) - min(ys)))


def extent(look: Look) -> QRectF:
    """What one look covers."""
    if isinstance(look, ShapeLook):
        return QRectF(*look.bounds)
    if not look.points:
        return QRectF()
    xs, ys = [point.x for point in look.points], [point.y for point in look.points]
    # a straight line has no area, and Qt's unions skip what has none
    return QRectF(min(xs), min(ys), max(1.0, max(xs) - min(xs)), max(1.0, max(ys) - min(ys)))
