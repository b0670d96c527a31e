"""Tasks: what each task asks for, and which ones the engine cannot serve."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from procos_studio.compiler.draft import Draft
from procos_studio.compiler.listeners import error_rules
from procos_studio.compiler.message_flows import message_name
from procos_studio.compiler.plan import Event, Task
from procos_studio.compiler.reading import child_text, extension, extensions, says
from procos_studio.compiler.values import Assignment, Value, text_value
from procos_studio.model.elements import Element
from procos_studio.model.names import bpmn
from procos_studio.model.records import FlowNode
from procos_studio.model.xml import Xml
from procos_studio.problems import Refused

_PYTHON = frozenset({"python", "python3", "text/x-python", "application/x-python", "application/python"})
_BLOCK = "Use a block with a topic (an external task) instead."
_PARTS = {
    "class": ("a Java class", _BLOCK),
    "delegateExpression": ("a Java delegate", _BLOCK),
    "decisionRef": ("a DMN decision", "Decide with a gateway, a script or a block instead."),
}
_WORKING = {
    "serviceTask": "service",
    "globalBusinessRuleTask": "service",
    "sendTask": "send",
    "businessRuleTask": "service",
    "intermediateThrowEvent": "send",
    "endEvent": "send",
}


def task(draft: Draft, node: Element) -> Task | None:
    """What a task (also a global one, or a message event with an implementation) asks for; None where it is none."""
    match node.kind:
        case "userTask" | "globalUserTask":
            return _user(draft, node)
        case "scriptTask" | "globalScriptTask":
            return _script(draft, node)
        case "task" | "manualTask" | "globalTask" | "globalManualTask":
            return Task("pass")
        case "receiveTask":
            return Task("receive")
    return _implemented(draft, node) if node.kind in _WORKING else None


def message_task(draft: Draft, node: FlowNode, definition: Xml) -> Task | None:
    """What a message throw or end event asks for; its definition holds what a task has as its own."""
    if extension(definition, "connector") is not None:
        draft.fault(node, "plan.unsupported", f"“{node.label}” uses a connector.", hint=_BLOCK)
    attributes = {**definition.attributes, "name": node.name, "id": node.get("id")}
    return task(draft, Element(node.id, bpmn(node.kind), attributes=attributes, content=node.content))


def receive(draft: Draft, node: FlowNode) -> tuple[Event, ...]:
    """The message that a receive task waits for; none where it names none: then whoever holds its token ends it."""
    name = message_name(draft.diagram, node, node)
    if not name:
        hint = "Choose a message for it."
        draft.warn("plan.nameless", f"“{node.label}” does not say which message it waits for.", node.id, hint=hint)
        return ()
    return (Event("message", name=draft.value(node.id, name)),)


def send(draft: Draft, node: FlowNode, asked: Task) -> tuple[Event, ...]:
    """The message that a send task without an implementation sends."""
    name = message_name(draft.diagram, node, node) if asked.kind == "pass" else ""
    return (Event("message", name=draft.value(node.id, name)),) if name else ()


def _implemented(draft: Draft, node: Element) -> Task:
    kind, nested = _WORKING[node.kind], extension(node, "externalTask")
    topic = says(node, "topic") or (nested.get("topic") if nested is not None else "")
    way = says(node, "type")
    for attribute, (what, hint) in _PARTS.items():
        if says(node, attribute):
            draft.fault(node, "plan.unsupported", f"“{node.label}” needs {what}, which does not run here.", hint=hint)
            return Task("pass")
    if extension(node, "connector") is not None:
        draft.fault(node, "plan.unsupported", f"“{node.label}” uses a connector.", hint=_BLOCK)
    if way == "external" or (topic and not way):
        if not topic:
            draft.fault(node, "plan.no-topic", f"“{node.label}” names no topic.", hint="Give it a topic.")
        return Task(kind, topic=topic, retries=_retries(node), errors=tuple(error_rules(draft, node)))
    if way:
        draft.fault(node, "plan.unsupported", f"“{node.label}” is a task of type “{way}”.", hint=_BLOCK)
    expression = says(node, "expression")
    if expression:
        compiled = draft.expression(node.id, expression)
        return Task("expression", expression=compiled, result_variable=says(node, "resultVariable"))
    return _bare(draft, node)


def _bare(draft: Draft, node: Element) -> Task:
    is_event = node.kind.endswith("Event")
    is_told = isinstance(node, FlowNode) and bool(message_name(draft.diagram, node, node))
    if not is_event and not (node.kind == "sendTask" and is_told):
        hint = "Replace it with a block from the library, or give it a topic."
        draft.warn(
            "plan.no-implementation", f"“{node.label}” has no implementation and does nothing.", node.id, hint=hint
        )
    return Task("pass")


def _script(draft: Draft, node: Element) -> Task:
    language = node.get("scriptFormat").strip().lower()
    code = next((item.text for item in node.details if item.kind == "script"), "")
    if says(node, "resource"):
        hint = "Put the script into the task."
        draft.fault(node, "plan.unsupported", f"“{node.label}” takes its script from elsewhere.", hint=hint)
    elif not code.strip():
        hint = "Write the script in its form."
        draft.warn("plan.no-implementation", f"“{node.label}” has no script and does nothing.", node.id, hint=hint)
        return Task("pass")
    elif language == "juel":
        expression = draft.expression(node.id, code.strip())
        return Task("expression", expression=expression, result_variable=says(node, "resultVariable"))
    elif language not in _PYTHON:
        said = f"is written in “{language}”" if language else "does not say its language"
        draft.fault(node, "plan.language", f"The script “{node.label}” {said}.", hint="Write it in Python.")
    result = says(node, "resultVariable")
    return Task("script", code=code, language="python", result_variable=result, retries=_retries(node))


def _user(draft: Draft, node: Element) -> Task:
    form = extension(node, "formData")
    fields = tuple(item for item in form.children if item.kind == "formField") if form is not None else ()
    return Task(
        "user",
        form=tuple(_field(item) for item in fields),
        defaults=tuple(_defaults(draft, node, fields)),
        assignee=draft.value(node.id, says(node, "assignee") or _performer(node)),
        candidate_users=draft.value(node.id, says(node, "candidateUsers")),
        candidate_groups=draft.value(node.id, says(node, "candidateGroups")),
        due=_due(draft, node),
        retries=_retries(node),
    )


def _due(draft: Draft, node: Element) -> Value | None:
    """When a user task is due is only shown; what cannot be read must not keep the process from running."""
    text = says(node, "dueDate")
    try:
        return text_value(text, node.id) if text else None
    except Refused:
        hint = "Write a date, or ${…} of a variable that holds one."
        draft.warn("plan.due", f"The due date of “{node.label}” cannot be read and is left out.", node.id, hint=hint)
        return None


def _performer(node: Element) -> str:
    for role in ("humanPerformer", "performer"):
        for item in node.details:
            if item.kind == role:
                assigned = next((part for part in item.children if part.kind == "resourceAssignmentExpression"), None)
                return child_text(assigned, "formalExpression") if assigned is not None else ""
    return ""


def _field(item: Xml) -> Mapping[str, Any]:
    """A form field as JSON: id, label, type, values (of an enum) and constraints by name."""
    values = {value.get("id"): value.get("name") for value in item.children if value.kind == "value"}
    validation = next((part for part in item.children if part.kind == "validation"), None)
    rules = {rule.get("name"): rule.get("config") for rule in validation.children} if validation is not None else {}
    found: dict[str, Any] = {"id": item.get("id"), "label": item.get("label"), "type": item.get("type") or "string"}
    if values:
        found["values"] = values
    if rules:
        found["constraints"] = rules
    return found


def _defaults(draft: Draft, node: Element, fields: tuple[Xml, ...]) -> Iterator[Assignment]:
    for item in fields:
        if item.get("defaultValue"):
            value = draft.value(node.id, item.get("defaultValue"))
            if value is not None:
                yield Assignment(item.get("id"), value)


def _retries(node: Element) -> str:
    found = extension(node, "failedJobRetryTimeCycle")
    return found.text.strip() if found is not None else ""


def properties(node: Element) -> Mapping[str, str]:
    """camunda:property by name."""
    holders = extensions(node, "properties")
    return {item.get("name"): item.get("value") for holder in holders for item in holder.children if item.get("name")}
