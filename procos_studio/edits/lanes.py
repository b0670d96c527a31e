"""Lanes: which nodes a lane names, kept in step with where the nodes are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from procos_studio.edits.drawing import drawn_on
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Point
from procos_studio.model.names import bpmn, local_reference
from procos_studio.model.records import FlowNode, Lane, LaneSet, Shape
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import text_element


def lanes_of(diagram: Diagram, key: str) -> Iterator[Lane]:
    """All lanes of a process, sub-process or lane, nested ones after the one around them."""
    for lane_set in sorted(diagram.all(LaneSet), key=lambda item: item.id):
        if lane_set.parent != key:
            continue
        for lane in diagram.children(lane_set.id, Lane):
            yield lane
            yield from lanes_of(diagram, lane.id)


def assign(diagram: Diagram, tx: Transaction, keys: Iterable[str]) -> None:
    """Let the lanes in which these nodes are drawn name them, and no others; boundary events go with their step."""
    for key in keys:
        node = diagram.find(key, FlowNode)
        if node is None:
            continue
        for rider in (key, *(event.id for event in diagram.boundary_events(key))):
            _set_lanes(diagram, tx, rider, _around(diagram, node))


def forget(diagram: Diagram, tx: Transaction, keys: Iterable[str]) -> None:
    """Let no lane name these nodes."""
    for key in keys:
        _set_lanes(diagram, tx, key, set())


def _around(diagram: Diagram, node: FlowNode) -> set[str]:
    """The lanes of a node's own scope around the middle of its host or itself; undrawn lanes stay as they are."""
    lanes = list(lanes_of(diagram, node.parent))
    shape = diagram.shape(node.attached_to or node.id) if lanes else None
    if shape is None:
        return {lane.id for lane in diagram.lanes(node.id)} & {lane.id for lane in lanes}
    named = {lane.id for lane in diagram.lanes(node.id)}
    return {lane.id for lane in lanes if _holds(diagram, lane, shape, shape.bounds.center, lane.id in named)}


def _holds(diagram: Diagram, lane: Lane, shape: Shape, middle: Point, otherwise: bool) -> bool:
    drawn = drawn_on(diagram, lane.id, shape.parent)
    return drawn.bounds.contains(middle) if isinstance(drawn, Shape) else otherwise


def _set_lanes(diagram: Diagram, tx: Transaction, key: str, wanted: set[str]) -> None:
    for lane in diagram.lanes(key):
        if lane.id in wanted:
            wanted = wanted - {lane.id}
            continue
        for detail in lane.details:
            if detail.tag == bpmn("flowNodeRef") and local_reference(detail.text) == key:
                lane = lane.without_detail(detail)
        tx.put(lane)
    for name in sorted(wanted):
        tx.update(name, Lane, lambda lane: lane.with_added(text_element("flowNodeRef", key)))
