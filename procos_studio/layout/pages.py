"""Pages: what the planes of a document show, in whatever way the file says it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.records import (
    Artifact,
    Collaboration,
    DataElement,
    Edge,
    FlowNode,
    Lane,
    Participant,
    Process,
    Shape,
)


def is_drawn(diagram: Diagram, element: Element) -> bool:
    """Whether some plane shows an element in a way that can be seen."""
    for item in diagram.drawn(element.id):
        if isinstance(item, Shape) and item.bounds.width > 0:
            return True
        if isinstance(item, Edge) and len(item.waypoints) > 1:
            return True
    return False


def roots(diagram: Diagram, shows: str, drawn: Collection[str]) -> Iterator[str]:
    """The collaborations, processes and sub-processes whose insides a plane shows.

    `shows` is what the plane says, `drawn` what stands on it: files name the wrong element, or one that does not exist.
    """
    pools = [key for key in drawn if isinstance(diagram[key], Participant)]
    found = dict.fromkeys(diagram[key].parent for key in pools)
    covered = {diagram.require(key, Participant).process for key in pools}
    if shows in diagram and shows not in found and shows not in covered:
        found[shows] = None
    covered.update(found)
    for key in drawn:
        if isinstance(diagram[key], (FlowNode, DataElement, Artifact)):
            around = [item for item in diagram.ancestors(key) if isinstance(item, (Process, Collaboration, FlowNode))]
            if around and not covered.intersection(item.id for item in around):
                found[around[-1].id] = None
                covered.add(around[-1].id)
    yield from found


def is_frame(element: Element) -> bool:
    """Whether an element is a band around others: a pool or a lane."""
    return isinstance(element, (Participant, Lane))
