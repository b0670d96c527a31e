"""Blocks come onto the canvas by click and by drop, onto flows and onto borders."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from procos_studio.model.records import Artifact
from tests.gui.canvas.hand import SHIFT, Hand


def test_click_places_and_selects_the_block(hand: Hand) -> None:
    # when
    key = hand.place("standard/task", 200, 200)
    # then
    assert hand.middle(key) == (200, 200)
    assert hand.view.selection == (key,)
    assert hand.view.tools.is_resting


def test_drop_places_a_block_on_the_grid(hand: Hand) -> None:
    # when
    hand.drop("standard/start", 203, 197)
    # then
    (start,) = hand.nodes()
    assert start.kind == "startEvent"
    assert hand.middle(start.id) == (200, 200)


def test_shift_click_places_one_after_the_other(hand: Hand) -> None:
    # given
    task = hand.library.get("standard/task")
    assert task is not None
    # when
    hand.view.start_placing(task)
    hand.click(160, 160, SHIFT)
    hand.click(400, 160, SHIFT)
    hand.key(Qt.Key.Key_Escape)
    hand.click(640, 160)
    # then
    assert len(hand.nodes()) == 2


def test_escape_gives_up_placing(hand: Hand) -> None:
    # given
    task = hand.library.get("standard/task")
    assert task is not None
    hand.view.start_placing(task)
    hand.hover(200, 200)
    # when
    hand.key(Qt.Key.Key_Escape)
    hand.click(200, 200)
    # then
    assert hand.nodes() == []
    assert hand.view.surface.overlay.layer("placing") == ()


def test_drop_on_a_flow_puts_the_block_into_it(hand: Hand) -> None:
    # given
    start, end = hand.place("standard/start", 120, 200), hand.place("standard/end", 600, 200)
    hand.connect(start, end)
    # when
    hand.drop("standard/task", 360, 200)
    # then
    task = next(node for node in hand.nodes() if node.kind == "task")
    assert {(flow.source, flow.target) for flow in hand.flows()} == {(start, task.id), (task.id, end)}


def test_drop_on_a_border_attaches_an_event(hand: Hand) -> None:
    # given
    task = hand.place("standard/task", 300, 200)
    # when
    hand.drop("standard/catch-timer", 320, 238)
    # then
    event = next(node for node in hand.nodes() if node.kind == "boundaryEvent")
    assert (event.attached_to, event.event_kind) == (task, "timer")


def test_boundary_event_on_empty_ground_is_refused_with_a_sentence(hand: Hand) -> None:
    # when
    hand.drop("standard/boundary-timer", 300, 200)
    # then
    assert hand.nodes() == []
    assert hand.refusals[0].message.endswith(".")


def test_undo_takes_placing_back_and_redo_does_it_again(hand: Hand) -> None:
    # given
    hand.place("standard/task", 200, 200)
    # when, then
    hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hand.nodes() == []
    assert hand.view.surface.scene.items_by_key == {}
    hand.key(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(hand.nodes()) == 1


@pytest.mark.parametrize("way", ["click", "drop", "type"])
def test_an_annotation_gets_its_text_at_once(hand: Hand, way: str) -> None:
    # when an annotation is placed
    block = hand.library.get("standard/text-annotation")
    assert block is not None
    if way == "click":
        hand.view.start_placing(block)
        hand.click(300, 200)
    elif way == "drop":
        hand.drop("standard/text-annotation", 300, 200)
    else:
        hand.double_click(300, 200)
        hand.view.insert_block(block, hand.inserts[0])
    # then its text can be typed
    hand.type_name("Why")
    (note,) = hand.diagram.all(Artifact)
    assert note.annotation == "Why"
    assert hand.view.tools.is_resting


def test_a_double_click_on_a_flow_names_it(hand: Hand) -> None:
    # given
    start, end = hand.place("standard/start", 120, 200), hand.place("standard/end", 600, 200)
    hand.connect(start, end)
    # when
    hand.double_click(360, 200)
    hand.type_name("else")
    # then
    assert hand.flows()[0].name == "else"
