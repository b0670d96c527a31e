"""Filling: gives a subsystem the inside of another, on a page of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from procos_studio.edits.clip import Clip
from procos_studio.edits.copy import copy
from procos_studio.edits.drawing import add_plane, plane_of_scope
from procos_studio.edits.inserting import insert
from procos_studio.edits.parts import PART, content_of, definition_of
from procos_studio.edits.removing import doomed, remove
from procos_studio.library import BlockDefinition
from procos_studio.library.inside import pattern
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Point
from procos_studio.model.transaction import Transaction


def fill_from_block(diagram: Diagram, tx: Transaction, key: str, block: BlockDefinition) -> None:
    """Exchange what a subsystem holds for the inside of a composite block. Raises Refused where that is unreadable."""
    if block.inside is not None:
        fill(diagram, tx, key, *pattern(block))


def fill(diagram: Diagram, tx: Transaction, key: str, source: Diagram, other: str) -> None:
    """Exchange what the subsystem `key` holds for copies of what `other` of the diagram `source` holds.

    Each copy says which part of `other` it is, so that both can be compared when one of them has changed.
    """
    inner = [item.id for item in content_of(diagram, key)]
    if inner:
        remove(diagram, tx, doomed(diagram, inner))
    wanted = [item.id for item in content_of(source, other) if source.drawn(item.id)]
    if wanted:
        page = plane_of_scope(diagram, key) or add_plane(diagram, tx, key)
        insert(diagram, tx, named_copy(source, wanted, other), page, Point(0, 0), key)


def named_copy(source: Diagram, keys: Iterable[str], block: str) -> Clip:
    """A clip of parts of a block in which each says which part it is."""
    names = {element.id: name for name, element in definition_of(source, block).named.items()}
    clip = copy(source, keys)
    named = (item.with_attribute_map({PART: names[item.id]}) if item.id in names else item for item in clip.elements)
    return replace(clip, elements=tuple(named))
