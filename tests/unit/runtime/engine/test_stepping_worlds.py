"""Stepping through processes of other tools: whoever looks at each element changes nothing of what happens."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from procos_studio.runtime.breakpoints import Breakpoint, Breakpoints, Step
from procos_studio.runtime.engine import Limits
from tests.unit.runtime.runnable import plan_of

FEW = Limits(moves=500, depth=10, alive=100, instances=30)
HOW = (None, Step.OVER, Step.INTO, Step.OUT)
MOST = 3_000
"""So many stops are looked at: an endless loop that somebody steps through is no runaway."""


def test_a_run_that_is_stepped_through_tells_what_it_tells_otherwise(corpus_file: Path, stage: Any) -> None:
    # given a process of another tool, once as it is, and once with a breakpoint or a step at every element
    plan = plan_of(corpus_file)
    plain, stepped = stage(plan, limits=FEW), stage(plan, limits=FEW)
    behind = {flow.target for process in plan.processes for node in process.nodes for flow in _decided(process, node)}
    at = [node.id for process in plan.processes for place, node in enumerate(process.nodes) if place not in behind]
    stepped.engine.debugger.set_breakpoints(Breakpoints(tuple(map(Breakpoint, at[::2]))))
    for play in (plain, stepped):
        world, steps = random.Random(1), random.Random(2)
        # when the same happens to both
        for process in plan.processes:
            for start in [node.id for node in process.nodes if node.kind == "startEvent" and node.parent < 0]:
                play.start(process.id, start_event=start, x=1, approved=True)
                _go_on(play, steps)
        for _ in range(12):
            _happen(play, world)
            _go_on(play, steps)
    # then both have told the same, in the same order
    assert stepped.events == plain.events


def _happen(play: Any, world: random.Random) -> None:
    if play.work:
        work = play.work.pop(world.randrange(len(play.work)))
        play.engine.complete(work.id, {"x": world.randrange(9)})
    elif (due := play.engine.due()) is not None:
        play.now = max(play.now, due)
        play.engine.fire_due()
    play.go()


def _go_on(play: Any, steps: random.Random) -> None:
    for _ in range(MOST):
        if play.engine.debugger.stop is None:
            return
        play.engine.debugger.release(steps.choice(HOW))
        play.go()
    pytest.skip("an endless loop")


def _decided(process: Any, node: Any) -> list[Any]:
    flows = [process.flows[number] for number in node.outgoing]
    return flows if node.kind == "eventBasedGateway" else []
