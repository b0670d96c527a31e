"""A hand that makes any edit at random, and diagrams for it; every intent of the house is among its edits."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from procos_studio.bpmn import new_diagram, read_bytes, write_bytes
from procos_studio.checks.variables import uses
from procos_studio.edits.add_lane import add_lane
from procos_studio.edits.align import Edge, align, distribute
from procos_studio.edits.append import append
from procos_studio.edits.become import become
from procos_studio.edits.bend import bend
from procos_studio.edits.black_box import black_box
from procos_studio.edits.break_link import break_link
from procos_studio.edits.collapse import collapse
from procos_studio.edits.comment_out import comment_out
from procos_studio.edits.connect import connect
from procos_studio.edits.copy import copy
from procos_studio.edits.delete import delete
from procos_studio.edits.detach import detach
from procos_studio.edits.duplicate import duplicate
from procos_studio.edits.expand import expand
from procos_studio.edits.fragment import clip_of, fragment
from procos_studio.edits.group import group
from procos_studio.edits.insert_on_flow import insert_on_flow
from procos_studio.edits.make_block import make_block
from procos_studio.edits.make_space import make_space
from procos_studio.edits.move import move
from procos_studio.edits.move_label import move_label
from procos_studio.edits.move_lane import move_lane
from procos_studio.edits.paste import paste
from procos_studio.edits.place import place
from procos_studio.edits.reconnect import reconnect
from procos_studio.edits.rename import rename
from procos_studio.edits.rename_variable import rename_variable
from procos_studio.edits.replace import replace
from procos_studio.edits.replace_texts import Place, replace_texts
from procos_studio.edits.reroute import reroute
from procos_studio.edits.resize import resize
from procos_studio.edits.set_attribute import set_attribute
from procos_studio.edits.set_condition import set_condition
from procos_studio.edits.set_default_flow import set_default_flow
from procos_studio.edits.set_documentation import set_documentation
from procos_studio.edits.set_parameter import set_back, set_parameter
from procos_studio.edits.split_lane import split_lane
from procos_studio.edits.ungroup import ungroup
from procos_studio.edits.upgrade_blocks import upgrade_blocks
from procos_studio.edits.wording import texts
from procos_studio.layout import tidy
from procos_studio.library import BlockDefinition, Library, load, mask
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.records import (
    Artifact,
    DataElement,
    Flow,
    FlowNode,
    Lane,
    Participant,
    Plane,
    SequenceFlow,
)

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
    towards = hand.point() if hand.random.random() < 0.3 else None
    connect(hand.diagram, hand.one(*kinds), hand.one(*kinds), points, (towards, None))


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


_SELDOM = 0.2


def _parameter(hand: Hand) -> None:
    key = hand.one(*BLOCKS)
    block = library().of(hand.diagram[key]) if key else None
    # a mask keeps a reference that is wrong and reports it, so those would leave references to nothing
    properties = [item for item in block.properties if not item.binding.name.endswith("Ref")] if block else []
    if properties and hand.random.random() < _SELDOM:
        set_back(hand.diagram, [key], [(item, item.default or item.absent) for item in properties])
    elif properties:
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


def _rename_variable(hand: Hand) -> None:
    known = sorted(uses(hand.diagram))
    old = hand.random.choice(known) if known else "x"
    rename_variable(hand.diagram, hand.one(FlowNode), old, hand.random.choice(("x", "y2", "2y")))


def _replace_texts(hand: Hand) -> None:
    found = [Place(item.id, text, 0, 1, "ab") for item in hand.diagram.walk() for text in texts(item)]
    replace_texts(hand.diagram, hand.random.sample(found, min(len(found), 5)))


def _make_block(hand: Hand) -> None:
    kinds = [block for block in library().blocks.values() if block.element == "subProcess"]
    make_block(hand.diagram, _container(hand), hand.random.choice(kinds), {})


def _upgrade(hand: Hand) -> None:
    stamped = sorted(node.id for node in hand.diagram.all(FlowNode) if node.get(mask.STAMP)) or [""]
    key = hand.random.choice(stamped)
    with hand.diagram.edit("Upgrade an old one") as tx:
        if key:
            tx.put(hand.diagram[key].with_attribute_map({mask.STAMP_VERSION: "0"}))
        upgrade_blocks(hand.diagram, [key], library())


def _become(hand: Hand) -> None:
    """What the text of the file is edited to, here by another hand."""
    other = read_bytes(write_bytes(hand.diagram)).diagram
    rename(other, Hand(other, hand.random.randrange(1000)).one(*BLOCKS), "Written")
    become(hand.diagram, other, "Edit the text")


def _paste_text(hand: Hand) -> None:
    clip = clip_of(read_bytes(fragment(copy(hand.diagram, hand.some(*BLOCKS)))).diagram)
    paste(hand.diagram, clip, hand.one(Plane), hand.point())


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
    _paste_text,
    _reconnect,
    _become,
    _make_block,
    _upgrade,
    lambda hand: break_link(hand.diagram, hand.one(FlowNode)),
    _rename_variable,
    _replace_texts,
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
    lambda hand: add_lane(hand.diagram, hand.one(Lane, Participant), hand.random.random() < 0.5),
    lambda hand: split_lane(hand.diagram, hand.one(Lane)),
    lambda hand: move_lane(hand.diagram, hand.one(Lane), hand.random.random() < 0.5),
    lambda hand: black_box(hand.diagram, hand.one(Participant)),
    lambda hand: comment_out(hand.diagram, hand.some(FlowNode)),
    lambda hand: detach(hand.diagram, hand.some(FlowNode), *hand.by()),
    lambda hand: tidy(hand.diagram, hand.one(Plane), hand.some(FlowNode) if hand.random.random() < 0.5 else None),
    lambda hand: distribute(hand.diagram, hand.some(*BLOCKS), hand.random.random() < 0.5),
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
