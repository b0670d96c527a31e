"""Become: makes a diagram equal to another reading of its file, as one edit that undo takes back."""

from __future__ import annotations

from dataclasses import replace

from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Content, Element

RELOADED, TYPED = "Reload the file", "Edit the XML"
"""What such an edit may be called."""


def become(diagram: Diagram, other: Diagram, label: str) -> None:
    """Take over everything in which `other` differs; elements are the same where their ids are."""
    changes = difference(diagram, other)
    with diagram.edit(label) as tx:
        tx.take(changes)


def difference(diagram: Diagram, other: Diagram) -> dict[str, Element | None]:
    """What `become` would put in place of which elements; None where one would go."""
    wanted = aligned(diagram, other)
    gone: dict[str, Element | None] = {key: None for key in diagram.elements if key not in wanted}
    return gone | {key: element for key, element in wanted.items() if diagram.get(key) != element}


def aligned(diagram: Diagram, other: Diagram) -> dict[str, Element]:
    """The elements of `other` under the keys that they have in `diagram`.

    The file has no id for some elements, and their keys count them: the first gateway without id is another one once
    something was put before it. Such an element is the same as the one at its place among its siblings of its tag.
    """
    names = _names(diagram, other)
    return {names[key]: _renamed(element, names) for key, element in other.elements.items()}


def _names(diagram: Diagram, other: Diagram) -> dict[str, str]:
    names = {other.root.id: diagram.root.id}
    taken = {key for key in other.elements if not key.startswith("~")} | diagram.elements.keys()
    for element in other.walk():
        known = diagram.get(names[element.id])
        here = _unnamed(diagram, known) if known is not None else {}
        counts: dict[str, int] = {}
        for child in element.children:
            if not child.startswith("~"):
                names[child] = child
                continue
            tag = other[child].tag
            number = counts[tag] = counts.get(tag, 0) + 1
            names[child] = here.get((tag, number)) or _free(child, taken)
            taken.add(names[child])
    return names


def _unnamed(diagram: Diagram, element: Element) -> dict[tuple[str, int], str]:
    """The children that the file gives no id, by tag and number."""
    found: dict[tuple[str, int], str] = {}
    counts: dict[str, int] = {}
    for child in element.children:
        if child.startswith("~"):
            tag = diagram[child].tag
            counts[tag] = counts.get(tag, 0) + 1
            found[tag, counts[tag]] = child
    return found


def _free(key: str, taken: set[str]) -> str:
    number, made = 1, key
    while made in taken:
        number += 1
        made = f"{key}.{number}"
    return made


def _renamed(element: Element, names: dict[str, str]) -> Element:
    """Under its own key, and its parent's and children's."""
    content: tuple[Content, ...] = tuple(names[item] if isinstance(item, str) else item for item in element.content)
    parent = names[element.parent] if element.parent else ""
    if names[element.id] == element.id and parent == element.parent and content == element.content:
        return element
    return replace(element, id=names[element.id], parent=parent, content=content)
