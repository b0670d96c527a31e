"""Pages: the planes of a document as a person goes through them: those that stand alone, and the way into another."""

from __future__ import annotations

from typing import NamedTuple

from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.records import Collaboration, Participant, Plane

_DEEPEST = 50


class Page(NamedTuple):
    """A plane by what it shows."""

    plane: str
    element: str
    label: str


def roots(diagram: Diagram) -> tuple[Page, ...]:
    """The pages that are inside no other, in document order: collaborations, and processes that have no pool."""
    found = (_page(diagram, plane) for plane in diagram.all(Plane))
    return tuple(page for page in found if page is not None and above(diagram, page.element) is None)


def way(diagram: Diagram, plane: str) -> tuple[Page, ...]:
    """The pages from the outermost to this one."""
    found: list[Page] = []
    shown = diagram.find(plane, Plane)
    while shown is not None and len(found) < _DEEPEST:
        page = _page(diagram, shown)
        if page is None:
            break
        found.append(page)
        shown = above(diagram, page.element)
    return tuple(reversed(found))


def every(diagram: Diagram) -> tuple[tuple[Page, ...], ...]:
    """The way to each page, as one reads them: a page, then what is inside of it, then the next."""
    planes = (element for element in diagram.walk() if isinstance(element, Plane))
    ways = [found for plane in planes if (found := way(diagram, plane.id))]
    place = {found[-1].plane: number for number, found in enumerate(ways)}
    return tuple(sorted(ways, key=lambda found: [place[page.plane] for page in found]))


def above(diagram: Diagram, element: str) -> Plane | None:
    """The plane on which an element is drawn."""
    drawn = diagram.drawn(element)
    return diagram.find(drawn[0].parent, Plane) if drawn else None


def _page(diagram: Diagram, plane: Plane) -> Page | None:
    shown = diagram.get(plane.shows)
    return Page(plane.id, shown.id, _label(diagram, plane, shown)) if shown is not None else None


def _label(diagram: Diagram, plane: Plane, shown: Element) -> str:
    """The name of what it shows; else of the drawing or of the pools in it, as ids of collaborations say nothing."""
    if shown.name.strip() or not isinstance(shown, Collaboration):
        return shown.label
    drawing = diagram.get(plane.parent)
    pools = ", ".join(pool.name for pool in diagram.children(shown.id, Participant) if pool.name.strip())
    return (drawing.name if drawing is not None else "") or pools or shown.label
