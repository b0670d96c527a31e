"""Proposal: which element of a version goes where in another, guessed from ids, names and places in the flow."""

from __future__ import annotations

from collections import Counter, defaultdict
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
    free = [_Free(rule, target) for rule in _RULES]
    while found := next(filter(None, (item.recognise(source, known) for item in free)), None):
        known.update(found)
        for item in free:
            item.take(found.values())
    return MigrationPlan(*names, tuple(Instruction(name, known[name]) for name in source.names if name in known))


class _Free:
    """The elements of the target that nothing goes to yet, by what a rule recognises them by."""

    def __init__(self, rule: Rule, target: Elements) -> None:
        self._rule = rule
        self._keys = {name: key for name in target.names if (key := _key(rule, target, name, _itself)) is not None}
        self._names: defaultdict[Hashable, set[str]] = defaultdict(set)
        for name, key in self._keys.items():
            self._names[key].add(name)

    def take(self, names: Iterable[str]) -> None:
        """Something goes to these."""
        for name in names:
            if name in self._keys:
                self._names[self._keys[name]].discard(name)

    def recognise(self, source: Elements, known: Mapping[str, str]) -> dict[str, str]:
        """Where elements go that the rule recognises, each the only one that it can be."""
        goes = _towards(known)
        rest = [name for name in source.names if name not in known]
        keys = {name: key for name in rest if (key := _key(self._rule, source, name, goes)) is not None}
        count = Counter(keys.values())
        ours = {key: name for name, key in keys.items() if count[key] == 1}
        return {ours[key]: next(iter(self._names[key])) for key in ours if len(self._names.get(key, ())) == 1}


def _key(rule: Rule, elements: Elements, name: str, goes: Goes) -> Hashable | None:
    found = rule(elements, name, goes)
    if found is None:
        return None
    scope, host = goes(elements.scope(name)), goes(elements.host(name))
    return None if scope is None or host is None else (elements.kind(name), scope, host, found)


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
    found = set()
    for name in names:
        place = goes(name)
        if place is None:
            return None
        found.add(place)
    return frozenset(found)


_RULES: tuple[Rule, ...] = (_same_id, _same_name, _same_neighbours, _only_beginning, _same_before, _same_after)
"""In the order of how far they can be trusted; after each success the first one is asked again."""
