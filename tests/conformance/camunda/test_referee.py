"""The engine means what Camunda 7 means, save where docs/semantics.md says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import Plan, compile_plan
from tests.conformance.camunda.comparing import differences
from tests.conformance.camunda.playing import Player


def test_the_engine_does_what_camunda_does(case: Any) -> None:
    # given a process, what the outside does with it, and what Camunda did
    plan = _plan(case)
    # when our engine plays the same
    ours = Player(plan).play(case.play)
    # then nothing differs, save what is meant to
    found = differences(plan, case.ordered, ours, {**case.theirs, **case.ours})
    assert not found, "\n".join(found)
    assert bool(case.ours) == bool(case.differs)


def test_camunda_still_does_what_was_kept(case: Any, referee: Mapping[str, Any]) -> None:
    # given what a real Camunda did when the case was written
    # when it is asked again
    # then it does the same, in an order that BPMN allows
    found = differences(_plan(case), case.ordered, referee[case.name], case.theirs)
    assert not found, "\n".join(found)


def _plan(case: Any) -> Plan:
    compiled = compile_plan(read_bytes(case.bpmn.encode()).diagram)
    assert compiled.plan is not None, [str(problem) for problem in compiled.problems]
    return compiled.plan
