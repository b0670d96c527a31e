"""Set condition: when a sequence flow is taken."""

from __future__ import annotations

from dataclasses import replace

from procos_studio.edits.refusing import known, refused, storable
from procos_studio.library.bindings.properties import formal
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import bpmn
from procos_studio.model.records import FlowNode, SequenceFlow

DECIDING = frozenset({"exclusiveGateway", "inclusiveGateway", "complexGateway"})


def set_condition(diagram: Diagram, flow: str, text: str) -> None:
    """Set the condition; `""` removes it. A default flow with a condition is no longer the default.

    Raises Refused where the source takes no conditions (BPMN 2.0, 10.6: parallel and event-based gateways, events).
    """
    found, wanted = known(diagram, flow, SequenceFlow, "sequence flow"), storable(text, flow)
    tag = bpmn("conditionExpression")
    before = found.detail(tag)
    if (before.text if before else "") == wanted:
        return
    source = diagram.find(found.source, FlowNode)
    if wanted and source is not None and not may_decide(source):
        message = f"A flow from “{source.label}” is always taken, so it has no condition."
        raise refused(message, flow, source.id, hint="Put an exclusive gateway before it.")
    with diagram.edit("Set condition") as tx:
        if not wanted:
            tx.put(found.without_details(tag))
            return
        tx.put(found.with_detail(replace(before or formal(diagram, "conditionExpression"), text=wanted, children=())))
        if source is not None and source.default_flow == found.get("id"):
            tx.put(source.with_attributes(default=None))


def may_decide(source: FlowNode) -> bool:
    """Whether flows that leave a node may have conditions, and one of them be the default."""
    return source.is_activity or source.kind in DECIDING
