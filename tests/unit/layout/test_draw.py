"""Drawing what a file leaves undrawn."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from procos_studio.bpmn import write_bytes
from procos_studio.layout import draw_missing
from procos_studio.layout.interchange import new_plane, write
from procos_studio.layout.picture import Picture
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.records import Drawn, FlowNode, Plane, SequenceFlow, Shape

Read = Callable[..., Diagram]
Box = Callable[[Diagram, str], Bounds]
Flaws = Callable[[Diagram], list[str]]

_LINE = '<startEvent id="s"/><task id="a"/><exclusiveGateway id="g"/><task id="b"/><endEvent id="e"/>'


def _shape(diagram: Diagram, key: str) -> Shape:
    shape = diagram.shape(key)
    assert shape is not None
    return shape


def _line(diagram: Diagram, key: str) -> tuple[Point, ...]:
    edge = diagram.edge(key)
    assert edge is not None
    return edge.waypoints


def _plane(diagram: Diagram, key: str) -> Plane:
    plane = diagram.plane_of(key)
    assert plane is not None
    return plane


def test_a_chain_stands_on_one_line_from_left_to_right(process: Read, box: Box) -> None:
    # given a process without a drawing
    diagram = process(_LINE, "s>a", "a>g", "g>b", "b>e")
    # when it is drawn
    drawn = draw_missing(diagram)
    # then its nodes follow each other on one level, apart by fifty at least
    boxes = [box(drawn, key) for key in "sagbe"]
    assert len({item.center.y for item in boxes}) == 1
    assert all(right.x - left.right >= 50 for left, right in pairwise(boxes))
    assert all(len(_line(drawn, flow.id)) == 2 for flow in drawn.all(SequenceFlow))


def test_drawing_is_no_edit_and_leaves_the_diagram_it_was_given(process: Read) -> None:
    # given an undrawn diagram
    diagram = process(_LINE, "s>a", "a>g", "g>b", "b>e")
    before = write_bytes(diagram)
    # when it is drawn
    drawn = draw_missing(diagram)
    # then there is nothing to undo or to save, and the original is as it was
    assert drawn.history.labels == ()
    assert not drawn.history.is_modified
    assert write_bytes(diagram) == before


def test_a_diagram_that_lacks_nothing_is_given_back(process: Read) -> None:
    # given a drawn diagram
    drawn = draw_missing(process(_LINE, "s>a", "a>g", "g>b", "b>e"))
    # when it is drawn again, then it is the same object
    assert draw_missing(drawn) is drawn


def test_the_default_flow_continues_in_line_and_the_other_leaves_the_corner(process: Read, box: Box) -> None:
    # given a gateway whose second flow is the default
    nodes = '<task id="a"/><exclusiveGateway id="g" default="g_c"/><task id="b"/><task id="c"/>'
    # when it is drawn
    drawn = draw_missing(process(nodes, "a>g", "g>b", "g>c"))
    # then the default runs straight on, and the other has one bend
    assert box(drawn, "c").center.y == box(drawn, "g").center.y == box(drawn, "a").center.y
    line = _line(drawn, "g_b")
    assert len(line) == 3
    assert line[0].x == box(drawn, "g").center.x


def test_a_loop_goes_round_what_it_repeats(process: Read, flaws: Flaws, box: Box) -> None:
    # given a process that goes back
    drawn = draw_missing(process(_LINE, "s>a", "a>g", "g>b", "b>e", "g>a", "a>a"))
    # then forward flows still run to the right and nothing lies in the way of the loops
    assert box(drawn, "a").right < box(drawn, "g").x < box(drawn, "b").x
    assert flaws(drawn) == []


def test_boundary_events_sit_side_by_side_on_the_lower_border(process: Read, flaws: Flaws, box: Box) -> None:
    # given a task with four boundary events that lead on
    events = "".join(f'<boundaryEvent id="x{i}" attachedToRef="a" name="Late {i}"/><task id="t{i}"/>' for i in range(4))
    # when it is drawn
    drawn = draw_missing(process(f'<task id="a"/>{events}', *(f"x{i}>t{i}" for i in range(4))))
    # then each is half outside, none on another, and their flows cross nothing
    boxes = [box(drawn, f"x{i}") for i in range(4)]
    assert {item.center.y for item in boxes} == {box(drawn, "a").bottom}
    assert not any(one.intersects(two) for one in boxes for two in boxes if one is not two)
    assert flaws(drawn) == []


def test_a_small_sub_process_is_drawn_open_and_an_event_sub_process_below(
    process: Read, flaws: Flaws, box: Box
) -> None:
    # given a sub-process in the flow and one that an event starts
    nodes = (
        '<subProcess id="u"><startEvent id="u1"/><task id="u2"/>'
        '<sequenceFlow id="u3" sourceRef="u1" targetRef="u2"/></subProcess><task id="b"/>'
        '<subProcess id="v" triggeredByEvent="true"><startEvent id="v1"/></subProcess>'
    )
    # when it is drawn
    drawn = draw_missing(process(nodes, "u>b"))
    # then both show their inside, and the second stands below
    assert _shape(drawn, "u").is_expanded
    assert box(drawn, "u").encloses(box(drawn, "u1"))
    assert box(drawn, "v").encloses(box(drawn, "v1"))
    assert box(drawn, "v").y > max(box(drawn, "u").bottom, box(drawn, "b").bottom)
    assert flaws(drawn) == []


def test_a_large_or_deep_sub_process_gets_a_page_of_its_own(process: Read) -> None:
    # given one with thirty tasks, and one four levels deep
    large = "".join(f'<task id="t{i}"/>' for i in range(30))
    deep = '<task id="core"/>'
    for level in range(4):
        deep = f'<subProcess id="level{level}">{deep}</subProcess>'
    # when it is drawn
    drawn = draw_missing(process(f'<subProcess id="large">{large}</subProcess>{deep}'))
    # then they are closed, and their insides are drawn on other planes
    assert {plane.shows for plane in drawn.all(Plane)} == {"p", "large", "level1"}
    assert not _shape(drawn, "large").is_expanded
    assert _shape(drawn, "t0").parent == _plane(drawn, "large").id


def test_flows_without_an_id_get_one_so_that_they_can_be_drawn(process: Read) -> None:
    # given a flow as other engines write it
    flow = '<sequenceFlow sourceRef="a" targetRef="b"/>'
    # when it is drawn
    drawn = draw_missing(process(f'<task id="a"/><task id="b"/>{flow}'))
    # then it has an id and an edge
    found = next(drawn.all(SequenceFlow))
    assert found.get("id") == found.id
    assert drawn.edge(found.id) is not None


def test_every_process_without_a_pool_has_its_own_page(process: Read) -> None:
    # given two processes in a file
    drawn = draw_missing(process('<task id="a"/>', around='<process id="q"><task id="b"/></process>'))
    # then each has a plane
    assert {plane.shows for plane in drawn.all(Plane)} == {"p", "q"}


def test_pools_stand_one_below_the_other_and_messages_run_down(process: Read, flaws: Flaws, box: Box) -> None:
    # given two pools, a closed one, and messages between them
    around = (
        '<collaboration id="c"><participant id="P" processRef="p"/><participant id="Q" processRef="q"/>'
        '<participant id="R"/><messageFlow id="m" sourceRef="a" targetRef="b"/>'
        '<messageFlow id="n" sourceRef="b" targetRef="R"/></collaboration>'
        '<process id="q"><startEvent id="b0"/><task id="b"/><sequenceFlow id="f" sourceRef="b0" targetRef="b"/>'
        "</process>"
    )
    # when they are drawn
    drawn = draw_missing(process('<task id="a"/>', around=around))
    # then the pools are equally wide, apart, hold their nodes, and the message is straight
    pools = [box(drawn, key) for key in "PQR"]
    assert len({(pool.x, pool.right) for pool in pools}) == 1
    assert all(lower.y > upper.bottom for upper, lower in pairwise(pools))
    assert pools[1].encloses(box(drawn, "b"))
    assert len(_line(drawn, "m")) == 2
    assert flaws(drawn) == []


def test_lanes_are_bands_that_hold_their_nodes(process: Read, flaws: Flaws, box: Box) -> None:
    # given two lanes, the second with lanes of its own, and one node that no lane names
    lanes = (
        '<laneSet id="ls"><lane id="L1"><flowNodeRef>a</flowNodeRef></lane><lane id="L2"><flowNodeRef>b</flowNodeRef>'
        '<childLaneSet id="cs"><lane id="L3"><flowNodeRef>b</flowNodeRef></lane><lane id="L4"/></childLaneSet></lane>'
        "</laneSet>"
    )
    # when they are drawn
    drawn = draw_missing(process(f'{lanes}<task id="a"/><task id="b"/><task id="c"/>', "a>b", "b>c"))
    # then every lane encloses what it holds, and the homeless node stands with its neighbour
    assert box(drawn, "L1").encloses(box(drawn, "a"))
    assert box(drawn, "L3").encloses(box(drawn, "b"))
    assert box(drawn, "L3").encloses(box(drawn, "c"))
    assert box(drawn, "L2").encloses(box(drawn, "L3"))
    assert box(drawn, "L2").encloses(box(drawn, "L4"))
    assert box(drawn, "L1").bottom == box(drawn, "L2").y
    assert flaws(drawn) == []


def test_data_and_notes_stand_above_what_they_belong_to(process: Read, flaws: Flaws, box: Box) -> None:
    # given a task that writes data and has a note
    nodes = (
        '<startEvent id="s"/><task id="a">'
        '<dataOutputAssociation id="w"><targetRef>r</targetRef></dataOutputAssociation></task>'
        '<dataObject id="o"/><dataObjectReference id="r" name="Order" dataObjectRef="o"/>'
        '<textAnnotation id="note"><text>Takes a day</text></textAnnotation>'
        '<association id="tie" sourceRef="a" targetRef="note"/>'
    )
    # when it is drawn
    drawn = draw_missing(process(nodes, "s>a"))
    # then both are above the task and tied to it; the data object itself is nothing that can be seen
    assert box(drawn, "r").bottom < box(drawn, "a").y
    assert box(drawn, "note").bottom < box(drawn, "a").y
    assert drawn.edge("w") is not None
    assert drawn.edge("tie") is not None
    assert drawn.shape("o") is None
    assert flaws(drawn) == []


@pytest.mark.parametrize("lost", ["s", "a", "g", "b", "e"])
def test_one_lost_shape_comes_back_and_nothing_else_moves(process: Read, flaws: Flaws, lost: str) -> None:
    # given a drawing that lost one shape with its edges
    drawn = draw_missing(process(_LINE, "s>a", "a>g", "g>b", "b>e"))
    flows = (*drawn.incoming(lost, SequenceFlow), *drawn.outgoing(lost, SequenceFlow))
    gone = [item.id for key in (lost, *(flow.id for flow in flows)) for item in drawn.drawn(key)]
    with drawn.edit("Lose it") as tx:
        tx.remove(*gone)
    kept = {item.id: item for item in drawn.all(Drawn)}
    # when it is completed
    completed = draw_missing(drawn)
    # then what was there is the same, and the rest is back without lying on anything
    assert {key: completed[key] for key in kept} == kept
    assert all(completed.drawn(key) for key in (lost, *(flow.id for flow in flows)))
    assert flaws(completed) == []


def test_a_lost_boundary_event_finds_a_free_seat(process: Read, box: Box) -> None:
    # given a task with two boundary events, one of which lost its shape
    nodes = '<task id="a"/><boundaryEvent id="x" attachedToRef="a"/><boundaryEvent id="y" attachedToRef="a"/>'
    drawn = draw_missing(process(nodes))
    with drawn.edit("Lose it") as tx:
        tx.remove(*(item.id for item in drawn.drawn("y")))
    # when it is completed
    completed = draw_missing(drawn)
    # then it sits on the border beside the other
    assert box(completed, "y").center.y == box(completed, "a").bottom
    assert not box(completed, "y").intersects(box(completed, "x"))


def test_an_edge_without_way_points_gets_some(process: Read) -> None:
    # given an edge with one way point
    drawn = draw_missing(process(_LINE, "s>a", "a>g", "g>b", "b>e"))
    edge = drawn.edge("g_b")
    assert edge is not None
    with drawn.edit("Break it") as tx:
        tx.put(edge.with_waypoints(edge.waypoints[:1]))
    # when it is completed, then the same edge leads from end to end
    completed = draw_missing(drawn).edge("g_b")
    assert completed is not None
    assert completed.id == edge.id
    assert completed.waypoints == edge.waypoints


def test_a_closed_sub_process_in_a_drawing_gets_its_page(process: Read) -> None:
    # given a drawn file whose closed sub-process has no page
    large = "".join(f'<task id="t{i}"/>' for i in range(30))
    drawn = draw_missing(process(f'<subProcess id="large">{large}</subProcess>'))
    page = drawn.plane_of("large")
    assert page is not None
    with drawn.edit("Lose the page") as tx:
        tx.remove(page.parent)
    # when it is completed
    completed = draw_missing(drawn)
    # then the page is back
    assert completed.plane_of("large") is not None
    assert all(completed.shape(f"t{i}") for i in range(30))


def test_five_thousand_tasks_in_a_row_are_drawn(process: Read) -> None:
    # given a chain longer than any recursion
    tasks = "".join(f'<task id="t{i}"/>' for i in range(5000))
    drawn = draw_missing(process(tasks, *(f"t{i}>t{i + 1}" for i in range(4999))))
    # then every task has a shape
    assert sum(1 for _ in drawn.all(Shape)) == sum(1 for _ in drawn.all(FlowNode)) == 5000


def test_what_repeats_an_id_is_left_out_rather_than_drawn_as_another(process: Read, box: Box) -> None:
    # given two tasks of one id
    drawn = draw_missing(process('<task id="a" name="First"/><task id="a" name="Second"/>'))
    # then there is one shape, and completing again changes nothing
    assert sum(1 for _ in drawn.all(Shape)) == 1
    assert draw_missing(drawn) is drawn


def test_a_line_that_slants_over_the_whole_plane_costs_no_more_than_another(process: Read) -> None:
    # given a flow drawn from one far corner to the other, and a named event that nothing draws
    corners = (-1_000_000, 1_000_000)
    nodes = "<task id='a'/><task id='b'/><endEvent id='e' name='Done'/>"
    diagram = process(nodes, "a>b", "b>e")
    with diagram.edit("Draw") as tx:
        plane = new_plane(diagram, tx, "p")
        boxes = {key: Bounds(at, at, 100, 80) for key, at in zip("ab", corners, strict=True)}
        write(diagram, tx, plane, Picture(boxes, {"a_b": tuple(Point(at, at) for at in corners)}), set())
    # when the event is drawn
    drawn = draw_missing(diagram)
    # then its name has a place too
    assert _shape(drawn, "e").label_bounds is not None


def test_what_has_no_id_inside_what_has_none_is_drawn_too(process: Read) -> None:
    # given sub-processes in each other, none with an id
    diagram = process("<subProcess><subProcess><task name='Do'/></subProcess></subProcess>")
    # when they are drawn
    drawn = draw_missing(diagram)
    # then all three have an id and a shape
    nodes = list(drawn.all(FlowNode))
    assert len(nodes) == 3
    assert all(node.get("id") == node.id and drawn.shape(node.id) for node in nodes)


def test_what_a_choreography_holds_is_not_drawn(process: Read) -> None:
    # given a choreography without a drawing
    around = (
        '<choreography id="c"><participant id="x"/><participant id="y"/><startEvent id="cs"/>'
        '<choreographyTask id="ct"/>'
        '<messageFlow id="cm" sourceRef="x" targetRef="y"/><sequenceFlow id="cf" sourceRef="cs" targetRef="ct"/>'
        "</choreography>"
    )
    # when the file is drawn
    drawn = draw_missing(process("<task id='a'/>", around=around))
    # then only the process is, and there is nothing more to draw
    assert [shape.shows for shape in drawn.all(Shape)] == ["a"]
    assert draw_missing(drawn) is drawn
