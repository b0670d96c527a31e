"""Rehoming: lets elements stand in another scope, and mends or takes off the flows that cannot come along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from procos_studio.edits.healing import bridge
from procos_studio.edits.lanes import forget
from procos_studio.edits.laying import draw_flows, follow_pages
from procos_studio.edits.removing import remove_flows
from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import ends_of, flows_at, pool_of, scope_of
from procos_studio.model.records import (
    Artifact,
    DataAssociation,
    DataElement,
    Flow,
    FlowNode,
    MessageFlow,
    SequenceFlow,
)
from procos_studio.model.transaction import Transaction


def rehome(diagram: Diagram, tx: Transaction, keys: Sequence[str], scope: str, heal: bool = True) -> None:
    """Make elements, with their boundary events and the flows among them, children of another scope.

    With `heal`, what led into them in the old scope leads on to what followed.
    """
    riders = [event.id for key in keys for event in diagram.boundary_events(key)]
    moving = [key for key in dict.fromkeys((*keys, *riders)) if diagram[key].parent != scope]
    nodes = {key for key in moving if isinstance(diagram[key], FlowNode)}
    healed = bridge(diagram, tx, nodes) if heal else set()
    inner = {
        flow.id: flow
        for key in sorted(nodes)
        for flow in diagram.outgoing(key, SequenceFlow)
        if flow.target in nodes and flow.parent != scope
    }
    forget(diagram, tx, sorted(nodes))
    for key in moving:
        _bring_object(diagram, tx, key, scope)
        tx.move(key, scope)
    for name in inner:
        tx.move(name, scope)
    if heal:
        mend(diagram, tx, moving)
        draw_flows(diagram, tx, healed)


def mend(diagram: Diagram, tx: Transaction, keys: Iterable[str]) -> None:
    """Take off the flows of elements, and of what is inside them, that no longer join what they may join."""
    touched: dict[str, Flow] = {}
    for key in keys:
        for item in diagram.walk(key):
            touched.update((flow.id, flow) for flow in flows_at(diagram, item.id))
    remove_flows(diagram, tx, [flow for flow in touched.values() if not _is_whole(diagram, flow)])
    for name in touched:
        flow = diagram.find(name, Flow)
        if flow is not None:
            follow_pages(diagram, tx, flow)


def _is_whole(diagram: Diagram, flow: Flow) -> bool:
    """Whether a flow's ends still stand where BPMN lets it join them; what else was wrong before stays."""
    source, target = ends_of(flow)
    if isinstance(flow, SequenceFlow):
        return scope_of(diagram, source) == scope_of(diagram, target)
    if isinstance(flow, MessageFlow):
        return not pool_of(diagram, source) or pool_of(diagram, source) != pool_of(diagram, target)
    if isinstance(flow, DataAssociation):
        data, step = (source, target) if flow.kind == "dataInputAssociation" else (target, source)
        element = diagram.find(data, DataElement)
        is_local = element is not None and element.kind in ("dataObject", "dataObjectReference")
        return not is_local or any(item.id == scope_of(diagram, data) for item in diagram.ancestors(step))
    ends = [diagram.get(source), diagram.get(target)]
    if any(isinstance(end, Artifact) for end in ends):
        return True
    return scope_of(diagram, source) == scope_of(diagram, target)


def _bring_object(diagram: Diagram, tx: Transaction, key: str, scope: str) -> None:
    """A data object goes where its only reference goes."""
    behind = diagram.find(diagram[key].reference("dataObjectRef"), DataElement)
    if behind is None or behind.parent == scope:
        return
    shown = [item for item in diagram.all(DataElement) if item.reference("dataObjectRef") == behind.id]
    if len(shown) == 1:
        tx.move(behind.id, scope)
