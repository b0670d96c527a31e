"""What the tests of the layout share: diagrams from a few lines of XML, and a list of what is wrong with a drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest

from procos_studio.bpmn import read_bytes
from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import ends_of
from procos_studio.model.geometry import Bounds
from procos_studio.model.lines import crosses, is_orthogonal
from procos_studio.model.records import Drawing, Edge, Flow, FlowNode, Lane, Participant, Plane, SequenceFlow, Shape

Read = Callable[..., Diagram]

_BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"


@pytest.fixture
def process() -> Read:
    """A diagram of one process: `process("<startEvent id='a'/>…", "a>b", "b>c")`; each flow is called `a_b`."""

    def read(nodes: str, *flows: str, around: str = "") -> Diagram:
        pairs = [flow.split(">") for flow in flows]
        lines = "".join(f'<sequenceFlow id="{a}_{b}" sourceRef="{a}" targetRef="{b}"/>' for a, b in pairs)
        return read_bytes(
            f'<definitions xmlns="{_BPMN}" id="definitions" targetNamespace="t">{around}'
            f'<process id="p">{nodes}{lines}</process></definitions>'.encode()
        ).diagram

    return read


@pytest.fixture
def undrawn() -> Callable[[Diagram], Diagram]:
    """The same file without any drawing."""

    def forget(diagram: Diagram) -> Diagram:
        with diagram.edit("Forget the drawing") as tx:
            tx.remove(*[item.id for item in diagram.all(Drawing)])
        return Diagram(diagram.elements.values())

    return forget


@pytest.fixture
def flaws() -> Callable[[Diagram], list[str]]:
    """Shapes on shapes, lines through nodes, lines off their nodes, and sequence flows with slants."""

    def find(diagram: Diagram) -> list[str]:
        return [flaw for plane in diagram.all(Plane) for flaw in _flaws(diagram, plane)]

    return find


def _flaws(diagram: Diagram, plane: Plane) -> Iterator[str]:
    boxes = {shape.shows: shape.bounds for shape in diagram.children(plane.id, Shape)}
    lines = {edge.shows: edge.waypoints for edge in diagram.children(plane.id, Edge)}
    for (key, one), (other, two) in combinations(boxes.items(), 2):
        if one.intersects(two) and not _belong(diagram, key, other):
            yield f"{key} lies on {other}"
    for key, line in lines.items():
        flow = diagram.require(key, Flow)
        ends = ends_of(flow)
        for node, box in boxes.items():
            if isinstance(diagram[node], (Participant, Lane)) or _around(diagram, node, *ends):
                continue
            # A line may dock on the slant of a diamond, inside the box around it
            if crosses(line, box.grown(-box.height * 0.4 if node in ends else -1)):
                yield f"{key} runs through {node}"
        for node, point in zip(ends, (line[0], line[-1]), strict=True):
            if node in boxes and not boxes[node].grown(1).contains(point):
                yield f"{key} does not touch {node}"
        if isinstance(flow, SequenceFlow) and not is_orthogonal(line):
            yield f"{key} slants"


def _belong(diagram: Diagram, one: str, other: str) -> bool:
    """Whether one is meant to lie on the other: inside it, in its lane or pool, or on its border."""
    pair = (diagram[one], diagram[other])
    if any(isinstance(item, (Participant, Lane)) or item.kind == "group" for item in pair):
        return True
    if any(isinstance(item, FlowNode) and item.attached_to in (one, other) for item in pair):
        return True
    return _around(diagram, one, other) or _around(diagram, other, one)


def _around(diagram: Diagram, key: str, *inner: str) -> bool:
    return any(above.id == key for item in inner for above in diagram.ancestors(item))


@pytest.fixture
def box() -> Callable[[Diagram, str], Bounds]:
    """The bounds of the shape of an element."""

    def find(diagram: Diagram, key: str) -> Bounds:
        shape = diagram.shape(key)
        assert shape is not None, f"{key} has no shape"
        return shape.bounds

    return find
