"""Naming: gives an id to what has none, because a drawing can only show what has one."""

from __future__ import annotations

from dataclasses import replace

from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.records import Artifact, DataElement, Flow, FlowNode, Lane, Participant, Process
from procos_studio.model.transaction import Transaction

_NAMED = (FlowNode, Flow, DataElement, Artifact, Lane, Participant, Process)


def nameless(diagram: Diagram) -> list[Element]:
    """Elements that can be drawn and have no id at all, in document order; a repeated id is not healed here."""
    return [item for item in diagram.walk() if isinstance(item, _NAMED) and not item.get("id")]


def give_ids(diagram: Diagram, tx: Transaction) -> None:
    """Put every nameless element under a fresh id."""
    for found in reversed(nameless(diagram)):
        element = diagram[found.id]  # what is inside it has ids by now
        key = tx.new_id(_PREFIXES.get(type(element), "Activity"))
        children = [diagram[child] for child in element.children]
        parent = diagram[element.parent]
        content = tuple(key if item == element.id else item for item in parent.content)
        named = replace(element, id=key, attributes={"id": key, **element.attributes})
        tx.put(replace(element, content=()))
        tx.put(replace(parent, content=content))
        tx.put(named)
        for child in children:
            tx.put(replace(child, parent=key))
        tx.remove(element.id)


_PREFIXES: dict[type[Element], str] = {
    Flow: "Flow",
    DataElement: "Data",
    Artifact: "Artifact",
    Lane: "Lane",
    Participant: "Participant",
    Process: "Process",
}
