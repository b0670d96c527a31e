"""Displacing: moves shapes with all that rides on them, and leads the lines after them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from procos_studio.edits.drawing import drawn_on
from procos_studio.edits.laying import Way, bounds_of, follow, is_orthogonal_kind, shift
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.ends import flows_at
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.records import Flow, FlowNode, Participant, Shape
from procos_studio.model.transaction import Transaction


def carried(diagram: Diagram, keys: Iterable[str]) -> dict[str, str]:
    """Every element that is drawn and moves with `keys`, and to which of them it belongs.

    That is what an open sub-process or a pool shows inside, and the boundary events of steps.
    """
    found: dict[str, str] = {}
    for key in keys:
        shape = diagram.shape(key)
        if shape is None:
            continue
        found.setdefault(key, key)
        for rider in _riders(diagram, key) if may_carry(diagram, diagram[key]) else ():
            if drawn_on(diagram, rider, shape.parent):
                found.setdefault(rider, key)
    return found


def may_carry(diagram: Diagram, element: Element) -> bool:
    """Whether anything could move with it; of thousands of steps hardly any, which is known far more quickly."""
    return bool(element.children or diagram.boundary_events(element.id)) or isinstance(element, Participant)


def displace(diagram: Diagram, tx: Transaction, shifts: Mapping[str, Point]) -> None:
    """Move the shapes of elements by (dx, dy) each, with what they carry; flows are led along."""
    moving = {key: by for key, by in shifts.items() if by.x or by.y}
    riders = carried(diagram, moving)
    placed: dict[str, Bounds] = {}
    for rider, key in riders.items():
        shape = diagram.shape(rider)
        if shape is not None:
            by = moving[key]
            placed[shape.id] = shape.bounds.moved(by.x, by.y)
    settle(diagram, tx, placed)


def settle(diagram: Diagram, tx: Transaction, placed: Mapping[str, Bounds]) -> None:
    """Give shapes (by their own key) other bounds; their labels keep their distance, flows are led along."""
    shapes = [diagram.require(key, Shape) for key in placed]
    before = {shape.shows: shape.bounds for shape in shapes}
    alone = [shape for shape in shapes if len(diagram.drawn(shape.shows)) == 1]
    flows = {flow.id: flow for shape in shapes for flow in flows_at(diagram, shape.shows)}
    notes: dict[str, Flow] = {}
    for name in flows:
        pointing = flows_at(diagram, name)
        middle = _middle(diagram, name) if pointing else None
        if middle is not None:
            before[name] = middle
        notes.update((note.id, note) for note in pointing)
    for shape in shapes:
        _put(tx, shape, placed[shape.id])
    ways = {shape.shows: Way(shape.parent, shape.bounds, diagram.require(shape.id, Shape).bounds) for shape in alone}
    for flow in _in_order({**flows, **notes}.values()):
        if not shift(diagram, tx, flow, ways):
            follow(diagram, tx, flow, before)


def _middle(diagram: Diagram, flow: str) -> Bounds | None:
    """The point half-way along a flow, where annotations point at it."""
    plane = next((item.parent for item in diagram.drawn(flow)), "")
    return bounds_of(diagram, plane, flow)


def _riders(diagram: Diagram, key: str) -> Iterable[str]:
    """What is inside of an element or rides on it; not itself."""
    yield from (event.id for event in diagram.boundary_events(key))
    element = diagram[key]
    roots = list(element.children)
    if isinstance(element, Participant) and element.process in diagram:
        roots.append(element.process)
    for root in roots:
        for item in diagram.walk(root):
            if not isinstance(item, Flow):
                yield item.id
            if isinstance(item, FlowNode):
                yield from (event.id for event in diagram.boundary_events(item.id))


def _put(tx: Transaction, shape: Shape, bounds: Bounds) -> None:
    if shape.bounds == bounds:
        return
    moved, label = shape.with_bounds(bounds), shape.label_bounds
    if label is not None:
        (x, y), (old_x, old_y) = bounds.center, shape.bounds.center
        dy = bounds.bottom - shape.bounds.bottom if label.y >= shape.bounds.bottom else y - old_y
        moved = moved.with_label_bounds(label.moved(x - old_x, dy))
    tx.put(moved)


def _in_order(flows: Iterable[Flow]) -> list[Flow]:
    """Lines that others may point at come first."""
    return sorted(flows, key=lambda flow: (not is_orthogonal_kind(flow), flow.id))
