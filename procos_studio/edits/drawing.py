"""Drawing: the shapes, edges and planes that show elements, made and taken away in step with them."""

from __future__ import annotations

from collections.abc import Iterable

from procos_studio.edits.refusing import known
from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import is_scope, scope_of
from procos_studio.model.geometry import Bounds
from procos_studio.model.lines import Points
from procos_studio.model.names import BPMNDI, clark
from procos_studio.model.records import (
    Collaboration,
    Drawing,
    Drawn,
    Edge,
    FlowNode,
    Lane,
    Participant,
    Plane,
    Shape,
    bounds_xml,
)
from procos_studio.model.transaction import Transaction

_SHAPE, _EDGE = clark(BPMNDI, "BPMNShape"), clark(BPMNDI, "BPMNEdge")


def draw_shape(diagram: Diagram, tx: Transaction, plane: str, key: str, bounds: Bounds, **attributes: str) -> Shape:
    """A new shape for an element."""
    made = Shape(_drawn_id(diagram, tx, key), _SHAPE, plane, {"bpmnElement": key, **attributes}, (bounds_xml(bounds),))
    return tx.add(made.with_attribute_map({"id": made.id}))


def draw_edge(diagram: Diagram, tx: Transaction, plane: str, key: str, points: Points) -> Edge:
    """A new edge for a flow."""
    made = Edge(_drawn_id(diagram, tx, key), _EDGE, plane, {"id": "", "bpmnElement": key}).with_waypoints(points)
    return tx.add(made.with_attribute_map({"id": made.id}))


def add_plane(diagram: Diagram, tx: Transaction, key: str) -> Plane:
    """A new page that shows the inside of a collapsed sub-process."""
    page = tx.create(clark(BPMNDI, "BPMNDiagram"), diagram.root.id, "BPMNDiagram")
    made = tx.create(clark(BPMNDI, "BPMNPlane"), page.id, "BPMNPlane", bpmnElement=key)
    return diagram.require(made.id, Plane)


def erase(diagram: Diagram, tx: Transaction, keys: Iterable[str]) -> None:
    """Take away whatever draws these elements, and the pages that show their inside."""
    gone: dict[str, None] = {}
    for key in keys:
        gone.update((item.id, None) for item in diagram.drawn(key))
        page = _page(diagram, key)
        if page:
            gone[page] = None
    inner = {key for key in gone if any(item.id in gone for item in diagram.ancestors(key))}
    outer = [key for key in gone if key not in inner]
    if outer:
        tx.remove(*outer)


def erase_page(diagram: Diagram, tx: Transaction, key: str) -> None:
    """Take away the page that shows the inside of an element."""
    page = _page(diagram, key)
    if page:
        tx.remove(page)


def _page(diagram: Diagram, key: str) -> str:
    """What to take away of the page that shows an element's inside: with its diagram, where that holds nothing else."""
    plane = diagram.plane_of(key)
    if plane is None:
        return ""
    page = diagram.find(plane.parent, Drawing)
    return page.id if page is not None and len(page.children) == 1 else plane.id


def plane_of_drawing(diagram: Diagram, key: str) -> Plane | None:
    """The plane on which an element is drawn."""
    found = next(iter(diagram.drawn(key)), None)
    return diagram.find(found.parent, Plane) if found else None


def plane_of_scope(diagram: Diagram, scope: str) -> Plane | None:
    """The plane on which what stands in a process or sub-process is drawn."""
    own = diagram.plane_of(scope)
    if own is not None:
        return own
    node = diagram.find(scope, FlowNode)
    if node is not None:
        shape = diagram.shape(scope)
        return diagram.find(shape.parent, Plane) if shape is not None and shape.is_expanded else None
    pool = diagram.participant(scope)
    if pool is not None:
        return plane_of_drawing(diagram, pool.id) or diagram.plane_of(pool.parent)
    return None


def known_plane(diagram: Diagram, key: str) -> Plane:
    """The plane of this key, or the one that shows the element of this key; Refused where there is none."""
    if diagram.find(key, Plane) is None and key in diagram:
        found = plane_of_scope(diagram, key) or diagram.plane_of(key)
        if found is not None:
            return found
    return known(diagram, key, Plane, "page")


def holder_at(diagram: Diagram, plane: Plane, bounds: Bounds, without: Iterable[str] = ()) -> str:
    """The key of the innermost pool, lane or open sub-process around the middle of a box; else what the plane shows."""
    left_out, best = set(without), (float("inf"), plane.shows)
    center = bounds.center
    for shape in diagram.shapes_near(plane.id, Bounds(center.x, center.y, 0, 0)):
        box = shape.bounds
        if not is_holder(diagram, shape) or box.width * box.height > best[0]:
            continue
        if not left_out & {shape.shows, *(item.id for item in diagram.ancestors(shape.shows))}:
            best = (box.width * box.height, shape.shows)
    return best[1]


def is_holder(diagram: Diagram, shape: Shape) -> bool:
    """Whether blocks can be dropped into what a shape shows."""
    element = diagram.get(shape.shows)
    if isinstance(element, FlowNode):
        return element.is_container and shape.is_expanded
    return isinstance(element, (Participant, Lane))


def scope_for(diagram: Diagram, holder: str) -> str:
    """What becomes the parent of elements put into a holder: the process of a pool or lane, a collaboration, itself."""
    element = diagram.get(holder)
    if isinstance(element, Participant):
        return element.process or element.parent
    if isinstance(element, Collaboration) or is_scope(element):
        return holder
    return scope_of(diagram, holder)


def drawn_on(diagram: Diagram, key: str, plane: str) -> Drawn | None:
    """What draws an element on a plane."""
    return next((item for item in diagram.drawn(key) if item.parent == plane), None)


def _drawn_id(diagram: Diagram, tx: Transaction, key: str) -> str:
    wished = f"{key}_di"
    return wished if wished not in diagram else tx.new_id(wished)
