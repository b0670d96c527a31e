"""`procos run` as a person and as CI use it: exit codes, output, reports, answers and interruption."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from procos_studio.cli.main import main
from procos_studio.resources import shipped
from procos_studio.runtime.events import RunEvent
from procos_studio.runtime.state import RunState
from procos_studio.runtime.store import Store

HEAD = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn">"""
ORDER = str(shipped("processes") / "templates" / "order_check.bpmn")


@pytest.fixture
def file(tmp_path: Path) -> Any:
    """A file with one process `p` of a start, this node `work`, and an end."""

    def write(node: str) -> str:
        path = tmp_path / "process.bpmn"
        flows = '<sequenceFlow id="a" sourceRef="s" targetRef="work" />'
        flows += '<sequenceFlow id="b" sourceRef="work" targetRef="e" />'
        body = f'<startEvent id="s" />{node}<endEvent id="e" />{flows}'
        path.write_text(f'{HEAD}<process id="p" name="One task" isExecutable="true">{body}</process></definitions>')
        return str(path)

    return write


def script(code: str) -> str:
    return f'<scriptTask id="work" name="Work" scriptFormat="python"><script>{code}</script></scriptTask>'


FORM = """<userTask id="work" name="Approve order"><extensionElements><camunda:formData>
  <camunda:formField id="ok" type="boolean" /></camunda:formData></extensionElements></userTask>"""


def test_a_process_that_completes_gives_0_and_its_variables(file: Any, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["run", file(script("total = n * 2\nprint('twice')")), "-i", "n=21"])
    out = capsys.readouterr().out.splitlines()
    assert code == 0
    assert out[0].endswith("│ twice")
    assert out[1].startswith("● ● ● ● ●  Work")
    assert out[2:4] == ["  n = 21", "  total = 42"]
    assert out[-1].startswith("completed in ")


def test_json_is_one_document(file: Any, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["run", file(script("total = 42")), "--json", "--virtual-clock"])
    facts = json.loads(capsys.readouterr().out)
    assert (code, facts["outcome"], facts["variables"], facts["process"]) == (0, "completed", {"total": 42}, "p")
    assert [stage["verdict"] for stage in facts["elements"]["work"]["stages"].values()] == ["passed"] * 5


@pytest.mark.parametrize(
    ("code", "outcome", "words"),
    [
        ("1 / 0", "incident", "ZeroDivisionError"),
        ("raise BpmnError('A', 'so it is')", "failed", "“A” was not caught: so it is"),
    ],
)
def test_a_process_that_fails_gives_1_and_says_why(
    file: Any, capsys: pytest.CaptureFixture[str], code: str, outcome: str, words: str
) -> None:
    assert main(["run", file(script(code))]) == 1
    shown = capsys.readouterr()
    assert f"{outcome} in " in shown.out
    assert words in shown.err
    assert len(shown.err.splitlines()) == 1


