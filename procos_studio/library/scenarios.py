"""Scenarios: what a block was tried with and what came of it, kept beside its definition as `scenarios/<name>.yaml`."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
    """The scenarios of a block that `keep_scenario` wrote, by name; files that it did not write are passed over."""
    folder = block.file.parent / FOLDER if block.file is not None else None
    files = sorted(folder.glob("*.yaml")) if folder is not None and folder.is_dir() else []
    return tuple(found for file in files if (found := _read(file)) is not None)


def _read(file: Path) -> Scenario | None:
    try:
        if not file.is_file() or file.stat().st_size > _LARGEST:
            return None
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    parameters, variables, results = (data.get(name) for name in ("parameters", "variables", "results"))
    if not isinstance(parameters, dict) or not isinstance(variables, dict) or not isinstance(results, dict):
        return None
    texts = {str(name): str(text) for name, text in parameters.items()}
    return Scenario(str(data.get("name") or file.stem), texts, variables, results)
