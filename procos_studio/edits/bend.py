"""Bend: gives a flow the way points that a person drew."""

from __future__ import annotations

from collections.abc import Sequence

from procos_studio.edits.connect import hand_drawn
from procos_studio.edits.laying import is_orthogonal_kind, set_line
from procos_studio.edits.refusing import known, refused
from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import ends_of
from procos_studio.model.geometry import Point
from procos_studio.model.lines import straightened
from procos_studio.model.records import Flow


def bend(diagram: Diagram, flow: str, waypoints: Sequence[Point]) -> None:
    """Lead a flow along these points; its ends are put on the borders, small slants are straightened.

    Raises Refused where the flow is not drawn between two shapes.
    """
    found, edge = known(diagram, flow, Flow, "flow"), diagram.edge(flow)
    line = hand_drawn(diagram, ends_of(found), waypoints)
    if edge is None or line is None or len(waypoints) < 2:
        raise refused("This flow is not drawn between two shapes, so it cannot be bent.", flow, hint="Tidy first.")
    with diagram.edit("Bend flow") as tx:
        set_line(tx, edge, straightened(line) if is_orthogonal_kind(found) else line)
