"""Standing: where the tokens of stored instances wait, told from saved rows without waking anybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from procos_studio.problems import Refused, error
from procos_studio.runtime.engine.rows import Key
from procos_studio.runtime.store import SavedInstance


class Besides(NamedTuple):
    """What may happen beside a token's own wait, at a boundary event or an event sub-process."""

    element: str
    name: str
    due: float | None


class Standing(NamedTuple):
    """A token that does not move by itself.

    `kind` is `user`, `work`, `message`, `signal`, `timer`, `condition`, `receive`, `gateway`, `join`, `call`,
    `incident`, or `""` for a scope in which only others wait. `detail` names what it waits for, `due` is
    when its timer or its next attempt comes (epoch seconds).
    """

    element: str
    token: str
    kind: str
    detail: str
    due: float | None
    beside: tuple[Besides, ...]


class Stand(NamedTuple):
    """How a living instance stands: its tokens, and whether any of them can move at once."""

    tokens: tuple[Standing, ...]
    is_moving: bool


AT_REST = Stand((), False)


def stands(rows: Iterable[tuple[Key, Any]]) -> dict[str, Stand]:
    """The stand of each instance in these rows of the live state. Raises Refused where they are damaged."""
    try:
        return _stands(rows)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as failure:
        raise damaged(failure) from failure


def damaged(failure: Exception) -> Refused:
    """What a store led to that holds what no engine has written."""
    words = f"The store is damaged: what it holds leads to “{str(failure)[:80]}”."
    return Refused(error("store.damaged", words, hint="Keep the file for a rescue."))


def _stands(rows: Iterable[tuple[Key, Any]]) -> dict[str, Stand]:
    tokens: defaultdict[str, list[tuple[int, Standing]]] = defaultdict(list)
    moving: dict[str, bool] = {}
    for (instance, token, part, _), value in rows:
        if part == "instance":
            moving[instance] = bool(value["ready"])
        elif part == "token":
            found = _standing(token, value)
            if found.kind or found.beside:
                tokens[instance].append((value["serial"], found))
    return {
        instance: Stand(tuple(found for _, found in sorted(tokens[instance])), is_moving)
        for instance, is_moving in moving.items()
    }


def _standing(token: str, value: Mapping[str, Any]) -> Standing:
    memo, element = value["memo"], value["node"]
    waits = value.get("waits", [])
    own = [wait for wait in waits if wait["receiver"] == element]
    beside = [wait for wait in waits if wait["receiver"] != element]
    kind = "incident" if "incident" in memo else "join" if value["role"] == "join" else memo.get("waits", "")
    names = ", ".join(wait["name"] for wait in own if wait["name"])
    times = [float(wait["due"][0]) for wait in own if wait.get("set")]
    if kind == "work" and "attempt" in memo:
        times.append(float(memo["attempt"][1]))
    detail = memo.get("incident") or memo.get("called") or memo.get("person", {}).get("assignee") or names
    more = tuple(Besides(wait["node"], wait["name"], wait["due"][0] if wait.get("set") else None) for wait in beside)
    return Standing(element, token, kind, str(detail), min(times, default=None), more)


def state_of(instance: SavedInstance, stand: Stand) -> str:
    """An instance in one word: running, waiting, incident, done, failed or cancelled."""
    if instance.status != "running":
        return instance.status
    if any(token.kind == "incident" for token in stand.tokens):
        return "incident"
    is_at_work = any(token.kind == "work" and token.due is None for token in stand.tokens)
    return "running" if stand.is_moving or is_at_work else "waiting"
