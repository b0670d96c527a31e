"""Dividing: makes lanes: the first of a pool or lane, and further ones beside another."""

from __future__ import annotations

from procos_studio.edits.drawing import draw_shape
from procos_studio.edits.framing import HEADER, frame
from procos_studio.edits.lanes import assign
from procos_studio.edits.spacing import push
from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import scope_of
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.names import bpmn
from procos_studio.model.records import FlowNode, Lane, LaneSet, Participant, Plane, Shape
from procos_studio.model.transaction import Transaction

ACROSS = 120.0
"""How much room a new lane gets across."""
_INSIDE = 0.5
"""So far inside a lane the line runs at which it is pushed apart."""


def lane_beside(diagram: Diagram, tx: Transaction, beside: Shape, before: bool, across: float = ACROSS) -> str:
    """A new lane above a lane (left of an upright one), or behind it; what lies further on makes way."""
    box, horizontal = beside.bounds, beside.is_horizontal
    low, high = (box.y, box.bottom) if horizontal else (box.x, box.right)
    line, by = low + _INSIDE if before else high - _INSIDE, Point(0, across) if horizontal else Point(across, 0)
    push(diagram, tx, diagram.require(beside.parent, Plane), Point(line, line), by)
    frame(diagram, tx, diagram.require(beside.id, Shape), box.moved(*by) if before else box)
    start = low if before else high
    room = box._replace(y=start, height=across) if horizontal else box._replace(x=start, width=across)
    return _made(diagram, tx, beside, room, before)


def first_lanes(diagram: Diagram, tx: Transaction, holder: Shape, count: int) -> tuple[str, ...]:
    """So many lanes that cover a pool or lane without any."""
    element, horizontal = diagram[holder.shows], holder.is_horizontal
    owner, tag = (element.process, "laneSet") if isinstance(element, Participant) else (element.id, "childLaneSet")
    sets = diagram.children(owner, LaneSet)
    lane_set = sets[0].id if sets else tx.create(bpmn(tag), owner, "LaneSet").id
    box = _without_header(holder.bounds, horizontal)
    across = (box.height if horizontal else box.width) / count
    made: list[str] = []
    for number in range(count):
        room = (
            box._replace(y=box.y + number * across, height=across)
            if horizontal
            else box._replace(x=box.x + number * across, width=across)
        )
        made.append(tx.create(bpmn("lane"), lane_set, "Lane").id)
        _draw(diagram, tx, holder.parent, made[-1], room, horizontal)
    scope = scope_of(diagram, made[0])
    assign(diagram, tx, [node.id for node in diagram.children(scope, FlowNode)])
    return tuple(made)


def _made(diagram: Diagram, tx: Transaction, beside: Shape, room: Bounds, before: bool) -> str:
    lane = diagram.require(beside.shows, Lane)
    made = tx.create(bpmn("lane"), lane.parent, "Lane").id
    content = [item for item in diagram[lane.parent].content if item != made]
    tx.move(made, lane.parent, content.index(lane.id) + (0 if before else 1))
    _draw(diagram, tx, beside.parent, made, room, beside.is_horizontal)
    return made


def _draw(diagram: Diagram, tx: Transaction, plane: str, lane: str, room: Bounds, horizontal: bool) -> None:
    draw_shape(diagram, tx, plane, lane, room, isHorizontal="true" if horizontal else "false")


def _without_header(box: Bounds, horizontal: bool) -> Bounds:
    if horizontal:
        return Bounds(box.x + HEADER, box.y, box.width - HEADER, box.height)
    return Bounds(box.x, box.y + HEADER, box.width, box.height - HEADER)
