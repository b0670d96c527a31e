"""Align: puts blocks in one line, or at equal distances."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from procos_studio.edits.displacing import displace
from procos_studio.edits.framing import grow
from procos_studio.edits.lanes import assign
from procos_studio.edits.move import movable
from procos_studio.edits.refusing import refused
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Bounds, Point, united
from procos_studio.model.records import FlowNode, Participant


class Edge(StrEnum):
    """What is brought into line."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


def align(diagram: Diagram, keys: Iterable[str], edge: Edge | str) -> None:
    """Bring one edge, or the middle, of at least two blocks into line with that of all together."""
    boxes = _boxes(diagram, keys, 2)
    around = united(boxes.values()) or Bounds(0, 0, 0, 0)
    wanted = Edge(edge)
    _shift(diagram, f"Align {wanted}", {key: _to_line(box, around, wanted) for key, box in boxes.items()})


def distribute(diagram: Diagram, keys: Iterable[str], horizontally: bool = True) -> None:
    """Leave equal gaps between at least three blocks, the outermost of which stay."""
    boxes = _boxes(diagram, keys, 3)
    axis = 0 if horizontally else 1
    ordered = sorted(boxes.items(), key=lambda item: (item[1].center[axis], item[0]))
    first, last = ordered[0][1], ordered[-1][1]
    inner = sum(box[axis + 2] for _, box in ordered)
    gap = (last[axis] + last[axis + 2] - first[axis] - inner) / (len(ordered) - 1)
    shifts: dict[str, Point] = {}
    at = first[axis]
    for key, box in ordered:
        by = round(at - box[axis], 3)
        shifts[key] = Point(by, 0) if horizontally else Point(0, by)
        at += box[axis + 2] + gap
    _shift(diagram, "Distribute", shifts)


def _boxes(diagram: Diagram, keys: Iterable[str], least: int) -> dict[str, Bounds]:
    found = [item for item in movable(diagram, keys) if item.kind != "boundaryEvent"]
    shapes = {item.id: shape.bounds for item in found if (shape := diagram.shape(item.id)) is not None}
    if len(shapes) < least:
        raise refused(f"Select at least {('two', 'three')[least - 2]} blocks for this.", *shapes)
    return shapes


def _to_line(box: Bounds, around: Bounds, edge: Edge) -> Point:
    match edge:
        case Edge.LEFT:
            return Point(around.x - box.x, 0)
        case Edge.RIGHT:
            return Point(around.right - box.right, 0)
        case Edge.CENTER:
            return Point(around.center.x - box.center.x, 0)
        case Edge.TOP:
            return Point(0, around.y - box.y)
        case Edge.BOTTOM:
            return Point(0, around.bottom - box.bottom)
    return Point(0, around.center.y - box.center.y)


def _shift(diagram: Diagram, label: str, shifts: dict[str, Point]) -> None:
    with diagram.edit(label) as tx:
        displace(diagram, tx, shifts)
        steps = [key for key in shifts if not isinstance(diagram[key], Participant)]
        assign(diagram, tx, steps)
        grow(diagram, tx, [key for key in steps if isinstance(diagram[key], FlowNode)])
