"""Flows: the sequence flows of a process with their conditions, and what is wrong with where they lead."""

from __future__ import annotations

from procos_studio.compiler.draft import Draft
from procos_studio.compiler.listeners import listeners
from procos_studio.compiler.plan import Flow
from procos_studio.expressions import Expression
from procos_studio.model.names import bpmn
from procos_studio.model.records import FlowNode, SequenceFlow

_UNCONDITIONED = frozenset({"parallelGateway", "eventBasedGateway"})
_LANGUAGES = ("juel", "javax.el", "uel", "expression")
_PLAIN_LANGUAGES = frozenset({"", "http://www.w3.org/1999/xpath", "http://www.java.com/javatypes"})


def compile_flows(draft: Draft) -> tuple[Flow, ...]:
    """The flows that carry tokens, numbered in document order; conditions where the engine looks at them."""
    found: list[Flow] = []
    for flow in draft.flows:
        source, target = draft.number(flow.source), draft.number(flow.target)
        if source < 0 or target < 0:
            _loose(draft, flow, source, target)
            continue
        node, end = draft.nodes[source], draft.nodes[target]
        if node.parent != end.parent:
            hint = "Keep both ends inside the same sub-process."
            words = f"The flow from “{node.label}” to “{end.label}” crosses the border of a sub-process."
            draft.fault(node, "plan.flow", words, flow.id, node.id, hint=hint)
            continue
        draft.flow_numbers[flow.id] = len(found)
        found.append(Flow(flow.id, source, target, _condition(draft, node, flow), listeners(draft, flow)))
    return tuple(found)


def _loose(draft: Draft, flow: SequenceFlow, source: int, target: int) -> None:
    known = draft.nodes[source if source >= 0 else target] if max(source, target) >= 0 else draft.process
    words = f"The flow “{flow.label}” does not join two elements of “{draft.process.label}”."
    hint = "Connect both of its ends, or delete it."
    if isinstance(known, FlowNode):
        draft.fault(known, "plan.flow", words, flow.id, known.id, hint=hint)
    else:
        draft.warn("plan.flow", words, flow.id, hint=hint)


def _condition(draft: Draft, node: FlowNode, flow: SequenceFlow) -> Expression | None:
    if flow.condition is None or node.kind in _UNCONDITIONED or node.default_flow == flow.id:
        return None
    found = flow.detail(bpmn("conditionExpression"))
    language = found.get("language").strip().lower() if found is not None else ""
    if language not in _PLAIN_LANGUAGES and not any(word in language for word in _LANGUAGES):
        hint = "Write it as ${…} without a language."
        words = f"The condition of “{flow.label}” is written in “{language}”."
        draft.fault(node, "plan.language", words, flow.id, node.id, hint=hint)
        return None
    return draft.condition(node.id, flow.condition, flow.id)
