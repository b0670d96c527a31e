"""Insert on flow: puts a block, new or there already, between the two ends of a sequence flow."""

from __future__ import annotations

import math

from procos_studio.edits.append import GAP
from procos_studio.edits.displacing import displace
from procos_studio.edits.drawing import drawn_on
from procos_studio.edits.lanes import assign
from procos_studio.edits.laying import draw_flows
from procos_studio.edits.placing import put_block
from procos_studio.edits.refusing import known, refused
from procos_studio.edits.spacing import push, push_following
from procos_studio.edits.wiring import add_sequence_flow, rewire
from procos_studio.library import BlockDefinition
from procos_studio.model.diagram import Diagram
from procos_studio.model.docking import Side
from procos_studio.model.ends import scope_of
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.lines import at as point_at
from procos_studio.model.lines import length
from procos_studio.model.records import FlowNode, Plane, SequenceFlow, Shape
from procos_studio.model.rules import connection
from procos_studio.model.transaction import Transaction


def insert_on_flow(diagram: Diagram, flow: str, block: BlockDefinition | str, at: Point | None = None) -> str:
    """The key of the block that now stands on a flow: a new one, or an unconnected one of the same scope by its key.

    The flow keeps its beginning, name and condition and ends at the block; a new one goes on from there. Where there
    is no room what follows makes way. Raises Refused where BPMN does not let the block follow or go on.
    """
    found = known(diagram, flow, SequenceFlow, "sequence flow")
    edge = diagram.edge(flow)
    plane = diagram.find(edge.parent, Plane) if edge is not None else None
    if edge is None or plane is None or len(edge.waypoints) < 2:
        raise refused("The flow is not drawn, so nothing can be put on it.", flow, hint="Tidy the diagram first.")
    middle = at or point_at(edge.waypoints, length(edge.waypoints) / 2)
    label = block.name if isinstance(block, BlockDefinition) else "block"
    with diagram.edit(f"Insert {label}") as tx:
        key = _block(diagram, tx, found, block, plane, middle)
        added = _join(diagram, tx, found, key)
        _make_room(diagram, tx, plane, found.source, key, found.target)
        draw_flows(diagram, tx, (flow, added))
        assign(diagram, tx, [key])
        return key


def _block(
    diagram: Diagram, tx: Transaction, flow: SequenceFlow, block: BlockDefinition | str, plane: Plane, middle: Point
) -> str:
    if isinstance(block, BlockDefinition):
        return put_block(diagram, tx, block, plane, middle, flow.parent)
    node = known(diagram, block, FlowNode, "block")
    if diagram.incoming(block, SequenceFlow) or diagram.outgoing(block, SequenceFlow):
        raise refused(f"“{node.label}” is connected already.", block, hint="Detach it first.")
    shape = drawn_on(diagram, block, plane.id)
    if scope_of(diagram, block) != flow.parent or not isinstance(shape, Shape):
        raise refused(f"“{node.label}” stands in another scope than the flow.", block, hint="Move it there first.")
    center = shape.bounds.center
    displace(diagram, tx, {block: Point(middle.x - center.x, middle.y - center.y)})
    return block


def _join(diagram: Diagram, tx: Transaction, flow: SequenceFlow, key: str) -> str:
    target = flow.target
    first = connection(diagram, flow.source, key)
    if first.kind != "sequenceFlow":
        raise refused(first.reason or "This cannot follow here.", flow.id, key)
    rewire(diagram, tx, flow, target=key)
    second = connection(diagram, key, target)
    if second.kind != "sequenceFlow":
        raise refused(second.reason or "This cannot lead on.", key, target)
    return add_sequence_flow(diagram, tx, key, target).id


def _make_room(diagram: Diagram, tx: Transaction, plane: Plane, source: str, key: str, target: str) -> None:
    """Keep the block off its source, the way that the flow runs, and push what follows off the block."""
    before, here, after = (_box(diagram, plane, name) for name in (source, key, target))
    way = _way(before, after) if before is not None and after is not None else None
    if before is None or here is None or after is None or way is None:
        return
    if here.intersects(before.grown(GAP / 2)):
        short = GAP - _gap(before, here, way)
        here = here.moved(way.value[0] * short, way.value[1] * short)
    if here.intersects(after.grown(GAP / 2)):
        _push(diagram, tx, plane, target, way, GAP - _gap(here, after, way), key)
    now = _box(diagram, plane, key) or here
    displace(diagram, tx, {key: Point(here.x - now.x, here.y - now.y)})


def _push(diagram: Diagram, tx: Transaction, plane: Plane, target: str, way: Side, by: float, stays: str) -> None:
    """In lanes what lies below moves with its lanes, so that nobody is made responsible for another's step."""
    box = _box(diagram, plane, target)
    if way is Side.BOTTOM and diagram.lanes(target) and box is not None:
        push(diagram, tx, plane, Point(math.inf, box.y), Point(0, by), scope_of(diagram, target))
    else:
        push_following(diagram, tx, plane, target, way, by, stays)


def _way(before: Bounds, after: Bounds) -> Side | None:
    """Up or down between boxes above one another, else left or right; None where they overlap."""
    ways = (Side.BOTTOM, Side.TOP, Side.RIGHT, Side.LEFT)
    is_level = after.x >= before.right or after.right <= before.x
    return next((way for way in (ways[2:] if is_level else ways) if _gap(before, after, way) >= 0), None)


def _gap(first: Bounds, then: Bounds, way: Side) -> float:
    """How much lies between the end of one box and the beginning of the other, seen that way."""
    x, y = way.value
    if x:
        return then.x - first.right if x > 0 else first.x - then.right
    return then.y - first.bottom if y > 0 else first.y - then.bottom


def _box(diagram: Diagram, plane: Plane, key: str) -> Bounds | None:
    shape = drawn_on(diagram, key, plane.id)
    return shape.bounds if isinstance(shape, Shape) else None
