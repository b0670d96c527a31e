"""Benchmark: tasks a second through the runtime: five stages and events each, beside the engine alone, and stored.

Run as `python tests/benchmarks/bench_runtime.py`.
"""

from __future__ import annotations

import asyncio
import gc
import tempfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import Plan, compile_plan
from procos_studio.runtime.clock import WallClock
from procos_studio.runtime.events import RunEvent
from procos_studio.runtime.run import Runtime
from procos_studio.runtime.store import Store

_LENGTH, _INSTANCES, _TICK = 1_000, 10, 0.001
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


class Measured(NamedTuple):
    """One way: seconds, how many events, and how late (seconds) others on the loop were, in rising order."""

    seconds: float
    events: int
    late: Sequence[float]


async def follow(plan: Plan, store: Store | None) -> Measured:
    """Run the instances, with a neighbour on the loop that wants to be called every millisecond."""
    runtime, late, events = Runtime([plan], clock=WallClock(), store=store), list[float](), 0

    def count(batch: Sequence[RunEvent]) -> None:
        nonlocal events
        events += len(batch)

    def tick(due: float) -> None:
        late.append(perf_counter() - due)
        if not has_ended:
            loop.call_later(_TICK, tick, perf_counter() + _TICK)

    runtime.events.connect(count)
    loop, has_ended = asyncio.get_running_loop(), False
    loop.call_later(_TICK, tick, perf_counter() + _TICK)
    began = perf_counter()
    for _ in range(_INSTANCES):
        await runtime.start("bench", {})
    await runtime.until_done()
    seconds = perf_counter() - began
    has_ended = True
    await runtime.stop()
    return Measured(seconds, events, sorted(late))


def main() -> None:
    """Print a line for each way."""
    tasks, first = _LENGTH * _INSTANCES, 0.0
    plans = {name: chain(task) for name, task in _TASKS.items()}
    # as the studio does with what it has opened: it would be looked through again and again
    gc.freeze()
    with tempfile.TemporaryDirectory() as folder:
        for name, plan in plans.items():
            for stored in (False, True):
                store = Store(Path(folder) / f"{len(name)}.db") if stored else None
                seconds, events, late = asyncio.run(follow(plan, store))
                first = first or seconds
                told = f"{tasks / seconds:>9,.0f} tasks/s {events / seconds:>9,.0f} events/s"
                turn = f"others wait: median {_ms(late, 0.5)}, 99 % {_ms(late, 0.99)}, longest {_ms(late, 1)} ms"
                print(f"{name + (', stored' if stored else ''):<34}{told}   {seconds / first:5.1f} x   {turn}")
                if store is not None:
                    store.close()


def _ms(late: Sequence[float], share: float) -> str:
    return f"{late[min(int(len(late) * share), len(late) - 1)] * 1_000:.1f}"


if __name__ == "__main__":
    main()
