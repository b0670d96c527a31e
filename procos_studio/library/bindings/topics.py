"""Binding to the topic of an external task, which stands on the task or on a message event's definition."""

from __future__ import annotations

from dataclasses import replace

from procos_studio.library.bindings.binding import dialect
from procos_studio.library.bindings.events import definition, with_definition
from procos_studio.library.definition import Parameter
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import CAMUNDA, OPERATON, clark
from procos_studio.model.transaction import Transaction


def read(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """The topic."""
    found = definition(element) or element
    return next((found.attributes[name] for name in _names("topic") if name in found.attributes), None)


def write(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Make it an external task of this topic, or none."""
    found = definition(element)
    names = {*_names("topic"), *_names("type")}
    kept = {name: value for name, value in (found or element).attributes.items() if name not in names}
    space = dialect(element)
    said = {clark(space, "type"): "external", clark(space, "topic"): text} if text else {}
    if found is None:
        tx.put(replace(element, attributes=kept | said))
    else:
        tx.put(with_definition(element, found, replace(found, attributes=kept | said)))


def _names(local: str) -> tuple[str, str]:
    return clark(CAMUNDA, local), clark(OPERATON, local)
