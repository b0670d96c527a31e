"""A run on a store: committed turn by turn, acknowledged when stored, and gone on with by another runtime."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from procos_studio.problems import Refused
from procos_studio.runtime.clock import VirtualClock
from procos_studio.runtime.events import EventKind
from procos_studio.runtime.run import Runtime
from procos_studio.runtime.state import RunState
from procos_studio.runtime.store import Store, Synchronous
from procos_studio.runtime.transaction import Transaction

K = EventKind
FORM = "form", '<userTask id="form" name="Approve" />'
CALL = "call", '<serviceTask id="call" camunda:type="external" camunda:topic="procos.transform" />'
UNKNOWN = "odd", '<serviceTask id="odd" camunda:type="external" camunda:topic="nobody" />'
HOUR = (
    "hour",
    '<intermediateCatchEvent id="hour"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>'
    "</intermediateCatchEvent>",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "runs.db"


def again(path: Path, act: Callable[[Runtime], Awaitable[object]], **options: Any) -> RunState:
    """Go on with what is in the store, do something, and stop; the state after it."""

    async def whole() -> RunState:
        with Store(path) as store:
            last = max(event.time for event in store.events())
            runtime = await Runtime.reopen(store, clock=VirtualClock(last), **options)
            try:
                await act(runtime)
            finally:
                await runtime.stop()
            return runtime.state

    return asyncio.run(asyncio.wait_for(whole(), 20))


def test_a_stopped_run_is_not_cancelled_but_waits_in_its_store(run: Any, line: Any, path: Path) -> None:
    with Store(path) as store:
        scene = run(line(FORM, HOUR), store=store)
    assert not scene.of(K.INSTANCE_CANCELLED)

    async def act(runtime: Runtime) -> None:
        (token,) = runtime.state.user_tasks
        await runtime.complete_user_task(token, {"ok": True})
        await runtime.until_done()

    state = again(path, act)
    assert (str(state.instances["i1"].status), dict(state.instances["i1"].variables)) == ("done", {"n": 1, "ok": True})
    assert state.time == scene.events[-1].time + 3600


def test_what_is_acknowledged_is_in_the_store_for_others_to_read(run: Any, line: Any, path: Path) -> None:
    # given a reader beside the run
    def kinds() -> list[str]:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
            return [kind for (kind,) in db.execute("select kind from event")]

    async def act(scene: Any) -> None:
        runtime = scene.runtime
        await runtime.start("p", {"n": 1})
        assert K.INSTANCE_STARTED in kinds()
        await runtime.until_idle()
        (token,) = runtime.state.user_tasks
        await runtime.complete_user_task(token, {})
        assert K.USER_TASK_COMPLETED in kinds()
        await runtime.cancel("i1")
        assert K.INSTANCE_CANCELLED in kinds()

    with Store(path) as store:
        run(line(FORM, ("more", '<userTask id="more" />')), act, store=store)


def test_an_answer_that_comes_too_late_is_not_acknowledged(run: Any, line: Any, path: Path) -> None:
    async def act(scene: Any) -> None:
        runtime = scene.runtime
        await runtime.start("p", {})
        await runtime.until_idle()
        (token,) = runtime.state.user_tasks
        answered = runtime.complete_user_task(token, {})
        runtime.cancel("i1")
        with pytest.raises(Refused, match="No user task waits"):
            await answered

    with Store(path) as store:
        run(line(FORM), act, store=store)


def test_an_incident_outlives_the_run_and_can_be_tried_again(run: Any, line: Any, path: Path) -> None:
    with Store(path) as store:
        scene = run(line(UNKNOWN), store=store)
    assert scene.runtime.state.incidents

    async def act(runtime: Runtime) -> None:
        (token,) = runtime.state.incidents
        with pytest.raises(Refused):
            runtime.retry("nobody")
        await runtime.retry(token)
        await runtime.until_idle()

    state = again(path, act)
    assert len(state.incidents) == 1
    with Store(path) as store:
        assert [event.kind for event in store.events()].count(K.INCIDENT_RAISED) == 2


def test_an_incident_of_the_engine_itself_can_be_tried_again(run: Any, path: Path) -> None:
    gateway = """<startEvent id="s" /><exclusiveGateway id="g" /><endEvent id="e" />
      <sequenceFlow id="a" sourceRef="s" targetRef="g" /><sequenceFlow id="b" sourceRef="g" targetRef="e">
      <conditionExpression>${n == 2}</conditionExpression></sequenceFlow>"""
    with Store(path) as store:
        run(gateway, store=store)

    async def act(runtime: Runtime) -> None:
        (token,) = runtime.state.incidents
        await runtime.retry(token)
        await runtime.until_idle()

    assert len(again(path, act).incidents) == 1


def test_a_retry_that_is_due_later_comes_at_its_time_and_counts_on(run: Any, line: Any, path: Path) -> None:
    # given a server that nobody has started, and a run that stops before the second attempt
    body = """<serviceTask id="call" camunda:type="external" camunda:topic="procos.http"><extensionElements>
      <camunda:inputOutput><camunda:inputParameter name="url">http://127.0.0.1:9/</camunda:inputParameter>
      </camunda:inputOutput><camunda:failedJobRetryTimeCycle>R3/PT10M</camunda:failedJobRetryTimeCycle>
      </extensionElements></serviceTask>"""

    async def act(scene: Any) -> None:
        seen = asyncio.Event()
        scene.runtime.events.connect(
            lambda batch: seen.set() if any(event.kind is K.RETRY_SCHEDULED for event in batch) else None
        )
        await scene.runtime.start("p", {})
        await seen.wait()

    with Store(path) as store:
        run(line(("call", body)), act, store=store)
        (first,) = (event for event in store.events() if event.kind is K.RETRY_SCHEDULED)
    # when another goes on
    again(path, lambda runtime: runtime.until_idle())
    # then the second attempt is at the time that was set, and the third is the last
    with Store(path) as store:
        events = list(store.events())
    started = [event for event in events if event.kind is K.STAGE_STARTED and event.data["stage"] == "start"]
    assert [event.data["attempt"] for event in started] == [1, 2, 3]
    assert started[1].time == first.data["due"]


def test_instances_of_earlier_runs_sleep_while_another_runs(run: Any, line: Any, path: Path) -> None:
    for _ in range(2):
        with Store(path) as store:
            run(line(HOUR, FORM), store=store)
    with Store(path) as store:
        assert [item.id for item in store.instances()] == ["i1", "i2"]
        assert [event.seq for event in store.events()] == list(range(1, store.last_seq() + 1))

    async def act(runtime: Runtime) -> None:
        for token in list(runtime.state.user_tasks):
            await runtime.complete_user_task(token, {})
        await runtime.until_done()

    assert {str(item.status) for item in again(path, act).instances.values()} == {"done"}


def test_an_instance_keeps_the_diagram_that_it_began_with(run: Any, line: Any, path: Path) -> None:
    # given two versions of a process, and an instance of each
    for more in ((), (("hour", HOUR[1]),)):
        with Store(path) as store:
            run(line(FORM, *more), store=store)

    async def act(runtime: Runtime) -> None:
        for token in list(runtime.state.user_tasks):
            await runtime.complete_user_task(token, {})
        await runtime.until_done()

    again(path, act)
    with Store(path) as store:
        timers = {event.instance for event in store.events() if event.kind is K.TIMER_FIRED}
        first, second = store.instances()
    assert (first.digest != second.digest, timers) == (True, {"i2"})


def test_what_stood_for_a_secret_still_does(run: Any, line: Any, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # given work in flight whose parameter is a secret
    monkeypatch.setenv("PROCOS_SECRET_WORD", "hush-hush")
    task = """<serviceTask id="call" camunda:type="external" camunda:topic="procos.transform"><extensionElements>
      <camunda:inputOutput><camunda:inputParameter name="word">${secret("word")}</camunda:inputParameter>
      </camunda:inputOutput></extensionElements></serviceTask>"""
    with Store(path) as store:
        scene = run(line(FORM, ("call", task)), store=store)
        assert store.nonce in scene.runtime._engine.secrets("word")

    async def act(runtime: Runtime) -> None:
        (token,) = runtime.state.user_tasks
        await runtime.complete_user_task(token, {})
        await runtime.until_done()

    again(path, act)
    # then it is in no byte of the store
    assert b"hush-hush" not in path.read_bytes()


def test_only_one_runtime_at_a_time_goes_on_with_a_store(run: Any, line: Any, path: Path) -> None:
    with Store(path) as store:
        run(line(FORM), store=store)

        async def second(runtime: Runtime) -> None:
            raise AssertionError

        with pytest.raises(Refused, match="in use by another run"):
            again(path, second)


def test_a_large_value_that_is_carried_along_is_written_once(run: Any, line: Any, path: Path) -> None:
    written: list[Any] = []

    class Watched(Store):
        def write(self, transaction: Transaction) -> None:
            written.extend(batched(transaction.put, 5))
            super().write(transaction)

    async def act(scene: Any) -> None:
        await scene.runtime.start("p", {"rows": [{"n": n} for n in range(2_000)], "n": 0})
        await scene.runtime.until_idle()

    step = '<serviceTask id="{0}" camunda:expression="${{n + 1}}" camunda:resultVariable="n" />'
    nodes = [
        pair
        for name in "abc"
        for pair in ((name, step.format(name)), (f"h{name}", HOUR[1].replace("hour", f"h{name}")))
    ]

    def batched(values: list[Any], width: int) -> list[Any]:
        return [values[at : at + width] for at in range(0, len(values), width)]

    with Watched(path) as store:
        run(line(*nodes, FORM), act, store=store)
    names = [name for _, _, part, name, _ in written if part == "variable"]
    assert names.count("rows") == 1
    assert names.count("n") >= 3


@pytest.mark.parametrize("how", list(Synchronous))
def test_a_store_syncs_as_it_is_told(path: Path, how: Synchronous) -> None:
    with Store(path, how) as store:
        (level,) = store._db.execute("pragma synchronous").fetchone()
    assert level == {Synchronous.NORMAL: 1, Synchronous.FULL: 2}[how]
