"""Parts: what stands in a composite block, under names that its definition and all that were placed of it share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from procos_studio.edits.references import translated
from procos_studio.library.bindings.roots import IDENTITY
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import BPMN, bpmn, namespace_of, procos
from procos_studio.model.records import RECORDS, Artifact, DataAssociation, DataElement, Flow, FlowNode
from procos_studio.model.xml import Xml

PART = procos("part")
"""The attribute that says which part of its definition an element is."""
_EXTENSIONS = bpmn("extensionElements")
_NOTES = frozenset({bpmn("incoming"), bpmn("outgoing")})


class Place(NamedTuple):
    """A piece of an element that is compared by itself: the `tag`, an `attribute`, `detail` or `extension` by its name.

    An `inputParameter` or `outputParameter` is one, too.
    """

    kind: str
    name: str


Pieces = dict[Place, str | tuple[Xml, ...]]


class Parts(NamedTuple):
    """The parts of one block by their names, in document order; `added` are elements that are no part of it."""

    named: Mapping[str, Element]
    added: tuple[Element, ...] = ()


def content_of(diagram: Diagram, key: str) -> list[Element]:
    """What stands in a subsystem, without the data that flows into and out of itself."""
    kinds = (FlowNode, Flow, DataElement, Artifact)
    inner = diagram.children(key, Element)
    return [item for item in inner if isinstance(item, kinds) and not isinstance(item, DataAssociation)]


def parts_of(diagram: Diagram, key: str) -> Parts:
    """The parts of a block that was placed; of two with the same name the second is a copy that was made there."""
    named: dict[str, Element] = {}
    added: list[Element] = []
    for element in (item for top in content_of(diagram, key) for item in diagram.walk(top.id)):
        name = element.get(PART)
        if name and name not in named:
            named[name] = element
        else:
            added.append(element)
    return Parts(named, tuple(added))


def definition_of(diagram: Diagram, key: str) -> Parts:
    """The parts of a definition; what has no name yet is called by its id."""
    found = parts_of(diagram, key)
    named = dict(found.named)
    for element in found.added:
        name = element.id
        while name in named:
            name += "-"
        named[name] = element
    return Parts(named)


def names_in(diagram: Diagram, parts: Parts) -> dict[str, str]:
    """The names of parts by id, and what messages and other things at the root of the file are known by."""
    roots = (item for item in diagram.children(diagram.root.id, Element) if item.get(IDENTITY.get(item.kind, "id")))
    known = {root.id: f"{root.kind} {root.get(IDENTITY.get(root.kind, 'id'))}" for root in roots}
    added = {element.id: f"+{element.id}" for element in parts.added}
    return {**known, **added, **{element.id: name for name, element in parts.named.items()}}


def compared(element: Element, names: Mapping[str, str], prefixes: Mapping[str | None, str | None]) -> Pieces:
    """The pieces of a part in words that all files share; `prefixes` are those that its file has for anything."""
    found = pieces(translated(replace(element, content=element.details), names, "", prefixes))
    return {
        place: value if isinstance(value, str) else tuple(map(_without_ids, value)) for place, value in found.items()
    }


def pieces(element: Element) -> Pieces:
    """The pieces of an element as they stand in its file, without its ids and the notes of its flows."""
    found: Pieces = {Place("tag", ""): element.tag}
    found |= {Place("attribute", name): text for name, text in element.attributes.items() if name not in ("id", PART)}
    for place, item in _details(element):
        before = found.get(place, ())
        found[place] = (*(before if isinstance(before, tuple) else ()), item)
    return found


def _details(element: Element) -> Iterator[tuple[Place, Xml]]:
    for item in element.details:
        if item.tag == _EXTENSIONS:
            for extension in item.children:
                yield from _extension(extension)
        elif item.tag not in _NOTES:
            yield Place("detail", item.tag), item


def _extension(item: Xml) -> Iterator[tuple[Place, Xml]]:
    if item.kind != "inputOutput":
        yield Place("extension", item.tag), item
        return
    for parameter in item.children:
        yield Place(parameter.kind, parameter.get("name")), parameter


def with_piece(element: Element, place: Place, value: str | tuple[Xml, ...] | None, holder: str) -> Element:
    """The element with another piece, None takes it out; `holder` is the tag of an `inputOutput` that it may lack."""
    items = value if isinstance(value, tuple) else ()
    if place.kind == "tag":
        kind = RECORDS.get(str(value), Element)
        rest = (element.parent, element.attributes, element.content, element.text, element.tail, element.namespaces)
        return kind(element.id, str(value), *rest)
    if place.kind == "attribute":
        return element.with_attribute_map({place.name: value if isinstance(value, str) else None})
    if place.kind == "detail":
        changed = element.without_details(place.name)
        for item in items:
            changed = changed.with_added(item)
        return changed
    if place.kind == "extension":
        kept = (item for item in element.extensions if item.tag != place.name)
        return element.with_extensions(*kept, *items)
    return _with_parameter(element, place, items, holder)


def _with_parameter(element: Element, place: Place, items: tuple[Xml, ...], holder: str) -> Element:
    before = next((item for item in element.extensions if item.kind == "inputOutput"), None)
    said = before or Xml(holder)
    rest = [item for item in said.children if Place(item.kind, item.get("name")) != place]
    at = sum(item.kind == "inputParameter" for item in rest) if place.kind == "inputParameter" else len(rest)
    after = said.with_children(*rest[:at], *items, *rest[at:])
    kept = [after if item is before else item for item in element.extensions] + ([] if before else [after])
    return element.with_extensions(*(item for item in kept if item is not after or after.children))


def _without_ids(item: Xml) -> Xml:
    attributes = {name: text for name, text in item.attributes.items() if name != "id"}
    if namespace_of(item.tag) != BPMN:
        attributes = dict(item.attributes)
    children = tuple(map(_without_ids, item.children))
    return Xml(item.tag, attributes, item.text, children, item.tail)
