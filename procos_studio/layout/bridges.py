"""Bridges: message flows, associations and whatever else the columns did not draw."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.layout.picture import Picture
from procos_studio.layout.turning import turned_box, turned_point
from procos_studio.layout.view import View, is_drawable
from procos_studio.layout.wiring import Board, Dock, wired
from procos_studio.model.elements import Element
from procos_studio.model.ends import ends_of, pool_of
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.lines import Points, at, length
from procos_studio.model.records import (
    Artifact,
    Association,
    DataAssociation,
    DataElement,
    Flow,
    FlowNode,
    Lane,
    MessageFlow,
    Participant,
)
from procos_studio.model.routing import route

_STEP = 16.0
_CORNER = 12.0
_SIDE_PRICE = {True: (90.0, 0.0, 90.0, 0.0), False: (0.0, 30.0, 0.0, 30.0)}
"""What docking right, below, left and above costs: message flows and associations go up and down, others across."""


def bridge(view: View, picture: Picture) -> None:
    """Add a line for every flow that has none and whose two ends are in the picture, short ones first."""
    waiting = [flow for flow in view.diagram.all(Flow) if _lacks(view, picture, flow)]
    if not waiting:
        return
    waiting.sort(key=lambda flow: (_turn(flow), _span(picture, flow), flow.id))
    board = _board(view, picture)
    for flow in waiting:
        ends = ends_of(flow)
        source, target = _box(picture, ends.source), _box(picture, ends.target)
        if source is None or target is None:
            continue
        line = _direct(view, flow, source, target) or _routed(view, board, flow, source, target)
        picture.lines[flow.id] = line
        board.add_line(line)


def _lacks(view: View, picture: Picture, flow: Flow) -> bool:
    return flow.id not in picture.lines and view.has(flow) and is_drawable(view.diagram, flow)


def _turn(flow: Flow) -> int:
    """Associations with flows come last, since these must be there first."""
    return 0 if isinstance(flow, MessageFlow) else 2 if isinstance(flow, (Association, DataAssociation)) else 1


def _span(picture: Picture, flow: Flow) -> float:
    ends = ends_of(flow)
    source, target = _box(picture, ends.source), _box(picture, ends.target)
    if source is None or target is None:
        return 0.0
    return abs(source.center.x - target.center.x) + abs(source.center.y - target.center.y)


def _box(picture: Picture, key: str) -> Bounds | None:
    """The bounds of a shape, or a spot in the middle of a line."""
    if key in picture.boxes:
        return picture.boxes[key]
    line = picture.lines.get(key)
    if line is None:
        return None
    middle = at(line, length(line) / 2)
    return Bounds(middle.x, middle.y, 0, 0)


def _board(view: View, picture: Picture) -> Board:
    """All boxes but pools, lanes and groups that hold others."""
    board = Board()
    for key, box in picture.boxes.items():
        element = view.diagram[key]
        if isinstance(element, FlowNode) or not holds(view, picture, element):
            board.boxes.append(box)
    for line in picture.lines.values():
        board.add_line(line)
    return board


def holds(view: View, picture: Picture, element: Element) -> bool:
    """Whether the picture shows something inside an element."""
    if isinstance(element, Participant):
        return any(child in picture.boxes for child in _below(view, element.process))
    if isinstance(element, Lane):
        return True
    if element.kind == "group":
        return True
    return isinstance(element, FlowNode) and any(child in picture.boxes for child in element.children)


def _below(view: View, process: str) -> tuple[str, ...]:
    found = view.diagram.get(process)
    return found.children if found is not None else ()


def _direct(view: View, flow: Flow, source: Bounds, target: Bounds) -> Points | None:
    """A straight line down or up between an artifact and the block that it stands above."""
    if not isinstance(flow, (Association, DataAssociation)):
        return None
    ends = ends_of(flow)
    for artifact, block, is_forward in ((source, target, True), (target, source, False)):
        key = ends.source if is_forward else ends.target
        if not isinstance(view.diagram.get(key), (DataElement, Artifact)) or not block.width:
            continue
        gap = block.y - artifact.bottom
        x = artifact.center.x
        if 0 < gap < 40 and block.x + 4 < x < block.right - 4:
            line = (Point(x, artifact.bottom), Point(x, _top_at(view, ends, is_forward, block, x)))
            return line if is_forward else line[::-1]
    return None


def _top_at(view: View, ends: tuple[str, str], is_forward: bool, block: Bounds, x: float) -> float:
    """The y of the upper border at x: lower at the sides of a circle or diamond."""
    node = view.diagram.find(ends[1] if is_forward else ends[0], FlowNode)
    off = abs(x - block.center.x)
    if node is None or node.is_activity:
        return block.y
    half = block.width / 2
    rise = half - off if node.is_gateway else max(0.0, half**2 - off**2) ** 0.5
    return block.center.y - rise


def _routed(view: View, board: Board, flow: Flow, source: Bounds, target: Bounds) -> Points:
    ends = ends_of(flow)
    upright = isinstance(flow, (MessageFlow, Association, DataAssociation))
    across = isinstance(flow, MessageFlow) and _stand(view, flow)
    starts = list(_docks(view, ends.source, source, target, upright, across))
    goals = list(_docks(view, ends.target, target, source, upright, across))
    found = wired(board, starts, goals, (source, target))
    return found or route(source, target, board.boxes)


def _stand(view: View, flow: Flow) -> bool:
    """Whether the pools between which a message goes stand side by side."""
    pools = {pool_of(view.diagram, end) for end in ends_of(flow)}
    return any(pool in view.standing for pool in pools)


def _docks(view: View, key: str, box: Bounds, other: Bounds, upright: bool, across: bool) -> Iterator[Dock]:
    """Where a line may touch a shape; between pools that stand, all is mirrored at the diagonal."""
    if not across:
        yield from _docks_of(view, key, box, other, upright)
        return
    for dock in _docks_of(view, key, turned_box(box), turned_box(other), upright):
        yield Dock(turned_point(dock.point), dock.direction ^ 1, dock.price)


def _docks_of(view: View, key: str, box: Bounds, other: Bounds, upright: bool) -> Iterator[Dock]:
    """A box along its sides, others at corners, a pool all along its top and bottom."""
    prices = _SIDE_PRICE[upright]
    element = view.diagram.get(key)
    if not box.width:
        yield from (Dock(box.center, direction, 0.0) for direction in range(4))
        return
    node = element if isinstance(element, FlowNode) else None
    offs: tuple[float, ...] = (0.0,)
    if isinstance(element, Participant):
        offs = _along(box, other)
    elif node is None or node.is_activity:
        offs = (0.0, -_STEP, _STEP, -2 * _STEP, 2 * _STEP)
    centre = box.center
    for off in offs:
        price = 0.0 if isinstance(element, Participant) else abs(off) / 2
        if abs(off) <= box.width / 2 - _CORNER or not off:
            yield Dock(Point(centre.x + off, box.y), 3, prices[3] + price)
            yield Dock(Point(centre.x + off, box.bottom), 1, prices[1] + price)
        if isinstance(element, Participant):
            continue
        if abs(off) <= box.height / 2 - _CORNER or not off:
            yield Dock(Point(box.right, centre.y + off), 0, prices[0] + price)
            yield Dock(Point(box.x, centre.y + off), 2, prices[2] + price)


def _along(box: Bounds, other: Bounds) -> tuple[float, ...]:
    """Offsets from a pool's middle at which a line straight from the other end would meet it."""
    middle = min(max(other.center.x, box.x + _CORNER), box.right - _CORNER) - box.center.x
    steps = range(-4, 5) if other.width else range(1)
    return tuple(middle + step * _STEP for step in steps)
