"""Comparison: in what a diagram differs from another reading of its file, up to date with each edit; without Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from procos_studio.edits.become import aligned
from procos_studio.model.diagram import Diagram
from procos_studio.model.diff import Diff
from procos_studio.model.elements import Element
from procos_studio.model.records import Definitions, Drawing, Drawn, Edge, FlowNode, Plane, Shape
from procos_studio.model.xml import Xml

_FOLLOWING = ("incoming", "outgoing", "flowNodeRef")
"""Details that only repeat what flows and lanes say."""


class Kind(StrEnum):
    """How an element differs; the sign stands beside every colour."""

    ADDED = "+"
    REMOVED = "−"
    CHANGED = "≠"
    MOVED = "⇄"


class Difference(NamedTuple):
    """An element that is not the same here and there. `what` names the parts that differ, `was` and `now` its names."""

    kind: Kind
    element: Element
    what: tuple[str, ...] = ()
    was: str = ""
    now: str = ""


class Comparison:
    """`differences` are by element; a removed one is the record of the file."""

    def __init__(self, diagram: Diagram, file: Diagram) -> None:
        self._diagram = diagram
        self._file = aligned(diagram, file)
        self._drawn: dict[str, list[Drawn]] = {}
        for element in self._file.values():
            if isinstance(element, Drawn):
                self._drawn.setdefault(element.shows, []).append(element)
        self.differences: dict[str, Difference] = {}
        self._look(self._file.keys() | diagram.elements.keys())

    def follow(self, diff: Diff) -> frozenset[str]:
        """Look again at what an edit touched; the elements of which something else may hold now."""
        touched = set(diff.changes)
        for before, after in diff.changes.values():
            touched.update(item.shows for item in (before, after) if isinstance(item, Drawn))
        self._look(touched)
        return frozenset(touched)

    def _look(self, keys: Iterable[str]) -> None:
        for key in keys:
            found = self._difference(key)
            if found is not None:
                self.differences[key] = found
            else:
                self.differences.pop(key, None)

    def _difference(self, key: str) -> Difference | None:
        there, here = self._file.get(key), self._diagram.get(key)
        either = here or there
        if either is None or isinstance(either, Drawn | Plane | Drawing | Definitions):
            return None
        if there is None or here is None:
            return Difference(Kind.REMOVED if here is None else Kind.ADDED, either)
        moved = self._moved(key)
        what = _parts(there, here)
        if what:
            return Difference(Kind.CHANGED, here, (*what, *moved), there.name, here.name)
        return Difference(Kind.MOVED, here, moved) if moved else None

    def _moved(self, key: str) -> tuple[str, ...]:
        here, there = self._diagram.drawn(key), self._drawn.get(key, [])
        if len(here) != len(there):
            return ("drawing",)
        by_id = {item.id: item for item in there}
        pairs = [(by_id.get(item.id, other), item) for item, other in zip(here, there, strict=True)]
        return tuple(dict.fromkeys(word for before, after in pairs for word in _shifts(before, after)))


def _parts(there: Element, here: Element) -> tuple[str, ...]:
    """What differs in the record itself, in the words of BPMN; which children it has is told of these."""
    if there is here:
        return ()
    found = [name.rpartition("}")[2] for name in _differing(there.attributes, here.attributes)]
    found += ["type"] * (there.tag != here.tag) + ["parent"] * (there.parent != here.parent)
    found += ["text"] * (there.text != here.text)
    before, after = _details(there), _details(here)
    found += [name for name in dict.fromkeys((*before, *after)) if before.get(name) != after.get(name)]
    return tuple(dict.fromkeys(found))


def _details(element: Element) -> dict[str, list[Xml]]:
    """What stands in an element by a name for people: of extensions each by its own."""
    found: dict[str, list[Xml]] = {}
    for detail in element.details:
        if detail.kind == "extensionElements":
            for extension in detail.children:
                _sort(found, extension)
        elif detail.kind not in _FOLLOWING:
            found.setdefault(detail.kind, []).append(detail)
    return found


def _sort(found: dict[str, list[Xml]], extension: Xml) -> None:
    """Parameters and properties by their names, everything else by its tag."""
    for item in extension.children or (extension,):
        name = item.get("name") or item.get("id")
        found.setdefault(name or extension.kind, []).append(item)


def _differing(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    return [name for name in dict.fromkeys((*one, *other)) if one.get(name) != other.get(name)]


def _shifts(before: Drawn, after: Drawn) -> list[str]:
    if isinstance(before, Shape) and isinstance(after, Shape):
        was, now = before.bounds, after.bounds
        found = ["place"] * ((was.x, was.y) != (now.x, now.y))
        found += ["size"] * ((was.width, was.height) != (now.width, now.height))
        found += ["expansion"] * (before.is_expanded != after.is_expanded)
    elif isinstance(before, Edge) and isinstance(after, Edge):
        found = ["course"] * (before.waypoints != after.waypoints)
    else:
        return ["drawing"]
    found += ["label"] * (before.label_bounds != after.label_bounds)
    return found + ["colour"] * (_differing(before.attributes, after.attributes) not in ([], ["isExpanded"]))


def order(difference: Difference) -> tuple[int, bool, str]:
    """What is gone and new first, blocks before what joins them."""
    kinds = list(Kind)
    return kinds.index(difference.kind), not isinstance(difference.element, FlowNode), difference.element.label
