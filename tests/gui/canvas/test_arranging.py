"""Space is made, flows are cut, blocks are detached, commented out, lined up and looked into."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from procos_studio.canvas.overlay import Polyline
from procos_studio.canvas.peek import REST
from procos_studio.canvas.tools.autoscroll import EDGE
from procos_studio.edits.group import group
from procos_studio.model.commenting import is_marked
from procos_studio.model.records import FlowNode, Lane
from tests.gui.canvas.hand import CTRL, SHIFT, Hand

ALT = Qt.KeyboardModifier.AltModifier
RIGHT = Qt.MouseButton.RightButton


def row(hand: Hand) -> list[str]:
    """Start, task and end, connected."""
    keys = [
        hand.place("standard/start", 120, 200),
        hand.place("standard/task", 320, 200),
        hand.place("standard/end", 520, 200),
    ]
    hand.connect(keys[0], keys[1])
    hand.connect(keys[1], keys[2])
    hand.click(300, 500)
    return keys


def test_space_is_made_right_of_the_pointer(hand: Hand) -> None:
    # given
    start, task, end = row(hand)
    before = len(hand.diagram.history.labels)
    item = hand.view.surface.scene.shape_of(end)
    assert item is not None
    # when
    hand.hover(200, 300)
    hand.key(Qt.Key.Key_S)
    hand.drag((200, 300), (280, 310))
    # then what will move is shown, and moves once when the button is let go
    assert item.pos().x() == item.look.bounds.x + 80
    hand.release(280, 310)
    assert [hand.middle(key).x for key in (start, task, end)] == [120, 400, 600]
    assert len(hand.diagram.history.labels) == before + 1
    assert hand.view.tools.is_resting


def test_space_is_made_by_keys_alone(hand: Hand) -> None:
    # given
    _, task, _ = row(hand)
    hand.hover(320, 100)
    # when
    hand.key(Qt.Key.Key_S)
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Return)
    # then
    assert hand.middle(task).y == 264


def test_escape_makes_no_space(hand: Hand) -> None:
    # given
    _, task, _ = row(hand)
    item = hand.view.surface.scene.shape_of(task)
    assert item is not None
    before = item.pos()
    # when
    hand.hover(200, 300)
    hand.key(Qt.Key.Key_S)
    hand.drag((200, 300), (280, 300))
    hand.key(Qt.Key.Key_Escape)
    hand.release(280, 300)
    # then
    assert item.pos() == before
    assert hand.middle(task) == (320, 200)


def test_flows_are_cut_by_ctrl_and_the_right_button(hand: Hand) -> None:
    # given
    _, task, end = row(hand)
    # when
    hand.drag_to((200, 100), (210, 300), CTRL, RIGHT)
    # then
    assert [(flow.source, flow.target) for flow in hand.flows()] == [(task, end)]


def test_a_cut_that_crosses_nothing_is_no_edit(hand: Hand) -> None:
    # given
    row(hand)
    before = len(hand.diagram.history.labels)
    # when
    hand.drag_to((200, 300), (210, 400), CTRL, RIGHT)
    # then
    assert len(hand.diagram.history.labels) == before


def test_alt_drag_takes_a_block_out_of_its_flow(hand: Hand) -> None:
    # given
    start, task, end = row(hand)
    before = len(hand.diagram.history.labels)
    # when
    hand.drag_to((320, 200), (320, 400), ALT)
    # then
    assert [(flow.source, flow.target) for flow in hand.flows()] == [(start, end)]
    assert hand.middle(task) == (320, 400)
    assert len(hand.diagram.history.labels) == before + 1


def test_alt_drag_brings_a_block_from_one_flow_to_another(hand: Hand) -> None:
    # given
    start, task, end = row(hand)
    first, last = hand.place("standard/start", 120, 420), hand.place("standard/end", 640, 420)
    hand.connect(first, last)
    # when
    hand.drag_to((320, 200), (380, 420), ALT)
    # then
    assert {(flow.source, flow.target) for flow in hand.flows()} == {(start, end), (first, task), (task, last)}


def test_m_comments_out_and_brings_back(hand: Hand) -> None:
    # given
    _, task, _ = row(hand)
    hand.click(320, 200)
    # when, then
    hand.key(Qt.Key.Key_M)
    assert is_marked(hand.diagram.require(task, FlowNode))
    hand.key(Qt.Key.Key_X, CTRL | SHIFT)
    assert not is_marked(hand.diagram.require(task, FlowNode))


def test_what_cannot_be_commented_out_is_refused_with_a_sentence(hand: Hand) -> None:
    # given
    row(hand)
    hand.click(120, 200)
    # when
    hand.key(Qt.Key.Key_M)
    # then
    assert hand.refusals[0].message.endswith(".")


def test_r_asks_for_another_block(hand: Hand) -> None:
    # given
    _, task, _ = row(hand)
    asked: list[str] = []
    hand.view.replace_requested.connect(asked.append)
    hand.click(320, 200)
    # when
    hand.key(Qt.Key.Key_R)
    # then
    assert asked == [task]


def test_tidy_lays_out_the_plane(hand: Hand) -> None:
    # given
    start, task = hand.place("standard/start", 400, 100), hand.place("standard/task", 160, 400)
    hand.connect_to(start, (160, 400))
    # when
    hand.click(300, 550)
    hand.key(Qt.Key.Key_A, CTRL | SHIFT)
    # then
    assert hand.middle(start).x < hand.middle(task).x
    assert hand.middle(start).y == hand.middle(task).y


def test_blocks_are_lined_up(hand: Hand) -> None:
    # given
    keys = [hand.place("standard/task", x, y) for x, y in ((120, 120), (300, 200), (520, 340))]
    hand.view.select(keys)
    # when
    hand.view.run("align_middle")
    hand.view.run("distribute_across")
    # then
    assert len({hand.middle(key).y for key in keys}) == 1
    assert hand.middle(keys[1]).x == 320


def test_equal_gaps_are_shown_and_snapped_to(hand: Hand) -> None:
    # given two tasks 100 apart, and a third that is dragged near to being as far away
    for x in (120, 320):
        hand.place("standard/task", x, 200)
    third = hand.place("standard/task", 640, 400)
    # when
    hand.drag((640, 400), (523, 203))
    # then
    marks = [item for item in hand.view.surface.overlay.layer("move") if isinstance(item, Polyline)]
    assert len(marks) >= 6
    hand.release(523, 203)
    assert hand.middle(third) == (520, 200)


def test_a_boundary_event_slides_along_the_border(hand: Hand) -> None:
    # given
    hand.place("standard/task", 300, 200)
    hand.drop("standard/catch-timer", 320, 238)
    (event,) = (node.id for node in hand.nodes() if node.kind == "boundaryEvent")
    item = hand.view.surface.scene.shape_of(event)
    assert item is not None
    # when it is dragged a little way off
    hand.drag(hand.middle(event), (290, 300))
    # then it stays on the border
    assert item.pos().y() + 18 == 240
    hand.release(290, 300)
    assert hand.middle(event) == (290, 240)


def test_a_lane_is_added_to_the_selected_pool(hand: Hand) -> None:
    # given
    pool = hand.place("standard/pool", 400, 300)
    hand.view.select((pool,))
    # when
    hand.key(Qt.Key.Key_L)
    hand.key(Qt.Key.Key_L)
    # then
    assert len(list(hand.diagram.all(Lane))) == 2


def test_the_view_scrolls_while_a_block_is_dragged_at_its_edge(hand: Hand, qtbot: QtBot) -> None:
    # given
    task = hand.place("standard/task", 320, 200)
    edge = hand.view.mapToScene(hand.view.viewport().width() - EDGE // 4, 300)
    before = hand.view.visible_rect()
    # when
    hand.drag((320, 200), (edge.x(), edge.y()))
    # then
    qtbot.waitUntil(lambda: hand.view.visible_rect().left() > before.left())
    # when the button is let go, it stands there, and the view rests
    hand.release(edge.x(), edge.y())
    rests = hand.view.visible_rect()
    QTest.qWait(60)
    assert hand.view.visible_rect() == rests
    assert hand.middle(task).x > edge.x() - 20


def test_the_view_scrolls_while_a_name_is_dragged_at_its_edge(hand: Hand, qtbot: QtBot) -> None:
    # given the name of an end
    hand.place("standard/end", 320, 200)
    hand.key(Qt.Key.Key_F2)
    hand.type_name("Done")
    middle = next(iter(hand.view.surface.scene.labels.values())).text_rect().center()
    edge = hand.view.mapToScene(hand.view.viewport().width() - EDGE // 4, 300)
    before = hand.view.visible_rect()
    # when it is dragged there
    hand.drag((middle.x(), middle.y()), (edge.x(), edge.y()))
    # then
    qtbot.waitUntil(lambda: hand.view.visible_rect().left() > before.left())
    hand.release(edge.x(), edge.y())


def test_blocks_are_connected_by_keys_alone(hand: Hand) -> None:
    # given
    one, two = hand.place("standard/task", 200, 200), hand.place("standard/task", 400, 200)
    hand.click(200, 200)
    # when
    hand.key(Qt.Key.Key_C)
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Return)
    # then
    assert [(flow.source, flow.target) for flow in hand.flows()] == [(one, two)]


def test_a_block_is_placed_by_keys_alone(hand: Hand) -> None:
    # given
    block = hand.library.get("standard/task")
    assert block is not None
    # when
    hand.view.start_placing(block)
    hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Return)
    # then
    (node,) = hand.nodes()
    assert hand.view.selection == (node.id,)


@pytest.mark.parametrize("by_key", [True, False])
def test_a_closed_subsystem_is_looked_into(hand: Hand, by_key: bool) -> None:
    # given
    _, task, _ = row(hand)
    sub = group(hand.diagram, [task])
    middle = hand.middle(sub)
    # when
    if by_key:
        hand.click(*middle)
        hand.key(Qt.Key.Key_P)
    else:
        hand.hover(middle.x, middle.y + 30)
        QTest.qWait(REST + 150)
    # then
    assert hand.view.peek.isVisible()
    assert not hand.view.peek.pixmap().isNull()
    assert hand.view.rect().contains(hand.view.peek.geometry())
    # when
    if by_key:
        hand.key(Qt.Key.Key_P)
    else:
        hand.hover(60, 60)
    QApplication.processEvents()
    # then
    assert not hand.view.peek.isVisible()


def test_shift_and_arrows_extend_the_selection(hand: Hand) -> None:
    # given
    start, task, end = row(hand)
    below = hand.place("standard/task", 320, 400)
    hand.click(320, 200)
    # when
    hand.key(Qt.Key.Key_Down, SHIFT)
    # then
    assert hand.view.selection == (task, below)
    # when
    hand.click(320, 200)
    hand.key(Qt.Key.Key_Right, SHIFT)
    # then
    assert set(hand.view.selection) == {task, end, hand.flows()[1].id}
    assert start not in hand.view.selection
