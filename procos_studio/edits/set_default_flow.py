"""Set default flow: the flow that is taken when no condition holds."""

from __future__ import annotations

from procos_studio.edits.identifying import identified
from procos_studio.edits.refusing import known, refused
from procos_studio.edits.set_condition import may_decide
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import bpmn
from procos_studio.model.records import FlowNode, SequenceFlow


def set_default_flow(diagram: Diagram, flow: str, default: bool = True) -> None:
    """Make a sequence flow the default of its source, or an ordinary flow again; a default has no condition.

    Raises Refused where the source does not decide.
    """
    found = known(diagram, flow, SequenceFlow, "sequence flow")
    source = known(diagram, found.source, FlowNode, "source")
    is_default = bool(source.default_flow) and source.default_flow == found.get("id")
    if is_default == default:
        return
    if default and not may_decide(source):
        message = f"“{source.label}” does not choose among its flows, so none is the default."
        raise refused(message, flow, source.id, hint="Only decisions and steps have a default flow.")
    with diagram.edit("Make default flow" if default else "Make ordinary flow") as tx:
        if not default:
            tx.put(source.with_attributes(default=None))
            return
        key = identified(diagram, tx, flow)
        tx.update(key, SequenceFlow, lambda item: item.without_details(bpmn("conditionExpression")))
        tx.update(source.id, FlowNode, lambda item: item.with_attributes(default=key))
