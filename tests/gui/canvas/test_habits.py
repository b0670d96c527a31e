"""Habits that people bring from other editors: keys pressed in the middle of a drag, hand and lasso, where C begins."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from procos_studio.canvas.keys import KeyMap, drags_pan, preset
from procos_studio.edits.expand import expand
from procos_studio.edits.move import move
from procos_studio.model.geometry import Point
from tests.gui.canvas.hand import CTRL, LEFT, NONE, Hand

ALT = Qt.KeyboardModifier.AltModifier
KEY = Qt.Key


def chain(hand: Hand) -> list[str]:
    """Start, task and end, connected, and none of them selected."""
    names = ("start", "task", "end")
    keys = [hand.place(f"standard/{name}", 120 + 200 * number, 200) for number, name in enumerate(names)]
    hand.connect(keys[0], keys[1])
    hand.connect(keys[1], keys[2])
    hand.click(300, 500)
    return keys


def press_key(hand: Hand, key: Qt.Key, *, down: bool) -> None:
    """Only the way down of a key, or up."""
    kind = QEvent.Type.KeyPress if down else QEvent.Type.KeyRelease
    QApplication.sendEvent(hand.view, QKeyEvent(kind, key, NONE))


def line(hand: Hand, flow: str) -> tuple[Point, ...]:
    edge = hand.diagram.edge(flow)
    assert edge is not None
    return edge.waypoints


def ends(hand: Hand) -> list[tuple[str, str]]:
    return [(flow.source, flow.target) for flow in hand.flows()]


def test_alt_pressed_in_the_middle_of_a_drag_takes_the_block_out(hand: Hand) -> None:
    # given a drag that began without any key, as where the window manager keeps Alt+drag for itself
    start, task, end = chain(hand)
    flow = hand.view.surface.scene.edge_of(hand.flows()[0].id)
    assert flow is not None
    hand.drag((320, 200), (320, 400))
    # when Alt goes down while the pointer rests
    press_key(hand, KEY.Key_Alt, down=True)
    # then the flows are shown cut
    assert not flow.isVisible()
    # when the button is let go
    hand.release(320, 400, ALT)
    # then the block is out of its flow, which has closed
    assert ends(hand) == [(start, end)]
    assert hand.middle(task) == (320, 400)


def test_a_drag_that_began_with_ctrl_moves_once_ctrl_is_let_go(hand: Hand) -> None:
    # given a drag of a copy
    _, task, _ = chain(hand)
    hand.drag((320, 200), (320, 400), CTRL)
    # when Ctrl goes up before the button
    press_key(hand, KEY.Key_Control, down=False)
    hand.release(320, 400)
    # then the block itself has moved
    assert hand.middle(task) == (320, 400)
    assert len(hand.nodes()) == 3


def test_ctrl_drag_copies_only_what_is_dragged(hand: Hand) -> None:
    # given another block that is selected
    start, task, _ = chain(hand)
    hand.click(*hand.middle(start))
    # when one that is not is dragged with Ctrl
    hand.drag_to((320, 200), (320, 400), CTRL)
    # then there is one copy
    assert len(hand.nodes()) == 4
    assert hand.middle(hand.view.selection[0]) == (320, 400)
    assert hand.middle(task) == (320, 200)


def test_a_double_click_inside_an_open_subsystem_asks_for_a_block(hand: Hand) -> None:
    # given an open subsystem
    sub = hand.place("standard/subsystem", 300, 200)
    expand(hand.diagram, sub)
    middle = hand.middle(sub)
    # when its ground is double-clicked, and a block chosen
    hand.double_click(*middle)
    assert hand.inserts == [QPointF(*middle)]
    block = hand.library.get("standard/task")
    assert block is not None
    made = hand.view.insert_block(block, hand.inserts[0])
    # then it stands inside
    assert hand.diagram[made].parent == sub


def test_what_is_pasted_again_at_one_place_stands_beside(hand: Hand) -> None:
    # given a copied block, and the pointer elsewhere
    hand.place("standard/task", 200, 200)
    hand.key(KEY.Key_C, CTRL)
    hand.hover(400, 400)
    # when it is pasted three times there
    places = []
    for _ in range(3):
        hand.key(KEY.Key_V, CTRL)
        places.append(hand.middle(hand.view.selection[0]))
    # then none covers another
    assert places == [Point(400, 400), Point(432, 432), Point(464, 464)]
    # when all is taken back and it is pasted again
    for _ in range(3):
        hand.key(KEY.Key_Z, CTRL)
    hand.key(KEY.Key_V, CTRL)
    # then it stands at the pointer
    assert hand.middle(hand.view.selection[0]) == (400, 400)


def test_what_a_marquee_selects_is_connected_from_left_to_right(hand: Hand) -> None:
    # given blocks that were placed in another order
    end = hand.place("standard/end", 500, 200)
    start = hand.place("standard/start", 100, 200)
    task = hand.place("standard/task", 300, 200)
    # when they are selected by a rectangle, and connected
    hand.drag_to((20, 100), (600, 300))
    hand.key(KEY.Key_F)
    # then the flow runs to the right
    assert ends(hand) == [(start, task), (task, end)]


@pytest.mark.parametrize("by_drag", [False, True])
def test_c_with_nothing_selected_asks_where_the_flow_begins(hand: Hand, by_drag: bool) -> None:
    # given two blocks of which none is selected
    start, task = hand.place("standard/start", 100, 200), hand.place("standard/task", 300, 200)
    hand.click(300, 500)
    # when C is pressed, and both are clicked, or a line is drawn from one to the other
    hand.key(KEY.Key_C)
    hand.click(200, 400)
    if by_drag:
        hand.drag_to(hand.middle(start), hand.middle(task))
    else:
        hand.click(*hand.middle(start))
        hand.click(*hand.middle(task))
    # then a flow joins them
    assert ends(hand) == [(start, task)]
    assert hand.view.tools.is_resting


def test_the_hand_pans_over_blocks_until_it_is_put_away(hand: Hand) -> None:
    # given a block in a view of which little shows
    task = hand.place("standard/task", 300, 200)
    before = hand.view.visible_rect().topLeft()
    # when the hand is taken, and drags twice, first at the block
    hand.key(KEY.Key_H)
    hand.drag_to((300, 200), (250, 180))
    hand.drag_to((500, 400), (450, 380))
    # then the plane went along both times, and the block stays where it is on it
    assert (hand.view.visible_rect().topLeft() - before).x() > 60
    assert hand.middle(task) == (304, 200)
    assert hand.view.selection == (task,)
    # when it is put away
    hand.key(KEY.Key_Escape)
    assert hand.view.tools.is_resting


def test_the_lasso_begins_on_a_block(hand: Hand) -> None:
    # given blocks inside an open subsystem, and the keys of bpmn.io
    hand.view.keys = KeyMap(preset("bpmn-io"))
    sub = hand.place("standard/subsystem", 300, 200)
    expand(hand.diagram, sub)
    x, y = hand.middle(sub)
    inner = [hand.place("standard/task", x - 80, y), hand.place("standard/task", x + 60, y)]
    # when L is pressed and a rectangle drawn around them from within
    hand.key(KEY.Key_L)
    hand.drag_to((x - 150, y - 60), (x + 130, y + 60))
    # then they are selected, and nothing has moved
    assert hand.view.selection == tuple(inner)
    assert hand.middle(sub) == (x, y)


def test_keys_look_further(hand: Hand) -> None:
    # given
    before = hand.view.visible_rect().topLeft()
    # when
    hand.key(KEY.Key_PageDown)
    hand.key(KEY.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    # then a quarter more shows at the bottom and at the right
    assert hand.view.visible_rect().topLeft() - before == QPointF(250, 175)


def test_space_fits_where_it_is_let_go_without_a_drag(hand: Hand) -> None:
    # given the keys of Simulink, and a plane of which a corner shows
    hand.view.keys = KeyMap(preset("simulink"))
    hand.place("standard/task", 300, 200)
    hand.view.surface.camera.look_at(2.0, QPointF(900, 900))
    # when Space is held for a drag
    press_key(hand, KEY.Key_Space, down=True)
    hand.press(900, 900)
    hand.hover(880, 880, LEFT)
    hand.release(880, 880)
    press_key(hand, KEY.Key_Space, down=False)
    # then that was all
    assert not hand.view.visible_rect().contains(hand.view.content_rect())
    # when it is pressed alone
    press_key(hand, KEY.Key_Space, down=True)
    press_key(hand, KEY.Key_Space, down=False)
    # then everything shows
    assert hand.view.visible_rect().contains(hand.view.content_rect())


def test_a_bent_piece_comes_back_into_line_with_its_blocks(hand: Hand) -> None:
    # given a flow between blocks that do not stand on the grid
    blocks = [hand.place("standard/task", 200, 200), hand.place("standard/task", 600, 200)]
    move(hand.diagram, blocks, 0, 3)
    hand.connect(*blocks)
    (flow,) = hand.flows()
    y = hand.middle(blocks[0]).y
    # when its middle is dragged down, and nearly back
    hand.click(400, y)
    hand.drag_to((400, y), (400, y + 60))
    bent = line(hand, flow.id)
    assert len(bent) == 6
    hand.drag_to((400, bent[2].y), (400, y + 3))
    # then it is straight again
    assert len(line(hand, flow.id)) == 2


def test_for_those_who_come_from_bpmn_io_a_drag_pans_and_shift_selects(hand: Hand) -> None:
    # given a block, which is not selected, and the keys of bpmn.io
    task = hand.place("standard/task", 300, 200)
    hand.click(600, 600)
    hand.view.keys = KeyMap(preset("bpmn-io"), drags_pan=drags_pan("bpmn-io"))
    before = hand.view.visible_rect().topLeft()
    # when empty ground is dragged
    hand.drag_to((500, 500), (400, 440))
    # then the plane goes along, and nothing is selected
    moved = hand.view.visible_rect().topLeft() - before
    assert moved.x() > 50
    assert moved.y() > 30
    assert hand.view.selection == ()
    # when it is dragged with Shift
    hand.drag_to((200, 120), (400, 300), Qt.KeyboardModifier.ShiftModifier)
    # then what lies inside is selected
    assert hand.view.selection == (task,)
    # when a drag begins at a block
    hand.drag_to((300, 200), (360, 200))
    # then the block goes along
    assert hand.middle(task).x > 340
