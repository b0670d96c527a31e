"""Identifying: gives an element that the file left without an id one, so that others can refer to it."""

from __future__ import annotations

from dataclasses import replace

from procos_studio.model.diagram import Diagram
from procos_studio.model.records import EVENTS, GATEWAYS, FlowNode
from procos_studio.model.transaction import Transaction


def prefix_of(kind: str) -> str:
    """What new ids of a kind begin with, as Camunda Modeler has it."""
    if kind in EVENTS:
        return "Event"
    if kind in GATEWAYS:
        return "Gateway"
    if kind in ("sequenceFlow", "messageFlow"):
        return "Flow"
    if kind.endswith(("Task", "Process", "Activity")) and kind != "process":
        return "Activity"
    return {"task": "Activity", "transaction": "Activity"}.get(kind, kind[:1].upper() + kind[1:])


def identified(diagram: Diagram, tx: Transaction, key: str) -> str:
    """The key of the element, which from now on is its XML id too; another key where it had none of its own."""
    element = diagram[key]
    if element.get("id") == key:
        return key
    new = tx.new_id(prefix_of(element.kind))
    parent = diagram[element.parent]
    tx.put(replace(parent, content=tuple(new if item == key else item for item in parent.content)))
    tx.put(replace(element, id=new, attributes={**element.attributes, "id": new}))
    for child in element.children:
        tx.put(replace(diagram[child], parent=new))
    tx.put(replace(element, content=()))
    tx.remove(key)
    return new


def label_of(diagram: Diagram, key: str) -> str:
    """What to call an element in an edit's label: its name, else its kind in words."""
    element = diagram.get(key)
    if element is None:
        return "element"
    name = " ".join(element.name.split())
    if name:
        return f"“{name[:40]}”"
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in element.kind)
    return words if isinstance(element, FlowNode) else words.removesuffix(" reference")
