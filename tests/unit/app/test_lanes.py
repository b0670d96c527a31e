"""Lanes show what each PDE did when."""

from __future__ import annotations

from procos_studio.app.lanes import KINDS, Lanes
from procos_studio.runtime.events import EventKind, RunEvent


def stage(time: float, pde: str, name: str, verdict: str = "", token: str = "t") -> RunEvent:
    kind = EventKind.STAGE_FINISHED if verdict else EventKind.STAGE_STARTED
    return RunEvent(0, "i", kind, "task", token, time, {"stage": name, "pde": pde, "verdict": verdict, "detail": "d"})


def test_every_kind_has_a_lane_before_anything_happens() -> None:
    assert [lane.kind for lane in Lanes().lanes()] == list(KINDS)


def test_a_stage_becomes_a_segment_from_its_start_to_its_end() -> None:
    # given
    lanes = Lanes()
    # when a stage starts
    lanes.add([stage(1, "ai 1", "gateway")])
    # then it is open
    (segment,) = lanes.lanes()[1].segments
    assert (segment.start, segment.end, segment.verdict) == (1, None, "running")
    # when it ends
    lanes.add([stage(3, "ai 1", "gateway", "failed")])
    # then it has its verdict
    (segment,) = lanes.lanes()[1].segments
    assert (segment.start, segment.end, segment.verdict) == (1, 3, "failed")


def test_two_of_a_kind_have_a_lane_each_and_a_person_the_last() -> None:
    lanes = Lanes()
    lanes.add([stage(1, "ai 1", "start"), stage(1, "ai 2", "start", token="u"), stage(2, "person", "gateway")])
    assert [(lane.kind, lane.number) for lane in lanes.lanes()] == [
        ("general", 1),
        ("ai", 1),
        ("ai", 2),
        ("integration", 1),
        ("meta", 1),
        ("person", 0),
    ]
