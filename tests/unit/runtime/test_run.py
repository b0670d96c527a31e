"""The runtime over the real engine: turns, time, people, stopping, and what goes wrong."""

import asyncio
import os
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from procos_studio.problems import Refused
from procos_studio.runtime.clock import VIRTUAL_START, VirtualClock, WallClock
from procos_studio.runtime.events import EventKind
from procos_studio.runtime.settings import Settings
from procos_studio.runtime.state import RunState
from procos_studio.runtime.store import Store

K = EventKind


def script(name: str, code: str, more: str = "") -> tuple[str, str]:
    escaped = code.replace("&", "&amp;").replace("<", "&lt;")
    return name, f'<scriptTask id="{name}" scriptFormat="python" {more}><script>{escaped}</script></scriptTask>'


def timer(name: str, duration: str) -> tuple[str, str]:
    inside = f"<timerEventDefinition><timeDuration>{duration}</timeDuration></timerEventDefinition>"
    return name, f'<intermediateCatchEvent id="{name}">{inside}</intermediateCatchEvent>'


FORM = (
    "form",
    '<userTask id="form" name="Approve"><extensionElements><camunda:formData>'
    '<camunda:formField id="ok" type="boolean" /></camunda:formData></extensionElements></userTask>',
)
BOUNDARY = """<boundaryEvent id="late" attachedToRef="work"><timerEventDefinition>
  <timeDuration>PT{seconds}S</timeDuration></timerEventDefinition></boundaryEvent>
  <endEvent id="too_late" /><sequenceFlow id="x" sourceRef="late" targetRef="too_late" />"""


def test_a_script_changes_variables_and_what_it_prints_is_logged(run: Any, line: Any) -> None:
    scene = run(line(script("work", "n = n + 1\nnew = [n]\nprint('hello')\nprint('again')")))
    assert (scene.status, scene.variables) == ("done", {"n": 2, "new": [2]})
    assert [event.data["text"] for event in scene.of(K.LOG_WRITTEN, "work")] == ["hello\nagain"]


def test_the_last_line_goes_into_the_result_variable(run: Any, line: Any) -> None:
    scene = run(line(script("work", "n * 21", 'camunda:resultVariable="answer"')))
    assert scene.variables == {"n": 1, "answer": 21}


def test_every_task_tells_its_five_stages_in_order(run: Any, line: Any) -> None:
    scene = run(line(script("work", "pass")))
    told = [(str(event.kind), event.data["stage"]) for event in scene.events if event.data.get("stage")]
    names = ["start", "test", "gateway", "validation", "completion"]
    assert told == [pair for name in names for pair in (("StageStarted", name), ("StageFinished", name))]
    assert {event.data["verdict"] for event in scene.of(K.STAGE_FINISHED)} == {"passed"}
    assert [light.verdict for light in scene.runtime.state.elements["work"].stages] == ["passed"] * 5


def test_virtual_time_jumps_over_timers_and_stands_still_while_a_script_works(run: Any, line: Any) -> None:
    # given a script that takes longer on the wall than the timer at its border, and a timer of a year after it
    work = script("work", "import time\ntime.sleep(0.3)")
    body = line(work, timer("year", "P365D")) + BOUNDARY.format(seconds="0.01")
    scene = run(body)
    assert scene.status == "done"
    assert not scene.of(K.TIMER_FIRED, "late")
    assert scene.runtime.state.time == VIRTUAL_START + 365 * 86_400


def test_runs_on_a_virtual_clock_are_equal_event_for_event(run: Any, line: Any) -> None:
    body = line(script("work", "n += 1"), timer("wait", "PT1H"), script("again", "n += 1"))
    assert run(body).events == run(body).events


