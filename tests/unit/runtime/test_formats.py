"""Stores of older formats become ones of this, with what they hold; newer and forged ones are refused."""

import asyncio
import json
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procos_studio.cli.main import main
from procos_studio.problems import Refused
from procos_studio.runtime.clock import VirtualClock
from procos_studio.runtime.engine.rows import Key
from procos_studio.runtime.events import EventKind
from procos_studio.runtime.run import Runtime
from procos_studio.runtime.state import RunState
from procos_studio.runtime.store import Store
from procos_studio.runtime.tables import APPLICATION, FORMAT

K = EventKind
FIRST = """
create table run (id integer primary key, started real not null);
create table event (
    run integer not null references run, seq integer not null, instance text not null, kind text not null,
    element text not null, token text not null, time real not null, data text not null,
    primary key (run, seq)
) without rowid;
"""
"""The tables of format 1: separate runs, each with numbers and ids of its own, and nothing that lives."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "runs.db"


def first_format(path: Path) -> None:
    """A store of format 1 with two runs: one that is done, one that was left with a user task."""
    started = {"process": "p", "business_key": "k", "parent": "", "variables": {"n": 1}}
    told = [
        (1, 1, "i1", "InstanceStarted", "", "", 10.0, started),
        (1, 2, "i1", "ElementEntered", "s", "t1", 10.5, {"scope": "i1"}),
        (1, 3, "i1", "ElementCompleted", "s", "t1", 10.5, {}),
        (1, 4, "i1", "InstanceCompleted", "", "", 11.0, {"variables": {"n": 1}}),
        (2, 1, "i1", "InstanceStarted", "", "", 20.0, started),
        (2, 2, "i1", "ElementEntered", "ask", "t1", 20.5, {"scope": "i1"}),
        (2, 3, "i1", "UserTaskCreated", "ask", "t1", 20.5, {"name": "Ask", "form": []}),
        (2, 4, "i2", "InstanceStarted", "", "", 21.0, {**started, "parent": "i1"}),
    ]
    db = sqlite3.connect(path)
    db.executescript(FIRST)
    db.executemany("insert into run values (?, ?)", [(1, 10.0), (2, 20.0)])
    rows = [(*row[:-1], json.dumps(row[-1])) for row in told]
    db.executemany("insert into event values (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    db.execute(f"pragma application_id = {APPLICATION}")
    db.execute("pragma user_version = 1")
    db.commit()
    db.close()


def shape(path: Path) -> set[tuple[str, str]]:
    """Everything that is made in a file, without the spaces."""
    with sqlite3.connect(path) as db:
        found = db.execute("select name, sql from sqlite_master where sql is not null")
        return {(name, " ".join(sql.replace(" if not exists", "").split())) for name, sql in found}


def test_the_runs_of_the_first_format_become_instances_of_one_world(path: Path, tmp_path: Path) -> None:
    first_format(path)
    with Store(path) as store:
        events = list(store.events())
        assert [event.seq for event in events] == list(range(1, 9))
        told = {(item.id, item.status, item.parent, item.business_key) for item in store.instances()}
        assert told == {("r1i1", "done", "", "k"), ("r2i1", "cancelled", "", "k"), ("r2i2", "cancelled", "r2i1", "k")}
        # then nothing of one run is taken for something of the other
        state = RunState.empty().after_all(events)
        assert (set(state.tokens), set(state.user_tasks)) == ({"r2t1"}, {"r2t1"})
        assert [event.data["scope"] for event in events if event.kind is K.ELEMENT_ENTERED] == ["r1i1", "r2i1"]
    with Store(tmp_path / "new.db"):
        pass
    assert shape(path) == shape(tmp_path / "new.db")


def test_a_run_begins_in_a_store_of_the_first_format(run: Any, line: Any, path: Path, capsys: Any) -> None:
    first_format(path)
    with Store(path) as store:
        scene = run(line(("form", '<userTask id="form" />')), store=store)
        assert next(event.seq for event in scene.events) == 9
        assert [item.id for item in store.living()] == ["i1"]
    assert main(["instances", "--store", str(path)]) == 0
    assert "r1i1" in capsys.readouterr().out


def older(path: Path, version: int) -> None:
    """Make a store of today one of format 2 or 3, which lacked what came later."""
    with sqlite3.connect(path) as db:
        db.execute("drop index event_that_stands")
        db.execute("drop table learned")
        if version < 3:
            db.execute("drop table version")
        db.execute(f"pragma user_version = {version}")


@pytest.mark.parametrize("version", [2, 3])
def test_what_lives_in_an_older_store_goes_on(run: Any, line: Any, path: Path, tmp_path: Path, version: int) -> None:
    # given an instance that waits for a person in a store of an older format
    with Store(path) as store:
        run(line(("form", '<userTask id="form" name="Approve" />')), store=store)
    older(path, version)

    async def act() -> None:
        with Store(path) as store:
            runtime = await Runtime.reopen(store, clock=VirtualClock(store.last_time()))
            ((token, task),) = runtime.state.user_tasks.items()
            assert task.data["name"] == "Approve"
            await runtime.complete_user_task(token, {"ok": True})
            await runtime.until_done()
            await runtime.stop()
            assert [item.status for item in store.instances()] == ["done"]

    asyncio.run(asyncio.wait_for(act(), 20))
    with Store(tmp_path / "new.db"):
        pass
    assert shape(path) == shape(tmp_path / "new.db")


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    first_format(path)
    with sqlite3.connect(path) as db:
        db.execute("update event set data = '{' where run = 2 and seq = 1")
    before = path.read_bytes()
    with pytest.raises(Refused):
        Store(path)
    with sqlite3.connect(path) as db:
        assert db.execute("pragma user_version").fetchone() == (1,)
        assert db.execute("select count(*) from event").fetchone() == (8,)
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    # the journal's mode apart, which stands in two bytes of the head, and the counter of changes
    assert path.read_bytes()[100:] == before[100:]


@pytest.mark.parametrize("command", [["instances"], ["inspect", "i1"], ["signal", "x"]])
def test_a_newer_store_is_refused_by_every_command(path: Path, capsys: Any, command: list[str]) -> None:
    Store(path).close()
    with sqlite3.connect(path) as db:
        db.execute(f"pragma user_version = {FORMAT + 1}")
    before = path.read_bytes()
    assert main([*command, "--store", str(path)]) == 2
    told = capsys.readouterr().err
    assert "newer ProcOS Studio" in told
    assert path.read_bytes() == before


def test_a_newer_state_in_a_store_is_refused(run: Any, line: Any, path: Path, capsys: Any) -> None:
    with Store(path) as store:
        run(line(("form", '<userTask id="form" />')), store=store)
    with sqlite3.connect(path) as db:
        db.execute("update live set data = replace(data, '\"format\": 1', '\"format\": 9') where part = 'engine'")
    assert main(["resume", str(path), "--virtual-clock"]) == 2
    assert "newer ProcOS Studio" in capsys.readouterr().err


HOSTILE = st.sampled_from(
    [
        "__import__('os').system('touch pwned')",
        "${''.getClass()}",
        "__class__",
        "py/object",
        "!!python/object:os.system",
    ]
)
ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4) | HOSTILE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(HOSTILE | st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[tuple[Key, Any]], Path]:
    """The rows of a store in which a process waits at a task, a timer and a person, and the file itself."""
    folder = tmp_path_factory.mktemp("waiting")
    body = """<startEvent id="s" /><parallelGateway id="f" /><userTask id="ask" /><endEvent id="e" />
      <intermediateCatchEvent id="hour"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>
      </intermediateCatchEvent><sequenceFlow id="a" sourceRef="s" targetRef="f" />
      <sequenceFlow id="b" sourceRef="f" targetRef="ask" /><sequenceFlow id="c" sourceRef="f" targetRef="hour" />
      <sequenceFlow id="d" sourceRef="ask" targetRef="e" /><sequenceFlow id="g" sourceRef="hour" targetRef="e" />"""
    space = "http://www.omg.org/spec/BPMN/20100524/MODEL"
    text = f'<definitions xmlns="{space}" targetNamespace="t"><process id="p" isExecutable="true">{body}</process>'
    (folder / "p.bpmn").write_text(f"{text}</definitions>")
    main(["run", str(folder / "p.bpmn"), "--store", str(folder / "runs.db"), "--timeout", "0.3", "--json"])
    with Store(folder / "runs.db") as store:
        return list(store.live()), folder / "runs.db"


@settings(deadline=None)
@given(data=st.data())
def test_forged_rows_run_nothing_and_raise_nothing_but_a_reason(
    data: st.DataObject, waiting: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    rows, template = waiting
    path = tmp_path_factory.mktemp("forged") / "runs.db"
    path.write_bytes(template.read_bytes())
    # given a row that somebody has changed, here or in its depths
    key, value = data.draw(st.sampled_from(rows))
    with sqlite3.connect(path) as db:
        forged = json.dumps(data.draw(_forged(value)))
        where = "instance = ? and token = ? and part = ? and name = ?"
        db.execute(f"update live set data = ? where {where}", (forged, *key))
    # when the store is reopened, then it goes on or says why not
    asyncio.run(asyncio.wait_for(_reopen(path), 20))
    assert not Path("pwned").exists()


def _forged(value: Any) -> st.SearchStrategy[Any]:
    """This value with something else in one place."""
    if isinstance(value, dict) and value:
        keys = st.sampled_from(sorted(value))
        inside = keys.flatmap(lambda key: _forged(value[key]).map(lambda new: {**value, key: new}))
        return inside | st.tuples(HOSTILE, ODD).map(lambda more: {**value, more[0]: more[1]}) | ODD
    if isinstance(value, list) and value:
        places = st.integers(0, len(value) - 1)
        return places.flatmap(lambda at: _forged(value[at]).map(lambda new: [*value[:at], new, *value[at + 1 :]]))
    return ODD


async def _reopen(path: Path) -> None:
    """Go on with what is there; anything but a Refused comes out."""
    with Store(path) as store, suppress(Refused):
        runtime = await Runtime.reopen(store, clock=VirtualClock(store.last_time()))
        try:
            for token in list(runtime.state.user_tasks):
                await runtime.complete_user_task(token, {})
            await asyncio.wait_for(runtime.until_idle(), 10)
        finally:
            await runtime.stop()


SCALARS = st.none() | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.text(max_size=5) | st.binary(max_size=5)
TABLES = ("event", "instance", "source", "version", "world", "learned", "live")


@settings(deadline=None)
@given(data=st.data())
def test_whatever_stands_in_a_forged_table_every_command_ends_with_a_word(
    data: st.DataObject, waiting: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    _, template = waiting
    path = tmp_path_factory.mktemp("forged") / "runs.db"
    path.write_bytes(template.read_bytes())
    # given a value of any table that somebody has changed
    table = data.draw(st.sampled_from(TABLES))
    with sqlite3.connect(path) as db:
        columns = [name for _, name, *_ in db.execute(f"pragma table_info({table})")]
        column = data.draw(st.sampled_from(columns))
        with suppress(sqlite3.IntegrityError):
            db.execute(f"update {table} set {column} = ?", (data.draw(SCALARS | HOSTILE),))
    # when somebody looks, or goes on, then no command breaks
    for command in (["instances", "--store"], ["inspect", "i1", "--store"], ["resume", "--virtual-clock"]):
        assert main([*command, str(path)]) in (0, 1, 2)
    assert not Path("pwned").exists()
