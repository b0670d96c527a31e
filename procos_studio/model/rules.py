"""Rules: what BPMN lets be connected, contained and attached, each refusal said in one plain sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.ends import is_scope, pool_of, process_of, scope_of
from procos_studio.model.names import bpmn, local_name
from procos_studio.model.records import (
    Artifact,
    Collaboration,
    DataElement,
    Flow,
    FlowNode,
    Lane,
    LaneSet,
    Participant,
    Process,
    SequenceFlow,
)


class Verdict(NamedTuple):
    """The answer of a rule: `kind` says how it may be, and is `""` where it may not; then `reason` says why."""

    kind: str
    reason: str = ""

    def __bool__(self) -> bool:
        return bool(self.kind)


_THROWING = frozenset({"intermediateThrowEvent", "endEvent"})
_ANNOTATABLE = (FlowNode, DataElement, Participant, Lane, Flow)
_BOUNDARY_KINDS = frozenset(
    {
        "message",
        "timer",
        "error",
        "escalation",
        "cancel",
        "compensate",
        "conditional",
        "signal",
        "multiple",
        "reference",
    }
)
_AFTER_EVENT_GATEWAY = frozenset({"message", "timer", "conditional", "signal", "multiple", "reference"})
_DATA_IN_ITS_PLACE = frozenset({"dataInput", "dataOutput", "dataStore"})
_DATA_OF_A_SCOPE = frozenset({"dataObject", "dataObjectReference"})


def connection(diagram: Diagram, source: str, target: str) -> Verdict:
    """Whether, and by which kind of flow (a local tag such as `messageFlow`), `source` may lead to `target`."""
    a, b = diagram.get(source), diagram.get(target)
    if a is None or b is None:
        return _no("There is nothing here to connect.")
    if _is_note(a) or _is_note(b):
        return _association(a, b)
    if isinstance(a, DataElement) or isinstance(b, DataElement):
        return _data_association(diagram, a, b)
    if isinstance(a, Participant) or isinstance(b, Participant):
        return _message_flow(diagram, a, b)
    if not (isinstance(a, FlowNode) and isinstance(b, FlowNode)):
        return _no("Flows join steps, events, gateways, pools, data and annotations only.")
    if process_of(diagram, source) != process_of(diagram, target):
        return _message_flow(diagram, a, b)
    if scope_of(diagram, source) != scope_of(diagram, target):
        return _no("A sequence flow cannot cross the border of a sub-process.")
    if a.kind == "boundaryEvent" and a.event_kind == "compensate":
        return _compensation(diagram, a, b)
    reason = next((text for check in _SEQUENCE_RULES if (text := check(diagram, a, b))), "")
    return _no(reason) if reason else Verdict("sequenceFlow")


def may_contain(diagram: Diagram, holder: str, thing: str | Element) -> Verdict:
    """Whether an element, or a new one of a tag (local or Clark), may stand in a scope, pool or lane.

    `kind` of a yes is the local tag of what will be its parent in the file.
    """
    around = diagram.get(holder)
    kind = local_name(thing) if isinstance(thing, str) else thing.kind
    if around is None:
        return _no("There is nothing here that could hold it.")
    if isinstance(thing, Element) and (thing.id == holder or _is_inside(diagram, holder, thing.id)):
        return _no("A block cannot be put into itself.")
    if kind == "participant":
        return _pool_in(diagram, around)
    if kind in ("textAnnotation", "group"):
        return _artifact_in(diagram, around)
    if kind == "lane":
        return _lane_in(around)
    if kind == "boundaryEvent":
        return _no("A boundary event rides on the border of a step, not inside something.")
    return _flow_element_in(diagram, around, kind)


def may_attach(diagram: Diagram, host: str, event: str | FlowNode) -> Verdict:
    """Whether a boundary event, or a new one of an event kind (`timer`, `error` …), may ride on an element."""
    activity = diagram.find(host, FlowNode)
    kind = event if isinstance(event, str) else event.event_kind
    if activity is None or not activity.is_activity:
        return _no("Only tasks, sub-processes and call activities carry boundary events.")
    if activity.is_event_sub_process:
        return _no("An event sub-process carries no boundary events.")
    if activity.flag("isForCompensation"):
        return _no("A compensation step carries no boundary events.")
    if kind == "cancel" and activity.kind != "transaction":
        return _no("A cancel event rides on a transaction only.")
    if kind not in _BOUNDARY_KINDS:
        return _no("A boundary event needs something to wait for, such as a timer, a message or an error.")
    if _follows_event_gateway(diagram, activity):
        return _no("A receive task after an event-based gateway carries no boundary events.")
    return Verdict("boundaryEvent")


# connections ----------------------------------------------------------------------------------------------------------


def _no(reason: str) -> Verdict:
    return Verdict("", reason)


def _is_note(element: Element) -> bool:
    return isinstance(element, Artifact)


def _association(a: Element, b: Element) -> Verdict:
    """BPMN 2.0, 8.4.1: artifacts are tied to what they comment on."""
    if a.kind == "group" or b.kind == "group":
        return _no("A group is a frame only; nothing is connected to it.")
    other = b if _is_note(a) else a
    if _is_note(other):
        return _no("An annotation comments on an element, not on another annotation.")
    return Verdict("association") if isinstance(other, _ANNOTATABLE) else _no("An annotation cannot point to this.")


def _data_association(diagram: Diagram, a: Element, b: Element) -> Verdict:
    """BPMN 2.0, 10.4.2."""
    if isinstance(a, DataElement) and isinstance(b, DataElement):
        return _no("Data passes through a step; connect the step with each of them.")
    data, node, into = (a, b, True) if isinstance(a, DataElement) else (b, a, False)
    if not isinstance(node, FlowNode) or node.is_gateway:
        return _no("Data is read and written by tasks, sub-processes and events only.")
    if node.is_event and into != (node.kind in _THROWING):
        what = "A catching event only writes data" if into else "A throwing event only reads data"
        return _no(f"{what}: connect them the other way round.")
    if data.kind in _DATA_OF_A_SCOPE and not _is_inside(diagram, node.id, scope_of(diagram, data.id)):
        return _no("This data object belongs to another process or sub-process.")
    return Verdict("dataInputAssociation" if into else "dataOutputAssociation")


def _message_flow(diagram: Diagram, a: Element, b: Element) -> Verdict:
    """BPMN 2.0, 7.6.2 and table 7.4."""
    from_pool, to_pool = pool_of(diagram, a.id), pool_of(diagram, b.id)
    if not from_pool or not to_pool:
        return _no("These stand in different processes; put both into pools to let them exchange messages.")
    if from_pool == to_pool:
        return _no("Messages go from one pool to another, not within one.")
    for element, events, what in (
        (a, _THROWING, "sends"),
        (b, ("startEvent", "intermediateCatchEvent", "boundaryEvent"), "receives"),
    ):
        reason = _not_messaging(element, events, what)
        if reason:
            return _no(reason)
    return Verdict("messageFlow")


def _not_messaging(element: Element, events: frozenset[str] | tuple[str, ...], what: str) -> str:
    if not isinstance(element, (FlowNode, Participant)):
        return "Messages join pools, steps and message events only."
    if isinstance(element, FlowNode) and element.is_gateway:
        return f"A gateway neither sends nor receives messages; use a step or an event that {what} one."
    if isinstance(element, FlowNode) and element.is_event:
        speaks = any(item.kind == "messageEventDefinition" for item in element.event_definitions)
        if element.kind not in events or not speaks:
            return f"“{element.label}” is not an event that {what} a message."
    return ""


def _compensation(diagram: Diagram, event: FlowNode, handler: FlowNode) -> Verdict:
    """BPMN 2.0, 10.7: an association leads to the one activity that undoes the work."""
    if not handler.is_activity or handler.is_event_sub_process:
        return _no("A compensation event leads to a task or sub-process that undoes the work.")
    if handler.id == event.attached_to:
        return _no("A step cannot undo itself; lead to another one.")
    if diagram.incoming(handler.id, SequenceFlow) or diagram.outgoing(handler.id, SequenceFlow):
        return _no("A step that undoes work stands outside the flow; this one is connected already.")
    return Verdict("association")


_Rule = Callable[[Diagram, FlowNode, FlowNode], str]


def _leaves(_: Diagram, a: FlowNode, __: FlowNode) -> str:
    """BPMN 2.0, tables 7.3, 10.4.4 (end), 10.5.4 (link), 10.3.5 (event sub-process)."""
    if a.kind == "endEvent":
        return "Nothing can follow an end event."
    if a.is_event_sub_process:
        return "An event sub-process is started by its event, so no flow leaves it."
    if a.flag("isForCompensation"):
        return "A compensation step stands outside the flow, so no flow leaves it."
    if _is_link(a) and a.kind in _THROWING:
        return "A link goes on at its twin of the same name, so no flow leaves it."
    return ""


def _reaches(_: Diagram, __: FlowNode, b: FlowNode) -> str:
    if b.kind == "startEvent":
        return "Nothing can lead to a start event."
    if b.kind == "boundaryEvent":
        return "Nothing can lead to a boundary event; its step triggers it."
    if b.is_event_sub_process:
        return "An event sub-process is started by its event, so no flow leads to it."
    if b.flag("isForCompensation"):
        return "A compensation step is reached from a compensation event only."
    if _is_link(b) and b.kind == "intermediateCatchEvent":
        return "A link is entered from its twin of the same name, so no flow leads to it."
    return ""


def _loops(_: Diagram, a: FlowNode, b: FlowNode) -> str:
    return "An event or gateway cannot follow itself." if a.id == b.id and not a.is_activity else ""


def _from_event_gateway(diagram: Diagram, a: FlowNode, b: FlowNode) -> str:
    """BPMN 2.0, 10.6.6."""
    entering = [diagram.find(flow.source, FlowNode) for flow in diagram.incoming(b.id, SequenceFlow)]
    if a.kind != "eventBasedGateway":
        after = any(node is not None and node.kind == "eventBasedGateway" for node in entering)
        return "What follows an event-based gateway is reached from there only." if after else ""
    is_catch = b.kind == "intermediateCatchEvent" and b.event_kind in _AFTER_EVENT_GATEWAY
    if not is_catch and b.kind != "receiveTask":
        return "An event-based gateway leads to events that wait, or to receive tasks."
    if any(node is not None and node.id != a.id for node in entering):
        return "What follows an event-based gateway is reached from there only; this has another way in."
    if b.kind == "receiveTask" and diagram.boundary_events(b.id):
        return "A receive task after an event-based gateway carries no boundary events."
    others = {"receiveTask"} if b.event_kind == "message" else {"messageEvent"} if b.kind == "receiveTask" else set()
    if others & set(_messages_after(diagram, a)):
        return "After one event-based gateway, use either message events or receive tasks."
    return ""


def _messages_after(diagram: Diagram, gateway: FlowNode) -> Iterator[str]:
    for flow in diagram.outgoing(gateway.id, SequenceFlow):
        node = diagram.find(flow.target, FlowNode)
        if node is not None and (node.kind == "receiveTask" or node.event_kind == "message"):
            yield node.kind if node.kind == "receiveTask" else "messageEvent"


_SEQUENCE_RULES: tuple[_Rule, ...] = (_leaves, _reaches, _loops, _from_event_gateway)


def _is_link(node: FlowNode) -> bool:
    return node.detail(bpmn("linkEventDefinition")) is not None


def _follows_event_gateway(diagram: Diagram, node: FlowNode) -> bool:
    sources = (diagram.find(flow.source, FlowNode) for flow in diagram.incoming(node.id, SequenceFlow))
    return any(source is not None and source.kind == "eventBasedGateway" for source in sources)


# containment ----------------------------------------------------------------------------------------------------------


def _is_inside(diagram: Diagram, key: str, holder: str) -> bool:
    return any(item.id == holder for item in diagram.ancestors(key))


def _pool_in(diagram: Diagram, around: Element) -> Verdict:
    if isinstance(around, (Participant, Lane)) or (isinstance(around, Process) and diagram.participant(around.id)):
        return _no("A pool cannot stand inside another pool.")
    if isinstance(around, FlowNode):
        return _no("A pool cannot stand inside a sub-process.")
    return Verdict("collaboration") if isinstance(around, (Collaboration, Process)) else _no(_NOTHING_GOES_HERE)


def _artifact_in(diagram: Diagram, around: Element) -> Verdict:
    if isinstance(around, Collaboration) or (isinstance(around, Participant) and not around.process):
        return Verdict("collaboration")
    scope = _scope(diagram, around)
    return Verdict(scope.kind) if scope else _no(_NOTHING_GOES_HERE)


def _lane_in(around: Element) -> Verdict:
    if isinstance(around, Participant) and not around.process:
        return _no("This pool is a black box; lanes divide a pool that shows its process.")
    if isinstance(around, (Participant, Lane, LaneSet)):
        return Verdict("laneSet")
    return _no("Lanes divide a pool or another lane.")


def _flow_element_in(diagram: Diagram, around: Element, kind: str) -> Verdict:
    if isinstance(around, Participant) and not around.process:
        return _no("This pool is a black box: what happens inside is not shown.")
    if isinstance(around, Collaboration):
        return _no("Steps stand inside a pool; drop this into one.")
    scope = _scope(diagram, around)
    if scope is None:
        return _no(_NOTHING_GOES_HERE)
    if scope.kind == "adHocSubProcess" and kind in ("startEvent", "endEvent"):
        return _no("An ad-hoc sub-process has neither start nor end: its steps run in any order.")
    if kind in _DATA_IN_ITS_PLACE:
        return _no("This data belongs to its process and stays there.")
    return Verdict(scope.kind)


def _scope(diagram: Diagram, around: Element) -> Element | None:
    """The scope that a holder stands for: itself, the process of a pool, or what a lane divides."""
    if isinstance(around, Participant):
        return diagram.get(around.process)
    if is_scope(around):
        return around
    return diagram.get(scope_of(diagram, around.id)) if isinstance(around, (Lane, LaneSet)) else None


_NOTHING_GOES_HERE = "Nothing can be put here; drop it on a process, a pool, a lane or a sub-process."