def test_work_that_is_no_longer_wanted_is_ended_with_its_process(run: Any, line: Any, tmp_path: Path) -> None:
    # given a script that tells its process and sleeps, and a timer that interrupts it
    pid = tmp_path / "pid"
    code = f"import os, time\nopen({str(pid)!r}, 'w').write(str(os.getpid()))\ntime.sleep(60)"
    scene = run(line(script("work", code)) + BOUNDARY.format(seconds="1"), clock=WallClock())
    # then the process is gone, and its stage says why
    assert [event.element for event in scene.of(K.ELEMENT_COMPLETED)][-1] == "too_late"
    assert scene.of(K.STAGE_FINISHED, "work")[-1].data["verdict"] == "skipped"
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)


def test_work_that_comes_as_other_work_is_cancelled_is_done_once(run: Any, line: Any, tmp_path: Path) -> None:
    # given a time limit that cancels a person's work, and a script after it that leaves a trace outside
    trace = tmp_path / "trace"
    after = script("after", f"open({str(trace)!r}, 'a').write('x')")
    limit = BOUNDARY.format(seconds="1").replace("work", "form").replace('<endEvent id="too_late" />', "")
    late = f'{after[1]}<sequenceFlow id="y" sourceRef="after" targetRef="e" />'
    clock = VirtualClock()
    scene = run(line(FORM) + limit.replace("too_late", "after") + late, clock=clock)
    # then it was done once, and nobody is left at work
    assert scene.status == "done"
    assert trace.read_text() == "x"
    assert [event.data["stage"] for event in scene.of(K.STAGE_STARTED, "after")].count("start") == 1
    assert clock._actors == 0


def test_a_user_task_waits_and_goes_on_with_the_answer(run: Any, line: Any) -> None:
    async def act(scene: Any) -> None:
        runtime = scene.runtime
        await runtime.start("p", {"n": 1})
        await runtime.until_idle()
        ((token, task),) = runtime.state.user_tasks.items()
        assert (task.data["name"], str(runtime.state.elements["form"].status)) == ("Approve", "waiting")
        with pytest.raises(Refused):
            runtime.complete_user_task("nobody", {})
        runtime.complete_user_task(token, {"ok": True})
        with pytest.raises(Refused):
            runtime.complete_user_task(token, {"ok": False})
        await runtime.until_done()

    scene = run(line(FORM, script("after", "done = ok")), act)
    assert (scene.status, scene.variables) == ("done", {"n": 1, "ok": True, "done": True})


def test_a_listener_may_answer_a_user_task_at_once(run: Any, line: Any) -> None:
    async def act(scene: Any) -> None:
        def answer(batch: Any) -> None:
            for event in batch:
                if event.kind is K.USER_TASK_CREATED:
                    scene.runtime.complete_user_task(event.token, {"ok": False})

        scene.runtime.events.connect(answer)
        await scene.runtime.start("p", {})
        await scene.runtime.until_done()

    assert run(line(FORM, timer("wait", "PT1H")), act).variables == {"ok": False}


def test_time_does_not_jump_between_an_answer_and_its_effect(run: Any, line: Any) -> None:
    # given a user task with a time limit; when somebody answers before it
    async def act(scene: Any) -> None:
        runtime = scene.runtime
        await runtime.start("p", {})
        runtime.events.connect(
            lambda batch: [
                runtime.complete_user_task(event.token, {}) for event in batch if event.kind is K.USER_TASK_CREATED
            ]
        )
        await runtime.until_done()

    body = line(("work", '<userTask id="work" />')) + BOUNDARY.format(seconds="1")
    assert not run(body, act).of(K.TIMER_FIRED)


def test_a_time_limit_of_a_user_task_comes_by_itself(run: Any, line: Any) -> None:
    scene = run(line(("work", '<userTask id="work" />')) + BOUNDARY.format(seconds="86400"))
    assert (scene.status, len(scene.of(K.TIMER_FIRED)), len(scene.runtime.state.user_tasks)) == ("done", 1, 0)


