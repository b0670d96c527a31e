"""Group: makes a subsystem of the chosen blocks, a closed sub-process that holds them on a page of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from procos_studio.edits.displacing import carried
from procos_studio.edits.drawing import add_plane, draw_shape, drawn_on, plane_of_drawing
from procos_studio.edits.judging import demand
from procos_studio.edits.lanes import assign
from procos_studio.edits.laying import draw_flow
from procos_studio.edits.refusing import refused, storable
from procos_studio.edits.rehoming import mend, rehome
from procos_studio.edits.wiring import add_sequence_flow, rewire
from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import ends_of, flows_at
from procos_studio.model.geometry import Bounds, united
from procos_studio.model.names import bpmn
from procos_studio.model.records import (
    Artifact,
    Association,
    DataElement,
    Flow,
    FlowNode,
    Plane,
    SequenceFlow,
    Shape,
)
from procos_studio.model.transaction import Transaction

_EVENT = 36.0
_GAP = 50.0
_SIZE = (100.0, 80.0)
_OUTSIDE = ("boundaryEvent", "startEvent")
_OF_ITS_SCOPE = ("terminate", "cancel", "compensate")
"""Kinds of events that end, or undo, what the scope holds in which they stand."""


class _Cut(NamedTuple):
    """What is grouped, and the sequence flows across the border of the group."""

    scope: str
    nodes: tuple[str, ...]
    others: tuple[str, ...]
    entering: tuple[SequenceFlow, ...]
    leaving: tuple[SequenceFlow, ...]


def group(diagram: Diagram, keys: Iterable[str], name: str = "") -> str:
    """The key of the new subsystem, which stands in the middle of what it holds, in line with the first of them.

    A start and an end are put inside where flows enter and leave; start events stay outside, where a process begins.
    Raises Refused where the blocks stand in several scopes, are entered or left in several places, or hold an event or
    an end of the flow that means something else inside, so that one subsystem could not mean the same.
    """
    chosen = list(dict.fromkeys(keys))
    cut = _cut(diagram, chosen)
    _check(diagram, cut)
    plane = next((found for key in cut.nodes if (found := plane_of_drawing(diagram, key))), None)
    boxes = [drawn_on(diagram, key, plane.id) for key in cut.nodes] if plane is not None else []
    box = united(item.bounds for item in boxes if isinstance(item, Shape))
    if plane is None or box is None:
        raise refused("These blocks are not drawn.", *chosen, hint="Tidy the diagram first.")
    with diagram.edit("Make subsystem") as tx:
        words = {"name": storable(name, "")} if name else {}
        sub = tx.create(bpmn("subProcess"), cut.scope, "Activity", **words).id
        x, y = box.center.x, _level(diagram, cut, box)
        width, height = _SIZE
        page = add_plane(diagram, tx, sub)
        _take_inside(diagram, tx, cut, sub, plane, page)
        draw_shape(diagram, tx, plane.id, sub, Bounds(x - width / 2, y - height / 2, width, height), isExpanded="false")
        outer = [*_enter(diagram, tx, cut, sub, page), *_leave(diagram, tx, cut, sub, page, box)]
        mend(diagram, tx, [sub])
        assign(diagram, tx, [sub])
        for flow in outer:
            demand(diagram, tx, flow)
            draw_flow(diagram, tx, diagram.require(flow.id, Flow))
        return sub


def _level(diagram: Diagram, cut: _Cut, box: Bounds) -> float:
    """In line with the first block, so that the flow into the subsystem stays straight."""
    first = diagram.shape(cut.entering[0].target) if cut.entering else None
    return first.bounds.center.y if first is not None else box.center.y


def _cut(diagram: Diagram, keys: list[str]) -> _Cut:
    nodes = {key for key in keys if (node := diagram.find(key, FlowNode)) and node.kind not in _OUTSIDE}
    nodes -= {key for key in nodes if any(item.id in nodes for item in diagram.ancestors(key))}
    if not nodes:
        raise refused("Choose the blocks that the subsystem is to hold.", *keys)
    handlers = {
        flow.target
        for key in nodes
        for event in diagram.boundary_events(key)
        for flow in diagram.outgoing(event.id, Association)
        if isinstance(diagram.get(flow.target), FlowNode)
    }
    nodes |= handlers
    scopes = {diagram[key].parent for key in nodes}
    if len(scopes) > 1:
        raise refused("These blocks stand in different processes or subsystems.", *sorted(nodes))
    scope = scopes.pop()
    inside = nodes | {event.id for key in nodes for event in diagram.boundary_events(key)}
    others = tuple(key for key in keys if _comes_along(diagram, key, scope, inside))
    entering = [f for key in sorted(inside) for f in diagram.incoming(key, SequenceFlow) if f.source not in inside]
    leaving = [f for key in sorted(inside) for f in diagram.outgoing(key, SequenceFlow) if f.target not in inside]
    return _Cut(scope, tuple(sorted(nodes)), others, tuple(entering), tuple(leaving))


def _comes_along(diagram: Diagram, key: str, scope: str, inside: set[str]) -> bool:
    """Whether chosen data, or an annotation, is used inside only."""
    element = diagram.get(key)
    if not isinstance(element, (DataElement, Artifact)) or element.parent != scope:
        return False
    return all(set(ends_of(flow)) - {key} <= inside for flow in flows_at(diagram, key))


def _check(diagram: Diagram, cut: _Cut) -> None:
    entries = {flow.target for flow in cut.entering}
    exits = {flow.target for flow in cut.leaving}
    if len(entries) > 1:
        raise refused(
            "Flows lead into these blocks in several places.", *sorted(entries), hint="Choose blocks with one entry."
        )
    if len(exits) > 1:
        raise refused(
            "Flows lead out of these blocks to several places.", *sorted(exits), hint="Choose blocks with one way out."
        )
    _check_scope(diagram, cut)
    joins = [key for key in entries if diagram[key].kind == "parallelGateway" and len(cut.entering) > 1]
    joins += [key for key in exits if diagram[key].kind == "parallelGateway" and len(cut.leaving) > 1]
    if joins:
        raise refused("A parallel join cannot be parted from the branches that it waits for.", *joins)
    links = {key for key in cut.nodes if _link(diagram, key)}
    outside = [node for node in diagram.children(cut.scope, FlowNode) if node.id not in cut.nodes]
    names = {_link(diagram, key) for key in links}
    if any(_link(diagram, node.id) in names for node in outside if _link(diagram, node.id)):
        raise refused("A link event cannot be parted from its twin.", *sorted(links))


def _check_scope(diagram: Diagram, cut: _Cut) -> None:
    """Nothing may mean less inside the subsystem than it did around it, nor lead on where it led nowhere."""
    hint = "Leave it out of the selection."
    for node in (diagram.require(key, FlowNode) for key in cut.nodes):
        if node.is_event_sub_process:
            raise refused(f"“{node.label}” listens to all that is around it.", node.id, hint=hint)
        if node.event_kind in _OF_ITS_SCOPE:
            raise refused(f"“{node.label}” is about all that is around it, not a subsystem only.", node.id, hint=hint)
        if cut.leaving and _is_last(diagram, node):
            message = f"The flow ends at “{node.label}”; inside a subsystem it would go on to what follows."
            raise refused(message, node.id, hint=hint)


def _is_last(diagram: Diagram, node: FlowNode) -> bool:
    """Whether a way through the process ends here, and not by what leads elsewhere."""
    is_apart = node.flag("isForCompensation") or node.event_kind in ("error", "link")
    return not is_apart and not diagram.outgoing(node.id, SequenceFlow)


def _link(diagram: Diagram, key: str) -> str:
    found = diagram[key].detail(bpmn("linkEventDefinition"))
    return f"link {found.get('name')}" if found else ""


def _take_inside(diagram: Diagram, tx: Transaction, cut: _Cut, sub: str, plane: Plane, page: Plane) -> None:
    keys = (*cut.nodes, *cut.others)
    riders = carried(diagram, keys)
    rehome(diagram, tx, keys, sub, heal=False)
    flows = [item.id for item in diagram.walk(sub) if isinstance(item, Flow)]
    notes = [flow.id for key in cut.others for flow in diagram.outgoing(key, Association)]
    for key in dict.fromkeys((*riders, *flows, *notes)):
        drawn = drawn_on(diagram, key, plane.id)
        if drawn is not None:
            tx.move(drawn.id, page.id)


def _enter(diagram: Diagram, tx: Transaction, cut: _Cut, sub: str, page: Plane) -> list[SequenceFlow]:
    if not cut.entering:
        return []
    entry = cut.entering[0].target
    outer = [rewire(diagram, tx, diagram.require(flow.id, SequenceFlow), target=sub) for flow in cut.entering]
    shape = diagram.shape(entry)
    box = shape.bounds if shape is not None else Bounds(0, 0, 0, 0)
    start = tx.create(bpmn("startEvent"), sub, "Event").id
    left = box.x - _GAP - _EVENT
    draw_shape(diagram, tx, page.id, start, Bounds(left, box.center.y - _EVENT / 2, _EVENT, _EVENT))
    inner = add_sequence_flow(diagram, tx, start, entry)
    demand(diagram, tx, inner)
    draw_flow(diagram, tx, inner)
    return outer


def _leave(diagram: Diagram, tx: Transaction, cut: _Cut, sub: str, page: Plane, box: Bounds) -> list[SequenceFlow]:
    if not cut.leaving:
        return []
    first = diagram.shape(cut.leaving[0].source)
    middle = first.bounds.center.y if first is not None else box.center.y
    end = tx.create(bpmn("endEvent"), sub, "Event").id
    draw_shape(diagram, tx, page.id, end, Bounds(box.right + _GAP, middle - _EVENT / 2, _EVENT, _EVENT))
    outer = add_sequence_flow(diagram, tx, sub, cut.leaving[0].target)
    for flow in cut.leaving:
        inner = rewire(diagram, tx, diagram.require(flow.id, SequenceFlow), target=end)
        demand(diagram, tx, inner)
        draw_flow(diagram, tx, inner)
    return [outer]
