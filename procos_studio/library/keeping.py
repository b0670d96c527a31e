"""Keeping: writes a block into a library as a folder, whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from procos_studio.bpmn.writer import replace_file
from procos_studio.library.definition import BlockDefinition
from procos_studio.library.drafting import lacking, slug
from procos_studio.library.folder import INSIDE, TEMPLATE
from procos_studio.library.inside import former_file
from procos_studio.library.writing import written
from procos_studio.problems import Refused, error

_KEPT = 20
"""The insides of so many versions are kept beside a block."""


def place_of(block: BlockDefinition, shelf: Path) -> Path:
    """The folder in which a block of a library stands; the one from which it came, where that is in this library."""
    if block.file is not None and block.file.is_relative_to(shelf):
        return block.file.parent
    return shelf / slug(block.family) / slug(block.id.rpartition("/")[2])


def keep(block: BlockDefinition, shelf: Path, inside: bytes | None = None) -> BlockDefinition:
    """Write a block, with the BPMN of its inside; the block as it stands there now.

    Raises Refused for a draft that lacks something, and where the disk does not take it.
    """
    wrong = lacking(block)
    if wrong:
        raise Refused(wrong)
    folder = place_of(block, shelf)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if inside is not None:
            replace_file(folder / INSIDE, inside)
        replace_file(folder / TEMPLATE, written(block).encode())
    except OSError as failure:
        raise _not_saved(failure) from failure
    path = folder / INSIDE if inside is not None or (folder / INSIDE).exists() else None
    kept = replace(block, family=folder.parent.name, file=folder / TEMPLATE, inside=path)
    remember(kept)
    return kept


def remember(block: BlockDefinition) -> None:
    """Keep a copy of a block's inside as that of its version, to tell later what was changed in those that were placed.

    Raises Refused where the disk does not take it.
    """
    file = former_file(block, block.version)
    if file is None or block.inside is None:
        return
    try:
        file.parent.mkdir(exist_ok=True)
        replace_file(file, block.inside.read_bytes())
        versions = sorted(int(other.stem) for other in file.parent.glob("*.bpmn") if other.stem.isdecimal())
        for version in versions[:-_KEPT]:
            file.with_name(f"{version}.bpmn").unlink(missing_ok=True)
    except OSError as failure:
        raise _not_saved(failure) from failure


def _not_saved(failure: OSError) -> Refused:
    message = f"The block could not be saved: {failure.strerror or failure}."
    return Refused(error("library.not-saved", message, hint="Check your rights, or choose another library."))


def clash(block: BlockDefinition, shelf: Path, blocks: Mapping[str, BlockDefinition]) -> BlockDefinition | None:
    """The other block that has this id, or stands where this one is to be kept; None where nobody is in the way."""
    folder = place_of(block, shelf)
    there = (other for other in blocks.values() if other.file is not None and other.file.parent == folder)
    found = blocks.get(block.id) or next(there, None)
    return found if found is not None and found.file != block.file else None
