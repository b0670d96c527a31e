"""Blocks on the system's clipboard: between diagrams and programs, and what else may lie there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from procos_studio.bpmn import new_diagram, read_bytes, write_bytes
from procos_studio.canvas import clipboard
from procos_studio.canvas.clipboard import MIME
from procos_studio.edits.copy import copy
from procos_studio.edits.fragment import clip_of
from procos_studio.edits.paste import paste
from procos_studio.edits.rename import rename
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Point
from procos_studio.model.records import Drawn, Edge, Plane, Shape
from tests.gui.canvas.hand import CTRL, Hand
from tests.properties.hand import base

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


def test_blocks_are_pasted_without_being_written_and_read(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    # given a clipboard whose blocks cannot be written
    first, second = hand.place("standard/task", 200, 200), hand.place("standard/task", 500, 200)
    hand.view.select((first, second))
    hand.key(KEY.Key_F)
    monkeypatch.setattr(clipboard, "fragment", None)
    hand.key(KEY.Key_C, CTRL)
    # when they are pasted
    hand.hover(400, 450)
    hand.key(KEY.Key_V, CTRL)
    # then they are here all the same, as they were when they were copied
    assert len(hand.nodes()) == 4
    assert len(hand.flows()) == 2
    assert not hand.refusals


def test_what_is_written_is_what_was_copied_and_not_what_became_of_it(hand: Hand) -> None:
    # given a copied block that is renamed
    key = hand.place("standard/task", 200, 200)
    rename(hand.diagram, key, "Before")
    hand.key(KEY.Key_C, CTRL)
    rename(hand.diagram, key, "After")
    # when another program looks at the clipboard
    text = QGuiApplication.clipboard().text()
    # then
    assert "Before" in text
    assert "After" not in text


@pytest.mark.parametrize("kind", ["process", "pools"])
def test_pasted_directly_is_pasted_from_the_text(hand: Hand, kind: str) -> None:
    # given all that stands on a page, copied
    diagram = base(kind)
    clip = copy(diagram, [shape.shows for shape in diagram.all(Shape)])
    clipboard.put(clip)
    # when it is pasted into one empty diagram, and what another program reads into another one
    one, other = new_diagram("One"), new_diagram("One")
    read = clip_of(read_bytes(QGuiApplication.clipboard().text().encode()).diagram)
    for target, pasted in ((one, clipboard.take()), (other, read)):
        paste(target, pasted, next(target.all(Plane)).id, Point(900, 700))
    # then both are alike
    assert contents(one) == contents(other)


def contents(diagram: Diagram) -> list[tuple[object, ...]]:
    """What a person sees of it: everything but ids."""
    drawn = {item.shows: item for item in diagram.all(Drawn)}
    return sorted(
        (
            element.kind,
            element.name,
            str(item.bounds if isinstance(item, Shape) else item.waypoints if isinstance(item, Edge) else ""),
        )
        for element in diagram.elements.values()
        for item in [drawn.get(element.id)]
    )


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
        ("", "nothing to paste"),
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
