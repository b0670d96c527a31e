"""Blocks on the system's clipboard: between diagrams and programs, and what else may lie there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from procos_studio.bpmn import read_bytes, write_bytes
from procos_studio.canvas.clipboard import MIME
from tests.gui.canvas.hand import CTRL, Hand

KEY = Qt.Key
BARE = """<?xml version="1.0" encoding="UTF-16"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
  <process id="p">
    <task id="a" name="A"/><sequenceFlow id="f" sourceRef="a" targetRef="b"/><task id="b" name="B"/>
  </process>
</definitions>"""


def test_what_is_copied_is_a_bpmn_file_for_everybody(hand: Hand) -> None:
    # given a block that is copied
    hand.place("standard/task", 200, 200)
    hand.key(KEY.Key_C, CTRL)
    # when somebody else looks at the clipboard
    data = QGuiApplication.clipboard().mimeData()
    # then it holds BPMN, as text and as what we know for our own
    assert data.hasFormat(MIME)
    assert [node.kind for node in read_bytes(data.text().encode()).diagram.elements.values() if node.kind == "task"]


def test_the_text_of_a_file_becomes_blocks(hand: Hand) -> None:
    # given a BPMN text from elsewhere that draws nothing, and says another encoding than it has now
    QGuiApplication.clipboard().setText(BARE)
    # when it is pasted
    hand.hover(400, 300)
    hand.key(KEY.Key_V, CTRL)
    # then its blocks stand here, connected, drawn and selected
    assert sorted(node.name for node in hand.nodes()) == ["A", "B"]
    assert len(hand.flows()) == 1
    assert set(hand.view.selection) == {node.id for node in hand.nodes()}
    assert all(hand.diagram.shape(node.id) for node in hand.nodes())
    assert not hand.refusals


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Nothing was copied"),
        ("Milk, bread", "not blocks"),
        ("<b>bold</b>", "no BPMN"),
        ("<definitions", "well-formed"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document type"),
        ("<a>" * 5000, "well-formed|deep"),
    ],
)
def test_what_is_no_bpmn_is_told_and_changes_nothing(hand: Hand, text: str, said: str) -> None:
    # given something else on the clipboard
    before = write_bytes(hand.diagram)
    QGuiApplication.clipboard().setText(text)
    # when it is pasted
    hand.key(KEY.Key_V, CTRL)
    # then a sentence says what it is, and nothing has changed
    assert len(hand.refusals) == 1
    assert any(part in hand.refusals[0].message for part in said.split("|"))
    assert write_bytes(hand.diagram) == before


def test_cutting_what_cannot_be_copied_leaves_it_there(hand: Hand) -> None:
    # given a selected flow, which is nothing without its ends
    first, second = hand.place("standard/task", 200, 200), hand.place("standard/task", 500, 200)
    hand.view.select((first, second))
    hand.key(KEY.Key_F)
    (flow,) = hand.flows()
    hand.view.select((flow.id,))
    # when it is cut
    hand.key(KEY.Key_X, CTRL)
    # then it is still there
    assert hand.flows() == [flow]
    assert hand.refusals
