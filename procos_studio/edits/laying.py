"""Laying: the way points of flows, drawn anew or led along when the shapes at their ends change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from procos_studio.edits.drawing import draw_edge, drawn_on
from procos_studio.edits.parting import parted
from procos_studio.model.diagram import Diagram
from procos_studio.model.docking import BOX, Dock, Side, outline_of, side_towards
from procos_studio.model.ends import Ends, ends_of, flows_at
from procos_studio.model.geometry import Bounds, Point, united
from procos_studio.model.lines import Points, at, length, moved, nearest
from procos_studio.model.records import DataElement, Edge, Flow, FlowNode, MessageFlow, Participant, SequenceFlow, Shape
from procos_studio.model.routing import reshape, riding_side, route, straight
from procos_studio.model.transaction import Transaction

ANYWHERE = 1e6
_AROUND = 200.0
"""How far beyond its two ends a line looks for what stands in its way."""


Towards = tuple[Point | None, Point | None]
"""Points that say on which side of its source a line leaves, and on which of its target it ends."""
ANY_SIDE: Towards = (None, None)
_Boxes = tuple[Bounds, Bounds]


class Way(NamedTuple):
    """How the one shape of an element came from a place to another, on its plane."""

    plane: str
    before: Bounds
    after: Bounds


class _Course(NamedTuple):
    """What a line must know: its two boxes, and how it docks on them."""

    source: Bounds
    target: Bounds
    leaving: Dock
    entering: Dock


def lay(
    diagram: Diagram,
    plane: str,
    flow: Flow,
    ends: Ends | None = None,
    towards: Towards = ANY_SIDE,
) -> Points | None:
    """A fresh line for a flow on a plane; None where one of its ends is not drawn there."""
    found = ends or ends_of(flow)
    boxes = _boxes(diagram, plane, found, {})
    if boxes is None:
        return None
    course = _facing(_course(diagram, plane, flow, found, boxes), *towards)
    if not is_orthogonal_kind(flow):
        return straight(course.source, course.target, leaving=course.leaving, entering=course.entering)
    around = obstacles(diagram, plane, found, boxes)
    line = route(course.source, course.target, around, leaving=course.leaving, entering=course.entering)
    window = united(boxes)
    return parted(diagram, plane, found, window.grown(_AROUND), line, around) if window is not None else line


def draw_flow(
    diagram: Diagram, tx: Transaction, flow: Flow, points: Points | None = None, towards: Towards = ANY_SIDE
) -> None:
    """Draw a flow anew: where both ends are drawn on one plane it gets an edge there, and elsewhere it has none.

    An edge that exists is kept and led anew, its label with it.
    """
    ends = ends_of(flow)
    planes = [item.parent for item in diagram.drawn(ends.source) if drawn_on(diagram, ends.target, item.parent)]
    edges = [item for item in diagram.drawn(flow.id) if isinstance(item, Edge)]
    for edge in edges:
        if edge.parent not in planes:
            tx.remove(edge.id)
    for plane in dict.fromkeys(planes):
        line = points or lay(diagram, plane, flow, ends, towards)
        existing = next((edge for edge in edges if edge.parent == plane), None)
        if line is None:
            continue
        if existing is None:
            draw_edge(diagram, tx, plane, flow.id, line)
        else:
            # ends that the edge names itself may be those of before
            set_line(tx, existing.with_attributes(sourceElement=None, targetElement=None), line)


def follow_pages(diagram: Diagram, tx: Transaction, flow: Flow) -> None:
    """Bring a flow's edges to the pages that show both its ends, after these went to other pages.

    A line is taken along as it is, drawn where there is none, and taken away where an end is missing.
    """
    ends = ends_of(flow)
    planes = [item.parent for item in diagram.drawn(ends.source) if drawn_on(diagram, ends.target, item.parent)]
    edges = [item for item in diagram.drawn(flow.id) if isinstance(item, Edge)]
    astray = [edge for edge in edges if edge.parent not in planes]
    bare = [plane for plane in dict.fromkeys(planes) if all(edge.parent != plane for edge in edges)]
    for edge, plane in zip(astray, bare, strict=False):
        tx.move(edge.id, plane)
    for edge in astray[len(bare) :]:
        tx.remove(edge.id)
    for plane in bare[len(astray) :]:
        line = lay(diagram, plane, flow, ends)
        if line is not None:
            draw_edge(diagram, tx, plane, flow.id, line)


def follow_inside(diagram: Diagram, tx: Transaction, key: str) -> None:
    """Bring the edges of what flows inside a sub-process, and out of it, to the pages that show both ends."""
    flows = {flow.id: flow for item in diagram.walk(key) if item.id != key for flow in flows_at(diagram, item.id)}
    for flow in flows.values():
        follow_pages(diagram, tx, flow)


def draw_flows(diagram: Diagram, tx: Transaction, keys: Iterable[str]) -> None:
    """Draw flows anew, those that annotations may point at first."""
    found = [flow for key in keys if (flow := diagram.find(key, Flow)) is not None]
    for flow in sorted(found, key=lambda item: (not is_orthogonal_kind(item), item.id)):
        draw_flow(diagram, tx, flow)


def set_line(tx: Transaction, edge: Edge, points: Points) -> None:
    """Give an edge other way points; its label keeps its place beside the line."""
    if edge.waypoints == points:
        tx.put(edge)
        return
    made = edge.with_waypoints(points)
    if edge.label_bounds is not None and len(edge.waypoints) > 1 and len(points) > 1:
        made = made.with_label_bounds(_label_along(edge.label_bounds, edge.waypoints, points))
    tx.put(made)


def follow(diagram: Diagram, tx: Transaction, flow: Flow, before: Mapping[str, Bounds]) -> None:
    """Lead the edges of a flow after its ends; `before` are the bounds of ends (by key) as they were."""
    ends = ends_of(flow)
    for edge in diagram.drawn(flow.id):
        if not isinstance(edge, Edge):
            continue
        old = _boxes(diagram, edge.parent, ends, before)
        new = _boxes(diagram, edge.parent, ends, {})
        if old is not None and new is not None and old != new:
            set_line(tx, edge, _led(diagram, edge, flow, ends, old, new))


def shift(diagram: Diagram, tx: Transaction, flow: Flow, ways: Mapping[str, Way]) -> bool:
    """Take a flow along whose two ends went the same way; whether they did, as far as `ways` (by element) tells.

    This is what `follow` would do, but among thousands that are moved together it looks for nothing.
    """
    ends = ends_of(flow)
    source, target = ways.get(ends.source), ways.get(ends.target)
    if source is None or target is None or source.plane != target.plane:
        return False
    by = _common_shift(source.before, source.after, target.before, target.after)
    if by is None or by == (0, 0):
        return False
    for edge in diagram.drawn(flow.id):
        if isinstance(edge, Edge) and edge.parent == source.plane:
            set_line(tx, edge, moved(edge.waypoints, *by))
    return True


def _common_shift(source: Bounds, source_now: Bounds, target: Bounds, target_now: Bounds) -> Point | None:
    dx, dy = source_now.x - source.x, source_now.y - source.y
    is_common = source.moved(dx, dy) == source_now and target.moved(dx, dy) == target_now
    return Point(dx, dy) if is_common else None


def _led(diagram: Diagram, edge: Edge, flow: Flow, ends: Ends, old: _Boxes, new: _Boxes) -> Points:
    by = _common_shift(old[0], new[0], old[1], new[1])
    if by is not None:
        # for which nothing need be looked for around the line
        return moved(edge.waypoints, *by)
    course = _course(diagram, edge.parent, flow, ends, new)
    around = obstacles(diagram, edge.parent, ends, new) if is_orthogonal_kind(flow) else ()
    return reshape(
        edge.waypoints, old[0], new[0], old[1], new[1], around, leaving=course.leaving, entering=course.entering
    )


def obstacles(diagram: Diagram, plane: str, ends: Ends, boxes: _Boxes) -> list[Bounds]:
    """The shapes of steps near two boxes that a line between them should go round."""
    window = united(boxes)
    if window is None:
        return []
    window = window.grown(_AROUND)
    inside = {*ends, *(item.id for end in ends for item in diagram.ancestors(end))}
    return [
        shape.bounds
        for shape in diagram.shapes_near(plane, window)
        if shape.shows not in inside and _is_solid(diagram, shape)
    ]


def is_orthogonal_kind(flow: Flow) -> bool:
    """Whether lines of this class have corners; associations are drawn straight."""
    return isinstance(flow, (SequenceFlow, MessageFlow))


def dock_at(diagram: Diagram, plane: str, key: str, bounds: Bounds) -> Dock:
    """How a line docks on an element that is drawn with these bounds."""
    element = diagram.get(key)
    if isinstance(element, Participant):
        return Dock(slide=ANYWHERE)
    if not isinstance(element, FlowNode):
        return BOX
    host = drawn_on(diagram, element.attached_to, plane) if element.attached_to else None
    side = riding_side(bounds, host.bounds) if isinstance(host, Shape) else None
    return Dock(outline_of(element.kind), side)


def bounds_of(diagram: Diagram, plane: str, key: str) -> Bounds | None:
    """The box of an element on a plane; of a flow, the point half-way along it."""
    drawn = drawn_on(diagram, key, plane)
    if isinstance(drawn, Shape):
        return drawn.bounds
    if isinstance(drawn, Edge) and len(drawn.waypoints) > 1:
        middle = at(drawn.waypoints, length(drawn.waypoints) / 2)
        return Bounds(middle.x, middle.y, 0, 0)
    return None


def _boxes(diagram: Diagram, plane: str, ends: Ends, instead: Mapping[str, Bounds]) -> _Boxes | None:
    """The boxes of both ends on a plane, those in `instead` where they are given; None where one is not drawn there."""
    source, target = (instead.get(end) or bounds_of(diagram, plane, end) for end in ends)
    return (source, target) if source is not None and target is not None else None


def _course(diagram: Diagram, plane: str, flow: Flow, ends: Ends, boxes: _Boxes) -> _Course:
    leaving, entering = (dock_at(diagram, plane, end, box) for end, box in zip(ends, boxes, strict=True))
    if isinstance(flow, MessageFlow):
        leaving, entering = _across_pools(*boxes, leaving, entering)
    if ends.source == ends.target or not isinstance(flow, MessageFlow):
        entering = entering._replace(side=None)
    return _Course(*boxes, leaving, entering)


def _facing(course: _Course, first: Point | None, last: Point | None) -> _Course:
    """The course with the sides that these points say."""
    leaving, entering = course.leaving, course.entering
    if first is not None:
        leaving = leaving._replace(side=side_towards(course.source, first))
    if last is not None:
        entering = entering._replace(side=side_towards(course.target, last))
    return course._replace(leaving=leaving, entering=entering)


def _across_pools(source: Bounds, target: Bounds, leaving: Dock, entering: Dock) -> tuple[Dock, Dock]:
    """Messages run up or down between pools that lie above one another."""
    if source.bottom < target.y:
        return leaving._replace(side=Side.BOTTOM), entering._replace(side=Side.TOP)
    if target.bottom < source.y:
        return leaving._replace(side=Side.TOP), entering._replace(side=Side.BOTTOM)
    return leaving, entering


def _is_solid(diagram: Diagram, shape: Shape) -> bool:
    """Whether lines go round it: steps, events, gateways, data and annotations, but not lanes, pools and groups."""
    element = diagram.get(shape.shows)
    return isinstance(element, (FlowNode, DataElement)) or (element is not None and element.kind == "textAnnotation")


def _label_along(label: Bounds, old: Points, new: Points) -> Bounds:
    """The label at the same place beside the line; counted from the nearer end, so that it stays with its bend."""
    way, _ = nearest(old, label.center)
    total, now = length(old), length(new)
    at_start = way <= total / 2
    there = at(new, min(way, now) if at_start else max(now - (total - way), 0.0))
    here = at(old, way)
    return label.moved(round(there.x - here.x, 3), round(there.y - here.y, 3))
