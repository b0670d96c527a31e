"""Clearing: leads the lines of others round shapes that were put on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from procos_studio.edits.laying import is_orthogonal_kind, lay, set_line
from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import ends_of, flows_at
from procos_studio.model.geometry import Bounds
from procos_studio.model.lines import crosses, length
from procos_studio.model.records import Edge, Flow, FlowNode, Shape
from procos_studio.model.transaction import Transaction

_AROUND = 400.0
"""How far away one end of a line may be that is looked at: the other may be anywhere."""
_LONGEST = 4000.0
"""Longer lines stay: to find them another way would hold up the hand."""
_MOST = 12
"""Where more shapes than this are put somewhere together, it is not for getting single lines out of their way."""


def clear(diagram: Diagram, tx: Transaction, before: Iterable[tuple[str, Bounds]]) -> None:
    """Draw anew each line that runs through one of these shapes (key and bounds of before), and did not so far.

    Lines that begin or end at a shape or inside of it are its own.
    """
    placed = [(shape, old) for key, old in before if (shape := diagram.find(key, Shape)) is not None]
    if len(placed) > _MOST:
        return
    for shape, old in placed:
        if shape.bounds != old and isinstance(diagram.get(shape.shows), FlowNode):
            for edge, flow in _through(diagram, shape, old):
                line = lay(diagram, shape.parent, flow)
                if line is not None and not crosses(line, shape.bounds):
                    set_line(tx, edge, line)


def _through(diagram: Diagram, shape: Shape, old: Bounds) -> Iterator[tuple[Edge, Flow]]:
    near = diagram.shapes_near(shape.parent, shape.bounds.grown(_AROUND))
    flows = {flow.id: flow for other in near for flow in flows_at(diagram, other.shows) if is_orthogonal_kind(flow)}
    for flow in flows.values():
        if any(end == shape.shows or _is_inside(diagram, end, shape.shows) for end in ends_of(flow)):
            continue
        for edge in diagram.drawn(flow.id):
            if not isinstance(edge, Edge) or edge.parent != shape.parent:
                continue
            line = edge.waypoints
            if crosses(line, shape.bounds) and not crosses(line, old) and length(line) <= _LONGEST:
                yield edge, flow


def _is_inside(diagram: Diagram, key: str, holder: str) -> bool:
    return any(item.id == holder for item in diagram.ancestors(key))
