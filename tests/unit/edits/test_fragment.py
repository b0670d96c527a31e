"""A clip as the text of a BPMN file, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from procos_studio.bpmn import new_diagram, read_bytes, references, schema
from procos_studio.edits.copy import copy
from procos_studio.edits.fragment import clip_of, fragment
from procos_studio.edits.paste import paste
from procos_studio.edits.set_parameter import set_parameter
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Point
from procos_studio.model.records import Flow, FlowNode, MessageFlow, Participant, RootElement
from procos_studio.problems import Refused

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "miwg"


def _sent(diagram: Diagram, keys: list[str]) -> Diagram:
    """Another diagram, into which these elements were pasted from text."""
    text = fragment(copy(diagram, keys))
    assert not schema.validate(text)
    other = new_diagram("Other")
    paste(other, clip_of(read_bytes(text).diagram), "BPMNPlane_1", Point(500, 300))
    assert not references.check(other)
    return other


def test_blocks_keep_all_that_they_are_on_their_way_as_text(bench: Any) -> None:
    # given a step with a timer on it, a subsystem with something inside, and a flow between
    task, sub = bench.chain("task", "subsystem")
    timer = bench.put("boundary-timer", 100, 140, task)
    inner = bench.put("task", 100, 100, plane=bench.diagram.plane_of(sub).id)
    # when they travel as text
    other = _sent(bench.diagram, [task, sub])
    # then all are there, drawn as before, the inside on a page of its own
    sent = [bench.diagram[key].kind for key in (task, sub, timer, inner)]
    assert sorted(node.kind for node in other.all(FlowNode)) == sorted(sent)
    (made,) = [node for node in other.all(FlowNode) if node.is_container]
    assert other.shape(other.children(made.id, FlowNode)[0].id).parent == other.plane_of(made.id).id
    assert len(list(other.all(Flow))) == 1
    assert {other.shape(node.id).bounds[2:] for node in other.all(FlowNode)} == {
        bench.box(key)[2:] for key in (task, sub, timer, inner)
    }


def test_a_message_travels_with_its_event(bench: Any) -> None:
    # given an event that catches a message
    catch = bench.put("catch-message", 100, 100)
    block = bench.library.of(bench.diagram[catch])
    set_parameter(
        bench.diagram, catch, next(item for item in block.properties if item.binding.name == "message.name"), "Paid"
    )
    # when it travels as text
    other = _sent(bench.diagram, [catch])
    # then its message has come along
    assert [root.name for root in other.all(RootElement) if root.kind == "message"] == ["Paid"]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real files is not beside the project")
def test_pools_and_the_messages_between_them_travel() -> None:
    # given a collaboration of somebody else
    diagram = read_bytes((CORPUS / "C.1.0.bpmn").read_bytes()).diagram
    # when all of it travels as text
    other = _sent(diagram, [pool.id for pool in diagram.all(Participant)])
    # then pools and messages have arrived
    for kind in (Participant, MessageFlow, FlowNode):
        assert len(list(other.all(kind))) == len(list(diagram.all(kind)))


def test_a_file_without_blocks_holds_nothing_to_paste() -> None:
    # given an empty file
    # when its content is asked for
    with pytest.raises(Refused) as refusal:
        clip_of(new_diagram())
    # then a sentence says so
    assert "no block" in refusal.value.problems[0].message
