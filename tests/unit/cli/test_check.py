from __future__ import annotations

import json
from pathlib import Path

import pytest

from procos_studio.cli.main import main

OPEN = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">'


def _file(folder: Path, inside: str, name: str = "a.bpmn") -> str:
    path = folder / name
    path.write_text(f"{OPEN}<process id='p' isExecutable='true'>{inside}</process></definitions>")
    return str(path)


GOOD = (
    "<startEvent id='s'/><task id='t' name='Work'/><endEvent id='e'/>"
    "<sequenceFlow id='f' sourceRef='s' targetRef='t'/><sequenceFlow id='g' sourceRef='t' targetRef='e'/>"
)
BAD = GOOD + "<intermediateCatchEvent id='c' name='Wait'/>"


@pytest.mark.parametrize(("inside", "code"), [(GOOD, 0), (BAD, 1)])
def test_errors_give_1_and_advice_gives_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], inside: str, code: int
) -> None:
    assert main(["check", _file(tmp_path, inside)]) == code
    out, err = capsys.readouterr()
    assert f"1 file(s): {code} error(s)" in out.splitlines()[-1]
    assert err == ""


def test_a_line_says_file_severity_element_message_and_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _file(tmp_path, BAD)
    main(["check", path])
    line = capsys.readouterr().out.splitlines()[0]
    assert line.startswith(f"{path}: error: “Wait” (c): “Wait” waits for nothing.")
    assert line.endswith("[event.definition]")


def test_every_file_is_checked_although_one_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "no.bpmn").write_text("no")
    code = main(["check", _file(tmp_path, BAD), str(tmp_path / "no.bpmn"), _file(tmp_path, GOOD, "b.bpmn")])
    out, err = capsys.readouterr()
    assert code == 2
    assert "3 file(s): 2 error(s)" in out
    assert "no.bpmn" in err


def test_json_is_a_list_of_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _file(tmp_path, BAD)
    assert main(["check", "--json", path, str(tmp_path / "missing.bpmn")]) == 2
    findings = json.loads(capsys.readouterr().out)
    assert {"code": "event.definition", "severity": "error", "elements": ["c"], "file": path}.items() <= findings[
        0
    ].items()
    assert findings[-1]["code"] == "bpmn.unreadable"


def test_sarif_names_every_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--sarif", _file(tmp_path, BAD)]) == 1
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    assert run["tool"]["driver"]["name"] == "procos"
    assert run["results"][0]["ruleId"] == "event.definition"


def test_a_name_that_is_no_utf_8_is_told_in_sarif_too(capsys: pytest.CaptureFixture[str]) -> None:
    # given a file name with a byte that no letter has, as a shell may hand it over
    assert main(["check", "\udcff.bpmn", "--sarif"]) == 2
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%FF.bpmn"


def test_a_target_adds_its_own_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _file(tmp_path, GOOD.replace("<task id='t' name='Work'/>", "<sendTask id='t' name='Work'/>"))
    assert main(["check", path, "--target", "camunda7"]) == 1
    assert "[target.bare-task]" in capsys.readouterr().out


def test_the_embedded_engine_says_what_it_cannot_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = "<scriptTask id='t' name='Work' scriptFormat='cobol'><script>x</script></scriptTask>"
    assert main(["check", _file(tmp_path, GOOD.replace("<task id='t' name='Work'/>", script))]) == 1
    assert "[plan.language]" in capsys.readouterr().out


def test_labels_of_a_file_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.bpmn"
    path.write_text(
        f"{OPEN}<process id='p'><task id='t' name='&#x9b;31m&#x202e;evil&#10;line'/></process></definitions>"
    )
    main(["check", str(path)])
    main(["show", str(path)])
    out = capsys.readouterr().out
    assert "evil" in out
    assert not {"\x9b", "\u202e", "\x1b"} & set(out)
