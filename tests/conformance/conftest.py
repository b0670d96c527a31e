"""The runner of conformance cases: each is run through the real runtime, its pipeline and its sandbox."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from procos_studio.bpmn import read_file
from procos_studio.compiler import Plan, compile_plan
from procos_studio.problems import Refused
from procos_studio.runtime.clock import VirtualClock
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.run import Runtime

AT_ONCE = 4
"""So many files are run side by side."""

_FAILED = frozenset({EventKind.INSTANCE_FAILED, EventKind.INCIDENT_RAISED})


@dataclass(frozen=True)
class Verdict:
    """How the cases of one file went; `faults` say what came instead of what was expected."""

    name: str
    faults: tuple[str, ...]


class CappedClock(VirtualClock):
    """Virtual time that does not jump past `limit`; `rested` is set when nothing more happens until then."""

    def __init__(self) -> None:
        super().__init__()
        self.limit = self.now()
        self.rested = asyncio.Event()

    def enter(self) -> None:
        self.rested.clear()
        super().enter()

    def _let_jump(self) -> None:
        if self._actors == 0:
            asyncio.get_running_loop().call_soon(self._jump)

    def _jump(self) -> None:
        while self._sleepers and self._sleepers[0][2].done():
            self._sleepers.pop(0)
            self._sleepers.sort()
        if self._sleepers and self._sleepers[0][0] <= self.limit:
            super()._jump()
        elif self._actors == 0:
            self.rested.set()

    async def pass_time(self, seconds: float) -> None:
        """Let all that is due within `seconds` happen."""
        self.limit += seconds
        self.enter()
        self.leave()
        await self.rested.wait()
        self._now = self.limit


@pytest.fixture
def run_all() -> Callable[[Path], list[Verdict]]:
    """Runs every case file below a folder."""
    return lambda folder: asyncio.run(_run_all(sorted(folder.rglob("*.yaml"))))


async def _run_all(files: Sequence[Path]) -> list[Verdict]:
    places = asyncio.Semaphore(AT_ONCE)

    async def one(file: Path) -> Verdict:
        async with places:
            return await _run_file(file)

    return list(await asyncio.gather(*map(one, files)))


async def _run_file(file: Path) -> Verdict:
    spec = yaml.safe_load(file.read_text(encoding="utf-8"))
    plan = _plan(file.parent / spec["bpmn"])
    faults = [fault for case in spec["cases"] if (fault := await _run_case(plan, spec, case))]
    return Verdict(spec["name"], tuple(faults))


def _plan(file: Path) -> Plan | None:
    """The plan; None where the file is refused with a problem that says why."""
    try:
        compiled = compile_plan(read_file(file).diagram)
    except Refused:
        return None
    assert compiled.plan is not None or compiled.problems
    return compiled.plan


async def _run_case(plan: Plan | None, spec: Mapping[str, Any], case: Mapping[str, Any]) -> str:
    """What is wrong with the trace; empty where nothing is."""
    events: list[RunEvent] = []
    if plan is not None:
        await _drive(plan, case, events)
    failed = plan is None or any(event.kind in _FAILED for event in events)
    trace = sorted(_once(_tokens(spec, events)))
    wanted = [str(token) for token in case["expect_trace"]]
    wants_failure = any(token.startswith("ERROR") for token in wanted)
    rest = sorted(token for token in wanted if not token.startswith("ERROR"))
    if trace == rest and failed == wants_failure:
        return ""
    variables = [start.get("variables", {}) for start in case["start"]]
    return f"with {variables}: expected {wanted}, came {trace}{' and an error' if failed else ''}"


async def _drive(plan: Plan, case: Mapping[str, Any], events: list[RunEvent]) -> None:
    clock = CappedClock()
    runtime = Runtime([plan], clock=clock)
    runtime.events.connect(events.extend)
    try:
        for start in case["start"]:
            await runtime.start(start["process"], start.get("variables", {}))
            await clock.pass_time(0)
        await clock.pass_time(float(case.get("advance_clock_seconds", 0)))
    finally:
        await runtime.stop()


def _tokens(spec: Mapping[str, Any], events: Sequence[RunEvent]) -> Iterator[str]:
    for event in events:
        if event.kind is EventKind.ELEMENT_COMPLETED and event.element in spec["tokens"]:
            yield str(spec["tokens"][event.element])
    if spec.get("overlap") and _overlap(events, spec["overlap"]):
        yield "EXECUTION_parallel"


def _overlap(events: Sequence[RunEvent], elements: Sequence[str]) -> bool:
    """Whether each of the elements was called before the first of them had been served."""
    called = [_first(events, EventKind.STAGE_STARTED, element) for element in elements]
    served = [_first(events, EventKind.STAGE_FINISHED, element) for element in elements]
    return None not in called and None not in served and max(filter(None, called)) < min(filter(None, served))


def _first(events: Iterable[RunEvent], kind: EventKind, element: str) -> int | None:
    found = (item for item in events if item.kind is kind and item.element == element)
    return next((item.seq for item in found if item.data.get("stage") == "gateway"), None)


def _once(tokens: Iterable[str]) -> list[str]:
    """Markers count once."""
    found = list(tokens)
    return [token for token in found if token != "MARKER_exists"] + ["MARKER_exists"] * ("MARKER_exists" in found)
