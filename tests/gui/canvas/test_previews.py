"""What a gesture shows while it lasts is what it does when it is let go."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from procos_studio.canvas.foreseen import Foreseen
from procos_studio.canvas.overlay import Box, Polyline, Primitive, Words
from procos_studio.canvas.tools import wiring
from procos_studio.edits.expand import expand
from procos_studio.model.geometry import Bounds, Point
from tests.gui.canvas.hand import LEFT, NONE, SHIFT, Hand, block_data


def layer(hand: Hand, name: str) -> tuple[Primitive, ...]:
    return hand.view.surface.overlay.layer(name)


def lines(hand: Hand, name: str, token: str) -> set[tuple[Point, ...]]:
    shown = (item for item in layer(hand, name) if isinstance(item, Polyline) and item.token == token)
    return {tuple(Point(at.x(), at.y()) for at in item.points) for item in shown}


def frames(hand: Hand, name: str) -> set[Bounds]:
    shown = (item.rect for item in layer(hand, name) if isinstance(item, Box))
    return {Bounds(rect.x(), rect.y(), rect.width(), rect.height()) for rect in shown}


def bounds(hand: Hand, key: str) -> Bounds:
    shape = hand.diagram.shape(key)
    assert shape is not None
    return shape.bounds


def way(hand: Hand, flow: str) -> tuple[Point, ...]:
    edge = hand.diagram.edge(flow)
    assert edge is not None
    return edge.waypoints


def drag_in(hand: Hand, block: str, x: float, y: float) -> None:
    """A block of the palette is over a point, not let go yet."""
    data, at, port = block_data(block), hand.pixel(x, y), hand.view.viewport()
    QApplication.sendEvent(port, QDragEnterEvent(at, Qt.DropAction.CopyAction, data, LEFT, NONE))
    QApplication.sendEvent(port, QDragMoveEvent(at, Qt.DropAction.CopyAction, data, LEFT, NONE))


def test_a_block_over_a_flow_shows_what_makes_way_and_how_the_flows_will_run(hand: Hand) -> None:
    # given a flow between two blocks that stand close to each other
    first, second = hand.place("standard/task", 200, 200), hand.place("standard/task", 370, 200)
    hand.connect(first, second)
    before = bounds(hand, second)
    # when a block is dragged in over it
    drag_in(hand, "standard/task", 280, 200)
    shown, ways = frames(hand, "placing"), lines(hand, "placing", "done")
    # then nothing has changed yet
    assert bounds(hand, second) == before
    # when it is let go there
    hand.drop("standard/task", 280, 200)
    # then everything is where it was shown
    (made,) = hand.view.selection
    assert shown == {bounds(hand, made), bounds(hand, second)}
    assert ways == {way(hand, flow.id) for flow in hand.flows()}


def test_a_block_that_may_not_stand_on_a_flow_says_why_before_it_is_let_go(hand: Hand) -> None:
    # given a flow behind a gateway that waits for events
    gateway, catch = hand.place("standard/event-gateway", 200, 200), hand.place("standard/catch-timer", 500, 200)
    hand.connect(gateway, catch)
    # when a plain task is dragged over it
    drag_in(hand, "standard/task", 350, 200)
    # then the reason stands beside it
    (words,) = [item.text for item in layer(hand, "placing") if isinstance(item, Words)]
    hand.drop("standard/task", 350, 200)
    assert [problem.message for problem in hand.refusals] == [words]


@pytest.mark.parametrize("block", ["standard/end", "standard/text-annotation", "standard/event-subsystem"])
def test_what_is_no_step_between_two_lands_beside_a_flow(hand: Hand, block: str) -> None:
    # given
    first, second = hand.place("standard/task", 160, 200), hand.place("standard/task", 640, 200)
    hand.connect(first, second)
    # when
    hand.drop(block, 400, 200)
    # then it is there, and the flow as it was
    assert hand.refusals == []
    assert len(hand.view.selection) == 1
    assert [(flow.source, flow.target) for flow in hand.flows()] == [(first, second)]


def test_a_drag_from_the_palette_says_that_the_block_is_to_be_dropped(hand: Hand) -> None:
    # when
    drag_in(hand, "standard/task", 300, 200)
    # then
    assert hand.hints[-1].startswith("Drop")
    hand.view.tools.cancel()


def test_the_view_scrolls_while_a_block_is_held_at_its_edge(hand: Hand, qtbot: QtBot) -> None:
    # given
    before = hand.view.visible_rect().right()
    data, port = block_data("standard/task"), hand.view.viewport()
    at = QPoint(port.width() - 3, 300)
    # when
    QApplication.sendEvent(port, QDragEnterEvent(at, Qt.DropAction.CopyAction, data, LEFT, NONE))
    QApplication.sendEvent(port, QDragMoveEvent(at, Qt.DropAction.CopyAction, data, LEFT, NONE))
    # then on its way in it does not scroll yet
    qtbot.wait(60)
    assert hand.view.visible_rect().right() == before
    # when it has been inside, and comes to the edge again
    for place in (QPoint(400, 300), at):
        QApplication.sendEvent(port, QDragMoveEvent(place, Qt.DropAction.CopyAction, data, LEFT, NONE))
    # then
    qtbot.waitUntil(lambda: hand.view.visible_rect().right() > before + 200)
    hand.view.tools.cancel()


def test_a_flow_leaves_on_the_side_of_the_port_from_which_it_is_drawn(hand: Hand) -> None:
    # given two blocks beside each other
    first, second = hand.place("standard/task", 200, 200), hand.place("standard/task", 500, 200)
    box = bounds(hand, first)
    # when a flow is drawn from the lower port of the first
    hand.hover(*box.center)
    hand.drag((box.center.x, box.bottom + 11), hand.middle(second))
    (shown,) = lines(hand, "wire", "done")
    hand.release(*hand.middle(second))
    # then it leaves there, as it was shown
    (flow,) = hand.flows()
    assert way(hand, flow.id) == shown
    assert shown[0] == (box.center.x, box.bottom)


def test_a_wire_goes_round_blocks_already_while_it_is_drawn(hand: Hand) -> None:
    # given a block in the way
    first, second, between = (hand.place("standard/task", x, 200) for x in (160, 700, 420))
    hand.connect(first, second)
    (flow,) = hand.flows()
    hand.view.surface.attempt(hand.diagram.undo)
    # when
    hand.hover(*hand.middle(first))
    hand.drag((bounds(hand, first).right + 11, 200), hand.middle(second))
    # then
    (shown,) = lines(hand, "wire", "done")
    assert shown == flow_as_it_was(hand, flow.id)
    middle = bounds(hand, between)
    assert not any(middle.y < point.y < middle.bottom and middle.x < point.x < middle.right for point in shown)
    hand.key(Qt.Key.Key_Escape)
    hand.release(500, 500)


def flow_as_it_was(hand: Hand, flow: str) -> tuple[Point, ...]:
    """How the flow ran before the last step back."""
    hand.diagram.redo()
    found = way(hand, flow)
    hand.diagram.undo()
    return found


def test_a_reconnected_end_shows_the_flow_as_it_will_run(hand: Hand) -> None:
    # given
    task, end, other = (
        hand.place("standard/task", 120, 200),
        hand.place("standard/end", 400, 200),
        hand.place("standard/end", 400, 400),
    )
    hand.connect(task, end)
    (flow,) = hand.flows()
    # when
    hand.drag(way(hand, flow.id)[-1], hand.middle(other))
    (shown,) = lines(hand, "wire", "done")
    hand.release(*hand.middle(other))
    # then
    assert way(hand, flow.id) == shown


def test_the_wire_stays_to_be_seen_while_a_block_is_chosen(hand: Hand) -> None:
    # given a wire that is let go in space, from the lower port
    task = hand.place("standard/task", 200, 200)
    box = bounds(hand, task)
    hand.hover(*box.center)
    hand.drag_to((box.center.x, box.bottom + 11), (400, 400))
    # then it is still there
    assert layer(hand, "asked")
    # when a block is chosen
    end = hand.library.get("standard/end")
    assert end is not None
    hand.view.insert_block(end, hand.inserts[0])
    # then the flow leaves on the side of the port, and the wire is gone
    (flow,) = hand.flows()
    assert way(hand, flow.id)[0] == (box.center.x, box.bottom)
    assert not layer(hand, "asked")


def test_the_wire_goes_when_no_block_is_chosen(hand: Hand) -> None:
    # given
    task = hand.place("standard/task", 200, 200)
    hand.connect_to(task, (400, 400))
    assert layer(hand, "asked")
    # when the pointer comes back to the canvas
    hand.hover(500, 400)
    # then
    assert not layer(hand, "asked")
    assert hand.view.tools.is_resting
    assert hand.flows() == []


def test_what_is_dragged_is_above_what_it_is_dragged_over(hand: Hand) -> None:
    # given a block, and one placed after it
    below, above = hand.place("standard/task", 200, 200), hand.place("standard/task", 500, 200)
    items = [hand.view.surface.scene.shape_of(key) for key in (below, above)]
    assert items[0] is not None
    assert items[1] is not None
    before = [item.zValue() for item in items if item is not None]
    hand.click(200, 200)
    # when the first is dragged over the other
    hand.drag((200, 200), (480, 220))
    # then it covers it until it is let go
    assert items[0].zValue() > items[1].zValue()
    hand.key(Qt.Key.Key_Escape)
    hand.release(480, 220)
    assert [item.zValue() for item in items if item is not None] == before


@pytest.mark.parametrize(("to", "wanted"), [((498, 240), (496, 200)), ((330, 418), (304, 416))])
def test_shift_moves_straight_on(hand: Hand, to: tuple[float, float], wanted: tuple[float, float]) -> None:
    # given
    task = hand.place("standard/task", 304, 200)
    # when
    hand.drag_to((304, 200), to, SHIFT)
    # then
    assert hand.middle(task) == wanted


def test_a_side_comes_into_line_with_a_neighbour(hand: Hand) -> None:
    # given a neighbour off the grid, and a selected block
    other, task = hand.place("standard/task", 200, 400), hand.place("standard/task", 200, 200)
    hand.view.surface.attempt(lambda: expand_to(hand, other, Bounds(150, 360, 133, 80)))
    hand.view.select((task,))
    box = bounds(hand, task)
    # when its lower right corner is dragged near to the neighbour's right edge
    hand.drag((box.right, box.bottom), (280, box.bottom + 13))
    # then a line says so
    assert lines(hand, "resize", "guide")
    hand.release(280, box.bottom + 13)
    # then the edges are in line
    assert bounds(hand, task).right == 283
    assert bounds(hand, task).bottom % 8 == 0


def expand_to(hand: Hand, key: str, box: Bounds) -> None:
    shape = hand.diagram.shape(key)
    assert shape is not None
    with hand.diagram.edit("Size") as tx:
        tx.put(shape.with_bounds(box))


def test_shift_resizes_in_proportion(hand: Hand) -> None:
    # given
    task = hand.place("standard/task", 300, 200)
    box = bounds(hand, task)
    # when
    hand.drag_to((box.right, box.bottom), (box.right + 100, box.bottom + 10), SHIFT)
    # then
    now = bounds(hand, task)
    assert now.width / now.height == pytest.approx(box.width / box.height)
    assert now.width > box.width + 90


def test_a_border_between_lanes_shows_both_lanes_as_they_will_be(hand: Hand) -> None:
    # given a pool with two lanes
    pool = hand.place("standard/pool", 400, 200)
    hand.key(Qt.Key.Key_L)
    upper = hand.view.selection[0]
    hand.key(Qt.Key.Key_L)
    lower = hand.view.selection[0]
    hand.view.select((upper,))
    box = bounds(hand, upper)
    border = max(box, bounds(hand, lower), key=lambda one: -one.y)
    # when the border between them is dragged down
    hand.drag((border.center.x, border.bottom), (border.center.x, border.bottom + 24))
    shown = frames(hand, "resize")
    hand.release(border.center.x, border.bottom + 24)
    # then both are as shown, in a pool that stayed as it was
    assert shown >= {bounds(hand, upper), bounds(hand, lower)}
    assert hand.diagram.shape(pool) is not None


def test_an_open_subsystem_shows_that_it_stops_at_its_content(hand: Hand) -> None:
    # given an open subsystem with a block in it
    sub = hand.place("standard/subsystem", 300, 200)
    expand(hand.diagram, sub)
    inner = hand.place("standard/task", *hand.middle(sub))
    hand.view.select((sub,))
    box = bounds(hand, sub)
    # when a corner is dragged over that block
    hand.drag((box.right, box.bottom), (box.x + 40, box.y + 40))
    shown = frames(hand, "resize")
    hand.release(box.x + 40, box.y + 40)
    # then it stops where it was shown to stop
    assert bounds(hand, sub) in shown
    assert bounds(hand, sub).encloses(bounds(hand, inner))


def test_the_pointer_says_that_a_target_refuses(hand: Hand) -> None:
    # given two blocks, one of which nothing can lead to
    task, start = hand.place("standard/task", 200, 200), hand.place("standard/start", 500, 200)
    port, cursor = (bounds(hand, task).right + 11, 200), hand.view.viewport().cursor
    hand.hover(*hand.middle(task))
    # when a wire is over it, and then over empty ground
    hand.drag(port, hand.middle(start))
    over = cursor().shape()
    hand.hover(500, 400, LEFT)
    # then
    assert over == Qt.CursorShape.ForbiddenCursor
    assert cursor().shape() == Qt.CursorShape.CrossCursor
    hand.key(Qt.Key.Key_Escape)
    hand.release(500, 400)
    # when a block that must ride on a border is over empty ground
    rider = hand.library.get("standard/boundary-timer")
    assert rider is not None
    hand.view.start_placing(rider)
    hand.hover(600, 500)
    assert cursor().shape() == Qt.CursorShape.ForbiddenCursor
    hand.key(Qt.Key.Key_Escape)
    # then all is as before
    assert cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_drag_goes_on_under_the_pointer_while_the_wheel_turns(hand: Hand) -> None:
    # given a block that is held
    task = hand.place("standard/task", 304, 200)
    hand.drag((304, 200), (404, 200))
    pixel = hand.pixel(404, 200)
    # when the wheel scrolls the plane under it
    hand.wheel(404, 200, -240)
    there = hand.view.mapToScene(pixel)
    # then the block stays under the pointer, and is let go there
    item = hand.view.surface.scene.shape_of(task)
    assert item is not None
    assert item.sceneBoundingRect().center().y() == pytest.approx(there.y(), abs=8)
    hand.release(there.x(), there.y())
    assert hand.middle(task).y == pytest.approx(there.y(), abs=8)
    assert there.y() > 260


def test_among_very_many_blocks_a_wire_is_not_tried_but_drawn(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    # given two blocks, and no patience
    first, second = hand.place("standard/task", 200, 200), hand.place("standard/task", 500, 200)
    hand.place("standard/task", 350, 320)
    monkeypatch.setattr(wiring, "_MOST_FORESEEN", 0)
    tried: list[str] = []
    monkeypatch.setattr(Foreseen, "__init__", lambda *_args: tried.append("a flow"))
    # when a wire is over the other
    hand.hover(*hand.middle(first))
    hand.drag((bounds(hand, first).right + 11, 200), hand.middle(second))
    # then it is shown, and nothing was tried
    assert lines(hand, "wire", "done")
    assert not tried
    hand.release(*hand.middle(second))
    assert len(hand.flows()) == 1
