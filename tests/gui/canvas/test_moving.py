"""What is selected is dragged, nudged, resized and copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from procos_studio.canvas.overlay import Box, Dot, Polyline
from procos_studio.canvas.tools import displaced
from procos_studio.edits.move import move
from tests.gui.canvas.hand import CTRL, SHIFT, Hand


def test_drag_moves_on_the_grid_and_flows_follow(hand: Hand) -> None:
    # given
    start, task = hand.place("standard/start", 120, 200), hand.place("standard/task", 320, 200)
    hand.connect(start, task)
    # when
    hand.drag_to((320, 200), (403, 281))
    # then
    assert hand.middle(task) == (400, 280)
    edge = hand.diagram.edge(hand.flows()[0].id)
    assert edge is not None
    assert edge.waypoints[-1].y == 280


def test_a_drag_is_one_edit(hand: Hand) -> None:
    # given
    hand.place("standard/task", 320, 200)
    before = len(hand.diagram.history.labels)
    # when
    hand.drag_to((320, 200), (480, 320))
    # then
    assert len(hand.diagram.history.labels) == before + 1


def test_drag_snaps_to_the_middle_of_a_neighbour(hand: Hand) -> None:
    # given
    other = hand.place("standard/task", 120, 200)
    hand.drag_to((120, 200), (120, 205), SHIFT)
    event = hand.place("standard/end", 400, 400)
    wanted = hand.middle(other).y
    # when
    hand.drag((400, 400), (400, wanted + 4))
    # then
    guides = [item for item in hand.view.surface.overlay.layer("move") if isinstance(item, Polyline)]
    assert guides
    # when
    hand.release(400, wanted + 4)
    # then
    assert hand.middle(event).y == wanted


def test_of_very_many_only_what_is_in_sight_follows_and_all_arrive(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    # given a block in sight and one far below it
    near, far = hand.place("standard/task", 320, 200), hand.place("standard/task", 320, 300)
    move(hand.diagram, [far], 0, 5000)
    monkeypatch.setattr(displaced, "MOST_MOVED", 0)
    hand.view.select((near, far))
    shapes = [hand.view.surface.scene.shape_of(key) for key in (near, far)]
    places = [shape.pos() for shape in shapes if shape is not None]
    # when they are dragged
    hand.drag((320, 200), (420, 260))
    # then
    now = [shape.pos() for shape in shapes if shape is not None]
    assert now[0] != places[0]
    assert now[1] == places[1]
    # when they are let go
    hand.release(420, 260)
    # then
    assert hand.middle(near) == pytest.approx((420, 260), abs=10)
    assert hand.middle(far) == pytest.approx((420, 5360), abs=10)


def test_far_out_a_frame_shows_where_a_block_goes(hand: Hand) -> None:
    # given
    task = hand.place("standard/task", 320, 200)
    hand.view.surface.camera.look_at(0.2, QPointF(320, 200))
    hand.view.select((task,))
    # when
    hand.drag((320, 200), (520, 300))
    # then
    frames = [item for item in hand.view.surface.overlay.layer("move") if isinstance(item, Box)]
    assert any(frame.rect.contains(QPointF(520, 300)) for frame in frames)
    # when
    hand.release(520, 300)
    # then
    assert hand.middle(task) == pytest.approx((520, 300), abs=10)


def test_escape_puts_everything_back(hand: Hand) -> None:
    # given
    start, task = hand.place("standard/start", 120, 200), hand.place("standard/task", 320, 200)
    hand.connect(start, task)
    item = hand.view.surface.scene.shape_of(task)
    assert item is not None
    before = item.pos()
    # when
    hand.drag((320, 200), (480, 320))
    assert item.pos() != before
    hand.key(Qt.Key.Key_Escape)
    hand.release(480, 320)
    # then
    assert item.pos() == before
    assert hand.middle(task) == (320, 200)
    edge = hand.view.surface.scene.edge_of(hand.flows()[0].id)
    assert edge is not None
    assert edge.points == edge.look.points


def test_ctrl_drag_makes_a_copy(hand: Hand) -> None:
    # given
    task = hand.place("standard/task", 200, 200)
    # when
    hand.drag_to((200, 200), (440, 200), CTRL)
    # then
    assert hand.middle(task) == (200, 200)
    (copy,) = hand.view.selection
    assert hand.middle(copy) == (440, 200)


def test_loose_block_is_dragged_onto_a_flow(hand: Hand) -> None:
    # given
    start, end = hand.place("standard/start", 120, 200), hand.place("standard/end", 600, 200)
    hand.connect(start, end)
    task = hand.place("standard/task", 360, 400)
    # when
    hand.drag_to((360, 400), (360, 200))
    # then
    assert {(flow.source, flow.target) for flow in hand.flows()} == {(start, task), (task, end)}
    hand.key(Qt.Key.Key_Z, CTRL)
    assert hand.middle(task) == (360, 400)


@pytest.mark.parametrize(("keys", "far"), [(CTRL, 8), (CTRL | SHIFT, 80)])
def test_arrows_nudge(hand: Hand, keys: Qt.KeyboardModifier, far: int) -> None:
    # given
    task = hand.place("standard/task", 200, 200)
    # when
    hand.key(Qt.Key.Key_Right, keys)
    hand.key(Qt.Key.Key_Down, keys)
    # then
    assert hand.middle(task) == (200 + far, 200 + far)


def test_corner_resizes(hand: Hand) -> None:
    # given
    task = hand.place("standard/task", 200, 200)
    # when
    hand.drag_to((250, 240), (290, 264))
    # then
    shape = hand.diagram.shape(task)
    assert shape is not None
    assert shape.bounds == (150, 160, 140, 104) or (shape.bounds.right, shape.bounds.bottom) == (288, 264)


def test_label_is_dragged(hand: Hand) -> None:
    # given
    end = hand.place("standard/end", 200, 200)
    hand.key(Qt.Key.Key_F2)
    hand.type_name("Done")
    label = next(iter(hand.view.surface.scene.labels.values()))
    middle = label.text_rect().center()
    # when
    hand.drag_to((middle.x(), middle.y()), (middle.x() + 40, middle.y() + 16))
    # then
    shape = hand.diagram.shape(end)
    assert shape is not None
    assert shape.label_bounds is not None
    moved = label.text_rect().center() - middle
    assert abs(moved.x() - 40) <= 1
    assert abs(moved.y() - 16) <= 1


def test_delete_and_heal(hand: Hand) -> None:
    # given
    start, task, end = (
        hand.place("standard/start", 120, 200),
        hand.place("standard/task", 320, 200),
        hand.place("standard/end", 520, 200),
    )
    hand.connect(start, task)
    hand.connect(task, end)
    hand.click(320, 200)
    # when
    hand.key(Qt.Key.Key_Delete, CTRL)
    # then
    assert [(flow.source, flow.target) for flow in hand.flows()] == [(start, end)]
    assert hand.view.selection == ()


def test_delete_takes_flows_along(hand: Hand) -> None:
    # given
    start, task = hand.place("standard/start", 120, 200), hand.place("standard/task", 320, 200)
    hand.connect(start, task)
    hand.click(320, 200)
    # when
    hand.key(Qt.Key.Key_Delete)
    # then
    assert [node.id for node in hand.nodes()] == [start]
    assert hand.flows() == []


def test_copy_and_paste_at_the_pointer(hand: Hand) -> None:
    # given
    hand.place("standard/task", 200, 200)
    # when
    hand.key(Qt.Key.Key_C, CTRL)
    hand.hover(480, 400)
    hand.key(Qt.Key.Key_V, CTRL)
    # then
    (pasted,) = hand.view.selection
    assert len(hand.nodes()) == 2
    x, y = hand.middle(pasted)
    assert abs(x - 480) <= 8
    assert abs(y - 400) <= 8


def test_cut_and_paste(hand: Hand) -> None:
    # given
    hand.place("standard/task", 200, 200)
    # when
    hand.key(Qt.Key.Key_X, CTRL)
    assert hand.nodes() == []
    hand.hover(480, 400)
    hand.key(Qt.Key.Key_V, CTRL)
    # then
    assert len(hand.nodes()) == 1


def test_duplicate_stands_beside(hand: Hand) -> None:
    # given
    task = hand.place("standard/task", 200, 200)
    # when
    hand.key(Qt.Key.Key_D, CTRL)
    # then
    (made,) = hand.view.selection
    assert made != task
    assert len(hand.nodes()) == 2


def test_several_blocks_are_resized_by_as_much(hand: Hand) -> None:
    # given two blocks of other sizes and an event, all selected
    small, large = hand.place("standard/task", 200, 200), hand.place("integration/http-request", 200, 400)
    event = hand.place("standard/start", 60, 200)
    hand.view.select((small, large, event))
    before = {key: hand.box(key) for key in (small, large, event)}
    corner = (before[small].right, before[small].bottom)
    # when a corner of one is dragged
    hand.drag((corner[0], corner[1]), (corner[0] + 40, corner[1] + 24))
    frames = [item.rect for item in hand.view.surface.overlay.layer("resize") if isinstance(item, Box)]
    hand.release(corner[0] + 40, corner[1] + 24)
    # then both grow by as much, as was shown, in one edit
    dx, dy = hand.box(small).right - corner[0], hand.box(small).bottom - corner[1]
    assert dx > 30
    assert hand.box(large) == before[large]._replace(width=before[large].width + dx, height=before[large].height + dy)
    assert hand.box(event) == before[event]
    assert {(rect.right(), rect.bottom()) for rect in frames} == {
        (hand.box(key).right, hand.box(key).bottom) for key in (small, large)
    }
    hand.view.run("undo")
    assert {key: hand.box(key) for key in before} == before


def test_a_data_store_shows_no_corners_as_it_has_one_size(hand: Hand) -> None:
    # when
    hand.place("standard/data-store", 300, 200)
    # then
    assert not [item for item in hand.view.surface.overlay.layer("handles") if isinstance(item, Dot) and item.square]


def test_alt_and_a_click_select_what_lies_below(hand: Hand) -> None:
    # given three blocks above one another
    below, middle, above = (hand.place("standard/task", x, 200) for x in (200, 600, 800))
    move(hand.diagram, [middle], -392, 0)
    move(hand.diagram, [above], -584, 0)
    hand.click(10, 600)
    # when
    chosen = []
    for _ in range(4):
        hand.click(210, 200, Qt.KeyboardModifier.AltModifier)
        chosen.append(hand.view.selection)
    # then each click goes one further down, and then begins again
    assert chosen == [(above,), (middle,), (below,), (above,)]
