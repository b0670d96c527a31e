"""Add lane: gives a pool another lane, at its end or beside one of its lanes."""

from __future__ import annotations

from procos_studio.edits.dividing import first_lanes, lane_beside
from procos_studio.edits.framing import lane_shapes
from procos_studio.edits.refusing import known, refused
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.records import Lane
from procos_studio.model.rules import may_contain


def add_lane(diagram: Diagram, key: str, before: bool = False) -> str:
    """A lane behind a lane, or at the end of a pool; `before`: above or left of it. A pool's first lane covers it.

    Raises Refused for what lanes do not divide.
    """
    element = known(diagram, key, Element, "pool or lane")
    verdict = may_contain(diagram, key, "lane")
    shape = diagram.shape(key)
    if not verdict or shape is None:
        raise refused(verdict.reason or "Lanes divide a pool that is drawn.", key)
    with diagram.edit("Add lane") as tx:
        lanes = [shape] if isinstance(element, Lane) else lane_shapes(diagram, key)
        if not lanes:
            return first_lanes(diagram, tx, shape, 1)[0]
        return lane_beside(diagram, tx, lanes[0 if before else -1], before)
