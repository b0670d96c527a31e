"""Drafts: the parts of a run's state while many changes are made to them."""

from __future__ import annotations

from procos_studio.runtime.persistent import Map, MapDraft
from procos_studio.runtime.records import DiagramState, ElementState, Status


class ElementDraft:
    """An ElementState that may change; its fields, in their order."""

    __slots__ = ElementState._fields

    def __init__(self, state: ElementState) -> None:
        (
            self.status,
            self.active,
            self.entered,
            self.completed,
            self.cancelled,
            self.attempt,
            stages,
            self.pde,
            self.message,
            self.since,
            self.seconds,
            self.attempts,
        ) = state
        self.stages = list(stages)

    def state(self) -> ElementState:
        """As it stands now."""
        return ElementState(
            self.status,
            self.active,
            self.entered,
            self.completed,
            self.cancelled,
            self.attempt,
            tuple(self.stages),
            self.pde,
            self.message,
            self.since,
            self.seconds,
            self.attempts,
        )


class DiagramDraft:
    """A DiagramState that may change; it takes that one's fields in their order."""

    def __init__(self, elements: Map[ElementState], flows: Map[int]) -> None:
        self.flows = MapDraft(flows)
        self._elements = elements
        self._changed: dict[str, ElementDraft] = {}

    def element(self, key: str) -> ElementState | None:
        """An element as it stands now; None where no token has come to it yet."""
        found = self._changed.get(key)
        return self._elements.get(key) if found is None else found.state()

    def touch(self, key: str) -> ElementDraft | None:
        """An element to be changed; None where no token has come to it yet."""
        found = self._changed.get(key)
        if found is None and (state := self._elements.get(key)) is not None:
            found = self._changed[key] = ElementDraft(state)
        return found

    def first(self, key: str) -> ElementDraft:
        """An element to which the first token comes."""
        found = self._changed[key] = ElementDraft(ElementState(Status.RUNNING))
        return found

    def state(self) -> DiagramState:
        """As it stands now. The draft is used up."""
        elements = MapDraft(self._elements)
        for key, element in self._changed.items():
            elements.put(key, element.state())
        return DiagramState(elements.map(), self.flows.map())
