"""Replace: makes an element another kind of block in its place."""

from __future__ import annotations

from procos_studio.edits.displacing import settle
from procos_studio.edits.drawing import add_plane, erase_page
from procos_studio.edits.enlarging import about, enlarge, with_riders
from procos_studio.edits.filling import fill_from_block
from procos_studio.edits.identifying import label_of
from procos_studio.edits.judging import demand, verdict_of
from procos_studio.edits.laying import draw_flow
from procos_studio.edits.placing import shape_attributes
from procos_studio.edits.refusing import known, refused
from procos_studio.edits.removing import doomed, remove
from procos_studio.edits.set_condition import may_decide
from procos_studio.edits.wiring import is_note
from procos_studio.library import BlockDefinition, mask
from procos_studio.library.mask import STAMP
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Content, Element
from procos_studio.model.ends import flows_at
from procos_studio.model.names import CAMUNDA, OPERATON, bpmn, local_name, namespace_of
from procos_studio.model.records import CONTAINERS, RECORDS, DataElement, Flow, FlowNode, SequenceFlow, Shape
from procos_studio.model.rules import may_attach
from procos_studio.model.transaction import Transaction

_KEPT_EXTENSIONS = frozenset({"executionListener", "properties", "inputOutput", "failedJobRetryTimeCycle"})
_KEPT_OF_STAMPED = frozenset({"executionListener"})
_KEPT_ATTRIBUTES = frozenset({"asyncBefore", "asyncAfter", "exclusive", "jobPriority"})
_DATA_IN_ITS_PLACE = frozenset({"dataInput", "dataOutput", "dataStore", "dataObject"})
_LOOPS = frozenset({bpmn("standardLoopCharacteristics"), bpmn("multiInstanceLoopCharacteristics")})
_SHAPE_WORDS = ("isExpanded", "isMarkerVisible")


def replace(diagram: Diagram, key: str, block: BlockDefinition) -> None:
    """Make a step, event, gateway or data element a block of another kind; the key stays.

    Name, documentation, flows, boundary events, place and what holds for any block (loops, listeners, async) stay.
    Raises Refused where the flows or events on it would not fit the new kind, or a sub-process has content.
    """
    element = known(diagram, key, Element)
    _check_family(element, block)
    with diagram.edit(f"Replace {label_of(diagram, key)}") as tx:
        # flows that were wrong before are not held against the new block
        flows = [flow for flow in flows_at(diagram, key) if verdict_of(diagram, tx, flow).kind == flow.kind]
        if _loses_inside(element, block):
            _drop_inside(diagram, tx, element)
        _drop_children(diagram, tx, key, block)
        tx.put(_changed(diagram[key], block))
        mask.stamp(diagram, tx, key, block)
        _check_neighbours(diagram, tx, key, flows)
        _redraw(diagram, tx, key, block, element.kind in CONTAINERS)
        fill_from_block(diagram, tx, key, block)


def _check_family(element: Element, block: BlockDefinition) -> None:
    record = RECORDS.get(bpmn(block.element))
    fits = isinstance(element, (FlowNode, DataElement)) and record is not None and isinstance(element, record)
    fits = fits and element.kind not in _DATA_IN_ITS_PLACE
    rides = element.kind == "boundaryEvent"
    if not fits or rides != (block.element == "boundaryEvent"):
        raise refused(f"“{element.label}” cannot become a {block.name.lower()}.", element.id)


def _loses_inside(element: Element, block: BlockDefinition) -> bool:
    if element.kind not in CONTAINERS:
        return False
    return block.element not in CONTAINERS or (block.inside is not None and not element.get(STAMP))


def _drop_inside(diagram: Diagram, tx: Transaction, element: Element) -> None:
    if any(isinstance(diagram[child], (FlowNode, DataElement)) for child in element.children):
        message = f"“{element.label}” holds blocks, which another kind could not."
        raise refused(message, element.id, hint="Ungroup it first.")
    erase_page(diagram, tx, element.id)
    if element.children:
        tx.remove(*element.children)


def _drop_children(diagram: Diagram, tx: Transaction, key: str, block: BlockDefinition) -> None:
    """Data that flows into or out of a step has no place at a gateway or event of another kind."""
    element = diagram[key]
    lost = [child for child in element.children if not _keeps_content(element, block, child)]
    if lost:
        remove(diagram, tx, doomed(diagram, lost))


