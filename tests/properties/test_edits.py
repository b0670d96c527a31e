"""Any edits in any order: undo and redo to the byte, a sound file after each, an index as if built from scratch."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procos_studio import edits, layout
from procos_studio.bpmn import references, schema, write_bytes
from procos_studio.model.diagram import Diagram
from procos_studio.model.ends import ends_of, scope_of
from procos_studio.model.index import Index
from procos_studio.model.names import bpmn, local_reference
from procos_studio.model.records import (
    Drawn,
    Flow,
    FlowNode,
    SequenceFlow,
    Shape,
)
from procos_studio.model.records import (
    Edge as DrawnEdge,
)
from procos_studio.problems import Refused
from tests.properties import hand
from tests.properties.hand import EDITS, REAL, Hand, base, real

STEPS = st.lists(st.tuples(st.sampled_from(range(len(EDITS))), st.integers(0, 2**31)), min_size=1, max_size=14)
BOUNDED = settings(
    derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck), print_blob=False
)


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
    fresh, kept = Index(diagram.elements.values()), diagram._index
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


def test_every_intent_is_among_the_edits() -> None:
    # given the modules that open an edit of the diagram that they are given
    rooms = (Path(edits.__file__).parent, Path(layout.__file__).parent)
    intents = {path.stem for room in rooms for path in room.glob("*.py") if "diagram.edit(" in path.read_text("utf-8")}
    # when one looks which of them the hand uses
    used = {getattr(value, "__module__", "").rpartition(".")[2] for value in vars(hand).values() if callable(value)}
    # then none is missing
    assert intents
    assert not intents - used
