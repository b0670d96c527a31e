"""Copy: takes a piece of a diagram, without changing it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from procos_studio.edits.clip import Clip
from procos_studio.edits.drawing import drawn_on, plane_of_drawing
from procos_studio.edits.references import ids_in, is_placeholder, referred
from procos_studio.edits.refusing import refused
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.ends import ends_of, flows_at, pool_of
from procos_studio.model.geometry import united
from procos_studio.model.records import (
    Artifact,
    DataAssociation,
    DataElement,
    Drawing,
    Drawn,
    Flow,
    FlowNode,
    MessageFlow,
    Participant,
    RootElement,
    Shape,
)

_COPIED = (FlowNode, DataElement, Artifact, Participant)
_NOT_COPIED = frozenset({"dataStore", "dataInput", "dataOutput", "dataObject"})


def copy(diagram: Diagram, keys: Iterable[str]) -> Clip:
    """A clip of the elements, what is inside and on them, and the flows that begin and end among them.

    Boundary events come with their step only, lanes with their pool, flows with both ends. Raises Refused where that
    leaves nothing.
    """
    found = [item for item in (diagram.get(key) for key in dict.fromkeys(keys)) if isinstance(item, _COPIED)]
    chosen = [item.id for item in found if item.kind not in _NOT_COPIED]
    plane = next((plane for key in chosen if (plane := plane_of_drawing(diagram, key))), None)
    tops = _tops(diagram, [key for key in chosen if plane is not None and drawn_on(diagram, key, plane.id)])
    if not tops or plane is None:
        raise refused("There is nothing here to copy.", *keys, hint="Boundary events are copied with their step.")
    elements = _whole(diagram, tops)
    drawn = [drawn_on(diagram, item.id, plane.id) for item in elements]
    drawings = [item for item in drawn if item is not None]
    box = united(item.bounds for item in drawings if isinstance(item, Shape))
    if box is None:
        raise refused("What is to be copied is not drawn.", *keys, hint="Tidy the diagram first.")
    return Clip(
        tuple(tops),
        tuple(elements),
        tuple(drawings),
        tuple(_pages(diagram, elements)),
        tuple(roots_of(diagram, elements)),
        box,
        dict(diagram.root.namespaces),
    )


def _tops(diagram: Diagram, keys: list[str]) -> list[str]:
    """The outermost of the chosen, with the events on them, the data behind them and the processes in them."""
    chosen = set(keys)
    found: dict[str, None] = {}
    for key in keys:
        element = diagram[key]
        if element.kind == "boundaryEvent" or any(
            _pool_or_self(diagram, item) in chosen for item in diagram.ancestors(key)
        ):
            continue
        found[key] = None
        found.update((event.id, None) for event in diagram.boundary_events(key))
        if isinstance(element, Participant) and element.process in diagram:
            found[element.process] = None
        behind = element.reference("dataObjectRef")
        if behind in diagram:
            found[behind] = None
    return list(found)


def _pool_or_self(diagram: Diagram, item: Element) -> str:
    pool = diagram.participant(item.id)
    return pool.id if pool is not None else item.id


def _whole(diagram: Diagram, tops: list[str]) -> list[Element]:
    """All that is below `tops` and the flows among it; flows that begin or end outside are left out."""
    below = {item.id: item for key in tops for item in diagram.walk(key)}
    steps = {key for key, item in below.items() if not isinstance(item, Flow)}
    flows: dict[str, Flow] = {}
    for reach in (steps, steps | {flow.id for key in steps for flow in diagram.outgoing(key, Flow)}):
        # annotations may point at flows, so the second round knows those of the first as ends
        known = steps | (reach & flows.keys())
        for key in sorted(known):
            touching = flows_at(diagram, key)
            flows.update((flow.id, flow) for flow in touching if _comes_along(diagram, flow, known))
    lost = {key for key, item in below.items() if isinstance(item, Flow) and key not in flows}
    kept = {**{key: item for key, item in below.items() if key not in lost}, **flows}
    return [_without(diagram, item, lost) for item in kept.values()]


def _comes_along(diagram: Diagram, flow: Flow, known: set[str]) -> bool:
    """Whether a flow can be copied: both ends are, and for a message both pools."""
    ends = ends_of(flow)
    return set(ends) <= known and (
        not isinstance(flow, MessageFlow) or {pool_of(diagram, end) for end in ends} <= known
    )


def _without(diagram: Diagram, element: Element, lost: set[str]) -> Element:
    """The element without children that are left out, and without the placeholders at which they ended."""
    if not lost.intersection(element.children):
        return element
    ended = {flow.target for flow in diagram.children(element.id, DataAssociation) if flow.id in lost}
    kept = tuple(
        item
        for item in element.content
        if (item not in lost if isinstance(item, str) else not is_placeholder(item) or item.get("id") not in ended)
    )
    return replace(element, content=kept)


def _pages(diagram: Diagram, elements: Sequence[Element]) -> Iterator[Element]:
    """The pages that show the inside of copied sub-processes, each with what it draws of the copied."""
    known = {item.id for item in elements}
    for element in elements:
        plane = diagram.plane_of(element.id) if isinstance(element, FlowNode) else None
        page = diagram.find(plane.parent, Drawing) if plane is not None else None
        if plane is None or page is None:
            continue
        drawn = [item for item in diagram.children(plane.id, Drawn) if item.shows in known]
        yield replace(page, content=(*(item for item in page.details), plane.id))
        yield replace(plane, content=tuple(item.id for item in drawn))
        yield from drawn


def roots_of(diagram: Diagram, elements: Iterable[Element]) -> list[Element]:
    """The things at the root of the file that the copied refer to, and those that these refer to."""
    things = (
        root for root in diagram.children(diagram.root.id, Element) if isinstance(root, (RootElement, DataElement))
    )
    owners = {part: root.id for root in things for part in ids_in(root)}
    found: dict[str, Element] = {}
    queue = [name for element in elements for name in sorted(referred(element))]
    while queue:
        owner = owners.get(queue.pop(0), "")
        if owner and owner not in found:
            found[owner] = diagram[owner]
            queue.extend(sorted(referred(diagram[owner])))
    return list(found.values())
