"""The store: what is appended comes back, whole or not at all, and failures are told in words."""

import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procos_studio.problems import Refused
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.state import RunState
from procos_studio.runtime.store import Store


def event(seq: int, instance: str = "i", text: str = "") -> RunEvent:
    return RunEvent(seq, instance, EventKind.LOG_WRITTEN, "task", "t", seq / 10, {"text": text, "more": [1, None, 2.5]})


def code(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.problems[0].code


def test_a_saved_run_folds_to_the_same_state(tmp_path: Path) -> None:
    started = {"process": "p", "business_key": "k", "parent": "", "variables": {"ä": "ö"}}
    news = [RunEvent(1, "i", EventKind.INSTANCE_STARTED, "", "", 1.5, started), event(2), event(3)]
    with Store(tmp_path / "runs.db") as store:
        store.commit(news[:2])
        store.commit(news[2:])
    # when the file is opened again
    with Store(tmp_path / "runs.db") as store:
        saved = list(store.events())
    assert saved == news
    assert RunState.empty().after_all(saved) == RunState.empty().after_all(news)


def test_the_events_of_one_instance_are_found_and_numbers_go_on(tmp_path: Path) -> None:
    with Store(tmp_path / "runs.db") as store:
        store.commit([event(1, "a"), event(2, "b")])
    with Store(tmp_path / "runs.db") as store:
        assert store.last_seq() == 2
        store.commit([event(3, "a", "later")])
        assert [(saved.seq, saved.data["text"]) for saved in store.events("a")] == [(1, ""), (3, "later")]


def test_a_commit_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with Store(tmp_path / "runs.db") as store:
        store.commit([event(1)])
        with pytest.raises(Refused):
            store.commit([event(2), event(1)])
        store.commit([event(2)])
        assert [saved.seq for saved in store.events()] == [1, 2]


@pytest.mark.parametrize("text", ["\ud800", {1, 2}])
def test_what_json_cannot_hold_is_refused_and_nothing_is_written(tmp_path: Path, text: Any) -> None:
    with Store(tmp_path / "runs.db") as store:
        with pytest.raises(Refused):
            store.commit([event(1), event(2, text=text)])
        assert list(store.events()) == []


def test_an_empty_store_has_no_events(tmp_path: Path) -> None:
    with Store(tmp_path / "runs.db") as store:
        store.commit([])
        assert (store.instances(), list(store.events()), store.last_seq()) == ((), [], 0)


@given(st.binary(min_size=1, max_size=200))
def test_a_file_that_is_no_database_is_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("store") / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        Store(path)
    assert code(refused) == "store.no-database"
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("create table t (x)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(Refused) as refused:
        Store(path)
    assert (code(refused), path.read_bytes()) == ("store.foreign", before)


@pytest.mark.parametrize("version", [0, -1])
def test_a_store_without_a_version_is_refused_and_left_as_it_is(tmp_path: Path, version: int) -> None:
    path = tmp_path / "forged.db"
    Store(path).close()
    with sqlite3.connect(path) as forged:
        forged.execute(f"pragma user_version = {version}")
    forged.close()
    with pytest.raises(Refused) as refused:
        Store(path)
    with sqlite3.connect(path) as db:
        assert (code(refused), db.execute("pragma user_version").fetchone()) == ("store.damaged", (version,))


def test_a_store_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "runs.db"
    Store(path).close()
    newer = sqlite3.connect(path)
    newer.execute("pragma user_version = 99")
    newer.close()
    with pytest.raises(Refused) as refused:
        Store(path)
    assert code(refused) == "store.newer"


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        Store(tmp_path / "missing" / "runs.db")
    assert (code(refused), refused.value.problems[0].file) == (
        "store.unopenable",
        str(tmp_path / "missing" / "runs.db"),
    )


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not bind this user")
def test_a_file_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    path = tmp_path / "runs.db"
    Store(path).close()
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(Refused) as refused:
            Store(path).commit([event(1)])
    finally:
        tmp_path.chmod(0o755)
    assert code(refused) in ("store.read-only", "store.unopenable")


def test_a_store_that_another_program_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("procos_studio.runtime.store._PATIENCE", 0.05)
    path = tmp_path / "runs.db"
    with Store(path) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("begin immediate")
        with pytest.raises(Refused) as refused:
            store.commit([event(1)])
        other.execute("rollback")
        other.close()
        # then, once it is free, the run goes on
        store.commit([event(1)])
        assert len(list(store.events())) == 1
    assert code(refused) == "store.locked"


def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    path = tmp_path / "runs.db"
    with Store(path) as store:
        store.commit([event(1)])
        # given a file that SQLite may not let grow, which it reports as a full disk
        store._db.execute("pragma max_page_count = 1")
        with pytest.raises(Refused) as refused:
            store.commit([event(seq, text="x" * 5_000) for seq in range(2, 50)])
        assert [saved.seq for saved in store.events()] == [1]
    assert code(refused) == "store.full"
