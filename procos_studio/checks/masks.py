"""What the masks of the library demand of the blocks in a diagram."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.library import BlockDefinition, Library, mask, upgrade
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import camunda
from procos_studio.model.records import FlowNode
from procos_studio.problems import Problem, info, warning

CODE, OUTDATED, NEWER = "block.unknown", "block.outdated", "block.newer"


def check(diagram: Diagram, library: Library) -> Iterator[Problem]:
    """Values of every stamped block, and stamps of blocks that this library lacks."""
    for node in nodes(diagram):
        stamp = node.get(camunda("modelerTemplate"))
        if not stamp:
            continue
        block = library.get(stamp)
        if block is None:
            yield warning(
                CODE,
                f"“{node.label}” is a block “{stamp}” that the library does not hold.",
                node.id,
                hint="It still runs; add the block's folder to the library to edit it in a form.",
            )
            continue
        yield from _version(node, block)
        for problem in mask.validate(block, mask.values(diagram, node.id, block)):
            yield Problem(problem.code, problem.severity, problem.message, (node.id,), problem.hint)


def _version(node: FlowNode, block: BlockDefinition) -> Iterator[Problem]:
    """A block that is older than its definition can be upgraded; a newer one is not touched by what we know."""
    has, ours = upgrade.version_of(node), block.version
    if has < ours:
        message = f"“{node.label}” is version {has} of “{block.name}”; the library holds version {ours}."
        yield info(
            OUTDATED, message, node.id, hint="Upgrade it to see first what changes; until then it stays as it is."
        )
    elif has > ours:
        message = (
            f"“{node.label}” is version {has} of “{block.name}”, which is newer than the library's version {ours}."
        )
        yield warning(NEWER, message, node.id, hint="It is kept as it is and runs; bring the library up to date.")
