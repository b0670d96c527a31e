"""A program that begins or goes on with a run on a store, and can be killed at any of its commits.

Run as `child.py STORE NOTES [before|after N]`: with the last two it kills itself around its N-th commit. What its tasks
do, and what was acknowledged, is noted in the file NOTES.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from procos_studio.bpmn import read_bytes
from procos_studio.compiler import compile_plan
from procos_studio.problems import Problem
from procos_studio.runtime import adapters, late
from procos_studio.runtime.adapters import AdapterError, Config, Job
from procos_studio.runtime.adapters.doors import Doors
from procos_studio.runtime.clock import VIRTUAL_START, VirtualClock
from procos_studio.runtime.run import Runtime
from procos_studio.runtime.settings import PdeKind
from procos_studio.runtime.store import Store

TOPIC = "test.note"


class KilledStore(Store):
    """Dies around its commit number `at`."""

    when, at, count = "", 0, 0

    def _seal(self) -> None:
        self.count += 1
        self._perhaps_die("before")
        super()._seal()
        self._perhaps_die("after")

    def _perhaps_die(self, moment: str) -> None:
        if (self.when, self.at) == (moment, self.count):
            os.kill(os.getpid(), signal.SIGKILL)


class Notes:
    """Serves the topic: notes that a task begins and ends, under its key; the one called `flaky` fails at first."""

    topic = TOPIC
    kind = PdeKind.GENERAL
    is_immediate = False
    schema: Mapping[str, Any] = {}
    path = Path()

    def note(self, *words: object) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(" ".join(map(str, words)) + "\n")

    def validate(self, config: Config) -> list[Problem]:
        return []

    def place(self, config: Config) -> str:
        return ""

    async def health(self, config: Config, doors: Doors) -> str:
        return ""

    async def execute(self, job: Job) -> dict[str, Any]:
        self.note("begin", job.key)
        await asyncio.sleep(0)
        if job.config.get("flaky") and f"failed {job.key}" not in self.path.read_text(encoding="utf-8"):
            self.note("failed", job.key)
            raise AdapterError("not yet", retryable=True)
        self.note("end", job.key)
        return {"square": job.variables["number"] ** 2}


ADAPTER = Notes()


async def run(store: Store, diagram: bytes) -> None:
    """Begin, or go on; do what people do; end."""
    compiled = compile_plan(read_bytes(diagram).diagram, source=diagram)
    assert compiled.plan is not None, compiled.problems
    last = max((event.time for event in store.events()), default=VIRTUAL_START)
    if store.instances():
        runtime = await Runtime.reopen(store, clock=VirtualClock(last))
    else:
        runtime = Runtime([compiled.plan], clock=VirtualClock(last), store=store)
        instance = await runtime.start("p", {"number": 3, "numbers": [1, 2, 3]})
        ADAPTER.note("acknowledged start", instance)
    answered = set[str]()
    while any(item.status == "running" for item in store.instances()):
        for token in set(runtime.state.user_tasks) - answered:
            answered.add(token)
            await runtime.complete_user_task(token, {"ok": True})
            ADAPTER.note("acknowledged answer", token)
        if await runtime.message("paid", {"sum": 7}):
            ADAPTER.note("acknowledged message")
        await asyncio.sleep(0.001)
    await runtime.until_done()
    await runtime.stop()


def main() -> None:
    """Take the arguments."""
    ADAPTER.path = Path(sys.argv[2])
    late.LATE[TOPIC] = __name__  # type: ignore[index]
    adapters.ADAPTERS[TOPIC] = PdeKind.GENERAL  # type: ignore[index]
    diagram = Path(__file__).with_name("everything.bpmn").read_bytes()
    with KilledStore(sys.argv[1]) as store:
        store.count = 0
        if len(sys.argv) > 3:
            store.when, store.at = sys.argv[3], int(sys.argv[4])
        asyncio.run(run(store, diagram))
        print(store.count)


if __name__ == "__main__":
    main()
