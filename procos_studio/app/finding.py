"""Finding: which elements of a diagram hold some words, in names, parameters, expressions or code; without Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import local_name, local_reference
from procos_studio.model.records import DataElement, Drawn, FlowNode, Lane, Participant, SequenceFlow

_AROUND = 24
"""Characters shown on either side of a hit."""
_FINDABLE = (FlowNode, SequenceFlow, Participant, Lane, DataElement)
_LINKS = frozenset({"incoming", "outgoing", "flowNodeRef"})
"""Details that name neighbours by id, which are found by themselves."""
_NAMED = ("messageRef", "signalRef", "errorRef", "escalationRef")


class Hit(NamedTuple):
    """An element, and the text that holds the first of the words; `""` where that is its name or kind."""

    element: Element
    snippet: str


def find(diagram: Diagram, text: str) -> Iterator[Hit]:
    """The elements in which every word of `text` stands somewhere, in document order; without a word all blocks."""
    words = text.casefold().split()
    for item in diagram.walk():
        if isinstance(item, Drawn) or not isinstance(item, _FINDABLE):
            continue
        if not words:
            if isinstance(item, FlowNode):
                yield Hit(item, "")
            continue
        said = [item.name, item.kind, item.id, *_texts(diagram, item)]
        haystack = "\n".join(said).casefold()
        if all(word in haystack for word in words):
            yield Hit(item, _snippet(said, words[0]))


def _texts(diagram: Diagram, item: Element) -> Iterator[str]:
    """What an element says beyond its name: attributes, parameters, conditions, code, and the names it refers to."""
    yield from (value for name, value in item.attributes.items() if name not in ("id", "name"))
    yield from _referred(diagram, item.attributes)
    for detail in item.details:
        for part in detail.walk() if local_name(detail.tag) not in _LINKS else ():
            yield part.text
            yield from part.attributes.values()
            yield from _referred(diagram, part.attributes)


def _referred(diagram: Diagram, attributes: Mapping[str, str]) -> Iterator[str]:
    for name in _NAMED:
        named = diagram.get(local_reference(attributes[name])) if name in attributes else None
        if named is not None:
            yield named.name


def _snippet(said: list[str], word: str) -> str:
    """The piece around the first hit beyond name, kind and id."""
    if any(word in text.casefold() for text in said[:3]):
        return ""
    found = next((text for text in said[3:] if word in text.casefold()), "")
    at = found.casefold().find(word)
    start, end = max(0, at - _AROUND), at + len(word) + _AROUND
    piece = " ".join(found[start:end].split())
    return f"{'…' if start else ''}{piece}{'…' if end < len(found) else ''}"
