"""Haystack: which texts of a diagram a search looks through, and which element shows where one stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import NamedTuple

from procos_studio.edits.replace_texts import Place
from procos_studio.edits.wording import Part, Text, texts
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import local_reference
from procos_studio.model.records import FlowNode, RootElement

_BEFORE, _BEHIND = 16, 48
"""Characters shown on either side of a match."""
_ID = -1
"""The number of an id, which is found where it is typed whole, and not replaced."""


class Where(StrEnum):
    """How far a search goes."""

    HERE = "here"
    SELECTION = "selection"
    EVERYWHERE = "everywhere"


class Texts:
    """The texts of one diagram; those of elements that stay are looked for once."""

    def __init__(self, diagram: Diagram) -> None:
        self.diagram = diagram
        self._known: dict[str, tuple[Element, tuple[Text, ...]]] = {}

    def among(self, parts: Collection[Part], within: Collection[str], typed: str) -> Iterator[tuple[str, Text]]:
        """Elements and their texts of these parts, in document order; `within` limits them to what is inside of it."""
        for element in self._elements(within):
            if element.id == typed:
                yield element.id, Text(Part.NAME, "id", element.id, _ID)
            yield from ((element.id, text) for text in self._of(element) if text.part in parts)

    def _elements(self, within: Collection[str]) -> Iterator[Element]:
        if not within:
            yield from self.diagram.walk()
        seen: set[str] = set()
        for key in within:
            for element in self.diagram.walk(key) if key in self.diagram else ():
                if element.id not in seen:
                    seen.add(element.id)
                    yield element

    def _of(self, element: Element) -> tuple[Text, ...]:
        known = self._known.get(element.id)
        if known is None or known[0] is not element:
            known = self._known[element.id] = (element, texts(element))
        return known[1]


class Piece(NamedTuple):
    """What stands before a match on its line, the match, and what stands behind it."""

    before: str
    match: str
    behind: str


def piece(place: Place) -> Piece:
    """The surroundings of a place, on one line."""
    text = place.text.text
    start = max(text.rfind("\n", 0, place.start) + 1, place.start - _BEFORE)
    line_end = text.find("\n", place.end)
    end = min(line_end if line_end >= 0 else len(text), place.end + _BEHIND)
    before, match, behind = text[start : place.start], text[place.start : place.end], text[place.end : end]
    cut = "…" if start and text[start - 1] != "\n" else ""
    return Piece(cut + before.lstrip(), _flat(match), behind.rstrip() + ("…" if end < len(text) else ""))


def is_replaceable(place: Place) -> bool:
    """Whether it may be replaced: everything but an id."""
    return place.text.number != _ID


def shown_for(diagram: Diagram, key: str) -> str:
    """The element to show for one that has a text: itself, else a step that refers to it; `""` where there is none."""
    if diagram.drawn(key) or diagram.plane_of(key) is not None or not isinstance(diagram.get(key), RootElement):
        return key
    users = (node.id for node in diagram.all(FlowNode) if _refers(node, key) and diagram.drawn(node.id))
    return next(users, "")


def marked_for(diagram: Diagram, key: str) -> tuple[str, ...]:
    """The elements to mark for a match: the one that shows it, and the closed subsystems around that."""
    shown = shown_for(diagram, key)
    around = diagram.ancestors(shown) if shown else ()
    return (shown, *(item.id for item in around if isinstance(item, FlowNode) and diagram.plane_of(item.id)))


def _refers(node: FlowNode, key: str) -> bool:
    parts = (part for detail in node.details for part in detail.walk())
    values = (*node.attributes.values(), *(value for part in parts for value in part.attributes.values()))
    return any(local_reference(value) == key for value in values)


def _flat(text: str) -> str:
    return " ".join(text.split("\n"))
