"""Resize: gives a shape other bounds; containers keep their content inside, lanes share their borders."""

from __future__ import annotations

from procos_studio.edits.displacing import settle
from procos_studio.edits.drawing import drawn_on, is_holder
from procos_studio.edits.framing import HEADER, PADDING, carried_along, content_box, frame, sibling_lanes
from procos_studio.edits.identifying import label_of
from procos_studio.edits.lanes import assign, lanes_of
from procos_studio.edits.refusing import known, refused
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.ends import scope_of
from procos_studio.model.geometry import Bounds, united
from procos_studio.model.records import Artifact, FlowNode, Lane, LaneSet, Participant, Shape
from procos_studio.model.transaction import Transaction

SMALLEST = {"task": (60.0, 40.0), "container": (100.0, 80.0), "lane": (120.0, 60.0), "artifact": (30.0, 20.0)}
"""The least width and height of activities, open sub-processes and pools, lanes, artifacts."""


def resize(diagram: Diagram, key: str, bounds: Bounds) -> None:
    """Set the bounds of an element's shape, as near to the wish as its content and neighbours allow.

    Raises Refused for events, gateways and data, which have one size.
    """
    element = known(diagram, key, Element)
    shape = diagram.shape(key)
    least = smallest(diagram, key)
    if shape is None or least is None:
        raise refused(f"“{element.label}” cannot change its size.", key)
    wanted = _at_least(bounds, least)
    with diagram.edit(f"Resize {label_of(diagram, key)}") as tx:
        if isinstance(element, Lane):
            _resize_lane(diagram, tx, shape, wanted)
            _reassign(diagram, tx, scope_of(diagram, key))
            return
        if isinstance(element, Participant):
            frame(diagram, tx, shape, _around_content(diagram, shape, wanted))
            _reassign(diagram, tx, element.process)
            return
        box = _around_content(diagram, shape, wanted) if is_holder(diagram, shape) else wanted
        settle(diagram, tx, {shape.id: box, **_riders(diagram, shape, box)})


def smallest(diagram: Diagram, key: str) -> tuple[float, float] | None:
    """The least width and height that an element can have; None where its size is fixed."""
    element, shape = diagram.get(key), diagram.shape(key)
    if isinstance(element, Lane):
        return SMALLEST["lane"]
    if isinstance(element, Artifact):
        return SMALLEST["artifact"]
    if shape is not None and is_holder(diagram, shape):
        return SMALLEST["container"]
    if isinstance(element, Participant) or (isinstance(element, FlowNode) and element.is_activity):
        return SMALLEST["task"]
    return None


def _at_least(bounds: Bounds, least: tuple[float, float]) -> Bounds:
    return Bounds(bounds.x, bounds.y, max(bounds.width, least[0]), max(bounds.height, least[1]))


def _around_content(diagram: Diagram, shape: Shape, wanted: Bounds) -> Bounds:
    inside = content_box(diagram, shape)
    if inside is None or not shape.bounds.encloses(inside):
        return wanted
    if isinstance(diagram.get(shape.shows), Participant):
        wide, high = (HEADER, 0.0) if shape.is_horizontal else (0.0, HEADER)
        inside = Bounds(inside.x - wide, inside.y - high, inside.width + wide, inside.height + high)
    return united((wanted, _with_room(inside, shape.bounds))) or wanted


def _with_room(inside: Bounds, around: Bounds) -> Bounds:
    """The content with some of the room that is around it now."""
    gaps = inside.x - around.x, inside.y - around.y, around.right - inside.right, around.bottom - inside.bottom
    left, top, right, bottom = (max(0.0, min(PADDING, gap)) for gap in gaps)
    return Bounds(inside.x - left, inside.y - top, inside.width + left + right, inside.height + top + bottom)


def _riders(diagram: Diagram, shape: Shape, box: Bounds) -> dict[str, Bounds]:
    events = [drawn_on(diagram, event.id, shape.parent) for event in diagram.boundary_events(shape.shows)]
    return {item.id: carried_along(item.bounds, shape.bounds, box) for item in events if isinstance(item, Shape)}


