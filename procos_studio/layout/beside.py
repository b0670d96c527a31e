"""Beside: draws what is missing on a plane that shows something already, and moves nothing that is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from procos_studio.layout import compose
from procos_studio.layout.bands import HEADER
from procos_studio.layout.bridges import bridge
from procos_studio.layout.compose import TITLE
from procos_studio.layout.groups import frame
from procos_studio.layout.labels import label
from procos_studio.layout.level import artifacts
from procos_studio.layout.pages import is_drawn, roots
from procos_studio.layout.picture import Picture
from procos_studio.layout.sizes import EVENT, to_grid
from procos_studio.layout.spots import Site, lane_of, spot
from procos_studio.layout.view import View
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.geometry import Bounds, united
from procos_studio.model.records import (
    Association,
    Collaboration,
    Edge,
    Flow,
    FlowNode,
    Participant,
    Plane,
    Process,
    SequenceFlow,
    Shape,
)
from procos_studio.networks import nx

_BELOW = 40.0
_ROOM = 16.0
_FRAME = 30.0
_SEAT = 44.0


@dataclass
class Beside:
    """What a plane shows, and what is added to it. `own` are processes whose pool has no room for them."""

    diagram: Diagram
    plane: Plane
    opens: Callable[[FlowNode], bool]
    there: Picture = field(default_factory=Picture)
    added: Picture = field(default_factory=Picture)
    own: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for shape in self.diagram.children(self.plane.id, Shape):
            if shape.shows in self.diagram and shape.bounds.width > 0:
                self.there.boxes[shape.shows] = shape.bounds
                if shape.label_bounds is not None:
                    self.there.labels[shape.shows] = shape.label_bounds
        for edge in self.diagram.children(self.plane.id, Edge):
            if edge.shows in self.diagram and len(edge.waypoints) > 1:
                self.there.lines[edge.shows] = edge.waypoints
                if edge.label_bounds is not None:
                    self.there.labels[edge.shows] = edge.label_bounds

    @property
    def boxes(self) -> dict[str, Bounds]:
        """All shapes, those there and those added."""
        return {**self.there.boxes, **self.added.boxes}

    def box(self, key: str) -> Bounds | None:
        """The bounds of a shape that is there or was added."""
        return self.added.boxes.get(key) or self.there.boxes.get(key)

    @property
    def site(self) -> Site:
        """What stands in the way of more."""
        return Site(self.diagram, self.boxes, self.there.lines)


def complete(diagram: Diagram, plane: Plane, opens: Callable[[FlowNode], bool]) -> Beside:
    """The additions to a plane: pools below, nodes near what they are joined to, boundary events, then lines."""
    beside = Beside(diagram, plane, opens)
    _add_pools(beside)
    _frame_nodes(beside)
    for holder in _holders(beside):
        _add_riders(beside, holder)
        for group in _groups(beside, holder):
            _add_group(beside, holder, group)
    whole = Picture(beside.boxes, dict(beside.there.lines), dict(beside.there.labels))
    whole.lines.update(beside.added.lines)
    view = View(diagram, lambda element: not is_drawn(diagram, element), opens)
    frame(view, whole, {})
    bridge(view, whole)
    known = {*beside.there.boxes, *beside.there.lines}
    fresh = {key for key in (*whole.boxes, *whole.lines) if key not in known}
    label(view, whole, fresh)
    beside.added = Picture(
        {key: box for key, box in whole.boxes.items() if key in fresh},
        {key: line for key, line in whole.lines.items() if key in fresh},
        {key: box for key, box in whole.labels.items() if key in fresh},
    )
    return beside


def _view(beside: Beside, chosen: frozenset[str]) -> View:
    """What is chosen, with all that is inside."""
    diagram = beside.diagram

    def has(element: Element) -> bool:
        if isinstance(element, Flow):
            return not is_drawn(diagram, element)
        return element.id in chosen or any(above.id in chosen for above in diagram.ancestors(element.id))

    return View(diagram, has, beside.opens)


def _add_pools(beside: Beside) -> None:
    """Pools whose nodes stand here already go round them, others below everything."""
    diagram = beside.diagram
    for root in roots(diagram, beside.plane.shows, beside.there.boxes):
        if not isinstance(diagram[root], Collaboration):
            continue
        lacking = [pool for pool in diagram.children(root, Participant) if not is_drawn(diagram, pool)]
        for pool in lacking:
            if _is_shown(diagram, pool.process):
                _frame_pool(beside, pool)
        below = [pool for pool in lacking if pool.id not in beside.added.boxes]
        if below:
            chosen = frozenset(key for pool in below for key in (pool.id, pool.process))
            picture = compose.collaboration(_view(beside, chosen), root)
            extent, now = beside.there.extent, picture.extent
            beside.added.add(picture.moved(extent.x - now.x, to_grid(extent.bottom + _BELOW) - now.y))


def _frame_pool(beside: Beside, pool: Participant) -> None:
    inside = [node.id for node in beside.diagram.walk(pool.process) if node.id in beside.there.boxes]
    content = united(beside.there.boxes[key] for key in inside)
    if content is not None:
        box = content.grown(_FRAME)
        beside.added.boxes[pool.id] = Bounds(box.x - HEADER, box.y, box.width + HEADER, box.height)


def _frame_nodes(beside: Beside) -> None:
    """Sub-processes whose nodes stand here already go round them, the inner ones first."""
    for node in reversed(list(beside.diagram.walk())):
        if isinstance(node, FlowNode) and node.is_container and not is_drawn(beside.diagram, node):
            boxes = beside.boxes
            content = united(boxes[child] for child in node.children if child in boxes)
            if content is not None:
                box = content.grown(_FRAME)
                beside.added.boxes[node.id] = Bounds(box.x, box.y - TITLE, box.width, box.height + TITLE)


def _is_shown(diagram: Diagram, process: str) -> bool:
    found = diagram.find(process, Process)
    return found is not None and any(is_drawn(diagram, node) for node in diagram.children(process, FlowNode))


def _holders(beside: Beside) -> Iterator[str]:
    """The process or processes and the open sub-processes that the plane shows, the outer ones first."""
    diagram = beside.diagram
    waiting: list[str] = []
    for root in roots(diagram, beside.plane.shows, beside.there.boxes):
        if isinstance(diagram[root], Collaboration):
            pools = diagram.children(root, Participant)
            there = (pool for pool in pools if pool.id in beside.there.boxes or _is_shown(diagram, pool.process))
            waiting += [pool.process for pool in there if pool.process in diagram]
        else:
            waiting.append(root)
    while waiting:
        holder = waiting.pop(0)
        if _has_no_room(beside, holder):
            beside.own.append(holder)
            continue
        yield holder
        for node in diagram.children(holder, FlowNode):
            if node.is_container and beside.box(node.id) and _shows_inside(beside, node):
                waiting.append(node.id)


def _shows_inside(beside: Beside, node: FlowNode) -> bool:
    shape = next((item for item in beside.diagram.children(beside.plane.id, Shape) if item.shows == node.id), None)
    return any(child in beside.there.boxes for child in node.children) or (shape is not None and shape.is_expanded)


def _has_no_room(beside: Beside, holder: str) -> bool:
    """Whether a pool or sub-process shows nothing of its nodes and is too small for them."""
    diagram = beside.diagram
    pool = diagram.participant(holder)
    box = beside.there.boxes.get(pool.id if pool is not None else holder)
    nodes = diagram.children(holder, FlowNode)
    if box is None or not nodes or any(is_drawn(diagram, node) for node in nodes):
        return False
    extent = compose.inside(_view(beside, frozenset([holder])), holder).extent
    return extent.width + 2 * _ROOM > box.width or extent.height + 2 * _ROOM > box.height


def _add_riders(beside: Beside, holder: str) -> None:
    """Boundary events of activities that are there, on the first free seats of the lower border."""
    for node in beside.diagram.children(holder, FlowNode):
        host = beside.box(node.attached_to)
        if host is None or is_drawn(beside.diagram, node) or node.id in beside.added.boxes:
            continue
        taken = [
            beside.boxes[event.id]
            for event in beside.diagram.boundary_events(node.attached_to)
            if event.id in beside.boxes
        ]
        count = max(1, int(host.width // _SEAT))
        first = host.center.x - (count - 1) * _SEAT / 2
        seats = [
            Bounds(first + number * _SEAT - EVENT[0] / 2, y - EVENT[1] / 2, *EVENT)
            for y in (host.bottom, host.y)
            for number in reversed(range(count))
        ]
        free = [seat for seat in seats if not any(seat.intersects(box) for box in taken)]
        beside.added.boxes[node.id] = (free or seats)[0]


def _groups(beside: Beside, holder: str) -> list[list[str]]:
    """What a holder lacks, by lane, in connected groups; artifacts go with what they are joined to."""
    diagram = beside.diagram
    nodes: list[Element] = [
        node
        for node in diagram.children(holder, FlowNode)
        if not is_drawn(diagram, node) and node.id not in beside.added.boxes
    ]
    nodes += [item for item in artifacts(_view(beside, frozenset([holder])), holder) if not is_drawn(diagram, item)]
    lacking = {node.id for node in nodes}
    site = beside.site
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(node.id for node in nodes)
    for node in nodes:
        if isinstance(node, FlowNode) and node.attached_to in lacking:
            graph.add_edge(node.id, node.attached_to)
    for kind in (SequenceFlow, Association):
        for flow in diagram.children(holder, kind):
            same = lane_of(site, flow.source) == lane_of(site, flow.target)
            if flow.source in lacking and flow.target in lacking and same:
                graph.add_edge(flow.source, flow.target)
    order = {node.id: number for number, node in enumerate(nodes)}
    parts = [sorted(part, key=order.__getitem__) for part in nx.connected_components(graph)]
    return sorted(parts, key=lambda part: order[part[0]])


def _add_group(beside: Beside, holder: str, group: list[str]) -> None:
    part = compose.inside(_view(beside, frozenset(group)), holder)
    extent = united(part.boxes.values())
    if extent is None:
        return
    x, y = spot(beside.site, holder, group, extent)
    beside.added.add(part.moved(x - extent.x, y - extent.y))
