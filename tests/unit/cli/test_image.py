"""What `procos image` asks of the exporter, and what it refuses itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from procos_studio.bpmn import new_diagram, write_file
from procos_studio.cli.main import main
from procos_studio.edits.place import place
from procos_studio.library import load
from procos_studio.model.geometry import Point
from procos_studio.model.records import Plane


@pytest.fixture
def file(tmp_path: Path) -> Path:
    diagram = new_diagram("Test")
    place(diagram, load().blocks["standard/task"], next(diagram.all(Plane)).id, Point(100, 100))
    write_file(diagram, tmp_path / "test.bpmn")
    return tmp_path / "test.bpmn"


def test_the_options_reach_the_exporter(file: Path) -> None:
    # when
    out = file.with_suffix(".pdf")
    code = main(["image", str(file), "-o", str(out), "--all", "--theme", "dark", "--scale", "0.5"])
    # then
    assert code == 0
    assert b"/Outlines" in out.read_bytes()


@pytest.mark.parametrize("scale", ["0", "-1", "nan", "inf", "1000", "big"])
def test_an_impossible_scale_is_refused(file: Path, capsys: pytest.CaptureFixture[str], scale: str) -> None:
    # when
    code = main(["image", str(file), "-o", str(file.with_suffix(".png")), "--scale", scale])
    # then
    assert code == 2
    assert "--scale" in capsys.readouterr().err


def test_all_pages_and_one_of_them_contradict(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["image", str(file), "-o", str(file.with_suffix(".png")), "--all", "--element", "x"]) == 2
    assert "not allowed with" in capsys.readouterr().err
