"""Any edits in any order: undo and redo to the byte, a sound file after each, an index as if built from scratch."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procos_studio.bpmn import new_diagram, read_bytes, references, schema, write_bytes
from procos_studio.edits.align import Edge, align, distribute
from procos_studio.edits.append import append
from procos_studio.edits.bend import bend
from procos_studio.edits.collapse import collapse
from procos_studio.edits.connect import connect
from procos_studio.edits.copy import copy
from procos_studio.edits.delete import delete
from procos_studio.edits.duplicate import duplicate
from procos_studio.edits.expand import expand
from procos_studio.edits.group import group
from procos_studio.edits.insert_on_flow import insert_on_flow
from procos_studio.edits.make_space import make_space
from procos_studio.edits.move import move
from procos_studio.edits.move_label import move_label
from procos_studio.edits.paste import paste
from procos_studio.edits.place import place
from procos_studio.edits.reconnect import reconnect
from procos_studio.edits.rename import rename
from procos_studio.edits.replace import replace
from procos_studio.edits.reroute import reroute
from procos_studio.edits.resize import resize
from procos_studio.edits.set_attribute import set_attribute
from procos_studio.edits.set_condition import set_condition
from procos_studio.edits.set_default_flow import set_default_flow
from procos_studio.edits.set_documentation import set_documentation
from procos_studio.edits.set_parameter import set_parameter
from procos_studio.edits.ungroup import ungroup
from procos_studio.library import BlockDefinition, Library, load
from procos_studio.model.diagram import Diagram
from procos_studio.model.diff import Change
from procos_studio.model.ends import ends_of, scope_of
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.index import Index
from procos_studio.model.names import bpmn, local_reference
from procos_studio.model.records import (
    Artifact,
    DataElement,
    Drawn,
    Flow,
    FlowNode,
    Lane,
    Participant,
    Plane,
    SequenceFlow,
    Shape,
)
from procos_studio.model.records import (
    Edge as DrawnEdge,
)
from procos_studio.problems import Refused

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "miwg"
REAL = ("A.3.0.bpmn", "A.4.0.bpmn", "B.1.0.bpmn", "C.1.0.bpmn", "C.3.0.bpmn")


@cache
def library() -> Library:
    return load()


class Hand:
    """A hand that draws at random, the same for the same seed."""

    def __init__(self, diagram: Diagram, seed: int) -> None:
        self.diagram = diagram
        self.random = Random(seed)

    def one(self, *kinds: type) -> str:
        """A random element of these classes; Refused where there is none, as for an edit without a target."""
        found = sorted(key for key, item in self.diagram.elements.items() if isinstance(item, kinds))
        return self.random.choice(found) if found else ""

    def some(self, *kinds: type) -> list[str]:
        found = sorted(key for key, item in self.diagram.elements.items() if isinstance(item, kinds))
        return self.random.sample(found, min(len(found), self.random.randint(1, 4)))

    def point(self) -> Point:
        return Point(self.random.randrange(0, 1000, 10), self.random.randrange(0, 700, 10))

    def by(self) -> tuple[float, float]:
        return self.random.randrange(-200, 210, 10), self.random.randrange(-200, 210, 10)

    def block(self) -> BlockDefinition:
        return self.random.choice([block for block in library().blocks.values() if block.placeable])


BLOCKS = (FlowNode, DataElement, Artifact, Participant, Lane)


def _place(hand: Hand) -> None:
    host = hand.one(*BLOCKS, SequenceFlow) if hand.random.random() < 0.5 else ""
    place(hand.diagram, hand.block(), hand.one(Plane), hand.point(), host)


def _connect(hand: Hand) -> None:
    points = [hand.point() for _ in range(3)] if hand.random.random() < 0.3 else None
    kinds = (FlowNode,) if hand.random.random() < 0.6 else (*BLOCKS, Flow)
    connect(hand.diagram, hand.one(*kinds), hand.one(*kinds), points)


def _insert(hand: Hand) -> None:
    what = hand.block() if hand.random.random() < 0.6 else hand.one(FlowNode)
    insert_on_flow(hand.diagram, hand.one(SequenceFlow), what)


def _move(hand: Hand) -> None:
    into = hand.one(*BLOCKS, Plane) if hand.random.random() < 0.5 else None
    if into is not None and isinstance(plane := hand.diagram.get(into), Plane):
        into = plane.shows
    move(hand.diagram, hand.some(*BLOCKS), *hand.by(), into)


def _resize(hand: Hand) -> None:
    x, y = hand.point()
    resize(hand.diagram, hand.one(*BLOCKS), Bounds(x, y, hand.random.randrange(0, 600), hand.random.randrange(0, 400)))


def _parameter(hand: Hand) -> None:
    key = hand.one(*BLOCKS)
    block = library().of(hand.diagram[key]) if key else None
    # a mask keeps a reference that is wrong and reports it, so those would leave references to nothing
    properties = [item for item in block.properties if not item.binding.name.endswith("Ref")] if block else []
    if properties:
        set_parameter(hand.diagram, key, hand.random.choice(properties), hand.random.choice(("", "a", "true")))


def _attribute(hand: Hand) -> None:
    name = hand.random.choice(("camunda:assignee", "id", "triggeredByEvent", "camunda:asyncBefore"))
    set_attribute(hand.diagram, hand.one(FlowNode), name, hand.random.choice(("", "true", "x")))


def _paste(hand: Hand) -> None:
    clip = copy(hand.diagram, hand.some(*BLOCKS))
    paste(hand.diagram, clip, hand.one(Plane), hand.point() if hand.random.random() < 0.5 else None)


def _paste_from_elsewhere(hand: Hand) -> None:
    other = real("C.1.0.bpmn") if CORPUS.is_dir() else base("pools")
    clip = copy(other, Hand(other, hand.random.randrange(1000)).some(FlowNode, Participant))
    paste(hand.diagram, clip, hand.one(Plane), hand.point())


def _reconnect(hand: Hand) -> None:
    end = hand.one(*BLOCKS)
    source, target = (end, None) if hand.random.random() < 0.5 else (None, end)
    reconnect(hand.diagram, hand.one(Flow), source, target)


def _container(hand: Hand) -> str:
    found = [node.id for node in hand.diagram.all(FlowNode) if node.is_container]
    return hand.random.choice(sorted(found)) if found else hand.one(FlowNode)


def _reroute(hand: Hand) -> None:
    reroute(hand.diagram, hand.some(*BLOCKS, Flow) if hand.random.random() < 0.8 else ())


EDITS: tuple[Callable[[Hand], object], ...] = (
    _place,
    _place,
    _connect,
    _connect,
    _insert,
    _move,
    _move,
    _resize,
    _parameter,
    _attribute,
    _paste,
    _paste_from_elsewhere,
    _reconnect,
    _reroute,
    lambda hand: append(hand.diagram, hand.one(FlowNode), hand.block()),
    lambda hand: append(hand.diagram, hand.one(FlowNode), hand.block()),
    lambda hand: delete(hand.diagram, hand.some(*BLOCKS, Flow), heal=hand.random.random() < 0.5),
    lambda hand: delete(hand.diagram, [hand.one(FlowNode)], heal=True),
    lambda hand: rename(hand.diagram, hand.one(*BLOCKS, Flow), hand.random.choice(("", "Pay", "Two\nlines"))),
    lambda hand: set_documentation(hand.diagram, hand.one(*BLOCKS), hand.random.choice(("", "Why"))),
    lambda hand: set_condition(hand.diagram, hand.one(SequenceFlow), hand.random.choice(("", "${x}"))),
    lambda hand: set_default_flow(hand.diagram, hand.one(SequenceFlow), hand.random.random() < 0.7),
    lambda hand: duplicate(hand.diagram, hand.some(*BLOCKS), *hand.by()),
    lambda hand: replace(hand.diagram, hand.one(*BLOCKS), hand.block()),
    lambda hand: bend(hand.diagram, hand.one(Flow), [hand.point() for _ in range(hand.random.randint(0, 4))]),
    lambda hand: move_label(hand.diagram, hand.one(*BLOCKS, Flow), Bounds(*hand.point(), 60, 14)),
    lambda hand: group(hand.diagram, hand.some(FlowNode, DataElement)),
    lambda hand: group(hand.diagram, [hand.one(FlowNode)]),
    lambda hand: ungroup(hand.diagram, _container(hand)),
    lambda hand: expand(hand.diagram, _container(hand)),
    lambda hand: collapse(hand.diagram, _container(hand)),
    lambda hand: make_space(hand.diagram, hand.one(Plane), hand.point(), *hand.by()),
    lambda hand: align(hand.diagram, hand.some(*BLOCKS), hand.random.choice(list(Edge))),
    lambda hand: distribute(hand.diagram, hand.some(*BLOCKS), hand.random.random() < 0.5),
)
STEPS = st.lists(st.tuples(st.sampled_from(range(len(EDITS))), st.integers(0, 2**31)), min_size=1, max_size=14)
BOUNDED = settings(
    derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck), print_blob=False
)


@cache
def _built(kind: str) -> bytes:
    diagram = new_diagram("Base")
    blocks, plane = library().blocks, "BPMNPlane_1"

    def put(name: str, x: float, y: float, host: str = "", on: str = plane) -> str:
        return place(diagram, blocks[f"standard/{name}"], on, Point(x, y), host)

    hosts = [""]
    if kind == "pools":
        hosts = [put("pool", 500, 200), put("pool", 500, 600)]
        hosts[0] = put("lane", 500, 200, hosts[0])
        put("lane", 500, 200, hosts[0])
    for number, host in enumerate(hosts):
        y = 200 + 400 * number
        row = [put(name, 300 + 150 * i, y, host) for i, name in enumerate(("start", "task", "decision", "end"))]
        for first, second in pairwise(row):
            connect(diagram, first, second)
        put("boundary-timer", 460, y + 40, row[1])
    sub = put("subsystem", 600, 320, hosts[0])
    inner = put("task", 200, 200, on=diagram.plane_of(sub).id)  # type: ignore[union-attr]
    append(diagram, inner, blocks["standard/end"])
    return write_bytes(diagram)


def base(kind: str) -> Diagram:
    """A small process with a subsystem, or two pools with lanes."""
    return read_bytes(_built(kind)).diagram


def real(name: str) -> Diagram:
    """A real file of others."""
    path = CORPUS / name
    if not path.is_file():
        pytest.skip("the corpus of real files is not beside the project")
    return read_bytes(path.read_bytes()).diagram


@settings(BOUNDED, max_examples=100)
@given(kind=st.sampled_from(("process", "pools")), steps=STEPS)
def test_edits_of_a_drawn_diagram(kind: str, steps: list[tuple[int, int]]) -> None:
    # given a diagram as the studio draws it
    diagram = base(kind)
    # when random edits are made
    # then it is sound after each, and undone and done again to the byte
    _edit_and_check(diagram, steps, strict=True)


@settings(BOUNDED, max_examples=40)
@given(name=st.sampled_from(REAL), steps=STEPS)
def test_edits_of_real_files(name: str, steps: list[tuple[int, int]]) -> None:
    # given a file of another tool
    diagram = real(name)
    # when random edits are made
    # then it has no problem that it did not have, and undo and redo work to the byte
    _edit_and_check(diagram, steps, strict=False)


def _edit_and_check(diagram: Diagram, steps: Iterable[tuple[int, int]], strict: bool) -> None:
    written = [write_bytes(diagram)]
    schema_errors, dangling = len(schema.validate(written[0])), _dangling(diagram)
    for number, seed in steps:
        count = len(diagram.history.labels)
        try:
            EDITS[number](Hand(diagram, seed))
        except Refused as refused:
            said = [problem.message for problem in refused.problems]
            assert said
            assert len(diagram.history.labels) == count
            assert write_bytes(diagram) == written[-1]
            continue
        made = len(diagram.history.labels) - count
        assert made in (0, 1)
        if made:
            written.append(write_bytes(diagram))
            found = schema.validate(written[-1])
            assert len(found) <= schema_errors, [str(problem) for problem in found]
            lost = _dangling(diagram) - dangling
            assert not lost, lost
            _check_index(diagram)
            _check_drawing(diagram)
            if strict:
                _check_flows(diagram)
    for data in reversed(written[:-1]):
        diagram.undo()
        assert write_bytes(diagram) == data
    for data in written[1:]:
        diagram.redo()
        assert write_bytes(diagram) == data
    _check_index(diagram)


def _dangling(diagram: Diagram) -> set[tuple[str, ...]]:
    """What leads nowhere, by code and elements; the message changes with their names."""
    return {(problem.code, *problem.elements) for problem in references.check(diagram)}


def _check_index(diagram: Diagram) -> None:
    fresh, kept = Index(), diagram._index
    fresh.update({key: Change(None, element) for key, element in diagram.elements.items()})
    for table in ("outgoing", "incoming", "drawn", "planes", "attached", "lanes", "participants", "places", "types"):
        ours = {key: set(keys) for key, keys in getattr(kept, table).items() if keys}
        theirs = {key: set(keys) for key, keys in getattr(fresh, table).items() if keys}
        assert ours == theirs, table


def _check_drawing(diagram: Diagram) -> None:
    """Every drawing shows something, and parents name their children and the other way round."""
    for item in diagram.all(Drawn):
        assert not item.shows or item.shows in diagram or item.id.startswith("~"), item
        if isinstance(item, DrawnEdge):
            assert len(item.waypoints) != 1
    for key, element in diagram.elements.items():
        for child in element.children:
            assert diagram[child].parent == key
        if element.parent:
            assert key in diagram[element.parent].children


def _check_flows(diagram: Diagram) -> None:
    """Flows stay in one scope, are drawn where both ends are, and are listed at their nodes."""
    for flow in diagram.all(SequenceFlow):
        assert scope_of(diagram, flow.source) == scope_of(diagram, flow.target) == flow.parent
    for flow in diagram.all(Flow):
        planes = [
            {item.parent for item in diagram.drawn(end) if isinstance(item, (Shape, DrawnEdge))}
            for end in ends_of(flow)
        ]
        assert {item.parent for item in diagram.drawn(flow.id)} == planes[0] & planes[1], flow
    for node in diagram.all(FlowNode):
        for local, flows in (("incoming", diagram.incoming), ("outgoing", diagram.outgoing)):
            listed = [local_reference(item.text) for item in node.details if item.tag == bpmn(local)]
            assert sorted(listed) == sorted(flow.id for flow in flows(node.id, SequenceFlow))
        shape = diagram.shape(node.id)
        assert shape is not None, node
        host = diagram.shape(node.attached_to) if node.attached_to else None
        if host is not None:
            assert host.parent == shape.parent
            assert diagram[node.attached_to].parent == node.parent
