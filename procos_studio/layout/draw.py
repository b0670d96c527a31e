"""Draw: gives a drawing to whatever a file leaves undrawn; what is drawn already stays where it is."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.layout import compose
from procos_studio.layout.beginning import with_page
from procos_studio.layout.beside import complete
from procos_studio.layout.finish import finished
from procos_studio.layout.groups import frame
from procos_studio.layout.interchange import new_plane, write
from procos_studio.layout.naming import give_ids
from procos_studio.layout.pages import is_drawn
from procos_studio.layout.view import View, has_own_id, is_drawable
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.ends import ends_of
from procos_studio.model.records import (
    Artifact,
    Collaboration,
    DataElement,
    Flow,
    FlowNode,
    Participant,
    Plane,
    Process,
    RootElement,
    Shape,
)
from procos_studio.model.transaction import Transaction

ORIGIN = (160.0, 80.0)
MOST_INSIDE = 25
"""A sub-process with more nodes inside than this gets a page of its own: open, it would drown what is around it."""
DEEPEST = 2
"""A sub-process nested deeper than this in open ones gets a page of its own: its text would be too small to read."""


def draw_missing(diagram: Diagram) -> Diagram:
    """The diagram with a shape for every node and an edge for every flow, and a page; the same object if nothing lacks.

    The result is a new Diagram with an empty history: drawing is no edit that a person made.
    """
    if not any(True for _ in missing(diagram)):
        return with_page(diagram)
    drawn = Diagram(diagram.elements.values())
    with drawn.edit("Draw what is not drawn") as tx:
        give_ids(drawn, tx)
        _draw(drawn, tx)
    return Diagram(drawn.elements.values())


def missing(diagram: Diagram) -> Iterator[Element]:
    """Nodes, pools, data, annotations and flows that nothing draws, and sub-processes' insides that no plane shows."""
    for kind in (FlowNode, Participant, Flow, Artifact, DataElement):
        for element in diagram.all(kind):
            if not is_drawn(diagram, element) and _can_be_drawn(diagram, element):
                yield element


def _can_be_drawn(diagram: Diagram, element: Element) -> bool:
    """Not what a choreography holds, whose steps have no look here, nor what another thing of the same id hides."""
    if (element.get("id") and not has_own_id(element)) or isinstance(diagram[element.parent], RootElement):
        return False
    if isinstance(element, Flow):
        return is_drawable(diagram, element) and _meet(diagram, *ends_of(element))
    return not isinstance(element, DataElement) or element.kind in ("dataObjectReference", "dataStoreReference")


def _meet(diagram: Diagram, source: str, target: str) -> bool:
    """Whether one plane shows both ends of a flow."""
    planes = {item.parent for item in diagram.drawn(source)}
    return any(item.parent in planes for item in diagram.drawn(target))


def _draw(diagram: Diagram, tx: Transaction) -> None:
    pages = [element.id for element in _roots(diagram)]
    for begun in [plane for plane in diagram.all(Plane) if diagram.children(plane.id, Shape)]:
        pages.extend(_complete_page(diagram, tx, begun))
    seen: set[str] = set()
    while pages:
        page = pages.pop(0)
        if page in seen:
            continue
        seen.add(page)
        plane = diagram.plane_of(page)
        if not _is_shown(diagram, page) and (plane is None or not diagram.children(plane.id, Shape)):
            key = plane.id if plane is not None else new_plane(diagram, tx, page)
            pages.extend(_draw_page(diagram, tx, key, page))


def _is_shown(diagram: Diagram, page: str) -> bool:
    """Whether some plane shows the nodes of a process or sub-process, or any pool of a collaboration or its nodes."""
    if not isinstance(diagram[page], Collaboration):
        return any(is_drawn(diagram, node) for node in diagram.children(page, FlowNode))
    pools = diagram.children(page, Participant)
    return any(is_drawn(diagram, pool) or _is_shown(diagram, pool.process) for pool in pools if pool.process in diagram)


def _complete_page(diagram: Diagram, tx: Transaction, plane: Plane) -> list[str]:
    """Draw what a page lacks; what needs a page of its own."""
    depths = _Depths(diagram, plane.shows)
    beside = complete(diagram, plane, depths.opens)
    opened = {key for key in beside.added.boxes if isinstance(node := diagram[key], FlowNode) and depths.opens(node)}
    write(diagram, tx, plane.id, beside.added, opened)
    shapes = {item.shows: item for item in diagram.children(plane.id, Shape)}
    closed = [key for key, shape in shapes.items() if not shape.is_expanded and _has_inside(diagram, key)]
    return [*beside.own, *closed]


def _roots(diagram: Diagram) -> Iterator[Element]:
    """What has a page of its own: collaborations, and processes without a pool."""
    pooled: set[str] = set()
    for collaboration in diagram.children(diagram.root.id, Collaboration):
        pools = diagram.children(collaboration.id, Participant)
        if pools:
            pooled.update(pool.process for pool in pools)
            yield collaboration
    for process in diagram.children(diagram.root.id, Process):
        if process.id not in pooled:
            yield process


def _draw_page(diagram: Diagram, tx: Transaction, plane: str, page: str) -> list[str]:
    """Draw a whole page; the sub-processes on it that need pages of their own."""
    depths = _Depths(diagram, page)
    view = View(diagram, lambda _: True, depths.opens)
    composing = compose.collaboration if isinstance(diagram[page], Collaboration) else compose.inside
    picture = composing(view, page)
    picture = picture.moved(ORIGIN[0] - picture.extent.x, ORIGIN[1] - picture.extent.y)
    frame(view, picture, {})
    picture = finished(view, picture)
    opened = {key for key in picture.boxes if isinstance(node := diagram[key], FlowNode) and depths.opens(node)}
    write(diagram, tx, plane, picture, opened)
    return [key for key in picture.boxes if key not in opened and _has_inside(diagram, key)]


def _has_inside(diagram: Diagram, key: str) -> bool:
    node = diagram.find(key, FlowNode)
    if node is None or not node.is_container:
        return False
    parts = (*diagram.children(key, FlowNode), *diagram.children(key, Artifact), *diagram.children(key, DataElement))
    return any(_can_be_drawn(diagram, part) for part in parts)


class _Depths:
    """Which sub-processes of a page are drawn open."""

    def __init__(self, diagram: Diagram, page: str) -> None:
        self._diagram, self._page = diagram, page
        self._known: dict[str, bool] = {}

    def opens(self, node: FlowNode) -> bool:
        """Small enough and not too deep."""
        if node.id not in self._known:
            self._known[node.id] = _has_inside(self._diagram, node.id) and self._fits(node)
        return self._known[node.id]

    def _fits(self, node: FlowNode) -> bool:
        depth = 1
        for above in self._diagram.ancestors(node.id):
            if above.id == self._page:
                break
            depth += isinstance(above, FlowNode)
        inside = sum(1 for item in self._diagram.walk(node.id) if isinstance(item, FlowNode)) - 1
        return depth <= DEEPEST and inside <= MOST_INSIDE
