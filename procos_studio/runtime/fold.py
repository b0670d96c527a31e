"""The fold: what each event changes in a run's state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.persistent import Map, MapDraft, Trail
from procos_studio.runtime.records import (
    DARK,
    STAGE_NAMES,
    ElementState,
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


class _Element:
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


class Draft:
    """A run's state while events are added to it; it takes and gives RunState's fields in their order."""

    def __init__(
        self,
        seq: int,
        time: float,
        elements: Map[ElementState],
        flows: Map[int],
        tokens: Map[TokenState],
        scopes: Map[Map[Trail[Value]]],
        incidents: Map[Incident],
        user_tasks: Map[UserTask],
        instances: Map[InstanceState],
        uncaught: Trail[str],
        events: int,
    ) -> None:
        self.seq, self.time, self.uncaught, self.events = seq, time, uncaught, events
        self.flows, self.tokens, self.scopes = MapDraft(flows), MapDraft(tokens), MapDraft(scopes)
        self.incidents, self.user_tasks = MapDraft(incidents), MapDraft(user_tasks)
        self.instances = MapDraft(instances)
        self._elements = elements
        self._changed: dict[str, _Element] = {}

    def element(self, key: str) -> ElementState | None:
        """An element as it stands now; None where no token has come to it yet."""
        found = self._changed.get(key)
        return self._elements.get(key) if found is None else found.state()

    def touch(self, key: str) -> _Element | None:
        """An element to be changed; None where no token has come to it yet."""
        found = self._changed.get(key)
        if found is None and (state := self._elements.get(key)) is not None:
            found = self._changed[key] = _Element(state)
        return found

    def first(self, key: str) -> _Element:
        """An element to which the first token comes."""
        found = self._changed[key] = _Element(ElementState(Status.RUNNING))
        return found

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
        Map[ElementState],
        Map[int],
        Map[TokenState],
        Map[Map[Trail[Value]]],
        Map[Incident],
        Map[UserTask],
        Map[InstanceState],
        Trail[str],
        int,
    ]:
        """The fields of the state after all that was added. The draft is used up."""
        return (
            self.seq,
            self.time,
            self._all_elements(),
            self.flows.map(),
            self.tokens.map(),
            self.scopes.map(),
            self.incidents.map(),
            self.user_tasks.map(),
            self.instances.map(),
            self.uncaught,
            self.events,
        )

    def _all_elements(self) -> Map[ElementState]:
        elements = MapDraft(self._elements)
        for key, element in self._changed.items():
            elements.put(key, element.state())
        return elements.map()


def _instance_started(draft: Draft, event: RunEvent) -> None:
    data = event.data
    draft.instances.put(
        event.instance,
        InstanceState(
            str(data.get("process", "")),
            Status.RUNNING,
            str(data.get("parent", "")),
            str(data.get("business_key", "")),
            event.time,
        ),
    )
    for name, value in data.get("variables", {}).items():
        _set(draft, event, event.instance, name, value)


def _instance_ended(draft: Draft, event: RunEvent) -> None:
    old = draft.instances.get(event.instance) or InstanceState("", Status.RUNNING)
    variables = Map(event.data["variables"]) if "variables" in event.data else old.variables
    reason = str(event.data.get("reason", ""))
    ended = old._replace(status=_ENDED[event.kind], ended=event.time, reason=reason, variables=variables)
    draft.instances.put(event.instance, ended)


def _instance_migrated(draft: Draft, event: RunEvent) -> None:
    """The tokens stand at the elements of another version, and what is known about where they stand goes with them."""
    elements: Mapping[str, str] = event.data.get("elements", {})
    if (instance := draft.instances.get(event.instance)) is not None:
        process = str(event.data.get("process", instance.process))
        draft.instances.put(event.instance, instance._replace(process=process))
    for token, state in sorted(draft.tokens.items()):
        if state.instance == event.instance and state.element in elements:
            _move(draft, token, state, elements[state.element])


def _move(draft: Draft, token: str, state: TokenState, element: str) -> None:
    draft.tokens.put(token, state._replace(element=element))
    old = draft.touch(state.element)
    new = draft.touch(element) or draft.first(element)
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
    element = draft.touch(event.element) or draft.first(event.element)
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


def _left(draft: Draft, event: RunEvent) -> _Element | None:
    """The element that a token has left, with the time that it was inside."""
    element = draft.touch(event.element)
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
    return event.time - token.since


def _flow_taken(draft: Draft, event: RunEvent) -> None:
    draft.flows.put(event.element, (draft.flows.get(event.element) or 0) + 1)


def _stage_started(draft: Draft, event: RunEvent) -> None:
    element = _light(draft, event, _RUNNING)
    if element is not None:
        element.status = Status.WAITING if draft.user_tasks.get(event.token) else Status.RUNNING


def _stage_noted(draft: Draft, event: RunEvent) -> None:
    """A stage that is at work says what it does."""
    element, at = draft.touch(event.element), _STAGE.get(event.data.get("stage", ""))
    if element is not None and at is not None and element.stages[at].verdict == "running":
        element.stages[at] = Light("running", str(event.data.get("detail", "")))


def _stage_finished(draft: Draft, event: RunEvent) -> None:
    data = event.data
    _light(draft, event, Light(data.get("verdict", ""), data.get("detail", ""), data.get("duration", 0.0)))


def _light(draft: Draft, event: RunEvent, light: Light) -> _Element | None:
    data = event.data
    element, at = draft.touch(event.element), _STAGE.get(data.get("stage", ""))
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
    element = draft.touch(event.element)
    if element is not None and element.active:
        element.status = status
        if message is not None:
            element.message = message


def _error_thrown(draft: Draft, event: RunEvent) -> None:
    words = [str(event.data[name]) for name in ("code", "message") if event.data.get(name)]
    _status(draft, event, Status.FAILED, ": ".join(words))


def _retry_scheduled(draft: Draft, event: RunEvent) -> None:
    _status(draft, event, Status.WAITING, str(event.data.get("message", "")))
    element = draft.touch(event.element)
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
