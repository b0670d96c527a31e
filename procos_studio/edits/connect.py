"""Connect: joins two elements with the kind of flow that BPMN has for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from procos_studio.edits.drawing import drawn_on, plane_of_drawing
from procos_studio.edits.identifying import identified
from procos_studio.edits.laying import ANY_SIDE, Towards, bounds_of, dock_at, draw_flow
from procos_studio.edits.references import TARGET_PLACEHOLDER
from procos_studio.edits.refusing import refused
from procos_studio.edits.wiring import add_sequence_flow
from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import Ends, ends_of
from procos_studio.model.geometry import Point
from procos_studio.model.lines import Points
from procos_studio.model.names import bpmn
from procos_studio.model.order import insertion_index
from procos_studio.model.records import Collaboration, Flow, FlowNode
from procos_studio.model.routing import docked
from procos_studio.model.rules import connection
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import Xml, text_element


def connect(
    diagram: Diagram,
    source: str,
    target: str,
    waypoints: Sequence[Point] | None = None,
    towards: Towards = ANY_SIDE,
) -> str:
    """The key of a new flow from `source` to `target`, drawn along `waypoints` or routed.

    `towards` are points that say on which side of its source it leaves, and on which of its target it ends. Raises
    Refused where BPMN has no flow for the two.
    """
    verdict = connection(diagram, source, target)
    if not verdict:
        raise refused(verdict.reason, source, target, hint="Choose another target.")
    with diagram.edit("Connect") as tx:
        a, b = identified(diagram, tx, source), identified(diagram, tx, target)
        flow = create_flow(diagram, tx, verdict.kind, a, b)
        draw_flow(diagram, tx, flow, hand_drawn(diagram, ends_of(flow), waypoints), towards)
        return flow.id


def create_flow(diagram: Diagram, tx: Transaction, kind: str, source: str, target: str) -> Flow:
    """A new flow of a kind that `rules.connection` gave, not drawn yet."""
    match kind:
        case "sequenceFlow":
            return add_sequence_flow(diagram, tx, source, target)
        case "messageFlow":
            holder = next(item.id for item in diagram.children(diagram.root.id, Collaboration))
            made = tx.create(bpmn(kind), holder, "Flow", sourceRef=source, targetRef=target).id
        case "association":
            made = _association(diagram, tx, source, target)
        case _:
            made = _data_association(diagram, tx, kind, source, target)
    return diagram.require(made, Flow)


def hand_drawn(diagram: Diagram, ends: Ends, waypoints: Sequence[Point] | None) -> Points | None:
    """Way points that a person drew, docked on the borders of both ends; None where there are none."""
    plane = plane_of_drawing(diagram, ends.source)
    if not waypoints or plane is None or drawn_on(diagram, ends.target, plane.id) is None:
        return None
    boxes = [bounds_of(diagram, plane.id, end) for end in ends]
    if boxes[0] is None or boxes[1] is None:
        return None
    leaving, entering = dock_at(diagram, plane.id, ends[0], boxes[0]), dock_at(diagram, plane.id, ends[1], boxes[1])
    return docked(waypoints, boxes[0], boxes[1], leaving=leaving, entering=entering)


def _association(diagram: Diagram, tx: Transaction, source: str, target: str) -> str:
    start, end = diagram[source], diagram[target]
    compensates = isinstance(start, FlowNode) and isinstance(end, FlowNode)
    if compensates:
        tx.put(end.with_attributes(isForCompensation="true"))
    note = start if start.kind == "textAnnotation" or compensates else end
    direction = "One" if compensates else "None"
    made = tx.create(
        bpmn("association"),
        note.parent,
        "Association",
        associationDirection=direction,
        sourceRef=source,
        targetRef=target,
    )
    return made.id


def _data_association(diagram: Diagram, tx: Transaction, kind: str, source: str, target: str) -> str:
    """BPMN wants a target of its own for data that enters; Camunda Modeler gives the step a property for it."""
    if kind == "dataOutputAssociation":
        made = tx.create(bpmn(kind), source, "DataOutputAssociation", text_element("targetRef", target))
        return made.id
    key = tx.new_id("DataInputAssociation")
    placeholder = Xml(bpmn("property"), {"id": f"{key}_target", "name": TARGET_PLACEHOLDER})
    node = diagram.require(target, FlowNode)
    at = insertion_index(node, placeholder.tag, lambda child: diagram[child].tag)
    tx.put(replace(node, content=(*node.content[:at], placeholder, *node.content[at:])))
    ends = (text_element("sourceRef", source), text_element("targetRef", f"{key}_target"))
    made = tx.create(bpmn(kind), node.id, "DataInputAssociation", *ends)
    return made.id
