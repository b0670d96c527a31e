"""Events: event definitions, also those that stand elsewhere in the file, as the engine needs them."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.compiler import timing
from procos_studio.compiler.draft import Draft
from procos_studio.compiler.message_flows import message_name
from procos_studio.compiler.plan import Event
from procos_studio.compiler.positions import check_position
from procos_studio.compiler.reading import child, child_text, referred, says
from procos_studio.compiler.transfers import transfers
from procos_studio.compiler.values import Value
from procos_studio.expressions import ExpressionError
from procos_studio.model.elements import Element
from procos_studio.model.names import local_reference
from procos_studio.model.records import FlowNode
from procos_studio.model.xml import Xml
from procos_studio.problems import error

_TIMES = {"timeDate": "date", "timeDuration": "duration", "timeCycle": "cycle"}


def events(draft: Draft, node: FlowNode) -> tuple[Event, ...]:
    """The node's events; a kind that may not stand there, or lacks what it needs, is a fault."""
    found = tuple(event(draft, node, definition) for definition in definitions(draft, node))
    check_position(draft, node, found)
    return found


def definitions(draft: Draft, node: FlowNode) -> Iterator[Element | Xml]:
    """The node's event definitions, references followed."""
    for definition in node.event_definitions:
        if definition.kind != "eventDefinitionRef":
            yield definition
            continue
        target = draft.diagram.get(local_reference(definition.text))
        if target is None or not target.kind.endswith("EventDefinition"):
            hint = "Define the event in the node itself."
            draft.fault(node, "plan.event", f"“{node.label}” refers to an event that does not exist.", hint=hint)
        else:
            yield target


def event(draft: Draft, node: FlowNode, definition: Element | Xml) -> Event:
    """One event definition of a node."""
    kind = definition.kind.removesuffix("EventDefinition")
    match kind:
        case "message" | "signal":
            return _named(draft, node, definition, kind)
        case "timer":
            return Event(kind, timer=_timer(draft, node, definition))
        case "conditional":
            return _conditional(draft, node, definition)
        case "error" | "escalation":
            return _coded(draft, node, definition, kind)
        case "compensate":
            return _compensation(draft, node, definition)
    return Event(kind)


def _named(draft: Draft, node: FlowNode, definition: Element | Xml, kind: str) -> Event:
    if kind == "message":
        name = message_name(draft.diagram, node, definition)
    else:
        signal = referred(draft.diagram, definition, "signalRef")
        name = (signal.name or signal.id) if signal is not None else local_reference(definition.get("signalRef"))
    if not name:
        _nameless(draft, node, kind)
    payload = transfers(draft, node, definition, "in")
    return Event(kind, name=draft.value(node.id, name), payload=payload)


def _nameless(draft: Draft, node: FlowNode, kind: str) -> None:
    """To wait for nothing would be for ever; to throw nothing does no harm."""
    words, hint = f"“{node.label}” does not say which {kind}.", f"Choose a {kind} for it."
    if node.kind in ("intermediateThrowEvent", "endEvent", "implicitThrowEvent"):
        draft.warn("plan.nameless", words, node.id, hint=hint)
    else:
        draft.fault(node, "plan.nameless", words, hint=hint)


def _coded(draft: Draft, node: FlowNode, definition: Element | Xml, kind: str) -> Event:
    target = referred(draft.diagram, definition, f"{kind}Ref")
    code = (target.get(f"{kind}Code") or target.get("id") or target.name) if target is not None else None
    if target is None and definition.get(f"{kind}Ref"):
        code = local_reference(definition.get(f"{kind}Ref"))
    if code is None and node.kind in ("endEvent", "intermediateThrowEvent"):
        code = ""
    return Event(
        kind,
        code=code,
        code_variable=says(definition, f"{kind}CodeVariable"),
        message_variable=says(definition, f"{kind}MessageVariable"),
    )


def _conditional(draft: Draft, node: FlowNode, definition: Element | Xml) -> Event:
    found = child(definition, "condition")
    text = found.text if found else ""
    if not text.strip():
        hint = "Write its condition as ${…}."
        draft.fault(node, "plan.nameless", f"“{node.label}” has no condition.", hint=hint)
    changes = says(definition, "variableEvents").replace(",", " ").split()
    return Event(
        "conditional",
        condition=draft.condition(node.id, text),
        variable=says(definition, "variableName"),
        variable_events=frozenset(changes),
    )


def _compensation(draft: Draft, node: FlowNode, definition: Element | Xml) -> Event:
    key = local_reference(definition.get("activityRef"))
    number = draft.number(key) if key else -1
    if key and number < 0:
        hint = "Choose an activity of the same process."
        draft.fault(node, "plan.event", f"“{node.label}” compensates an activity that does not exist.", hint=hint)
    return Event("compensate", activity=number)


def _timer(draft: Draft, node: FlowNode, definition: Element | Xml) -> timing.Timer | None:
    for name, form in _TIMES.items():
        text = child_text(definition, name)
        if text:
            value = draft.value(node.id, text)
            return timing.Timer(form, value) if value is not None and _readable(draft, node, form, value) else None
    draft.fault(node, "plan.timer", f"“{node.label}” has no time.", hint="Give a date, a duration or a cycle.")
    return None


def _readable(draft: Draft, node: FlowNode, form: str, value: Value) -> bool:
    text = getattr(value, "source", "")
    if "{" in text:
        return True
    try:
        timing.first(form, text.strip(), 0.0)
    except ExpressionError as failure:
        hint = "Write it in ISO 8601, like PT15M or 2027-01-31T06:00:00, or as ${…}."
        draft.add(node.id, error("plan.timer", f"“{node.label}”: {failure}.", node.id, hint=hint))
        return False
    return True
