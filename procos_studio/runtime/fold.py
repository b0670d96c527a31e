"""The fold: what each event changes in a run's state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from procos_studio.runtime.drafts import DiagramDraft, ElementDraft
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.persistent import Map, MapDraft, Trail
from procos_studio.runtime.records import (
    DARK,
    STAGE_NAMES,
    DiagramState,
    Incident,
    InstanceState,
    Light,
    Status,
    TokenState,
    UserTask,
    Value,
)

_STAGE = {name: index for index, name in enumerate(STAGE_NAMES)}
_RUNNING = Light("running")
_ENDED = {
    EventKind.INSTANCE_COMPLETED: Status.DONE,
    EventKind.INSTANCE_FAILED: Status.FAILED,
    EventKind.INSTANCE_CANCELLED: Status.CANCELLED,
}


_KEPT = 1_000
"""So many instances and scopes inside of them are remembered after their end; up to twice as many before one looks."""


class Draft:
    """A run's state while events are added to it; it takes and gives RunState's fields in their order."""

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

    def add(self, event: RunEvent) -> None:
        """Let `event` have happened."""
        self.add_all((event,))

    def add_all(self, events: Iterable[RunEvent]) -> None:
        """Let all of these have happened, one after the other."""
        changes, count, last = _CHANGES, 0, None
        for last in events:
            count += 1
            change = changes.get(last.kind)
            if change is not None:
                change(self, last)
        if last is not None:
            self.seq, self.time = last.seq, last.time
            self.events += count

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


def _instance_started(draft: Draft, event: RunEvent) -> None:
    data = event.data
    definition = str(data.get("definition", ""))
    if not len(draft.instances):
        draft.home = definition
    draft.instances.put(
        event.instance,
        InstanceState(
            str(data.get("process", "")),
            Status.RUNNING,
            str(data.get("parent", "")),
            str(data.get("business_key", "")),
            event.time,
            definition=definition,
        ),
    )
    draft.redraw(event.instance)
    for name, value in data.get("variables", {}).items():
        _set(draft, event, event.instance, name, value)


def _instance_ended(draft: Draft, event: RunEvent) -> None:
    old = draft.instances.get(event.instance) or InstanceState("", Status.RUNNING)
    variables = Map(event.data["variables"]) if "variables" in event.data else old.variables
    reason = str(event.data.get("reason", ""))
    ended = old._replace(status=_ENDED[event.kind], ended=event.time, reason=reason, variables=variables)
    draft.instances.put(event.instance, ended)
    draft.end(event.instance, event.time)


def _instance_migrated(draft: Draft, event: RunEvent) -> None:
    """The tokens stand at the elements of another version, and what is known about where they stand goes with them."""
    data = event.data
    elements: Mapping[str, str] = data.get("elements", {})
    before = draft.of(event.instance)
    if (instance := draft.instances.get(event.instance)) is not None:
        process, definition = str(data.get("process", instance.process)), str(data.get("definition", ""))
        draft.instances.put(event.instance, instance._replace(process=process, definition=definition))
        if draft.home == instance.definition:
            draft.home = definition
    draft.redraw(event.instance)
    after = draft.of(event.instance)
    for token, state in sorted(draft.tokens.items()):
        if state.instance == event.instance:
            _move(draft, (before, after), token, state, elements.get(state.element, state.element))


def _move(
    draft: Draft, diagrams: tuple[DiagramDraft, DiagramDraft], token: str, state: TokenState, element: str
) -> None:
    before, after = diagrams
    if before is after and state.element == element:
        return
    draft.tokens.put(token, state._replace(element=element))
    old = before.touch(state.element)
    new = after.touch(element) or after.first(element)
    if old is not None:
        old.active = max(old.active - 1, 0)
        new.status, new.message, new.since = old.status, old.message, old.since
        if not old.active:
            old.status = Status.CANCELLED
        old.cancelled += 1
    new.active += 1
    new.entered += 1
    if (incident := draft.incidents.get(token)) is not None:
        draft.incidents.put(token, incident._replace(element=element))
    if (task := draft.user_tasks.get(token)) is not None:
        draft.user_tasks.put(token, task._replace(element=element))


def _variable_changed(draft: Draft, event: RunEvent) -> None:
    data = event.data
    _set(draft, event, str(data.get("scope") or event.instance), str(data["name"]), data.get("value"))


def _set(draft: Draft, event: RunEvent, scope: str, name: str, value: object) -> None:
    names = draft.scopes.get(scope) or Map()
    trail = names.get_or(name, Trail()).add(Value(value, event.time, event.seq, event.element))
    draft.scopes.put(scope, names.put(name, trail))
    instance = draft.instances.get(scope)
    if instance is not None:
        draft.instances.put(scope, instance._replace(variables=instance.variables.put(name, value)))


def _element_entered(draft: Draft, event: RunEvent) -> None:
    diagram = draft.of(event.instance)
    element = diagram.touch(event.element) or diagram.first(event.element)
    element.status = Status.RUNNING
    element.active += 1
    element.entered += 1
    element.attempt, element.attempts, element.pde, element.message = 0, 0, "", ""
    element.stages = list(DARK)
    element.since = event.time
    draft.tokens.put(event.token, TokenState(event.element, event.instance, event.time))


def _element_completed(draft: Draft, event: RunEvent) -> None:
    element = _left(draft, event)
    if element is not None:
        element.completed += 1
        if not element.active:
            element.status = Status.DONE


def _element_cancelled(draft: Draft, event: RunEvent) -> None:
    element = _left(draft, event)
    if element is not None:
        element.cancelled += 1
        # What failed stays failed in a reader's eyes, though the engine then takes its token away.
        if not element.active and element.status is not Status.FAILED:
            element.status = Status.CANCELLED


def _left(draft: Draft, event: RunEvent) -> ElementDraft | None:
    """The element that a token has left, with the time that it was inside."""
    element = draft.of(event.instance).touch(event.element)
    if element is not None:
        element.active = max(element.active - 1, 0)
        element.seconds += _spent(draft, event)
    return element


def _spent(draft: Draft, event: RunEvent) -> float:
    """Take the event's token away; how long it was inside its element (seconds)."""
    token = draft.tokens.get(event.token)
    if token is None:
        return 0.0
    draft.tokens.drop(event.token)
    draft.user_tasks.drop(event.token)
    draft.incidents.drop(event.token)
    if event.token in draft.scopes:
        draft.end(event.token, event.time)
    return event.time - token.since


