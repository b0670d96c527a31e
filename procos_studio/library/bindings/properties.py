"""Bindings to an element's own attributes and text children, as element templates' `property` means them."""

from __future__ import annotations

from dataclasses import replace

from procos_studio.library.bindings.binding import spelled
from procos_studio.library.definition import Parameter, qualified
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import BPMN, XSI, bpmn, clark
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import Xml

_EXPRESSIONS = frozenset({"conditionExpression", "completionCondition", "activationCondition"})
_TEXTS = frozenset({"script", "text"})
_TYPE = clark(XSI, "type")


def read(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """An attribute, or the text of a child where BPMN has the property as one."""
    name = parameter.binding.name
    if name in _EXPRESSIONS | _TEXTS:
        found = element.detail(bpmn(name))
        return found.text if found else None
    return element.attributes.get(spelled(element, qualified(name)))


def write(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Set it; `""`, and what the schema means anyway, removes it."""
    name = parameter.binding.name
    if name in _EXPRESSIONS | _TEXTS:
        tx.put(_with_child(diagram, element, name, text))
        return
    value = None if text in ("", parameter.absent) else text
    tx.put(element.with_attribute_map({spelled(element, qualified(name)): value}))


def _with_child(diagram: Diagram, element: Element, name: str, text: str) -> Element:
    tag = bpmn(name)
    if not text:
        return element.without_details(tag)
    fresh = formal(diagram, name) if name in _EXPRESSIONS else Xml(tag)
    return element.with_detail(replace(element.detail(tag) or fresh, text=text, children=()))


def formal(diagram: Diagram, local: str, text: str = "") -> Xml:
    """A formal expression, marked as such where the file has a prefix for BPMN's types."""
    spaces = diagram.root.namespaces
    prefix = next((prefix for prefix, uri in spaces.items() if uri == BPMN), "")
    if prefix == "":
        return Xml(bpmn(local), text=text)
    return Xml(bpmn(local), {_TYPE: f"{prefix}:tFormalExpression" if prefix else "tFormalExpression"}, text)


def read_documentation(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """The first documentation."""
    return element.documentation or None


def write_documentation(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Replace the first documentation; its format and the further ones stay."""
    tag = bpmn("documentation")
    found = element.detail(tag)
    if not text:
        tx.put(element.without_detail(found) if found else element)
        return
    tx.put(element.with_detail(replace(found or Xml(tag), text=text, children=())))
