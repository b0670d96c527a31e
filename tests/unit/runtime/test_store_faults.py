"""Stores that fail in the middle of a run: it stops with its reason, and the store goes on from what is whole."""

import asyncio
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from procos_studio.cli.main import main
from procos_studio.problems import Refused
from procos_studio.runtime.clock import VirtualClock
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.run import Runtime
from procos_studio.runtime.store import Store

LOOP = """<startEvent id="s" /><exclusiveGateway id="merge" />
  <serviceTask id="step" camunda:expression="${n + 1}" camunda:resultVariable="n" />
  <intermediateCatchEvent id="wait"><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition>
  </intermediateCatchEvent>
  <exclusiveGateway id="more" default="out" /><endEvent id="e" />
  <sequenceFlow id="a" sourceRef="s" targetRef="merge" /><sequenceFlow id="b" sourceRef="merge" targetRef="step" />
  <sequenceFlow id="c" sourceRef="step" targetRef="wait" /><sequenceFlow id="d" sourceRef="wait" targetRef="more" />
  <sequenceFlow id="back" sourceRef="more" targetRef="merge"><conditionExpression>${n &lt; 500}</conditionExpression>
  </sequenceFlow><sequenceFlow id="out" sourceRef="more" targetRef="e" />"""
"""Five hundred rounds, each with a timer in it, so that there are as many commits."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "runs.db"


def whole(path: Path) -> list[RunEvent]:
    """The events of a store, which must be without a gap, and sound to SQLite itself."""
    with sqlite3.connect(path) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    with Store(path) as store:
        events = list(store.events())
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    return events


def finish(path: Path) -> dict[str, Any]:
    """Go on with what is there; the variables in the end."""

    async def act() -> dict[str, Any]:
        with Store(path) as store:
            runtime = await Runtime.reopen(store, clock=VirtualClock(store.last_time()))
            await runtime.until_done()
            await runtime.stop()
            return dict(runtime.state.instances["i1"].variables)

    return asyncio.run(asyncio.wait_for(act(), 20))


def failing(run: Any, store: Store, spoil: Callable[[], object]) -> str:
    """Run the loop, and spoil the store after some rounds; the code of the reason with which the run ends."""

    async def act(scene: Any) -> str:
        rounds = 0

        def count(batch: Any) -> None:
            nonlocal rounds
            rounds += 1
            if rounds == 40:
                spoil()

        scene.runtime.events.connect(count)
        await scene.runtime.start("p", {"n": 0})
        with pytest.raises(Refused) as refused:
            await scene.runtime.until_done()
        found.append(refused.value.problems[0].code)
        return found[0]

    found: list[str] = []
    run(LOOP, act, store=store)
    return found[0]


def test_a_disk_that_fills_up_ends_the_run_and_loses_nothing_before(run: Any, path: Path) -> None:
    with Store(path) as store:
        # given a file that SQLite may not let grow any more, which it reports as a full disk
        code = failing(run, store, lambda: store._db.execute("pragma max_page_count = 1"))
    assert code == "store.full"
    # then what is there is whole, and with more room it goes on to its end
    assert len(whole(path)) > 40
    assert finish(path) == {"n": 500}
    whole(path)


def test_a_store_that_somebody_locks_ends_the_run(run: Any, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("procos_studio.runtime.store._PATIENCE", 0.05)
    with Store(path) as store:
        other = sqlite3.connect(path, isolation_level=None)
        code = failing(run, store, lambda: other.execute("begin immediate"))
        other.execute("rollback")
        other.close()
    assert code == "store.locked"
    assert finish(path) == {"n": 500}


def test_a_run_goes_on_after_being_stopped_at_any_turn(run: Any, path: Path) -> None:
    async def act(scene: Any) -> None:
        await scene.runtime.start("p", {"n": 490})

    with Store(path) as store:
        run(LOOP, act, store=store)
    assert finish(path) == {"n": 500}


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A file with the loop."""
    path = tmp_path / "loop.bpmn"
    head = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"'
    space = ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn">'
    path.write_text(f'{head}{space}<process id="p" isExecutable="true">{LOOP}</process></definitions>')
    return str(path)


