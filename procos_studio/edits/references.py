"""References: the ids that records name, and how a copy comes to name others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from procos_studio.model.elements import Content, Element
from procos_studio.model.names import BPMN, BPMNDI, XSI, bpmn, clark, local_reference, namespace_of
from procos_studio.model.xml import Xml

TARGET_PLACEHOLDER = "__targetRef_placeholder"
"""The name of the property that stands for a step's end of a data input, as Camunda Modeler writes it."""

_OTHERS = frozenset({"default", "bpmnElement", "sourceElement", "targetElement"})
_DROPPED = frozenset({"default", "activityRef", "sourceElement", "targetElement"})
"""References that may be left out, and are where they would lead nowhere."""
_LISTS = frozenset({bpmn("incoming"), bpmn("outgoing"), bpmn("flowNodeRef")})
_TYPE = clark(XSI, "type")


def is_placeholder(detail: Xml) -> bool:
    """Whether a detail is the property at which a data input ends."""
    return detail.tag == bpmn("property") and detail.get("name") == TARGET_PLACEHOLDER


def ids_in(element: Element) -> Iterator[str]:
    """The id of an element and those of the BPMN details in it."""
    yield element.id
    for detail in element.details:
        yield from (part.get("id") for part in detail.walk() if _is_ours(part) and part.get("id"))


def referred(element: Element) -> set[str]:
    """The ids that an element names, in attributes and in BPMN's children."""
    found = {local_reference(value) for name, value in element.attributes.items() if _is_reference(name)}
    for detail in element.details:
        for part in detail.walk() if _is_ours(detail) else ():
            found.update(local_reference(value) for name, value in part.attributes.items() if _is_reference(name))
            if _is_reference_text(part):
                found.add(local_reference(part.text))
    return found - {""}


def translated(
    element: Element, ids: Mapping[str, str], parent: str, prefixes: Mapping[str | None, str | None]
) -> Element:
    """A copy of a record under its new id, which names the new ids of what was copied with it.

    What it names outside the copy stays, or goes where it is a list of flows or a mark that may be missing.
    `prefixes` gives the prefix that this file has for one of the other file's, in the types of expressions.
    """
    key = ids[element.id]
    attributes = {**_attributes(element.attributes, ids), "id": key}
    content: list[Content] = []
    for item in element.content:
        if isinstance(item, str):
            content.append(ids[item])
        elif item.tag not in _LISTS or local_reference(item.text) in ids:
            content.append(_detail(item, ids, prefixes))
    return replace(element, id=key, parent=parent, attributes=attributes, content=tuple(content))


def _detail(item: Xml, ids: Mapping[str, str], prefixes: Mapping[str | None, str | None]) -> Xml:
    if not _is_ours(item):
        return item
    attributes = _attributes(item.attributes, ids)
    if item.get("id") in ids:
        attributes["id"] = ids[item.get("id")]
    if _TYPE in attributes:
        attributes[_TYPE] = _typed(attributes[_TYPE], prefixes)
    text = ids.get(local_reference(item.text), item.text) if _is_reference_text(item) else item.text
    children = tuple(_detail(child, ids, prefixes) for child in item.children)
    return replace(item, attributes=attributes, text=text, children=children)


def _attributes(attributes: Mapping[str, str], ids: Mapping[str, str]) -> dict[str, str]:
    made: dict[str, str] = {}
    for name, value in attributes.items():
        if not _is_reference(name):
            made[name] = value
        elif local_reference(value) in ids:
            made[name] = ids[local_reference(value)]
        elif name not in _DROPPED:
            made[name] = value
    return made


def _typed(value: str, prefixes: Mapping[str | None, str | None]) -> str:
    prefix, colon, local = value.rpartition(":")
    said = prefix if colon else None
    new = prefixes.get(said, said)
    return f"{new}:{local}" if new else local


def _is_ours(part: Xml) -> bool:
    """Whether it is BPMN or its drawing: what others put into a file has ids of its own meaning."""
    return namespace_of(part.tag) in (BPMN, BPMNDI) and part.kind != "extensionElements"


def _is_reference(name: str) -> bool:
    return name in _OTHERS or (name.endswith("Ref") and not namespace_of(name))


def _is_reference_text(part: Xml) -> bool:
    return part.tag in _LISTS or part.kind.endswith(("Ref", "Refs"))
