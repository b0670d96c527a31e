from __future__ import annotations

from typing import Any

import pytest

from procos_studio.edits.connect import connect
from procos_studio.edits.group import group
from procos_studio.edits.set_condition import set_condition
from procos_studio.edits.ungroup import ungroup
from procos_studio.model.records import FlowNode, SequenceFlow
from procos_studio.problems import Refused


def _kinds(bench: Any, scope: str) -> list[str]:
    return sorted(node.kind for node in bench.diagram.children(scope, FlowNode))


def test_grouped_blocks_stand_on_a_page_of_their_own(bench: Any) -> None:
    # given four blocks in a row, the second with a timer
    start, a, b, end = bench.chain("start", "task", "task", "end")
    timer = bench.put("boundary-timer", 320, 140, a)
    inner = bench.flow(a, b)
    # when the middle two become a subsystem
    with bench.sound_edit():
        sub = group(bench.diagram, [a, b], "Prepare")
    # then it stands in their middle, between what was before and after them
    assert bench.diagram[sub].name == "Prepare"
    assert bench.box(sub).center == (400, 100)
    assert (start, sub) in bench.pairs()
    assert (sub, end) in bench.pairs()
    # and inside are the two, their flow and timer, a start and an end, all drawn on the subsystem's page
    page = bench.diagram.plane_of(sub).id
    assert _kinds(bench, sub) == ["boundaryEvent", "endEvent", "startEvent", "task", "task"]
    assert bench.diagram[inner].parent == sub
    assert {bench.diagram.shape(key).parent for key in (a, b, timer)} == {bench.diagram.edge(inner).parent} == {page}


def test_ungrouping_gives_back_what_grouping_took(bench: Any) -> None:
    # given a subsystem made of the middle two of four blocks
    start, a, b, end = bench.chain("start", "task", "task", "end")
    before = bench.pairs()
    sub = group(bench.diagram, [a, b])
    # when it is ungrouped
    with bench.sound_edit():
        made = ungroup(bench.diagram, sub)
    # then the flow is as it was, on one page
    assert set(made) == {a, b}
    assert bench.pairs() == before
    assert {bench.diagram.shape(key).parent for key in (start, a, b, end)} == {bench.plane}
    # and nothing overlaps
    boxes = [bench.box(key) for key in (start, a, b, end)]
    assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)


def test_conditions_of_the_ways_out_stay_inside(bench: Any) -> None:
    # given a decision whose two ways lead to one task
    first, gate, last = bench.chain("task", "decision", "task")
    other = bench.put("task", 500, 300)
    connect(bench.diagram, gate, other)
    connect(bench.diagram, other, last)
    set_condition(bench.diagram, bench.flow(gate, last), "${quick}")
    # when the decision and the other way become a subsystem
    with bench.sound_edit():
        sub = group(bench.diagram, [gate, other])
    # then the conditional flow ends inside
    conditional = [flow for flow in bench.diagram.all(SequenceFlow) if flow.condition]
    assert [flow.parent for flow in conditional] == [sub]
    assert len(bench.diagram.outgoing(sub, SequenceFlow)) == 1
    assert bench.flow(first, sub)


def test_blocks_with_two_entries_are_not_one_subsystem(bench: Any) -> None:
    # given two tasks that are entered separately
    gate = bench.put("decision", 100)
    a, b = bench.put("task", 300, 100), bench.put("task", 300, 300)
    connect(bench.diagram, gate, a)
    connect(bench.diagram, gate, b)
    # when they are grouped
    with pytest.raises(Refused, match="in several places"):
        group(bench.diagram, [a, b])
    # then they stand where they stood
    assert len({bench.diagram[key].parent for key in (a, b, gate)}) == 1