def damage(path: Path, start: float) -> None:
    """Overwrite a page somewhere behind the first ones."""
    size = path.stat().st_size
    with path.open("r+b") as store:
        store.seek(int(size * start) // 4096 * 4096)
        store.write(b"\xff" * 4096)


def test_a_corrupt_page_is_told_and_nothing_more_is_written(file: str, path: Path, capsys: Any) -> None:
    codes = []
    for place in (1, 5, 9, 13, 18):
        path.unlink(missing_ok=True)
        # given a store with a run in it, and a page of rubbish
        arguments = ["--virtual-clock", "--store", str(path), "--json"]
        assert main(["run", file, "-i", "n=400", *arguments]) == 0
        damage(path, place / 20)
        before = path.read_bytes()
        capsys.readouterr()
        # when it is written to again
        codes.append(main(["run", file, "-i", "n=499", *arguments]))
        told = capsys.readouterr().err
        # then either the page did not matter, or it is said
        if codes[-1]:
            assert codes[-1] == 2
            assert "is damaged" in told
            assert "Traceback" not in told
            assert path.stat().st_size == len(before)
    assert 2 in codes


@pytest.mark.skipif(shutil.which("mount") is None or os.name == "nt", reason="makes its small disk with mount")
def test_a_small_disk_that_is_full_ends_the_command_with_a_reason(file: str, small_disk: Path, capsys: Any) -> None:
    path = small_disk / "runs.db"
    assert main(["run", file, "-i", "n=-20000", "--virtual-clock", "--store", str(path), "--json"]) == 2
    assert "the disk is full" in capsys.readouterr().err
    # and what was stored until then can be read
    with Store(path) as store:
        assert [event.seq for event in store.events()] == list(range(1, store.last_seq() + 1))


@pytest.mark.parametrize("has_store", [True, False])
def test_a_disk_that_may_not_be_written_is_told(file: str, small_disk: Path, capsys: Any, has_store: bool) -> None:
    path = small_disk / "runs.db"
    if has_store:
        assert main(["run", file, "-i", "n=499", "--virtual-clock", "--store", str(path), "--json"]) == 0
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    assert main(["run", file, "-i", "n=499", "--virtual-clock", "--store", str(path)]) == 2
    assert "The store" in capsys.readouterr().err


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], check=False, capture_output=True)
    if made.returncode:
        pytest.skip("may not mount a small disk")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_two_commands_cannot_write_to_one_store(file: str, path: Path, capsys: Any) -> None:
    with Store(path) as other:
        other.own()
        assert main(["run", file, "-i", "n=0", "--virtual-clock", "--store", str(path)]) == 2
    assert "in use by another run" in capsys.readouterr().err


def test_live_rows_that_are_garbled_are_refused_with_the_reason(run: Any, path: Path, capsys: Any) -> None:
    async def act(scene: Any) -> None:
        await scene.runtime.start("p", {"n": 0})

    with Store(path) as store:
        run(LOOP, act, store=store)
    for data in ("{", "[]", '{"serial": 1}', "null"):
        with sqlite3.connect(path) as db:
            db.execute("update live set data = ? where part = 'token'", (data,))
        assert main(["resume", str(path), "--virtual-clock"]) == 2
        assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("change", [("PT1S", "PT9S"), ("<definitions", "<definition"), ("</process>", "")])
@pytest.mark.parametrize("command", [("resume",), ("instances", "--store"), ("inspect", "i1", "--store")])
def test_a_diagram_that_was_changed_in_the_store_is_refused(
    run: Any, path: Path, capsys: Any, change: tuple[str, str], command: tuple[str, ...]
) -> None:
    async def act(scene: Any) -> None:
        await scene.runtime.start("p", {"n": 0})

    with Store(path) as store:
        run(LOOP, act, store=store)
    with sqlite3.connect(path) as db:
        db.execute("update source set xml = cast(replace(xml, ?, ?) as blob)", change)
    assert main([*command, str(path)]) == 2
    assert "not what it was" in capsys.readouterr().err


def test_events_that_are_garbled_are_refused(run: Any, path: Path) -> None:
    with Store(path) as store:
        store.commit([RunEvent(1, "i", EventKind.LOG_WRITTEN, "", "", 0.0, {"text": "a"})])
    with sqlite3.connect(path) as db:
        db.execute("update event set kind = 'Nonsense', data = ?", (json.dumps({}),))
    with Store(path) as store, pytest.raises(Refused):
        list(store.events())
