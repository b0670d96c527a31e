"""What a run learns about services outlives it: success, time, and breakers that are open."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procos_studio.problems import Refused
from procos_studio.runtime.clock import VirtualClock
from procos_studio.runtime.events import EventKind
from procos_studio.runtime.pde import health as healths
from procos_studio.runtime.pde import learner as learners
from procos_studio.runtime.pde import lessons
from procos_studio.runtime.pde.health import Health
from procos_studio.runtime.pde.learner import Learner, Record
from procos_studio.runtime.run import Runtime
from procos_studio.runtime.settings import Breaker, Settings
from procos_studio.runtime.store import Store

DEAD = "http://127.0.0.1:9"
CALL = f"""<serviceTask id="call" camunda:type="external" camunda:topic="procos.http"><extensionElements>
  <camunda:inputOutput><camunda:inputParameter name="url">{DEAD}/</camunda:inputParameter></camunda:inputOutput>
  <camunda:failedJobRetryTimeCycle>R2/PT1S</camunda:failedJobRetryTimeCycle></extensionElements></serviceTask>"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "runs.db"


def again(path: Path, act: Callable[[Runtime], Awaitable[object]], settings: Settings) -> None:
    async def whole() -> None:
        with Store(path) as store:
            runtime = await Runtime.reopen(store, clock=VirtualClock(store.last_time()), settings=settings)
            try:
                await act(runtime)
            finally:
                await runtime.stop()

    asyncio.run(asyncio.wait_for(whole(), 20))


def test_a_breaker_that_is_open_stays_open_when_the_store_is_reopened(run: Any, line: Any, path: Path) -> None:
    # given a service that failed so often that it rests for an hour
    settings = Settings(breaker=Breaker(failures=2, cooldown=3_600.0))
    with Store(path) as store:
        run(line(("call", CALL)), store=store, settings=settings)
        assert store.learned()[("breaker", DEAD)]["failures"] == 2

    async def act(runtime: Runtime) -> None:
        (token,) = runtime.state.incidents
        await runtime.retry(token)
        await runtime.until_idle()

    # when another run tries again at once
    again(path, act, settings)
    # then nobody calls it
    with Store(path) as store:
        told = [event.data["detail"] for event in store.events() if event.kind is EventKind.STAGE_FINISHED]
    assert any("failed too often and rests" in detail for detail in told)


def test_what_went_well_is_counted_on(run: Any, line: Any, path: Path) -> None:
    transform = '<serviceTask id="call" camunda:type="external" camunda:topic="procos.transform" />'
    for count in (1, 2, 3):
        with Store(path) as store:
            run(line(("call", transform)), store=store)
            assert store.learned()[("success", "procos.transform")]["successes"] == count


def test_what_was_learned_comes_back_as_it_was() -> None:
    learner, health = Learner(), Health(Breaker(failures=2, cooldown=30.0), age=10.0)
    learner.observe("mail", ok=True, seconds=0.5)
    learner.observe("mail", ok=False, seconds=0.0)
    for _ in range(2):
        health.failed("http://a", 100.0)
    told = lessons.take(learner, health)
    # then it is told once
    assert lessons.take(learner, health) == {}
    second, again = Learner(), Health(Breaker(failures=2, cooldown=30.0), age=10.0)
    lessons.give(told, second, again, 110.0)
    assert second.record("mail") == Record(1, 1, 0.5)
    assert again.resting("http://a", 110.0) == 20.0
    # and a success is told, too
    again.succeeded("http://a")
    assert lessons.take(second, again) == {("breaker", "http://a"): {"failures": 0, "resting_until": 0.0}}


def test_nobody_rests_longer_than_a_cooldown_whatever_the_store_says() -> None:
    health = Health(Breaker(failures=2, cooldown=30.0), age=10.0)
    lessons.give({("breaker", "x"): {"failures": 9, "resting_until": 1e15}}, Learner(), health, 100.0)
    assert health.resting("x", 100.0) == 30.0


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.dictionaries(st.sampled_from(["successes", "failures", "seconds", "resting_until"]), ODD)


@given(st.dictionaries(st.tuples(st.sampled_from(["success", "breaker", "x"]), st.text(max_size=3)), ODD | FIELDS))
def test_what_nobody_can_have_learned_is_refused(told: dict[tuple[str, str], Any]) -> None:
    learner, health = Learner(), Health(Breaker(), age=10.0)
    with suppress(Refused):
        lessons.give(told, learner, health, 100.0)
        assert len(learner.records) + len(health.states) == len(told)
    for record in learner.records.values():
        assert 0 <= record.success <= 1


def test_a_store_with_damaged_lessons_is_refused(run: Any, line: Any, path: Path) -> None:
    with Store(path) as store:
        run(line(("form", '<userTask id="form" />')), store=store)
    with sqlite3.connect(path) as db:
        db.execute("insert into learned values ('success', 'mail', '{\"successes\": -1}')")

    async def nothing(runtime: Runtime) -> None:
        raise AssertionError

    with pytest.raises(Refused, match="damaged"):
        again(path, nothing, Settings())


def test_endpoints_without_end_are_forgotten_in_the_order_in_which_they_came(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learners, "MOST", 3)
    monkeypatch.setattr(healths, "MOST", 3)
    learner, health = Learner(), Health(Breaker(), age=10.0)
    for number in range(10):
        learner.observe(str(number), ok=True, seconds=0.1)
        health.failed(str(number), 100.0)
    assert list(learner.records) == list(health.states) == ["7", "8", "9"]
    assert {name for _, name in lessons.take(learner, health)} == {"7", "8", "9"}