def _changed(element: Element, block: BlockDefinition) -> Element:
    """The element as a bare one of the new kind, with what any block may keep."""
    tag = bpmn(block.element)
    made = RECORDS[tag](
        element.id,
        tag,
        element.parent,
        {name: value for name, value in element.attributes.items() if _keeps_attribute(element, block, name)},
        tuple(item for item in element.content if _keeps_content(element, block, item)),
        "",
        element.tail,
        element.namespaces,
    )
    words = _KEPT_OF_STAMPED if element.get(STAMP) else _KEPT_EXTENSIONS
    kept = (item for item in element.extensions if local_name(item.tag) in words or not _is_camunda(item.tag))
    return made.with_extensions(*kept)


def _keeps_attribute(element: Element, block: BlockDefinition, name: str) -> bool:
    if _is_camunda(name):
        return local_name(name) in _KEPT_ATTRIBUTES
    was, becomes = _kind_of(element.kind), _kind_of(block.element)
    if name in ("attachedToRef", "cancelActivity"):
        return block.element == "boundaryEvent"
    if name == "dataObjectRef":
        return block.element == "dataObjectReference"
    if name == "isForCompensation":
        return becomes == "activity"
    shared = was == becomes == "activity" and element.kind in CONTAINERS and block.element in CONTAINERS
    always = name in ("id", "name", "default") or bool(namespace_of(name))
    return always or (shared and name not in ("triggeredByEvent", "method"))


def _keeps_content(element: Element, block: BlockDefinition, item: Content) -> bool:
    """Children stay between containers; data and loops between activities; events keep what is of their new kind."""
    was, becomes = _kind_of(element.kind), _kind_of(block.element)
    if isinstance(item, str):
        return was == becomes == "activity"
    if item.tag in (bpmn("documentation"), bpmn("extensionElements")) or is_note(item):
        return True
    if item.kind.endswith("EventDefinition") and was == becomes == "event":
        return item.kind == f"{block.event}EventDefinition"
    return was == becomes == "activity" and (item.tag in _LOOPS or item.tag == bpmn("property"))


def _kind_of(tag: str) -> str:
    if tag.endswith("Event"):
        return "event"
    if tag.endswith("Gateway"):
        return "gateway"
    return "data" if tag.startswith("data") else "activity"


def _is_camunda(name: str) -> bool:
    return namespace_of(name) in (CAMUNDA, OPERATON)


def _check_neighbours(diagram: Diagram, tx: Transaction, key: str, flows: list[Flow]) -> None:
    """Whether these flows and the boundary events still fit; conditions that mean nothing now go."""
    node = diagram.find(key, FlowNode)
    if node is None:
        return
    for event in diagram.boundary_events(key):
        verdict = may_attach(diagram, key, event)
        if not verdict:
            raise refused(verdict.reason, key, event.id, hint="Delete the boundary event first.")
    if node.attached_to:
        verdict = may_attach(diagram, node.attached_to, node)
        if not verdict:
            raise refused(verdict.reason, key)
    for flow in (item for item in flows if item.id in diagram):
        demand(diagram, tx, flow)
    node = diagram.require(key, FlowNode)
    if not may_decide(node):
        tx.put(node.with_attributes(default=None))
        for leaving in diagram.outgoing(key, SequenceFlow):
            tx.put(leaving.without_details(bpmn("conditionExpression")))


def _redraw(diagram: Diagram, tx: Transaction, key: str, block: BlockDefinition, was_container: bool) -> None:
    shape = diagram.shape(key)
    if shape is None:
        return
    stays = was_container and block.element in CONTAINERS
    words = {} if stays else shape_attributes(block.element, block.size[0])
    said = {name: shape.get(name) if stays else words.get(name) for name in _SHAPE_WORDS}
    tx.put(shape.with_attributes(**{name: value or None for name, value in said.items()}))
    if block.element in CONTAINERS and not was_container and words.get("isExpanded") == "false":
        add_plane(diagram, tx, key)
    if stays:
        if block.inside is not None:
            enlarge(diagram, tx, key, block.size)
        return
    settle(diagram, tx, with_riders(diagram, diagram.require(shape.id, Shape), about(shape.bounds, block.size)))
    for flow in flows_at(diagram, key):
        draw_flow(diagram, tx, diagram.require(flow.id, Flow))
