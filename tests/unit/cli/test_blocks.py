from __future__ import annotations

import json
from pathlib import Path

import pytest

from procos_studio.cli.main import main
from procos_studio.library import load


def test_every_block_is_listed_under_its_family(capsys: pytest.CaptureFixture[str]) -> None:
    library = load()
    assert main(["blocks", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    headings = [line for line in lines if not line.startswith(" ")]
    assert headings == [family.upper() for family in library.families]
    assert len(lines) - len(headings) == len(library.blocks)


def test_a_search_finds_the_best_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["blocks", "list", "http", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["id"] == "integration/http-request"


def test_a_search_for_nothing_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["blocks", "list", "xyzzy-plugh"]) == 2
    assert "no block matches" in capsys.readouterr().err


def test_one_block_with_its_parameters(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["blocks", "show", "integration/http-request"]) == 0
    assert "integration/http-request" in capsys.readouterr().out.splitlines()[0]
    assert main(["blocks", "show", "integration/http-request", "--json"]) == 0
    assert {item["id"] for item in json.loads(capsys.readouterr().out)["parameters"]} >= {"url", "method"}


def test_a_slip_in_the_name_is_answered_with_a_guess(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["blocks", "show", "http"]) == 2
    assert "did you mean integration/http-request" in capsys.readouterr().err


def test_blocks_of_a_folder_are_listed_and_its_faults_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    # given a folder with a block, and one that is no JSON
    for name, text in (
        ("a", '{"name": "Mine", "id": "x/a", "appliesTo": ["bpmn:Task"], "properties": []}'),
        ("b", "{"),
    ):
        (tmp_path / "x" / name).mkdir(parents=True)
        (tmp_path / "x" / name / "block.json").write_text(text, encoding="utf-8")
    # when
    assert main(["blocks", "list", "mine", "--path", str(tmp_path)]) == 1
    # then
    out = capsys.readouterr().out
    assert "x/a" in out
    assert f"{tmp_path / 'x' / 'b' / 'block.json'}: error: line 1: The block is no JSON" in out
    assert main(["blocks", "show", "x/a", "--path", str(tmp_path)]) == 0
