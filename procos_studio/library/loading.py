"""Loading: folders `<family>/<name>/block.json` -> a Library; a bad folder becomes problems and stops no other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from procos_studio.library.catalogue import Library
from procos_studio.library.definition import BlockDefinition
from procos_studio.library.reading import read
from procos_studio.library.template import faults
from procos_studio.problems import Problem, Severity, error
from procos_studio.resources import shipped

FILE = "block.json"
_LARGEST = 1_000_000


def load(extra: Sequence[Path] = ()) -> Library:
    """The shipped blocks and those of the folders on the library path, which may not take a shipped block's id."""
    blocks: dict[str, BlockDefinition] = {}
    problems: list[Problem] = []
    for root in (shipped("blocks"), *extra):
        if not root.is_dir():
            problems.append(error("library.folder", "The folder of the library path does not exist.", file=str(root)))
            continue
        for file in sorted(root.glob(f"*/*/{FILE}")):
            found = _block(file)
            if isinstance(found, BlockDefinition) and found.id in blocks:
                found = [_taken(file, found, blocks[found.id])]
            if isinstance(found, BlockDefinition):
                blocks[found.id] = found
            else:
                problems.extend(found)
    return Library(blocks.values(), problems)


def _block(file: Path) -> BlockDefinition | list[Problem]:
    """The block of a file, or what is wrong with it."""
    try:
        if file.stat().st_size > _LARGEST:
            return [_problem(file, "library.file", "The block is larger than 1 MB.")]
        data: Any = json.loads(file.read_text(encoding="utf-8"))
    except json.JSONDecodeError as failure:
        return [_problem(file, "library.json", f"The block is no JSON: {failure.msg}.", failure.lineno)]
    except (OSError, UnicodeDecodeError, RecursionError) as failure:
        return [_problem(file, "library.file", f"The block cannot be read: {failure}.")]
    wrong = faults(data)
    if wrong:
        return [_problem(file, "library.template", f"{fault.place or 'The block'} {fault.message}.") for fault in wrong]
    block = read(data, file.parent.parent.name)
    return list(_inconsistent(file, block)) or block


def _inconsistent(file: Path, block: BlockDefinition) -> Iterator[Problem]:
    """Names that have to mean a parameter of the block, and do not, or mean two."""
    names = [parameter.id for parameter in block.properties]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield _problem(file, "library.template", f"The parameter “{name}” stands twice.")
    asked = {name for parameter in block.properties for name in parameter.visible_if}
    for name in sorted({*block.face, *asked} - set(names)):
        yield _problem(file, "library.template", f"There is no parameter “{name}”, though the block names one.")


def _taken(file: Path, block: BlockDefinition, other: BlockDefinition) -> Problem:
    message = f"The id “{block.id}” belongs to the block “{other.name}” already."
    return _problem(file, "library.duplicate", message)


def _problem(file: Path, code: str, message: str, line: int | None = None) -> Problem:
    return Problem(code, Severity.ERROR, message, (), "Correct the file; the other blocks work.", str(file), line)
