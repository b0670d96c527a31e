"""Upgrade blocks: brings blocks to the version of their definition that the library holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from procos_studio.edits.exchanging import exchange
from procos_studio.edits.identifying import label_of
from procos_studio.edits.refusing import refused
from procos_studio.library import Library, mask, upgrade
from procos_studio.model.diagram import Diagram


def upgrade_blocks(
    diagram: Diagram,
    keys: Iterable[str],
    library: Library,
    answers: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> tuple[str, ...]:
    """Upgrade all of these that are older than the library, in one edit; their keys. Raises Refused where none is.

    What people changed inside of them stays; `answers` are, by block, the questions at which the new version is taken.
    """
    stamped = [(key, library.get(diagram[key].get(mask.STAMP))) for key in dict.fromkeys(keys) if key in diagram]
    due = [(key, block) for key, block in stamped if block is not None and upgrade.is_due(diagram[key], block)]
    if not due:
        raise refused("None of these blocks is older than the library.", *keys)
    said = label_of(diagram, due[0][0]) if len(due) == 1 else f"{len(due)} blocks"
    with diagram.edit(f"Upgrade {said}") as tx:
        for key, block in due:
            if key not in diagram:
                continue  # it stood in another one, whose inside was exchanged
            exchange(diagram, tx, key, block, answers.get(key, ()))
            upgrade.apply(diagram, tx, key, block)
    return tuple(key for key, _ in due if key in diagram)
