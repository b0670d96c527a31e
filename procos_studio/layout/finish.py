"""Finish: the lines that join what is not in one level, and the labels, once all shapes have their places."""

from __future__ import annotations

from procos_studio.layout.picture import Picture
from procos_studio.layout.view import View, is_drawable
from procos_studio.model.ends import ends_of
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.records import Flow


def finished(view: View, picture: Picture) -> Picture:
    """The picture with a line for every flow between two of its shapes, and with its labels."""
    for flow in view.diagram.all(Flow):
        if flow.id not in picture.lines and view.has(flow) and is_drawable(view.diagram, flow):
            source, target = ends_of(flow)
            start, end = _box(picture, source), _box(picture, target)
            if start is not None and end is not None:
                picture.lines[flow.id] = (start.center, end.center)
    return picture


def _box(picture: Picture, key: str) -> Bounds | None:
    """The bounds of a shape, or a spot in the middle of a line."""
    if key in picture.boxes:
        return picture.boxes[key]
    line = picture.lines.get(key)
    if line is None:
        return None
    middle = _middle(line)
    return Bounds(middle.x, middle.y, 0, 0)


def _middle(line: tuple[Point, ...]) -> Point:
    at = len(line) // 2
    a, b = line[at - 1], line[at]
    return Point((a.x + b.x) / 2, (a.y + b.y) / 2)
