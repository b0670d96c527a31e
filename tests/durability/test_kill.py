"""A program that is killed at any moment: what was acknowledged stays, what was completed is not done again."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.state import RunState
from procos_studio.runtime.store import Store

CHILD = Path(__file__).with_name("child.py")
COMMITS = 20
"""So many commits the run has at most, when nobody kills it: how many turns go into one differs from run to run."""
MOMENTS = tuple(0.15 + 0.02 * number for number in range(20))
"""Seconds after which a run is killed from outside; the whole program takes about half a second."""
TASKS = 5


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every commit once, before and after it by turns; with `--kills=all` before and after each, and twice in a row."""
    if "moment" in metafunc.fixturenames:
        is_all = metafunc.config.getoption("--kills") == "all"
        metafunc.parametrize("moment", MOMENTS if is_all else MOMENTS[3::8])
    if "kills" not in metafunc.fixturenames:
        return
    places = [(when, at) for at in range(1, COMMITS + 1) for when in ("before", "after")]
    found = [[place] for place in places]
    if metafunc.config.getoption("--kills") != "all":
        found = found[1:24:4] + found[:24:12] + [[("after", 4), ("before", 3)]]
    else:
        found += [[first, second] for first in places[::3] for second in places[:8:3]]
    metafunc.parametrize("kills", found, ids=lambda kills: "-".join(f"{when}{at}" for when, at in kills))


@dataclass
class Seen:
    """What the notes and the store hold."""

    lines: list[str] = field(default_factory=list)
    events: list[RunEvent] = field(default_factory=list)

    def keys(self, word: str) -> Counter[str]:
        return Counter(line.split()[1] for line in self.lines if line.startswith(f"{word} "))

    def acknowledged(self, what: str) -> bool:
        return any(line.startswith(f"acknowledged {what}") for line in self.lines)

    def has(self, kind: EventKind, element: str = "") -> bool:
        return any(event.kind is kind and element in ("", event.element) for event in self.events)

    @property
    def completed(self) -> set[str]:
        """The tokens of the tasks that are completed."""
        return {event.token for event in self.events if event.kind is EventKind.ELEMENT_COMPLETED}


def _look(folder: Path) -> Seen:
    notes, seen = folder / "notes", Seen()
    if notes.exists():
        seen.lines = notes.read_text(encoding="utf-8").splitlines()
    if (folder / "runs.db").exists():
        with Store(folder / "runs.db") as store:
            seen.events = list(store.events())
    return seen


def _child(folder: Path, *how: object) -> int:
    command = [sys.executable, str(CHILD), str(folder / "runs.db"), str(folder / "notes"), *map(str, how)]
    return subprocess.run(command, check=False, timeout=30, capture_output=True).returncode


def test_a_killed_run_goes_on_where_it_was(kills: list[tuple[str, int]], tmp_path: Path) -> None:
    # given a program that is killed around a commit, perhaps more than once
    for when, at in kills:
        assert _child(tmp_path, when, at) in (-signal.SIGKILL, 0)
        before = _look(tmp_path)
        _check_acknowledged(before)
    done = {key for key in before.keys("begin") if key.rpartition("-")[2] in before.completed}
    # when another one goes on
    assert _child(tmp_path) == 0
    # then it ends as if nothing had happened
    after = _look(tmp_path)
    _check_end(after)
    # and nothing that was completed was done again; what was in flight was done under the same key
    for key in done:
        assert after.keys("begin")[key] == before.keys("begin")[key]
    assert len(after.keys("end")) == TASKS


def _check_acknowledged(seen: Seen) -> None:
    """What was acknowledged is stored."""
    assert seen.has(EventKind.INSTANCE_STARTED) or not seen.acknowledged("start")
    assert seen.has(EventKind.USER_TASK_COMPLETED) or not seen.acknowledged("answer")
    assert seen.has(EventKind.MESSAGE_CORRELATED) or not seen.acknowledged("message")
    assert [event.seq for event in seen.events] == list(range(1, len(seen.events) + 1))


def _check_end(seen: Seen) -> None:
    assert [event.seq for event in seen.events] == list(range(1, len(seen.events) + 1))
    state = RunState.empty().after_all(seen.events)
    (instance,) = state.instances.values()
    assert str(instance.status) == "done"
    wanted = {"number": 3, "numbers": [1, 2, 3], "doubled": 6, "ok": True, "sum": 7, "square": 9}
    variables = dict(instance.variables)
    assert variables.pop("squared") in (1, 4, 9)
    assert variables == wanted
    passes = {key: element.completed for key, element in state.elements.items()}
    once = ("s", "script", "fork", "approve", "hour", "paid", "flaky", "last", "e")
    assert passes == dict.fromkeys(once, 1) | {"each": 3, "join": 5}
    assert not state.tokens


def test_a_run_goes_on_from_whatever_moment_it_was_killed_at(moment: float, tmp_path: Path) -> None:
    # given a program that is killed from outside, wherever it is
    command = [sys.executable, str(CHILD), str(tmp_path / "runs.db"), str(tmp_path / "notes")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as child:
        with suppress(subprocess.TimeoutExpired):
            child.wait(moment)
        child.kill()
    before = _look(tmp_path)
    _check_acknowledged(before)
    done = {key for key in before.keys("begin") if key.rpartition("-")[2] in before.completed}
    # when another one goes on, then it ends as if nothing had happened
    assert _child(tmp_path) == 0
    after = _look(tmp_path)
    _check_end(after)
    assert all(after.keys("begin")[key] == before.keys("begin")[key] for key in done)
    assert len(after.keys("end")) == TASKS


def test_every_commit_of_the_run_is_one_at_which_it_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, str(CHILD), str(tmp_path / "runs.db"), str(tmp_path / "notes")]
    told = subprocess.run(command, check=True, timeout=30, capture_output=True, text=True).stdout
    assert 5 < int(told) <= COMMITS


def test_nothing_lives_in_the_store_when_all_has_ended(tmp_path: Path) -> None:
    assert _child(tmp_path) == 0
    with Store(tmp_path / "runs.db") as store:
        assert [key[2] for key, _ in store.live()] == ["engine"]
        assert [item.status for item in store.instances()] == ["done"]
