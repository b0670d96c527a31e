"""Pools: how a process comes to stand in a pool, and what is left when the last pool goes."""

from __future__ import annotations

from procos_studio.bpmn.blank import HISTORY_TIME_TO_LIVE
from procos_studio.edits.drawing import draw_shape
from procos_studio.edits.framing import HEADER
from procos_studio.edits.removing import doomed, remove
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Bounds, united
from procos_studio.model.names import bpmn, camunda
from procos_studio.model.records import (
    Artifact,
    Association,
    Collaboration,
    Participant,
    Plane,
    Process,
    Shape,
)
from procos_studio.model.transaction import Transaction

_AROUND = 50.0


def add_process(diagram: Diagram, tx: Transaction) -> str:
    """A new executable process, as Camunda wants it."""
    made = tx.create(bpmn("process"), diagram.root.id, "Process", isExecutable="true")
    tx.put(made.with_attribute_map({camunda("historyTimeToLive"): HISTORY_TIME_TO_LIVE}))
    return made.id


def add_pool(diagram: Diagram, tx: Transaction, plane: Plane, bounds: Bounds) -> str:
    """A new pool on a plane.

    On a page of pools it gets a process of its own. On the page of a process it becomes the pool of that process,
    large enough for what is drawn there already.
    """
    shown = diagram.get(plane.shows)
    if isinstance(shown, Process):
        return _wrapped(diagram, tx, plane, shown, bounds)
    process = add_process(diagram, tx)
    made = tx.create(bpmn("participant"), plane.shows, "Participant", processRef=process)
    draw_shape(diagram, tx, plane.id, made.id, bounds, isHorizontal="true")
    return made.id


def ensure_collaboration(diagram: Diagram, tx: Transaction, plane: Plane) -> str:
    """The collaboration that a plane shows; a process without a pool that has content gets one around it."""
    shown = diagram[plane.shows]
    if not isinstance(shown, Process):
        return shown.id
    boxes = united(shape.bounds for shape in diagram.children(plane.id, Shape))
    if boxes is not None or shown.children:
        _wrapped(diagram, tx, plane, shown, boxes or Bounds(0, 0, 600, 250))
    else:
        made = _add_collaboration(diagram, tx)
        tx.update(plane.id, Plane, lambda item: item.with_attributes(bpmnElement=made))
        tx.remove(shown.id)
    return diagram.require(plane.id, Plane).shows


def dissolve_pool(diagram: Diagram, tx: Transaction, pool: Participant) -> None:
    """Take away the last pool of a collaboration and all in it; its process stays, empty, and gets the page."""
    process = pool.process if pool.process in diagram else add_process(diagram, tx)
    remove(diagram, tx, doomed(diagram, diagram[process].children))
    for flow in [*diagram.outgoing(pool.id, Association), *diagram.incoming(pool.id, Association)]:
        if flow.id in diagram:
            remove(diagram, tx, doomed(diagram, [flow.id]))
    for item in (*diagram.children(pool.parent, Artifact), *diagram.children(pool.parent, Association)):
        tx.move(item.id, process)
    planes = [plane.id for plane in diagram.all(Plane) if plane.shows == pool.parent]
    for plane in planes:
        tx.update(plane, Plane, lambda item: item.with_attributes(bpmnElement=process))
    for item in list(diagram.all(Process)):
        if item.reference("definitionalCollaborationRef") == pool.parent:
            tx.put(item.with_attributes(definitionalCollaborationRef=None))
    remove(diagram, tx, {pool.parent, *(item.id for item in diagram.walk(pool.parent))})


def _wrapped(diagram: Diagram, tx: Transaction, plane: Plane, process: Process, bounds: Bounds) -> str:
    inner = united(shape.bounds for shape in diagram.children(plane.id, Shape))
    collaboration = _add_collaboration(diagram, tx)
    made = tx.create(bpmn("participant"), collaboration, "Participant", name=process.name, processRef=process.id)
    if not process.name:
        tx.put(made.with_attributes(name=None))
    tx.update(plane.id, Plane, lambda item: item.with_attributes(bpmnElement=collaboration))
    if inner is not None:
        roomy = inner.grown(_AROUND)
        around = Bounds(roomy.x - HEADER, roomy.y, roomy.width + HEADER, roomy.height)
        bounds = united((bounds, around)) or bounds
    draw_shape(diagram, tx, plane.id, made.id, bounds, isHorizontal="true")
    return made.id


def _add_collaboration(diagram: Diagram, tx: Transaction) -> str:
    """Camunda Modeler puts the collaboration before the processes."""
    key = tx.new_id("Collaboration")
    content = diagram.root.content
    first = next((i for i, item in enumerate(content) if isinstance(diagram.get(str(item)), Process)), None)
    return tx.add(Collaboration(key, bpmn("collaboration"), diagram.root.id, {"id": key}), first).id
