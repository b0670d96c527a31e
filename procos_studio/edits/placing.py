"""Placing: makes the element of a block where it belongs, draws it and stamps it."""

from __future__ import annotations

from procos_studio.edits.dividing import first_lanes, lane_beside
from procos_studio.edits.drawing import (
    add_plane,
    draw_shape,
    drawn_on,
    holder_at,
    plane_of_drawing,
    plane_of_scope,
    scope_for,
)
from procos_studio.edits.filling import fill_from_block
from procos_studio.edits.framing import grow, lane_shapes, on_border
from procos_studio.edits.identifying import identified, prefix_of
from procos_studio.edits.lanes import assign
from procos_studio.edits.pools import add_pool
from procos_studio.edits.refusing import refused
from procos_studio.edits.widening import widen
from procos_studio.library import BlockDefinition, mask
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.names import bpmn
from procos_studio.model.records import CONTAINERS, FlowNode, Lane, LaneSet, Participant, Plane, Shape
from procos_studio.model.rules import may_attach, may_contain
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import Xml

_OPEN = 200.0
"""A sub-process block at least this wide shows its inside; a smaller one has a page of its own."""


def put_block(diagram: Diagram, tx: Transaction, block: BlockDefinition, plane: Plane, at: Point, host: str) -> str:
    """Make a block with its middle at a point, in `host` or what is drawn there. Raises Refused."""
    width, height = block.size
    bounds = Bounds(at.x - width / 2, at.y - height / 2, width, height)
    if block.element == "boundaryEvent":
        key = _attach(diagram, tx, block, plane, bounds, host)
    elif block.element == "lane":
        key = _add_lane(diagram, tx, plane, bounds, host)
    else:
        key = _put_inside(diagram, tx, block, plane, bounds, host)
    fill_from_block(diagram, tx, key, block)
    mask.stamp(diagram, tx, key, block)
    return key


def default_attributes(block: BlockDefinition) -> dict[str, str]:
    """What a new element says before its block is stamped on it; specialised blocks are called what they are."""
    return {} if block.is_standard else {"name": block.name}


def shape_attributes(kind: str, width: float) -> dict[str, str]:
    """What a shape of a kind says beside its bounds."""
    if kind in CONTAINERS:
        return {"isExpanded": "true" if width >= _OPEN else "false"}
    return {"isMarkerVisible": "true"} if kind == "exclusiveGateway" else {}


def _put_inside(
    diagram: Diagram, tx: Transaction, block: BlockDefinition, plane: Plane, bounds: Bounds, host: str
) -> str:
    holder = host or holder_at(diagram, plane, bounds)
    verdict = may_contain(diagram, holder, block.element)
    if not verdict:
        raise refused(verdict.reason, holder)
    if block.element == "participant":
        return add_pool(diagram, tx, plane, bounds)
    scope = scope_for(diagram, holder)
    plane = plane_of_scope(diagram, scope) or plane
    made = _create(diagram, tx, block, scope)
    draw_shape(diagram, tx, plane.id, made.id, bounds, **shape_attributes(made.kind, bounds.width))
    if made.kind in CONTAINERS and bounds.width < _OPEN:
        add_plane(diagram, tx, made.id)
    if isinstance(made, FlowNode):
        assign(diagram, tx, [made.id])
        widen(diagram, tx, [made.id])
        grow(diagram, tx, [made.id])
    return made.id


def _create(diagram: Diagram, tx: Transaction, block: BlockDefinition, scope: str) -> Element:
    content = (Xml(bpmn("text")),) if block.element == "textAnnotation" else ()
    tag, prefix = bpmn(block.element), prefix_of(block.element)
    return tx.create(tag, scope, prefix, *content, **default_attributes(block))


def _attach(diagram: Diagram, tx: Transaction, block: BlockDefinition, plane: Plane, bounds: Bounds, host: str) -> str:
    name = host or host_at(diagram, plane, bounds)
    if not name:
        raise refused("A boundary event rides on the border of a step.", hint="Drop it on a task or a sub-process.")
    verdict = may_attach(diagram, name, block.event)
    if not verdict:
        raise refused(verdict.reason, name)
    activity = identified(diagram, tx, name)
    plane = plane_of_drawing(diagram, activity) or plane
    drawn = drawn_on(diagram, activity, plane.id)
    made = tx.create(bpmn("boundaryEvent"), diagram[activity].parent, "Event", attachedToRef=activity)
    where = on_border(bounds, drawn.bounds) if isinstance(drawn, Shape) else bounds
    draw_shape(diagram, tx, plane.id, made.id, where)
    assign(diagram, tx, [made.id])
    return made.id


def host_at(diagram: Diagram, plane: Plane, bounds: Bounds) -> str:
    """The smallest activity whose border a boundary event with these bounds touches, or `""`."""
    best = (float("inf"), "")
    for shape in diagram.shapes_near(plane.id, bounds):
        node, box = diagram.get(shape.shows), shape.bounds
        if isinstance(node, FlowNode) and node.is_activity:
            best = min(best, (box.width * box.height, node.id))
    return best[1]


def _add_lane(diagram: Diagram, tx: Transaction, plane: Plane, bounds: Bounds, host: str) -> str:
    """A pool's first lane covers it; each further one is added at its end, and the pool grows by it."""
    holder = host or holder_at(diagram, plane, bounds)
    verdict = may_contain(diagram, holder, "lane")
    if not verdict:
        raise refused(verdict.reason, holder)
    pool = _pool_around(diagram, holder)
    shape = drawn_on(diagram, pool.id, plane.id) if pool else None
    if pool is None or not isinstance(shape, Shape):
        raise refused("Lanes divide a pool that is drawn here.", holder)
    lanes = lane_shapes(diagram, pool.id)
    if not lanes:
        return first_lanes(diagram, tx, shape, 1)[0]
    return lane_beside(diagram, tx, lanes[-1], False, bounds.height if shape.is_horizontal else bounds.width)


def _pool_around(diagram: Diagram, holder: str) -> Participant | None:
    element = diagram.get(holder)
    if isinstance(element, Participant):
        return element
    scope = scope_for(diagram, holder) if isinstance(element, (Lane, LaneSet)) else ""
    return diagram.participant(scope)