def test_pause_holds_tokens_and_timers_and_resume_lets_them_go(run: Any, line: Any) -> None:
    async def act(scene: Any) -> None:
        runtime = scene.runtime
        runtime.pause()
        runtime.pause()
        await runtime.start("p", {"n": 1})
        await asyncio.sleep(0.05)
        assert not scene.of(K.ELEMENT_COMPLETED)
        runtime.resume()
        runtime.resume()
        await runtime.until_done()

    assert run(line(timer("wait", "PT1H"), script("work", "n = 2")), act).variables == {"n": 2}


def test_stop_cancels_what_runs_and_leaves_nothing_behind(run: Any, line: Any, tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    code = f"import os, time\nopen({str(pid)!r}, 'w').write(str(os.getpid()))\ntime.sleep(60)"

    async def act(scene: Any) -> None:
        await scene.runtime.start("p", {})
        while not (pid.exists() and pid.read_text()):
            await asyncio.sleep(0.01)
        await scene.runtime.stop()
        await scene.runtime.stop()
        await scene.runtime.until_done()
        assert [task for task in asyncio.all_tasks() if task is not asyncio.current_task()][1:] == []

    scene = run(line(script("work", code)), act)
    assert (scene.status, str(scene.runtime.state.elements["work"].status)) == ("cancelled", "cancelled")
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)


@pytest.mark.skipif(sys.platform != "linux", reason="looks at the children in /proc")
def test_after_a_run_no_child_is_left_not_even_the_one_in_reserve(run: Any, line: Any) -> None:
    assert run(line(script("work", "pass"), script("again", "pass"))).status == "done"
    assert [path.read_text() for path in Path("/proc/self/task").glob("*/children") if path.read_text()] == []


def test_an_incident_waits_for_a_retry(run: Any, line: Any, tmp_path: Path) -> None:
    # given a script that fails as long as a file is missing
    flag = tmp_path / "flag"

    async def act(scene: Any) -> None:
        runtime = scene.runtime
        await runtime.start("p", {})
        await runtime.until_idle()
        ((token, incident),) = runtime.state.incidents.items()
        assert "FileNotFoundError" in incident.message
        with pytest.raises(Refused):
            runtime.retry("nobody")
        flag.write_text("there")
        runtime.retry(token)
        await runtime.until_done()

    scene = run(line(script("work", f"found = open({str(flag)!r}).read()")), act)
    assert (scene.status, scene.variables, len(scene.runtime.state.incidents)) == ("done", {"found": "there"}, 0)


def test_messages_signals_and_cancelling_reach_the_engine(run: Any, line: Any) -> None:
    receive = (
        "receive",
        '<intermediateCatchEvent id="receive"><messageEventDefinition messageRef="m" /></intermediateCatchEvent>',
    )
    listen = (
        "listen",
        '<intermediateCatchEvent id="listen"><signalEventDefinition signalRef="sig" /></intermediateCatchEvent>',
    )

    async def act(scene: Any) -> None:
        runtime = scene.runtime
        await runtime.start("p", {}, "order-1")
        await runtime.until_idle()
        assert await runtime.message("paid", {"sum": 3}, business_key="other") == ""
        assert await runtime.message("paid", {"sum": 3}, business_key="order-1") == "i1"
        await runtime.until_idle()
        assert (await runtime.signal("silence"), await runtime.signal("alarm")) == (0, 1)
        await runtime.until_done()
        second = await runtime.start("p", {})
        runtime.cancel(second)
        await runtime.until_done()
        assert str(runtime.state.instances[second].status) == "cancelled"

    assert run(line(receive, listen), act).variables == {"sum": 3}


def test_a_process_that_does_not_exist_is_refused(run: Any, line: Any) -> None:
    async def act(scene: Any) -> None:
        with pytest.raises(Refused):
            await scene.runtime.start("nobody", {})

    run(line(), act)