def _flow_taken(draft: Draft, event: RunEvent) -> None:
    flows = draft.of(event.instance).flows
    flows.put(event.element, (flows.get(event.element) or 0) + 1)


def _stage_started(draft: Draft, event: RunEvent) -> None:
    element = _light(draft, event, _RUNNING)
    if element is not None:
        element.status = Status.WAITING if draft.user_tasks.get(event.token) else Status.RUNNING


def _stage_noted(draft: Draft, event: RunEvent) -> None:
    """A stage that is at work says what it does."""
    element, at = draft.of(event.instance).touch(event.element), _STAGE.get(event.data.get("stage", ""))
    if element is not None and at is not None and element.stages[at].verdict == "running":
        element.stages[at] = Light("running", str(event.data.get("detail", "")))


def _stage_finished(draft: Draft, event: RunEvent) -> None:
    data = event.data
    _light(draft, event, Light(data.get("verdict", ""), data.get("detail", ""), data.get("duration", 0.0)))


def _light(draft: Draft, event: RunEvent, light: Light) -> ElementDraft | None:
    data = event.data
    element, at = draft.of(event.instance).touch(event.element), _STAGE.get(data.get("stage", ""))
    if element is None or at is None:
        return None
    if at == 0 and light is _RUNNING:
        element.stages = list(DARK)
    element.stages[at] = light
    element.attempt, element.pde = data.get("attempt", element.attempt), data.get("pde", element.pde)
    return element


