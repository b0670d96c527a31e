"""What a run leaves in its store, `procos resume` goes on with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from procos_studio.cli.main import main
from procos_studio.runtime.store import Store

PROCESS = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
  <process id="p" isExecutable="true"><startEvent id="s" /><userTask id="ask" name="Ask" />
  <intermediateCatchEvent id="wait"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>
  </intermediateCatchEvent><endEvent id="e" />
  <sequenceFlow id="f1" sourceRef="s" targetRef="ask" /><sequenceFlow id="f2" sourceRef="ask" targetRef="wait" />
  <sequenceFlow id="f3" sourceRef="wait" targetRef="e" /></process></definitions>"""


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A store in which a run waits for a person."""
    (tmp_path / "ask.bpmn").write_text(PROCESS, encoding="utf-8")
    path = str(tmp_path / "runs.db")
    assert main(["run", str(tmp_path / "ask.bpmn"), "-i", "n=1", "--store", path, "--virtual-clock", "--json"]) == 1
    return path


@pytest.fixture
def resumed(store: str, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, Any]]:
    """Resume with these arguments; the exit code and what was told."""

    def resume(*arguments: str) -> tuple[int, Any]:
        capsys.readouterr()
        code = main(["resume", store, "--virtual-clock", "--json", *arguments])
        return code, json.loads(capsys.readouterr().out)

    return resume


def test_a_run_that_waits_is_still_there_and_ends_when_it_is_answered(resumed: Any, store: str) -> None:
    # given a run that still waits
    code, told = resumed()
    assert (code, told["instances"][0]["outcome"]) == (1, "waiting")
    # when the person answers
    code, told = resumed("--answer", 'Ask={"ok": true}')
    # then it goes on to its end, and the hour has passed
    (facts,) = told["instances"]
    assert (code, facts["outcome"], facts["variables"]) == (0, "completed", {"n": 1, "ok": True})
    assert facts["seconds"] == 3600
    with Store(store) as found:
        events = list(found.events())
        # what is told are the events since then
        assert 0 < facts["events"] < len(events)
    # and nothing is left
    assert resumed() == (0, {"timedOut": False, "instances": []})


def test_each_run_in_a_store_is_told_by_itself(resumed: Any, store: str, tmp_path: Path) -> None:
    main(["run", str(tmp_path / "ask.bpmn"), "-i", "n=2", "--store", store, "--virtual-clock", "--json"])
    code, told = resumed("--answer", 'ask={"ok": true}')
    assert [(facts["instance"], facts["variables"]["n"]) for facts in told["instances"]] == [("i1", 1), ("i2", 2)]
    assert code == 0


def test_lines_tell_what_is_done_and_what_is_left(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["resume", store, "--virtual-clock", "--answer", "ask={}"]) == 0
    out = capsys.readouterr().out
    assert "i1 of p: completed" in out
    assert main(["resume", store]) == 0
    assert "nothing was left" in capsys.readouterr().out


def test_time_that_runs_out_leaves_the_rest_in_the_store(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    # when the timer is waited for by the clock on the wall
    assert main(["resume", store, "--answer", "ask={}", "--timeout", "0.2", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["timedOut"] is True
    # then it is waited for again
    assert main(["resume", store, "--virtual-clock", "--json"]) == 0


def test_a_file_that_is_no_store_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["resume", str(tmp_path / "none.db")]) == 2
    (tmp_path / "notes.txt").write_text("notes")
    assert main(["resume", str(tmp_path / "notes.txt")]) == 2
    assert "no database" in capsys.readouterr().err


def test_a_store_that_another_run_holds_is_refused(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Store(store) as other:
        other.own()
        assert main(["resume", store]) == 2
    assert "in use by another run" in capsys.readouterr().err
