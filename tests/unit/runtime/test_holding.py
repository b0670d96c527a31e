"""Holding: a run that a breakpoint or a step has stopped, over the real engine, its clock and its store."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from procos_studio.runtime.breakpoints import Breakpoint, Breakpoints, Step
from procos_studio.runtime.clock import VIRTUAL_START, VirtualClock
from procos_studio.runtime.events import EventKind
from procos_studio.runtime.run import Runtime
from procos_studio.runtime.store import Store

K = EventKind
A, B = ("a", '<task id="a"/>'), ("b", '<task id="b"/>')
WORK = ("work", '<scriptTask id="work" scriptFormat="python"><script>n = n + 1</script></scriptTask>')
HOUR = "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>"
WAIT = ("wait", f'<intermediateCatchEvent id="wait">{HOUR}</intermediateCatchEvent>')


def at(*elements: str) -> Breakpoints:
    return Breakpoints(tuple(Breakpoint(element) for element in elements))


def stands(scene: Any) -> str:
    return scene.runtime.stop_at.element if scene.runtime.stop_at is not None else ""


def test_a_run_stops_before_a_breakpoint_and_goes_on(run: Any, line: Any) -> None:
    async def act(scene: Any) -> None:
        # given a breakpoint
        scene.runtime.set_breakpoints(at("b"))
        # when it runs, then it rests before it, and everything before has been told
        await scene.runtime.start("p", {"n": 1})
        await scene.runtime.until_idle()
        assert stands(scene) == "b"
        assert [event.element for event in scene.of(K.ELEMENT_COMPLETED)] == ["s", "work", "a"]
        # when it goes on, then it ends
        scene.runtime.resume()
        await scene.runtime.until_done()
        assert stands(scene) == ""

    assert run(line(WORK, A, B), act).status == "done"


def test_steps_wait_for_work_and_for_a_pause(run: Any, line: Any) -> None:
    async def act(scene: Any) -> None:
        # given a run that begins with a step
        scene.runtime.resume(Step.INTO)
        await scene.runtime.start("p", {"n": 1})
        seen = []
        # when it is stepped to its end
        await scene.runtime.until_idle()
        while stands(scene):
            seen.append((stands(scene), dict(scene.runtime.state.instances["i1"].variables)))
            scene.runtime.resume(Step.OVER)
            await scene.runtime.until_idle()
        # then the result of each work is there before the next
        assert seen == [("s", {"n": 1}), ("work", {"n": 1}), ("a", {"n": 2}), ("e", {"n": 2})]

    run(line(WORK, A), act)


def test_time_stands_still_while_a_run_is_stopped(run: Any, line: Any) -> None:
    async def act(scene: Any) -> None:
        # given a timer in one branch and a stop in the other
        scene.runtime.set_breakpoints(at("b"))
        await scene.runtime.start("p", {"n": 1})
        await scene.runtime.until_idle()
        assert stands(scene) == "b"
        # when the loop turns many times, then virtual time does not jump
        for _ in range(50):
            await asyncio.sleep(0)
        assert scene.runtime.state.time == VIRTUAL_START
        assert not scene.of(K.TIMER_FIRED)
        scene.runtime.resume()
        await scene.runtime.until_done()

    flows = '<parallelGateway id="f"/><sequenceFlow id="1" sourceRef="s0" targetRef="f"/><startEvent id="s0"/>'
    flows += '<sequenceFlow id="2" sourceRef="f" targetRef="wait"/><sequenceFlow id="3" sourceRef="f" targetRef="b"/>'
    scene = run(flows + WAIT[1] + B[1], act)
    assert scene.runtime.state.time == VIRTUAL_START + 3600


def test_a_stop_is_no_history_and_a_run_that_dies_in_it_goes_on_from_before_the_element(
    line: Any, run: Any, tmp_path: Path
) -> None:
    async def first(scene: Any) -> None:
        scene.runtime.set_breakpoints(at("b"))
        await scene.runtime.start("p", {"n": 1})
        await scene.runtime.until_idle()
        assert stands(scene) == "b"

    async def again() -> Runtime:
        store = Store(tmp_path / "world.db")
        runtime = await Runtime.reopen(store, clock=VirtualClock())
        try:
            await runtime.until_done()
        finally:
            await runtime.stop()
            store.close()
        return runtime

    # given a stored run that stands before a breakpoint when it ends
    store = Store(tmp_path / "world.db")
    scene = run(line(WORK, A, B), first, store=store)
    store.close()
    # when it is opened again, then it has done the rest, and nothing twice
    runtime = asyncio.run(asyncio.wait_for(again(), 20))
    assert [event.element for event in scene.of(K.ELEMENT_COMPLETED)] == ["s", "work", "a"]
    assert sorted(key for key, item in runtime.state.elements.items() if item.completed) == ["b", "e"]
    assert runtime.state.instances["i1"].variables["n"] == 2


def test_a_stopped_run_can_be_ended(run: Any, line: Any) -> None:
    async def act(scene: Any) -> None:
        scene.runtime.set_breakpoints(at("work"))
        await scene.runtime.start("p", {"n": 1})
        await scene.runtime.until_idle()

    assert run(line(WORK), act).status == "cancelled"
