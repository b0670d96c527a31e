"""Recording: what happened is told in order and in time, whatever there is of it."""

import asyncio
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

import pytest

from procos_studio.problems import Refused
from procos_studio.runtime.clock import VirtualClock
from procos_studio.runtime.engine.rows import NOTHING
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.recording import Recording
from procos_studio.runtime.store import Store

K = EventKind


def recording(store: Store | None = None, broke: Callable[[BaseException], None] = print) -> Recording:
    found = Recording(store, VirtualClock(), lambda: NOTHING, dict, lambda: None, broke)
    found.is_in_turn = True
    return found


def log(to: Recording, texts: Sequence[str]) -> None:
    for text in texts:
        to.add(K.LOG_WRITTEN, "i", "", "", {"text": text})


def test_much_is_told_in_parts_each_within_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    # given a clock by which each look takes a second, and ten thousand events
    seconds = count()
    monkeypatch.setattr("procos_studio.runtime.recording.perf_counter", lambda: next(seconds))
    told, parts, news = list[RunEvent](), list[int](), recording()
    news.events.connect(lambda batch: (told.extend(batch), parts.append(len(batch))))
    log(news, [str(number) for number in range(10_000)])
    news.gather()
    # when there are five seconds for each turn
    turns = 1
    while not news.tell(next(seconds) + 5):
        turns += 1
    # then a turn tells as much as it has time for, and all are told once, in their order
    assert turns > 10
    assert max(parts) < 2 * 10_000 / turns
    assert [event.data["text"] for event in told] == [str(number) for number in range(10_000)]
    assert (news.state.events, news.state.seq, news.is_done) == (10_000, 10_000, True)


def test_a_turn_without_time_tells_a_little(monkeypatch: pytest.MonkeyPatch) -> None:
    news = recording()
    log(news, ["a"] * 1_000)
    news.gather()
    assert not news.tell(0.0)
    assert 0 < news.state.events < 1_000


def test_whoever_asked_is_answered_after_all_that_led_to_it_was_told(tmp_path: Path) -> None:
    async def scene() -> None:
        with Store(tmp_path / "runs.db") as store:
            news = recording(store)
            log(news, ["a"] * 1_000)
            asked = news.told.of("done")
            news.gather()
            while not news.has_more:
                await asyncio.sleep(0.001)
            # given a turn in which only a part can be told
            assert not news.tell(0.0)
            assert not asked.done()
            news.tell(float("inf"))
            assert (await asked, news.state.events) == ("done", 1_000)
            await news.finish()
            news.close(RuntimeError())

    asyncio.run(asyncio.wait_for(scene(), 10))


def test_what_cannot_be_stored_is_not_told_and_whoever_asked_hears_why(tmp_path: Path) -> None:
    async def scene() -> None:
        with Store(tmp_path / "runs.db") as store:
            failures = list[BaseException]()
            news = recording(store, failures.append)
            store._db.execute("create trigger no before insert on event begin select raise(abort, 'no'); end")
            log(news, ["a"])
            asked = news.told.of("done")
            news.gather()
            with pytest.raises(Refused):
                await asked
            assert not news.has_more
            assert len(failures) == 1
            news.close(failures[0])

    asyncio.run(asyncio.wait_for(scene(), 10))


def test_what_json_cannot_hold_is_refused_before_it_is_written(tmp_path: Path) -> None:
    with Store(tmp_path / "runs.db") as store:
        news = recording(store)
        news.add(K.LOG_WRITTEN, "i", "", "", {"text": {1, 2}})
        with pytest.raises(Refused):
            news.gather()
        news.close(RuntimeError())
