"""Extents: what all of a plane covers, kept up to date so that no edit makes anyone add up thousands of boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QRectF

from procos_studio.canvas.items.edge import EdgeItem
from procos_studio.canvas.items.label import LabelItem
from procos_studio.canvas.items.shape import ShapeItem
from procos_studio.canvas.looks import Look, ShapeLook

_RIM = 0.01
"""Nearer than this to the rim counts as at it."""


class Extents:
    """What items and labels cover together; both are the scene's and are only read."""

    def __init__(self, items: Mapping[str, ShapeItem | EdgeItem], labels: Mapping[str, LabelItem]) -> None:
        self._items, self._labels = items, labels
        self._all: QRectF | None = None

    def rect(self) -> QRectF:
        """What shapes, edges and labels cover; empty where there is nothing."""
        if self._all is None:
            box = around(item.look for item in self._items.values())
            for label in self._labels.values():
                box = self._with_label(box, label)
            self._all = box
        return QRectF(self._all)

    def note(self, key: str) -> None:
        """A shape or edge has come, or is another than before."""
        if self._all is not None:
            box = self._all.united(extent(self._items[key].look))
            self._all = self._with_label(box, self._labels[key]) if key in self._labels else box

    def forget(self, key: str) -> None:
        """A shape or edge is about to go or to change; only where it stands at the rim, all is to be added up anew."""
        if self._all is not None and not all(_is_inside(self._all, box) for box in self._boxes(key)):
            self._all = None

    def _boxes(self, key: str) -> Iterator[QRectF]:
        yield extent(self._items[key].look)
        if key in self._labels:
            yield self._labels[key].boundingRect()

    def _with_label(self, box: QRectF, label: LabelItem) -> QRectF:
        """Only a label at the rim is laid out to know how far it reaches; where a gesture shows it does not count."""
        if box.contains(label.boundingRect()):
            return box
        return box.united(label.text_rect().translated(-label.pos()))


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
