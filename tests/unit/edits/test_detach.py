"""Blocks that leave the flow they stand in."""

from __future__ import annotations

from typing import Any

import pytest

from procos_studio.edits.connect import connect
from procos_studio.edits.detach import detach
from procos_studio.problems import Refused


def test_the_flow_closes_behind_a_detached_step(bench: Any) -> None:
    # given a step between a start and an end
    start, task, end = bench.chain("start", "task", "end")
    # when it is detached
    with bench.sound_edit():
        detach(bench.diagram, [task], 0, 200)
    # then it stands alone, and the start leads to the end
    assert bench.pairs() == {(start, end)}
    assert bench.box(task).center == (300, 300)


def test_flows_among_detached_steps_stay(bench: Any) -> None:
    # given two steps in a row
    start, one, two, end = bench.chain("start", "task", "task", "end")
    # when both are detached
    with bench.sound_edit():
        detach(bench.diagram, [one, two], 0, 200)
    # then they stay joined
    assert bench.pairs() == {(start, end), (one, two)}


def test_a_boundary_event_keeps_its_flow(bench: Any) -> None:
    # given a step with a timer on its border that leads elsewhere
    start, task, end = bench.chain("start", "task", "end")
    timer = bench.put("boundary-timer", 300, 140, task)
    other = bench.put("task", 500, 400)
    connect(bench.diagram, timer, other)
    # when the step is detached
    with bench.sound_edit():
        detach(bench.diagram, [task], 0, 160)
    # then the event still rides on it
    assert bench.diagram[timer].attached_to == task
    assert bench.pairs() == {(start, end), (timer, other)}


def test_nothing_to_detach_is_refused(bench: Any) -> None:
    with pytest.raises(Refused):
        detach(bench.diagram, [], 10, 10)
