"""Listeners: execution and task listeners that are expressions, and the rules that turn results into BPMN errors."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.compiler.draft import Draft
from procos_studio.compiler.plan import ErrorRule, Listener
from procos_studio.compiler.reading import child, extensions, referred
from procos_studio.expressions import check, compile_text, unparse
from procos_studio.expressions.expression import Parsed, parse_text
from procos_studio.expressions.syntax import Call, Variable
from procos_studio.model.elements import Element
from procos_studio.model.names import local_reference
from procos_studio.model.records import FlowNode, SequenceFlow
from procos_studio.model.xml import Xml
from procos_studio.problems import Refused

_EVENTS = {"executionListener": ("start", "end", "take"), "taskListener": ("create", "complete")}
_SETTERS = ("setVariable", "setVariableLocal")


def listeners(draft: Draft, holder: Element) -> tuple[Listener, ...]:
    """The listeners of a node, flow or process, in order; a fault for those that are Java or scripts.

    Those of events that never come here (nobody claims or changes a user task) are told, and left out.
    """
    items = [item for kind in _EVENTS for item in extensions(holder, kind)]
    heard = [item for item in items if item.get("event") in _EVENTS[item.kind]]
    if len(heard) < len(items):
        words = f"“{holder.label}” has listeners for events that never come here."
        draft.warn("plan.listener", words, holder.id, hint=f"Listen to {' or '.join(_EVENTS['taskListener'])}.")
    found = [_listener(item) for item in heard]
    if None in found:
        words = f"“{holder.label}” has listeners in Java or scripts, which do not run here."
        hint = "Write ${execution.setVariable('name', value)}, or do its work in a task of its own."
        node = draft.diagram.find(holder.source, FlowNode) if isinstance(holder, SequenceFlow) else holder
        draft.fault(node or holder, "plan.listener", words, holder.id, hint=hint)
    return tuple(item for item in found if item is not None)


def _listener(item: Xml) -> Listener | None:
    """None for what cannot be evaluated."""
    event, text = item.get("event"), item.get("expression").strip() or _juel(item)
    if not text:
        return None
    try:
        parsed = parse_text(text)
    except Refused:
        return None
    only = parsed[0].node if len(parsed) == 1 and isinstance(parsed[0], Parsed) else None
    if isinstance(only, Call) and _is_setter(only):
        name, value = (f"${{{unparse(argument)}}}" for argument in only.arguments)
        if check(name) or check(value):
            return None
        is_local = only.method == "setVariableLocal"
        return Listener(event, compile_text(value), compile_text(name), is_local)
    return None if check(text) else Listener(event, compile_text(text))


def _juel(item: Xml) -> str:
    """The text of a script that is an expression."""
    script = child(item, "script")
    is_juel = script is not None and script.get("scriptFormat").strip().lower() == "juel"
    return script.text.strip() if script is not None and is_juel else ""


def _is_setter(call: Call) -> bool:
    on = call.base.name if isinstance(call.base, Variable) else ""
    return on in ("execution", "task") and call.method in _SETTERS and len(call.arguments) == 2


def error_rules(draft: Draft, node: Element) -> Iterator[ErrorRule]:
    """camunda:errorEventDefinition of an external task: an error in whose case its expression is true."""
    for item in extensions(node, "errorEventDefinition"):
        error = referred(draft.diagram, item, "errorRef")
        code = (error.get("errorCode") or error.id) if error is not None else local_reference(item.get("errorRef"))
        condition = draft.condition(node.id, item.get("expression"))
        if condition is not None:
            yield ErrorRule(code, condition)
