"""The command as a whole: help, exit codes, one clear line on failure, never a traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from procos_studio.bpmn import new_diagram, write_file
from procos_studio.cli import check
from procos_studio.cli.main import COMMANDS, main

READERS = {
    "check": [],
    "show": [],
    "format": [],
    "compile": ["--target", "camunda7", "-o", "-"],
    "export": ["--target", "operaton", "-o", "-"],
}
"""Subcommands that read a file, with what else they need."""


def _missing(path: Path) -> None:
    path.unlink(missing_ok=True)


def _folder(path: Path) -> None:
    path.mkdir()


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(51 * 1024 * 1024)


def _loop(path: Path) -> None:
    path.symlink_to(path)


UNUSABLE: dict[str, Callable[[Path], object]] = {
    "missing": _missing,
    "a folder": _folder,
    "empty": Path.touch,
    "huge": _huge,
    "a link to itself": _loop,
    "binary garbage": lambda path: path.write_bytes(os.urandom(5_000)),
    "text": lambda path: path.write_text("once upon a time"),
    "other XML": lambda path: path.write_text("<html/>"),
    "half a file": lambda path: path.write_text("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>"),
    "an entity": lambda path: path.write_text("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"),
}


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize("case", UNUSABLE, ids=lambda name: name.replace(" ", "-"))
def test_what_cannot_be_read_is_one_line_and_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, case: str
) -> None:
    # given a file that is none
    path = tmp_path / "evil.bpmn"
    UNUSABLE[case](path)
    # when a command is asked to read it
    code = main([command, str(path), *READERS[command]])
    # then one line on stderr says why, naming the file
    out, err = capsys.readouterr()
    assert code == 2
    (line,) = err.splitlines()
    assert line.startswith("procos: ")
    assert "evil.bpmn" in line
    assert "Traceback" not in out + err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_that_may_not_be_read_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "secret.bpmn"
    write_file(new_diagram(), path)
    path.chmod(0)
    assert main(["show", str(path)]) == 2
    assert "Permission denied" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["fly"],
        ["check"],
        ["check", "--json", "--sarif", "x"],
        ["compile", "x"],
        ["blocks"],
        ["--odd"],
        ["show", "a", "b"],
    ],
)
def test_wrong_use_is_exit_code_2_and_says_how(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "usage: procos" in capsys.readouterr().err


def test_help_lists_every_command_and_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    text = capsys.readouterr().out
    assert all(f"  {name} " in text and command.summary in text for name, command in COMMANDS.items())
    assert "exit codes: 0 done" in text
    assert main([]) == 0
    assert capsys.readouterr().out == text


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert f"usage: procos {command}" in capsys.readouterr().out


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("procos ")


def test_ctrl_c_is_one_line_and_exit_code_130(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", interrupted)
    assert main(["check", str(tmp_path)]) == 130
    assert capsys.readouterr().err == "procos: stopped\n"


def _procos(*arguments: str, **more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "procos_studio.cli.main", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **more},
    )


def test_ctrl_c_stops_a_real_process(tmp_path: Path) -> None:
    # given a command that waits for its file, which is a pipe
    pipe = tmp_path / "pipe.bpmn"
    os.mkfifo(pipe)
    process = _procos("show", str(pipe))
    writer = os.open(pipe, os.O_WRONLY)
    # when Ctrl-C is pressed
    process.send_signal(signal.SIGINT)
    # then it ends with one line
    _, err = process.communicate(timeout=20)
    os.close(writer)
    assert (process.returncode, err) == (130, "procos: stopped\n")


def test_a_terminal_that_lacks_letters_gets_escapes(tmp_path: Path) -> None:
    path = tmp_path / "größe.bpmn"
    write_file(new_diagram("Größe ⇢ 测试"), path)
    process = _procos("show", str(path), PYTHONIOENCODING="ascii")
    out, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (0, "")
    assert "Gr\\xf6\\xdfe \\u21e2" in out


def test_json_stays_json_on_a_terminal_that_lacks_letters(tmp_path: Path) -> None:
    path = tmp_path / "a.bpmn"
    body = '<process id="p"><startEvent id="s" /></process>'
    path.write_text(f'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">{body}</definitions>')
    process = _procos("run", str(path), "--json", "-i", r'x="\u00e9"', PYTHONIOENCODING="ascii")
    out, _ = process.communicate(timeout=20)
    assert json.loads(out)["variables"] == {"x": "é"}


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "a.bpmn"
    write_file(new_diagram("A"), path)
    process = _procos("show", *[str(path)], PYTHONUNBUFFERED="1")
    assert process.stdout is not None
    process.stdout.close()
    assert process.wait(timeout=20) == 0
    assert process.stderr is not None
    with process.stderr:
        assert process.stderr.read() == ""


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_closed_stream_is_no_error(stream: str, tmp_path: Path) -> None:
    # given a shell that closes one of the two streams
    path = tmp_path / "a.bpmn"
    write_file(new_diagram("A"), path)
    shell = f'exec "$@" {"1" if stream == "stdout" else "2"}>&-'
    command = [sys.executable, "-m", "procos_studio.cli.main", "show", str(path)]
    # when the command runs there
    done = subprocess.run(["sh", "-c", shell, "sh", *command], capture_output=True, text=True, timeout=20, check=False)
    # then it works as ever
    assert (done.returncode, done.stderr) == (0, "")
