"""Offering: which blocks are worth showing to a person who chooses one; the edit itself may still refuse."""

from __future__ import annotations

from procos_studio.library import BlockDefinition
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import bpmn
from procos_studio.model.records import RECORDS, DataElement, FlowNode, SequenceFlow

_NEVER_FOLLOW = frozenset({"boundaryEvent", "participant", "lane", "group"})


def may_follow(diagram: Diagram, source: str, block: BlockDefinition) -> bool:
    """Whether a flow from an element can lead to a new block of this kind."""
    if diagram.find(source, FlowNode) is None:
        return block.element not in ("boundaryEvent", "lane")
    return block.element not in _NEVER_FOLLOW and not _begins(block)


def may_replace(diagram: Diagram, key: str, block: BlockDefinition) -> bool:
    """Whether a step, event, gateway or data element can become a block of this kind, as its flows are."""
    element, record = diagram.get(key), RECORDS.get(bpmn(block.element))
    if not isinstance(element, (FlowNode, DataElement)) or record is None or not isinstance(element, record):
        return False
    if (element.kind == "boundaryEvent") != (block.element == "boundaryEvent"):
        return False
    leads_here, leads_on = diagram.incoming(key, SequenceFlow), diagram.outgoing(key, SequenceFlow)
    return not (_begins(block) and leads_here) and not (_ends(block) and leads_on)


def _begins(block: BlockDefinition) -> bool:
    """Whether no flow leads to it."""
    is_link = block.element == "intermediateCatchEvent" and block.event == "link"
    return block.element == "startEvent" or is_link or _stands_alone(block)


def _ends(block: BlockDefinition) -> bool:
    """Whether no flow leads on from it."""
    is_link = block.element == "intermediateThrowEvent" and block.event == "link"
    return block.element == "endEvent" or is_link or _stands_alone(block)


def _stands_alone(block: BlockDefinition) -> bool:
    """Whether it is an event sub-process."""
    return block.attributes.get("triggeredByEvent") == "true"
