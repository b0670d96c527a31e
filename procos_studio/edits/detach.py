"""Detach: takes blocks out of the flow, which closes behind them, and puts them elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from procos_studio.edits.healing import bridge
from procos_studio.edits.identifying import label_of
from procos_studio.edits.laying import draw_flows
from procos_studio.edits.move import movable, move
from procos_studio.edits.refusing import refused
from procos_studio.edits.removing import remove_flows
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode, SequenceFlow


def detach(diagram: Diagram, keys: Iterable[str], dx: float, dy: float, into: str | None = None) -> None:
    """Displace blocks by (dx, dy) without the sequence flows that joined them to others; those heal as in `delete`.

    Flows among the blocks and those of their boundary events stay. `into` is as in `move`. Raises Refused where there
    is nothing to detach.
    """
    chosen = list(keys)
    inside = {item.id for item in movable(diagram, chosen) if isinstance(item, FlowNode)}
    if not inside:
        raise refused("There is nothing here to detach.", *chosen, hint="Select a block in a flow first.")
    what = label_of(diagram, next(iter(inside))) if len(inside) == 1 else f"{len(inside)} blocks"
    with diagram.edit(f"Detach {what}") as tx:
        kept = bridge(diagram, tx, inside)
        remove_flows(diagram, tx, _across(diagram, inside))
        move(diagram, chosen, dx, dy, into)
        draw_flows(diagram, tx, kept)


def _across(diagram: Diagram, inside: set[str]) -> list[SequenceFlow]:
    """The flows that lead into the blocks or out of them."""
    entering = [flow for key in sorted(inside) for flow in diagram.incoming(key, SequenceFlow)]
    leaving = [flow for key in sorted(inside) for flow in diagram.outgoing(key, SequenceFlow)]
    return [
        *(flow for flow in entering if flow.source not in inside),
        *(flow for flow in leaving if flow.target not in inside),
    ]
