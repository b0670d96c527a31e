from __future__ import annotations

from typing import Any

import pytest

from procos_studio.edits.connect import connect
from procos_studio.edits.offering import may_follow, may_replace
from procos_studio.edits.place import place
from procos_studio.edits.replace import replace
from procos_studio.library import BlockDefinition
from procos_studio.model.geometry import Point
from procos_studio.problems import Refused


@pytest.mark.parametrize("source", ["task", "start", "decision", "data-object", "text-annotation"])
def test_what_is_not_offered_to_follow_would_be_refused(bench: Any, source: str) -> None:
    # given
    key = bench.put(source)
    for block in bench.library.blocks.values():
        if block.placeable and not may_follow(bench.diagram, key, block):
            # when it is placed and connected all the same
            # then that is refused, or is no flow to follow
            assert refused(bench, lambda block=block: follow(bench, key, block)), block.id


@pytest.mark.parametrize("middle", ["task", "catch-timer", "decision", "subsystem"])
def test_what_is_not_offered_instead_would_be_refused(bench: Any, middle: str) -> None:
    # given a step between two others
    _, key, _ = bench.chain("task", middle, "task")
    for block in bench.library.blocks.values():
        if block.placeable and not may_replace(bench.diagram, key, block):
            # when, then
            assert refused(bench, lambda block=block: replace(bench.diagram, key, block)), block.id


def test_what_is_offered_instead_of_a_plain_step_is_hardly_ever_refused(bench: Any) -> None:
    # given
    _, key, _ = bench.chain("task", "task", "task")
    offered = [block for block in bench.library.blocks.values() if may_replace(bench.diagram, key, block)]
    # when
    failing = {block.id for block in offered if refused(bench, lambda block=block: replace(bench.diagram, key, block))}
    # then only what depends on which block follows
    assert len(offered) > 20
    assert failing == {"standard/event-gateway"}


def follow(bench: Any, key: str, block: BlockDefinition) -> None:
    connect(bench.diagram, key, place(bench.diagram, block, bench.plane, Point(400, 100)))


def refused(bench: Any, edit: Any) -> bool:
    try:
        bench.diagram.tried("Try", edit)
    except Refused:
        return True
    return False
