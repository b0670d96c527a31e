"""What a run leaves in its store, `procos resume` goes on with."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
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
    assert resumed() == (0, {"timedOut": False, "instances": [], "forgotten": 0})


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


SERVICE = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
  <process id="tick" isExecutable="true"><startEvent id="s"><timerEventDefinition><timeCycle>R/PT0.1S</timeCycle>
  </timerEventDefinition></startEvent>{task}<endEvent id="e" />
  <sequenceFlow id="f1" sourceRef="s" targetRef="t" /><sequenceFlow id="f2" sourceRef="t" targetRef="e" />
  </process></definitions>"""


@pytest.fixture
def service(tmp_path: Path) -> str:
    """A store in which a timer starts an instance ten times a second."""
    file, path = tmp_path / "tick.bpmn", str(tmp_path / "service.db")
    file.write_text(SERVICE.format(task='<task id="t" />'), encoding="utf-8")
    assert main(["deploy", str(file), "--store", path]) == 0
    return path


def started(path: str) -> int:
    with Store(path) as store:
        return len(store.instances())


def test_a_store_that_starts_instances_by_itself_is_served_until_ctrl_c(
    service: str, capsys: pytest.CaptureFixture[str]
) -> None:
    # given `procos resume` in a process of its own
    command = [sys.executable, "-m", "procos_studio.cli.main", "resume", service]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        while started(service) < 3:
            assert child.poll() is None
            time.sleep(0.05)
        # and another command beside it, which may look but not act
        assert main(["signal", "x", "--store", service]) == 2
        assert "in use by another run" in capsys.readouterr().err
        assert main(["instances", "--store", service]) == 0
        # when somebody presses Ctrl-C
        child.send_signal(signal.SIGINT)
        _, told = child.communicate(timeout=20)
    # then it has said why it stayed, and the timer is still set
    assert child.returncode == 130
    assert told.startswith("procos: 1 timer is set to start instances, so this goes on, until Ctrl-C")
    before = started(service)
    assert main(["resume", service, "--timeout", "0.5", "--json"]) == 1
    assert started(service) > before


@pytest.mark.parametrize("clock", [[], ["--virtual-clock"]])
def test_until_idle_starts_nothing_and_ends(service: str, capsys: pytest.CaptureFixture[str], clock: list[str]) -> None:
    capsys.readouterr()
    assert main(["resume", service, "--until-idle", "--json", *clock]) == 0
    told = capsys.readouterr()
    assert (json.loads(told.out)["instances"], told.err, started(service)) == ([], "", 0)


def test_a_command_that_does_something_else_starts_nothing_by_a_timer(service: str) -> None:
    assert main(["start", "tick", "--virtual-clock", "--json", "--store", service]) == 0
    assert main(["signal", "x", "--virtual-clock", "--json", "--store", service]) == 0
    assert started(service) == 1


def test_of_very_many_that_end_the_last_are_told(
    service: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("procos_studio.cli.families._KEPT", 5)
    capsys.readouterr()
    assert main(["resume", service, "--virtual-clock", "--timeout", "0.5", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert 5 <= len(told["instances"]) <= 6
    assert told["forgotten"] + len(told["instances"]) == started(service) > 20
