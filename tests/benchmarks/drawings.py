"""Drawings: made-up diagrams of any size, on which the canvas and the whole studio are measured."""

from __future__ import annotations

import math
from itertools import pairwise

from procos_studio.bpmn import new_diagram
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Bounds, Point, number
from procos_studio.model.names import BPMNDI, DC, DI, bpmn, clark
from procos_studio.model.records import Plane, Process
from procos_studio.model.xml import Xml

_STEP_X, _STEP_Y = 160, 120
_KINDS = ("serviceTask", "userTask", "exclusiveGateway", "scriptTask", "task")


def make_diagram(count: int) -> Diagram:
    """`count` blocks in rows, each with a flow to the next; every fifth is a gateway."""
    diagram = new_diagram("Benchmark")
    process = diagram.children(diagram.root.id, Process)[0].id
    plane = next(diagram.all(Plane)).id
    columns = max(1, round(math.sqrt(count * _STEP_Y / _STEP_X)))
    with diagram.edit("Make") as tx:
        boxes: list[tuple[str, Bounds]] = []
        for index in range(count):
            kind = _KINDS[index % len(_KINDS)]
            node = tx.create(bpmn(kind), process, "Node", name=f"Handle case {index}")
            side = 50 if kind.endswith("Gateway") else 0
            width, height = (side, side) if side else (100, 80)
            x, y = index % columns * _STEP_X, index // columns * _STEP_Y
            box = Bounds(x + (100 - width) / 2, y + (80 - height) / 2, width, height)
            tx.create(clark(BPMNDI, "BPMNShape"), plane, "Shape", _bounds(box), bpmnElement=node.id)
            boxes.append((node.id, box))
        for (source, start), (target, end) in pairwise(boxes):
            flow = tx.create(bpmn("sequenceFlow"), process, "Flow", sourceRef=source, targetRef=target)
            points = _way(start, end)
            tx.create(clark(BPMNDI, "BPMNEdge"), plane, "Edge", *map(_waypoint, points), bpmnElement=flow.id)
    return diagram


def _way(start: Bounds, end: Bounds) -> tuple[Point, ...]:
    if start.center.y == end.center.y:
        return Point(start.right, start.center.y), Point(end.x, end.center.y)
    turn = start.bottom + 20
    return (
        Point(start.center.x, start.bottom),
        Point(start.center.x, turn),
        Point(end.center.x, turn),
        Point(end.center.x, end.y),
    )


def _bounds(box: Bounds) -> Xml:
    return Xml(clark(DC, "Bounds"), {name: number(value) for name, value in box._asdict().items()})


def _waypoint(point: Point) -> Xml:
    return Xml(clark(DI, "waypoint"), {"x": number(point.x), "y": number(point.y)})
