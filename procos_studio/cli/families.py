"""Families: the runs in a store, each an instance that nobody called, with all that it called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from procos_studio.bpmn import new_diagram
from procos_studio.cli.progress import Progress
from procos_studio.cli.telling import Diagrams
from procos_studio.model.diagram import Diagram
from procos_studio.runtime.engine.rows import Key
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.state import RunState
from procos_studio.runtime.store import SavedInstance, Store
from procos_studio.runtime.waking import standing


class Family:
    """One run: its diagram, how it stands, and how it is shown."""

    def __init__(self, instance: str, diagram: Diagram, progress: Progress, state: RunState) -> None:
        self.instance, self.diagram, self.progress, self.state = instance, diagram, progress, state

    def take(self, events: Sequence[RunEvent]) -> None:
        """Let events have happened."""
        self.state = self.state.after_all(events)
        self.progress.show(events, self.state)


class Families:
    """All of them, in the order in which they began."""

    def __init__(self, diagrams: Diagrams, show: Callable[[Diagram], Progress]) -> None:
        self._diagrams, self._show = diagrams, show
        self._by_instance: dict[str, Family] = {}
        self.all: list[Family] = []

    def __getitem__(self, instance: str) -> Family:
        return self._by_instance[instance]

    def wake(self, store: Store) -> None:
        """Begin with those that live in a store, as they stand."""
        heads: dict[str, str] = {}
        members: defaultdict[str, list[SavedInstance]] = defaultdict(list)
        for item in store.living():
            head = heads[item.id] = heads.get(item.parent, item.id)
            members[head].append(item)
        rows: defaultdict[str, list[tuple[Key, Any]]] = defaultdict(list)
        for row in store.live():
            rows[heads.get(row[0][0], "")].append(row)
        for head, mine in members.items():
            family = self._new(head, mine[0].digest, standing(store, rows[head], mine))
            self._by_instance.update((item.id, family) for item in mine)
            family.progress.show((), family.state)

    def take(self, events: Iterable[RunEvent]) -> None:
        """Give each event to the family of its instance."""
        found: defaultdict[str, list[RunEvent]] = defaultdict(list)
        for event in events:
            if event.kind is EventKind.INSTANCE_STARTED:
                self._begin(event)
            elif event.kind is EventKind.INSTANCE_MIGRATED:
                self._migrate(event)
            found[self._by_instance[event.instance].instance].append(event)
        for instance, mine in found.items():
            self._by_instance[instance].take(mine)

    def _new(self, instance: str, digest: str, state: RunState) -> Family:
        diagram = self._diagram(digest)
        family = Family(instance, diagram, self._show(diagram), state)
        self.all.append(family)
        return family

    def _begin(self, event: RunEvent) -> None:
        family = self._by_instance.get(str(event.data.get("parent", "")))
        if family is None:
            family = self._new(event.instance, str(event.data.get("definition", "")), RunState.empty())
        self._by_instance[event.instance] = family

    def _migrate(self, event: RunEvent) -> None:
        """From now on a run is told in the words of another version."""
        family = self._by_instance[event.instance]
        if family.instance == event.instance:
            family.diagram = self._diagram(str(event.data.get("definition", "")))
            family.progress = self._show(family.diagram)

    def _diagram(self, digest: str) -> Diagram:
        return self._diagrams.of(digest) or new_diagram()
