"""A stored instance's history, in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from procos_studio.cli.console import printable
from procos_studio.cli.telling import Diagrams, when
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.store import SavedInstance
from procos_studio.runtime.versions import Versions, name_of

_LONGEST = 80


def history(
    events: Iterable[RunEvent], instance: SavedInstance, diagrams: Diagrams, versions: Versions
) -> Iterator[tuple[RunEvent, str]]:
    """The events worth a line, each with the line; an element is called as its version at that time calls it."""
    digest = ""
    for event in events:
        digest = str(event.data.get("definition", digest))
        words = _WORDS.get(event.kind)
        if words is None:
            continue
        said = words(event.data)
        if event.kind is EventKind.INSTANCE_MIGRATED:
            said = f"went to {printable(name_of(versions.of(instance.process, digest)))}"
        place = f"{diagrams.called(digest, event.element)} " if event.element else ""
        yield event, f"{place}{said}" if said else ""


def short(value: Any) -> str:
    """A value on one line, cut where it is long."""
    text = printable(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


Data = Mapping[str, Any]


def _started(data: Data) -> str:
    parts = ["started"]
    if data.get("business_key"):
        parts.append(f"for {printable(data['business_key'])}")
    if data.get("parent"):
        parts.append(f"by {data['parent']}")
    values = ", ".join(f"{printable(name)} = {short(value)}" for name, value in data.get("variables", {}).items())
    return " ".join(parts) + (f" with {values}" if values else "")


def _retry(data: Data) -> str:
    return f"failed: {printable(str(data['message']))}; attempt {data['attempt']} of {data['attempts']} follows"


def _thrown(data: Data) -> str:
    return f"threw the error {printable(' '.join(str(data[name]) for name in ('code', 'message') if data.get(name)))}"


def _sent(data: Data) -> str:
    return f"sent the message “{printable(data['name'])}”" + ("" if data.get("delivered") else ", which nobody took")


def _about(words: str, name: str = "", *, is_quoted: bool = False) -> Callable[[Data], str]:
    def told(data: Data) -> str:
        value = printable(str(data.get(name) or "")) if name else ""
        return f"{words} “{value}”" if is_quoted else f"{words}{value}"

    return told


_WORDS: Mapping[EventKind, Callable[[Data], str]] = {
    EventKind.INSTANCE_STARTED: _started,
    EventKind.INSTANCE_COMPLETED: _about("completed"),
    EventKind.INSTANCE_FAILED: _about("failed: ", "reason"),
    EventKind.INSTANCE_CANCELLED: _about("cancelled: ", "reason"),
    EventKind.INSTANCE_MIGRATED: _about("migrated"),
    EventKind.ELEMENT_COMPLETED: _about("done"),
    EventKind.ELEMENT_CANCELLED: _about("cancelled"),
    EventKind.VARIABLE_CHANGED: lambda data: f"set {printable(str(data['name']))} = {short(data.get('value'))}",
    EventKind.TIMER_SCHEDULED: lambda data: f"is due {when(data['due'])}",
    EventKind.TIMER_FIRED: _about("is due now"),
    EventKind.MESSAGE_AWAITED: _about("waits for the message", "name", is_quoted=True),
    EventKind.MESSAGE_CORRELATED: _about("got the message", "name", is_quoted=True),
    EventKind.MESSAGE_SENT: _sent,
    EventKind.SIGNAL_THROWN: _about("threw the signal", "name", is_quoted=True),
    EventKind.ERROR_THROWN: _thrown,
    EventKind.ESCALATION_THROWN: _about("threw the escalation ", "code"),
    EventKind.INCIDENT_RAISED: _about("has an incident: ", "message"),
    EventKind.INCIDENT_RESOLVED: _about("tries again"),
    EventKind.RETRY_SCHEDULED: _retry,
    EventKind.USER_TASK_CREATED: _about("waits for a person"),
    EventKind.USER_TASK_COMPLETED: _about("was completed by a person"),
    EventKind.LOG_WRITTEN: _about("says: ", "text"),
}
"""Steps of the pipeline and flows are left out: they say how, not what."""
