"""Judging: what the rules of BPMN say of a flow that exists already."""

from __future__ import annotations

from procos_studio.edits.refusing import refused
from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import Ends, ends_of
from procos_studio.model.records import Flow
from procos_studio.model.rules import Verdict, connection
from procos_studio.model.transaction import Transaction


def verdict_of(diagram: Diagram, tx: Transaction, flow: Flow, ends: Ends | None = None) -> Verdict:
    """The rules' verdict on a flow's ends, or on others, as if the flow were not there: it is not in its own way."""
    current = diagram.require(flow.id, Flow)
    at = diagram[current.parent].content.index(flow.id)
    tx.remove(flow.id)
    verdict = connection(diagram, *(ends or ends_of(current)))
    tx.add(current, at)
    return verdict


def demand(diagram: Diagram, tx: Transaction, flow: Flow) -> None:
    """Raise Refused where BPMN does not let a flow of its kind join what it joins now."""
    current = diagram.require(flow.id, Flow)
    verdict = verdict_of(diagram, tx, current)
    if verdict.kind != current.kind:
        reason = verdict.reason or "One of the flows would not fit any more."
        raise refused(reason, *ends_of(current), flow.id, hint="Delete or change the flow first.")
