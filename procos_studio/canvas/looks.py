"""Looks: everything that decides how a shape or an edge appears, taken from the document as comparable values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from procos_studio.model.commenting import is_commented_out
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.names import bpmn, local_reference
from procos_studio.model.records import (
    CONTAINERS,
    GATEWAYS,
    TASKS,
    Artifact,
    DataAssociation,
    DataElement,
    Drawn,
    Edge,
    Flow,
    FlowNode,
    Lane,
    MessageFlow,
    Participant,
    SequenceFlow,
    Shape,
)


@dataclass(frozen=True, slots=True)
class Face:
    """What a specialised block shows of its definition: stripe hue, icon (qtawesome name), lines of parameters."""

    hue: str
    icon: str
    lines: tuple[str, ...] = ()


Faces = Callable[[Element], Face | None]
"""The face of an element, None for a standard block."""


@dataclass(frozen=True, slots=True)
class ShapeLook:
    """A shape. `key` is the id of the BPMNShape, `element` of what it shows; `z` stacks it, higher above lower."""

    key: str
    element: str
    kind: str
    bounds: Bounds
    z: float
    name: str = ""
    label_bounds: Bounds | None = None
    fill: str = ""
    stroke: str = ""
    event: str = ""
    throwing: bool = False
    interrupting: bool = True
    instantiating: bool = False
    expanded: bool = False
    horizontal: bool = True
    markers: tuple[str, ...] = ()
    face: Face | None = None
    commented_out: bool = False
    linked: bool = False

    @property
    def has_outer_label(self) -> bool:
        """Whether the name stands beside the shape and not in it."""
        return bool(self.name) and (self.kind in OUTSIDE or self.kind.endswith("Event"))

    @property
    def is_area(self) -> bool:
        """Whether it is ground on which other shapes stand."""
        return self.expanded or self.kind in ("participant", "lane", "group")

    @property
    def guides(self) -> bool:
        """Whether others may be lined up with it: neither ground nor what rides on a border."""
        return not self.is_area and self.kind != "boundaryEvent"

    @property
    def is_activity(self) -> bool:
        """Whether this is a task, a sub-process or a call."""
        return self.kind in TASKS or self.kind in CONTAINERS or self.kind == "callActivity"


@dataclass(frozen=True, slots=True)
class EdgeLook:
    """An edge. `key` is the id of the BPMNEdge, `element` of the flow. `arrows` is `none`, `one` or `both`."""

    key: str
    element: str
    kind: str
    points: tuple[Point, ...]
    z: float
    name: str = ""
    label_bounds: Bounds | None = None
    stroke: str = ""
    default: bool = False
    conditional: bool = False
    arrows: str = "one"

    @property
    def has_outer_label(self) -> bool:
        """Whether a name is to be shown along it."""
        return bool(self.name) and len(self.points) > 1


Look = ShapeLook | EdgeLook

DATA = frozenset({"dataObject", "dataObjectReference", "dataStore", "dataStoreReference", "dataInput", "dataOutput"})
OUTSIDE = GATEWAYS | DATA | {"group"}
"""Kinds whose name stands outside, besides events."""

_COLOR = re.compile(r"#[0-9a-fA-F]{6}\Z|#[0-9a-fA-F]{3}\Z|[a-zA-Z]{3,24}\Z")
_LINKS = ("://", "](")
"""What notes hold that link somewhere: an address, or a name with a place behind it."""
_Z_POOL, _Z_LANE, _Z_CONTAINER, _Z_EDGE, _Z_NODE, _Z_BOUNDARY = 0, 1, 20, 200, 300, 310


def look_of(diagram: Diagram, drawn: Drawn, faces: Faces) -> Look | None:
    """The look of a shape or edge; None where what it shows does not exist or is nothing that can be drawn."""
    element = diagram.get(drawn.shows)
    if isinstance(drawn, Shape) and isinstance(element, (FlowNode, Participant, Lane, DataElement, Artifact)):
        return _shape_look(diagram, drawn, element, faces)
    if isinstance(drawn, Edge) and isinstance(element, Flow):
        return _edge_look(diagram, drawn, element)
    return None


def looks_on(diagram: Diagram, plane: str, faces: Faces) -> dict[str, Look]:
    """The looks of everything that is drawn on a plane, by key, in document order."""
    drawn = diagram.children(plane, Drawn) if plane in diagram else ()
    looks = (look_of(diagram, one, faces) for one in drawn)
    return {look.key: look for look in looks if look is not None}


def is_relocated(before: Element | None, after: Element | None) -> bool:
    """Whether only the place of a shape or edge, and that of its label, can be other than before."""
    return (
        isinstance(before, (Shape, Edge))
        and type(before) is type(after)
        and after is not None
        and (before.parent, before.attributes) == (after.parent, after.attributes)
    )


def relocated(look: Look, after: Element | None) -> Look:
    """The look of a shape or edge that was relocated so; quicker than to look at all that it shows."""
    read, writes = _SLOTS[type(look)]
    made: Look = object.__new__(type(look))
    for write, value in zip(writes, read(look), strict=True):
        write(made, value)
    if isinstance(after, Shape):
        object.__setattr__(made, "bounds", after.bounds)
        object.__setattr__(made, "label_bounds", after.label_bounds)
    elif isinstance(after, Edge):
        object.__setattr__(made, "points", after.waypoints)
        object.__setattr__(made, "label_bounds", after.label_bounds)
    return made


_SLOTS: Mapping[type[Look], tuple[Callable[[Look], tuple[Any, ...]], tuple[Callable[[Look, Any], None], ...]]] = {
    kind: (attrgetter(*kind.__slots__), tuple(vars(kind)[name].__set__ for name in kind.__slots__))
    for kind in (ShapeLook, EdgeLook)
}
"""How all fields of a look are read at once, and each is written, without a search for its name."""


def _shape_look(diagram: Diagram, shape: Shape, element: Element, faces: Faces) -> ShapeLook:
    node = element if isinstance(element, FlowNode) else None
    expanded = _expanded(shape, element)
    return ShapeLook(
        key=shape.id,
        element=element.id,
        kind=element.kind,
        bounds=shape.bounds,
        z=_depth(diagram, element, expanded),
        name=_name(diagram, element),
        label_bounds=shape.label_bounds,
        fill=_color(shape.fill),
        stroke=_color(shape.stroke),
        event=_event(node) if node else "",
        throwing=element.kind in ("endEvent", "intermediateThrowEvent", "implicitThrowEvent"),
        interrupting=node.is_interrupting if node else True,
        instantiating=element.flag("instantiate"),
        expanded=expanded,
        horizontal=shape.is_horizontal,
        markers=_markers(diagram, element),
        face=faces(element) if node is not None and node.is_activity else None,
        commented_out=node is not None and is_commented_out(diagram, node),
        linked=node is not None and _is_linked(node.documentation),
    )


def _edge_look(diagram: Diagram, edge: Edge, flow: Flow) -> EdgeLook:
    source = diagram.find(flow.source, FlowNode)
    is_default = source is not None and source.default_flow == flow.id
    conditional = isinstance(flow, SequenceFlow) and flow.condition is not None and not is_default
    return EdgeLook(
        key=edge.id,
        element=flow.id,
        kind=_flow_kind(flow),
        points=edge.waypoints,
        z=_Z_EDGE,
        name=flow.name,
        label_bounds=edge.label_bounds,
        stroke=_color(edge.stroke),
        default=is_default,
        conditional=conditional and source is not None and source.is_activity,
        arrows=_arrows(flow),
    )


def _flow_kind(flow: Flow) -> str:
    return "dataAssociation" if isinstance(flow, DataAssociation) else flow.kind


def _arrows(flow: Flow) -> str:
    if isinstance(flow, (SequenceFlow, MessageFlow, DataAssociation)):
        return "one"
    return {"One": "one", "Both": "both"}.get(flow.get("associationDirection"), "none")


def _name(diagram: Diagram, element: Element) -> str:
    if isinstance(element, Artifact):
        return element.annotation if element.kind == "textAnnotation" else _category(diagram, element)
    if isinstance(element, DataElement):
        state = element.detail(bpmn("dataState"))
        note = f"[{state.get('name')}]" if state and state.get("name") else ""
        return f"{element.name}\n{note}".strip()
    return element.name


def _category(diagram: Diagram, group: Element) -> str:
    """The value that a group's `categoryValueRef` names; category values are details of root categories."""
    wanted = group.reference("categoryValueRef")
    if not wanted:
        return ""
    for category in diagram.children(diagram.root.id, Element):
        for value in category.details if category.kind == "category" else ():
            if value.get("id") == wanted:
                return value.get("value")
    return ""


