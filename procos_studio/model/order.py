"""Where a new child goes inside its parent, so that the file stays valid against the BPMN 2.0 schema."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from procos_studio.model.names import local_name

_ORDER = (
    # BaseElement, FlowElement, FlowNode, Activity (Semantic.xsd: tBaseElement, tFlowNode, tActivity)
    "import extension documentation extensionElements auditing monitoring categoryValueRef incoming outgoing"
    " ioSpecification property dataInput dataOutput dataInputAssociation dataOutputAssociation inputSet outputSet"
    " performer humanPerformer potentialOwner resourceRole standardLoopCharacteristics"
    # events, sub-processes, scripts, flows
    " multiInstanceLoopCharacteristics *eventDefinition eventDefinitionRef laneSet *flowElement *artifact rendering"
    " script conditionExpression completionCondition text"
    # lanes, participants, collaborations
    " partitionElement flowNodeRef childLaneSet processRef interfaceRef endPointRef participantMultiplicity"
    " participant messageFlow dataState"
    # data associations: sourceRef, targetRef, transformation, assignment
    " sourceRef targetRef transformation assignment"
    # diagram interchange (BPMNDI.xsd, DI.xsd)
    " Bounds waypoint BPMNLabel BPMNPlane BPMNShape BPMNEdge BPMNLabelStyle *root BPMNDiagram relationship"
).split()
_RANK = {name: rank for rank, name in enumerate(_ORDER)}
_RANK["BPMNEdge"] = _RANK["BPMNShape"]
_ARTIFACTS = frozenset({"association", "group", "textAnnotation"})
_LATE_IN_PROCESS = frozenset({"performer", "humanPerformer", "potentialOwner", "resourceRole"})


class _Holder(Protocol):
    @property
    def tag(self) -> str: ...
    @property
    def content(self) -> tuple[object, ...]: ...


def rank(parent_tag: str, tag: str) -> int:
    """The place of a child among its siblings in the schema's sequence; equal ranks keep their order."""
    parent, name = local_name(parent_tag), local_name(tag)
    if parent == "process" and name in _LATE_IN_PROCESS:
        return _RANK["*artifact"] + 1
    if parent == "collaboration" and name in _ARTIFACTS:
        return _RANK["messageFlow"]
    if name in _ARTIFACTS:
        return _RANK["*artifact"]
    if name.endswith("EventDefinition"):
        return _RANK["*root"] if parent == "definitions" else _RANK["*eventDefinition"]
    if name in _RANK:
        return _RANK[name]
    return _RANK["*root"] if parent == "definitions" else _RANK["*flowElement"]


def insertion_index(parent: _Holder, tag: str, tag_of: Callable[[str], str]) -> int:
    """The index in `parent.content` at which a child `tag` belongs: after the last sibling that may precede it.

    `tag_of` gives the tag of a child Element by its key; an unknown one (`""`) counts as a flow element.
    """
    wanted = rank(parent.tag, tag)
    for index in range(len(parent.content), 0, -1):
        item = parent.content[index - 1]
        sibling = tag_of(item) if isinstance(item, str) else getattr(item, "tag", "")
        if sibling[:1] not in "!?" and rank(parent.tag, sibling) <= wanted:
            return index
    return 0
