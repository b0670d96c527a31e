"""Tidy: lays a plane out anew, or a selection on it; one edit, and the same drawing always gives the same result."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from statistics import median_low

from procos_studio.layout import compose
from procos_studio.layout.bands import HEADER
from procos_studio.layout.bridges import bridge
from procos_studio.layout.finish import finished
from procos_studio.layout.groups import frame
from procos_studio.layout.interchange import write
from procos_studio.layout.labels import label
from procos_studio.layout.pages import is_frame, roots
from procos_studio.layout.picture import Picture
from procos_studio.layout.settling import Ground, corner_way, hit_labels, hit_lines, inside_of, settled, unsettled
from procos_studio.layout.sizes import outer_name, to_grid
from procos_studio.layout.view import View
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.ends import flows_at, scope_of
from procos_studio.model.geometry import Bounds, united
from procos_studio.model.records import Collaboration, DataElement, Edge, Flow, FlowNode, Plane, Shape

_STACK_GAP = 80.0
_ROOM = 16.0


@dataclass(frozen=True)
class Tidied:
    """How a plane is to look, what the edit is called, and which nodes it moves."""

    plane: str
    label: str
    picture: Picture
    moved: tuple[str, ...]


def tidy(diagram: Diagram, plane: str, keys: Collection[str] | None = None) -> tuple[str, ...]:
    """Lay out everything drawn on the plane, or only the nodes among `keys` that stand side by side; the moved nodes.

    Blocks keep their sizes and what is above stays above. A whole plane moves as little as its new order allows; a
    selection keeps its upper left corner, or its middle where that covers less of what stays. KeyError for no plane.
    """
    return take_over(diagram, tidied(diagram, plane, keys))


def tidied(diagram: Diagram, plane: str, keys: Collection[str] | None = None) -> Tidied:
    """What `tidy` would do, which may take seconds; nothing is changed. KeyError for no plane."""
    page = _Page.of(diagram, diagram.require(plane, Plane))
    before = dict(page.boxes)
    if keys is None:
        picture, label_text = _whole(page), "Tidy the diagram"
    else:
        chosen = _groups(page, keys)
        picture, label_text = _selection(page, chosen), f"Tidy {sum(len(group) for group in chosen)} blocks"
    moved = tuple(key for key, box in picture.boxes.items() if before.get(key) != box)
    return Tidied(plane, label_text, picture, moved)


def take_over(diagram: Diagram, found: Tidied) -> tuple[str, ...]:
    """Let a diagram, which must be as it was when this was found, look so; the moved nodes."""
    if not found.picture.boxes:
        return ()
    with diagram.edit(found.label) as tx:
        write(diagram, tx, found.plane, found.picture, frozenset())
    return found.moved


@dataclass(frozen=True)
class _Page:
    """What is drawn on a plane now, by element."""

    diagram: Diagram
    shows: str
    boxes: dict[str, Bounds]
    lines: frozenset[str]
    drawn: Picture
    standing: frozenset[str]

    @classmethod
    def of(cls, diagram: Diagram, plane: Plane) -> _Page:
        """The page of a plane; drawings of what does not exist are left out."""
        shapes = [item for item in diagram.children(plane.id, Shape) if item.shows in diagram]
        edges = [item for item in diagram.children(plane.id, Edge) if item.shows in diagram]
        boxes = {item.shows: item.bounds for item in shapes}
        drawn = Picture(dict(boxes), {item.shows: item.waypoints for item in edges if len(item.waypoints) > 1})
        drawn.labels.update({item.shows: item.label_bounds for item in (*shapes, *edges) if item.label_bounds})
        standing = frozenset(item.shows for item in shapes if not item.is_horizontal)
        return cls(diagram, plane.shows, boxes, frozenset(item.shows for item in edges), drawn, standing)

    def view(self, chosen: Collection[str] | None = None) -> View:
        """The view of all that is drawn here, or of the chosen elements and all inside them."""
        return View(
            self.diagram,
            lambda element: self._has(element, chosen),
            lambda node: any(child in self.boxes for child in node.children),
            {key: (box.width, box.height) for key, box in self.boxes.items()},
            {key: box.center for key, box in self.boxes.items()},
            self.drawn.lines,
            self.standing,
        )

    def _has(self, element: Element, chosen: Collection[str] | None) -> bool:
        if element.id not in self.boxes and element.id not in self.lines:
            return False
        if chosen is None or element.id in chosen:
            return True
        if element.id in self.lines:
            return True
        return any(above.id in chosen for above in self.diagram.ancestors(element.id))


def _whole(page: _Page) -> Picture:
    view = page.view()
    picture = Picture()
    for root in roots(page.diagram, page.shows, page.boxes):
        composing = compose.collaboration if isinstance(page.diagram[root], Collaboration) else compose.inside
        part = composing(view, root)
        down = picture.extent.bottom + _STACK_GAP if picture.boxes else 0.0
        picture.add(part.moved(0.0, to_grid(down)))
    if not picture.boxes:
        return picture
    dx, dy = _least_way(page, picture)
    picture = picture.moved(dx, dy)
    frame(view, picture, page.boxes)
    return finished(view, picture)


def _least_way(page: _Page, picture: Picture) -> tuple[float, float]:
    """The displacement on the grid after which most nodes are where they were."""
    nodes = [key for key in picture.boxes if key in page.boxes and isinstance(page.diagram[key], FlowNode)]
    moves = [
        (page.boxes[key].center.x - picture.boxes[key].center.x, page.boxes[key].center.y - picture.boxes[key].center.y)
        for key in nodes or picture.boxes
        if key in page.boxes
    ]
    if not moves:
        return 0.0, 0.0
    return to_grid(median_low([dx for dx, _ in moves])), to_grid(median_low([dy for _, dy in moves]))


def _groups(page: _Page, keys: Iterable[str]) -> list[list[str]]:
    """The chosen nodes by scope and lane, without those inside another and boundary events; only groups of several."""
    diagram = page.diagram
    chosen = [key for key in keys if key in page.boxes and isinstance(diagram[key], (FlowNode, DataElement))]
    outer = [key for key in chosen if not any(above.id in chosen for above in diagram.ancestors(key))]
    groups: dict[tuple[str, str], list[str]] = {}
    for key in outer:
        node = diagram.find(key, FlowNode)
        if node is not None and node.attached_to:
            continue
        lane = next((lane.id for lane in diagram.lanes(key) if lane.id in page.boxes), "")
        groups.setdefault((scope_of(diagram, key), lane), []).append(key)
    return [group for group in groups.values() if len(group) > 1]


def _selection(page: _Page, groups: list[list[str]]) -> Picture:
    """The chosen groups laid out where they are, and the lines that touch them drawn anew."""
    made = Picture()
    for group in groups:
        riders = [event.id for key in group for event in page.diagram.boundary_events(key)]
        chosen = frozenset((*group, *riders))
        part = compose.inside(page.view(chosen), scope_of(page.diagram, group[0]))
        made.add(_put(page, part, made, group[0]))
    if not made.boxes:
        return made
    return _joined(page, made)


def _put(page: _Page, part: Picture, made: Picture, home: str) -> Picture:
    """The part at its old upper left corner, or else near; where it would lie on something all around, as it was."""
    was = united(page.boxes[key] for key in part.boxes if key in page.boxes)
    if was is None:
        return part
    others = {**page.boxes, **made.boxes}
    around = {item.id for key in part.boxes for item in page.diagram.ancestors(key)}
    boxes = [
        box
        for key, box in others.items()
        if key not in part.boxes and key not in around and not _is_open_frame(page.diagram[key])
    ]
    own = {flow.id for key in part.boxes for flow in flows_at(page.diagram, key)}
    lines = [line for key, line in page.drawn.lines.items() if key not in own]
    ground = Ground.of(boxes, lines, _room(page, home, part))
    way, covered = settled(ground, part, corner_way(part, was))
    kept = Picture({key: page.boxes[key] for key in part.boxes if key in page.boxes})
    tops = [box for key, box in kept.boxes.items() if not kept.boxes.keys() & _above(page, key)]
    return kept if covered and unsettled(ground, tops) <= covered else part.moved(*way)


def _above(page: _Page, key: str) -> set[str]:
    """What an element is inside of, or rides on."""
    node = page.diagram.find(key, FlowNode)
    host = {node.attached_to} if node is not None and node.attached_to else set[str]()
    return host | {item.id for item in page.diagram.ancestors(key)}


def _is_open_frame(element: Element) -> bool:
    return is_frame(element) or element.kind == "group"


def _room(page: _Page, home: str, part: Picture) -> Bounds | None:
    """The inside of the lane, sub-process or pool in which a part stands."""
    diagram = page.diagram
    lane = next((lane.id for lane in diagram.lanes(home) if lane.id in page.boxes), "")
    scope = scope_of(diagram, home)
    pool = diagram.participant(scope)
    frame_key = next((key for key in (lane, scope, pool.id if pool is not None else "") if key in page.boxes), "")
    if not frame_key or frame_key in part.boxes:
        return None
    if not is_frame(diagram[frame_key]):
        return inside_of(page.boxes[frame_key], (0.0, _ROOM), _ROOM)
    header = (0.0, HEADER) if frame_key in page.standing else (HEADER, 0.0)
    return inside_of(page.boxes[frame_key], header, 0.0)


def _joined(page: _Page, made: Picture) -> Picture:
    """What is new: the boxes, the lines between them, those to what stayed, and those that now run through a box."""
    touched = {flow.id for key in made.boxes for flow in flows_at(page.diagram, key)} & page.lines
    others = {key: line for key, line in page.drawn.lines.items() if key not in touched}
    moved = [box for key, box in made.boxes.items() if page.boxes.get(key) != box]
    touched |= hit_lines(others, moved)
    whole = Picture(dict(page.drawn.boxes), dict(page.drawn.lines), dict(page.drawn.labels))
    for key in (*made.boxes, *touched):
        whole.lines.pop(key, None)
        whole.labels.pop(key, None)
    whole.add(made)
    view = page.view()
    bridge(view, whole)
    fresh = [line for key, line in whole.lines.items() if key in touched]
    named = {key: box for key, box in whole.labels.items() if _is_named_outside(page.diagram[key])}
    renamed = {*made.boxes, *touched, *hit_labels(named, moved, fresh)}
    for key in renamed:
        whole.labels.pop(key, None)
    label(view, whole, renamed)
    return Picture(
        {key: box for key, box in whole.boxes.items() if key in renamed},
        {key: line for key, line in whole.lines.items() if key in renamed},
        {key: box for key, box in whole.labels.items() if key in renamed},
    )


def _is_named_outside(element: Element) -> bool:
    return isinstance(element, Flow) or bool(outer_name(element))
