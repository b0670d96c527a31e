"""`show`, `format`, `compile` and `image`: what they print and write."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from procos_studio.bpmn import read_file
from procos_studio.cli import image
from procos_studio.cli.main import main
from procos_studio.model.records import Process

OPEN = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">'
ORDER = (
    "<process id='order' name='Order' isExecutable='true'><startEvent id='s' name='Ordered'/>"
    "<exclusiveGateway id='g' name='Large?' default='small'/><userTask id='t' name='Approve'/>"
    "<boundaryEvent id='b' name='Late' attachedToRef='t'><timerEventDefinition><timeDuration>PT1H</timeDuration>"
    "</timerEventDefinition></boundaryEvent><endEvent id='e' name='Done'/>"
    "<sequenceFlow id='f' sourceRef='s' targetRef='g'/><sequenceFlow id='small' sourceRef='g' targetRef='e'/>"
    "<sequenceFlow id='large' sourceRef='g' targetRef='t'><conditionExpression>${amount > 100}</conditionExpression>"
    "</sequenceFlow><sequenceFlow id='h' sourceRef='t' targetRef='e'/>"
    "<sequenceFlow id='i' sourceRef='b' targetRef='e'/></process>"
)


@pytest.fixture
def order(tmp_path: Path) -> Path:
    path = tmp_path / "order.bpmn"
    path.write_text(f"{OPEN}{ORDER}</definitions>")
    return path


def test_show_describes_a_process_in_words(order: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(order)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Order  process order, executable, 5 nodes",
        "  Ordered (start event) → Large?",
        "  Large? (exclusive gateway) → Done, Approve [${amount > 100}]",
        "  Approve (user task) → Done",
        "  Late (timer boundary event on Approve) → Done",
        "  Done (end event)",
    ]


def test_show_as_json(order: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "--json", str(order)]) == 0
    (process,) = json.loads(capsys.readouterr().out)["processes"]
    assert (process["id"], process["executable"], process["kinds"]["userTask"]) == ("order", True, 1)
    assert {"id": "b", "name": "Late", "kind": "boundaryEvent", "event": "timer", "next": ["e"]} in process["nodes"]


def test_format_is_done_once(order: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = read_file(order).diagram.elements
    assert main(["format", str(order)]) == 0
    assert main(["format", str(order)]) == 0
    assert capsys.readouterr().out.splitlines() == [f"{order}: formatted", f"{order}: unchanged"]
    assert read_file(order).diagram.elements == before


def test_format_into_a_folder_leaves_the_originals(order: Path, tmp_path: Path) -> None:
    text = order.read_text()
    assert main(["format", str(order), "-o", str(tmp_path / "out" / "deep")]) == 0
    assert order.read_text() == text
    assert (tmp_path / "out" / "deep" / "order.bpmn").exists()


def test_format_does_not_write_one_file_over_another(order: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "order.bpmn"
    other.parent.mkdir()
    other.write_bytes(order.read_bytes())
    assert main(["format", str(order), str(other), "-o", str(tmp_path / "out")]) == 2
    assert not (tmp_path / "out").exists()


def test_format_goes_on_after_a_file_that_it_cannot_read(order: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.bpmn"
    bad.write_text("no")
    assert main(["format", str(bad), str(order)]) == 2
    assert bad.read_text() == "no"
    assert order.read_text().startswith("<?xml")


@pytest.mark.parametrize("command", ["compile", "export"])
def test_export_writes_the_file_and_says_what_it_changed(
    order: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    out = tmp_path / "deep" / "out.bpmn"
    assert main([command, str(order), "--target", "operaton", "-o", str(out)]) == 0
    text, err = capsys.readouterr()
    assert text == ""
    assert "changed: Order: history is kept for P180D" in err
    assert read_file(out).diagram.require("order", Process).is_executable


def test_export_to_stdout_is_the_file_and_nothing_else(order: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", str(order), "--target", "camunda7", "-o", "-"]) == 0
    assert capfdbinary.readouterr().out.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<definitions')


def test_what_the_engine_would_refuse_is_not_written(
    order: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order.write_text(order.read_text().replace("userTask", "sendTask"))
    out = tmp_path / "out.bpmn"
    assert main(["export", str(order), "--target", "camunda7", "-o", str(out)]) == 1
    assert not out.exists()
    err = capsys.readouterr().err
    assert "[target.bare-task]" in err
    assert err.splitlines()[-1].startswith("procos: ")


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_a_picture_is_a_picture(order: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"out.{ending}"
    assert main(["image", str(order), "-o", str(out)]) == 0
    assert out.read_bytes()[:5] in (b"<?xml", b"\x89PNG\r")


def test_a_picture_of_nothing_is_one_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["image", str(tmp_path / "none.bpmn"), "-o", str(tmp_path / "x.svg")]) == 2
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize(
    ("code", "told"),
    [(1, "Traceback:\n  …\nImportError: libEGL.so.1: cannot open\n"), (-6, "libEGL.so.1: no\n")],
)
def test_a_qt_that_does_not_start_is_one_line(
    code: int, told: str, monkeypatch: pytest.MonkeyPatch, order: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # given an exporter that ends as one does where a library of the system is missing
    monkeypatch.setattr(
        image.subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, code, stderr=told)
    )
    # when a picture is asked for, then one line says why there is none
    assert main(["image", str(order), "-o", "out.svg"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "Qt" in line
    assert "libEGL.so.1" in line


@pytest.mark.parametrize("name", ["none/out.svg", "none/out.png", "out.gif"])
def test_a_picture_that_cannot_be_written_is_one_line(
    name: str, order: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["image", str(order), "-o", str(tmp_path / name)]) == 2
    assert len(capfd.readouterr().err.splitlines()) == 1


def test_format_names_the_file_that_it_cannot_write(
    order: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # given a file where the folder should be
    taken = tmp_path / "taken"
    taken.write_text("")
    # when it is to be written into
    assert main(["format", str(order), "-o", str(taken)]) == 2
    # then that place is named
    assert str(taken) in capsys.readouterr().err
