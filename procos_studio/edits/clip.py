"""Clip: a piece of a diagram as a value, with all that it needs to be put somewhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from procos_studio.model.elements import Element
from procos_studio.model.geometry import Bounds


@dataclass(frozen=True)
class Clip:
    """What was copied.

    `tops` are the keys of the elements that were chosen, with what hangs on them; `elements` are those and all below
    them, in document order, each after its parent. `drawings` are the shapes and edges of the page that was copied
    from. `pages` are the pages of collapsed sub-processes inside, with their planes, shapes and edges, and `roots` the
    messages, errors and other things at the root of the file that are referred to. `box` is what the drawings cover.
    `namespaces` are the prefixes of the file.
    """

    tops: tuple[str, ...]
    elements: tuple[Element, ...]
    drawings: tuple[Element, ...]
    pages: tuple[Element, ...]
    roots: tuple[Element, ...]
    box: Bounds
    namespaces: Mapping[str | None, str]

    @property
    def all(self) -> tuple[Element, ...]:
        """Every record of the clip."""
        return (*self.elements, *self.drawings, *self.pages, *self.roots)
