"""Work on its way: cancelled before its first turn, done without one, and an exception that is a bug."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from procos_studio.runtime.carrying import Carrying
from procos_studio.runtime.clock import VirtualClock
from procos_studio.runtime.engine import Work
from procos_studio.runtime.pde.passage import Done, Result
from procos_studio.runtime.secrets import Secrets
from procos_studio.runtime.settings import Settings


class Carried:
    """A Carrying that notes what comes out of it."""

    def __init__(self, done: Callable[[Work, Result], None] | None = None) -> None:
        self.clock = VirtualClock()
        self.told: list[tuple[str, str, str]] = []
        self.results: list[Result] = []
        self.bugs: list[BaseException] = []
        self.carrying = Carrying(
            self.clock,
            Settings(),
            Secrets({}),
            lambda work, kind, data: self.told.append((work.id, str(kind), data.get("verdict", ""))),
            lambda: None,
            done or (lambda work, result: self.results.append(result)),
            lambda: None,
            self.bugs.append,
        )


def work(key: str, kind: str = "script", **more: Any) -> Work:
    return Work(key, "i1", "p", "task", "Task", key, kind, language="python", **more)


def test_work_that_is_cancelled_before_its_first_turn_ends_its_stage_and_frees_its_pde() -> None:
    async def scene() -> Carried:
        carried = Carried()
        carried.carrying.begin(work("t1", code="import time\ntime.sleep(60)"))
        carried.carrying.cancel("t1")
        await asyncio.sleep(0.05)
        assert carried.carrying.busy == 0
        carried.carrying.begin(work("t2", code="x = 1"))
        while not carried.results:
            await asyncio.sleep(0.01)
        await carried.carrying.stop()
        return carried

    carried = asyncio.run(scene())
    assert ("t1", "StageFinished", "skipped") in carried.told
    assert carried.results == [Done({"x": 1})]
    assert carried.clock._actors == 0


def test_work_that_waits_for_nothing_is_done_before_begin_returns() -> None:
    async def scene() -> Carried:
        carried = Carried()
        # the first of a topic loads its adapter away from the loop
        for key in ("t1", "t2"):
            carried.carrying.begin(work(key, "service", topic="procos.transform", parameters={"a": 1}))
            if key == "t1":
                while not carried.results:
                    await asyncio.sleep(0.01)
        assert len(carried.results) == 2
        await carried.carrying.stop()
        return carried

    assert asyncio.run(scene()).results == [Done({"a": 1}), Done({"a": 1})]


def test_a_bug_behind_the_pipeline_is_handed_on() -> None:
    def broken(work: Work, result: Result) -> None:
        raise ZeroDivisionError

    async def scene() -> Carried:
        carried = Carried(broken)
        carried.carrying.begin(work("t1", code="x = 1"))
        while not carried.bugs:
            await asyncio.sleep(0.01)
        await carried.carrying.stop()
        return carried

    carried = asyncio.run(scene())
    assert [type(bug) for bug in carried.bugs] == [ZeroDivisionError]
    assert carried.clock._actors == 0


def test_an_answer_is_taken_once_and_only_where_one_is_expected() -> None:
    async def scene() -> list[object]:
        carried = Carried()
        task = work("t1", "user")
        before = carried.carrying.answer("t1", {})
        carried.carrying.expect(task)
        early = carried.carrying.answer("t1", {"ok": True})
        again = carried.carrying.answer("t1", {"ok": False})
        carried.carrying.begin(task)
        while not carried.results:
            await asyncio.sleep(0)
        await carried.carrying.stop()
        assert carried.clock._actors == 0
        return [before, early, again, *carried.results]

    assert asyncio.run(scene()) == [False, True, False, Done({"ok": True})]


@pytest.mark.parametrize("begun", [False, True])
def test_a_user_task_that_is_cancelled_takes_no_answer(begun: bool) -> None:
    async def scene() -> tuple[bool, int]:
        carried = Carried()
        task = work("t1", "user")
        carried.carrying.expect(task)
        if begun:
            carried.carrying.begin(task)
            await asyncio.sleep(0.01)
        carried.carrying.cancel("t1")
        await asyncio.sleep(0.01)
        answered = carried.carrying.answer("t1", {})
        await carried.carrying.stop()
        return answered, carried.clock._actors

    assert asyncio.run(scene()) == (False, 0)
