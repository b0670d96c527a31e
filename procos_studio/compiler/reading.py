"""Reading: the extensions of Camunda, Operaton and Activiti alike, and references to root elements."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import ENGINE_NAMESPACES, clark, local_reference, namespace_of
from procos_studio.model.xml import Xml


def says(item: Element | Xml, name: str) -> str:
    """An extension attribute, `""` where absent."""
    return next((value for space in ENGINE_NAMESPACES if (value := item.get(clark(space, name)))), "")


def extensions(item: Element | Xml, name: str) -> tuple[Xml, ...]:
    """The extension elements of a name, of an element or of a piece of XML inside one."""
    return tuple(child for child in _extended(item) if child.kind == name and is_extension(child))


def is_extension(item: Xml) -> bool:
    """Whether a piece of XML is an engine's extension."""
    return namespace_of(item.tag) in ENGINE_NAMESPACES


def extension(item: Element | Xml, name: str) -> Xml | None:
    """The first extension element of a name."""
    return next(iter(extensions(item, name)), None)


def _extended(item: Element | Xml) -> Iterator[Xml]:
    if isinstance(item, Element):
        yield from item.extensions
        return
    for child in item.children:
        if child.kind == "extensionElements":
            yield from child.children


def child_text(item: Element | Xml, name: str) -> str:
    """The text of the first child of a local name, stripped; `""` where absent."""
    found = child(item, name)
    return found.text.strip() if found else ""


def child(item: Element | Xml, name: str) -> Xml | None:
    """The first XML child of a local name."""
    children = item.details if isinstance(item, Element) else item.children
    return next((found for found in children if found.kind == name), None)


def referred(diagram: Diagram, item: Element | Xml, attribute: str) -> Element | None:
    """The element that a reference attribute names."""
    key = local_reference(item.get(attribute))
    return diagram.get(key) if key else None
