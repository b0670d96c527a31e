"""Tidying a plane or a selection."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from statistics import median

import pytest

from procos_studio.bpmn import write_bytes
from procos_studio.edits.drawing import draw_shape
from procos_studio.layout import draw_missing, tidy
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Bounds
from procos_studio.model.records import FlowNode, Plane, Shape

Read = Callable[..., Diagram]
Box = Callable[[Diagram, str], Bounds]
Flaws = Callable[[Diagram], list[str]]

_NODES = (
    '<startEvent id="s" name="Begin"/><task id="a"/><exclusiveGateway id="g" name="Which?"/>'
    '<task id="b"/><task id="c"/><exclusiveGateway id="j"/><task id="d"/><endEvent id="e"/>'
)
_FLOWS = ("s>a", "a>g", "g>b", "g>c", "b>j", "c>j", "j>d", "d>e")


@pytest.fixture
def drawn(process: Read) -> Diagram:
    """A process that branches and joins, drawn."""
    return draw_missing(process(_NODES, *_FLOWS))


def _plane(diagram: Diagram) -> str:
    return next(plane.id for plane in diagram.all(Plane))


def _move(diagram: Diagram, key: str, dx: float, dy: float) -> None:
    shape = diagram.shape(key)
    assert shape is not None
    with diagram.edit("Move") as tx:
        tx.put(shape.with_bounds(shape.bounds.moved(dx, dy)))


def test_a_tidy_drawing_stays_as_it_is(drawn: Diagram) -> None:
    # given a drawing that is tidy already
    before = write_bytes(drawn)
    # when it is tidied, then nothing moves and there is nothing to undo
    assert tidy(drawn, _plane(drawn)) == ()
    assert write_bytes(drawn) == before
    assert drawn.history.labels == ()


def test_disorder_is_put_right_in_one_edit_that_one_undo_takes_back(drawn: Diagram, flaws: Flaws) -> None:
    # given a drawing in which blocks were dropped on each other
    for key, dx, dy in (("b", -90, 40), ("c", -120, -30), ("d", -300, 10)):
        _move(drawn, key, dx, dy)
    before, edits = write_bytes(drawn), len(drawn.history.labels)
    assert flaws(drawn)
    # when it is tidied
    moved = tidy(drawn, _plane(drawn))
    # then nothing lies on anything, in one edit
    assert {"b", "c", "d"} <= set(moved)
    assert flaws(drawn) == []
    assert len(drawn.history.labels) == edits + 1
    # and one undo restores every byte
    drawn.undo()
    assert write_bytes(drawn) == before


def test_what_a_person_put_above_stays_above(drawn: Diagram, box: Box) -> None:
    # given the branch to b on the line, that to c below; a person swaps them
    assert box(drawn, "b").y < box(drawn, "c").y
    distance = box(drawn, "c").y - box(drawn, "b").y
    _move(drawn, "b", 0, distance)
    _move(drawn, "c", 0, -distance)
    # when it is tidied
    tidy(drawn, _plane(drawn))
    # then c is still above b
    assert box(drawn, "c").y < box(drawn, "b").y


def test_a_small_edit_moves_few_blocks(process: Read) -> None:
    # given a drawn process, and the same with one more task at the end of a branch
    long = "".join(f'<task id="t{i}"/>' for i in range(20))
    flows = [f"t{i}>t{i + 1}" for i in range(19)]
    drawn = draw_missing(process(f'{long}<exclusiveGateway id="g"/><task id="x"/>', *flows, "t19>g", "g>x"))
    with drawn.edit("Add a task") as tx:
        tx.create("{http://www.omg.org/spec/BPMN/20100524/MODEL}task", "p", "new")
    completed = draw_missing(drawn)
    # when it is tidied
    moved = tidy(completed, _plane(completed))
    # then nearly all stay where they are
    assert len(set(moved) - {"new_1"}) <= 1


def test_a_step_more_in_the_middle_changes_no_order(drawn: Diagram, box: Box) -> None:
    # given a drawn process, and the same with one more step in the upper branch
    keys = ("s", "a", "g", "b", "c", "j", "d", "e")
    before = {key: box(drawn, key).center for key in keys}
    with drawn.edit("Insert a step") as tx:
        tx.create("{http://www.omg.org/spec/BPMN/20100524/MODEL}task", "p", "new")
        tx.put(drawn["b_j"].with_attributes(targetRef="new_1"))
        tx.create(
            "{http://www.omg.org/spec/BPMN/20100524/MODEL}sequenceFlow", "p", "f", sourceRef="new_1", targetRef="j"
        )
    completed = draw_missing(drawn)
    # when it is tidied
    tidy(completed, _plane(completed))
    # then all others stand in the order in which they stood, from left to right and from top to bottom
    after = {key: box(completed, key).center for key in keys}
    for one, other in combinations(keys, 2):
        assert (before[one].x - before[other].x) * (after[one].x - after[other].x) >= 0
        assert (before[one].y - before[other].y) * (after[one].y - after[other].y) >= 0
    # and most of them where they stood
    assert median(abs(after[key].x - before[key].x) + abs(after[key].y - before[key].y) for key in keys) == 0


def test_blocks_keep_their_sizes(drawn: Diagram, box: Box) -> None:
    # given a block wider than usual
    shape = drawn.shape("a")
    assert shape is not None
    with drawn.edit("Widen") as tx:
        tx.put(shape.with_bounds(Bounds(shape.bounds.x, shape.bounds.y, 184, 96)))
    # when it is tidied, then it is as wide as before
    tidy(drawn, _plane(drawn))
    assert box(drawn, "a")[2:] == (184, 96)


def test_tidying_a_selection_leaves_the_rest_alone(drawn: Diagram, box: Box) -> None:
    # given two selected blocks out of order
    _move(drawn, "d", 30, 70)
    before = {shape.id: shape for shape in drawn.all(Shape)}
    corner = (min(box(drawn, "d").x, box(drawn, "e").x), min(box(drawn, "d").y, box(drawn, "e").y))
    # when only they are tidied
    moved = tidy(drawn, _plane(drawn), ["d", "e"])
    # then only they moved, they stand in line, and the corner of both is where it was
    assert set(moved) <= {"d", "e"}
    changed = {shape.shows for shape in drawn.all(Shape) if shape != before[shape.id]}
    assert changed <= {"d", "e"}
    assert box(drawn, "d").center.y == box(drawn, "e").center.y
    assert (min(box(drawn, "d").x, box(drawn, "e").x), min(box(drawn, "d").y, box(drawn, "e").y)) == corner
    # and the flow that leads in follows
    line = drawn.edge("j_d")
    assert line is not None
    assert box(drawn, "d").grown(1).contains(line.waypoints[-1])


def test_one_block_alone_is_no_selection_to_tidy(drawn: Diagram) -> None:
    # given one selected block
    before = write_bytes(drawn)
    # when it is tidied, then nothing happens
    assert tidy(drawn, _plane(drawn), ["d"]) == ()
    assert write_bytes(drawn) == before
    assert drawn.history.labels == ()


def test_a_selection_takes_boundary_events_and_insides_along(process: Read, flaws: Flaws, box: Box) -> None:
    # given an open sub-process with a boundary event, and a task, both out of line
    nodes = (
        '<task id="a"/><subProcess id="u"><task id="u1"/></subProcess><boundaryEvent id="x" attachedToRef="u"/>'
        '<task id="b"/>'
    )
    drawn = draw_missing(process(nodes, "a>u", "u>b"))
    _move(drawn, "a", 0, 120)
    # when they are tidied
    tidy(drawn, _plane(drawn), ["a", "u"])
    # then the inside and the event are where they belong
    assert box(drawn, "u").encloses(box(drawn, "u1"))
    assert box(drawn, "x").center.y == box(drawn, "u").bottom
    assert flaws(drawn) == []


def test_a_group_follows_what_it_held(process: Read, box: Box) -> None:
    # given a group drawn round two tasks
    nodes = '<task id="a"/><task id="b"/><task id="c"/><group id="group"/>'
    drawn = draw_missing(process(nodes, "a>b", "b>c"))
    group = drawn.shape("group")
    assert group is not None
    left, right = box(drawn, "a"), box(drawn, "b")
    with drawn.edit("Frame") as tx:
        tx.put(group.with_bounds(Bounds(left.x - 20, left.y - 20, right.right - left.x + 40, 120)))
    _move(drawn, "c", 0, 300)
    # when it is tidied
    tidy(drawn, _plane(drawn))
    # then it still holds those two and not the third
    frame = box(drawn, "group")
    assert frame.encloses(box(drawn, "a"))
    assert frame.encloses(box(drawn, "b"))
    assert not frame.intersects(box(drawn, "c"))


def test_labels_of_events_gateways_and_flows_cover_nothing(process: Read) -> None:
    # given names wherever a name can stand outside
    around = ""
    nodes = _NODES.replace('<exclusiveGateway id="j"/>', '<exclusiveGateway id="j" name="Both are here"/>')
    diagram = process(nodes, *_FLOWS, around=around)
    with diagram.edit("Name the flows") as tx:
        for key in ("g_b", "g_c", "c_j"):
            tx.put(diagram[key].with_attributes(name="A reason to go on"))
    # when it is drawn
    drawn = draw_missing(diagram)
    # then every label has a place, and none lies on a node or another label
    labels = [item.label_bounds for key in ("s", "g", "j", "g_b", "g_c", "c_j") for item in drawn.drawn(key)]
    assert all(labels)
    placed = [label for label in labels if label is not None]
    nodes_boxes = [shape.bounds for shape in drawn.all(Shape) if isinstance(drawn[shape.shows], FlowNode)]
    assert not any(label.intersects(box) for label in placed for box in nodes_boxes)
    assert not any(one.intersects(two) for one in placed for two in placed if one is not two)


def test_there_is_no_tidying_of_a_plane_that_does_not_exist(drawn: Diagram) -> None:
    # given no such plane, when it is tidied, then that is the caller's mistake
    with pytest.raises(KeyError):
        tidy(drawn, "nowhere")


def test_the_drawn_input_of_a_process_stands_among_its_steps(process: Read, box: Box) -> None:
    # given an input of the process that is drawn on top of a step
    interface = '<ioSpecification><dataInput id="i" name="Order"/></ioSpecification>'
    drawn = draw_missing(process(f"{interface}<startEvent id='s'/><task id='a'/>", "s>a"))
    with drawn.edit("Draw the input") as tx:
        draw_shape(drawn, tx, _plane(drawn), "i", Bounds(*box(drawn, "a")[:2], 36, 50))
    # when the plane is tidied
    tidy(drawn, _plane(drawn))
    # then it has a place of its own
    assert not any(box(drawn, "i").intersects(box(drawn, key)) for key in ("s", "a"))
