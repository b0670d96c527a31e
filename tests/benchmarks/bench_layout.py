"""How well and how fast the layout draws: every file of the corpus without its drawing, and large made-up processes.

    python tests/benchmarks/bench_layout.py [-v] [FOLDER]

The peer is the hand of those who drew the files: the same files tidied, and how many crossings and bends there are
for each one of theirs. Nodes on nodes, lines through nodes and covered names must be 0, or the exit code is 1. "line
on line" counts sequence flows without a common end; those of one gateway may share the first piece. "ltr" is the share
of sequence flows that end right of where they begin. Beside the seconds stands the ratio to reading the same file, in
the same run.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import combinations, pairwise
from pathlib import Path

from procos_studio.bpmn import read_bytes, read_file, write_bytes
from procos_studio.layout import draw_missing, tidy
from procos_studio.layout.draw import missing
from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import ends_of
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.lines import crosses
from procos_studio.model.records import Drawing, Edge, Flow, FlowNode, Plane, SequenceFlow, Shape
from procos_studio.problems import Refused

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


@dataclass
class Score:
    """What was counted on one plane, or the sum over many."""

    nodes: int = 0
    flows: int = 0
    crossings: int = 0
    bends: int = 0
    on_nodes: int = 0
    through: int = 0
    on_lines: int = 0
    labels: int = 0
    rightwards: int = 0
    sequence: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, item.name) + getattr(other, item.name) for item in fields(self)))

    def __str__(self) -> str:
        share = 100 * self.rightwards / max(1, self.sequence)
        return (
            f"{self.nodes:5} nodes {self.flows:5} flows  crossings {self.crossings:4}  bends {self.bends:5}  "
            f"node on node {self.on_nodes}  line through node {self.through}  line on line {self.on_lines}  "
            f"label on something {self.labels}  ltr {share:5.1f} %"
        )


def undrawn(diagram: Diagram) -> Diagram:
    """The same file without any drawing."""
    drawings = [item.id for item in diagram.all(Drawing)]
    with diagram.edit("Forget the drawing") as tx:
        tx.remove(*drawings)
    return Diagram(diagram.elements.values())


def score(diagram: Diagram) -> Score:
    """The score of every plane together."""
    return sum((_plane(diagram, plane) for plane in diagram.all(Plane)), Score())


def _plane(diagram: Diagram, plane: Plane) -> Score:
    shapes = {item.shows: item for item in diagram.children(plane.id, Shape)}
    edges = [item for item in diagram.children(plane.id, Edge) if item.shows in diagram]
    solid = {key: shape.bounds for key, shape in shapes.items() if _is_solid(diagram, shape)}
    lines = [(diagram.require(edge.shows, Flow), edge.waypoints) for edge in edges]
    sequence = [(flow, line) for flow, line in lines if isinstance(flow, SequenceFlow)]
    labels = [item.label_bounds for item in (*shapes.values(), *edges) if item.label_bounds is not None]
    return Score(
        nodes=len(solid),
        flows=len(lines),
        crossings=sum(_cross(one, other) for (_, one), (_, other) in combinations(lines, 2)),
        bends=sum(len(line) - 2 for _, line in lines),
        on_nodes=sum(1 for _ in _overlapping(diagram, shapes)),
        through=sum(1 for flow, line in lines for _ in _hit(diagram, flow, line, solid)),
        on_lines=sum(_lies_on(one, other) for (a, one), (b, other) in combinations(sequence, 2) if _apart(a, b)),
        labels=sum(_is_covered(box, labels, solid.values(), (line for _, line in lines)) for box in labels),
        rightwards=sum(line[-1].x > line[0].x for _, line in sequence),
        sequence=len(sequence),
    )


def _is_solid(diagram: Diagram, shape: Shape) -> bool:
    node = diagram.get(shape.shows)
    if isinstance(node, FlowNode):
        inside = (item for child in node.children for item in diagram.drawn(child))
        return not node.is_container or not (shape.is_expanded or any(item.parent == shape.parent for item in inside))
    return node is not None and node.kind in ("textAnnotation", "dataObjectReference", "dataStoreReference")


def _overlapping(diagram: Diagram, shapes: dict[str, Shape]) -> Iterator[tuple[str, str]]:
    """Pairs of shapes on each other that are not one inside the other, nor a boundary event and its host."""
    ordered = sorted(shapes.items(), key=lambda item: item[1].bounds.x)
    for number, (key, shape) in enumerate(ordered):
        for other, other_shape in ordered[number + 1 :]:
            one, two = shape.bounds, other_shape.bounds
            if two.x >= one.right:
                break
            if one.intersects(two) and not one.encloses(two) and not two.encloses(one):
                hosts = {
                    item.attached_to for item in (diagram.get(key), diagram.get(other)) if isinstance(item, FlowNode)
                }
                if key not in hosts and other not in hosts:
                    yield key, other


def _hit(diagram: Diagram, flow: Flow, line: tuple[Point, ...], solid: dict[str, Bounds]) -> Iterator[str]:
    own = set(ends_of(flow))
    for key, box in solid.items():
        # A line may dock on the slant of a diamond, inside the box around it
        inner = box.grown(-box.height * 0.4 if key in own else -1.5)
        if crosses(line, inner):
            yield key


def _cross(one: tuple[Point, ...], other: tuple[Point, ...]) -> int:
    return sum(_pieces_cross(a, b, c, d) for a, b in pairwise(one) for c, d in pairwise(other))


def _pieces_cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def _apart(one: Flow, other: Flow) -> bool:
    return not set(ends_of(one)) & set(ends_of(other))


def _lies_on(one: tuple[Point, ...], other: tuple[Point, ...]) -> int:
    """Pieces that run on each other for more than a stub."""
    found = 0
    for a, b in pairwise(one):
        for c, d in pairwise(other):
            if a.x == b.x == c.x == d.x:
                found += min(max(a.y, b.y), max(c.y, d.y)) - max(min(a.y, b.y), min(c.y, d.y)) > 30
            elif a.y == b.y == c.y == d.y:
                found += min(max(a.x, b.x), max(c.x, d.x)) - max(min(a.x, b.x), min(c.x, d.x)) > 30
    return found


def _is_covered(box: Bounds, labels: list[Bounds], nodes: Iterable[Bounds], lines: Iterable[tuple[Point, ...]]) -> bool:
    inner = box.grown(-1)
    others = sum(inner.intersects(other) for other in labels) > 1
    return others or any(inner.intersects(node) for node in nodes) or any(crosses(line, inner) for line in lines)


def tidied(diagram: Diagram) -> Diagram:
    """The same document, tidied page by page."""
    drawn = Diagram(diagram.elements.values())
    for plane in list(drawn.all(Plane)):
        tidy(drawn, plane.id)
    return drawn


def compared(by_hand: Score, ours: Score) -> str:
    """Both scores, and what ours has for each one by hand."""
    crossings, bends = ours.crossings / max(1, by_hand.crossings), ours.bends / max(1, by_hand.bends)
    return f"by hand {by_hand}\ntidied  {ours}\nfor one by hand: {crossings:.2f} crossings, {bends:.2f} bends"


def made_up(nodes: int, seed: int = 1) -> Diagram:
    """A process of about so many nodes that branches, joins and loops."""
    dice = random.Random(seed)
    tags, flows, ready = ["startEvent"], list[tuple[int, int]](), [0]
    while len(tags) < nodes:
        source = ready.pop(dice.randrange(len(ready))) if ready else dice.randrange(len(tags))
        key = len(tags)
        tags.append("exclusiveGateway" if dice.random() < 0.15 else "userTask")
        flows.append((source, key))
        ready += [key, key] if tags[key] == "exclusiveGateway" else [key] if dice.random() < 0.9 else []
        if dice.random() < 0.1 and key > 5:
            flows.append((key, dice.randrange(max(0, key - 20), key)))
        if len(ready) > 8:
            flows += [(other, key + 1) for other in ready[:4]]
            tags.append("exclusiveGateway")
            ready = [*ready[4:], key + 1]
    return _process(tags, flows)


def chain(nodes: int) -> Diagram:
    """One task after the other."""
    return _process(["task"] * nodes, list(pairwise(range(nodes))))


def _process(tags: list[str], flows: list[tuple[int, int]]) -> Diagram:
    body = "".join(f'<{tag} id="n{key}" name="Block {key}"/>' for key, tag in enumerate(tags))
    body += "".join(f'<sequenceFlow id="f{i}" sourceRef="n{a}" targetRef="n{b}"/>' for i, (a, b) in enumerate(flows))
    space = "http://www.omg.org/spec/BPMN/20100524/MODEL"
    return read_bytes(
        f'<definitions xmlns="{space}" targetNamespace="t"><process id="p">{body}</process></definitions>'.encode()
    ).diagram


def _reading(diagram: Diagram) -> float:
    data = write_bytes(diagram)
    start = time.perf_counter()
    read_bytes(data)
    return time.perf_counter() - start


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("-v", "--verbose", action="store_true", help="a line for each file that has something amiss")
    args = parser.parse_args()
    total, seconds, reading, files = Score(), 0.0, 0.0, 0
    by_hand, tidy_ones = Score(), Score()
    for path in sorted(args.folder.rglob("*.*")):
        try:
            original = read_file(path).diagram
            bare = undrawn(read_file(path).diagram)
        except (Refused, OSError):
            continue
        start = time.perf_counter()
        drawn = draw_missing(bare)
        seconds += time.perf_counter() - start
        reading += _reading(bare)
        found = score(drawn)
        total, files = total + found, files + 1
        if not any(missing(original)):
            by_hand, tidy_ones = by_hand + score(original), tidy_ones + score(tidied(original))
        if args.verbose and (found.on_nodes or found.through or found.on_lines or found.labels or found.crossings):
            print(f"{path.name[-60:]:60} {found}")
    print(f"{files} files in {seconds:.2f} s, {seconds / max(reading, 1e-9):.1f} x reading them\n{total}")
    print(compared(by_hand, tidy_ones))
    for name, diagram in (
        ("100", made_up(100)),
        ("300", made_up(300)),
        ("1000", made_up(1000)),
        ("chain", chain(5000)),
    ):
        start = time.perf_counter()
        drawn = draw_missing(diagram)
        took = time.perf_counter() - start
        ratio = took / _reading(diagram)
        print(f"{name:>6}: {took:.2f} s, {ratio:.1f} x reading  {score(drawn) if len(diagram.elements) < 3000 else ''}")
    amiss = total + tidy_ones
    sys.exit(1 if amiss.on_nodes or amiss.through or amiss.labels else 0)


if __name__ == "__main__":
    main()
