"""Framing: the borders of pools, lanes and open sub-processes, which share sides and hold what is inside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from procos_studio.edits.displacing import settle
from procos_studio.edits.drawing import drawn_on, is_holder
from procos_studio.model.diagram import Diagram
from procos_studio.model.docking import Side
from procos_studio.model.geometry import Bounds, united
from procos_studio.model.records import FlowNode, Lane, LaneSet, Participant, Shape
from procos_studio.model.transaction import Transaction

HEADER = 30.0
"""How wide the name of a pool or lane is along its side."""
PADDING = 20.0
"""How near to the border of a container its content may come before the border gives way."""
_TINY = 60.0


def frame(diagram: Diagram, tx: Transaction, shape: Shape, bounds: Bounds) -> None:
    """Give a pool, lane or sub-process other borders; the lanes inside share in what their sides gain or lose."""
    placed: dict[str, Bounds] = {}
    _spread(diagram, shape, bounds, placed)
    settle(diagram, tx, {**placed, **_moved_riders(diagram, shape, bounds)})


def content_box(diagram: Diagram, shape: Shape) -> Bounds | None:
    """The box around the steps, data and artifacts that stand inside a container on its plane."""
    inside = (drawn_on(diagram, key, shape.parent) for key in _content(diagram, shape.shows))
    return united(item.bounds for item in inside if isinstance(item, Shape))


def sibling_lanes(diagram: Diagram, lane: str) -> list[Shape]:
    """The shapes of the lanes beside a lane and its own, from the first to the last across."""
    element = diagram.get(lane)
    beside = diagram.children(element.parent, Lane) if element is not None and element.parent in diagram else ()
    shapes = [shape for shape in (diagram.shape(item.id) for item in beside) if shape is not None]
    return _across(shapes)


def lane_shapes(diagram: Diagram, holder: str) -> list[Shape]:
    """The shapes of the lanes that divide a pool or a lane, from the first to the last across."""
    element = diagram.get(holder)
    owner = element.process if isinstance(element, Participant) else holder
    if owner not in diagram:
        return []
    lanes = [lane for lane_set in diagram.children(owner, LaneSet) for lane in diagram.children(lane_set.id, Lane)]
    return _across([shape for shape in (diagram.shape(lane.id) for lane in lanes) if shape is not None])


def grow(diagram: Diagram, tx: Transaction, keys: Iterable[str]) -> None:
    """Let every container around these elements give way so far that they stand inside it."""
    around: dict[str, list[str]] = {}
    for key in keys:
        scope = diagram[key].parent
        if scope not in around:
            around[scope] = _holders(diagram, key)
        for holder in around[scope]:
            inner, outer = diagram.shape(key), diagram.shape(holder)
            if inner is None or outer is None or inner.parent != outer.parent:
                continue
            room = _room(outer.bounds, diagram[holder], outer)
            if not room.encloses(inner.bounds):
                missing = inner.bounds.grown(PADDING)
                frame(diagram, tx, outer, _stretched(outer.bounds, room, missing))
            key = holder


def _holders(diagram: Diagram, key: str) -> list[str]:
    """The open sub-processes around an element, and its pool, the nearest first."""
    found: list[str] = []
    for item in diagram.ancestors(key):
        shape = diagram.shape(item.id)
        if isinstance(item, FlowNode) and shape is not None and is_holder(diagram, shape):
            found.append(item.id)
        elif isinstance(item, FlowNode):
            return found
        pool = diagram.participant(item.id)
        if pool is not None:
            found.append(pool.id)
    return found


def _room(bounds: Bounds, holder: object, shape: Shape) -> Bounds:
    """What a container has inside for content to stand in."""
    if isinstance(holder, Participant) and shape.is_horizontal:
        return Bounds(bounds.x + HEADER, bounds.y, bounds.width - HEADER, bounds.height)
    if isinstance(holder, Participant):
        return Bounds(bounds.x, bounds.y + HEADER, bounds.width, bounds.height - HEADER)
    return bounds


def _stretched(bounds: Bounds, room: Bounds, missing: Bounds) -> Bounds:
    left, top = min(missing.x - room.x, 0.0), min(missing.y - room.y, 0.0)
    right, bottom = max(missing.right - room.right, 0.0), max(missing.bottom - room.bottom, 0.0)
    return Bounds(bounds.x + left, bounds.y + top, bounds.width + right - left, bounds.height + bottom - top)


def _spread(diagram: Diagram, shape: Shape, bounds: Bounds, placed: dict[str, Bounds]) -> None:
    """New bounds for a container and its lanes: along they follow both ends, across the outermost take the change."""
    placed[shape.id] = bounds
    old = shape.bounds
    by = (bounds.x - old.x, bounds.y - old.y, bounds.right - old.right, bounds.bottom - old.bottom)
    lanes = lane_shapes(diagram, shape.shows)
    for number, lane in enumerate(lanes):
        first, last = number == 0, number == len(lanes) - 1
        left, top, right, bottom = by
        if lane.is_horizontal:
            top, bottom = top if first else 0.0, bottom if last else 0.0
        else:
            left, right = left if first else 0.0, right if last else 0.0
        box = lane.bounds
        wide, high = max(box.width + right - left, _TINY), max(box.height + bottom - top, _TINY)
        _spread(diagram, lane, Bounds(box.x + left, box.y + top, wide, high), placed)


def _moved_riders(diagram: Diagram, shape: Shape, bounds: Bounds) -> Mapping[str, Bounds]:
    """Boundary events keep their place along the border of a sub-process that changes its size."""
    moved: dict[str, Bounds] = {}
    old = shape.bounds
    for event in diagram.boundary_events(shape.shows):
        drawn = drawn_on(diagram, event.id, shape.parent)
        if isinstance(drawn, Shape):
            moved[drawn.id] = carried_along(drawn.bounds, old, bounds)
    return moved


def carried_along(event: Bounds, old: Bounds, new: Bounds) -> Bounds:
    """A boundary event at the same share of the same side."""
    x, y = event.center
    share_x = (x - old.x) / old.width if old.width else 0.5
    share_y = (y - old.y) / old.height if old.height else 0.5
    here = new.x + share_x * new.width, new.y + share_y * new.height
    return event.moved(round(here[0] - x, 3), round(here[1] - y, 3))


def on_border(event: Bounds, host: Bounds) -> Bounds:
    """A boundary event with its middle on the nearest point of its host's border."""
    x, y = event.center
    x, y = min(max(x, host.x), host.right), min(max(y, host.y), host.bottom)
    gaps = {Side.BOTTOM: host.bottom - y, Side.TOP: y - host.y, Side.RIGHT: host.right - x, Side.LEFT: x - host.x}
    side = min(gaps, key=lambda item: gaps[item])
    dx, dy = side.value
    x, y = x + dx * gaps[side], y + dy * gaps[side]
    return Bounds(x - event.width / 2, y - event.height / 2, event.width, event.height)


def _content(diagram: Diagram, holder: str) -> Iterable[str]:
    element = diagram.get(holder)
    scope = element.process if isinstance(element, Participant) else holder
    if scope not in diagram:
        return ()
    return (item.id for item in diagram.walk(scope) if not isinstance(item, (Lane, Participant)) and item.id != holder)


def _across(shapes: list[Shape]) -> list[Shape]:
    return sorted(shapes, key=lambda shape: shape.bounds.y if shape.is_horizontal else shape.bounds.x)
