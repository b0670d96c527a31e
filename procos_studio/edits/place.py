"""Place: puts a block of the library on a diagram."""

from __future__ import annotations

from procos_studio.edits.drawing import known_plane
from procos_studio.edits.insert_on_flow import insert_on_flow
from procos_studio.edits.placing import put_block
from procos_studio.library import BlockDefinition
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Point
from procos_studio.model.records import SequenceFlow


def place(diagram: Diagram, block: BlockDefinition, plane: str, at: Point, host: str = "") -> str:
    """The key of a new element with its middle at `at` on a plane.

    `host` is the container, pool or lane that holds it, the step that a boundary event rides on, or the sequence flow
    to insert it on; `""` stands for whatever is drawn there. Raises Refused where BPMN does not let it stand there.
    """
    page = known_plane(diagram, plane)
    if host and diagram.find(host, SequenceFlow) is not None:
        return insert_on_flow(diagram, host, block, at)
    with diagram.edit(f"Add {block.name}") as tx:
        return put_block(diagram, tx, block, page, at, host)
