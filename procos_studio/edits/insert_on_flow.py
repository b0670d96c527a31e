"""Insert on flow: puts a block, new or there already, between the two ends of a sequence flow."""

from __future__ import annotations

from procos_studio.edits.append import GAP
from procos_studio.edits.displacing import displace
from procos_studio.edits.drawing import drawn_on
from procos_studio.edits.lanes import assign
from procos_studio.edits.laying import draw_flows
from procos_studio.edits.placing import put_block
from procos_studio.edits.refusing import known, refused
from procos_studio.edits.spacing import push_following
from procos_studio.edits.wiring import add_sequence_flow, rewire
from procos_studio.library import BlockDefinition
from procos_studio.model.diagram import Diagram
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
    """On a flow to the right, keep the block off its source, and push what follows off the block."""
    before, here, after = (_box(diagram, plane, name) for name in (source, key, target))
    if before is None or here is None or after is None or after.x < before.right:
        return
    if here.intersects(before.grown(GAP / 2)):
        here = here._replace(x=before.right + GAP)
    if here.intersects(after.grown(GAP / 2)):
        push_following(diagram, tx, plane, target, here.right + GAP - after.x, stays=key)
    now = _box(diagram, plane, key) or here
    displace(diagram, tx, {key: Point(here.x - now.x, 0)})


def _box(diagram: Diagram, plane: Plane, key: str) -> Bounds | None:
    shape = drawn_on(diagram, key, plane.id)
    return shape.bounds if isinstance(shape, Shape) else None
