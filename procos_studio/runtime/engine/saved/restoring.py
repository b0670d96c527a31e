"""Restoring: an engine goes on from saved rows; what is damaged, forged or newer is refused before anything moves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from procos_studio.problems import Refused, error
from procos_studio.runtime.engine.limits import Budget
from procos_studio.runtime.engine.rows import FORMAT, Key
from procos_studio.runtime.engine.saved.executions import (
    check_calls,
    execution_of,
    restore_execution,
    restore_head,
    restore_root,
)
from procos_studio.runtime.engine.saved.fields import Damaged, Fields, known
from procos_studio.runtime.engine.saved.own_rows import OWN, Versions, restore_counters, restored_family
from procos_studio.runtime.engine.saved.waits import restore_wait
from procos_studio.runtime.engine.specs.tasks import WorkingTask

if TYPE_CHECKING:
    from procos_studio.runtime.engine.engine import Engine
    from procos_studio.runtime.engine.execution import Execution
    from procos_studio.runtime.engine.notes import Notes

Rows = dict[Key, Any]

MIGRATIONS: tuple[Callable[[Rows], Rows], ...] = ()
"""The step from the rows of version 1 to those of version 2, from 2 to 3 …; FORMAT is one more than there are steps."""

_HELD = frozenset({"variable", "items", "gathered", "record"})
_ID = re.compile(r"\d{1,15}$")


def restore(engine: Engine, notes: Notes, rows: Iterable[tuple[Key, Any]], versions: Versions) -> None:
    """Fill a new engine. Raises Refused; then the engine must not be used."""
    try:
        found = _sorted(_migrated(dict(rows)))
        if found is not None:
            _build(engine, notes, found, versions)
    except (Damaged, KeyError, ValueError, TypeError, RecursionError) as failure:
        said = str(failure)[:200] if isinstance(failure, Damaged) else f"{type(failure).__name__} {str(failure)[:100]}"
        hint = "Keep the file for a rescue; what it tells of the past can still be read."
        raise Refused(error("state.damaged", f"The saved state is damaged: {said}.", hint=hint)) from failure
    finally:
        # what was built is what is saved
        for execution in notes.touched:
            execution.is_noted = False
        notes.touched.clear()
        engine.post.has_changed = engine.starting.has_changed = False


def _migrated(rows: Rows) -> Rows:
    if not rows:
        return rows
    version = Fields(rows.get(("", "", "engine", "")), "the engine").whole("format")
    if version > FORMAT:
        message = "The saved state was written by a newer ProcOS Studio."
        raise Refused(error("state.newer", message, hint="Install the newer version."))
    if version < 1:
        raise Damaged("its version")
    for step in MIGRATIONS[version - 1 :]:
        rows = step(rows)
    return rows


@dataclass(slots=True)
class _Sorted:
    """The rows by what they are about; `held` is what executions hold."""

    own: dict[tuple[str, str], Any] = field(default_factory=dict)
    heads: dict[str, Any] = field(default_factory=dict)
    tokens: dict[tuple[str, str], Any] = field(default_factory=dict)
    held: defaultdict[tuple[str, str], dict[tuple[str, str], Any]] = field(default_factory=lambda: defaultdict(dict))


def _sorted(rows: Rows) -> _Sorted | None:
    found = _Sorted()
    for (instance, token, part, name), value in rows.items():
        if not instance:
            found.own[part, name] = value
        elif part in _HELD:
            found.held[instance, token][part, name] = value
        elif part == "token" and not name:
            found.tokens[instance, token] = value
        elif part == "instance" and not name and token == instance:
            found.heads[instance] = value
        else:
            raise Damaged(f"a row of “{instance[:40]}” is a {part[:40]}")
    return found if rows else None


def _build(engine: Engine, notes: Notes, found: _Sorted, versions: Versions) -> None:
    restore_counters(engine, notes, found.own[("engine", "")])
    families = _build_own(engine, notes, found, versions)
    order = _order(engine, notes, found)
    for instance, token in order:
        if token == instance:
            restore_root(engine, instance, known(found.heads, instance, "instances"), versions, families)
        root = execution_of(engine, instance, instance)
        held = found.held.get((instance, token), {})
        restore_execution(engine, root.instance, token, found.tokens[instance, token], held)
    if not found.heads.keys() <= engine.live.keys() or not found.held.keys() <= found.tokens.keys():
        raise Damaged("rows belong to nothing")
    for live in engine.live.values():
        restore_head(engine, live, found.heads[live.id])
    check_calls(engine)
    engine.turns.restore(engine.live.values(), engine.turns.count)
    _build_waits(engine, found, order)
    for instance, token in order:
        _hand_out(engine, execution_of(engine, instance, token))


def _build_own(engine: Engine, notes: Notes, found: _Sorted, versions: Versions) -> dict[str, Budget]:
    families = {}
    for (part, name), value in sorted(found.own.items(), key=lambda item: (len(item[0][1]), item[0])):
        if part == "family":
            families[name] = restored_family(name, value)
        elif part != "engine":
            known(OWN, part, "the engine's rows")(engine, name, value, versions)
        notes.saved[part, name] = value
    return families


def _order(engine: Engine, notes: Notes, found: _Sorted) -> list[tuple[str, str]]:
    """The executions in the order in which they were made; whatever is around one comes before it."""
    places: dict[int, tuple[str, str]] = {}
    for (instance, token), value in found.tokens.items():
        serial = Fields(value, f"“{token[:40]}”").whole("serial")
        count = engine.starting.count if token == instance else engine.tokens
        digits = _ID.search(token)
        if serial in places or not 0 < serial <= notes.serials or digits is None or int(digits[0]) > count:
            raise Damaged(f"the number of “{token[:40]}”")
        places[serial] = (instance, token)
    return [places[serial] for serial in sorted(places)]


def _build_waits(engine: Engine, found: _Sorted, order: list[tuple[str, str]]) -> None:
    waits: dict[int, tuple[Execution, Any]] = {}
    for instance, token in order:
        owner = execution_of(engine, instance, token)
        for value in found.tokens[instance, token].get("waits", ()):
            number = Fields(value, f"a wait of “{token}”").whole("number")
            if number in waits or number > engine.subscriptions.count:
                raise Damaged(f"the number of a wait of “{token}”")
            waits[number] = (owner, value)
    for number in sorted(waits):
        restore_wait(engine.subscriptions, *waits[number])


def _hand_out(engine: Engine, execution: Execution) -> None:
    """What was in flight is asked for once more."""
    node, memo = execution.node, execution.memo
    if execution.id in engine.held and "incident" not in memo and memo.get("waits") in ("work", "user"):
        assert isinstance(node, WorkingTask)
        engine.hand_out(execution, node.ask(execution))