def _stands(status: Status) -> Callable[[Draft, RunEvent], None]:
    """The change of an event after which an element that holds a token has this status."""

    def change(draft: Draft, event: RunEvent) -> None:
        _status(draft, event, status)

    return change


def _status(draft: Draft, event: RunEvent, status: Status, message: str | None = None) -> None:
    element = draft.of(event.instance).touch(event.element)
    if element is not None and element.active:
        element.status = status
        if message is not None:
            element.message = message


def _error_thrown(draft: Draft, event: RunEvent) -> None:
    words = [str(event.data[name]) for name in ("code", "message") if event.data.get(name)]
    _status(draft, event, Status.FAILED, ": ".join(words))


def _retry_scheduled(draft: Draft, event: RunEvent) -> None:
    _status(draft, event, Status.WAITING, str(event.data.get("message", "")))
    element = draft.of(event.instance).touch(event.element)
    if element is not None:
        element.attempts = event.data.get("attempts", element.attempts)


def _incident_raised(draft: Draft, event: RunEvent) -> None:
    message = str(event.data.get("message", ""))
    draft.incidents.put(event.token, Incident(event.element, event.instance, message, event.time))
    _status(draft, event, Status.FAILED, message)


def _incident_resolved(draft: Draft, event: RunEvent) -> None:
    draft.incidents.drop(event.token)
    _status(draft, event, Status.RUNNING, "")


def _user_task_created(draft: Draft, event: RunEvent) -> None:
    draft.user_tasks.put(event.token, UserTask(event.element, event.instance, Map(event.data), event.time))
    _status(draft, event, Status.WAITING)


def _user_task_completed(draft: Draft, event: RunEvent) -> None:
    draft.user_tasks.drop(event.token)
    _status(draft, event, Status.RUNNING)


def _event_uncaught(draft: Draft, event: RunEvent) -> None:
    words = (str(event.data.get("kind", "event")), str(event.data.get("code", "")))
    draft.uncaught = draft.uncaught.add(" ".join(word for word in words if word))


_CHANGES: Mapping[EventKind, Callable[[Draft, RunEvent], None]] = {
    EventKind.INSTANCE_STARTED: _instance_started,
    EventKind.INSTANCE_COMPLETED: _instance_ended,
    EventKind.INSTANCE_FAILED: _instance_ended,
    EventKind.INSTANCE_CANCELLED: _instance_ended,
    EventKind.ELEMENT_ENTERED: _element_entered,
    EventKind.ELEMENT_COMPLETED: _element_completed,
    EventKind.ELEMENT_CANCELLED: _element_cancelled,
    EventKind.FLOW_TAKEN: _flow_taken,
    EventKind.STAGE_STARTED: _stage_started,
    EventKind.STAGE_NOTED: _stage_noted,
    EventKind.STAGE_FINISHED: _stage_finished,
    EventKind.INSTANCE_MIGRATED: _instance_migrated,
    EventKind.VARIABLE_CHANGED: _variable_changed,
    EventKind.TIMER_SCHEDULED: _stands(Status.WAITING),
    EventKind.TIMER_FIRED: _stands(Status.RUNNING),
    EventKind.MESSAGE_AWAITED: _stands(Status.WAITING),
    EventKind.MESSAGE_CORRELATED: _stands(Status.RUNNING),
    EventKind.ERROR_THROWN: _error_thrown,
    EventKind.EVENT_UNCAUGHT: _event_uncaught,
    EventKind.INCIDENT_RAISED: _incident_raised,
    EventKind.INCIDENT_RESOLVED: _incident_resolved,
    EventKind.RETRY_SCHEDULED: _retry_scheduled,
    EventKind.USER_TASK_CREATED: _user_task_created,
    EventKind.USER_TASK_COMPLETED: _user_task_completed,
}
"""The events that change something beyond the number and the time of the last one."""
