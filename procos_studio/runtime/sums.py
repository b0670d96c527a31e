"""Sums: the tables of a run's state while events change them."""

from __future__ import annotations

from procos_studio.runtime.drafts import DiagramDraft
from procos_studio.runtime.persistent import Map, MapDraft, Trail
from procos_studio.runtime.records import DiagramState, Incident, InstanceState, Status, TokenState, UserTask, Value

_KEPT = 1_000
"""So many instances and scopes inside of them are remembered after their end; up to twice as many before one looks."""


class Sums:
    """A run's state while events change it; it takes and gives RunState's fields in their order."""

    def __init__(
        self,
        seq: int,
        time: float,
        home: str,
        diagrams: Map[DiagramState],
        tokens: Map[TokenState],
        scopes: Map[Map[Trail[Value]]],
        incidents: Map[Incident],
        user_tasks: Map[UserTask],
        instances: Map[InstanceState],
        ended: Map[float],
        uncaught: Trail[str],
        events: int,
    ) -> None:
        self.seq, self.time, self.home, self.uncaught, self.events = seq, time, home, uncaught, events
        self.tokens, self.scopes = MapDraft(tokens), MapDraft(scopes)
        self.incidents, self.user_tasks = MapDraft(incidents), MapDraft(user_tasks)
        self.instances, self.ended = MapDraft(instances), MapDraft(ended)
        self._diagrams = diagrams
        self._drawn: dict[str, DiagramDraft] = {}
        self._of: dict[str, DiagramDraft] = {}

    def diagram(self, definition: str) -> DiagramDraft:
        """What has happened on a diagram."""
        found = self._drawn.get(definition)
        if found is None:
            found = self._drawn[definition] = DiagramDraft(*self._diagrams.get_or(definition, DiagramState()))
        return found

    def of(self, instance: str) -> DiagramDraft:
        """What has happened on the diagram of an instance."""
        found = self._of.get(instance)
        if found is None:
            known = self.instances.get(instance)
            found = self._of[instance] = self.diagram(known.definition if known is not None else "")
        return found

    def redraw(self, instance: str) -> None:
        """An instance has begun, or has got another diagram."""
        self._of.pop(instance, None)

    def end(self, key: str, time: float) -> None:
        """An instance or a scope has ended; of many that have, those that ended last are remembered."""
        self.ended.put(key, time)
        if len(self.ended) > 2 * _KEPT:
            gone = sorted(self.ended.items(), key=self._worth)[:-_KEPT]
            for key, _ in gone:
                for table in (self.ended, self.instances, self.scopes):
                    table.drop(key)

    def _worth(self, item: tuple[str, float]) -> tuple[bool, float, str]:
        instance = self.instances.get(item[0])
        return instance is not None and instance.status is Status.FAILED, item[1], item[0]

    def sums(
        self,
    ) -> tuple[
        int,
        float,
        str,
        Map[DiagramState],
        Map[TokenState],
        Map[Map[Trail[Value]]],
        Map[Incident],
        Map[UserTask],
        Map[InstanceState],
        Map[float],
        Trail[str],
        int,
    ]:
        """The fields of the state after all that was added. The draft is used up."""
        diagrams = MapDraft(self._diagrams)
        for definition, drawn in self._drawn.items():
            diagrams.put(definition, drawn.state())
        return (
            self.seq,
            self.time,
            self.home,
            diagrams.map(),
            self.tokens.map(),
            self.scopes.map(),
            self.incidents.map(),
            self.user_tasks.map(),
            self.instances.map(),
            self.ended.map(),
            self.uncaught,
            self.events,
        )
