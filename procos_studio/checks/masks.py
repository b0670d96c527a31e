"""What the masks of the library demand of the blocks in a diagram."""

from __future__ import annotations

from collections.abc import Iterator

from procos_studio.checks.scopes import nodes
from procos_studio.library import Library, mask
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import camunda
from procos_studio.problems import Problem, warning

CODE = "block.unknown"


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
        for problem in mask.validate(block, mask.values(diagram, node.id, block)):
            yield Problem(problem.code, problem.severity, problem.message, (node.id,), problem.hint)
