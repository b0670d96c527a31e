"""Judging: everything that a strict reader finds wrong with how a document is drawn, in words."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from procos_studio.layout.sizes import outer_name
from procos_studio.model.diagram import Diagram
from procos_studio.model.docking import Outline, outline_of
from procos_studio.model.ends import ends_of
from procos_studio.model.geometry import Bounds, Point, united
from procos_studio.model.lines import Points, crosses, is_orthogonal, segments
from procos_studio.model.names import local_reference
from procos_studio.model.records import (
    Edge,
    Flow,
    FlowNode,
    Lane,
    LaneSet,
    MessageFlow,
    Participant,
    Plane,
    SequenceFlow,
    Shape,
)

HEADER = 30.0
_NEAR = 0.6
_TRACK = 16.0


def flaws(diagram: Diagram) -> list[str]:
    """What is wrong on any plane of a document that was just tidied or drawn."""
    return [flaw for plane in diagram.all(Plane) for flaw in _Page.of(diagram, plane).flaws()]


@dataclass
class _Page:
    """One plane."""

    diagram: Diagram
    boxes: dict[str, Bounds]
    lines: dict[str, Points]
    labels: dict[str, Bounds]

    @classmethod
    def of(cls, diagram: Diagram, plane: Plane) -> _Page:
        shapes = [item for item in diagram.children(plane.id, Shape) if item.shows in diagram]
        edges = [item for item in diagram.children(plane.id, Edge) if item.shows in diagram]
        labels = {item.shows: box for item in (*shapes, *edges) if (box := item.label_bounds) is not None}
        return cls(
            diagram, {i.shows: i.bounds for i in shapes}, {i.shows: i.waypoints for i in edges if i.waypoints}, labels
        )

    def flaws(self) -> Iterator[str]:
        yield from self.shapes_on_shapes()
        yield from self.homes()
        yield from self.lanes()
        for key, line in self.lines.items():
            if isinstance(flow := self.diagram[key], Flow):
                yield from self.line(flow, line)
        yield from self.lines_on_lines()
        yield from self.names()

    def shapes_on_shapes(self) -> Iterator[str]:
        for (one, box), (other, box_2) in combinations(self.boxes.items(), 2):
            if box.intersects(box_2) and not self.may_overlap(one, other):
                yield f"{one} lies on {other}"

    def may_overlap(self, one: str, other: str) -> bool:
        if "group" in (self.diagram[one].kind, self.diagram[other].kind):
            return True
        if self.is_around(one, other) or self.is_around(other, one):
            return True
        return any(
            isinstance(node := self.diagram[a], FlowNode) and node.attached_to == b
            for a, b in ((one, other), (other, one))
        )

    def is_around(self, outer: str, inner: str) -> bool:
        """Whether one is meant to hold the other; a boundary event is where its host is."""
        element, held = self.diagram[outer], self.diagram[inner]
        above = [item.id for item in self.diagram.ancestors(inner)]
        if isinstance(element, Participant):
            return element.process in above
        if isinstance(element, Lane):
            return outer in above or (not isinstance(held, Lane) and element.parent in self.lane_sets(above))
        return outer in above

    def lane_sets(self, above: list[str]) -> set[str]:
        """The lane sets of what is above something, also the inner ones."""
        return {item.id for key in above for item in self.diagram.walk(key) if item.kind in ("laneSet", "childLaneSet")}

    def homes(self) -> Iterator[str]:
        """Everything stands in what it belongs to, and boundary events on the edge of their host."""
        for key, box in self.boxes.items():
            element = self.diagram[key]
            if isinstance(element, FlowNode) and element.attached_to in self.boxes:
                host = self.boxes[element.attached_to]
                if _distance(host, Outline.BOX, box.center) > _NEAR:
                    yield f"{key} is off the edge of {element.attached_to}"
                continue
            for holder, frame in self.boxes.items():
                if not frame.encloses(box) and self.must_hold(holder, key):
                    yield f"{key} is not inside {holder}"

    def must_hold(self, holder: str, key: str) -> bool:
        element = self.diagram[holder]
        if self.diagram[key].kind == "group":
            return False
        if isinstance(element, Lane):
            return key in {local_reference(text) for text in element.flow_nodes} or element.id in self.above(key)
        if isinstance(element, Participant):
            return element.process in self.above(key)
        return holder in self.above(key)

    def above(self, key: str) -> set[str]:
        return {item.id for item in self.diagram.ancestors(key)}

    def lanes(self) -> Iterator[str]:
        """The lanes of a pool or lane fill it."""
        for key, box in self.boxes.items():
            element = self.diagram[key]
            holder = element.process if isinstance(element, Participant) else key
            if not isinstance(element, (Participant, Lane)) or holder not in self.diagram:
                continue
            inner = [
                self.boxes[lane.id]
                for lanes in self.diagram.children(holder, LaneSet)
                for lane in self.diagram.children(lanes.id, Lane)
                if lane.id in self.boxes
            ]
            whole = united(inner)
            if whole is not None and not self.fills(box, whole, inner):
                yield f"the lanes do not fill {key}"

    def fills(self, box: Bounds, whole: Bounds, inner: list[Bounds]) -> bool:
        lying = Bounds(box.x + HEADER, box.y, box.width - HEADER, box.height)
        standing = Bounds(box.x, box.y + HEADER, box.width, box.height - HEADER)
        area = sum(part.width * part.height for part in inner)
        return (_alike(lying, whole) or _alike(standing, whole)) and abs(area - whole.width * whole.height) < 1

    def line(self, flow: Flow, line: Points) -> Iterator[str]:
        ends = ends_of(flow)
        if isinstance(flow, (SequenceFlow, MessageFlow)) and not is_orthogonal(line):
            yield f"{flow.id} slants"
        for key, point in zip(ends, (line[0], line[-1]), strict=True):
            if key in self.boxes and _distance(self.boxes[key], self.outline(key), point) > _NEAR:
                yield f"{flow.id} does not end on the outline of {key}"
        hull = _hull(line).grown(1)
        for key, box in self.boxes.items():
            if not hull.intersects(box) or not self.is_in_the_way(key, flow):
                continue
            if key in ends:
                if crosses(line, self.core(key, box)):
                    yield f"{flow.id} runs through its own {key}"
            elif crosses(line, box.grown(-1)):
                yield f"{flow.id} runs through {key}"

    def is_in_the_way(self, key: str, flow: Flow) -> bool:
        """Whether no line may pass a shape: not what is around an end; lanes, and pools of others for messages, may."""
        element = self.diagram[key]
        if element.kind == "group" or any(self.is_around(key, end) for end in ends_of(flow)):
            return False
        if isinstance(element, Participant):
            return isinstance(flow, SequenceFlow)
        return not isinstance(element, Lane)

    def core(self, key: str, box: Bounds) -> Bounds:
        """What no line may enter that docks: of a circle or diamond only the square inside."""
        share = {Outline.BOX: 0.02, Outline.CIRCLE: 0.2, Outline.DIAMOND: 0.3}[self.outline(key)]
        return Bounds(
            box.x + box.width * share,
            box.y + box.height * share,
            box.width * (1 - 2 * share),
            box.height * (1 - 2 * share),
        )

    def outline(self, key: str) -> Outline:
        return outline_of(self.diagram[key].kind)

    def lines_on_lines(self) -> Iterator[str]:
        """Flows without a common end run side by side, not on each other for more than the width of a track."""
        known = [
            (key, line)
            for key, line in self.lines.items()
            if isinstance(self.diagram[key], (SequenceFlow, MessageFlow))
        ]
        for (one, line), (other, line_2) in combinations(known, 2):
            flow, flow_2 = self.diagram.require(one, Flow), self.diagram.require(other, Flow)
            if {*ends_of(flow)} & {*ends_of(flow_2)} or not _hull(line).grown(1).intersects(_hull(line_2).grown(1)):
                continue
            if any(_shared(*a, *b) > _TRACK for a in segments(line) for b in segments(line_2)):
                yield f"{one} runs on {other}"

    def names(self) -> Iterator[str]:
        solid = {
            key: box for key, box in self.boxes.items() if not self.holds(key) and self.diagram[key].kind != "group"
        }
        for key in (*self.boxes, *self.lines):
            element = self.diagram[key]
            name = outer_name(element) if not isinstance(element, Flow) else element.name
            if name.strip() and key not in self.labels:
                yield f"the name of {key} has no place"
        hulls = {key: _hull(line).grown(1) for key, line in self.lines.items()}
        for key, label in self.labels.items():
            inner = label.grown(-1)
            for other, box in self.labels.items():
                if other != key and inner.intersects(box):
                    yield f"the name of {key} lies on that of {other}"
            for other, box in solid.items():
                if inner.intersects(box):
                    yield f"the name of {key} lies on {other}"
            for other, line in self.lines.items():
                if hulls[other].intersects(inner) and crosses(line, inner):
                    yield f"the name of {key} lies on the line {other}"
            if self.diagram[key].kind != "messageFlow":
                for other, box in self.boxes.items():
                    frame = box.intersects(inner) and not box.encloses(inner)
                    if frame and other not in solid and self.diagram[other].kind != "group":
                        yield f"the name of {key} lies on the frame of {other}"

    def holds(self, key: str) -> bool:
        element = self.diagram[key]
        if isinstance(element, Lane):
            return True
        if isinstance(element, Participant):
            return bool(element.process)
        return isinstance(element, FlowNode) and any(child in self.boxes for child in element.children)


def _alike(one: Bounds, other: Bounds) -> bool:
    return all(abs(a - b) < _NEAR for a, b in zip(one, other, strict=True))


def _hull(line: Points) -> Bounds:
    x, y = min(point.x for point in line), min(point.y for point in line)
    return Bounds(x, y, max(point.x for point in line) - x, max(point.y for point in line) - y)


def _shared(a: Point, b: Point, c: Point, d: Point) -> float:
    """How far two pieces run on each other."""
    if abs(a.x - b.x) < _NEAR and abs(c.x - d.x) < _NEAR and abs(a.x - c.x) < _NEAR:
        return min(max(a.y, b.y), max(c.y, d.y)) - max(min(a.y, b.y), min(c.y, d.y))
    if abs(a.y - b.y) < _NEAR and abs(c.y - d.y) < _NEAR and abs(a.y - c.y) < _NEAR:
        return min(max(a.x, b.x), max(c.x, d.x)) - max(min(a.x, b.x), min(c.x, d.x))
    return 0.0


def _distance(box: Bounds, outline: Outline, point: Point) -> float:
    """How far a point is from an outline."""
    dx, dy = abs(point.x - box.center.x), abs(point.y - box.center.y)
    half, high = box.width / 2, box.height / 2
    if outline is Outline.CIRCLE:
        return abs(math.hypot(dx, dy) - half)
    if outline is Outline.DIAMOND:
        return abs(dx / half + dy / high - 1) * half if half and high else 0.0
    outside = math.hypot(max(0.0, dx - half), max(0.0, dy - high))
    return outside or min(half - dx, high - dy)
