"""How stored instances are told: in one line, in words, as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from procos_studio.bpmn import read_bytes
from procos_studio.cli.console import painted, printable
from procos_studio.cli.report import called
from procos_studio.model.diagram import Diagram
from procos_studio.runtime.standing import Stand, Standing, state_of
from procos_studio.runtime.store import SavedInstance, Store
from procos_studio.runtime.versions import Versions, name_of

_COLOURS = {"done": "green", "failed": "red", "incident": "red", "waiting": "amber", "running": "blue"}


class Diagrams:
    """The diagrams in a store, each read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, Diagram | None] = {"": None}

    def called(self, digest: str, element: str) -> str:
        """An element in a sentence, with its id where a shell needs it."""
        diagram = self.of(digest)
        found = diagram.get(element) if diagram is not None else None
        if diagram is None or found is None or found.label == element:
            return f"“{printable(element)}”"
        return f"{called(diagram, element)} ({printable(element)})"

    def of(self, digest: str) -> Diagram | None:
        """A diagram; None where its instance was run without one being kept."""
        if digest not in self._known:
            self._known[digest] = read_bytes(self._store.source(digest)).diagram
        return self._known[digest]


_WORDS = {
    "user": "waits for a person",
    "work": "is at work",
    "message": "waits for the message",
    "signal": "waits for the signal",
    "timer": "waits",
    "condition": "waits for a condition",
    "receive": "waits to be completed",
    "gateway": "waits for one of several events",
    "join": "waits for other tokens",
    "call": "waits for the instance",
    "incident": "has an incident:",
    "": "goes on inside",
}


def words_of(token: Standing) -> str:
    """What a token waits for, in words."""
    quoted = f"“{token.detail}”" if token.kind in ("message", "signal") else token.detail
    detail = f"({quoted})" if token.kind == "user" and quoted else quoted
    due = f"until {when(token.due)}" if token.due is not None else ""
    words = "waits for its next attempt" if token.kind == "work" and due else _WORDS.get(token.kind, token.kind)
    return printable(" ".join(word for word in (words, detail, due) if word))


def when(moment: float) -> str:
    """A moment in local time."""
    return datetime.fromtimestamp(moment).astimezone().strftime("%Y-%m-%d %H:%M:%S")


def facts(instance: SavedInstance, stand: Stand, versions: Versions) -> dict[str, Any]:
    """An instance as JSON values; times in epoch seconds."""
    return {
        "id": instance.id,
        "process": instance.process,
        "version": name_of(versions.of(instance.process, instance.digest)) if instance.digest else instance.process,
        "state": state_of(instance, stand),
        "businessKey": instance.business_key,
        "parent": instance.parent,
        "started": instance.started,
        "ended": instance.ended,
        "waiting": [_token_facts(token) for token in stand.tokens],
    }


def _token_facts(token: Standing) -> dict[str, Any]:
    beside = [{"element": item.element, "name": item.name, "due": item.due} for item in token.beside]
    found = {"element": token.element, "token": token.token, "kind": token.kind, "detail": token.detail}
    return found | {"due": token.due, "beside": beside}


def line_of(told: Mapping[str, Any], stand: Stand, digest: str, diagrams: Diagrams) -> str:
    """An instance in one line: id, version, state, business key, and where it waits."""
    places = [f"{diagrams.called(digest, token.element)} {words_of(token)}" for token in stand.tokens if token.kind]
    more = f" and {len(places) - 2} more" if len(places) > 2 else ""
    key = f"  {printable(told['businessKey'])}" if told["businessKey"] else ""
    state = painted(f"{told['state']:<9}", _COLOURS.get(told["state"], "grey"))
    at = f"  {'; '.join(places[:2])}{more}" if places else ""
    caller = f"  called by {printable(told['parent'])}" if told["parent"] else ""
    return f"{printable(told['id']):<6} {printable(told['version']):<20} {state}{key}{caller}{at}".rstrip()
