"""What a screen reader finds on the canvas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface

from procos_studio.canvas.focus import FocusFrame
from procos_studio.canvas.marks import Mark, State
from procos_studio.canvas.overlay import Box
from procos_studio.edits.comment_out import comment_out
from tests.gui.canvas.hand import CTRL, Hand

TASK = "User task “Approve”"
Role, Text = QAccessible.Role, QAccessible.Text


@pytest.fixture
def start_and_task(hand: Hand) -> tuple[str, str]:
    start, task = hand.place("standard/start", 120, 200), hand.place("standard/user-task", 320, 200)
    hand.key(Qt.Key.Key_F2)
    hand.type_name("Approve")
    hand.connect(start, task)
    hand.click(300, 500)
    return start, task


def canvas(hand: Hand) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(hand.view)


def children(hand: Hand) -> list[QAccessibleInterface]:
    found = canvas(hand)
    return [found.child(number) for number in range(found.childCount())]


def named(hand: Hand, name: str) -> QAccessibleInterface:
    (found,) = (child for child in children(hand) if child.text(Text.Name) == name)
    return found


def test_blocks_and_flows_are_children_with_names_and_roles(hand: Hand, start_and_task: tuple[str, str]) -> None:
    # then
    assert canvas(hand).role() is Role.Canvas
    told = {child.text(Text.Name): child.role() for child in children(hand)}
    assert told[TASK] is Role.ListItem
    assert told["Start event"] is Role.ListItem
    assert [role for name, role in told.items() if name.startswith("Sequence flow from")] == [Role.Link]
    assert [canvas(hand).indexOfChild(child) for child in children(hand)] == [0, 1, 2]
    assert all(child.parent().object() is hand.view for child in children(hand))


def test_they_say_where_they_are_and_what_a_run_says(hand: Hand, start_and_task: tuple[str, str]) -> None:
    # given
    _, task = start_and_task
    hand.view.set_marks("run", {task: Mark(State.WAITING, tokens=2)})
    # when
    comment_out(hand.diagram, [task])
    # then
    found = named(hand, TASK)
    assert found.rect().center() == hand.view.viewport().mapToGlobal(hand.pixel(320, 200))
    told = found.text(Text.Description)
    assert "Commented out" in told
    assert "Waiting" in told
    assert "Tokens: 2" in told


def test_the_focus_follows_the_selection(hand: Hand, start_and_task: tuple[str, str]) -> None:
    # given
    hand.view.activateWindow()
    hand.view.setFocus()
    # when
    hand.click(120, 200)
    hand.key(Qt.Key.Key_Right)
    # then
    assert canvas(hand).focusChild().text(Text.Name) == TASK
    state = named(hand, TASK).state()
    assert state.selected
    assert state.focusable
    assert not named(hand, "Start event").state().selected
    # when
    hand.click(120, 200, CTRL)
    # then
    assert named(hand, TASK).state().selected
    assert named(hand, "Start event").state().selected
    assert canvas(hand).focusChild().text(Text.Name) == "Start event"


def test_what_is_deleted_is_no_child_any_more(hand: Hand, start_and_task: tuple[str, str]) -> None:
    # given
    found = named(hand, TASK)
    # when
    hand.click(320, 200)
    hand.key(Qt.Key.Key_Delete)
    # then
    assert not found.isValid()
    assert [child.text(Text.Name) for child in children(hand)] == ["Start event"]
    assert canvas(hand).focusChild() is None


def test_out_of_sight_is_told(hand: Hand, start_and_task: tuple[str, str]) -> None:
    assert not named(hand, TASK).state().offscreen
    hand.view.surface.camera.pan(-2000, 0)
    assert named(hand, TASK).state().offscreen


def test_an_empty_canvas_has_no_children(hand: Hand) -> None:
    hand.view.close_diagram()
    assert canvas(hand).childCount() == 0
    assert canvas(hand).child(0) is None


def test_a_ring_shows_where_the_keyboard_acts(hand: Hand, start_and_task: tuple[str, str]) -> None:
    def rings() -> list[Box]:
        return [
            item for item in hand.view.surface.overlay.layer("handles") if isinstance(item, Box) and item.weight > 1.5
        ]

    # given
    hand.click(120, 200)
    assert rings() == []
    # when the keyboard goes on
    hand.key(Qt.Key.Key_Right)
    # then
    (ring,) = rings()
    assert ring.rect.center() == QPointF(320, 200)
    # when nothing is selected any more, the whole view is framed
    hand.key(Qt.Key.Key_Escape)
    (frame,) = hand.view.findChildren(FocusFrame)
    assert rings() == []
    assert frame.isVisible()
    # when the mouse is used again
    hand.click(320, 200)
    # then
    assert rings() == []
    assert not frame.isVisible()