def _resize_lane(diagram: Diagram, tx: Transaction, shape: Shape, wanted: Bounds) -> None:
    """A border between two lanes moves for both; an outer border is that of what holds the lanes."""
    beside = sibling_lanes(diagram, shape.shows)
    at = [item.id for item in beside].index(shape.id)
    before, after = beside[at - 1 : at] if at else [], beside[at + 1 : at + 2]
    old = shape.bounds
    if shape.is_horizontal:
        low = _shared(before, "y", wanted.y)
        high = _shared(after, "bottom", wanted.bottom)
        inner = Bounds(old.x, low if before else old.y, old.width, 0)
        inner = inner._replace(height=(high if after else old.bottom) - inner.y)
        outer = wanted._replace(y=old.y if before else wanted.y)
        outer = outer._replace(height=(old.bottom if after else wanted.bottom) - outer.y)
    else:
        low, high = _shared(before, "x", wanted.x), _shared(after, "right", wanted.right)
        inner = Bounds(low if before else old.x, old.y, 0, old.height)
        inner = inner._replace(width=(high if after else old.right) - inner.x)
        outer = wanted._replace(x=old.x if before else wanted.x)
        outer = outer._replace(width=(old.right if after else wanted.right) - outer.x)
    for neighbour in (*before, *after):
        frame(diagram, tx, neighbour, _beside(neighbour.bounds, inner, shape.is_horizontal, neighbour in before))
    frame(diagram, tx, shape, inner)
    _stretch_holder(diagram, tx, shape.shows, old, outer)


def _shared(neighbours: list[Shape], edge: str, wanted: float) -> float:
    """Where a border may lie at most, so that the neighbour keeps its least size."""
    wide, high = SMALLEST["lane"]
    for neighbour in neighbours:
        box = neighbour.bounds
        limits = {"y": box.y + high, "bottom": box.bottom - high, "x": box.x + wide, "right": box.right - wide}
        return max(wanted, limits[edge]) if edge in ("y", "x") else min(wanted, limits[edge])
    return wanted


def _beside(neighbour: Bounds, lane: Bounds, horizontal: bool, comes_before: bool) -> Bounds:
    if horizontal and comes_before:
        return neighbour._replace(height=lane.y - neighbour.y)
    if horizontal:
        return neighbour._replace(y=lane.bottom, height=neighbour.bottom - lane.bottom)
    if comes_before:
        return neighbour._replace(width=lane.x - neighbour.x)
    return neighbour._replace(x=lane.right, width=neighbour.right - lane.right)


def _stretch_holder(diagram: Diagram, tx: Transaction, lane: str, old: Bounds, outer: Bounds) -> None:
    by = (outer.x - old.x, outer.y - old.y, outer.right - old.right, outer.bottom - old.bottom)
    holder = _holder(diagram, lane)
    if holder is None or not any(by):
        return
    box = holder.bounds
    stretched = Bounds(box.x + by[0], box.y + by[1], box.width + by[2] - by[0], box.height + by[3] - by[1])
    if isinstance(diagram.get(holder.shows), Lane):
        _resize_lane(diagram, tx, holder, stretched)
    else:
        frame(diagram, tx, holder, _around_content(diagram, holder, stretched))


def _holder(diagram: Diagram, lane: str) -> Shape | None:
    """The shape of the lane or pool that a lane divides."""
    lane_set = diagram.find(diagram[lane].parent, LaneSet)
    around = diagram.get(lane_set.parent) if lane_set is not None else None
    if isinstance(around, Lane):
        return diagram.shape(around.id)
    pool = diagram.participant(around.id) if around is not None else None
    return diagram.shape(pool.id) if pool is not None else None


def _reassign(diagram: Diagram, tx: Transaction, process: str) -> None:
    if process in diagram and any(True for _ in lanes_of(diagram, process)):
        assign(diagram, tx, [node.id for node in diagram.children(process, FlowNode)])
