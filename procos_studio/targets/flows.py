"""What Camunda 7 demands of scopes, gateways and sequence flows."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.model.diagram import Diagram
from procos_studio.model.names import XSI, bpmn, clark
from procos_studio.model.records import FlowNode, SequenceFlow
from procos_studio.targets.deployed import flows, is_expression, nodes, says, scopes
from procos_studio.targets.limits import Finding


def start_event(diagram: Diagram) -> Iterator[Finding]:
    """Processes and sub-processes have a start event, sub-processes one only."""
    for scope in scopes(diagram):
        if scope.kind == "adHocSubProcess":
            continue
        starts = [node for node in diagram.children(scope.id, FlowNode) if node.kind == "startEvent"]
        if not starts:
            yield Finding(f"“{scope.label}” has no start event.", (scope.id,), "Place a start event.")
        elif len(starts) > 1 and isinstance(scope, FlowNode):
            keys = tuple(node.id for node in starts)
            yield Finding(f"the sub-process “{scope.label}” has several start events.", keys, "Keep one.")


def unknown_kind(diagram: Diagram) -> Iterator[Finding]:
    """Ad-hoc sub-processes and complex gateways do not exist there."""
    words = {"adHocSubProcess": "an ad-hoc sub-process", "complexGateway": "a complex gateway"}
    for node in nodes(diagram, *words):
        yield Finding(f"“{node.label}” is {words[node.kind]}, which is refused.", (node.id,), "Use plain BPMN for it.")


def exclusive_gateway(diagram: Diagram) -> Iterator[Finding]:
    """It has a way out; a single one has no condition, and of several at most one is without, the default."""
    for node in nodes(diagram, "exclusiveGateway"):
        leaving = diagram.outgoing(node.id, SequenceFlow)
        if not leaving:
            yield Finding(f"the decision “{node.label}” leads nowhere.", (node.id,), "Connect it, or delete it.")
        elif len(leaving) == 1 and leaving[0].condition is not None:
            hint = "Delete the condition, or add the other ways."
            yield Finding(f"the only way out of “{node.label}” has a condition.", (node.id, leaving[0].id), hint)
        elif len(leaving) > 1:
            yield from _choices(node, leaving)


def _choices(node: FlowNode, leaving: tuple[SequenceFlow, ...]) -> Iterator[Finding]:
    default = node.default_flow
    plain = [flow for flow in leaving if flow.condition is None and flow.id != default]
    if any(flow.id == default and flow.condition is not None for flow in leaving):
        yield Finding(
            f"the default flow of “{node.label}” has a condition.", (default, node.id), "Delete the condition."
        )
    if plain and (default or len(plain) > 1):
        keys = (node.id, *(flow.id for flow in plain))
        yield Finding(f"“{node.label}” has flows without a condition.", keys, "Give each a condition, but the default.")


def event_gateway(diagram: Diagram) -> Iterator[Finding]:
    """It leads to catch events only (no link), which nothing else leads to, and it cannot be asynchronous after."""
    for node in nodes(diagram, "eventBasedGateway"):
        if says(node, "asyncAfter") == "true":
            yield Finding(f"“{node.label}” cannot be asyncAfter.", (node.id,), "Use asyncBefore.")
        for flow in diagram.outgoing(node.id, SequenceFlow):
            target = diagram.find(flow.target, FlowNode)
            if target is None:
                continue
            if target.kind != "intermediateCatchEvent" or target.event_kind == "link":
                hint = "Put a message, signal, timer or conditional catch event there."
                yield Finding(f"“{node.label}” may not lead to “{target.label}”.", (node.id, target.id), hint)
            elif len(diagram.incoming(target.id, SequenceFlow)) > 1:
                hint = "Give the other way a catch event of its own."
                yield Finding(f"“{target.label}” is reached past “{node.label}” too.", (target.id, node.id), hint)


def flow_scope(diagram: Diagram) -> Iterator[Finding]:
    """A flow is written down where its ends are."""
    for flow in flows(diagram):
        ends = [diagram.find(key, FlowNode) for key in (flow.source, flow.target)]
        if any(end is not None and end.parent != flow.parent for end in ends):
            hint = "Draw the flow again."
            yield Finding(f"“{flow.label}” stands in another process than what it connects.", (flow.id,), hint)


def condition_type(diagram: Diagram) -> Iterator[Finding]:
    """A condition is a formal expression."""
    for flow in flows(diagram):
        found = flow.detail(bpmn("conditionExpression"))
        kind = found.get(clark(XSI, "type")) if found else ""
        if kind and kind.rpartition(":")[2] != "tFormalExpression":
            yield Finding(f"the condition of “{flow.label}” is of the type “{kind}”.", (flow.id,), "Write it again.")


def plain_condition(diagram: Diagram) -> Iterator[Finding]:
    """A condition without `${}` is a text there, and fails when it is reached."""
    for flow in flows(diagram):
        found = flow.detail(bpmn("conditionExpression"))
        if found is not None and not found.get("language") and not says(found, "resource"):
            text = found.text.strip()
            if not is_expression(text):
                yield Finding(f"the condition “{text[:40]}” is no expression.", (flow.id,), "Write ${…}.")


def ignored_condition(diagram: Diagram) -> Iterator[Finding]:
    """Conditions behind a parallel or event-based gateway are ignored."""
    for node in nodes(diagram, "parallelGateway", "eventBasedGateway"):
        for flow in diagram.outgoing(node.id, SequenceFlow):
            if flow.condition is not None:
                hint = "Delete the condition, or use an inclusive gateway."
                yield Finding(f"the condition after “{node.label}” is ignored.", (flow.id, node.id), hint)


def compensation_flow(diagram: Diagram) -> Iterator[Finding]:
    """An activity that undoes another stands outside of the flow."""
    for node in nodes(diagram):
        touching = (*diagram.incoming(node.id, SequenceFlow), *diagram.outgoing(node.id, SequenceFlow))
        if node.flag("isForCompensation") and touching:
            hint = "Delete the flow; only an association leads to it."
            yield Finding(f"a flow touches the compensation activity “{node.label}”.", (node.id, touching[0].id), hint)
