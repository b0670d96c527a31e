"""Saving: the state of an engine as rows, those that have changed since the last time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from procos_studio.runtime.engine.execution import Execution, Scope
from procos_studio.runtime.engine.rows import FORMAT, Changes, Key
from procos_studio.runtime.engine.saved.ready import ready_entry, saved_operation

if TYPE_CHECKING:
    from procos_studio.compiler.timing import Due
    from procos_studio.runtime.engine.engine import Engine
    from procos_studio.runtime.engine.instance import Instance
    from procos_studio.runtime.engine.limits import Budget
    from procos_studio.runtime.engine.notes import Notes
    from procos_studio.runtime.engine.post import Letter
    from procos_studio.runtime.engine.references import References
    from procos_studio.runtime.engine.subscriptions import Subscription

NOT_SAVED = frozenset({"witness", "items", "gathered"})
"""Entries of `memo` that have rows of their own, or are only remembered to be quick."""


def changes(engine: Engine, notes: Notes) -> Changes:
    """All that has changed since the last call; from now on it counts as saved."""
    found = Changes([], [], [], [])
    for execution in notes.touched:
        execution.is_noted = False
        if execution.is_open and not execution.instance.is_ended:
            _save(engine, notes, execution, found)
    gone = {instance.id for instance in notes.ended}
    found.tokens.extend(key for key in notes.tokens if key[0] not in gone)
    found.instances.extend(instance.id for instance in notes.ended if instance.root.serial)
    for instance in notes.ended:
        _save_family(notes, instance.budget, found)
    notes.touched, notes.tokens, notes.ended = [], [], []
    _save_own(engine, notes, found)
    return found


def _save(engine: Engine, notes: Notes, execution: Execution, found: Changes) -> None:
    instance = execution.instance
    if not execution.serial:
        notes.serials += 1
        execution.serial = notes.serials
    if execution.up is None:
        _save_family(notes, instance.budget, found)
        found.put.append(((instance.id, execution.id, "instance", ""), _instance(instance)))
    found.put.append(((instance.id, execution.id, "token", ""), _token(engine, execution)))
    now, before = dict(values(execution)), execution.saved
    if now or before:
        for name, value in now.items():
            # values are never changed in place, so what is the same object has the same value
            if name not in before or before[name] is not value:
                found.put.append(((instance.id, execution.id, *name), _value(execution, name[0], value)))
        found.dropped.extend((instance.id, execution.id, *name) for name in before if name not in now)
        execution.saved = now


def values(execution: Execution) -> Iterator[tuple[tuple[str, str], Any]]:
    """What an execution holds that may be large, by part and name of its row."""
    for name, value in (execution.variables or {}).items():
        yield ("variable", name), value
    if isinstance(execution, Scope):
        for place, record in enumerate(execution.records):
            yield ("record", str(place)), record
        if execution.role == "body":
            if "items" in execution.memo:
                yield ("items", ""), execution.memo["items"]
            for number, value in execution.memo.get("gathered", {}).items():
                yield ("gathered", number), value


def _value(execution: Execution, part: str, value: Any) -> Any:
    return _record(execution.instance.process.references, value) if part == "record" else value


def _record(references: References, record: dict[str, Any]) -> dict[str, Any]:
    inside = [_record(references, inner) for inner in record["records"]]
    return {"node": references.to_node(record["node"]), "variables": record["variables"], "records": inside}


def _instance(instance: Instance) -> dict[str, Any]:
    caller, references = instance.caller, instance.process.references
    return {
        "process": instance.process.id,
        "digest": instance.process.digest,
        "business_key": instance.business_key,
        "caller": [caller.instance.id, caller.id] if caller is not None else None,
        "family": instance.budget.number,
        "turn": instance.turn,
        "frozen": instance.is_frozen,
        "correlation": instance.correlation,
        "ready": [ready_entry(references, *entry) for entry in instance.ready],
        "pending": list(instance.pending),
    }


def _token(engine: Engine, execution: Execution) -> dict[str, Any]:
    references = execution.instance.process.references
    found: dict[str, Any] = {
        "serial": execution.serial,
        "node": references.to_node(execution.node.index),
        "up": execution.up.id if execution.up is not None else "",
        "role": execution.role,
        "own": execution.variables is not None,
        "memo": _memo(references, execution.memo),
    }
    if isinstance(execution, Scope):
        quantities = {references.to_node(number): count for number, count in execution.quantities.items()}
        found |= {"live": execution.live, "quantities": quantities}
    if execution.subscriptions:
        found["waits"] = [_wait(references, item) for item in execution.subscriptions if item.is_open]
    if execution.again is not None:
        found["again"] = saved_operation(references, *execution.again)
    if execution.id in engine.held:
        found["held"] = True
    return found


def _memo(references: References, memo: dict[str, Any]) -> dict[str, Any]:
    found = {name: value for name, value in memo.items() if name not in NOT_SAVED}
    if "starts" in found:
        found["starts"] = [references.to_node(number) for number in found["starts"]]
    if "held" in found:
        found["held"] = {references.to_way(number): list(tokens) for number, tokens in found["held"].items()}
    if "seen" in found:
        found["seen"] = {references.to_node(int(number)): list(places) for number, places in found["seen"].items()}
    return found


def _wait(references: References, wait: Subscription) -> dict[str, Any]:
    found: dict[str, Any] = {
        "number": wait.number,
        "node": references.to_node(wait.node.index),
        "receiver": references.to_node(wait.receiver.index),
        "place": wait.place,
        "name": wait.name,
        "interrupting": wait.is_interrupting,
    }
    if wait.due is not None:
        found |= {"due": list(wait.due), "set": wait.is_set}
    return found


# the engine's own rows -----------------------------------------------------------------------------------------------


def _save_family(notes: Notes, budget: Budget, found: Changes) -> None:
    if budget.instances <= 0:
        if budget.number:
            _drop(notes, found, "family", str(budget.number))
        return
    if not budget.number:
        notes.families += 1
        budget.number = notes.families
    _put(notes, found, "family", str(budget.number), budget.moves)


def _save_own(engine: Engine, notes: Notes, found: Changes) -> None:
    if engine.post.has_changed:
        engine.post.has_changed = False
        _save_letters(engine, notes, found)
    if engine.starting.has_changed:
        engine.starting.has_changed = False
        _save_starts(engine, notes, found)
    counters = {
        "format": FORMAT,
        "instances": engine.starting.count,
        "tokens": engine.tokens,
        "waits": engine.subscriptions.count,
        "turns": engine.turns.count,
        "serials": notes.serials,
        "families": notes.families,
        "letters": notes.letters,
    }
    _put(notes, found, "engine", "", counters)


def _save_letters(engine: Engine, notes: Notes, found: Changes) -> None:
    kept = set()
    for letter in engine.post.kept:
        if not letter.number:
            notes.letters += 1
            letter.number = notes.letters
            _put(notes, found, "letter", str(letter.number), _letter(letter))
        kept.add(str(letter.number))
    for part, name in list(notes.saved):
        if part == "letter" and name not in kept:
            _drop(notes, found, part, name)


def _letter(letter: Letter) -> dict[str, Any]:
    return {
        "name": letter.name,
        "payload": letter.payload,
        "target": letter.target,
        "business_key": letter.business_key,
        "keys": dict(letter.keys),
        "instance": letter.instance,
        "correlation": letter.correlation,
    }


def _save_starts(engine: Engine, notes: Notes, found: Changes) -> None:
    kept = set()
    for number, due, process, node in engine.starting.timers():
        kept.add(str(number))
        told = {"due": _due(due), "process": process.id, "digest": process.digest}
        _put(notes, found, "start", str(number), told | {"node": process.references.to_node(node.index)})
    for part, name in list(notes.saved):
        if part == "start" and name not in kept:
            _drop(notes, found, part, name)


def _due(due: Due) -> list[Any]:
    return list(due)


def _put(notes: Notes, found: Changes, part: str, name: str, value: Any) -> None:
    if notes.saved.get((part, name)) != value:
        notes.saved[part, name] = value
        found.put.append((own_key(part, name), value))


def _drop(notes: Notes, found: Changes, part: str, name: str) -> None:
    if notes.saved.pop((part, name), None) is not None:
        found.dropped.append(own_key(part, name))


def own_key(part: str, name: str) -> Key:
    """The key of one of the engine's own rows."""
    return "", "", part, name
