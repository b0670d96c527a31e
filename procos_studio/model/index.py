"""Index: the questions a diagram is asked often, answered without a search and kept current change by change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from procos_studio.model.elements import Element
from procos_studio.model.names import local_reference
from procos_studio.model.places import Cell, cells
from procos_studio.model.records import Drawn, Flow, FlowNode, Lane, Participant, Plane, Shape

Keys = dict[str, None]
K = TypeVar("K")


class Index:
    """Which flows leave and reach an element, what draws it and where, what rides on it, which lane holds it."""

    def __init__(self, elements: Iterable[Element]) -> None:
        self.outgoing: dict[str, Keys] = {}
        self.incoming: dict[str, Keys] = {}
        self.drawn: dict[str, Keys] = {}
        self.planes: dict[str, Keys] = {}
        self.attached: dict[str, Keys] = {}
        self.lanes: dict[str, Keys] = {}
        self.participants: dict[str, Keys] = {}
        self._places: dict[Cell, Keys] = {}
        self._unplaced: dict[str, Shape] = {}
        self.types: dict[type[Element], Keys] = {}
        for element in elements:
            self._note(element)

    @property
    def places(self) -> dict[Cell, Keys]:
        """Which shapes have a part in a cell; found out when somebody asks, for many diagrams are never asked."""
        unplaced, self._unplaced = self._unplaced, {}
        for shape in unplaced.values():
            for cell in cells(shape.parent, shape.bounds):
                self._places.setdefault(cell, {})[shape.id] = None
        return self._places

    def change(self, before: Element | None, after: Element | None) -> None:
        """Follow one element from what it was to what it is; of most that are only drawn elsewhere all else stays."""
        if before is not None and after is not None and self._is_noted_alike(before, after):
            if isinstance(before, Shape) and isinstance(after, Shape):
                self._unplace(before)
                self._unplaced[after.id] = after
            return
        if before is not None:
            self._drop(before)
        if after is not None:
            self._note(after)

    def _is_noted_alike(self, before: Element, after: Element) -> bool:
        if type(before) is not type(after):
            return False
        # what draws something says in its attributes what that is
        is_redrawn = isinstance(before, Drawn) and before.attributes is after.attributes
        return is_redrawn or self._entries(before) == self._entries(after)

    def _note(self, element: Element) -> None:
        self.types.setdefault(type(element), {})[element.id] = None
        for table, key in self._entries(element):
            table.setdefault(key, {})[element.id] = None
        if isinstance(element, Shape):
            self._unplaced[element.id] = element

    def _drop(self, element: Element) -> None:
        for table, key in self._entries(element):
            _discard(table, key, element.id)
        if isinstance(element, Shape):
            self._unplace(element)
        self.types.get(type(element), {}).pop(element.id, None)

    def _unplace(self, shape: Shape) -> None:
        if self._unplaced.pop(shape.id, None) is None:
            for cell in cells(shape.parent, shape.bounds):
                _discard(self._places, cell, shape.id)

    def _entries(self, element: Element) -> Iterable[tuple[dict[str, Keys], str]]:
        match element:
            case Flow():
                return ((self.outgoing, element.source), (self.incoming, element.target))
            case Plane():
                return ((self.planes, element.shows),)
            case Drawn():
                return ((self.drawn, element.shows),)
            case FlowNode() if element.attached_to:
                return ((self.attached, element.attached_to),)
            case Lane():
                return tuple((self.lanes, local_reference(node)) for node in element.flow_nodes)
            case Participant() if element.process:
                return ((self.participants, element.process),)
        return ()


def _discard(table: dict[K, Keys], key: K, element: str) -> None:
    keys = table.get(key)
    if keys is not None:
        keys.pop(element, None)
        if not keys:
            del table[key]
