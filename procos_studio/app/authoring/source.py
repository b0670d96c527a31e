"""Source: where a draft's inside comes from: a subsystem of a diagram, or the file of a block that is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

from procos_studio.bpmn import write_bytes
from procos_studio.checks.interface import interface
from procos_studio.edits.make_block import check_subsystem, make_block
from procos_studio.edits.standing_alone import standing_alone
from procos_studio.library import BlockDefinition, mask
from procos_studio.library.drafting import INPUT, drafted
from procos_studio.library.inside import pattern
from procos_studio.model.diagram import Diagram


@dataclass(frozen=True)
class Source:
    """`diagram` and `key` say what stands inside; neither is there for a block that is no subsystem."""

    diagram: Diagram | None = None
    key: str = ""

    def alone(self, block: BlockDefinition) -> tuple[Diagram, str]:
        """A file in which the draft stands alone, with its inside, and the draft's key in it."""
        return standing_alone(block, self.diagram, self.key)

    def inside(self, block: BlockDefinition) -> bytes | None:
        """What is kept beside the definition."""
        return write_bytes(self.alone(block)[0]) if self.diagram is not None else None

    def values(self, block: BlockDefinition) -> dict[str, str]:
        """What the parameters have to be, so that the subsystem means what it meant before it was a block."""
        if self.diagram is None:
            return {}
        found = interface(self.diagram, self.key)
        results = {source: name for name, source in found.results.items()}
        return {
            item.id: found.inputs.get(item.binding.name, "") or results.get(item.binding.source, "")
            for item in block.properties
            if item.binding.name in found.inputs or item.binding.source in results
        }

    def closed(self, block: BlockDefinition) -> BlockDefinition:
        """The draft in which every variable that is set inside stays there unless a parameter lets it out."""
        if self.diagram is None:
            return block
        written = interface(self.diagram, self.key).written
        inputs = {item.binding.name for item in block.properties if item.binding.type == INPUT}
        own = drafted(block.name, {}, {}, written).fixed
        kept = [item for item in block.fixed if item.binding.name not in {made.binding.name for made in own}]
        return replace(block, fixed=(*kept, *(item for item in own if item.binding.name not in inputs)))

    def unfed(self, block: BlockDefinition) -> tuple[str, ...]:
        """The variables that are read inside and that no parameter gives: they come from around the block."""
        if self.diagram is None:
            return ()
        given = {item.binding.name for item in (*block.properties, *block.fixed)}
        return tuple(name for name in interface(self.diagram, self.key).inputs if name not in given)


def of_subsystem(diagram: Diagram, key: str) -> tuple[BlockDefinition, Source]:
    """A first draft for a subsystem. Raises Refused where none can be made of it."""
    node = check_subsystem(diagram, key)
    found = interface(diagram, key)
    return drafted(node.name, found.inputs, found.results, found.written, found.forms), Source(diagram, key)


def of_block(block: BlockDefinition) -> Source:
    """The inside of a block that is kept already. Raises Refused where it cannot be read."""
    return Source(*pattern(block)) if block.inside is not None else Source()


def become(source: Source, block: BlockDefinition) -> None:
    """Make the subsystem from which a draft came the first block of its kind; nothing where it is one already."""
    diagram, key = source.diagram, source.key
    if diagram is not None and key in diagram and not diagram[key].get(mask.STAMP):
        make_block(diagram, key, block, source.values(block))
