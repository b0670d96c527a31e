"""Library: the blocks that were loaded, in the order of the palette, and which of them an element is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from procos_studio.library.definition import BlockDefinition
from procos_studio.library.mask import STAMP
from procos_studio.library.search import ranked
from procos_studio.model.elements import Element
from procos_studio.model.names import namespace_of
from procos_studio.model.records import FlowNode
from procos_studio.problems import Problem
from procos_studio.signals import Signal

FAMILIES = ("standard", "integration", "ai", "compute", "people", "system")
"""The order of the families that we ship; others follow by name."""


class Library:
    """The blocks by id. `problems` are of folders that could not be loaded; `changed` tells that others were loaded.

    `path` are the folders that were read besides the shipped one, and `edition` counts how often that was done.
    """

    def __init__(
        self, blocks: Iterable[BlockDefinition], problems: Iterable[Problem] = (), path: Iterable[Path] = ()
    ) -> None:
        self.changed: Signal[Library] = Signal()
        self.edition = 0
        self._hold(blocks, problems, path)

    def renew(self, other: Library) -> None:
        """Hold what the other one holds from now on; whoever shows this one hears of it."""
        self.edition += 1
        self._hold(other.blocks.values(), other.problems, other.path)
        self.changed.emit(self)

    def _hold(self, blocks: Iterable[BlockDefinition], problems: Iterable[Problem], path: Iterable[Path]) -> None:
        self.path = tuple(path)
        ordered = sorted(blocks, key=_place)
        self.blocks: Mapping[str, BlockDefinition] = MappingProxyType({block.id: block for block in ordered})
        self.problems = tuple(problems)
        self.families = tuple(dict.fromkeys(block.family for block in ordered))
        self._standard: dict[str, list[BlockDefinition]] = {}
        for block in ordered:
            if block.is_standard and block.describes:
                self._standard.setdefault(block.element, []).append(block)

    @property
    def palette(self) -> tuple[BlockDefinition, ...]:
        """The blocks of the short palette, in its order, with all that are not shipped; the search finds the others."""
        return tuple(block for block in self.blocks.values() if block.placeable and (block.palette or self.owns(block)))

    def owns(self, block: BlockDefinition) -> bool:
        """Whether a block stands in a folder of the user or of a project, where it can be changed."""
        return block.file is not None and any(block.file.is_relative_to(folder) for folder in self.path)

    def get(self, name: str) -> BlockDefinition | None:
        """The block of this id."""
        return self.blocks.get(name)

    def search(self, text: str) -> list[BlockDefinition]:
        """The blocks to place that match all words of `text`, the best first; no text gives them all."""
        return ranked(text, [block for block in self.blocks.values() if block.placeable])

    def of(self, element: Element) -> BlockDefinition | None:
        """The block of which the element bears the stamp, else the standard block that it is; None for neither."""
        stamped = self.blocks.get(element.get(STAMP))
        if stamped is not None and stamped.element == element.kind:
            return stamped
        fitting = [block for block in self._standard.get(element.kind, ()) if _fits(block, element)]
        return max(fitting, key=lambda block: len(block.attributes), default=None)


def _place(block: BlockDefinition) -> tuple[int, str, int, str]:
    family = FAMILIES.index(block.family) if block.family in FAMILIES else len(FAMILIES)
    return family, block.family, block.palette or 1_000, block.name


def _fits(block: BlockDefinition, element: Element) -> bool:
    """Whether kind of event and BPMN's own attributes agree; extensions only say how it is carried out."""
    kind = element.event_kind if isinstance(element, FlowNode) and element.is_event else "none"
    own = {name: value for name, value in block.attributes.items() if not namespace_of(name)}
    return kind == (block.event or "none") and all(element.get(name) == value for name, value in own.items())
