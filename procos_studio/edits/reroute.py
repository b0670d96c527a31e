"""Reroute: draws flows anew on the best way."""

from __future__ import annotations

from collections.abc import Iterable

from procos_studio.edits.laying import draw_flows
from procos_studio.edits.refusing import refused
from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import flows_at
from procos_studio.model.records import Edge, Flow


def reroute(diagram: Diagram, keys: Iterable[str] = ()) -> None:
    """Draw flows anew: those among `keys`, those at other elements among them, and all where there are no keys."""
    wanted = [flow.id for key in keys for flow in _flows(diagram, key)]
    if not keys:
        wanted = sorted({edge.shows for edge in diagram.all(Edge)})
    if not wanted:
        raise refused("There is no flow here to draw anew.", *keys)
    with diagram.edit("Reroute") as tx:
        draw_flows(diagram, tx, dict.fromkeys(wanted))


def _flows(diagram: Diagram, key: str) -> tuple[Flow, ...]:
    flow = diagram.find(key, Flow)
    return (flow,) if flow is not None else flows_at(diagram, key)
