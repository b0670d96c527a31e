"""Rename: gives an element another name; annotations and groups have theirs elsewhere than in `name`."""

from __future__ import annotations

from dataclasses import replace

from procos_studio.edits.identifying import label_of
from procos_studio.edits.refusing import known, refused, storable
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import bpmn
from procos_studio.model.records import (
    Artifact,
    Collaboration,
    DataElement,
    Flow,
    FlowNode,
    Lane,
    Participant,
    Process,
    RootElement,
)
from procos_studio.model.transaction import Transaction
from procos_studio.model.xml import Xml

_NAMED = (FlowNode, Flow, Participant, Lane, DataElement, Process, Collaboration, RootElement)


def rename(diagram: Diagram, key: str, name: str) -> None:
    """Set the name; `""` removes it. Raises Refused for what cannot carry one."""
    element, text = known(diagram, key, Element), storable(name, key)
    with diagram.edit(f"Rename {label_of(diagram, key)}") as tx:
        if element.kind == "textAnnotation":
            tx.put(_with_text(element, text))
        elif isinstance(element, Artifact):
            _name_group(diagram, tx, element, text)
        elif isinstance(element, _NAMED) and element.kind not in _NAMELESS:
            if element.name != text:
                tx.put(element.with_attributes(name=text or None))
        else:
            raise refused(f"A {element.kind} carries no name.", key)


_NAMELESS = frozenset({"association", "dataInputAssociation", "dataOutputAssociation"})


def _with_text(annotation: Element, text: str) -> Element:
    tag = bpmn("text")
    before = annotation.detail(tag)
    if before is None and not text:
        return annotation
    return annotation.with_detail(replace(before or Xml(tag), text=text, children=()))


def _name_group(diagram: Diagram, tx: Transaction, group: Element, text: str) -> None:
    """A group is called what the category value says to which it refers."""
    wanted = group.reference("categoryValueRef")
    for category in diagram.children(diagram.root.id, RootElement) if wanted else ():
        for value in category.details if category.kind == "category" else ():
            if value.get("id") == wanted:
                named = value.with_attributes(value=text or None)
                tx.put(replace(category, content=tuple(named if item is value else item for item in category.content)))
                return
    if text:
        key = tx.new_id("Category")
        value = Xml(bpmn("categoryValue"), {"id": f"{key}_value", "value": text})
        tx.add(RootElement(key, bpmn("category"), diagram.root.id, {"id": key}, (value,)))
        tx.put(group.with_attributes(categoryValueRef=f"{key}_value"))
