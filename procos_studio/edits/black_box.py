"""Black box: a pool that shows no process, only that it sends and receives; and back."""

from __future__ import annotations

from procos_studio.edits.identifying import label_of
from procos_studio.edits.pools import add_process
from procos_studio.edits.refusing import known, refused
from procos_studio.edits.removing import doomed, remove
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.records import LaneSet, Participant


def black_box(diagram: Diagram, key: str) -> bool:
    """Make an empty pool a black box, or give a black box a process; whether it is a black box now.

    Messages to and from the pool stay. Raises Refused where something stands in the pool.
    """
    pool = known(diagram, key, Participant, "pool")
    closes = pool.process in diagram
    if closes and any(not isinstance(item, LaneSet) for item in diagram.children(pool.process, Element)):
        hint = "Delete what stands in it, or move it elsewhere."
        raise refused(f"{label_of(diagram, key)} is not empty, so it cannot become a black box.", key, hint=hint)
    with diagram.edit(f"Close {label_of(diagram, key)}" if closes else f"Open {label_of(diagram, key)}") as tx:
        if closes:
            tx.put(pool.with_attributes(processRef=None))
            remove(diagram, tx, doomed(diagram, [pool.process]))
        else:
            tx.put(pool.with_attributes(processRef=add_process(diagram, tx)))
    return closes
