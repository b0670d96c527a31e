"""Move label: says where the name beside a shape or along a flow stands."""

from __future__ import annotations

from procos_studio.edits.refusing import known, refused
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.geometry import Bounds


def move_label(diagram: Diagram, key: str, bounds: Bounds | None) -> None:
    """Place the label of an element's first shape or edge; None gives it back its usual place."""
    known(diagram, key, Element)
    drawn = next(iter(diagram.drawn(key)), None)
    if drawn is None:
        raise refused("This is not drawn, so it has no label to move.", key)
    if drawn.label_bounds != bounds:
        with diagram.edit("Move label") as tx:
            tx.put(drawn.with_label_bounds(bounds))
