"""Reconnect: lets a flow begin or end at another element."""

from __future__ import annotations

from procos_studio.edits.connect import create_flow
from procos_studio.edits.identifying import identified
from procos_studio.edits.judging import verdict_of
from procos_studio.edits.laying import draw_flow, lay
from procos_studio.edits.refusing import known, refused
from procos_studio.edits.removing import doomed, remove
from procos_studio.edits.wiring import rewire
from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import Ends, ends_of
from procos_studio.model.geometry import Point
from procos_studio.model.records import DataAssociation, Flow, SequenceFlow
from procos_studio.model.transaction import Transaction


def reconnect(
    diagram: Diagram, flow: str, source: str | None = None, target: str | None = None, at: Point | None = None
) -> str:
    """The key of the flow, which now leaves `source` and reaches `target` (None keeps an end).

    `at` is where a person let the end go: put back on its own block, the flow changes the side on which it touches it.
    It keeps its name and condition and is drawn anew. Where BPMN has another kind of flow for the new ends, one of
    that kind takes its place. Raises Refused where it has none.
    """
    found = known(diagram, flow, Flow, "flow")
    before = ends_of(found)
    wanted = Ends(source or before.source, target or before.target)
    if wanted == before:
        if at is not None:
            _turn(diagram, found, (at if source else None, at if target else None))
        return flow
    with diagram.edit("Reconnect") as tx:
        ends = Ends(*(identified(diagram, tx, end) if end in diagram else end for end in wanted))
        verdict = verdict_of(diagram, tx, found, ends)
        if not verdict:
            raise refused(verdict.reason, flow, *ends)
        if verdict.kind != found.kind or isinstance(found, DataAssociation):
            return _exchange(diagram, tx, found, verdict.kind, ends)
        draw_flow(diagram, tx, _rewired(diagram, tx, found, ends))
        return flow


def _turn(diagram: Diagram, flow: Flow, towards: tuple[Point | None, Point | None]) -> None:
    edge = diagram.edge(flow.id)
    line = lay(diagram, edge.parent, flow, towards=towards) if edge is not None else None
    if line is not None and edge is not None and line != edge.waypoints:
        with diagram.edit("Reconnect") as tx:
            draw_flow(diagram, tx, flow, line)


def _exchange(diagram: Diagram, tx: Transaction, flow: Flow, kind: str, ends: Ends) -> str:
    name = flow.name
    remove(diagram, tx, doomed(diagram, [flow.id]))
    made = create_flow(diagram, tx, kind, *ends)
    if name and kind in ("sequenceFlow", "messageFlow"):
        tx.update(made.id, Flow, lambda item: item.with_attributes(name=name))
    draw_flow(diagram, tx, diagram.require(made.id, Flow))
    return made.id


def _rewired(diagram: Diagram, tx: Transaction, flow: Flow, ends: Ends) -> Flow:
    if isinstance(flow, SequenceFlow):
        return rewire(diagram, tx, flow, *ends)
    tx.put(flow.with_attributes(sourceRef=ends.source, targetRef=ends.target))
    return diagram.require(flow.id, Flow)
