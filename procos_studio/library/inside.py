"""Inside: the BPMN file beside a composite block's definition, in which the one sub-process is the block."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from procos_studio.bpmn import read_bytes
from procos_studio.library.definition import BlockDefinition
from procos_studio.library.mask import STAMP
from procos_studio.model.diagram import Diagram
from procos_studio.model.records import FlowNode
from procos_studio.problems import Refused, error

_ELEMENT = "subProcess"
VERSIONS = "versions"
"""The folder beside the inside in which those of the last versions stand, `<version>.bpmn`."""
_LARGEST = 5_000_000


def pattern(block: BlockDefinition) -> tuple[Diagram, str]:
    """The diagram of a composite block's inside, and the key of the sub-process that is copied when it is placed.

    Raises Refused where the file cannot be read, or holds no such sub-process.
    """
    file = block.inside or Path()
    try:
        data = file.read_bytes()
    except OSError as failure:
        raise _unusable(block, f"The file of its inside cannot be read: {failure.strerror or failure}.") from failure
    diagram = read_bytes(data, str(file)).diagram
    key = _sub_process(diagram, block)
    if not key:
        raise _unusable(block, f"Its inside holds no subsystem that bears the stamp “{block.id}”.")
    return diagram, key


def former(block: BlockDefinition, version: int) -> tuple[Diagram, str] | None:
    """The same for the inside that a version of the block had; None where the library does not hold it any more."""
    file = former_file(block, version)
    try:
        return pattern(replace(block, inside=file)) if file is not None and file.stat().st_size <= _LARGEST else None
    except (OSError, Refused):
        return None


def former_file(block: BlockDefinition, version: int) -> Path | None:
    """Where the inside of a version is kept; None for a block without one."""
    return block.inside.with_name(VERSIONS) / f"{version}.bpmn" if block.inside is not None else None


def fault(block: BlockDefinition, data: bytes) -> str:
    """What is wrong with the inside of a block, as a sentence; `""` where it can be placed."""
    if block.element != _ELEMENT:
        return f"A block with an inside has to be a {_ELEMENT}, not a {block.element}."
    try:
        diagram = read_bytes(data).diagram
    except Refused as refused:
        return f"The inside is no BPMN that can be read: {refused.problems[0].message}"
    return "" if _sub_process(diagram, block) else f"The inside holds no subsystem that bears the stamp “{block.id}”."


def _sub_process(diagram: Diagram, block: BlockDefinition) -> str:
    """The sub-process that bears the block's stamp and is drawn; `""` for none."""
    drawn = [node for node in diagram.all(FlowNode) if node.kind == _ELEMENT and diagram.shape(node.id) is not None]
    return next((node.id for node in drawn if node.get(STAMP) == block.id), "")


def _unusable(block: BlockDefinition, reason: str) -> Refused:
    return Refused(error("block.inside", f"“{block.name}” cannot be placed. {reason}", hint="Save the block again."))
