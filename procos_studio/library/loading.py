"""Loading: folders `<family>/<name>/block.json` -> a Library; a bad folder becomes problems and stops no other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from procos_studio.library.catalogue import Library
from procos_studio.library.definition import STANDARD, BlockDefinition
from procos_studio.library.folder import INSIDE, Unreadable, blocks_in, contents, trouble
from procos_studio.library.inside import fault as fault_of_inside
from procos_studio.library.reading import read
from procos_studio.library.template import faults
from procos_studio.problems import Problem, error
from procos_studio.resources import shipped

_TEMPLATE = "library.template"


def load(extra: Sequence[Path] = ()) -> Library:
    """The shipped blocks and those of the folders on the library path, which may not take a shipped block's id."""
    blocks: dict[str, BlockDefinition] = {}
    problems: list[Problem] = []
    ours = shipped("blocks")
    for root in (ours, *extra):
        if not root.is_dir():
            hint = "Make the folder, or take it off the library path."
            message = "The folder of the library path does not exist."
            problems.append(error("library.folder", message, file=str(root), hint=hint))
            continue
        real = root.resolve()
        for file in blocks_in(root, problems):
            found = _block(real, file, root == ours)
            if isinstance(found, BlockDefinition) and found.id in blocks:
                found = [_taken(file, found, blocks[found.id])]
            if isinstance(found, BlockDefinition):
                blocks[found.id] = found
            else:
                problems.extend(found)
    return Library(blocks.values(), problems, extra)


def inconsistencies(block: BlockDefinition) -> Iterator[str]:
    """Names that have to mean a parameter of the block, and do not, or mean two."""
    names = [parameter.id for parameter in block.properties]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"The parameter “{name}” stands twice."
    asked = {name for parameter in block.properties for name in parameter.visible_if}
    for name in sorted({*block.face, *asked} - set(names)):
        yield f"There is no parameter “{name}”, though the block names one."


def _block(root: Path, file: Path, is_ours: bool) -> BlockDefinition | list[Problem]:
    """The block of a file, or what is wrong with it; only we may describe plain BPMN."""
    family = file.parent.parent.name
    try:
        data = _only(_parsed(file, contents(root, file)))
        wrong = [f"{fault.place or 'The block'} {fault.message}." for fault in faults(data)]
        if not wrong:
            block = replace(read(data, family), file=file)
            wrong = list(inconsistencies(block))
        if family == STANDARD and not is_ours:
            wrong.append(f"The family “{STANDARD}” is BPMN's own: move the block to another folder.")
        return [trouble(file, message, _TEMPLATE) for message in wrong[:_MOST]] or _with_inside(root, block)
    except Unreadable as failure:
        return [failure.problem]


def _with_inside(root: Path, block: BlockDefinition) -> BlockDefinition | list[Problem]:
    """The block with the file of its inside, where there is one. Raises Unreadable."""
    inside = block.file.with_name(INSIDE) if block.file else None
    if inside is None or not (inside.is_symlink() or inside.exists()):
        return block
    message = fault_of_inside(block, contents(root, inside))
    return [trouble(inside, message, "library.inside")] if message else replace(block, inside=inside)


_MOST = 10
"""So many faults of one file are told; who has corrected those is told the next."""


def _parsed(file: Path, text: bytes) -> Any:
    """The JSON of a file. Raises Unreadable."""
    try:
        return json.loads(text.decode("utf-8"))
    except json.JSONDecodeError as failure:
        message = f"The block is no JSON: {failure.msg}."
        raise Unreadable(trouble(file, message, "library.json", failure.lineno)) from failure
    except (ValueError, RecursionError) as failure:
        raise Unreadable(trouble(file, f"The block cannot be read: {failure}.")) from failure


def _only(data: Any) -> Any:
    """The template of a list with one, as Camunda Modeler keeps its own."""
    return data[0] if isinstance(data, list) and len(data) == 1 else data


def _taken(file: Path, block: BlockDefinition, other: BlockDefinition) -> Problem:
    return trouble(file, f"The id “{block.id}” belongs to the block “{other.name}” already.", "library.duplicate")
