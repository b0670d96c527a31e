"""Families: the runs in a store, each an instance that nobody called, with all that it called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from procos_studio.bpmn import new_diagram
from procos_studio.cli.progress import Progress
from procos_studio.cli.telling import Diagrams
from procos_studio.model.diagram import Diagram
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.state import RunState


class Family:
    """One run: its diagram, how it stands, and how it is shown."""

    def __init__(self, instance: str, diagram: Diagram, progress: Progress) -> None:
        self.instance, self.diagram, self.progress = instance, diagram, progress
        self.state = RunState.empty()

    def take(self, events: Sequence[RunEvent], *, is_past: bool) -> None:
        """Let events have happened; what is past is not shown."""
        self.state = self.state.after_all(events)
        self.progress.show(() if is_past else events, self.state)


class Families:
    """All of them, in the order in which they began."""

    def __init__(self, diagrams: Diagrams, show: Callable[[Diagram], Progress]) -> None:
        self._diagrams, self._show = diagrams, show
        self._by_instance: dict[str, Family] = {}
        self.all: list[Family] = []

    def __getitem__(self, instance: str) -> Family:
        return self._by_instance[instance]

    def take(self, events: Iterable[RunEvent], *, is_past: bool = False) -> None:
        """Give each event to the family of its instance."""
        found: defaultdict[str, list[RunEvent]] = defaultdict(list)
        for event in events:
            if event.kind is EventKind.INSTANCE_STARTED:
                self._begin(event)
            elif event.kind is EventKind.INSTANCE_MIGRATED:
                self._migrate(event)
            found[self._by_instance[event.instance].instance].append(event)
        for instance, mine in found.items():
            self._by_instance[instance].take(mine, is_past=is_past)

    def _begin(self, event: RunEvent) -> None:
        family = self._by_instance.get(str(event.data.get("parent", "")))
        if family is None:
            diagram = self._diagram(event)
            family = Family(event.instance, diagram, self._show(diagram))
            self.all.append(family)
        self._by_instance[event.instance] = family

    def _migrate(self, event: RunEvent) -> None:
        """From now on a run is told in the words of another version."""
        family = self._by_instance[event.instance]
        if family.instance == event.instance:
            family.diagram = self._diagram(event)
            family.progress = self._show(family.diagram)

    def _diagram(self, event: RunEvent) -> Diagram:
        return self._diagrams.of(str(event.data.get("definition", ""))) or new_diagram()
