"""The fold: what each event changes in a run's state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from procos_studio.runtime.drafts import DiagramDraft, ElementDraft
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.persistent import Map, Trail
from procos_studio.runtime.records import (
    DARK,
    STAGE_NAMES,
    Incident,
    InstanceState,
    Light,
    Status,
    TokenState,
    UserTask,
    Value,
)
from procos_studio.runtime.sums import Sums

_STAGE = {name: index for index, name in enumerate(STAGE_NAMES)}
_RUNNING = Light("running")
_ENDED = {
    EventKind.INSTANCE_COMPLETED: Status.DONE,
    EventKind.INSTANCE_FAILED: Status.FAILED,
    EventKind.INSTANCE_CANCELLED: Status.CANCELLED,
}


class Draft(Sums):
    """A run's state to which events can be added."""

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


def _instance_started(sums: Sums, event: RunEvent) -> None:
    data = event.data
    definition = str(data.get("definition", ""))
    if not len(sums.instances):
        sums.home = definition
    sums.instances.put(
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
    sums.redraw(event.instance)
    for name, value in data.get("variables", {}).items():
        _set(sums, event, event.instance, name, value)


def _instance_ended(sums: Sums, event: RunEvent) -> None:
    old = sums.instances.get(event.instance) or InstanceState("", Status.RUNNING)
    variables = Map(event.data["variables"]) if "variables" in event.data else old.variables
    reason = str(event.data.get("reason", ""))
    ended = old._replace(status=_ENDED[event.kind], ended=event.time, reason=reason, variables=variables)
    sums.instances.put(event.instance, ended)
    sums.end(event.instance, event.time)


def _instance_migrated(sums: Sums, event: RunEvent) -> None:
    """The tokens stand at the elements of another version, and what is known about where they stand goes with them."""
    data = event.data
    elements: Mapping[str, str] = data.get("elements", {})
    before = sums.of(event.instance)
    if (instance := sums.instances.get(event.instance)) is not None:
        process, definition = str(data.get("process", instance.process)), str(data.get("definition", ""))
        sums.instances.put(event.instance, instance._replace(process=process, definition=definition))
        if sums.home == instance.definition:
            sums.home = definition
    sums.redraw(event.instance)
    after = sums.of(event.instance)
    for token, state in sorted(sums.tokens.items()):
        if state.instance == event.instance:
            _move(sums, (before, after), token, state, elements.get(state.element, state.element))


def _move(sums: Sums, diagrams: tuple[DiagramDraft, DiagramDraft], token: str, state: TokenState, element: str) -> None:
    before, after = diagrams
    if before is after and state.element == element:
        return
    sums.tokens.put(token, state._replace(element=element))
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
    if (incident := sums.incidents.get(token)) is not None:
        sums.incidents.put(token, incident._replace(element=element))
    if (task := sums.user_tasks.get(token)) is not None:
        sums.user_tasks.put(token, task._replace(element=element))


def _variable_changed(sums: Sums, event: RunEvent) -> None:
    data = event.data
    _set(sums, event, str(data.get("scope") or event.instance), str(data["name"]), data.get("value"))


def _set(sums: Sums, event: RunEvent, scope: str, name: str, value: object) -> None:
    names = sums.scopes.get(scope) or Map()
    trail = names.get_or(name, Trail()).add(Value(value, event.time, event.seq, event.element))
    sums.scopes.put(scope, names.put(name, trail))
    instance = sums.instances.get(scope)
    if instance is not None:
        sums.instances.put(scope, instance._replace(variables=instance.variables.put(name, value)))


def _element_entered(sums: Sums, event: RunEvent) -> None:
    diagram = sums.of(event.instance)
    element = diagram.touch(event.element) or diagram.first(event.element)
    element.status = Status.RUNNING
    element.active += 1
    element.entered += 1
    element.attempt, element.attempts, element.pde, element.message = 0, 0, "", ""
    element.stages = list(DARK)
    element.since = event.time
    sums.tokens.put(event.token, TokenState(event.element, event.instance, event.time))


def _element_completed(sums: Sums, event: RunEvent) -> None:
    element = _left(sums, event)
    if element is not None:
        element.completed += 1
        if not element.active:
            element.status = Status.DONE


def _element_cancelled(sums: Sums, event: RunEvent) -> None:
    element = _left(sums, event)
    if element is not None:
        element.cancelled += 1
        # What failed stays failed in a reader's eyes, though the engine then takes its token away.
        if not element.active and element.status is not Status.FAILED:
            element.status = Status.CANCELLED


def _left(sums: Sums, event: RunEvent) -> ElementDraft | None:
    """The element that a token has left, with the time that it was inside."""
    element = sums.of(event.instance).touch(event.element)
    if element is not None:
        element.active = max(element.active - 1, 0)
        element.seconds += _spent(sums, event)
    return element


def _spent(sums: Sums, event: RunEvent) -> float:
    """Take the event's token away; how long it was inside its element (seconds)."""
    token = sums.tokens.get(event.token)
    if token is None:
        return 0.0
    sums.tokens.drop(event.token)
    sums.user_tasks.drop(event.token)
    sums.incidents.drop(event.token)
    if event.token in sums.scopes:
        sums.end(event.token, event.time)
    return event.time - token.since


def _flow_taken(sums: Sums, event: RunEvent) -> None:
    flows = sums.of(event.instance).flows
    flows.put(event.element, (flows.get(event.element) or 0) + 1)


def _stage_started(sums: Sums, event: RunEvent) -> None:
    element = _light(sums, event, _RUNNING)
    if element is not None:
        element.status = Status.WAITING if sums.user_tasks.get(event.token) else Status.RUNNING


def _stage_noted(sums: Sums, event: RunEvent) -> None:
    """A stage that is at work says what it does."""
    element, at = sums.of(event.instance).touch(event.element), _STAGE.get(event.data.get("stage", ""))
    if element is not None and at is not None and element.stages[at].verdict == "running":
        element.stages[at] = Light("running", str(event.data.get("detail", "")))


def _stage_finished(sums: Sums, event: RunEvent) -> None:
    data = event.data
    _light(sums, event, Light(data.get("verdict", ""), data.get("detail", ""), data.get("duration", 0.0)))


def _light(sums: Sums, event: RunEvent, light: Light) -> ElementDraft | None:
    data = event.data
    element, at = sums.of(event.instance).touch(event.element), _STAGE.get(data.get("stage", ""))
    if element is None or at is None:
        return None
    if at == 0 and light is _RUNNING:
        element.stages = list(DARK)
    element.stages[at] = light
    element.attempt, element.pde = data.get("attempt", element.attempt), data.get("pde", element.pde)
    return element


def _stands(status: Status) -> Callable[[Sums, RunEvent], None]:
    """The change of an event after which an element that holds a token has this status."""

    def change(sums: Sums, event: RunEvent) -> None:
        _status(sums, event, status)

    return change


def _status(sums: Sums, event: RunEvent, status: Status, message: str | None = None) -> None:
    element = sums.of(event.instance).touch(event.element)
    if element is not None and element.active:
        element.status = status
        if message is not None:
            element.message = message


def _error_thrown(sums: Sums, event: RunEvent) -> None:
    words = [str(event.data[name]) for name in ("code", "message") if event.data.get(name)]
    _status(sums, event, Status.FAILED, ": ".join(words))


def _retry_scheduled(sums: Sums, event: RunEvent) -> None:
    _status(sums, event, Status.WAITING, str(event.data.get("message", "")))
    element = sums.of(event.instance).touch(event.element)
    if element is not None:
        element.attempts = event.data.get("attempts", element.attempts)


def _incident_raised(sums: Sums, event: RunEvent) -> None:
    message = str(event.data.get("message", ""))
    sums.incidents.put(event.token, Incident(event.element, event.instance, message, event.time))
    _status(sums, event, Status.FAILED, message)


def _incident_resolved(sums: Sums, event: RunEvent) -> None:
    sums.incidents.drop(event.token)
    _status(sums, event, Status.RUNNING, "")


def _user_task_created(sums: Sums, event: RunEvent) -> None:
    sums.user_tasks.put(event.token, UserTask(event.element, event.instance, Map(event.data), event.time))
    _status(sums, event, Status.WAITING)


def _user_task_completed(sums: Sums, event: RunEvent) -> None:
    sums.user_tasks.drop(event.token)
    _status(sums, event, Status.RUNNING)


def _event_uncaught(sums: Sums, event: RunEvent) -> None:
    words = (str(event.data.get("kind", "event")), str(event.data.get("code", "")))
    sums.uncaught = sums.uncaught.add(" ".join(word for word in words if word))


_CHANGES: Mapping[EventKind, Callable[[Sums, RunEvent], None]] = {
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
