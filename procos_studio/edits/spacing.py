"""Spacing: pushes what lies on one side of a line away from it, so that there is room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from procos_studio.edits.closing import closing
from procos_studio.edits.displacing import displace, settle
from procos_studio.edits.drawing import drawn_on, is_holder
from procos_studio.edits.framing import grow
from procos_studio.model.diagram import Diagram
from procos_studio.model.docking import Side
from procos_studio.model.ends import is_scope
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.records import FlowNode, Plane, SequenceFlow, Shape
from procos_studio.model.transaction import Transaction

_NEAR = 10.0
"""How near blocks may come before one pushes the other."""


def push(diagram: Diagram, tx: Transaction, plane: Plane, at: Point, by: Point, within: str = "") -> None:
    """Move what begins right of `at` by `by.x` and what begins below it by `by.y`.

    Containers that the line crosses get longer. Negative distances close gaps as far as there is room, and containers
    get shorter as far as their content lets them. With `within` (a process or sub-process) only what stands in it
    moves, and the containers around it get longer.
    """
    settle(diagram, tx, pushed(diagram, plane, at, by, within))


def pushed(diagram: Diagram, plane: Plane, at: Point, by: Point, within: str = "") -> dict[str, Bounds]:
    """The new bounds of the shapes (by their own key) that `push` would change."""
    shapes = _in_scope(diagram, diagram.children(plane.id, Shape), within)
    holders = frozenset(shape.id for shape in shapes if is_holder(diagram, shape))
    across = _Push(at.x, by.x, holders).limited(diagram, shapes, level=True)
    down = _Push(at.y, by.y, holders).limited(diagram, shapes, level=False)
    placed: dict[str, Bounds] = {}
    for shape in shapes:
        box = shape.bounds
        x = across.share(shape.id, box.x, box.right)
        y = down.share(shape.id, box.y, box.bottom)
        if any((*x, *y)):
            placed[shape.id] = Bounds(box.x + x[0], box.y + y[0], box.width + x[1], box.height + y[1])
    _keep_riders(diagram, plane, placed)
    return placed


def push_following(
    diagram: Diagram, tx: Transaction, plane: Plane, first: str, way: Side, by: float, stays: str
) -> None:
    """Move a step, what follows it further that way in its scope, and what these would run into.

    `stays` is left where it is. Containers around give way.
    """
    moving = _following(diagram, plane, first, way, stays)
    shift = Point(way.value[0] * by, way.value[1] * by)
    begin = _along(moving[first], way)
    queue = list(moving)
    while queue:
        box = moving[queue.pop()].moved(*shift)
        for shape in diagram.shapes_near(plane.id, box.grown(_NEAR)):
            hit = shape.shows not in moving and shape.shows != stays and _along(shape.bounds, way) >= begin
            if hit and _is_step_of(diagram, shape.shows, diagram[first].parent):
                moving[shape.shows] = shape.bounds
                queue.append(shape.shows)
    displace(diagram, tx, dict.fromkeys(moving, shift))
    grow(diagram, tx, [max(moving, key=lambda key: -_along(moving[key], way.opposite))])


def _along(box: Bounds, way: Side) -> float:
    """Where a box begins, seen that way."""
    x, y = way.value
    return {1: box.x, -1: -box.right}[x] if x else {1: box.y, -1: -box.bottom}[y]


def _following(diagram: Diagram, plane: Plane, first: str, way: Side, stays: str) -> dict[str, Bounds]:
    """The boxes of a step and of the steps that flows lead to from it, as long as they lead that way."""
    found: dict[str, Bounds] = {}
    stack = [first]
    while stack:
        key = stack.pop()
        shape = drawn_on(diagram, key, plane.id)
        if key in found or key == stays or not isinstance(shape, Shape):
            continue
        if found and _along(shape.bounds, way) < _along(found[first], way):
            continue
        found[key] = shape.bounds
        for node in (key, *(event.id for event in diagram.boundary_events(key))):
            stack.extend(flow.target for flow in diagram.outgoing(node, SequenceFlow))
    return found


def _is_step_of(diagram: Diagram, key: str, scope: str) -> bool:
    node = diagram.find(key, FlowNode)
    return node is not None and node.parent == scope and not node.attached_to


class _Push(NamedTuple):
    """What moves along one axis: all that begins beyond the line; of `stretched` what lies across it gets longer."""

    line: float
    by: float
    stretched: frozenset[str]

    def limited(self, diagram: Diagram, shapes: Sequence[Shape], *, level: bool) -> _Push:
        """No nearer than there is room."""
        if self.by >= 0:
            return self
        found = closing(diagram, shapes, self.line, level=level)
        return _Push(self.line, max(self.by, -found.most), found.shorter)

    def share(self, key: str, low: float, high: float) -> tuple[float, float]:
        """How far a shape moves, and by how much it gets longer."""
        if low >= self.line:
            return self.by, 0.0
        return (0.0, self.by) if key in self.stretched and high > self.line else (0.0, 0.0)


def _in_scope(diagram: Diagram, shapes: tuple[Shape, ...], within: str) -> list[Shape]:
    if not within:
        return list(shapes)
    around = {within, *(item.id for item in diagram.ancestors(within))}
    pool = next((found for key in around if is_scope(diagram.get(key)) and (found := diagram.participant(key))), None)
    if pool is not None:
        around.add(pool.id)
    return [shape for shape in shapes if shape.shows in around or _is_below(diagram, shape.shows, within)]


def _is_below(diagram: Diagram, key: str, within: str) -> bool:
    return any(item.id == within for item in diagram.ancestors(key))


def _keep_riders(diagram: Diagram, plane: Plane, placed: dict[str, Bounds]) -> None:
    """Boundary events go with their step, wherever their own corner lies."""
    for shape in diagram.children(plane.id, Shape):
        node = diagram.find(shape.shows, FlowNode)
        host = diagram.shape(node.attached_to) if node is not None and node.attached_to else None
        if host is None:
            continue
        new = placed.get(host.id)
        if new is None:
            placed.pop(shape.id, None)
        elif new.width == host.bounds.width and new.height == host.bounds.height:
            placed[shape.id] = shape.bounds.moved(new.x - host.bounds.x, new.y - host.bounds.y)
