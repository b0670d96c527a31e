"""Move: displaces elements with what rides on them, into another container where asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from procos_studio.edits.clearing import clear
from procos_studio.edits.displacing import carried, displace, may_carry
from procos_studio.edits.drawing import drawn_on, plane_of_scope, scope_for
from procos_studio.edits.framing import grow, on_border
from procos_studio.edits.identifying import identified, label_of
from procos_studio.edits.lanes import assign
from procos_studio.edits.refusing import refused
from procos_studio.edits.rehoming import mend, rehome
from procos_studio.edits.widening import widen
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.geometry import Point
from procos_studio.model.records import Artifact, DataElement, FlowNode, Participant
from procos_studio.model.rules import may_attach, may_contain
from procos_studio.model.transaction import Transaction

_MOVABLE = (FlowNode, DataElement, Artifact, Participant)


def move(diagram: Diagram, keys: Iterable[str], dx: float, dy: float, into: str | None = None) -> None:
    """Displace elements by (dx, dy); flows, labels, boundary events and contents come along.

    `into` is the container, pool or lane (or the step, for boundary events alone) that holds them from now on; None
    leaves them where they belong. Sequence flows that would cross the border of a scope are taken off and healed; lines
    on which a step is put go round it.
    Raises Refused where BPMN does not let one of them stand there, or nothing of `keys` can be moved.
    """
    roots = movable(diagram, keys)
    if not roots:
        raise refused("There is nothing here to move.", *keys, hint="Lanes move with their pool.")
    what = label_of(diagram, roots[0].id) if len(roots) == 1 else f"{len(roots)} elements"
    shapes = [shape for item in roots if (shape := diagram.shape(item.id)) is not None]
    with diagram.edit(f"Move {what}") as tx:
        riders = [item for item in roots if item.kind == "boundaryEvent"]
        others = [item.id for item in roots if item.kind != "boundaryEvent"]
        displace(diagram, tx, {item.id: Point(dx, dy) for item in roots})
        if into is not None and others:
            _enter(diagram, tx, others, into)
        for event in riders:
            _ride(diagram, tx, event.id, into if into is not None and not others else None)
        nodes = [key for key in others if isinstance(diagram.get(key), FlowNode)]
        assign(diagram, tx, nodes)
        widen(diagram, tx, nodes)
        grow(diagram, tx, nodes)
        clear(diagram, tx, [(shape.id, shape.bounds) for shape in shapes])


def movable(diagram: Diagram, keys: Iterable[str]) -> list[Element]:
    """The elements among `keys` that move by themselves: not those that another of them carries."""
    found = [item for item in (diagram.get(key) for key in dict.fromkeys(keys)) if isinstance(item, _MOVABLE)]
    carriers = [item.id for item in found if may_carry(diagram, item)]
    inner = {rider for key in carriers for rider in carried(diagram, [key]) if rider != key}
    return [item for item in found if item.id not in inner and diagram.shape(item.id) is not None]


def _enter(diagram: Diagram, tx: Transaction, keys: Sequence[str], into: str) -> None:
    for key in keys:
        verdict = may_contain(diagram, into, diagram[key])
        if not verdict:
            raise refused(verdict.reason, key, into)
    steps = [key for key in keys if not isinstance(diagram[key], Participant)]
    scope = scope_for(diagram, into)
    rehome(diagram, tx, [key for key in steps if diagram[key].parent != scope], scope)
    plane = plane_of_scope(diagram, scope)
    if plane is not None:
        for key in steps:
            _to_plane(diagram, tx, key, plane.id)
        mend(diagram, tx, steps)


def _to_plane(diagram: Diagram, tx: Transaction, key: str, plane: str) -> None:
    """Show an element, with all that it carries, on another page."""
    shape = diagram.shape(key)
    if shape is None or shape.parent == plane:
        return
    drawn = [drawn_on(diagram, rider, shape.parent) for rider in carried(diagram, [key])]
    for item in drawn:
        if item is not None:
            tx.move(item.id, plane)


def _ride(diagram: Diagram, tx: Transaction, key: str, host: str | None) -> None:
    """Put a boundary event back on the border of its step, or of another one."""
    event = diagram.require(key, FlowNode)
    name = host if host is not None else event.attached_to
    if name != event.attached_to:
        verdict = may_attach(diagram, name, event)
        if not verdict:
            raise refused(verdict.reason, key, name)
        name = identified(diagram, tx, name)
        tx.update(key, FlowNode, lambda item: item.with_attributes(attachedToRef=name))
        scope = diagram[name].parent
        if scope != event.parent:
            rehome(diagram, tx, [key], scope)
    shape, drawn = diagram.shape(key), diagram.shape(name)
    if shape is None or drawn is None:
        return
    if shape.parent != drawn.parent:
        tx.move(shape.id, drawn.parent)
        mend(diagram, tx, [key])
    wanted = on_border(shape.bounds, drawn.bounds)
    displace(diagram, tx, {key: Point(wanted.x - shape.bounds.x, wanted.y - shape.bounds.y)})
    assign(diagram, tx, [name])
