"""Healing: joins what led into nodes that go away with what followed them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from typing import NamedTuple

from procos_studio.edits.wiring import rewire
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import bpmn
from procos_studio.model.records import SequenceFlow
from procos_studio.model.rules import connection
from procos_studio.model.transaction import Transaction


class _Bridge(NamedTuple):
    """A flow that goes on living between two nodes that stay; `condition` is the flow whose condition it inherits."""

    flow: str
    source: str
    target: str
    condition: str = ""


def bridge(diagram: Diagram, tx: Transaction, gone: Set[str]) -> set[str]:
    """Rewire flows past nodes that are about to go: where all that enters leads to one node, or one flow enters.

    Flows that cannot be joined without guessing, or that BPMN would not let join, are left to go with the nodes.
    The keys of the flows that stay come back; they are to be drawn when the nodes have gone.
    """
    kept: set[str] = set()
    for plan in _plans(diagram, gone):
        flow = diagram.find(plan.flow, SequenceFlow)
        if flow is None or _exists(diagram, plan) or not connection(diagram, plan.source, plan.target):
            continue
        made = rewire(diagram, tx, flow, plan.source, plan.target)
        condition = diagram.require(plan.condition, SequenceFlow).detail(_CONDITION) if plan.condition else None
        if condition is not None and made.condition is None:
            tx.put(made.with_detail(condition))
        kept.add(made.id)
    return kept


_CONDITION = bpmn("conditionExpression")


def _plans(diagram: Diagram, gone: Set[str]) -> list[_Bridge]:
    entering = [flow for key in sorted(gone) for flow in diagram.incoming(key, SequenceFlow) if flow.source not in gone]
    reach = {flow.id: _leaving(diagram, flow.target, gone) for flow in entering}
    ways = Counter(name for found in reach.values() for name in found)
    plans: list[_Bridge] = []
    for flow in entering:
        leaving = [item for item in reach[flow.id].values() if item.target != flow.source]
        targets = {item.target for item in leaving}
        if len(targets) == 1:
            plans.append(_Bridge(flow.id, flow.source, targets.pop()))
        elif all(ways[item.id] == 1 for item in leaving):
            plans.extend(_Bridge(item.id, flow.source, item.target, flow.id) for item in leaving)
    return plans


def _leaving(diagram: Diagram, start: str, gone: Set[str]) -> dict[str, SequenceFlow]:
    """The flows by which what entered at `start` comes out of the nodes that go."""
    seen, stack = {start}, [start]
    found: dict[str, SequenceFlow] = {}
    while stack:
        for flow in diagram.outgoing(stack.pop(), SequenceFlow):
            if flow.target not in gone:
                found[flow.id] = flow
            elif flow.target not in seen:
                seen.add(flow.target)
                stack.append(flow.target)
    return found


def _exists(diagram: Diagram, plan: _Bridge) -> bool:
    return any(flow.target == plan.target for flow in diagram.outgoing(plan.source, SequenceFlow))