def test_a_user_task_without_an_answer_gives_1_and_names_it(file: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", file(FORM), "--timeout", "60"]) == 1
    shown = capsys.readouterr()
    assert ("waiting in " in shown.out, shown.err) == (True, "procos: “Approve order” waits for a person.\n")


@pytest.mark.parametrize("name", ["work", "Approve order"])
def test_answers_complete_user_tasks(file: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str) -> None:
    (tmp_path / "answer.json").write_text('{"ok": true}')
    assert main(["run", file(FORM), "--json", "--answer", f"{name}=@{tmp_path}/answer.json"]) == 0
    assert json.loads(capsys.readouterr().out)["variables"] == {"ok": True}


def test_a_report_holds_events_summary_and_words(file: Any, tmp_path: Path) -> None:
    folder = tmp_path / "out" / "report"
    assert main(["run", file(script("t = '| a_b | [x](y)'\nprint('# no heading')")), "--report", str(folder)]) == 0
    events = [RunEvent.from_json(json.loads(line)) for line in (folder / "events.jsonl").read_text().splitlines()]
    summary = json.loads((folder / "summary.json").read_text())
    report = (folder / "report.md").read_text()
    state = RunState.empty().after_all(events)
    assert (state.seq, dict(state.instances["i1"].variables)) == (summary["events"], summary["variables"])
    assert report.startswith("# “One task”: completed")
    assert "| “Work” | done | 1 |" in report
    assert "\n# no heading" not in report


def test_a_store_takes_one_run_after_the_other(file: Any, tmp_path: Path) -> None:
    path = tmp_path / "runs.db"
    for n in (1, 2):
        assert main(["run", file(script("m = n")), "-i", f"n={n}", "--store", str(path)]) == 0
    with Store(path) as store:
        runs = RunState.empty().after_all(store.events()).instances
        assert [item.status for item in store.instances()] == ["done", "done"]
        assert [dict(runs[key].variables) for key in ("i1", "i2")] == [{"n": 1, "m": 1}, {"n": 2, "m": 2}]


def test_a_timeout_stops_the_run(file: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", file(script("import time\ntime.sleep(60)")), "--timeout", "0.5", "--json"]) == 1
    facts = json.loads(capsys.readouterr().out)
    assert (facts["outcome"], "--timeout" in facts["reasons"][0]) == ("timeout", True)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["missing.bpmn"], 2, "missing.bpmn"),
        ([ORDER, "-i", "nonsense"], 2, "neither name=value"),
        ([ORDER, "--process", "other"], 2, "order_check"),
        ([ORDER, "--store", "/nowhere/at/all.db"], 2, "cannot be opened"),
        ([ORDER, "--timeout", "0"], 2, "more than 0"),
        ([ORDER, "--timeout", "soon"], 2, "number of seconds"),
        ([ORDER, "--answer", "x=1"], 2, "no JSON map"),
    ],
)
def test_wrong_use_gives_2_and_one_line(
    arguments: list[str], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", *arguments]) == code
    shown = capsys.readouterr().err
    assert words in shown
    assert "Traceback" not in shown


def test_a_diagram_that_cannot_run_gives_1_and_its_problems(file: Any, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = file('<scriptTask id="work" name="Work" scriptFormat="ruby"><script>1</script></scriptTask>')
    assert main(["run", wrong]) == 1
    assert "ruby" in capsys.readouterr().err
    assert main(["run", wrong, "--json"]) == 1
    facts = json.loads(capsys.readouterr().out)
    assert (facts["outcome"], facts["problems"][0]["elements"]) == ("refused", ["work"])


def test_several_processes_ask_for_a_choice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "two.bpmn"
    one = '<process id="{0}" isExecutable="true"><startEvent id="s{0}" /></process>'
    path.write_text(f"{HEAD}{one.format('a')}{one.format('b')}</definitions>")
    assert main(["run", str(path)]) == 2
    assert "--process a or b" in capsys.readouterr().err
    assert main(["run", str(path), "--process", "b"]) == 0


def test_the_first_sample_runs_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", ORDER, "--json", "--virtual-clock"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["variables"]["confirmation"] == "Ada Lovelace: 12 of 12 are on their way, 1074.6 in all."


def test_the_first_sample_refuses_an_order_without_credit(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", ORDER, "--json", "--virtual-clock", "-i", "count=5000"]) == 0
    elements = json.loads(capsys.readouterr().out)["elements"]
    assert (elements["refused"]["completed"], "confirmed" in elements) == (1, False)


@pytest.mark.skipif(os.name == "nt", reason="signals as POSIX has them")
def test_ctrl_c_ends_the_run_its_children_and_says_so(file: Any, tmp_path: Path) -> None:
    # given a run whose script has told its process id
    pid = tmp_path / "pid"
    code = f"import os, time\nopen({str(pid)!r}, 'w').write(str(os.getpid()))\ntime.sleep(60)"
    command = [sys.executable, "-m", "procos_studio.cli.main", "run", file(script(code))]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 20
    while not (pid.exists() and pid.read_text()) and time.monotonic() < deadline:
        time.sleep(0.02)
    # when it is interrupted
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=20)
    # then it says so in one line, and its script's process is gone
    assert (running.returncode, err) == (130, "procos: stopped\n")
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)
