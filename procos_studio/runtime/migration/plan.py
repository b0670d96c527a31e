"""The plan of a migration: which element of one version takes the place of which of another."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from procos_studio.problems import Problem, Refused, error
from procos_studio.runtime.migration.elements import Elements


@dataclass(frozen=True, slots=True)
class Instruction:
    """Tokens at `source` go to `target`; where it `updates`, what is waited for there is set anew from the target."""

    source: str
    target: str
    updates: bool = False


@dataclass(frozen=True, slots=True)
class MigrationPlan:
    """The instructions for instances of one version that go to another; as JSON it is Camunda's migration plan."""

    source: str
    target: str
    instructions: tuple[Instruction, ...]

    @property
    def elements(self) -> Mapping[str, str]:
        """The targets by their sources."""
        return {item.source: item.target for item in self.instructions}

    def updating(self) -> MigrationPlan:
        """The same, with everything that is waited for set anew."""
        return replace(self, instructions=tuple(replace(item, updates=True) for item in self.instructions))

    def to_json(self) -> dict[str, Any]:
        """The plan as JSON values."""
        return {
            "sourceProcessDefinitionId": self.source,
            "targetProcessDefinitionId": self.target,
            "instructions": [
                {
                    "sourceActivityIds": [item.source],
                    "targetActivityIds": [item.target],
                    "updateEventTrigger": item.updates,
                }
                for item in self.instructions
            ],
        }


def read_plan(path: Path, source: str, target: str) -> MigrationPlan:
    """The plan in a file, for the versions that were asked for. Raises Refused, also for a plan of others; OSError."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as failure:
        raise _no_plan(path, "it is no JSON") from failure
    instructions = found.get("instructions") if isinstance(found, dict) else None
    if not isinstance(instructions, list):
        raise _no_plan(path, "it holds no list of “instructions”")
    read = [_instruction(item) if isinstance(item, dict) else None for item in instructions]
    if None in read:
        raise _no_plan(path, f"instruction {read.index(None) + 1} does not name one element by its id on each side")
    for name, wanted in (("sourceProcessDefinitionId", source), ("targetProcessDefinitionId", target)):
        if found.get(name) and not _means(found[name], wanted):
            raise _of_others(path, str(found[name]), wanted)
    return MigrationPlan(source, target, tuple(item for item in read if item is not None))


def _means(named: object, version: str) -> bool:
    """Whether a plan's name is that of a version; Camunda's has an id of the server's behind it."""
    return isinstance(named, str) and (named == version or named.startswith(f"{version}:"))


def _of_others(path: Path, named: str, wanted: str) -> Refused:
    words = f"This migration plan is about “{named[:60]}”, not about “{wanted}”."
    hint = "Name that version with --from or --to, or correct the plan."
    return Refused(error("migration.other-plan", words, hint=hint, file=str(path)))


def _no_plan(path: Path, reason: str) -> Refused:
    hint = "`procos migrate --dry-run --json` prints one to begin with."
    return Refused(error("migration.no-plan", f"This is no migration plan: {reason}.", hint=hint, file=str(path)))


def _instruction(item: Mapping[str, Any]) -> Instruction | None:
    match item:
        case {"sourceActivityIds": [str(source)], "targetActivityIds": [str(target)]}:
            updates = item.get("updateEventTrigger", False)
            return Instruction(source, target, updates) if isinstance(updates, bool) else None
    return None


def check_plan(plan: MigrationPlan, source: Elements, target: Elements) -> list[Problem]:
    """What is wrong with a plan, whatever the instances do."""
    found: list[Problem] = []
    seen: set[str] = set()
    taken: set[str] = set()
    for item in plan.instructions:
        if item.source in seen:
            found.append(_twice(item, source))
        elif item.target in taken and target.kind(item.target).is_single:
            found.append(_crowded(item, target))
        elif item.source not in source:
            found.append(_unknown(item.source, plan.source))
        elif item.target not in target:
            found.append(_unknown(item.target, plan.target))
        else:
            found.extend(_misfits(item, plan.elements, source, target))
            taken.add(item.target)
        seen.add(item.source)
    return found


def _twice(item: Instruction, source: Elements) -> Problem:
    words = f"Two instructions say where {source.called(item.source)} goes."
    return error("migration.twice", words, item.source, hint="Keep one of them.")


def _crowded(item: Instruction, target: Elements) -> Problem:
    words = f"Several elements go to {target.called(item.target)}, but a {target.kind(item.target)} can be only one."
    return error("migration.twice", words, item.source, item.target, hint="Keep one of the instructions.")


def _unknown(name: str, version: str) -> Problem:
    hint = "Correct the id, or take the instruction out."
    return error("migration.unknown-element", f"There is no element “{name}” in {version}.", name, hint=hint)


def _misfits(item: Instruction, elements: Mapping[str, str], source: Elements, target: Elements) -> list[Problem]:
    """Why an element cannot take the other's place."""
    one, other = source.called(item.source), target.called(item.target)
    kind, wanted = source.kind(item.source), target.kind(item.target)
    if kind != wanted:
        words = f"{one} is a {kind}, but {other} is a {wanted}."
        hint = f"Choose a {kind} of the target."
        return [error("migration.kind", words, item.source, item.target, hint=hint)]
    found = []
    for where, place, there in (
        ("inside", source.scope(item.source), target.scope(item.target)),
        ("on the border of", source.host(item.source), target.host(item.target)),
    ):
        goes = elements.get(place, "") if place else ""
        if goes != there or bool(place) != bool(there):
            here = f"{where} {target.called(there)}" if there else "in the process itself"
            words = f"{other} is {here}, where what is {where} {_around(source, place)} does not go."
            hint = "Let what is around both go together, or choose another target."
            found.append(error("migration.scope", words, item.source, item.target, hint=hint))
    return found


def _around(source: Elements, place: str) -> str:
    return source.called(place) if place else "the process itself"
