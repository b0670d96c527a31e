"""Transaction: the write side of a diagram while one edit lasts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import Protocol, TypeVar

from procos_studio.model.diff import Change
from procos_studio.model.elements import Content, Element
from procos_studio.model.order import insertion_index, rank
from procos_studio.model.records import RECORDS
from procos_studio.model.xml import Xml

E = TypeVar("E", bound=Element)


class _Elements(Protocol):
    @property
    def elements(self) -> Mapping[str, Element]: ...


class Transaction:
    """Changes elements at once, and remembers how each was before the edit began.

    Raises RuntimeError when used after its edit ended, KeyError for elements that do not exist.
    """

    def __init__(self, diagram: _Elements, write: Callable[[str, Element | None], None]) -> None:
        self._elements = diagram.elements
        self._write = write
        # One layer for each edit that is open, the innermost last
        self._before: list[dict[str, Element | None]] = []
        self._numbers: dict[str, int] = {}
        self._open = True

    def put(self, element: Element) -> None:
        """Replace the element of the same key, or add one whose parent's content already names it."""
        self._set(element.id, element)

    def update(self, key: str, kind: type[E], change: Callable[[E], E]) -> E:
        """Replace an element of a record class by `change(element)`; the new record."""
        before = self._elements[key]
        if not isinstance(before, kind):
            raise KeyError(f"{key} is not a {kind.__name__}")
        after = change(before)
        self._set(key, after)
        return after

    def add(self, element: E, index: int | None = None) -> E:
        """Add a new element to its parent's content, at `index` or where the schema wants it."""
        if element.id in self._elements:
            raise KeyError(f"{element.id} exists already")
        parent = self._elements[element.parent]
        at = self._place(parent, element.tag) if index is None else index
        self._set(parent.id, replace(parent, content=(*parent.content[:at], element.id, *parent.content[at:])))
        self._set(element.id, element)
        return element

    def add_all(self, elements: Iterable[Element]) -> None:
        """Add new elements, each where the schema wants it in its parent's content, which is written once a parent."""
        by_parent: dict[str, list[Element]] = {}
        for element in elements:
            if element.id in self._elements:
                raise KeyError(f"{element.id} exists already")
            by_parent.setdefault(element.parent, []).append(element)
        for key, made in by_parent.items():
            parent = self._elements[key]
            self._set(key, replace(parent, content=self._merged(parent, made)))
            for element in made:
                self._set(element.id, element)

    def _merged(self, parent: Element, made: Sequence[Element]) -> tuple[Content, ...]:
        places = {tag: (self._place(parent, tag), rank(parent.tag, tag)) for tag in {element.tag for element in made}}
        content: list[Content] = []
        at = 0
        for element in sorted(made, key=lambda element: places[element.tag]):
            index = places[element.tag][0]
            content += (*parent.content[at:index], element.id)
            at = index
        return (*content, *parent.content[at:])

    def remove(self, *keys: str) -> None:
        """Remove elements and all below them; references to them are the caller's to heal."""
        gone = set(keys)
        for holder in {self._elements[key].parent for key in keys} - {""}:
            parent = self._elements[holder]
            self._set(holder, replace(parent, content=_without(parent.content, gone)))
        stack = list(keys)
        while stack:
            key = stack.pop()
            if key in self._elements:
                stack.extend(self._elements[key].children)
                self._set(key, None)

    def take(self, after: Mapping[str, Element | None]) -> None:
        """Put elements as they are given, None takes one out; contents and parents are the caller's to keep whole."""
        for key, element in after.items():
            self._set(key, element)

    def move(self, key: str, parent: str, index: int | None = None) -> None:
        """Put an element, with all below it, into another parent."""
        element = self._elements[key]
        old = self._elements[element.parent]
        self._set(old.id, replace(old, content=_without(old.content, {key})))
        new = self._elements[parent]
        at = self._place(new, element.tag) if index is None else index
        self._set(new.id, replace(new, content=(*new.content[:at], key, *new.content[at:])))
        self._set(key, replace(element, parent=parent))

    def create(self, tag: str, parent: str, prefix: str, *content: Xml, **attributes: str) -> Element:
        """Make and add an element of the right record class under a fresh id `prefix_N`; the record."""
        key = self.new_id(prefix)
        record = RECORDS.get(tag, Element)
        return self.add(record(key, tag, parent, {"id": key, **attributes}, tuple(content)))

    def new_id(self, prefix: str) -> str:
        """The first free id `prefix_1`, `prefix_2`, …; counts on from the highest seen in this edit."""
        stem = re.sub(r"[^\w.-]", "", prefix, flags=re.ASCII) or "Element"
        number = self._numbers.get(stem, 1)
        while f"{stem}_{number}" in self._elements:
            number += 1
        self._numbers[stem] = number
        return f"{stem}_{number}"

    def _place(self, parent: Element, tag: str) -> int:
        return insertion_index(parent, tag, lambda key: self._elements[key].tag if key in self._elements else "")

    def _set(self, key: str, after: Element | None) -> None:
        if not self._open:
            raise RuntimeError("this edit has ended; open another with diagram.edit()")
        self._before[-1].setdefault(key, self._elements.get(key))
        self._write(key, after)

    # used by the diagram only -------------------------------------------------------------------------------------

    def begin(self) -> None:
        """An edit opens: the outermost, or one inside another."""
        self._before.append({})

    def keep(self) -> None:
        """The innermost edit ended well; the one around it answers for its changes."""
        if len(self._before) > 1:
            inner = self._before.pop()
            self._before[-1] = inner | self._before[-1]

    def roll_back(self) -> None:
        """The innermost edit failed: put back what it changed."""
        for key, before in reversed(self._before.pop().items()):
            self._write(key, before)

    def changes(self) -> dict[str, Change]:
        """What differs from the beginning, by key."""
        pairs = ((key, Change(before, self._elements.get(key))) for key, before in self._before[0].items())
        return {key: change for key, change in pairs if change.before != change.after}

    def close(self) -> None:
        """Refuse writes from now on."""
        self._open = False


def _without(content: tuple[Content, ...], gone: Set[str]) -> tuple[Content, ...]:
    return tuple(item for item in content if not (isinstance(item, str) and item in gone))
