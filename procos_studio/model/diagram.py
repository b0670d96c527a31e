"""Diagram: the elements of one file by key, the one gate through which they change, and undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import TypeVar

from procos_studio.model.diff import Diff
from procos_studio.model.elements import Element
from procos_studio.model.geometry import Bounds
from procos_studio.model.history import History
from procos_studio.model.index import Index, Keys
from procos_studio.model.places import cells, large
from procos_studio.model.records import Definitions, Drawn, Edge, FlowNode, Lane, Participant, Plane, Shape
from procos_studio.model.transaction import Transaction
from procos_studio.signals import Signal

E = TypeVar("E", bound=Element)


class Diagram:
    """One BPMN file in memory.

    Elements are frozen; `edit()` is the only way to replace them. `changed` carries the Diff of every commit, undo and
    redo, after the fact.
    """

    def __init__(self, elements: Iterable[Element]) -> None:
        self._elements = {element.id: element for element in elements}
        self._index = Index(self._elements.values())
        self._positions: dict[str, dict[str, int]] = {}
        self._transaction: Transaction | None = None
        self.history = History()
        self.changed: Signal[Diff] = Signal()
        self.revision = 0
        root = next((key for key, element in self._elements.items() if not element.parent), None)
        if root is None:
            raise ValueError("a diagram needs its definitions element")
        self._root = root

    # reading ------------------------------------------------------------------------------------------------------

    @property
    def elements(self) -> Mapping[str, Element]:
        """All elements by key, read-only."""
        return MappingProxyType(self._elements)

    @property
    def root(self) -> Definitions:
        """The definitions element."""
        return self.require(self._root, Definitions)

    def __contains__(self, key: object) -> bool:
        return key in self._elements

    def __getitem__(self, key: str) -> Element:
        return self._elements[key]

    def get(self, key: str) -> Element | None:
        """The element, or None."""
        return self._elements.get(key)

    def find(self, key: str, kind: type[E]) -> E | None:
        """The element if it exists and is of this record class."""
        element = self._elements.get(key)
        return element if isinstance(element, kind) else None

    def require(self, key: str, kind: type[E]) -> E:
        """The element of this record class; KeyError where there is none (a bug of the caller)."""
        element = self.find(key, kind)
        if element is None:
            raise KeyError(f"{key} is not a {kind.__name__} of this diagram")
        return element

    def all(self, kind: type[E]) -> Iterator[E]:
        """Every element of a record class (subclasses included), in no promised order."""
        for record, keys in self._index.types.items():
            if issubclass(record, kind):
                for key in keys:
                    element = self._elements[key]
                    if isinstance(element, kind):
                        yield element

    def children(self, key: str, kind: type[E]) -> tuple[E, ...]:
        """The child elements of a record class, in document order."""
        found = (self._elements.get(child) for child in self._elements[key].children)
        return tuple(child for child in found if isinstance(child, kind))

    def walk(self, key: str = "") -> Iterator[Element]:
        """The element (default: the root) and all below it, in document order, without recursion."""
        stack = [key or self._root]
        while stack:
            element = self._elements[stack.pop()]
            yield element
            stack.extend(reversed(element.children))

    def ancestors(self, key: str) -> Iterator[Element]:
        """The parents, the nearest first, up to the root."""
        element = self._elements.get(key)
        while element is not None and element.parent:
            element = self._elements.get(element.parent)
            if element is not None:
                yield element

    def outgoing(self, key: str, kind: type[E]) -> tuple[E, ...]:
        """The flows of a record class (`SequenceFlow`, `Flow` …) that leave an element, in document order."""
        return self._ordered(self._index.outgoing.get(key), kind)

    def incoming(self, key: str, kind: type[E]) -> tuple[E, ...]:
        """The flows of a record class that reach an element, in document order."""
        return self._ordered(self._index.incoming.get(key), kind)

    def boundary_events(self, key: str) -> tuple[FlowNode, ...]:
        """The events that ride on an activity, in document order."""
        return self._ordered(self._index.attached.get(key), FlowNode)

    def drawn(self, key: str) -> tuple[Drawn, ...]:
        """Every shape and edge that shows an element, on whatever plane."""
        return self._ordered(self._index.drawn.get(key), Drawn)

    def shape(self, key: str) -> Shape | None:
        """The first shape that shows an element."""
        for item in self.drawn(key):
            if isinstance(item, Shape):
                return item
        return None

    def edge(self, key: str) -> Edge | None:
        """The first edge that shows a flow."""
        return next((item for item in self.drawn(key) if isinstance(item, Edge)), None)

    def plane_of(self, key: str) -> Plane | None:
        """The plane that shows the inside of a process, collaboration or collapsed sub-process."""
        return next(iter(self._ordered(self._index.planes.get(key), Plane)), None)

    def shapes_near(self, plane: str, bounds: Bounds) -> list[Shape]:
        """The shapes of a plane that touch bounds, by their key."""
        found: set[str] = set(self._index.places.get(large(plane), ()))
        spread = list(cells(plane, bounds))
        if spread == [large(plane)]:
            found.update(child for child in self._elements[plane].children if child in self._elements)
        for cell in spread:
            found.update(self._index.places.get(cell, ()))
        shapes = [shape for key in sorted(found) if isinstance(shape := self._elements[key], Shape)]
        return [shape for shape in shapes if _touch(shape.bounds, bounds)]

    def lanes(self, key: str) -> tuple[Lane, ...]:
        """The lanes that name a node (nested lanes all do)."""
        return self._ordered(self._index.lanes.get(key), Lane)

    def participant(self, process: str) -> Participant | None:
        """The pool of a process."""
        return next(iter(self._ordered(self._index.participants.get(process), Participant)), None)

    def _ordered(self, keys: Keys | None, kind: type[E]) -> tuple[E, ...]:
        if not keys:
            return ()
        if len(keys) == 1:
            (key,) = keys
            only = self._elements[key]
            return (only,) if isinstance(only, kind) else ()
        found = [element for key in keys if isinstance(element := self._elements[key], kind)]
        found.sort(key=self._position)
        return tuple(found)

    def _position(self, element: Element) -> tuple[int, ...]:
        """Where an element stands, as the path of child numbers from the root."""
        path: list[int] = []
        while element.parent and element.parent in self._elements:
            path.append(self._siblings(element.parent).get(element.id, -1))
            element = self._elements[element.parent]
        return tuple(reversed(path))

    def _siblings(self, parent: str) -> dict[str, int]:
        known = self._positions.get(parent)
        if known is None:
            known = {key: number for number, key in enumerate(self._elements[parent].children)}
            self._positions[parent] = known
        return known

    # writing ------------------------------------------------------------------------------------------------------

    @contextmanager
    def edit(self, label: str) -> Iterator[Transaction]:
        """The one write gate: a block that changes elements through the transaction it gets.

        At its end the changes become one Diff, one entry of the history and one `changed`. An exception inside takes
        everything back and emits nothing. An edit inside an edit joins the outer one; an exception in it takes back
        what the inner one did, so that the outer may catch it and go on.
        """
        outer = self._transaction
        transaction = self._transaction = outer or Transaction(self, self._replace)
        transaction.begin()
        try:
            yield transaction
        except BaseException:
            transaction.roll_back()
            raise
        else:
            transaction.keep()
        finally:
            self._transaction = outer
            if outer is None:
                transaction.close()
        if outer is not None:
            return
        diff = Diff(label, transaction.changes())
        if diff:
            self.history.record(diff)
            self._announce(diff)

    def tried(self, label: str, act: Callable[[], object]) -> Diff:
        """What the edits of `act` would change together; all is taken back, nothing recorded, nobody told.

        RuntimeError inside an edit.
        """
        if self._transaction is not None:
            raise RuntimeError("nothing can be tried inside an edit")
        transaction = self._transaction = Transaction(self, self._replace)
        transaction.begin()
        try:
            act()
            return Diff(label, transaction.changes())
        finally:
            transaction.roll_back()
            transaction.close()
            self._transaction = None

    def undo(self) -> Diff | None:
        """Take the last edit back; the applied diff, None where there is nothing. RuntimeError inside an edit."""
        return self._travel(back=True)

    def redo(self) -> Diff | None:
        """Do the last undone edit again; the applied diff, None where there is nothing. RuntimeError inside an edit."""
        return self._travel(back=False)

    def _travel(self, *, back: bool) -> Diff | None:
        if self._transaction is not None:
            raise RuntimeError("undo and redo cannot run inside an edit")
        diff = self.history.step_back() if back else self.history.step_forward()
        if diff is None:
            return None
        applied = diff.reversed() if back else diff
        for key, change in applied.changes.items():
            self._replace(key, change.after)
        self._announce(applied)
        return applied

    def _announce(self, diff: Diff) -> None:
        self.revision += 1
        self.changed.emit(diff)

    def _replace(self, key: str, after: Element | None) -> None:
        before = self._elements.get(key)
        if after is None:
            self._elements.pop(key, None)
        else:
            self._elements[key] = after
        self._index.change(before, after)
        self._positions.pop(key, None)


def _touch(one: Bounds, other: Bounds) -> bool:
    return one.x <= other.right and other.x <= one.right and one.y <= other.bottom and other.y <= one.bottom
