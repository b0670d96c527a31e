"""Wiring: what connecting and reconnecting show while a wire follows the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from procos_studio.canvas.drops import highlight
from procos_studio.canvas.overlay import Polyline, Primitive
from procos_studio.canvas.surface import Surface
from procos_studio.canvas.tools.tool import Pointer
from procos_studio.edits.laying import bounds_of, dock_at, obstacles
from procos_studio.model.docking import BOX, Side
from procos_studio.model.ends import Ends
from procos_studio.model.geometry import Bounds
from procos_studio.model.lines import Points
from procos_studio.model.routing import route
from procos_studio.model.rules import Verdict

LAYER = "wire"
_SPOT = 1.0
_MOST_ROUND = 60
"""Round so many blocks a line finds its way while the pointer moves; among more it runs straight through."""
_MOST_FORESEEN = 160
"""Among so many blocks a flow is tried before it is drawn; among more that would hold the pointer up."""


Sides = tuple[Side | None, Side | None]


def wire(
    surface: Surface, source: Bounds | None, target: Bounds | None, ends: tuple[str, str], sides: Sides = (None, None)
) -> Points:
    """A line between two boxes, docked as on the elements of `ends` (`""` where an end is the bare pointer).

    `sides` are those that a person chose.
    """
    if source is None or target is None:
        return ()
    leaving, entering = (
        dock_at(surface.diagram, surface.plane, end, box) if end else BOX
        for end, box in zip(ends, (source, target), strict=True)
    )
    leaving = leaving._replace(side=sides[0]) if sides[0] is not None else leaving
    around = obstacles(surface.diagram, surface.plane, Ends(*ends), (source, target))
    around = around if len(around) <= _MOST_ROUND else []
    return route(source, target, around, leaving=leaving, entering=entering._replace(side=sides[1]))


def is_soon_known(surface: Surface, ends: tuple[str, str]) -> bool:
    """Whether the way of a flow between two elements is found between two moves of the pointer."""
    source, target = (bounds_of(surface.diagram, surface.plane, end) for end in ends)
    if source is None or target is None:
        return False
    return len(obstacles(surface.diagram, surface.plane, Ends(*ends), (source, target))) <= _MOST_FORESEEN


def box_of(surface: Surface, element: str, pointer: Pointer) -> Bounds | None:
    """The box of an element on the plane; a spot at the pointer for `""`."""
    if element:
        return bounds_of(surface.diagram, surface.plane, element)
    return Bounds(pointer.at.x() - _SPOT / 2, pointer.at.y() - _SPOT / 2, _SPOT, _SPOT)


def shown(surface: Surface, line: Points, target: str, verdict: Verdict, pointer: Pointer) -> tuple[Primitive, ...]:
    """The wire in the colour of the verdict, and what it says about the target."""
    token = "selection" if not target else "done" if verdict else "failed"
    made: list[Primitive] = []
    if len(line) > 1:
        made.append(Polyline(tuple(QPointF(*point) for point in line), token, dashed=not target))
    if target:
        made.extend(highlight(surface, target, verdict, pointer.at))
    return tuple(made)


def target_at(surface: Surface, pointer: Pointer, other: str) -> str:
    """The element that a wire from or to `other` would reach at the pointer: a shape, or a flow for an annotation.

    `""` for none; what `other` stands in is ground.
    """
    found = surface.scene.element_at(pointer.at)
    around = (item.id for item in surface.diagram.ancestors(other))
    return "" if found in around else found