def test_a_parallel_join_is_not_parted_from_its_branches(bench: Any) -> None:
    # given two tasks that a parallel gateway waits for
    a, b = bench.put("task", 100, 100), bench.put("task", 100, 300)
    join, after = bench.put("parallel", 300, 200), bench.put("task", 500, 200)
    for source, target in ((a, join), (b, join), (join, after)):
        connect(bench.diagram, source, target)
    # when the gateway and what follows are grouped
    # then that is refused
    with pytest.raises(Refused, match="parallel join"):
        group(bench.diagram, [join, after])


def test_a_subsystem_with_a_timer_is_not_taken_apart(bench: Any) -> None:
    # given a subsystem with a timer on it
    a, b = bench.chain("task", "task")
    sub = group(bench.diagram, [b])
    bench.put("boundary-timer", *bench.box(sub).center, sub)
    # when it is ungrouped
    with pytest.raises(Refused, match="carries boundary events"):
        ungroup(bench.diagram, sub)
    # then it is still there
    assert (a, sub) in bench.pairs()


def test_the_end_of_a_flow_can_be_grouped_and_taken_apart(bench: Any) -> None:
    # given an end that alone becomes a subsystem
    task, end = bench.chain("task", "end")
    before = bench.pairs()
    sub = group(bench.diagram, [end])
    # when that is taken apart
    with bench.sound_edit():
        ungroup(bench.diagram, sub)
    # then all is as it was
    assert bench.pairs() == before == {(task, end)}


def test_a_start_stays_outside(bench: Any) -> None:
    # given a whole process
    start, task, end = bench.chain("start", "task", "end")
    # when all of it becomes a subsystem
    with bench.sound_edit():
        sub = group(bench.diagram, [start, task, end])
    # then it begins as before, and goes into the subsystem
    assert bench.diagram[start].parent == bench.diagram[sub].parent
    assert (start, sub) in bench.pairs()
    assert _kinds(bench, sub) == ["endEvent", "startEvent", "task"]
    # and a start alone makes none
    with pytest.raises(Refused, match="Choose the blocks"):
        group(bench.diagram, [start])


def test_the_flow_into_a_subsystem_stays_straight(bench: Any) -> None:
    # given a block before two of which the second stands lower
    before, first = bench.chain("task", "task")
    second = bench.put("task", 500, 300)
    connect(bench.diagram, first, second)
    # when these two are grouped
    sub = group(bench.diagram, [first, second])
    # then
    assert len({point.y for point in bench.line(bench.flow(before, sub))}) == 1


def test_an_end_is_not_grouped_where_something_follows(bench: Any) -> None:
    # given a decision of which one way ends, and the other goes on
    gate, end, task = bench.put("decision", 100), bench.put("end", 300, 300), bench.put("task", 300)
    connect(bench.diagram, gate, end)
    connect(bench.diagram, gate, task)
    # when the decision and the end are grouped
    # then that is refused, as it would go on after the end
    with pytest.raises(Refused, match="The flow ends at"):
        group(bench.diagram, [gate, end])
    # and with all that follows it is not
    assert group(bench.diagram, [gate, end, task])


def test_what_is_about_its_scope_is_not_grouped(bench: Any) -> None:
    task, end = bench.chain("task", "end-terminate")
    with pytest.raises(Refused, match="all that is around it"):
        group(bench.diagram, [task, end])


def test_what_ends_no_way_through_the_process_is_grouped_though_something_follows(bench: Any) -> None:
    # given a decision between an error and a step that can be undone, after which another comes
    gate, error, task = bench.put("decision", 100), bench.put("end-error", 300, 300), bench.put("task", 300)
    after = bench.put("task", 500)
    for source, target in ((gate, error), (gate, task), (task, after)):
        connect(bench.diagram, source, target)
    undo = bench.put("task", 300, 200)
    connect(bench.diagram, bench.put("boundary-compensation", 300, 140, host=task), undo)
    # when all but what follows is grouped
    with bench.sound_edit():
        sub = group(bench.diagram, [gate, error, task, undo])
    # then that goes on to what follows, and to nothing else
    assert {target for source, target in bench.pairs() if source == sub} == {after}
    assert bench.diagram[error].parent == bench.diagram[undo].parent == sub
