"""Proposal: which element of a version goes where in another, guessed from ids, names and places in the flow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping

from procos_studio.runtime.engine.references import ROOT
from procos_studio.runtime.migration.elements import Elements
from procos_studio.runtime.migration.plan import Instruction, MigrationPlan

Goes = Callable[[str], str | None]
"""Where an element of the source goes, None where that is not known; elements of the target stay where they are."""
Rule = Callable[[Elements, str, Goes], Hashable | None]
"""By what an element is recognised; None where the rule cannot say."""


def propose(source: Elements, target: Elements, names: tuple[str, str]) -> MigrationPlan:
    """A plan between two versions, called `names`. What it leaves out has to be said by a person.

    An element is recognised by its id; then by its name; then by its place in the flow, seen from what is recognised
    already. It must be of the same kind, in the same scope, and the only one that it can be.
    """
    known: dict[str, str] = {}
    while any(_learn(rule, source, target, known) for rule in _RULES):
        pass
    return MigrationPlan(*names, tuple(Instruction(name, known[name]) for name in source.names if name in known))


def _learn(rule: Rule, source: Elements, target: Elements, known: dict[str, str]) -> bool:
    """Recognise what this rule can; whether it was anything."""
    taken = frozenset(known.values())
    ours = _by_key(rule, source, (name for name in source.names if name not in known), _towards(known))
    theirs = _by_key(rule, target, (name for name in target.names if name not in taken), _itself)
    found = {name: theirs[key] for key, name in ours.items() if key in theirs}
    known.update(found)
    return bool(found)


def _by_key(rule: Rule, elements: Elements, names: Iterable[str], goes: Goes) -> dict[Hashable, str]:
    """The elements that are the only ones with their key."""
    keys = {name: key for name in names if (key := _key(rule, elements, name, goes)) is not None}
    count = Counter(keys.values())
    return {key: name for name, key in keys.items() if count[key] == 1}


def _key(rule: Rule, elements: Elements, name: str, goes: Goes) -> Hashable | None:
    scope, host, found = goes(elements.scope(name)), goes(elements.host(name)), rule(elements, name, goes)
    return None if scope is None or host is None or found is None else (elements.kind(name), scope, host, found)


def _towards(known: Mapping[str, str]) -> Goes:
    return lambda name: name if name == ROOT else known.get(name)


def _itself(name: str) -> str:
    return name


# the rules ------------------------------------------------------------------------------------------------------------


def _same_id(elements: Elements, name: str, goes: Goes) -> Hashable | None:
    return name


def _same_name(elements: Elements, name: str, goes: Goes) -> Hashable | None:
    return " ".join(elements.node(name).name.casefold().split()) or None


def _same_neighbours(elements: Elements, name: str, goes: Goes) -> Hashable | None:
    before, after = _all(elements.before(name), goes), _all(elements.after(name), goes)
    return None if before is None or after is None else (before, after)


def _same_before(elements: Elements, name: str, goes: Goes) -> Hashable | None:
    return _all(elements.before(name), goes) or None


def _same_after(elements: Elements, name: str, goes: Goes) -> Hashable | None:
    return _all(elements.after(name), goes) or None


def _only_beginning(elements: Elements, name: str, goes: Goes) -> Hashable | None:
    """A start, a boundary event or an event sub-process: nothing leads to it."""
    return True if not elements.before(name) else None


def _all(names: frozenset[str], goes: Goes) -> frozenset[str] | None:
    found = [place for name in names if (place := goes(name)) is not None]
    return frozenset(found) if len(found) == len(names) else None


_RULES: tuple[Rule, ...] = (_same_id, _same_name, _same_neighbours, _only_beginning, _same_before, _same_after)
"""In the order of how far they can be trusted; after each success the first one is asked again."""
