"""Standing alone: a file for one block, to be kept as its inside, looked at and tried."""

from __future__ import annotations

from procos_studio.bpmn import new_diagram
from procos_studio.edits.drawing import add_plane, draw_shape
from procos_studio.edits.filling import fill
from procos_studio.edits.laying import draw_flow
from procos_studio.edits.placing import shape_attributes
from procos_studio.edits.wiring import add_sequence_flow
from procos_studio.library import BlockDefinition, mask
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Bounds
from procos_studio.model.names import bpmn
from procos_studio.model.records import CONTAINERS, Plane, Process

_ROW, _START, _BLOCK, _END = 240.0, 180.0, 380.0, 580.0
"""Where the middles of start, block and end stand."""
_EVENT = 36.0


def standing_alone(block: BlockDefinition, source: Diagram | None = None, key: str = "") -> tuple[Diagram, str]:
    """A process in which an activity of this kind stands between a start and an end, and the activity's key.

    A subsystem holds copies of what `key` of the diagram `source` holds.
    """
    made = new_diagram(block.name)
    process = made.children(made.root.id, Process)[0].id
    plane = next(made.all(Plane)).id
    with made.edit("Draw") as tx:
        start = tx.create(bpmn("startEvent"), process, "Start").id
        end = tx.create(bpmn("endEvent"), process, "End").id
        body = tx.create(bpmn(block.element), process, "Block", name=block.name).id
        width, height = block.size
        for event, x in ((start, _START), (end, _END)):
            draw_shape(made, tx, plane, event, Bounds(x - _EVENT / 2, _ROW - _EVENT / 2, _EVENT, _EVENT))
        box = Bounds(_BLOCK - width / 2, _ROW - height / 2, width, height)
        draw_shape(made, tx, plane, body, box, **shape_attributes(block.element, width))
        if block.element in CONTAINERS:
            add_plane(made, tx, body)
        if source is not None:
            fill(made, tx, body, source, key)
        mask.stamp(made, tx, body, block)
        for ends in ((start, body), (body, end)):
            draw_flow(made, tx, add_sequence_flow(made, tx, *ends))
    return Diagram(made.elements.values()), body
