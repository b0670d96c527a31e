"""Ungroup: takes a subsystem apart, so that its blocks stand in the flow around it."""

from __future__ import annotations

from typing import NamedTuple

from procos_studio.edits.expand import expand
from procos_studio.edits.identifying import label_of
from procos_studio.edits.judging import demand
from procos_studio.edits.lanes import assign
from procos_studio.edits.laying import draw_flows
from procos_studio.edits.refusing import known, refused
from procos_studio.edits.removing import doomed, remove
from procos_studio.edits.wiring import add_sequence_flow, rewire
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import camunda
from procos_studio.model.records import Artifact, DataAssociation, DataElement, Flow, FlowNode, SequenceFlow
from procos_studio.model.transaction import Transaction


class _Inside(NamedTuple):
    """How the flow runs through a subsystem: its plain start and ends, where it begins, and how it comes out.

    `tails` are flows to plain ends; `loose` are blocks after which nothing comes, which ends the subsystem as well.
    """

    start: str
    entry: str
    ends: tuple[str, ...]
    tails: tuple[SequenceFlow, ...]
    loose: tuple[str, ...]


def ungroup(diagram: Diagram, key: str) -> tuple[str, ...]:
    """The keys of the blocks that stood inside; flows that led to the subsystem lead to where it began, and so on.

    Raises Refused where the subsystem means more than its content: it repeats, carries events, has parameters of its
    own, is started by an event, or begins or ends in several ways that flows outside could not tell apart.
    """
    node = known(diagram, key, FlowNode, "subsystem")
    _check_plain(diagram, node)
    entering, leaving = diagram.incoming(key, SequenceFlow), diagram.outgoing(key, SequenceFlow)
    inside = _inside(diagram, node, leads_on=bool(leaving))
    _check_ways(node, inside, entering, leaving)
    with diagram.edit(f"Ungroup {label_of(diagram, key)}") as tx:
        shape = diagram.shape(key)
        if shape is not None and not shape.is_expanded:
            expand(diagram, key)
        _take_out(diagram, tx, key, node.parent)
        changed = [rewire(diagram, tx, flow, target=inside.entry).id for flow in entering if inside.entry]
        if leaving:
            changed += _lead_out(diagram, tx, inside, leaving)
        gone = {inside.start, key, *(inside.ends if leaving else ())} - {""}
        remove(diagram, tx, doomed(diagram, gone))
        kept = [flow for flow in changed if flow in diagram]
        for flow in kept:
            demand(diagram, tx, diagram.require(flow, Flow))
        draw_flows(diagram, tx, kept)
        made = tuple(item for item in diagram[node.parent].children if item in node.children and item in diagram)
        assign(diagram, tx, made)
        return tuple(item for item in made if isinstance(diagram[item], FlowNode))


def _check_plain(diagram: Diagram, node: FlowNode) -> None:
    more = {
        "is no plain subsystem": node.kind != "subProcess" or node.is_event_sub_process,
        "repeats": node.loop is not None,
        "carries boundary events": bool(diagram.boundary_events(node.id)),
        "has parameters of its own": node.extension(camunda("inputOutput")) is not None,
        "undoes the work of another": node.flag("isForCompensation"),
        "leads back to itself": any(flow.target == node.id for flow in diagram.outgoing(node.id, SequenceFlow)),
    }
    for what, is_so in more.items():
        if is_so:
            raise refused(f"“{node.label}” {what}, so it is more than the blocks inside.", node.id)


def _inside(diagram: Diagram, node: FlowNode, *, leads_on: bool) -> _Inside:
    """With `leads_on`, what comes after the subsystem takes the place of its plain ends."""
    nodes = [item for item in diagram.children(node.id, FlowNode) if item.kind != "boundaryEvent"]
    starts = [item for item in nodes if item.kind == "startEvent"]
    special = [item.id for item in starts if item.event_kind != "none"]
    special += [item.id for item in nodes if item.event_kind == "terminate"]
    if special:
        raise refused(f"“{node.label}” holds an event that means something in a subsystem only.", *special)
    steps = [item for item in nodes if item.kind != "startEvent" and not _stands_apart(item)]
    if len(starts) > 1:
        raise refused(f"“{node.label}” begins in several ways.", *(item.id for item in starts))
    if starts:
        firsts = [flow.target for flow in diagram.outgoing(starts[0].id, SequenceFlow)]
    else:
        firsts = [item.id for item in steps if not diagram.incoming(item.id, SequenceFlow)]
    if len(firsts) > 1:
        raise refused(f"“{node.label}” begins in several ways at once.", *firsts, hint="Put a gateway at its start.")
    ends = [item.id for item in nodes if item.kind == "endEvent" and item.event_kind == "none"]
    tails = tuple(flow for end in ends for flow in diagram.incoming(end, SequenceFlow))
    loose = tuple(item.id for item in steps if _is_loose(diagram, item))
    entry = firsts[0] if firsts and not (leads_on and firsts[0] in ends) else ""
    return _Inside(starts[0].id if starts else "", entry, tuple(ends), tails, loose)


def _stands_apart(node: FlowNode) -> bool:
    return node.is_event_sub_process or node.flag("isForCompensation") or _is_link(node)


def _is_link(node: FlowNode) -> bool:
    return node.event_kind == "link"


def _is_loose(diagram: Diagram, node: FlowNode) -> bool:
    return node.kind != "endEvent" and not diagram.outgoing(node.id, SequenceFlow)


def _check_ways(
    node: FlowNode, inside: _Inside, entering: tuple[SequenceFlow, ...], leaving: tuple[SequenceFlow, ...]
) -> None:
    if entering and not inside.entry:
        raise refused(f"“{node.label}” holds nothing that could be entered.", node.id, hint="Delete it and heal.")
    if leaving and not inside.tails and not inside.loose:
        raise refused(f"Nothing inside “{node.label}” leads on to what follows it.", node.id)
    ways = len(inside.tails) + len(inside.loose)
    decides = any(flow.condition is not None for flow in leaving) or len(leaving) > 1
    conditional = any(flow.condition is not None for flow in inside.tails)
    if decides and (ways > 1 or conditional):
        raise refused(
            f"“{node.label}” ends in several ways and its outgoing flows choose, which flows inside could not.",
            node.id,
            hint="Put a gateway behind it.",
        )


def _take_out(diagram: Diagram, tx: Transaction, key: str, scope: str) -> None:
    """Bring the content out; lanes, and data that flows into the subsystem itself, go with it."""
    for child in diagram.children(key, Element):
        own = isinstance(child, DataAssociation)
        if isinstance(child, (FlowNode, Flow, DataElement, Artifact)) and not own:
            tx.move(child.id, scope)


def _lead_out(diagram: Diagram, tx: Transaction, inside: _Inside, leaving: tuple[SequenceFlow, ...]) -> list[str]:
    """Join the ways out of the content to what followed the subsystem."""
    if len(leaving) == 1 and leaving[0].condition is None:
        target = leaving[0].target
        made = [rewire(diagram, tx, diagram.require(flow.id, SequenceFlow), target=target).id for flow in inside.tails]
        return made + [add_sequence_flow(diagram, tx, key, target).id for key in inside.loose]
    source = inside.tails[0].source if inside.tails else inside.loose[0]
    return [rewire(diagram, tx, diagram.require(flow.id, SequenceFlow), source=source).id for flow in leaving]
