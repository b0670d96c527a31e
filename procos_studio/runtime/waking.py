"""Waking: the state that a run on a store begins with, told by what lives in it and not by all that has happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from procos_studio.runtime.engine.rows import Key
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.persistent import Map, MapDraft, Trail
from procos_studio.runtime.records import (
    DARK,
    DiagramState,
    ElementState,
    Incident,
    InstanceState,
    Status,
    TokenState,
    UserTask,
    Value,
)
from procos_studio.runtime.standing import damaged
from procos_studio.runtime.state import RunState
from procos_studio.runtime.store import SavedInstance, Store

_WAITS = frozenset({"user", "message", "signal", "timer", "condition", "receive", "gateway"})


def standing(store: Store, rows: Iterable[tuple[Key, Any]], instances: Iterable[SavedInstance]) -> RunState:
    """How these living instances stand, by their rows.

    Elements count the tokens that are in them now, and variables have the value that they have now; what was before is
    in the events. For each token up to three events are read. Raises Refused where the rows are damaged.
    """
    found = _Standing(store, instances)
    try:
        for (instance, token, part, name), value in rows:
            if part == "instance":
                found.check(instance, value)
            elif part == "token":
                found.add_token(instance, token, value)
            elif part == "variable":
                found.add_variable(instance, token, name, value)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as failure:
        raise damaged(failure) from failure
    return found.state()


class _Standing:
    def __init__(self, store: Store, instances: Iterable[SavedInstance]) -> None:
        self._store = store
        self._instances = {item.id: item for item in sorted(instances, key=lambda item: item.started)}
        self._elements: dict[str, dict[str, ElementState]] = {}
        self._variables: dict[str, dict[str, Any]] = {}
        self._owners: dict[str, str] = {}
        self._tokens: dict[str, TokenState] = {}
        self._incidents: dict[str, Incident] = {}
        self._user_tasks: dict[str, UserTask] = {}

    def check(self, instance: str, head: Mapping[str, Any]) -> None:
        """What lives is listed, as what it is. Raises ValueError."""
        listed = self._instances.get(instance)
        if listed is None or (listed.process, listed.digest) != (head["process"], head["digest"]):
            raise ValueError(f"“{instance[:40]}” is not listed as what it is")

    def add_variable(self, instance: str, scope: str, name: str, value: Any) -> None:
        if instance in self._instances:
            self._variables.setdefault(scope, {})[name] = value
            self._owners[scope] = instance

    def add_token(self, instance: str, token: str, value: Mapping[str, Any]) -> None:
        """A join's row holds all the tokens that wait there."""
        held = value["memo"].get("held", {})
        for each in dict.fromkeys((token, *(one for tokens in held.values() for one in tokens))):
            entered = self._store.latest(instance, each, EventKind.ELEMENT_ENTERED)
            # a scope that is no element's own, such as the process itself, has not come in anywhere
            if entered is not None and instance in self._instances:
                self._add(each, entered, value["node"], value["memo"])

    def _add(self, token: str, entered: RunEvent, node: str, memo: Mapping[str, Any]) -> None:
        instance = entered.instance
        # the row knows where a migration has brought it; only the event knows an id that several nodes share
        element = entered.element if not node or node.startswith("#") else node
        self._tokens[token] = TokenState(element, instance, entered.time)
        attempt, due = memo.get("attempt") or (0, None)
        is_waiting = memo.get("waits") in _WAITS or due is not None
        status, message = Status.WAITING if is_waiting else Status.RUNNING, ""
        if "incident" in memo:
            status, message = Status.FAILED, str(memo["incident"])
            raised = self._store.latest(instance, token, EventKind.INCIDENT_RAISED) or entered
            self._incidents[token] = Incident(element, instance, message, raised.time)
        elif memo.get("waits") == "user":
            created = self._store.latest(instance, token, EventKind.USER_TASK_CREATED) or entered
            self._user_tasks[token] = UserTask(element, instance, Map(created.data), created.time)
        diagram = self._elements.setdefault(self._instances[instance].digest, {})
        count = diagram[element].active + 1 if element in diagram else 1
        diagram[element] = ElementState(status, count, count, 0, 0, attempt, DARK, "", message, entered.time)

    def state(self) -> RunState:
        last = self._store.last_seq()
        homes = [item.digest for item in self._instances.values()]
        diagrams = {digest: DiagramState(Map(elements)) for digest, elements in self._elements.items()}
        instances = {
            item.id: InstanceState(
                item.process,
                Status.RUNNING,
                item.parent,
                item.business_key,
                item.started,
                variables=Map(self._variables.get(item.id, {})),
                definition=item.digest,
            )
            for item in self._instances.values()
        }
        return RunState(
            seq=last,
            time=self._store.last_time(),
            home=homes[0] if homes else "",
            diagrams=Map(diagrams),
            tokens=Map(self._tokens),
            scopes=self._scopes(),
            incidents=Map(self._incidents),
            user_tasks=Map(self._user_tasks),
            instances=Map(instances),
        )

    def _scopes(self) -> Map[Map[Trail[Value]]]:
        scopes: MapDraft[Map[Trail[Value]]] = MapDraft(Map())
        for scope, names in self._variables.items():
            began = self._instances[self._owners[scope]].started
            scopes.put(scope, Map({name: Trail([Value(value, began, 0, "")]) for name, value in names.items()}))
        return scopes.map()
