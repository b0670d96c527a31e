"""Transaction: what a store writes at once, gathered bit by bit as plain values, so that writing it is quick."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from procos_studio.runtime.engine.rows import Changes, Key
from procos_studio.runtime.events import EventKind, RunEvent

encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode

_ENDED = {
    EventKind.INSTANCE_COMPLETED: "done",
    EventKind.INSTANCE_FAILED: "failed",
    EventKind.INSTANCE_CANCELLED: "cancelled",
}
_NAMES: Mapping[EventKind, str] = {kind: kind.value for kind in EventKind}
_STARTED, _MIGRATED = EventKind.INSTANCE_STARTED, EventKind.INSTANCE_MIGRATED
_STAGE_STARTED, _STAGE_FINISHED = EventKind.STAGE_STARTED, EventKind.STAGE_FINISHED
_ENTERED = EventKind.ELEMENT_ENTERED


class Transaction:
    """Events in their order, and what became of the live state with the last of them; false where there is neither.

    What is added is turned into text at once, so that nothing that changes later can get in. A row that has changed
    twice is written once. `count` is the number of events. Raises ValueError, TypeError or RecursionError for what
    JSON cannot hold; then the transaction must not be written.
    """

    def __init__(self) -> None:
        self.count = 0
        self.events: list[Any] = []
        self.begun: dict[str, list[Any]] = {}
        self.ended: list[Any] = []
        self.moved: list[tuple[Any, ...]] = []
        self.sources: dict[str, bytes] = {}
        self.versions: list[tuple[Any, ...]] = []
        self.gone: dict[str, None] = {}
        self.left: dict[tuple[str, str], None] = {}
        self.dropped: dict[Key, None] = {}
        self.learned: dict[tuple[str, str], str] = {}
        self._put: dict[str, dict[str, dict[tuple[str, str], str]]] = {}

    def __bool__(self) -> bool:
        return bool(self.events or self._put or self.gone or self.left or self.dropped)

    @property
    def put(self) -> list[Any]:
        """The rows of the live state that are put, after those that go have gone; one value after the other."""
        found: list[Any] = []
        for instance, tokens in self._put.items():
            for token, rows in tokens.items():
                for (part, name), text in rows.items():
                    found += (instance, token, part, name, text)
        return found

    def add(self, events: Sequence[RunEvent], changes: Changes) -> None:
        """Let these events have happened, and the live state have changed with them."""
        self.count += len(events)
        values = self.events
        for event in events:
            seq, instance, kind, element, token, time, data = event
            values += (seq, instance, _NAMES[kind], element, token, time, _text(kind, data))
            if kind in _ABOUT_INSTANCES:
                self._list(event)
        self._change(changes)

    def learn(self, lessons: Mapping[tuple[str, str], Any]) -> None:
        """Let this have been learned, by what it is about and a name; alone it is no reason to write."""
        self.learned.update((key, encode(value)) for key, value in lessons.items())

    def _list(self, event: RunEvent) -> None:
        instance, data = event.instance, event.data
        if event.kind is _STARTED:
            about = [data["process"], data.get("definition", ""), data["business_key"], data["parent"]]
            self.begun[instance] = [instance, *about, event.time, "running", None]
        elif event.kind is _MIGRATED:
            self.moved.append((data["process"], data["definition"], instance))
        elif instance in self.begun:
            self.begun[instance][-2:] = _ENDED[event.kind], event.time
        else:
            self.ended += (instance, _ENDED[event.kind], event.time)

    def _change(self, changes: Changes) -> None:
        put = self._put
        for instance in changes.instances:
            put.pop(instance, None)
            self.gone[instance] = None
        for instance, token in changes.tokens:
            put.get(instance, {}).pop(token, None)
            self.left[instance, token] = None
        for instance, token, part, name in changes.dropped:
            put.get(instance, {}).get(token, {}).pop((part, name), None)
            self.dropped[instance, token, part, name] = None
        for (instance, token, part, name), value in changes.put:
            put.setdefault(instance, {}).setdefault(token, {})[part, name] = encode(value)


_ABOUT_INSTANCES = frozenset({_STARTED, _MIGRATED, *_ENDED})


def _text(kind: EventKind, data: Mapping[str, Any]) -> str:
    """The JSON text of an event's data; what is told again and again is remembered."""
    if not data:
        return "{}"
    if kind is _STAGE_STARTED and len(data) == 3:
        return f"{_stage(data['stage'], data['attempt'], data['pde'])}}}"
    if kind is _STAGE_FINISHED and len(data) == 6:
        head = _stage(data["stage"], data["attempt"], data["pde"])
        seconds = data["duration"]
        told = repr(seconds) if type(seconds) is float else encode(seconds)
        return f'{head}{_verdict(data["verdict"], data["detail"])}, "duration": {told}}}'
    if kind is _ENTERED and len(data) == 1:
        return _scope(data["scope"])
    return encode(data if type(data) is dict else dict(data))


@lru_cache(maxsize=1_024)
def _stage(stage: str, attempt: int, pde: str) -> str:
    return encode({"stage": stage, "attempt": attempt, "pde": pde})[:-1]


@lru_cache(maxsize=256)
def _verdict(verdict: str, detail: str) -> str:
    return f', "verdict": {encode(verdict)}, "detail": {encode(detail)}'


@lru_cache(maxsize=1_024)
def _scope(scope: str) -> str:
    return encode({"scope": scope})
