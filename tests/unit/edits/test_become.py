"""Become: one edit makes a diagram equal to another reading, and undo takes it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from procos_studio.bpmn import read_bytes, write_bytes
from procos_studio.edits.become import become
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Refused

BARE = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
<process id="p"><startEvent id="s"/><exclusiveGateway/><exclusiveGateway name="second"/></process></definitions>"""


def read(data: bytes) -> Diagram:
    return read_bytes(data).diagram


def test_only_what_differs_is_in_the_edit() -> None:
    # given a diagram, and a reading in which one element is another
    diagram, other = read(BARE), read(BARE.replace(b'"second"', b'"renamed"'))
    # when it becomes that
    become(diagram, other, "Reload")
    # then the edit holds that element only, and undo brings the old one back
    (done,) = diagram.history.done
    assert [change.after.name for change in done.changes.values() if change.after] == ["renamed"]
    assert write_bytes(diagram) == write_bytes(other)
    diagram.undo()
    assert write_bytes(diagram) == write_bytes(read(BARE))


def test_elements_without_ids_are_known_by_their_place() -> None:
    # given gateways without ids, and a reading with a third one at the end and another kind before them
    diagram = read(BARE)
    other = read(
        BARE.replace(b"<startEvent", b"<task/><startEvent").replace(b"</process>", b"<exclusiveGateway/></process>")
    )
    become(diagram, other, "Reload")
    # then the two gateways stayed, and only the process and the new ones are in the edit
    (done,) = diagram.history.done
    assert [diagram[key].kind for key in done.changed] == ["process"]
    assert sorted(diagram[key].kind for key in done.added) == ["exclusiveGateway", "task"]
    assert write_bytes(diagram) == write_bytes(other)


def test_another_id_of_the_root_keeps_the_diagram_whole() -> None:
    diagram, other = read(BARE), read(BARE.replace(b'id="d"', b'id="other"'))
    become(diagram, other, "Reload")
    assert write_bytes(diagram) == write_bytes(other)
    diagram.undo()
    assert diagram.root.attributes["id"] == "d"


def test_an_element_that_takes_the_key_of_another_is_no_clash() -> None:
    # given a reading whose id is one that this diagram made up for something else
    diagram = read(BARE)
    other = read(BARE.replace(b"<exclusiveGateway/>", b'<parallelGateway id="x"/><exclusiveGateway/>'))
    become(diagram, other, "Reload")
    assert write_bytes(diagram) == write_bytes(other)


def test_what_stands_around_the_root_is_taken_over() -> None:
    diagram, other = read(BARE), read(b"<!-- licence -->" + BARE)
    become(diagram, other, "Reload")
    assert b"licence" in write_bytes(diagram)


def test_any_file_becomes_itself_with_a_new_name(corpus_file: Path) -> None:
    # given a file of others, and the same one with its first name changed
    try:
        diagram = read(corpus_file.read_bytes())
    except Refused:
        pytest.skip("refused by the reader")
    before = write_bytes(diagram)
    other = read(before.replace(b'name="', b'name="x', 1))
    # when it becomes the other one and back
    become(diagram, other, "Reload")
    assert write_bytes(diagram) == write_bytes(other)
    diagram.undo()
    assert write_bytes(diagram) == before or diagram.history.redo_label is None
