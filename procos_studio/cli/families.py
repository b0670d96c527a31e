"""Families: the runs in a store, each an instance that nobody called, with all that it called."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from procos_studio.bpmn import new_diagram
from procos_studio.cli.progress import Progress
from procos_studio.cli.report import outcome
from procos_studio.cli.telling import Diagrams
from procos_studio.model.diagram import Diagram
from procos_studio.runtime.engine.rows import Key
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.state import RunState, Status
from procos_studio.runtime.store import SavedInstance, Store
from procos_studio.runtime.waking import standing

_KEPT = 1_000
"""So many that have ended are remembered, and told in the end."""


class Family:
    """One run: its diagram, the instances that it had, how it stands, and how it is shown."""

    def __init__(self, instance: str, diagram: Diagram, progress: Progress, state: RunState) -> None:
        self.instance, self.diagram, self.progress, self.state = instance, diagram, progress, state
        self.members: list[str] = []

    @property
    def has_ended(self) -> bool:
        """Whether none of its instances lives."""
        return all(item.status not in (Status.RUNNING, Status.WAITING) for item in self.state.instances.values())

    def take(self, events: Sequence[RunEvent]) -> None:
        """Let events have happened."""
        self.state = self.state.after_all(events)
        self.progress.show(events, self.state)


class Families:
    """All of them, in the order in which they began; of very many that have ended, the last.

    `forgotten` counts the others, `are_good` says whether all of those have completed.
    """

    def __init__(self, diagrams: Diagrams, show: Callable[[Diagram], Progress]) -> None:
        self._diagrams, self._show = diagrams, show
        self._by_instance: dict[str, Family] = {}
        self._all: dict[str, Family] = {}
        self._ended: deque[Family] = deque()
        self.forgotten, self.are_good = 0, True

    @property
    def all(self) -> list[Family]:
        """Those that are remembered."""
        return list(self._all.values())

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
            family.members.extend(item.id for item in mine)
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
            family = self._by_instance[instance]
            family.take(mine)
            if family.has_ended:
                self._ended.append(family)
        while len(self._ended) > _KEPT:
            self._forget(self._ended.popleft())

    def _forget(self, family: Family) -> None:
        family.progress.close(family.state)
        self.forgotten += 1
        self.are_good &= outcome(family.state, family.instance) == "completed"
        del self._all[family.instance]
        for instance in family.members:
            del self._by_instance[instance]

    def _new(self, instance: str, digest: str, state: RunState) -> Family:
        diagram = self._diagram(digest)
        family = Family(instance, diagram, self._show(diagram), state)
        self._all[instance] = family
        return family

    def _begin(self, event: RunEvent) -> None:
        family = self._by_instance.get(str(event.data.get("parent", "")))
        if family is None:
            family = self._new(event.instance, str(event.data.get("definition", "")), RunState.empty())
        self._by_instance[event.instance] = family
        family.members.append(event.instance)

    def _migrate(self, event: RunEvent) -> None:
        """From now on a run is told in the words of another version."""
        family = self._by_instance[event.instance]
        if family.instance == event.instance:
            family.diagram = self._diagram(str(event.data.get("definition", "")))
            family.progress = self._show(family.diagram)

    def _diagram(self, digest: str) -> Diagram:
        return self._diagrams.of(digest) or new_diagram()
