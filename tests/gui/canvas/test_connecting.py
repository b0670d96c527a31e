"""Flows are drawn, refused with a reason, reconnected and bent with the mouse."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt

from procos_studio.canvas.overlay import Words
from procos_studio.edits.expand import expand
from procos_studio.model.geometry import Point
from procos_studio.model.lines import is_orthogonal
from tests.gui.canvas.hand import Hand


def test_drag_from_a_port_connects(hand: Hand) -> None:
    # given
    start, task = hand.place("standard/start", 120, 200), hand.place("standard/task", 320, 200)
    # when
    hand.connect(start, task)
    # then
    (flow,) = hand.flows()
    assert (flow.source, flow.target) == (start, task)
    assert hand.view.selection == (flow.id,)


def test_refused_connection_shows_the_reason_and_changes_nothing(hand: Hand) -> None:
    # given
    task, start = hand.place("standard/task", 120, 200), hand.place("standard/start", 400, 200)
    shape = hand.diagram.shape(task)
    assert shape is not None
    hand.hover(*shape.bounds.center)
    # when
    hand.drag((shape.bounds.right + 11, 200), (400, 200))
    # then
    shown = hand.view.surface.overlay.layer("wire")
    words = [item.text for item in shown if isinstance(item, Words)]
    assert len(words) == 1
    assert words[0].endswith(".")
    # when
    hand.release(400, 200)
    # then
    assert hand.flows() == []
    assert hand.refusals[0].message == words[0]
    assert hand.middle(start) == (400, 200)


def test_escape_gives_up_a_wire(hand: Hand) -> None:
    # given
    task, end = hand.place("standard/task", 120, 200), hand.place("standard/end", 400, 200)
    shape = hand.diagram.shape(task)
    assert shape is not None
    hand.hover(*shape.bounds.center)
    hand.drag((shape.bounds.right + 11, 200), hand.middle(end))
    # when
    hand.key(Qt.Key.Key_Escape)
    hand.release(400, 200)
    # then
    assert hand.flows() == []
    assert hand.view.surface.overlay.layer("wire") == ()


def test_wire_let_go_on_empty_ground_asks_for_a_block_and_connects_it(hand: Hand) -> None:
    # given
    task = hand.place("standard/task", 120, 200)
    shape, end = hand.diagram.shape(task), hand.library.get("standard/end")
    assert shape is not None
    assert end is not None
    hand.hover(*shape.bounds.center)
    # when
    hand.drag_to((shape.bounds.right + 11, 200), (400, 300))
    hand.view.insert_block(end, hand.inserts[0])
    # then
    (flow,) = hand.flows()
    assert flow.source == task
    assert hand.diagram.history.undo_label == "Append End"
    hand.view.run("undo")
    assert len(hand.nodes()) == 1


def test_key_c_connects_to_the_next_click(hand: Hand) -> None:
    # given
    task, end = hand.place("standard/task", 120, 200), hand.place("standard/end", 400, 200)
    hand.click(120, 200)
    # when
    hand.key(Qt.Key.Key_C)
    hand.hover(300, 200)
    hand.click(400, 200)
    # then
    (flow,) = hand.flows()
    assert (flow.source, flow.target) == (task, end)


def test_key_f_connects_what_is_selected_in_order(hand: Hand) -> None:
    # given
    keys = [hand.place("standard/task", x, 200) for x in (120, 320, 520)]
    hand.view.select(keys)
    # when
    hand.key(Qt.Key.Key_F)
    # then
    assert {(flow.source, flow.target) for flow in hand.flows()} == set(pairwise(keys))
    assert hand.diagram.history.undo_label == "Connect"


def test_drag_of_an_end_reconnects(hand: Hand) -> None:
    # given
    task, end, other = (
        hand.place("standard/task", 120, 200),
        hand.place("standard/end", 400, 200),
        hand.place("standard/end", 400, 400),
    )
    hand.connect(task, end)
    flow = hand.flows()[0].id
    edge = hand.diagram.edge(flow)
    assert edge is not None
    # when
    hand.drag_to(edge.waypoints[-1], hand.middle(other))
    # then
    assert hand.flows()[0].target == other


def test_drag_of_a_piece_bends(hand: Hand) -> None:
    # given
    task, end = hand.place("standard/task", 120, 200), hand.place("standard/end", 480, 200)
    hand.connect(task, end)
    edge = hand.diagram.edge(hand.flows()[0].id)
    assert edge is not None
    (start, stop) = edge.waypoints
    middle = (start.x + stop.x) / 2
    # when
    hand.drag_to((middle, 200), (middle, 280))
    # then
    bent = hand.diagram.edge(hand.flows()[0].id)
    assert bent is not None
    assert max(point.y for point in bent.waypoints) == 280
    assert (bent.waypoints[0], bent.waypoints[-1]) == (start, stop)


def test_a_flow_is_bent_where_it_is_taken_hold_of(hand: Hand) -> None:
    # given
    task, end = hand.place("standard/task", 120, 200), hand.place("standard/end", 480, 200)
    hand.connect(task, end)
    hand.click(600, 500)
    # when
    hand.drag_to((240, 200), (240, 264))
    # then
    edge = hand.diagram.edge(hand.flows()[0].id)
    assert edge is not None
    assert max(point.y for point in edge.waypoints) == 264


def test_wire_let_go_on_a_flow_asks_for_a_block(hand: Hand) -> None:
    # given
    task, end = hand.place("standard/task", 120, 200), hand.place("standard/end", 480, 200)
    hand.connect(task, end)
    other = hand.place("standard/task", 120, 400)
    # when
    hand.connect_to(other, (300, 200))
    # then
    assert hand.refusals == []
    assert len(hand.inserts) == 1


def test_what_is_appended_stands_clear_of_what_is_there(hand: Hand) -> None:
    # given a start event
    start = hand.place("standard/start", 120, 200)
    wide = hand.library.get("compute/python-script")
    assert wide is not None
    # when a wide block is appended to it by A, and another
    made = []
    for _ in range(2):
        hand.view.select((start,))
        hand.key(Qt.Key.Key_A)
        made.append(hand.view.insert_block(wide, hand.inserts[-1]))
    # then both are connected, with room for the flows, and neither covers the other
    shapes = [shape for key in (start, *made) if (shape := hand.diagram.shape(key))]
    event, first, second = (shape.bounds for shape in shapes)
    assert [(flow.source, flow.target) for flow in hand.flows()] == [(start, key) for key in made]
    assert first.x - event.right >= 50
    assert not first.intersects(second)


def test_an_end_dragged_to_another_side_of_its_own_block_goes_there(hand: Hand) -> None:
    # given a selected flow between two blocks
    first, second = hand.place("standard/task", 200, 200), hand.place("standard/task", 500, 200)
    hand.view.select((first, second))
    hand.key(Qt.Key.Key_F)
    (flow,) = hand.flows()
    hand.view.select((flow.id,))
    box = hand.diagram.shape(second).bounds
    # when its end is dragged to the lower side of the block that it reaches
    hand.drag_to((box.x, box.center.y), (box.center.x, box.bottom - 8))
    # then it reaches it there, in one edit
    assert hand.diagram.edge(flow.id).waypoints[-1] == (box.center.x, box.bottom)
    hand.diagram.undo()
    assert hand.diagram.edge(flow.id).waypoints[-1] == (box.x, box.center.y)


def bent_flow(hand: Hand) -> str:
    """A selected flow with two corners."""
    first, second = hand.place("standard/task", 120, 200), hand.place("standard/task", 520, 400)
    hand.connect(first, second)
    (flow,) = hand.flows()
    assert len(way(hand, flow.id)) == 4
    return flow.id


def way(hand: Hand, flow: str) -> tuple[Point, ...]:
    edge = hand.diagram.edge(flow)
    assert edge is not None
    return edge.waypoints


def test_a_corner_of_a_flow_is_dragged(hand: Hand) -> None:
    # given
    flow = bent_flow(hand)
    before = way(hand, flow)
    # when
    hand.drag_to(before[1], (before[1].x + 48, before[1].y - 64))
    # then the pieces that meet there have followed, and stand upright and level
    after = way(hand, flow)
    assert (after[0], after[-1]) == (before[0], before[-1])
    assert before[1].moved(48, -64) in after
    assert is_orthogonal(after)
    # when it is dragged back
    hand.drag_to(before[1].moved(48, -64), before[1])
    # then the line is as it was
    assert way(hand, flow) == before


def test_a_piece_at_an_end_takes_its_dock_along_as_far_as_the_side_goes(hand: Hand) -> None:
    # given a straight flow between two blocks
    first, second = hand.place("standard/task", 120, 200), hand.place("standard/task", 520, 200)
    hand.connect(first, second)
    (flow,) = hand.flows()
    # when it is dragged a little down
    hand.drag_to((320, 200), (320, 216))
    # then it is still straight
    assert way(hand, flow.id) == (Point(170, 216), Point(470, 216))
    # when it is dragged beyond the blocks
    hand.drag_to((320, 216), (320, 300))
    # then its docks stay where they were
    assert (way(hand, flow.id)[0], way(hand, flow.id)[-1]) == (Point(170, 216), Point(470, 216))
    assert max(point.y for point in way(hand, flow.id)) > 290


def test_the_pointer_says_which_way_a_piece_goes(hand: Hand) -> None:
    # given
    flow = bent_flow(hand)
    start, corner, _, _ = way(hand, flow)
    shapes = {}
    # when the pointer rests on a level piece, on an upright one, on a corner, on an end
    for name, at in {
        "level": ((start.x + corner.x) / 2, start.y),
        "upright": (corner.x, corner.y + (way(hand, flow)[2].y - corner.y) / 2),
        "corner": corner,
        "end": start,
    }.items():
        hand.hover(*at)
        shapes[name] = hand.view.viewport().cursor().shape()
    # then
    assert shapes == {
        "level": Qt.CursorShape.SplitVCursor,
        "upright": Qt.CursorShape.SplitHCursor,
        "corner": Qt.CursorShape.SizeAllCursor,
        "end": Qt.CursorShape.CrossCursor,
    }


def test_inside_an_open_subsystem_flows_are_drawn_from_ports_too(hand: Hand) -> None:
    # given a block inside an open subsystem
    sub = hand.place("standard/subsystem", 300, 200)
    expand(hand.diagram, sub)
    x, y = hand.middle(sub)
    inner = hand.place("standard/task", x - 80, y)
    box = hand.box(inner)
    # when a wire is drawn from its port to the ground of the subsystem
    hand.hover(*box.center)
    hand.drag_to((box.right + 11, box.center.y), (x + 100, y + 40))
    # then a block is asked for there
    assert hand.refusals == []
    assert len(hand.inserts) == 1
    end = hand.library.get("standard/end")
    assert end is not None
    made = hand.view.insert_block(end, hand.inserts[0])
    # then it stands inside, connected
    assert hand.diagram[made].parent == sub
    assert [(flow.source, flow.target) for flow in hand.flows()] == [(inner, made)]


def test_an_end_let_go_on_the_ground_of_its_subsystem_stays(hand: Hand) -> None:
    # given a flow inside an open subsystem
    sub = hand.place("standard/subsystem", 300, 200)
    expand(hand.diagram, sub)
    x, y = hand.middle(sub)
    first, second = hand.place("standard/task", x - 100, y - 20), hand.place("standard/end", x + 60, y - 20)
    hand.connect(first, second)
    (flow,) = hand.flows()
    before = way(hand, flow.id)
    # when its end is let go on the ground
    hand.drag_to(before[-1], (x + 40, y + 60))
    # then nothing has changed, and nothing is said
    assert way(hand, flow.id) == before
    assert hand.refusals == []
