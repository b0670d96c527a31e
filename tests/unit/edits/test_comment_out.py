"""Blocks that a run passes by."""

from __future__ import annotations

from typing import Any

import pytest

from procos_studio.edits.comment_out import comment_out
from procos_studio.model.commenting import is_commented_out, is_marked
from procos_studio.model.names import camunda
from procos_studio.model.records import FlowNode
from procos_studio.model.xml import Xml
from procos_studio.problems import Refused


def _is_out(bench: Any, key: str) -> bool:
    return is_commented_out(bench.diagram, bench.diagram.require(key, FlowNode))


def test_it_comes_back_with_the_same_command(bench: Any) -> None:
    # given a step with a property of its own
    task = bench.put("task", 100)
    own = Xml(camunda("property"), {"name": "procos.timeout", "value": "PT5S"})
    with bench.diagram.edit("Give it a property") as tx:
        tx.put(bench.diagram[task].with_extension(Xml(camunda("properties"), children=(own,))))
    before = bench.diagram[task]
    # when it is commented out
    with bench.sound_edit():
        comment_out(bench.diagram, [task])
    # then the file says so, and nothing else has changed
    assert _is_out(bench, task)
    # and when it is brought back, it is what it was
    with bench.sound_edit():
        comment_out(bench.diagram, [task])
    assert bench.diagram[task] == before


def test_of_several_the_rest_is_commented_out_first(bench: Any) -> None:
    # given two steps, one of which is commented out
    one, two = bench.chain("task", "task")
    comment_out(bench.diagram, [one])
    # when both are chosen
    comment_out(bench.diagram, [one, two])
    # then both are out, and together they come back and leave nothing behind
    assert _is_out(bench, one)
    assert _is_out(bench, two)
    comment_out(bench.diagram, [one, two])
    assert bench.diagram[one].extensions == bench.diagram[two].extensions == ()


@pytest.mark.parametrize("block", ["start", "end", "decision", "event-subsystem", "catch-link"])
def test_what_a_run_cannot_go_on_without_is_refused(bench: Any, block: str) -> None:
    key = bench.put(block, 200, 200)
    with pytest.raises(Refused):
        comment_out(bench.diagram, [key])
    assert not is_marked(bench.diagram.require(key, FlowNode))
