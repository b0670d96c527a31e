"""Removing: what goes with an element that is deleted, and the references to it that must not stay."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace

from procos_studio.edits.drawing import erase
from procos_studio.edits.lanes import forget
from procos_studio.edits.references import is_placeholder
from procos_studio.edits.wiring import unlist
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Content, Element
from procos_studio.model.ends import flows_at
from procos_studio.model.names import local_reference
from procos_studio.model.records import DataAssociation, DataElement, Flow, FlowNode, SequenceFlow
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import Xml

_ACTIVITY_REF = "activityRef"


def doomed(diagram: Diagram, keys: Iterable[str]) -> set[str]:
    """The elements that cannot stay without `keys`: what is inside, rides on them, flows to or from them, and those."""
    gone: set[str] = set()
    stack = list(keys)
    while stack:
        key = stack.pop()
        if key in gone:
            continue
        gone.add(key)
        stack.extend(diagram[key].children)
        stack.extend(event.id for event in diagram.boundary_events(key))
        stack.extend(flow.id for flow in flows_at(diagram, key))
        if diagram[key].kind == "dataObject":
            stack.extend(item.id for item in diagram.all(DataElement) if item.reference("dataObjectRef") == key)
    return gone | _orphans(diagram, gone)


def remove(diagram: Diagram, tx: Transaction, gone: Set[str]) -> None:
    """Remove elements with their drawings, and all that the rest of the document says about them."""
    erase(diagram, tx, sorted(gone))
    for key in sorted(gone):
        element = diagram.get(key)
        if isinstance(element, SequenceFlow):
            unlist(diagram, tx, element)
        elif isinstance(element, DataAssociation) and element.parent not in gone:
            _drop_placeholder(diagram, tx, element)
        elif isinstance(element, FlowNode):
            forget(diagram, tx, [key])
    if any(isinstance(diagram.get(key), FlowNode) for key in gone):
        _forget_compensated(diagram, tx, gone)
    outermost = [key for key in sorted(gone) if key in diagram and diagram[key].parent not in gone]
    if outermost:
        tx.remove(*outermost)


def remove_flows(diagram: Diagram, tx: Transaction, flows: Iterable[Flow]) -> None:
    """Remove flows, and the annotations' lines that point at them."""
    remove(diagram, tx, doomed(diagram, [flow.id for flow in flows]))


def _orphans(diagram: Diagram, gone: Set[str]) -> set[str]:
    """The data objects that no reference shows any more."""
    objects = {diagram[key].reference("dataObjectRef") for key in gone if isinstance(diagram[key], DataElement)} - {""}
    if not objects:
        return set()
    kept = {item.reference("dataObjectRef") for item in diagram.all(DataElement) if item.id not in gone}
    return {key for key in objects - kept if key in diagram}


def _drop_placeholder(diagram: Diagram, tx: Transaction, flow: DataAssociation) -> None:
    holder = diagram.get(flow.parent)
    for detail in holder.details if holder is not None else ():
        if holder is not None and is_placeholder(detail) and detail.get("id") == flow.target:
            shared = any(other.target == flow.target for other in _data_flows(diagram, holder) if other.id != flow.id)
            if not shared:
                tx.put(holder.without_detail(detail))
            return


def _data_flows(diagram: Diagram, holder: Element) -> tuple[DataAssociation, ...]:
    return diagram.children(holder.id, DataAssociation)


def _forget_compensated(diagram: Diagram, tx: Transaction, gone: Set[str]) -> None:
    """Compensation events that named a step that goes compensate whatever is done then."""
    for node in [item for item in diagram.all(FlowNode) if item.is_event and item.id not in gone]:
        if any(local_reference(detail.get(_ACTIVITY_REF)) in gone for detail in node.event_definitions):
            tx.put(replace(node, content=tuple(_without_activity(item, gone) for item in node.content)))


def _without_activity(item: Content, gone: Set[str]) -> Content:
    if isinstance(item, Xml) and item.get(_ACTIVITY_REF) and local_reference(item.get(_ACTIVITY_REF)) in gone:
        return item.with_attributes(activityRef=None)
    return item
