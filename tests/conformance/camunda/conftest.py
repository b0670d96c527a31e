"""Cases for the engine in a short notation, with what a real Camunda 7 did kept beside them; it can be asked again."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conformance.camunda.notation import bpmn

HERE = Path(__file__).parent
Ask = Callable[[Sequence[Mapping[str, Any]]], list[Any]]
"""Asks for each process (`bpmn`) with what the outside does (`play`), all at once."""


@dataclass(frozen=True)
class Case:
    """One process, and what the outside does with it.

    `ordered` are elements whose order counts beside those that flows tie. `theirs` is what Camunda did, `ours` the
    parts of it that are meant to differ here, for the reason that `differs` names.
    """

    name: str
    bpmn: str
    play: Sequence[Mapping[str, Any]]
    ordered: str
    theirs: Mapping[str, Any]
    ours: Mapping[str, Any]
    differs: str


def _files() -> list[Path]:
    return sorted((HERE / "cases").glob("*.yaml"))


def _read(file: Path) -> Iterator[Case]:
    theirs, ours = (_kept(file.with_suffix(ending)) for ending in (".json", ".ours.json"))
    for name, found in yaml.safe_load(file.read_text(encoding="utf-8")).items():
        first = {"start": "p", "with": found.get("with", {}), "key": found.get("key")}
        play = [*([first] if found.get("starts", True) else []), *found.get("play", [])]
        differs = found.get("differs", "")
        ordered = found.get("ordered", "")
        processes = {key: text for key, text in found.items() if key in ("p", "q", "r")}
        yield Case(name, bpmn(processes), play, ordered, theirs.get(name, {}), ours.get(name, {}), differs)


def _kept(file: Path) -> dict[str, Any]:
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else {}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give every case to the tests that ask for one."""
    if "case" in metafunc.fixturenames:
        cases = [(file.stem, case) for file in _files() for case in _read(file)]
        metafunc.parametrize("case", [case for _, case in cases], ids=[f"{stem}-{case.name}" for stem, case in cases])


@pytest.fixture(scope="session")
def ask_camunda(request: pytest.FixtureRequest) -> Ask:
    """Asks a real Camunda what happens in some processes. Skips unless `--referee` is given."""
    if not request.config.getoption("--referee"):
        pytest.skip("asks a real Camunda only with --referee")
    if not (shutil.which("javac") and shutil.which("mvn")):
        pytest.skip("needs a JDK 17 and Maven for a real Camunda")
    folder = request.config.cache.mkdir("referee")
    if not (folder / "lib").is_dir():
        copy = ["mvn", "-B", "-q", "-f", str(HERE / "pom.xml"), "dependency:copy-dependencies"]
        subprocess.run([*copy, f"-DoutputDirectory={folder / 'lib'}"], check=True, timeout=600)
    path = f"{folder / 'lib'}/*"
    subprocess.run(["javac", "-cp", path, "-d", str(folder), str(HERE / "Referee.java")], check=True)
    command = ["java", "-Xmx1g", "-cp", f"{folder}:{path}", "Referee"]

    def ask(asked: Sequence[Mapping[str, Any]]) -> list[Any]:
        done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True)
        return list(json.loads(done.stdout))

    return ask


@pytest.fixture(scope="session")
def referee(request: pytest.FixtureRequest, ask_camunda: Ask) -> Mapping[str, Any]:
    """What a real Camunda does in every case, by name; asked once."""
    cases = {case.name: {"bpmn": case.bpmn, "play": case.play} for file in _files() for case in _read(file)}
    found = dict(zip(cases, ask_camunda(list(cases.values())), strict=True))
    if request.config.getoption("--referee") == "write":
        _write(found)
    return found


def _write(found: Mapping[str, Any]) -> None:
    for file in _files():
        kept = {case.name: found[case.name] for case in _read(file)}
        file.with_suffix(".json").write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
