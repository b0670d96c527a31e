"""What the tests of the edits share: a library, a bench to build diagrams on, and a check that all is sound after."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import pytest

from procos_studio.bpmn import new_diagram, references, schema, write_bytes
from procos_studio.edits.connect import connect
from procos_studio.edits.expand import expand
from procos_studio.edits.place import place
from procos_studio.library import Library, load
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.records import Flow, Plane


class Bench:
    """A diagram under construction, with short ways to put blocks on it."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.diagram: Diagram = new_diagram("Order")

    @property
    def plane(self) -> str:
        return next(plane.id for plane in self.diagram.all(Plane) if plane.id == "BPMNPlane_1")

    def put(self, block: str, x: float = 100, y: float = 100, host: str = "", plane: str = "") -> str:
        return place(self.diagram, self.library.blocks[f"standard/{block}"], plane or self.plane, Point(x, y), host)

    def open_sub(self, x: float, y: float) -> str:
        """An open subsystem with its upper left corner at a point."""
        key = self.put("subsystem", x + 50, y + 40)
        expand(self.diagram, key)
        return key

    def chain(self, *blocks: str, y: float = 100) -> list[str]:
        """Blocks from left to right, 200 apart, each connected to the next."""
        keys = [self.put(block, 100 + 200 * number, y) for number, block in enumerate(blocks)]
        for first, second in pairwise(keys):
            connect(self.diagram, first, second)
        return keys

    def flow(self, source: str, target: str) -> str:
        """The one flow between two elements."""
        found = [flow.id for flow in self.diagram.outgoing(source, Flow) if flow.target == target]
        assert len(found) == 1
        return found[0]

    def box(self, key: str) -> Bounds:
        shape = self.diagram.shape(key)
        assert shape is not None
        return shape.bounds

    def line(self, key: str) -> tuple[Point, ...]:
        edge = self.diagram.edge(key)
        assert edge is not None
        return edge.waypoints

    def pairs(self) -> set[tuple[str, str]]:
        return {(flow.source, flow.target) for flow in self.diagram.all(Flow)}

    def problems(self) -> list[str]:
        """What schema and references say against the diagram."""
        found = [*schema.validate(write_bytes(self.diagram)), *references.check(self.diagram)]
        return [str(problem) for problem in found]

    @contextmanager
    def sound_edit(self) -> Iterator[None]:
        """One edit: one entry of the history, a sound file after it, and undo and redo to the byte."""
        before, count = write_bytes(self.diagram), len(self.diagram.history.labels)
        yield
        after = write_bytes(self.diagram)
        assert len(self.diagram.history.labels) == count + 1
        assert self.problems() == []
        self.diagram.undo()
        assert write_bytes(self.diagram) == before
        self.diagram.redo()
        assert write_bytes(self.diagram) == after


@pytest.fixture(scope="session")
def library() -> Library:
    return load()


@pytest.fixture
def bench(library: Library) -> Bench:
    return Bench(library)
