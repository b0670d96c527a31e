"""Widening: lets lanes give way to steps that are too tall for them (too wide for upright lanes)."""

from __future__ import annotations

from collections.abc import Iterable

from procos_studio.edits.displacing import settle
from procos_studio.edits.drawing import drawn_on
from procos_studio.edits.framing import PADDING
from procos_studio.edits.lanes import has_lanes
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Bounds
from procos_studio.model.records import FlowNode, Lane, Participant, Shape
from procos_studio.model.transaction import Transaction

_Span = tuple[float, float]
"""From where to where something reaches across the lanes."""


def widen(diagram: Diagram, tx: Transaction, keys: Iterable[str]) -> None:
    """Let the innermost lane that names a step hold it; pools and lanes around get longer, the rest makes way.

    A step that has room in its lane may stand across the border, as it always could.
    """
    for key in keys if has_lanes(diagram) else ():
        shape, lane = diagram.shape(key), _innermost(diagram, key)
        if shape is None or lane is None or lane.parent != shape.parent:
            continue
        step, room = _across(shape.bounds, lane), _across(lane.bounds, lane)
        if step[1] - step[0] > room[1] - room[0]:
            before, behind = max(room[0] - step[0] + PADDING, 0.0), max(step[1] + PADDING - room[1], 0.0)
            _part(diagram, tx, lane, before, behind)


def _innermost(diagram: Diagram, key: str) -> Shape | None:
    shape = diagram.shape(key)
    drawn = [drawn_on(diagram, lane.id, shape.parent) for lane in diagram.lanes(key)] if shape is not None else []
    shapes = [item for item in drawn if isinstance(item, Shape)]
    return min(shapes, key=lambda item: item.bounds.width * item.bounds.height, default=None)


def _part(diagram: Diagram, tx: Transaction, lane: Shape, before: float, behind: float) -> None:
    """Give a lane more room on both sides; what lies beyond moves away with its lanes, whatever holds it stretches."""
    low, high = _across(lane.bounds, lane)
    placed: dict[str, Bounds] = {}
    for shape in diagram.children(lane.parent, Shape):
        start, end = _across(shape.bounds, lane)
        by = (-before if start <= low else 0.0, behind if end >= high else 0.0)
        if not _stretches(diagram, shape, lane) or end <= low or start >= high:
            # steps go with the lane in which their middle lies
            start, end = _across(_carrier(diagram, shape, lane).bounds, lane)
            shift = -before if start + end <= 2 * low else behind if start + end >= 2 * high else 0.0
            by = (shift, shift)
        if any(by):
            placed[shape.id] = _stretched(shape.bounds, lane, by)
    settle(diagram, tx, placed)


def _stretches(diagram: Diagram, shape: Shape, lane: Shape) -> bool:
    """Whether it is a pool, a lane, or a sub-process around the lane."""
    return isinstance(diagram.get(shape.shows), (Participant, Lane)) or shape.bounds.encloses(lane.bounds)


def _carrier(diagram: Diagram, shape: Shape, lane: Shape) -> Shape:
    """The outermost step with which it moves: that which holds it, or on whose border it rides."""
    for key in (shape.shows, *(item.id for item in diagram.ancestors(shape.shows))):
        node = diagram.find(key, FlowNode)
        host = drawn_on(diagram, node.attached_to or key, lane.parent) if node is not None else None
        if isinstance(host, Shape) and not host.bounds.encloses(lane.bounds):
            shape = host
    return shape


def _across(box: Bounds, lane: Shape) -> _Span:
    return (box.y, box.bottom) if lane.is_horizontal else (box.x, box.right)


def _stretched(box: Bounds, lane: Shape, by: _Span) -> Bounds:
    """With its two sides across moved by so much each."""
    if lane.is_horizontal:
        return box._replace(y=box.y + by[0], height=box.height + by[1] - by[0])
    return box._replace(x=box.x + by[0], width=box.width + by[1] - by[0])
