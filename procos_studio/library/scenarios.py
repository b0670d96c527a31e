"""Scenarios: what a block was tried with and what came of it, kept beside its definition as `scenarios/<name>.yaml`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from procos_studio.bpmn.writer import replace_file
from procos_studio.library.definition import BlockDefinition
from procos_studio.library.drafting import slug
from procos_studio.problems import Refused, error

FOLDER = "scenarios"
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Scenario:
    """One trial: the parameters as the mask spells them, the variables around the block, and the results it gave."""

    name: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    variables: Mapping[str, Any] = field(default_factory=dict)
    results: Mapping[str, Any] = field(default_factory=dict)


def keep_scenario(block: BlockDefinition, scenario: Scenario) -> Path:
    """Write a scenario beside the block; the file. It is JSON, which is YAML too.

    A secret is kept only as an expression that names it. Raises Refused where the block is not in a library yet, or
    the disk does not take it.
    """
    if block.file is None:
        raise Refused(error("library.not-saved", "The block is in no library yet.", hint="Save the block first."))
    secret = {item.id for item in block.properties if item.type == "secret"}
    kept = {name: text for name, text in scenario.parameters.items() if name not in secret or "${" in text}
    said = {
        "name": scenario.name,
        "parameters": kept,
        "variables": dict(scenario.variables),
        "results": dict(scenario.results),
    }
    file = block.file.parent / FOLDER / f"{slug(scenario.name)}.yaml"
    try:
        file.parent.mkdir(exist_ok=True)
        replace_file(file, json.dumps(said, ensure_ascii=False, indent=2, default=str).encode() + b"\n")
    except OSError as failure:
        message = f"The scenario could not be saved: {failure.strerror or failure}."
        raise Refused(error("library.not-saved", message, hint="Check your rights.")) from failure
    return file


def scenarios_of(block: BlockDefinition) -> tuple[Scenario, ...]:
    """The scenarios of a block by name; files that cannot be read are passed over, `procos test` tells them."""
    return tuple(found for file in scenario_files(block) if (found := _readable(file)) is not None)


def scenario_files(block: BlockDefinition) -> list[Path]:
    """The files of a block's scenarios, in order."""
    folder = block.file.parent / FOLDER if block.file is not None else None
    return sorted(folder.glob("*.yaml")) if folder is not None and folder.is_dir() else []


def _readable(file: Path) -> Scenario | None:
    try:
        return read_scenario(file)
    except Refused:
        return None


def read_scenario(file: Path) -> Scenario:
    """A scenario as it stands in a file. Raises Refused."""
    try:
        if not file.is_file() or file.stat().st_size > _LARGEST:
            raise _no_scenario(file, "it is no plain file of at most 1 MB")
        data = json.loads(file.read_text(encoding="utf-8"))
    except OSError as failure:
        raise _no_scenario(file, str(failure.strerror or failure)) from failure
    except (ValueError, RecursionError) as failure:
        raise _no_scenario(file, f"it is no JSON: {failure}") from failure
    found = data if isinstance(data, dict) else {}
    parts = [found.get(name, {}) for name in ("parameters", "variables", "results")]
    if not isinstance(data, dict) or not all(isinstance(part, dict) for part in parts):
        raise _no_scenario(file, "it has to be an object with parameters, variables and results, each an object")
    parameters, variables, results = parts
    texts = {name: text if isinstance(text, str) else json.dumps(text) for name, text in parameters.items()}
    return Scenario(str(found.get("name") or file.stem), texts, variables, results)


def _no_scenario(file: Path, reason: str) -> Refused:
    message = f"The scenario “{file.name}” cannot be read: {reason}."
    return Refused(error("library.scenario", message, file=str(file), hint="Keep it again, or correct the file."))


def differences(expected: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[str]:
    """What of the results did not come out, in a sentence each. Whole and other numbers of one worth are the same."""
    for name, value in expected.items():
        if name not in found:
            yield f"It did not set “{name}”."
        elif not _same(value, found[name]):
            yield f"“{name}” is {_told(found[name])} and not {_told(value)}."


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(value, other[name]) for name, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other)


def _told(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


_LONGEST = 200
