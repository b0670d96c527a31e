"""Beginning: gives a file that nothing draws a page, as there is nowhere else to put the first block."""

from __future__ import annotations

from procos_studio.layout.interchange import new_plane
from procos_studio.layout.naming import give_ids
from procos_studio.model.diagram import Diagram
from procos_studio.model.names import bpmn
from procos_studio.model.records import Plane, Process

_WITHOUT_BLOCKS = frozenset({"choreography", "globalChoreographyTask"})


def with_page(diagram: Diagram) -> Diagram:
    """The diagram with a page of its first process; the same object where it has a page of anything.

    A file without any process gets one, unless it is a choreography's, whose steps have no look here.
    """
    tops = [diagram[key] for key in diagram.root.children]
    if any(True for _ in diagram.all(Plane)) or any(top.kind in _WITHOUT_BLOCKS for top in tops):
        return diagram
    begun = Diagram(diagram.elements.values())
    with begun.edit("Add a page") as tx:
        if not any(isinstance(top, Process) for top in tops):
            tx.create(bpmn("process"), begun.root.id, "Process", isExecutable="true")
        give_ids(begun, tx)
        new_plane(begun, tx, begun.children(begun.root.id, Process)[0].id)
    return Diagram(begun.elements.values())