def test_a_long_run_leaves_the_loop_to_others_between_turns(run: Any) -> None:
    # given a loop of 20,000 rounds inside the engine, and turns of a millisecond
    body = """<startEvent id="s" /><exclusiveGateway id="g" default="on" /><endEvent id="e" />
      <serviceTask id="work" camunda:expression="${i + 1}" camunda:resultVariable="i" />
      <sequenceFlow id="a" sourceRef="s" targetRef="work" /><sequenceFlow id="b" sourceRef="work" targetRef="g" />
      <sequenceFlow id="on" sourceRef="g" targetRef="work" />
      <sequenceFlow id="out" sourceRef="g" targetRef="e"><conditionExpression>${i == 20000}</conditionExpression>
      </sequenceFlow>"""

    async def act(scene: Any) -> None:
        rounds = 0

        async def others() -> None:
            nonlocal rounds
            while True:
                await asyncio.sleep(0)
                rounds += 1

        other = asyncio.create_task(others())
        await scene.runtime.start("p", {"i": 0})
        await scene.runtime.until_done()
        other.cancel()
        assert rounds >= len(scene.batches) > 10

    scene = run(body, act, settings=Settings(turn=0.001))
    assert scene.variables == {"i": 20_000}


def test_many_tasks_that_need_nothing_go_through_their_stages_within_few_turns(run: Any, line: Any) -> None:
    tasks = [
        (f"t{n}", f'<serviceTask id="t{n}" camunda:type="external" camunda:topic="procos.transform" />')
        for n in range(200)
    ]
    scene = run(line(*tasks))
    assert (scene.status, len(scene.of(K.STAGE_FINISHED))) == ("done", 1_000)
    assert len(scene.batches) < 200


def test_what_is_stored_is_what_was_told(run: Any, line: Any, tmp_path: Path) -> None:
    with Store(tmp_path / "runs.db") as store:
        scene = run(line(script("work", "text = 'ä'"), FORM), store=store)
    with Store(tmp_path / "runs.db") as store:
        saved = list(store.events())
    assert saved == scene.events
    assert RunState.empty().after_all(saved) == scene.runtime.state


def test_a_store_that_fails_ends_the_run_with_its_reason(run: Any, line: Any, tmp_path: Path) -> None:
    store = Store(tmp_path / "runs.db")

    async def act(scene: Any) -> None:
        store.close()
        # then nothing is acknowledged that is not stored
        for what in (scene.runtime.start("p", {}), scene.runtime.until_done()):
            with pytest.raises(Refused, match="store"):
                await what

    assert run(line(script("work", "pass")), act, store=store).events == []


def test_an_exception_of_a_listener_comes_out_of_the_wait(run: Any, line: Any) -> None:
    def broken(batch: Any) -> None:
        raise ZeroDivisionError

    async def act(scene: Any) -> None:
        scene.runtime.events.connect(broken)
        await scene.runtime.start("p", {})
        with pytest.raises(ZeroDivisionError):
            await scene.runtime.until_idle()

    run(line(script("work", "pass")), act)


def test_two_scripts_work_at_the_same_time(run: Any) -> None:
    body = (
        '<startEvent id="s" /><parallelGateway id="f" /><parallelGateway id="j" /><endEvent id="e" />'
        + script("a", "import time\ntime.sleep(0.2)")[1]
        + script("b", "import time\ntime.sleep(0.2)")[1]
        + "".join(
            f'<sequenceFlow id="{one}{two}" sourceRef="{one}" targetRef="{two}" />'
            for one, two in ("sf", "fa", "fb", "aj", "bj", "je")
        )
    )
    scene = run(body)
    told = [(event.element, str(event.kind)) for event in scene.events if event.data.get("stage") == "gateway"]
    assert {element for element, _ in told[:2]} == {"a", "b"}
    assert {kind for _, kind in told[:2]} == {"StageStarted"}


def test_wall_clock_timers_wait(run: Any, line: Any) -> None:
    before = time.time()
    scene = run(line(timer("wait", "PT0.2S")), clock=WallClock())
    assert scene.of(K.INSTANCE_COMPLETED)[0].time >= before + 0.2


def test_the_clock_is_left_as_it_was_found(run: Any, line: Any) -> None:
    clock = VirtualClock()
    run(line(script("work", "pass"), FORM, timer("wait", "PT1H")), clock=clock)
    assert clock._actors == 0
