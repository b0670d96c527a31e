"""Bindings inside an event definition: timers, conditions, and attributes such as a link's name."""

from __future__ import annotations

from dataclasses import replace

from procos_studio.library.bindings.binding import refuse
from procos_studio.library.bindings.properties import formal
from procos_studio.library.definition import Parameter, qualified
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import CAMUNDA, OPERATON, bpmn, clark, local_name, namespace_of
from procos_studio.model.records import FlowNode
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import Xml

TIMES = ("timeDuration", "timeDate", "timeCycle")
_NEEDED = frozenset({"linkEventDefinition"})


def definition(element: Element) -> Xml | None:
    """The one event definition of a node; None without one, with several, or where it stands elsewhere."""
    found = element.event_definitions if isinstance(element, FlowNode) else ()
    return found[0] if len(found) == 1 and found[0].kind.endswith("EventDefinition") else None


def fresh(diagram: Diagram, kind: str) -> Xml:
    """An event definition of a kind, with what the schema demands of it."""
    made = Xml(bpmn(f"{kind}EventDefinition"))
    if kind == "conditional":
        return made.with_children(formal(diagram, "condition"))
    return made.with_attributes(name="") if made.kind in _NEEDED else made


def with_definition(element: Element, before: Xml, after: Xml) -> Element:
    """The element with one event definition exchanged."""
    content = tuple(after if item is before else item for item in element.content)
    return replace(element, content=content)


def _required(element: Element, parameter: Parameter) -> Xml:
    found = definition(element)
    if found is None:
        raise refuse(parameter, "belongs to an event of one kind, and this is none.", "Replace the block first.")
    return found


def _time(element: Element) -> Xml | None:
    found = definition(element)
    children = found.children if found else ()
    return next((child for child in children if child.kind in TIMES), None)


def read_timer_kind(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """`timeDuration`, `timeDate` or `timeCycle`."""
    found = _time(element)
    return found.kind if found else None


def write_timer_kind(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Choose the kind; a time of another kind goes, for it would mean nothing in the new one."""
    if text not in ("", *TIMES):
        raise refuse(parameter, "is one of three kinds.", "Choose a duration, a date or a cycle.")
    if (found := _time(element)) is None or found.kind != text:
        _set_time(tx, element, parameter, formal(diagram, text) if text else None)


def read_timer(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """The text of the time, if it is of the binding's kind."""
    found = _time(element)
    return found.text if found and found.kind == parameter.binding.name else None


def write_timer(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Set the time; a timer has one, so another kind of time goes."""
    before = _time(element)
    if not text and (before is None or before.kind != parameter.binding.name):
        return
    same = before if before and before.kind == parameter.binding.name else formal(diagram, parameter.binding.name)
    _set_time(tx, element, parameter, replace(same, text=text, children=()))


def _set_time(tx: Transaction, element: Element, parameter: Parameter, time: Xml | None) -> None:
    timer = _required(element, parameter)
    others = [child for child in timer.children if child.kind not in TIMES]
    tx.put(with_definition(element, timer, timer.with_children(*others, *([time] if time else []))))


def read_condition(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """The text of a conditional event's condition."""
    found = definition(element)
    condition = found.child(bpmn("condition")) if found else None
    return condition.text if condition else None


def write_condition(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Set the condition; the schema demands one, so an empty one stays."""
    found = _required(element, parameter)
    tag = bpmn("condition")
    condition = replace(found.child(tag) or formal(diagram, "condition"), text=text, children=())
    others = [child for child in found.children if child.tag != tag]
    tx.put(with_definition(element, found, found.with_children(*others, condition)))


def read_attribute(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """An attribute of the event definition, such as a link's `name` or `camunda:errorCodeVariable`."""
    found = definition(element)
    return found.attributes.get(_spelled(found, parameter)) if found else None


def write_attribute(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Set or remove it."""
    found = _required(element, parameter)
    name = _spelled(found, parameter)
    kept = {key: value for key, value in found.attributes.items() if key != name}
    needed = found.kind in _NEEDED and name == "name"
    value = {} if not needed and text in ("", parameter.absent) else {name: text}
    tx.put(with_definition(element, found, replace(found, attributes=kept | value)))


def _spelled(found: Xml, parameter: Parameter) -> str:
    """The attribute's Clark name in the dialect of the definition."""
    name = qualified(parameter.binding.name)
    speaks_operaton = any(namespace_of(attribute) == OPERATON for attribute in found.attributes)
    return clark(OPERATON, local_name(name)) if speaks_operaton and namespace_of(name) == CAMUNDA else name