def _event(node: FlowNode) -> str:
    """The glyph of an event; a throwing or catching of several at once is `multiple` or `parallel`."""
    if not node.is_event:
        return ""
    if node.event_kind == "multiple" and node.flag("parallelMultiple"):
        return "parallel"
    return node.event_kind


def _expanded(shape: Shape, element: Element) -> bool:
    if isinstance(element, Participant):
        return bool(element.process)
    holds = isinstance(element, FlowNode) and (element.is_container or element.kind == "callActivity")
    return holds and shape.is_expanded


def _markers(diagram: Diagram, element: Element) -> tuple[str, ...]:
    if isinstance(element, DataElement):
        return _data_markers(diagram, element)
    if isinstance(element, Participant):
        return ("parallel",) if element.detail(bpmn("participantMultiplicity")) else ()
    return _node_markers(element) if isinstance(element, FlowNode) else ()


def _node_markers(node: FlowNode) -> tuple[str, ...]:
    found: list[str] = []
    if node.loop is not None:
        standard = node.loop.kind == "standardLoopCharacteristics"
        sequential = node.loop.get("isSequential") in ("true", "1")
        found.append("loop" if standard else "sequential" if sequential else "parallel")
    if node.flag("isForCompensation"):
        found.append("compensation")
    if node.kind == "adHocSubProcess":
        found.append("adhoc")
    if node.is_event_sub_process:
        found.append("event")
    return tuple(found)


def _data_markers(diagram: Diagram, element: DataElement) -> tuple[str, ...]:
    behind = diagram.get(local_reference(element.get("dataObjectRef"))) or element
    return ("parallel",) if behind.flag("isCollection") or element.flag("isCollection") else ()


def _is_linked(notes: str) -> bool:
    return bool(notes) and any(sign in notes for sign in _LINKS)


def _depth(diagram: Diagram, element: Element, expanded: bool) -> float:
    if isinstance(element, Participant):
        return _Z_POOL
    if isinstance(element, Lane):
        return _Z_LANE + sum(1 for item in diagram.ancestors(element.id) if isinstance(item, Lane))
    if isinstance(element, FlowNode) and expanded:
        return _Z_CONTAINER + sum(1 for item in diagram.ancestors(element.id) if isinstance(item, FlowNode))
    return _Z_BOUNDARY if element.kind == "boundaryEvent" else _Z_NODE


def _color(spelled: str) -> str:
    """A colour of the file if it is one by its spelling; anything else counts as none."""
    return spelled if spelled and _COLOR.match(spelled) else ""
