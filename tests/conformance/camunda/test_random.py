"""Random processes: our engine and a real Camunda do the same with them; opt-in, and as many as one asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

import pytest

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import compile_plan
from tests.conformance.camunda.comparing import differences
from tests.conformance.camunda.generating import Maker, played
from tests.conformance.camunda.notation import bpmn

Ask = Callable[[Sequence[Mapping[str, Any]]], list[Any]]
BROKEN = "NullPointerException"
"""A Camunda that breaks is no referee: it does where a sub-process ends in which a border forked, and can be undone."""


def test_random_processes_do_what_they_do_in_camunda(request: pytest.FixtureRequest, ask_camunda: Ask) -> None:
    # given random processes with random deeds of the outside, played on our engine
    first, count = request.config.getoption("--seed"), request.config.getoption("--worlds")
    worlds = [world for seed in range(first, first + count) if (world := _world(seed)) is not None]
    # when a real Camunda plays the same
    theirs = ask_camunda([{"bpmn": world["bpmn"], "play": world["play"]} for world in worlds])
    # then at every step the same has begun, ended and is waited for, with the same variables
    failures = []
    for world, other in zip(worlds, theirs, strict=True):
        if any(step.get("refused") == BROKEN for step in other.get("steps", [])):
            continue
        found = [f"refused: {other['refused']}"] if "refused" in other else _compared(world, other)
        if found:
            failures.append("\n".join([f"--seed {world['seed']} --worlds 1", world["text"], *found]))
    assert not failures, f"{len(failures)} of {count} differ\n" + "\n\n".join(sorted(failures, key=len)[:3])


def _world(seed: int) -> dict[str, Any] | None:
    """None where it has run away."""
    chance = Random(seed)
    maker = Maker(chance)
    processes = maker.process(chance.randint(2, 8))
    xml = bpmn(processes)
    compiled = compile_plan(read_bytes(xml.encode()).diagram)
    assert compiled.plan is not None, [str(problem) for problem in compiled.problems]
    play, ours = played(compiled.plan, maker.guarded, chance)
    if any(wait.startswith("incident") for step in ours["steps"] for wait in step["waits"]):
        return None
    text = "\n".join([processes["p"], *map(str, play)])
    return {"seed": seed, "bpmn": xml, "play": play, "ours": ours, "plan": compiled.plan, "text": text}


def _compared(world: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    return differences(world["plan"], "", world["ours"], other)
