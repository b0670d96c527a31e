"""Benchmark: tasks a second through the runtime: five stages and events each, beside the engine alone, and stored.

Run as `python tests/benchmarks/bench_runtime.py`.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import Plan, compile_plan
from procos_studio.runtime.clock import WallClock
from procos_studio.runtime.events import RunEvent
from procos_studio.runtime.run import Runtime
from procos_studio.runtime.store import Store

_LENGTH, _INSTANCES = 1_000, 10
_HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="bench"'
    ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="bench" isExecutable="true">'
)
_TASKS = {
    "passed inside the engine": '<task id="{key}"/>',
    "with five stages": '<serviceTask id="{key}" camunda:type="external" camunda:topic="procos.transform"/>',
}


def chain(task: str) -> Plan:
    """A start, 1,000 tasks one after the other, an end."""
    keys = ["start", *(f"t{number}" for number in range(_LENGTH)), "end"]
    tasks = "".join(task.format(key=key) for key in keys[1:-1])
    flows = "".join(f'<sequenceFlow id="f{two}" sourceRef="{one}" targetRef="{two}"/>' for one, two in pairwise(keys))
    xml = f'{_HEAD}<startEvent id="start"/>{tasks}<endEvent id="end"/>{flows}</process></definitions>'
    plan = compile_plan(read_bytes(xml.encode()).diagram, source=xml.encode()).plan
    assert plan is not None
    return plan


async def follow(plan: Plan, store: Store | None) -> tuple[float, int, float]:
    """Run the instances; seconds, events, and the longest time (seconds) for which nobody else had the loop."""
    runtime, gaps, last, events = Runtime([plan], clock=WallClock(), store=store), [0.0], perf_counter(), 0

    def count(batch: Sequence[RunEvent]) -> None:
        nonlocal events
        events += len(batch)

    async def watch() -> None:
        nonlocal last
        while True:
            now = perf_counter()
            gaps.append(now - last)
            last = now
            await asyncio.sleep(0)

    runtime.events.connect(count)
    watching = asyncio.create_task(watch())
    began = perf_counter()
    for _ in range(_INSTANCES):
        await runtime.start("bench", {})
    await runtime.until_done()
    seconds = perf_counter() - began
    watching.cancel()
    await runtime.stop()
    return seconds, events, sorted(gaps)[-max(len(gaps) // 100, 1)]


def main() -> None:
    """Print a line for each way."""
    tasks, first = _LENGTH * _INSTANCES, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for name, task in _TASKS.items():
            plan = chain(task)
            for stored in (False, True):
                store = Store(Path(folder) / f"{len(name)}.db") if stored else None
                seconds, events, gap = asyncio.run(follow(plan, store))
                first = first or seconds
                told = f"{tasks / seconds:>9,.0f} tasks/s {events / seconds:>9,.0f} events/s"
                turn = f"99 % of turns up to {gap * 1000:4.1f} ms"
                print(f"{name + (', stored' if stored else ''):<34}{told}   {seconds / first:5.1f} x   {turn}")
                if store is not None:
                    store.close()


if __name__ == "__main__":
    main()
