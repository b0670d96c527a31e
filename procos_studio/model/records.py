"""The typed records: what each kind of BPMN element says, in BPMN's words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Self

from procos_studio.model.copies import changed, knowing
from procos_studio.model.elements import Element
from procos_studio.model.geometry import Bounds, Point, number
from procos_studio.model.lazy import lazy
from procos_studio.model.names import BIOC, BPMN, BPMNDI, COLOR, DC, DI, bpmn, clark, local_reference
from procos_studio.model.xml import Xml

_BOUNDS, _WAYPOINT, _LABEL = clark(DC, "Bounds"), clark(DI, "waypoint"), clark(BPMNDI, "BPMNLabel")


@dataclass(frozen=True)
class Definitions(Element):
    """The root of a file. `prolog` and `epilog` are the comments and instructions before and after it, as text."""

    prolog: tuple[str, ...] = ()
    epilog: tuple[str, ...] = ()

    @property
    def target_namespace(self) -> str:
        """The namespace that other files use to refer to ours."""
        return self.get("targetNamespace")


class Process(Element):
    """A process: what can be started."""

    @property
    def is_executable(self) -> bool:
        """Whether Camunda deploys it; absent means no."""
        return self.flag("isExecutable")


class Collaboration(Element):
    """Pools and the message flows between them."""


class Participant(Element):
    """A pool; without `process` it is a black box."""

    @property
    def process(self) -> str:
        """The id of its process, or `""`."""
        return self.reference("processRef")


class LaneSet(Element):
    """The lanes of a process, of a sub-process, or nested in a lane (`childLaneSet`)."""


class Lane(Element):
    """A lane; it names its flow nodes."""

    @lazy
    def flow_nodes(self) -> tuple[str, ...]:
        """The ids of the nodes in this lane."""
        return tuple(local_reference(ref.text) for ref in self.details if ref.tag == bpmn("flowNodeRef"))


class FlowNode(Element):
    """Whatever a sequence flow can touch: activities, gateways and events."""

    @property
    def is_event(self) -> bool:
        """Whether this is an event of any position."""
        return self.kind.endswith("Event")

    @property
    def is_gateway(self) -> bool:
        """Whether this is a gateway."""
        return self.kind.endswith("Gateway")

    @property
    def is_activity(self) -> bool:
        """Whether this is a task, a sub-process or a call activity."""
        return not (self.is_event or self.is_gateway)

    @property
    def is_container(self) -> bool:
        """Whether it holds a process of its own."""
        return self.kind in CONTAINERS

    @property
    def is_event_sub_process(self) -> bool:
        """Whether it is a sub-process started by an event."""
        return self.kind == "subProcess" and self.flag("triggeredByEvent")

    @lazy
    def event_definitions(self) -> tuple[Xml, ...]:
        """Its event definitions and eventDefinitionRefs, in document order."""
        return tuple(item for item in self.details if item.kind.endswith(("EventDefinition", "eventDefinitionRef")))

    @property
    def event_kind(self) -> str:
        """`message`, `timer`, …; `multiple` for several, `none` without, `reference` for a definition elsewhere."""
        found = self.event_definitions
        if len(found) > 1:
            return "multiple"
        if not found:
            return "none"
        kind = found[0].kind
        return "reference" if kind == "eventDefinitionRef" else kind.removesuffix("EventDefinition")

    @property
    def attached_to(self) -> str:
        """The id of the activity that a boundary event rides on, or `""`."""
        return self.reference("attachedToRef")

    @property
    def is_interrupting(self) -> bool:
        """For a boundary event `cancelActivity`, for a start event `isInterrupting`; absent means yes."""
        return self.flag("cancelActivity" if self.kind == "boundaryEvent" else "isInterrupting", True)

    @property
    def default_flow(self) -> str:
        """The id of the default flow, or `""`."""
        return self.reference("default")

    @lazy
    def loop(self) -> Xml | None:
        """Its loop characteristics."""
        kinds = (bpmn("standardLoopCharacteristics"), bpmn("multiInstanceLoopCharacteristics"))
        return next((item for item in self.details if item.tag in kinds), None)


class Flow(Element):
    """Whatever joins two elements: sequence flow, message flow, association, data association."""

    @lazy
    def source(self) -> str:
        """The id at which it starts, or `""`."""
        return self.reference("sourceRef") or self._child_reference("sourceRef")

    @lazy
    def target(self) -> str:
        """The id at which it ends, or `""`."""
        return self.reference("targetRef") or self._child_reference("targetRef")

    def _child_reference(self, local: str) -> str:
        found = self.detail(bpmn(local))
        return local_reference(found.text) if found else ""


class SequenceFlow(Flow):
    """Carries tokens."""

    @property
    def condition(self) -> str | None:
        """The text of its condition; None without one."""
        found = self.detail(bpmn("conditionExpression"))
        return found.text.strip() if found else None


class MessageFlow(Flow):
    """Joins two pools, or elements in them."""


class Association(Flow):
    """Ties an artifact, or a compensation handler, to an element."""


class DataAssociation(Flow):
    """dataInputAssociation or dataOutputAssociation: moves data in or out of an activity or event."""


class DataElement(Element):
    """dataObject, dataObjectReference, dataStore, dataStoreReference, dataInput, dataOutput."""


class Artifact(Element):
    """textAnnotation or group."""

    @property
    def annotation(self) -> str:
        """The text of a text annotation."""
        found = self.detail(bpmn("text"))
        return found.text if found else ""


class RootElement(Element):
    """A message, signal, error, escalation, item definition or other thing that flow elements refer to."""


class Drawing(Element):
    """BPMNDiagram: one page."""


class Plane(Element):
    """BPMNPlane: the surface that shows a process, a collaboration or a collapsed sub-process."""

    @property
    def shows(self) -> str:
        """The id of the element whose inside is drawn here."""
        return self.reference("bpmnElement")


class Drawn(Element):
    """What shapes and edges share."""

    @property
    def shows(self) -> str:
        """The id of the drawn element."""
        return self.reference("bpmnElement")

    @lazy
    def label_bounds(self) -> Bounds | None:
        """Where its label stands, if the file says so."""
        label = self.detail(_LABEL)
        found = label.child(_BOUNDS) if label else None
        return _bounds(found) if found else None

    @property
    def stroke(self) -> str:
        """The border colour as the file spells it, or `""`."""
        return self.get(clark(COLOR, "border-color")) or self.get(clark(BIOC, "stroke"))

    def with_label_bounds(self, bounds: Bounds | None) -> Self:
        """A copy with the label placed; None leaves the placing to whoever draws."""
        tag = _LABEL
        label = self.detail(tag) or Xml(tag)
        kept = tuple(child for child in label.children if child.tag != _BOUNDS)
        return self.with_detail(label.with_children(*([bounds_xml(bounds)] if bounds else []), *kept))


class Shape(Drawn):
    """BPMNShape: the bounds of a node, lane, pool, data element or artifact."""

    @lazy
    def bounds(self) -> Bounds:
        """Its rectangle; zero at the origin where the file has none."""
        found = self.detail(_BOUNDS)
        return _bounds(found) if found else Bounds(0, 0, 0, 0)

    @property
    def is_expanded(self) -> bool:
        """Whether a sub-process shows its inside here; absent means no."""
        return self.flag("isExpanded")

    @property
    def is_horizontal(self) -> bool:
        """Whether a pool or lane runs from left to right; absent means yes."""
        return self.flag("isHorizontal", True)

    @property
    def fill(self) -> str:
        """The background colour as the file spells it, or `""`."""
        return self.get(clark(COLOR, "background-color")) or self.get(clark(BIOC, "fill"))

    def with_bounds(self, bounds: Bounds) -> Self:
        """A copy elsewhere or of another size."""
        made = self.with_detail(bounds_xml(bounds, self.detail(_BOUNDS)))
        x, y, width, height = (_spelled(value) for value in bounds)
        return knowing(made, bounds=Bounds(x, y, max(width, 0.0), max(height, 0.0)))


class Edge(Drawn):
    """BPMNEdge: the way points of a flow."""

    @lazy
    def waypoints(self) -> tuple[Point, ...]:
        """Its corners, from source to target."""
        return tuple([Point(_number(item, "x"), _number(item, "y")) for item in self.details if item.tag == _WAYPOINT])

    def with_waypoints(self, points: tuple[Point, ...]) -> Self:
        """A copy with these corners."""
        old = [place for place, item in enumerate(self.content) if isinstance(item, Xml) and item.tag == _WAYPOINT]
        index = len([item for item in self.content[:1] if isinstance(item, Xml) and item.kind == "extension"])
        place = old[0] if old else index
        rest = [item for item in self.content[place:] if not (isinstance(item, Xml) and item.tag == _WAYPOINT)]
        made = [Xml(_WAYPOINT, {"x": number(point.x), "y": number(point.y)}) for point in points]
        edge = changed(self, content=(*self.content[:place], *made, *rest))
        return knowing(edge, waypoints=tuple([Point(_spelled(point.x), _spelled(point.y)) for point in points]))


def bounds_xml(bounds: Bounds, like: Xml | None = None) -> Xml:
    """`dc:Bounds` of these bounds, keeping what else `like` carries."""
    values = {name: number(value) for name, value in bounds._asdict().items()}
    return changed(like, attributes={**like.attributes, **values}) if like else Xml(_BOUNDS, values)


def _bounds(found: Xml) -> Bounds:
    x, y, width, height = (_number(found, name) for name in ("x", "y", "width", "height"))
    return Bounds(x, y, max(width, 0.0), max(height, 0.0))


def _number(found: Xml, attribute: str) -> float:
    try:
        value = float(found.attributes.get(attribute, "0"))
    except ValueError:
        return 0.0
    if -FARTHEST <= value <= FARTHEST:
        return value
    return math.copysign(FARTHEST, value) if math.isfinite(value) else 0.0


def _spelled(value: float) -> float:
    """A coordinate as it is read again once it was written."""
    return round(value, 3) if -FARTHEST <= value <= FARTHEST else math.copysign(FARTHEST, value)


FARTHEST = 1e6
"""No coordinate is read as lying farther out than this; a reader reports those that do."""

CONTAINERS = frozenset({"subProcess", "transaction", "adHocSubProcess"})
TASKS = frozenset(
    {"task", "userTask", "serviceTask", "scriptTask", "sendTask", "receiveTask", "manualTask", "businessRuleTask"}
)
GATEWAYS = frozenset({"exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway"})
EVENTS = frozenset(
    {
        "startEvent",
        "endEvent",
        "intermediateCatchEvent",
        "intermediateThrowEvent",
        "implicitThrowEvent",
        "boundaryEvent",
    }
)


def _kinds(namespace: str, record: type[Element], *names: str) -> dict[str, type[Element]]:
    return {clark(namespace, name): record for name in names}


RECORDS: dict[str, type[Element]] = {
    **_kinds(BPMN, Definitions, "definitions"),
    **_kinds(BPMN, Process, "process"),
    **_kinds(BPMN, Collaboration, "collaboration"),
    **_kinds(BPMN, Participant, "participant"),
    **_kinds(BPMN, LaneSet, "laneSet", "childLaneSet"),
    **_kinds(BPMN, Lane, "lane"),
    **_kinds(BPMN, FlowNode, *CONTAINERS, *TASKS, *GATEWAYS, *EVENTS, "callActivity"),
    **_kinds(BPMN, SequenceFlow, "sequenceFlow"),
    **_kinds(BPMN, MessageFlow, "messageFlow"),
    **_kinds(BPMN, Association, "association"),
    **_kinds(BPMN, DataAssociation, "dataInputAssociation", "dataOutputAssociation"),
    **_kinds(BPMN, DataElement, "dataObject", "dataObjectReference", "dataStore", "dataStoreReference"),
    **_kinds(BPMN, DataElement, "dataInput", "dataOutput"),
    **_kinds(BPMN, Artifact, "textAnnotation", "group"),
    **_kinds(BPMN, Element, "ioSpecification"),
    **_kinds(BPMNDI, Drawing, "BPMNDiagram"),
    **_kinds(BPMNDI, Plane, "BPMNPlane"),
    **_kinds(BPMNDI, Shape, "BPMNShape"),
    **_kinds(BPMNDI, Edge, "BPMNEdge"),
}
"""The tags that become records; every child of `definitions` is one too, as a RootElement where it is not here."""


def record_type(tag: str, parent: type[Element] | None) -> type[Element] | None:
    """The record class of a tag below a parent of class `parent`; None where it is detail (Xml) of its parent."""
    found = RECORDS.get(tag)
    if found is None and parent is not None and issubclass(parent, Definitions) and tag.startswith("{"):
        return RootElement
    return found
