"""Bindings of data, pools and groups to what stands behind or inside them."""

from __future__ import annotations

from dataclasses import replace

from procos_studio.library.definition import Parameter, qualified
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import bpmn
from procos_studio.model.records import RootElement
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import Xml

_STATE, _MULTIPLICITY = bpmn("dataState"), bpmn("participantMultiplicity")


def read_object(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """An attribute of the data object that a reference shows."""
    behind = diagram.get(element.reference("dataObjectRef"))
    return (behind or element).attributes.get(qualified(parameter.binding.name))


def write_object(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Set it; a reference to nothing gets its data object."""
    value = None if text in ("", parameter.absent) else text
    behind = object_behind(diagram, tx, element)
    tx.put(behind.with_attribute_map({qualified(parameter.binding.name): value}))


def object_behind(diagram: Diagram, tx: Transaction, element: Element) -> Element:
    """The data object of a reference, made where there is none; of anything else, the element itself."""
    if element.kind != "dataObjectReference":
        return element
    found = diagram.get(element.reference("dataObjectRef"))
    if found is not None:
        return found
    made = tx.create(bpmn("dataObject"), element.parent, "DataObject")
    tx.put(diagram[element.id].with_attributes(dataObjectRef=made.id))
    return made


def read_state(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """The name of the state that data is in."""
    found = element.detail(_STATE)
    return found.get("name") or None if found else None


def write_state(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Set or remove the state."""
    found = element.detail(_STATE) or Xml(_STATE)
    tx.put(element.with_detail(found.with_attributes(name=text)) if text else element.without_details(_STATE))


def read_multiplicity(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """Whether a pool stands for many of its kind."""
    return "true" if element.detail(_MULTIPLICITY) else None


def write_multiplicity(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Let it stand for many, or for one."""
    found = element.detail(_MULTIPLICITY) or Xml(_MULTIPLICITY)
    tx.put(element.with_detail(found) if text == "true" else element.without_details(_MULTIPLICITY))


def read_category(diagram: Diagram, element: Element, parameter: Parameter) -> str | None:
    """The text of a group: the value of the category that it refers to."""
    _, value = _category(diagram, element)
    return value.get("value") or None if value else None


def write_category(diagram: Diagram, tx: Transaction, element: Element, parameter: Parameter, text: str) -> None:
    """Change the category's value, or make a category for the group."""
    category, value = _category(diagram, element)
    if category is None or value is None:
        if text:
            _add_category(diagram, tx, element, text)
        return
    content = tuple(value.with_attributes(value=text or None) if item is value else item for item in category.content)
    tx.put(replace(category, content=content))


def _category(diagram: Diagram, element: Element) -> tuple[Element | None, Xml | None]:
    wanted = element.reference("categoryValueRef")
    for root in diagram.children(diagram.root.id, RootElement) if wanted else ():
        for value in root.details if root.kind == "category" else ():
            if value.get("id") == wanted:
                return root, value
    return None, None


def _add_category(diagram: Diagram, tx: Transaction, element: Element, text: str) -> None:
    key = tx.new_id("Category")
    value = Xml(bpmn("categoryValue"), {"id": f"{key}_value", "value": text})
    tx.add(RootElement(key, bpmn("category"), diagram.root.id, {"id": key}, (value,)))
    tx.put(element.with_attributes(categoryValueRef=f"{key}_value"))
