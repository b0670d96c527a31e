"""Make block: turns a subsystem into an instance of a composite block, and draws the file of such a block's inside."""

from __future__ import annotations

from collections.abc import Mapping

from procos_studio.bpmn import new_diagram
from procos_studio.edits.collapse import collapse
from procos_studio.edits.drawing import add_plane, draw_shape
from procos_studio.edits.filling import fill
from procos_studio.edits.laying import draw_flow
from procos_studio.edits.refusing import known, refused
from procos_studio.edits.wiring import add_sequence_flow
from procos_studio.library import BlockDefinition, mask
from procos_studio.library.bindings.binding import extension
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Bounds
from procos_studio.model.names import bpmn
from procos_studio.model.records import FlowNode, Plane, Process

_ROW, _START, _BLOCK, _END = 240.0, 180.0, 380.0, 580.0
"""Where the middles of start, block and end stand."""
_EVENT = 36.0


def check_subsystem(diagram: Diagram, key: str) -> FlowNode:
    """The subsystem of which a block can be made. Raises Refused for anything else."""
    node = known(diagram, key, FlowNode, "subsystem")
    if node.kind != "subProcess" or node.is_event_sub_process:
        raise refused(f"“{node.label}” is no subsystem.", key, hint="Put the blocks into a subsystem first.")
    if node.get(mask.STAMP):
        raise refused(f"“{node.label}” is a block already.", key, hint="Break its link, or edit its definition.")
    holder = extension(node, "inputOutput")
    if holder is not None and any(item.children for item in holder.children):
        hint = "Work it out in a script task inside of it."
        raise refused(f"“{node.label}” has an input or output that is a script, a list or a map.", key, hint=hint)
    return node


def make_block(diagram: Diagram, key: str, block: BlockDefinition, values: Mapping[str, str]) -> None:
    """Stamp a subsystem as a block, in one edit; `values` are what its parameters are to be, by id. Raises Refused."""
    check_subsystem(diagram, key)
    with diagram.edit(f"Make a block of {diagram[key].label}") as tx:
        shape = diagram.shape(key)
        if shape is not None and shape.is_expanded:
            collapse(diagram, key)
        node = diagram.require(key, FlowNode)
        tx.put(node.with_extensions(*(item for item in node.extensions if item.kind != "inputOutput")))
        mask.stamp(diagram, tx, key, block)
        for parameter in block.properties:
            if parameter.id in values:
                mask.write(diagram, tx, key, parameter, values[parameter.id])


def inside_of(diagram: Diagram, key: str, block: BlockDefinition) -> Diagram:
    """A file of its own for a block: a process in which the block, with what `key` holds, stands between two events.

    It is what a library keeps as the block's inside, and runs by itself.
    """
    made = new_diagram(block.name)
    process = made.children(made.root.id, Process)[0].id
    plane = next(made.all(Plane)).id
    with made.edit("Draw") as tx:
        start = tx.create(bpmn("startEvent"), process, "Start").id
        end = tx.create(bpmn("endEvent"), process, "End").id
        body = tx.create(bpmn("subProcess"), process, "Block", name=block.name).id
        width, height = block.size
        add_plane(made, tx, body)
        for event, x in ((start, _START), (end, _END)):
            draw_shape(made, tx, plane, event, Bounds(x - _EVENT / 2, _ROW - _EVENT / 2, _EVENT, _EVENT))
        box = Bounds(_BLOCK - width / 2, _ROW - height / 2, width, height)
        draw_shape(made, tx, plane, body, box, isExpanded="false")
        fill(made, tx, body, diagram, key)
        mask.stamp(made, tx, body, block)
        for source, target in ((start, body), (body, end)):
            draw_flow(made, tx, add_sequence_flow(made, tx, source, target))
    return Diagram(made.elements.values())
