"""Lanes: which nodes a lane names, kept in step with where the nodes are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from procos_studio.edits.drawing import drawn_on
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.ends import scope_of
from procos_studio.model.geometry import Point
from procos_studio.model.names import bpmn, local_reference
from procos_studio.model.records import Artifact, DataElement, FlowNode, Lane, LaneSet, Shape
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
    if not has_lanes(diagram):
        return
    for key in keys:
        node = diagram.find(key, FlowNode)
        if node is None:
            continue
        for rider in (key, *(event.id for event in diagram.boundary_events(key))):
            _set_lanes(diagram, tx, rider, _around(diagram, node))


def has_lanes(diagram: Diagram) -> bool:
    """Whether there is any lane; of thousands of nodes that move none need be looked at where there is not."""
    return any(True for _ in diagram.all(Lane))


def forget(diagram: Diagram, tx: Transaction, keys: Iterable[str]) -> None:
    """Let no lane name these nodes."""
    for key in keys:
        _set_lanes(diagram, tx, key, set())


def standing_in(diagram: Diagram, lane: Shape) -> Iterator[Shape]:
    """The shapes that stand in a lane and move by themselves: steps, data and artifacts."""
    scope = scope_of(diagram, lane.shows)
    pool = diagram.participant(scope)
    for holder in (scope, pool.parent) if pool is not None else (scope,):
        for item in diagram.children(holder, Element):
            if isinstance(item, (FlowNode, DataElement, Artifact)) and item.kind != "boundaryEvent":
                drawn = drawn_on(diagram, item.id, lane.parent)
                if isinstance(drawn, Shape) and lane.bounds.contains(drawn.bounds.center):
                    yield drawn


def _around(diagram: Diagram, node: FlowNode) -> set[str]:
    """The lanes of a node's own scope around the middle of its host or itself; undrawn lanes stay as they are.

    On a border the lane that names it already counts, else one of the two.
    """
    lanes = list(lanes_of(diagram, node.parent))
    named = {lane.id for lane in diagram.lanes(node.id)}
    shape = diagram.shape(node.attached_to or node.id) if lanes else None
    if shape is None:
        return named & {lane.id for lane in lanes}
    found: dict[str, str] = {}
    for lane in sorted(lanes, key=lambda lane: lane.id not in named):
        if lane.parent not in found and _holds(diagram, lane, shape, shape.bounds.center, lane.id in named):
            found[lane.parent] = lane.id
    return set(found.values())


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
