"""A store is written beside the event loop: what that holds back, what it lets go on, and in which order."""

import asyncio
import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procos_studio.problems import Refused
from procos_studio.runtime.engine.rows import Changes, Key, apply
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.settings import Settings
from procos_studio.runtime.store import Store
from procos_studio.runtime.transaction import Transaction

K = EventKind


class Slow(Store):
    """Writes only when it may."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.may, self.begun = threading.Event(), threading.Event()
        self.transactions = 0

    def write(self, transaction: Transaction) -> None:
        self.begun.set()
        assert self.may.wait(10)
        self.transactions += 1
        super().write(transaction)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "runs.db"


def test_nobody_outside_hears_of_work_before_it_is_stored(run: Any, line: Any, path: Path, tmp_path: Path) -> None:
    # given a script that leaves a trace, and a store that does not get round to writing
    trace = tmp_path / "trace"
    code = f"open({str(trace)!r}, 'w').close()"
    task = "work", f'<scriptTask id="work" scriptFormat="python"><script>{code}</script></scriptTask>'

    async def act(scene: Any) -> None:
        starting = asyncio.ensure_future(scene.runtime.start("p", {}))
        await asyncio.sleep(0.1)
        # then nothing is acknowledged, told or done, and the loop is free for others meanwhile
        assert store.begun.is_set()
        assert (starting.done(), scene.events, trace.exists()) == (False, [], False)
        store.may.set()
        await starting
        await scene.runtime.until_done()
        assert trace.exists()

    with Slow(path) as store:
        run(line(task), act, store=store)


def test_what_happens_while_a_transaction_is_written_goes_into_the_next(run: Any, line: Any, path: Path) -> None:
    async def act(scene: Any) -> None:
        runtime = scene.runtime
        first = asyncio.ensure_future(runtime.start("p", {"n": 1}))
        await asyncio.sleep(0.05)
        more = [asyncio.ensure_future(runtime.start("p", {"n": n})) for n in range(2, 51)]
        await asyncio.sleep(0.05)
        store.may.set()
        await asyncio.gather(first, *more)
        # then all are stored and told, in order, by far fewer transactions
        assert [event.seq for event in scene.events] == list(range(1, len(scene.events) + 1))
        assert [event.instance for event in scene.of(K.INSTANCE_STARTED)] == [f"i{n}" for n in range(1, 51)]
        assert store.transactions <= 3
        assert list(store.events())[: len(scene.events)] == scene.events

    with Slow(path) as store:
        run(line(("form", '<userTask id="form" />')), act, store=store)


def test_a_question_that_changes_nothing_is_answered_after_what_is_on_its_way(run: Any, line: Any, path: Path) -> None:
    async def act(scene: Any) -> None:
        runtime = scene.runtime
        starting = asyncio.ensure_future(runtime.start("p", {}))
        await asyncio.sleep(0.05)
        asked = runtime.message("nobody waits for this")
        await asyncio.sleep(0.05)
        assert not asked.done()
        store.may.set()
        assert (await asked, starting.done()) == ("", True)

    with Slow(path) as store:
        run(line(("form", '<userTask id="form" />')), act, store=store)


def test_a_run_waits_for_a_store_that_cannot_follow(run: Any, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # given room for 200 events on their way, and a loop that would make 15,000
    monkeypatch.setattr("procos_studio.runtime.recording._MOST", 200)
    body = """<startEvent id="s" /><exclusiveGateway id="g" default="on" /><endEvent id="e" />
      <serviceTask id="work" camunda:expression="${i + 1}" camunda:resultVariable="i" />
      <sequenceFlow id="a" sourceRef="s" targetRef="work" /><sequenceFlow id="b" sourceRef="work" targetRef="g" />
      <sequenceFlow id="on" sourceRef="g" targetRef="work" />
      <sequenceFlow id="out" sourceRef="g" targetRef="e"><conditionExpression>${i == 3000}</conditionExpression>
      </sequenceFlow>"""

    async def act(scene: Any) -> None:
        starting = asyncio.ensure_future(scene.runtime.start("p", {"i": 0}))
        await asyncio.sleep(0.2)
        counted = scene.runtime._engine.variables("i1")["i"]
        assert counted < 3_000
        await asyncio.sleep(0.05)
        assert scene.runtime._engine.variables("i1")["i"] == counted
        store.may.set()
        await starting
        await scene.runtime.until_done()

    with Slow(path) as store:
        scene = run(body, act, store=store, settings=Settings(turn=0.001))
    assert scene.variables == {"i": 3_000}


def test_a_run_that_is_stopped_stores_what_was_on_its_way(run: Any, line: Any, path: Path) -> None:
    async def act(scene: Any) -> None:
        starting = asyncio.ensure_future(scene.runtime.start("p", {}))
        await asyncio.sleep(0.05)
        asyncio.get_running_loop().call_later(0.05, store.may.set)
        await scene.runtime.stop()
        assert await starting == "i1"

    with Slow(path) as store:
        scene = run(line(("form", '<userTask id="form" />')), act, store=store)
        assert list(store.events()) == scene.events != []
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("store")]


def test_after_a_failed_transaction_nothing_more_is_written_or_done(
    run: Any, line: Any, path: Path, tmp_path: Path
) -> None:
    trace = tmp_path / "trace"
    code = f"open({str(trace)!r}, 'w').close()"
    task = "work", f'<scriptTask id="work" scriptFormat="python"><script>{code}</script></scriptTask>'

    async def act(scene: Any) -> None:
        with pytest.raises(Refused, match="store"):
            await scene.runtime.start("p", {})
        await asyncio.sleep(0.05)
        with pytest.raises(Refused, match="store"):
            await scene.runtime.until_done()

    with Store(path) as store:
        store._db.execute("create trigger no before insert on instance begin select raise(abort, 'no'); end")
        run(line(task), act, store=store)
        assert (list(store.events()), trace.exists()) == ([], False)


def test_a_reader_sees_whole_transactions_only_while_one_is_being_written(path: Path) -> None:
    with Store(path) as store:
        store.commit([_event(1)])
        # given a transaction that is under way on the connection that writes
        store._db.execute("begin immediate")
        store._db.execute("delete from event")
        assert [event.seq for event in store.events()] == [1]
        store._db.execute("rollback")


def _event(seq: int) -> RunEvent:
    return RunEvent(seq, "i", K.LOG_WRITTEN, "", "", 0.0, {"text": "x"})


@pytest.mark.parametrize("count", [1, 2, 3, 7, 100, 511, 512, 513, 767, 768, 1_300, 5_000])
def test_every_number_of_rows_is_written_once_and_in_order(path: Path, count: int) -> None:
    with Store(path) as store:
        store.commit([_event(seq) for seq in range(1, count + 1)])
        assert [event.seq for event in store.events()] == list(range(1, count + 1))


_NAMES = st.sampled_from("abc")
_KEYS = st.tuples(st.sampled_from(("i1", "i2")), _NAMES, st.sampled_from(("token", "variable")), _NAMES)
_CHANGES = st.builds(
    Changes,
    st.lists(st.tuples(_KEYS, st.integers())),
    st.lists(_KEYS),
    st.lists(st.tuples(st.sampled_from(("i1", "i2")), _NAMES)),
    st.lists(st.sampled_from(("i1", "i2"))),
)


@settings(deadline=None)
@given(transactions=st.lists(st.lists(_CHANGES, min_size=1, max_size=3), max_size=4))
def test_changes_that_are_written_together_are_what_they_are_one_after_the_other(
    transactions: list[list[Changes]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    wanted: dict[Key, Any] = {}
    with Store(tmp_path_factory.mktemp("store") / "runs.db") as store:
        for several in transactions:
            transaction = Transaction()
            for changes in several:
                apply(wanted, changes)
                store.add(transaction, [], changes)
            store.write(transaction)
            assert dict(store.live()) == wanted


def test_what_is_told_again_and_again_is_stored_as_it_was_told(path: Path) -> None:
    stage = {"stage": "start", "attempt": 1, "pde": "general “1”"}
    ended = stage | {"verdict": "passed", "detail": 'a "quoted" \\ detail', "duration": 0.25}
    told = [
        (K.STAGE_STARTED, stage),
        (K.STAGE_STARTED, stage | {"pde": "\n"}),
        (K.STAGE_FINISHED, ended),
        (K.STAGE_FINISHED, ended | {"duration": 1}),
        (K.ELEMENT_ENTERED, {"scope": 'i"1'}),
        (K.ELEMENT_ENTERED, {}),
        (K.STAGE_STARTED, {"stage": "start", "more": 1}),
    ]
    events = [RunEvent(seq, "i", kind, "t", "t", 0.5, data) for seq, (kind, data) in enumerate(told, start=1)]
    with Store(path) as store:
        store.commit(events)
        store.commit([event._replace(seq=event.seq + 10) for event in events])
        assert list(store.events())[: len(events)] == events
    with sqlite3.connect(path) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
