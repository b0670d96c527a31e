"""`procos test`: scenarios of blocks, run without a screen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from procos_studio.cli.main import main

BLOCK = {
    "name": "Half",
    "id": "own/half",
    "version": 1,
    "appliesTo": ["bpmn:ScriptTask"],
    "properties": [
        {"type": "Hidden", "value": "python", "binding": {"type": "property", "name": "scriptFormat"}},
        {
            "type": "Hidden",
            "value": "result = amount / 2",
            "binding": {"type": "property", "name": "script"},
        },
        {"id": "amount", "label": "Amount", "binding": {"type": "camunda:inputParameter", "name": "amount"}},
        {
            "id": "result",
            "label": "Result",
            "value": "half",
            "binding": {"type": "camunda:outputParameter", "source": "${result}"},
        },
    ],
}


def put(folder: Path, name: str = "half", **scenarios: Any) -> Path:
    """A library with the block and its scenarios; the block's folder."""
    made = folder / "own" / name
    (made / "scenarios").mkdir(parents=True)
    (made / "block.json").write_text(json.dumps({**BLOCK, "id": f"own/{name}"}))
    for title, said in scenarios.items():
        text = said if isinstance(said, str) else json.dumps({"name": title, **said})
        (made / "scenarios" / f"{title}.yaml").write_text(text)
    return made


GOOD = {"parameters": {"amount": "${total}"}, "variables": {"total": 8}, "results": {"half": 4}}


@pytest.mark.parametrize("below", ["", "own", "own/half"])
def test_a_library_a_family_or_a_block_is_tested(
    tmp_path: Path, below: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, four=GOOD)
    assert main(["test", str(tmp_path / below)]) == 0
    told = capsys.readouterr().out
    assert "passed  own/half: four" in told
    assert "1 scenario(s): 1 passed, 0 failed" in told


def test_other_blocks_of_the_library_are_not_tested(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, "other", bad={**GOOD, "results": {"half": 5}})
    assert main(["test", str(put(tmp_path, four=GOOD))]) == 0
    assert "other" not in capsys.readouterr().out


def test_what_comes_out_otherwise_is_told_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, five={**GOOD, "results": {"half": 5, "rest": 1}})
    assert main(["test", str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert "“half” is 4.0 and not 5." in told
    assert "It did not set “rest”." in told


def test_a_block_that_fails_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, text={**GOOD, "variables": {"total": "much"}})
    assert main(["test", str(tmp_path)]) == 1
    assert "TypeError" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("{", "it is no JSON"),
        ("[]", "it has to be an object"),
        ('{"results": 1}', "it has to be an object"),
        (json.dumps({"parameters": {"nobody": "x"}}), "has no parameter “nobody”"),
    ],
)
def test_a_scenario_that_cannot_be_used_fails_by_name(
    tmp_path: Path, said: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, odd=said)
    assert main(["test", str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert "failed  own/half: odd" in told
    assert reason in told


def test_outcomes_are_written_for_build_servers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, four=GOOD, five={**GOOD, "results": {"half": 5}})
    report = tmp_path / "reports" / "blocks.xml"
    assert main(["test", str(tmp_path), "--junit", str(report)]) == 1
    suite = ElementTree.parse(report).getroot().find("testsuite")
    assert suite is not None
    assert (suite.get("name"), suite.get("tests"), suite.get("failures")) == ("own/half", "2", "1")
    cases = {case.get("name"): case.find("failure") for case in suite}
    assert cases["four"] is None
    assert cases["five"] is not None
    assert cases["five"].get("message") == "“half” is 4.0 and not 5."


def test_outcomes_are_told_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, four=GOOD)
    assert main(["test", str(tmp_path), "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["block"], found["scenario"], found["passed"], found["faults"]) == ("own/half", "four", True, [])


def test_nothing_to_test_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path)
    assert main(["test", str(tmp_path)]) == 2
    assert "no scenario there" in capsys.readouterr().err
    assert main(["test", str(tmp_path / "nowhere")]) == 2
    assert "There is no folder" in capsys.readouterr().err


def test_a_block_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, four=GOOD)
    (put(tmp_path, "odd") / "block.json").write_text("{")
    assert main(["test", str(tmp_path)]) == 2
    assert "The block is no JSON" in capsys.readouterr().out
