"""Benchmark: runs on a store: committed in batches, each start synced on its own, a thousand that wait at once, and a
hundred thousand one after the other.

Run as `python tests/benchmarks/bench_durable.py`. The peer is the same run without a store.
"""

from __future__ import annotations

import asyncio
import gc
import resource
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import Plan, compile_plan
from procos_studio.runtime.clock import VirtualClock, WallClock
from procos_studio.runtime.run import Runtime
from procos_studio.runtime.store import Store, Synchronous

_MANY, _SYNCED, _WAITING = 3_000, 300, 1_000
_LONG, _TOGETHER = 100_000, 200
_HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="bench"'
    ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="bench" isExecutable="true">'
)
_STAGED = '<serviceTask id="{key}" camunda:type="external" camunda:topic="procos.transform"/>'
_TIMER = (
    '<intermediateCatchEvent id="{key}"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>'
    "</intermediateCatchEvent>"
)


def chain(*tasks: str) -> Plan:
    """A start, these tasks one after the other, an end."""
    keys = ["start", *(f"t{number}" for number in range(len(tasks))), "end"]
    nodes = "".join(task.format(key=key) for key, task in zip(keys[1:-1], tasks, strict=True))
    flows = "".join(f'<sequenceFlow id="f{two}" sourceRef="{one}" targetRef="{two}"/>' for one, two in pairwise(keys))
    xml = f'{_HEAD}<startEvent id="start"/>{nodes}<endEvent id="end"/>{flows}</process></definitions>'.encode()
    plan = compile_plan(read_bytes(xml).diagram, source=xml).plan
    assert plan is not None
    return plan


async def batches(plan: Plan, store: Store | None, count: int) -> float:
    """Seconds for so many instances that are started together."""
    runtime = Runtime([plan], clock=WallClock(), store=store)
    began = perf_counter()
    await asyncio.gather(*(runtime.start("bench", {"n": number}) for number in range(count)))
    await runtime.until_done()
    spent = perf_counter() - began
    await runtime.stop()
    return spent


async def one_by_one(plan: Plan, store: Store | None, count: int) -> float:
    """Seconds for so many starts, each of which is acknowledged before the next."""
    runtime = Runtime([plan], clock=WallClock(), store=store)
    began = perf_counter()
    for number in range(count):
        await runtime.start("bench", {"n": number})
    spent = perf_counter() - began
    await runtime.until_done()
    await runtime.stop()
    return spent


async def at_once(plan: Plan, store: Store) -> tuple[float, int]:
    """Seconds for a thousand that wait in the middle and are left there, and gone on with; how many completed."""
    began = perf_counter()
    clock = VirtualClock()
    clock.enter()
    runtime = Runtime([plan], clock=clock, store=store)
    await asyncio.gather(*(runtime.start("bench", {"n": number}) for number in range(_WAITING)))
    await runtime.until_settled()
    await runtime.stop()
    again = await Runtime.reopen(store, clock=VirtualClock(clock.now()))
    await again.until_idle()
    for token in list(again.state.user_tasks):
        again.complete_user_task(token, {"ok": True})
    await again.until_done()
    await again.stop()
    return perf_counter() - began, sum(item.status == "done" for item in store.instances())


def rows(folder: Path) -> Iterator[tuple[str, float, str, float]]:
    """What was measured: label, figure, unit, and the figure without a store."""
    passing, staged = chain(*['<task id="{key}"/>'] * 10), chain(*[_STAGED] * 10)
    for name, plan, count in (("ten tasks", passing, _MANY), ("ten tasks with stages", staged, _MANY // 10)):
        peer = count / asyncio.run(batches(plan, None, count))
        with Store(folder / f"{name}.db") as store:
            yield f"{name}, in batches", count / asyncio.run(batches(plan, store, count)), "instances/s", peer
    peer = _SYNCED / asyncio.run(one_by_one(passing, None, _SYNCED))
    for how in Synchronous:
        with Store(folder / f"{how}.db", how) as store:
            figure = _SYNCED / asyncio.run(one_by_one(passing, store, _SYNCED))
            yield f"each start acknowledged, {how}", figure, "starts/s", peer


async def for_ever(plan: Plan, store: Store) -> Iterator[tuple[int, int, float]]:
    """Early on and after very many instances: how many there were, the objects there are then, and the memory (MB)."""
    runtime, found = Runtime([plan], clock=WallClock(), store=store), []
    for count in range(_TOGETHER, _LONG + 1, _TOGETHER):
        await asyncio.gather(*(runtime.start("bench", {"n": number}) for number in range(_TOGETHER)))
        await runtime.until_done()
        if count in (_LONG // 10, _LONG):
            gc.collect()
            found.append((count, len(gc.get_objects()), memory()))
    await runtime.stop()
    return iter(found)


def memory() -> float:
    """The memory of this process at its most (MB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print a line for each way."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plan = chain('<task id="{key}"/>', _TIMER, '<userTask id="{key}"/>', _STAGED)
        with Store(folder / "waiting.db") as store:
            seconds, done = asyncio.run(at_once(plan, store))
            told = f"{done:,} completed in {seconds:.1f} s, {memory():,.0f} MB at most"
            print(f"{_WAITING:,} at once, stopped, gone on with: {told}")
        for label, figure, unit, peer in rows(folder):
            print(f"{label:<34}{figure:>9,.0f} {unit:<12}{peer:>9,.0f} without a store")
        with Store(folder / "long.db") as store:
            for count, objects, most in asyncio.run(for_ever(chain('<task id="{key}"/>', _STAGED), store)):
                print(f"after {count:>7,} one after the other {objects:>9,} objects {most:>9,.0f} MB at most")


if __name__ == "__main__":
    main()
