"""Mappings: camunda:inputOutput, data associations, properties and what a call activity takes and gives."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from procos_studio.compiler.draft import Draft
from procos_studio.compiler.plan import Call, DataMove
from procos_studio.compiler.reading import child_text, extension, extensions, says
from procos_studio.compiler.transfers import transfers
from procos_studio.compiler.values import Assignment, Value, parameter_value
from procos_studio.expressions import Expression
from procos_studio.model.elements import Element
from procos_studio.model.names import local_reference
from procos_studio.model.records import DataAssociation, DataElement, FlowNode

_BINDINGS = {
    "latest": "",
    "deployment": "",
    "version": "calledElementVersion",
    "versionTag": "calledElementVersionTag",
}
"""How a call may be bound to a version, and the attribute that then names the version."""


def parameters(draft: Draft, node: Element, kind: str) -> tuple[Assignment, ...]:
    """The `inputParameter`s or `outputParameter`s, in order."""
    holder = extension(node, "inputOutput")
    found = []
    for item in holder.children if holder is not None else ():
        if item.kind == kind and item.get("name"):
            value = draft.guarded(node.id, partial(parameter_value, item, node.id))
            if value is not None:
                found.append(Assignment(item.get("name"), value))
    return tuple(found)


def call(draft: Draft, node: FlowNode) -> Call | None:
    """What a call activity calls, and with what."""
    nested = extension(node, "calledElement")
    called = node.get("calledElement") or says(node, "calledElement")
    if not called and nested is not None:
        called = nested.get("calledElement") or nested.get("key") or nested.text
    called = called.strip() if "{" in called else local_reference(called)
    if not called:
        lacking = "calls a case or nothing" if says(node, "caseRef") else "calls no process"
        draft.fault(node, "plan.no-call", f"“{node.label}” {lacking}.", hint="Choose the process it calls.")
        return None
    if says(node, "variableMappingClass") or says(node, "variableMappingDelegateExpression"):
        words, hint = f"“{node.label}” maps its variables in Java.", "Map them with in and out mappings instead."
        draft.fault(node, "plan.unsupported", words, hint=hint)
    value = draft.value(node.id, called)
    keys = [item.get("businessKey") for item in extensions(node, "in") if item.get("businessKey")]
    business_key = draft.expression(node.id, keys[0]) if keys else None
    ins, outs = transfers(draft, node, node, "in"), transfers(draft, node, node, "out")
    binding, which = _binding(draft, node)
    return Call(value, binding, which, business_key, ins, outs) if value is not None else None


def _binding(draft: Draft, node: FlowNode) -> tuple[str, Value | None]:
    """Which version a call activity means, as in Camunda."""
    if says(node, "calledElementTenantId"):
        words = f"“{node.label}” calls the process of a tenant; there are none here, so it calls the one there is."
        draft.warn("plan.tenant", words, node.id, hint="Leave the tenant out.")
    binding = says(node, "calledElementBinding") or "latest"
    attribute = _BINDINGS.get(binding)
    if attribute is None:
        words = f"“{node.label}” binds its call to “{binding[:40]}”."
        draft.fault(node, "plan.binding", words, hint=f"Write one of {', '.join(_BINDINGS)}.")
        return "latest", None
    which = says(node, attribute) if attribute else ""
    if attribute and not which:
        words = f"“{node.label}” does not say which {binding} of the process it calls."
        draft.fault(node, "plan.binding", words, hint=f"Give it {attribute}.")
    return binding, draft.value(node.id, which)


def data_moves(draft: Draft, node: Element, kind: str) -> tuple[DataMove, ...]:
    """The data associations of a kind (`dataInputAssociation` or `dataOutputAssociation`)."""
    found = draft.diagram.children(node.id, DataAssociation)
    return tuple(move for item in found if item.kind == kind for move in _moves(draft, node, item))


def _moves(draft: Draft, node: Element, item: DataAssociation) -> Iterator[DataMove]:
    assignments = [part for part in item.details if part.kind == "assignment"]
    for assignment in assignments:
        target = _bare(child_text(assignment, "to"))
        if target:
            yield DataMove((), target, draft.expression(node.id, child_text(assignment, "from")))
    if assignments:
        return
    transformation = child_text(item, "transformation")
    expression: Expression | None = draft.expression(node.id, transformation)
    target = next(iter(_names(draft, item.target)), "")
    if target and (item.source or expression is not None):
        yield DataMove(_names(draft, item.source), target, expression)


def _bare(text: str) -> str:
    return text[2:-1].strip() if text[:2] in ("${", "#{") else text


def _names(draft: Draft, key: str) -> tuple[str, ...]:
    """The variables that may hold a data element: its object's id, its own id, its name."""
    data = draft.diagram.find(key, DataElement)
    if data is None:
        return (key,) if key else ()
    behind = draft.diagram.find(data.reference("dataObjectRef"), DataElement)
    candidates = (behind.id if behind else "", data.id, behind.name if behind else "", data.name)
    return tuple(dict.fromkeys(name for name in candidates if name))


def local_names(draft: Draft, holder: Element) -> tuple[str, ...]:
    """The properties and data objects that live and end with a sub-process or a task."""
    properties = [item.get("id") or item.get("name") for item in holder.details if item.kind == "property"]
    objects = [item.id for item in draft.diagram.children(holder.id, DataElement) if item.kind == "dataObject"]
    return (*properties, *objects)
